import { describe, expect, it } from "vitest";
import { column, table } from "../../test/support/made-diary.ts";
import { withStoolSides } from "./stool-sides.ts";

const form = column("stool", "gut", Float64Array.of(1, 2, 3, 3.5, 4, 5, 6, 7, NaN), {
  label: "Stool form",
  min: 1,
  max: 7,
  step: 1,
  betterIs: "neither",
  measure: "stool-form",
  partOf: ["gutScore"],
  delayDays: { min: 0, max: 3 },
});
const tea = column("tea", "lever", new Float64Array(9));

describe("stool form as two outcomes", () => {
  // Lewis & Heaton 1997: 1-2 hard, 3-4 well-formed, 5-7 loose
  it("is 0 on both sides for a form of 3.5 to 4 and rises to either end; missing stays missing", () => {
    const sides = withStoolSides(table([form])).columns;
    expect(sides.map((side) => [...side.values])).toEqual([
      [0, 0, 0, 0, 0, 1, 2, 3, NaN],
      [2.5, 1.5, 0.5, 0, 0, 0, 0, 0, NaN],
    ]);
  });

  it("stands where the form stood, each side worse upwards, and the form itself is gone", () => {
    const { columns } = withStoolSides(table([tea, form, tea]));
    expect(columns.map((one) => one.name)).toEqual(["tea", "stool.loose", "stool.hard", "tea"]);
    for (const side of columns.slice(1, 3)) {
      expect(side).toMatchObject({ role: "gut", min: 0, betterIs: "lower", unit: "points" });
      expect(side.max).toBe(Math.max(...[...side.values].filter((x) => !Number.isNaN(x))));
      expect(side.measure).toBeUndefined();
      expect(side.step).toBeUndefined();
      expect(side.delayDays).toEqual({ min: 0, max: 3 });
    }
    expect(columns[1].label).toBe("Stool form, loose side");
  });

  it("names each side as part of the other and of what the form was part of: none is a cause of the other", () => {
    const sides = withStoolSides(table([form])).columns;
    expect(sides.map((side) => side.partOf)).toEqual([
      ["gutScore", "stool.hard"],
      ["gutScore", "stool.loose"],
    ]);
  });

  it("leaves a table without stool form as it is, and does not change one with it", () => {
    const plain = table([tea]);
    expect(withStoolSides(plain)).toBe(plain);
    const before = [...form.values];
    withStoolSides(table([form]));
    expect([...form.values]).toEqual(before);
  });
});
