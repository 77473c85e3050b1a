/**
 * Which weeks does a month of the calendar show?
 *
 * Rows of seven days from Monday; days of the neighbouring months are left out (null).
 */
import { addDays, dayFromNumber, dayToNumber, weekdayOf, type Day } from "../../../base/day.ts";

/** First day of the month that holds `day`. */
export function monthStart(day: Day): Day {
  return addDays(day, 1 - Number(day.slice(8, 10)));
}

/** First day of the month `months` later (negative: earlier). */
export function addMonths(start: Day, months: number): Day {
  let at = start;
  for (let i = 0; i < Math.abs(months); i += 1) {
    // from the first of a month, 31 days on lie in the next month, and one day back in the one before
    at = monthStart(addDays(at, months > 0 ? 31 : -1));
  }
  return at;
}

/** Weeks from Monday to Sunday; null = belongs to another month. */
export function monthWeeks(start: Day): readonly (readonly (Day | null)[])[] {
  const first = dayToNumber(start);
  const count = dayToNumber(addMonths(start, 1)) - first;
  const lead = weekdayOf(first);
  const weeks = Math.ceil((lead + count) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_unused, weekday) => {
      const index = week * 7 + weekday - lead;
      return index >= 0 && index < count ? dayFromNumber(first + index) : null;
    }),
  );
}
