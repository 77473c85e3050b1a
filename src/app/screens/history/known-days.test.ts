import { describe, expect, it } from "vitest";
import { cellReasons, type DailyColumn, type DailyTable } from "../../../lib/index.ts";
import { knownDays } from "./known-days.ts";

const gap = Number.NaN;

function column(
  name: string,
  role: DailyColumn["role"],
  values: readonly number[],
  reasons: readonly string[],
): DailyColumn {
  const codes = reasons.map((reason) => cellReasons.findIndex((known) => known === reason));
  return {
    name,
    label: name,
    role,
    unit: "points",
    betterIs: "lower",
    values: Float64Array.from(values),
    reasons: Uint8Array.from(codes),
  };
}

const table: DailyTable = {
  firstDayNumber: 20000,
  dayCount: 3,
  calendar: "date",
  columns: [
    column("itch", "skin", [0, gap, 3], ["recorded", "missing-not-recorded", "recorded"]),
    column("fibre", "lever", [0, gap, 2], ["inferred-zero-complete-day", "missing-not-recorded", "recorded"]),
  ],
};

describe("known days", () => {
  it("knows a day by what was recorded, zero included", () => {
    expect([...knownDays(table).values()]).toEqual([
      { parts: ["skin"], count: 1 },
      { parts: ["skin", "lever"], count: 2 },
    ]);
  });

  it("leaves out days without any value", () => {
    expect([...knownDays(table).keys()]).toEqual(["2024-10-04", "2024-10-06"]);
  });

  it("knows no calendar days in a diary of numbered days", () => {
    expect(knownDays({ ...table, calendar: "index" }).size).toBe(0);
  });
});
