/**
 * How do several records of one day become the day's value?
 *
 * By the catalogue's daily rule: last, sum, mean, max or median. "Last" is the answer of the day (without a slot) if there is one, else the latest by clock time,
 * else by the name of the slot. The order in which entries arrive never matters.
 */
import type { DailyRule } from "../journal/variable.ts";
import type { Reading } from "./reading.ts";

const SLOT_ORDER = ["night before", "wake", "morning", "noon", "afternoon", "evening", "night", "bedtime"];

/** The day's value from at least one readable reading; NaN when none is readable. Direct answers win over events. */
export function combineReadings(readings: readonly Reading[], rule: DailyRule): number {
  const readable = readings.filter((reading) => !Number.isNaN(reading.value));
  const answers = readable.filter((reading) => reading.isAnswer);
  const used = answers.length > 0 ? answers : readable;
  const values = used.map((reading) => reading.value).sort((a, b) => a - b);
  const [first] = values;
  if (first === undefined) return Number.NaN;
  switch (rule) {
    case "sum":
      return values.reduce((sum, value) => sum + value, 0);
    case "mean":
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    case "max":
      return values.at(-1) ?? first;
    case "median": {
      const middle = Math.floor(values.length / 2);
      const upper = values[middle] ?? first;
      return values.length % 2 === 1 ? upper : ((values[middle - 1] ?? upper) + upper) / 2;
    }
    case "last":
      return [...used].sort(compareWithinDay).at(-1)?.value ?? first;
  }
}

/** Earlier first; an answer without slot and time speaks for the whole day and comes last. */
function compareWithinDay(a: Reading, b: Reading): number {
  const [wholeA, wholeB] = [a.slot === "" && a.time === "", b.slot === "" && b.time === ""];
  if (wholeA !== wholeB) return wholeA ? 1 : -1;
  return (
    compareText(a.time, b.time) ||
    slotRank(a.slot) - slotRank(b.slot) ||
    compareText(a.slot, b.slot) ||
    a.value - b.value
  );
}

function slotRank(slot: string): number {
  return SLOT_ORDER.indexOf(slot.trim().toLowerCase());
}

/** Order by code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
