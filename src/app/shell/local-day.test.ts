import { describe, expect, it } from "vitest";
import { addDays, parseDay } from "../../base/day.ts";
import { dayText, localToday, nearDayText } from "./local-day.ts";

const parsed = parseDay("2026-11-22");
if (!parsed.ok) throw new Error("the day of the test exists");
const day = parsed.value;

describe("the person's own day", () => {
  it("is the calendar day of the clock on the wall, just before and just after midnight", () => {
    expect(localToday(new Date(2026, 10, 22, 23, 59, 59))).toBe("2026-11-22");
    expect(localToday(new Date(2026, 10, 23, 0, 0, 1))).toBe("2026-11-23");
    expect(localToday(new Date(2028, 1, 29, 12))).toBe("2028-02-29");
  });

  it("never moves a day when it is written", () => {
    expect(dayText(day, "dayOfMonth")).toBe("22");
  });

  it("says today and yesterday, and a date otherwise", () => {
    const words = { today: "Today", yesterday: "Yesterday" };
    expect(nearDayText(day, day, words)).toBe("Today");
    expect(nearDayText(addDays(day, -1), day, words)).toBe("Yesterday");
    expect(nearDayText(addDays(day, -2), day, words)).toContain("20");
  });
});
