/**
 * Why does a day hold a value or not, in a few words for a tooltip or a table?
 */
import type { CellReason } from "../daily/table.ts";

/** A short plain phrase for one reason of the daily table. */
export function cellReasonWords(reason: CellReason): string {
  switch (reason) {
    case "recorded":
      return "written down";
    case "inferred-zero-complete-day":
      return "none, because the day was marked complete";
    case "partial-day-lower-bound":
      return "at least this much; the day is not complete";
    case "copied":
      return "copied from another day";
    case "held-for-recall-period":
      return "covered by a score that looks back over this day";
    case "disputed":
      return "two devices say different things";
    case "missing-not-recorded":
      return "not recorded";
    case "missing-silence-on-incomplete-day":
      return "not mentioned, and the day is not marked complete";
    case "missing-food-not-recognised":
      return "a food of this day is not known";
    case "missing-unreadable":
      return "could not be read";
  }
}
