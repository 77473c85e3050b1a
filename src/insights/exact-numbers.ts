/**
 * How do the engine's numbers enter the document: rounded, and never NaN where a number is promised?
 *
 * A number that is not finite there is a fault of ours and stops everything, before anyone reads it as a result.
 */
import { assertDefect } from "../base/defect.ts";
import type { DocumentInterval } from "./analysis-document.ts";
import { numberOrNull, roundSignificant } from "./numbers.ts";

/** Rounded to 6 significant digits. Throws `Defect` when it is not finite. */
export function exact(value: number): number {
  assertDefect(Number.isFinite(value), "the engine gave a number that is not finite");
  return roundSignificant(value);
}

/** All three rounded. Throws `Defect`. */
export function exactInterval(interval: DocumentInterval): DocumentInterval {
  return { mean: exact(interval.mean), low95: exact(interval.low95), high95: exact(interval.high95) };
}

/** Rounded, or null when it is null or not finite: for what may be unknown. */
export function orNull(value: number | null): number | null {
  return value === null ? null : numberOrNull(value);
}
