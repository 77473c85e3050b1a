/**
 * What does the page know of safety that need not be there for the first paint?
 *
 * The rules, their words and the messages on the page, fetched together right after the check-in is drawn. Nothing that rests on findings
 * is shown before them.
 */
export { safetyQueries } from "../../lib/index.ts";
export { EmergencyScreen } from "./emergency-screen.tsx";
export { readSafetyView } from "./safety-view.ts";
export { SafetyNotes } from "./safety-notes.tsx";
