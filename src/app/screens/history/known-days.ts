/**
 * What is known of each day, at a glance?
 *
 * From the daily table: which of skin, gut, stress or sleep, and food or other levers a day has values for.
 * Inferred zeros do not count as known by the person.
 */
import { dayFromNumber, type Day } from "../../../base/day.ts";
import { cellReasons, type DailyTable, type Role } from "../../../lib/index.ts";

export type KnownPart = "skin" | "gut" | "mind" | "lever";

export const knownParts: readonly KnownPart[] = ["skin", "gut", "mind", "lever"];

export interface KnownDay {
  readonly parts: readonly KnownPart[];
  /** How many values the person gave. */
  readonly count: number;
}

/** Days with at least one value, by day; empty for a diary whose days are numbered. Cost O(days x columns). */
export function knownDays(table: DailyTable): ReadonlyMap<Day, KnownDay> {
  const days = new Map<Day, KnownDay>();
  if (table.calendar !== "date") return days;
  for (let i = 0; i < table.dayCount; i += 1) {
    const parts = new Set<KnownPart>();
    let count = 0;
    for (const column of table.columns) {
      if (Number.isNaN(column.values[i] ?? Number.NaN)) continue;
      if (cellReasons[column.reasons[i] ?? 0] === "inferred-zero-complete-day") continue;
      count += 1;
      parts.add(partOf(column.role));
    }
    if (count > 0)
      days.set(dayFromNumber(table.firstDayNumber + i), { parts: knownParts.filter((part) => parts.has(part)), count });
  }
  return days;
}

function partOf(role: Role): KnownPart {
  switch (role) {
    case "skin":
    case "gut":
      return role;
    case "inflammation":
      return "gut";
    case "stress":
    case "sleep":
      return "mind";
    case "lever":
    case "context":
      return "lever";
  }
}
