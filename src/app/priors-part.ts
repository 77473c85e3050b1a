/**
 * The part of the worker that knows what trials found; fetched only when the person has named a skin condition.
 */
export { evidencePriorsOf } from "../lib/index.ts";
