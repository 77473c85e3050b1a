/**
 * What do the main thread and the analysis threads say to each other?
 *
 * Both ends are this same program, so messages are checked for kind only.
 */
import type { AxisOptions, DailyTable, OutcomePart } from "../lib/index.ts";

/** Handed to a thread when it starts. */
export interface ThreadTask {
  readonly table: DailyTable;
  /** Without the clock, which cannot be sent: the thread has its own. */
  readonly options: Omit<AxisOptions, "now">;
}

/** "Fit the outcome with this number." */
export interface OutcomeOrder {
  readonly index: number;
}

export type ThreadMessage =
  | { readonly type: "progress"; readonly index: number; readonly fraction: number }
  | { readonly type: "part"; readonly index: number; readonly part: OutcomePart };

export function isThreadTask(value: unknown): value is ThreadTask {
  return typeof value === "object" && value !== null && "table" in value && "options" in value;
}

export function isOutcomeOrder(value: unknown): value is OutcomeOrder {
  return typeof value === "object" && value !== null && "index" in value && typeof value.index === "number";
}

export function isThreadMessage(value: unknown): value is ThreadMessage {
  return typeof value === "object" && value !== null && "type" in value && "index" in value;
}
