/**
 * The public door of gutskin: re-exports only. App and CLI import everything from here.
 */
export * from "../base/day.ts";
export * from "../base/defect.ts";
export * from "../base/result.ts";
