import { describe, expect, it } from "vitest";
import { dailyTableFromDiary } from "./from-diary.ts";
import { cellReasons } from "./table.ts";

describe("a daily table from a diary file", () => {
  it("keeps names, order and numbers, and gives every cell its reason", () => {
    const column = { header: "itch", label: "itch", role: "skin", unit: "points", betterIs: "lower" } as const;
    const table = dailyTableFromDiary({
      calendar: "index",
      dayNumbers: [-1, 0, 1],
      columns: [
        { ...column, partOf: ["skin"], values: Float64Array.of(1, NaN, 3), sds: Float64Array.of(0.5, NaN, NaN) },
      ],
    });
    expect([table.firstDayNumber, table.dayCount, table.calendar]).toEqual([-1, 3, "index"]);
    expect(table.columns[0]).toMatchObject({ name: "itch", role: "skin", partOf: ["skin"] });
    expect(table.columns[0]).not.toHaveProperty("header");
    expect([...(table.columns[0]?.sds ?? [])]).toEqual([0.5, NaN, NaN]);
    expect([...(table.columns[0]?.reasons ?? [])].map((code) => cellReasons[code])).toEqual([
      "recorded",
      "missing-not-recorded",
      "recorded",
    ]);
  });

  it("is empty for a diary without days", () => {
    expect(dailyTableFromDiary({ calendar: "date", dayNumbers: [], columns: [] }).dayCount).toBe(0);
  });
});
