/**
 * A day for a test, or a clear failure: `dayOf("2026-11-20")`.
 */
import { parseDay, type Day } from "../../src/base/day.ts";

export function dayOf(text: string): Day {
  const day = parseDay(text);
  if (!day.ok) throw new Error(`"${text}" is not a day`);
  return day.value;
}
