import { describe, expect, it } from "vitest";
import { families, outcomeNames } from "./diary.ts";
import { diaryCsv, rolesJson } from "./diary-files.ts";
import { makeDiary, shuffleColumn } from "./generate.ts";
import { leverLaws } from "./levers.ts";
import { momentsOf } from "./simulate.ts";

describe("the diaries of the truth benchmark", () => {
  it("come out the same for the same family and seed and different for another seed", () => {
    expect(diaryCsv(makeDiary("main", 3).table)).toBe(diaryCsv(makeDiary("main", 3).table));
    expect(diaryCsv(makeDiary("main", 5).table)).not.toBe(diaryCsv(makeDiary("main", 3).table));
  });

  it("have 365 days, 21 candidates for skin and about 12 % blanks in the main family", () => {
    const diaries = [1, 3, 5, 7, 9].map((seed) => makeDiary("main", seed));
    const cells = diaries.flatMap(({ table }) => table.columns.flatMap((column) => [...column.values]));
    const blanks = cells.filter((value) => Number.isNaN(value)).length / cells.length;
    expect(diaries.every(({ table }) => table.dayCount === 365 && table.columns.length === 22)).toBe(true);
    expect(blanks).toBeGreaterThan(0.1);
    expect(blanks).toBeLessThan(0.14);
  });

  it("have three true causes of skin in the main family, none in the null family", () => {
    expect(makeDiary("main", 1).truth.filter((edge) => edge.to === "skin")).toHaveLength(3);
    expect(makeDiary("null", 1).truth).toHaveLength(0);
  });

  it("move the outcome by about .45 of its SD per SD of the cause, half of that in the weak family", () => {
    const meanSize = (family: "main" | "weak"): number => {
      const sizes = [1, 3, 5, 7, 9, 11, 13, 15].flatMap((seed) =>
        makeDiary(family, seed).truth.map((e) => Math.abs(e.effectSd)),
      );
      return sizes.reduce((a, b) => a + b, 0) / sizes.length;
    };
    expect(meanSize("main")).toBeGreaterThan(0.4);
    expect(meanSize("main")).toBeLessThan(0.5);
    expect(meanSize("weak")).toBeGreaterThan(0.2);
    expect(meanSize("weak")).toBeLessThan(0.26);
  });

  it("have levers with the measured means and within-person SDs, within a fifth", () => {
    for (const law of leverLaws.slice(0, 9)) {
      const all = Float64Array.from([1, 3, 5, 7].flatMap((seed) => [...valuesOf(seed, law.name)]));
      const { mean, sd } = momentsOf(all);
      expect(Math.abs(mean / law.mean - 1), `${law.name} mean`).toBeLessThan(0.2);
      expect(Math.abs(sd / law.sd - 1), `${law.name} SD`).toBeLessThan(0.25);
    }
  });

  it("keep every value inside its scale", () => {
    for (const family of families) {
      for (const column of makeDiary(family, 1).table.columns) {
        const known = [...column.values].filter((value) => !Number.isNaN(value));
        expect(Math.min(...known)).toBeGreaterThanOrEqual(column.min ?? -Infinity);
        expect(Math.max(...known)).toBeLessThanOrEqual(column.max ?? Infinity);
      }
    }
  });

  it("hide in the table what is blank and tell the oracle", () => {
    const { table, secret } = makeDiary("main", 1);
    const fibre = table.columns.find((column) => column.name === "fibre");
    const complete = secret.complete.get("fibre");
    const blankDay = fibre?.values.findIndex((value) => Number.isNaN(value)) ?? -1;
    expect(blankDay).toBeGreaterThanOrEqual(0);
    expect(complete?.[secret.runIn + blankDay]).toBeGreaterThanOrEqual(0);
    expect(complete).toHaveLength(365 + secret.runIn);
  });

  it("turn through every arm of a family on odd and on even seeds", () => {
    const arms = (start: number): number =>
      new Set([0, 2, 4, 6, 8].map((k) => makeDiary("null", start + k).variant)).size;
    expect(arms(1)).toBe(5);
    expect(arms(2)).toBe(5);
  });

  it("shuffling a column keeps its values and its blanks and moves the rest", () => {
    const diary = makeDiary("main", 1);
    const shuffled = shuffleColumn(diary, "skin", 1);
    const before = [...valuesIn(diary, "skin")];
    const after = [...valuesIn(shuffled, "skin")];
    expect(after.map(Number.isNaN)).toEqual(before.map(Number.isNaN));
    expect(after.filter((v) => !Number.isNaN(v)).sort()).toEqual(before.filter((v) => !Number.isNaN(v)).sort());
    expect(after).not.toEqual(before);
    expect(valuesIn(shuffled, "gut")).toEqual(valuesIn(diary, "gut"));
  });

  it("write a CSV with a date column, blank cells and a role for every column", () => {
    const { table } = makeDiary("short", 1);
    const lines = diaryCsv(table).trim().split("\n");
    expect(lines).toHaveLength(91);
    expect(lines[0]?.startsWith("date,fibre,energy")).toBe(true);
    expect(lines[1]?.startsWith("2022-01-01,")).toBe(true);
    expect(Object.keys(JSON.parse(rolesJson(table)).columns)).toHaveLength(22);
    expect(outcomeNames(table)).toEqual(["gut", "skin", "stress", "sleep"]);
  });
});

function valuesOf(seed: number, name: string): Float64Array {
  return valuesIn(makeDiary("main", seed), name);
}

function valuesIn(diary: ReturnType<typeof makeDiary>, name: string): Float64Array {
  return diary.table.columns.find((column) => column.name === name)?.values ?? new Float64Array();
}
