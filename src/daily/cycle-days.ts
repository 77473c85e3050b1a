/**
 * On which days was there a period?
 *
 * 1 from a start to its end (at most 14 days) and on every day with flow; 0 on the days between an end and the next start, because both ends of that time were
 * written down (at most 90 days). Anything else stays unknown: after a start without an end, before the first and after the last record.
 */
import { dayToNumber } from "../base/day.ts";
import type { CycleEntry } from "../journal/entry.ts";

const LONGEST_PERIOD_DAYS = 14;
const LONGEST_GAP_DAYS = 90;

/** Day number -> 1 or 0; days that are not known are absent. */
export function menstruationByDay(entries: readonly CycleEntry[]): ReadonlyMap<number, number> {
  const daysOf = (event: CycleEntry["event"]): number[] =>
    entries
      .filter((entry) => entry.event === event)
      .map((entry) => dayToNumber(entry.day))
      .sort((a, b) => a - b);
  const starts = daysOf("periodStart");
  const ends = daysOf("periodEnd");
  const byDay = new Map<number, number>();
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1] ?? Infinity;
    const end = ends.find((day) => day >= start && day < next && day - start < LONGEST_PERIOD_DAYS);
    fill(byDay, start, end ?? start, 1);
    if (end !== undefined && next - end <= LONGEST_GAP_DAYS) fill(byDay, end + 1, next - 1, 0);
  }
  for (const day of daysOf("flow")) byDay.set(day, 1);
  return byDay;
}

function fill(byDay: Map<number, number>, from: number, to: number, value: number): void {
  for (let day = from; day <= to; day += 1) byDay.set(day, value);
}
