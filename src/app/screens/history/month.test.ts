import { describe, expect, it } from "vitest";
import { parseDay, type Day } from "../../../base/day.ts";
import { addMonths, monthStart, monthWeeks } from "./month.ts";

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

describe("months of the calendar", () => {
  it("starts weeks on Monday and leaves other months out", () => {
    const weeks = monthWeeks(day("2026-11-01")); // a Sunday
    expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(weeks.flat().filter((one) => one !== null)).toHaveLength(30);
  });

  it("gives a leap February 29 days", () => {
    expect(
      monthWeeks(day("2028-02-01"))
        .flat()
        .filter((one) => one !== null),
    ).toHaveLength(29);
  });

  it("walks over the ends of years in both directions", () => {
    expect(addMonths(day("2026-12-01"), 1)).toBe("2027-01-01");
    expect(addMonths(day("2026-01-01"), -1)).toBe("2025-12-01");
    expect(addMonths(day("2026-03-01"), -13)).toBe("2025-02-01");
  });

  it("finds the first day of a month", () => {
    expect(monthStart(day("2026-11-22"))).toBe("2026-11-01");
  });
});
