/**
 * On which days does silence mean none?
 *
 * Only where the person said that all of a group is written down. A mark for a group wins over the mark for all. A mark that an importer of nutrient totals
 * brought (Cronometer's `Completed`) says that totals are whole, not that servings were counted: silence about servings stays unknown.
 */
import { dayToNumber } from "../base/day.ts";
import type { DayCompleteEntry } from "../journal/entry.ts";

export type CompleteGroup = DayCompleteEntry["group"];

/** Importers whose mark covers nutrient totals only. */
const TOTALS_ONLY: ReadonlySet<string> = new Set(["cronometer"]);

export interface CompleteDays {
  /** The person's own word that all of this group is written down. */
  readonly isComplete: (dayNumber: number, group: CompleteGroup) => boolean;
  /** Someone said that food of this day is not all written down. */
  readonly isFoodPartial: (dayNumber: number) => boolean;
}

/** Collects the marks. */
export function collectCompleteDays(entries: readonly DayCompleteEntry[]): CompleteDays {
  const own = new Map<string, boolean>();
  const anyFood = new Map<number, boolean>();
  for (const entry of entries) {
    const dayNumber = dayToNumber(entry.day);
    const isTotalsOnly = entry.source !== undefined && TOTALS_ONLY.has(entry.source);
    // of two marks for one group (two journals joined) the cautious one counts
    const key = `${entry.group} ${String(dayNumber)}`;
    if (!isTotalsOnly) own.set(key, (own.get(key) ?? true) && entry.complete);
    if (entry.group === "food" || entry.group === "all") {
      anyFood.set(dayNumber, (anyFood.get(dayNumber) ?? true) && entry.complete);
    }
  }
  return {
    isComplete: (dayNumber, group) =>
      own.get(`${group} ${String(dayNumber)}`) ?? own.get(`all ${String(dayNumber)}`) ?? false,
    isFoodPartial: (dayNumber) => anyFood.get(dayNumber) === false,
  };
}
