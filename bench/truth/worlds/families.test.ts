import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diaryCsv } from "../diary-files.ts";
import { families, outcomeNames, pairKey, type Family, type TruthDiary } from "../diary.ts";
import { makeDiary } from "../generate.ts";
import { oracle } from "../oracle.ts";

const oneOfEach: readonly TruthDiary[] = families.map((family) => makeDiary(family, 1));

describe("every family of the truth benchmark", () => {
  it("gives the same diary for the same seed, its answer and its future included, and another for another seed", () => {
    for (const first of oneOfEach) {
      expect(printed(makeDiary(first.family, 1)), first.family).toBe(printed(first));
      expect(diaryCsv(makeDiary(first.family, 3).table), first.family).not.toBe(diaryCsv(first.table));
    }
  });

  it("turns its arms by the seed: the odd seed after an even one has the same arm", () => {
    for (const family of families) expect(makeDiary(family, 4).variant, family).toBe(makeDiary(family, 5).variant);
  });

  it("lives 14 days on in every outcome column, inside the scale and without a blank", () => {
    for (const { family, future, table } of oneOfEach) {
      expect([...future.keys()].sort(), family).toEqual([...outcomeNames(table)].sort());
      for (const [name, values] of future) {
        const column = table.columns.find((c) => c.name === name);
        expect(values, `${family} ${name}`).toHaveLength(14);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(column?.min ?? -Infinity);
          expect(value).toBeLessThanOrEqual(column?.max ?? Infinity);
        }
      }
    }
  });

  it("lists as truth only pairs of its columns, with kernels that sum to 1 and states that act from the next day on", () => {
    for (const { family, truth, table, secret } of oneOfEach) {
      const isState = new Set(outcomeNames(table));
      for (const edge of truth) {
        expect(
          table.columns.map((column) => column.name),
          family,
        ).toContain(edge.from);
        expect(isState.has(edge.to), `${family} ${edge.to}`).toBe(true);
        expect(edge.kernel.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...edge.kernel)).toBeGreaterThanOrEqual(0);
        if (isState.has(edge.from)) expect(edge.kernel[0]).toBeCloseTo(0, 12);
        expect(Number.isFinite(edge.effectPerUnit) && edge.effectPerUnit !== 0).toBe(true);
        expect(Math.abs(edge.effectSd)).toBeLessThan(2);
        expect(edge.reach ?? "fast").toBe(edge.delayDays > 10 ? "slow" : "fast");
        expect(secret.kernels.get(pairKey(edge.from, edge.to))).toEqual(edge.kernel);
      }
    }
  });

  it("tells the oracle a complete past and a kernel for every pair", () => {
    for (const { family, secret, table } of oneOfEach) {
      for (const column of table.columns) {
        const complete = secret.complete.get(column.name);
        expect(complete, `${family} ${column.name}`).toHaveLength(secret.runIn + table.dayCount);
        expect(complete?.some(Number.isNaN)).toBe(false);
        if (column.role === "context") continue;
        for (const to of outcomeNames(table).filter((name) => name !== column.name))
          expect(secret.kernels.get(pairKey(column.name, to)), `${family} ${column.name}>${to}`).toBeDefined();
      }
    }
  });

  it("marks as not well specified the families that no straight line fits", () => {
    const marked = new Set(
      oneOfEach.flatMap(({ family, truth }) => (truth.some((edge) => edge.wellSpecified === false) ? [family] : [])),
    );
    expect(marked).toEqual(new Set<Family>(["nonlinear", "changing", "mechanistic"]));
  });

  it("is found by the oracle without bias, and what is not there is not found more often than chance", () => {
    const told = { ratios: 0, edges: 0, small: 0, nothings: 0 };
    for (const family of families.filter((name) => name !== "long" && name !== "mechanistic")) {
      const own = { ratios: 0, edges: 0 };
      for (const seed of [1, 3, 5]) {
        const diary = makeDiary(family, seed);
        for (const claim of oracle.answer(diary, outcomeNames(diary.table)).claims) {
          const edge = diary.truth.find((e) => e.from === claim.from && e.to === claim.to);
          if (edge) {
            own.ratios += (claim.effect?.mean ?? 0) / edge.effectPerUnit;
            own.edges += 1;
          } else {
            told.small += claim.strength > 0.95 ? 1 : 0;
            told.nothings += 1;
          }
        }
      }
      if (own.edges > 0) expect(Math.abs(own.ratios / own.edges - 1), family).toBeLessThan(0.35);
      told.ratios += own.ratios;
      told.edges += own.edges;
    }
    expect(told.ratios / told.edges).toBeGreaterThan(0.93);
    expect(told.ratios / told.edges).toBeLessThan(1.07);
    expect(told.small / told.nothings).toBeGreaterThan(0.035);
    expect(told.small / told.nothings).toBeLessThan(0.065);
  });

  it("shares nothing with the engine but the type of the table", () => {
    const folders = [import.meta.dirname, `${import.meta.dirname}/mechanistic`];
    const files = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".ts"))
        .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
    );
    expect(files.length).toBeGreaterThan(15);
    const fromSource = files.flatMap((text) => text.match(/from "[./]*\/src\/[^"]+"/gu) ?? []);
    expect(fromSource.every((line) => line.endsWith('/src/daily/table.ts"'))).toBe(true);
  });
});

function printed({ table, truth, variant, future, secret }: TruthDiary): string {
  const told = [...secret.complete].map(([name, values]) => `${name} ${values.subarray(0, 60).join(",")}`);
  const ahead = [...future].map(([name, values]) => `${name} ${values.join(",")}`);
  return [diaryCsv(table), JSON.stringify(truth), variant, ...told, ...ahead].join("\n");
}
