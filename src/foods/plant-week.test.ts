import { describe, expect, it } from "vitest";
import type { PlantEaten } from "./exposures.ts";
import { plantWeek } from "./plant-week.ts";

const plants = (...taxa: readonly string[]): ReadonlyMap<string, PlantEaten> =>
  new Map(taxa.map((taxon) => [taxon, { probability: 1, weight: taxon === "basil" ? 0.25 : 1 }]));

describe("plants of a rolling week", () => {
  it("counts each taxon once, herbs a quarter in the weighted count", () => {
    const week = plantWeek(
      ["a", "b", "c", "d", "e", "f"].map((taxon) => plants(taxon, "oat")).concat([plants("basil", "oat")]),
    );
    expect(week?.distinct.mean).toBeCloseTo(8, 9);
    expect(week?.weighted.mean).toBeCloseTo(7.25, 9);
    expect(week?.distinct.sd).toBeCloseTo(0.15 * 8, 9);
  });

  it("looks at the last seven days only", () => {
    const days = Array.from({ length: 12 }, (_, day) => plants(`taxon ${day}`));
    expect(plantWeek(days)?.distinct.mean).toBeCloseTo(7, 9);
  });

  it("says nothing with fewer than five days, and is less sure with five or six", () => {
    const full = Array.from({ length: 7 }, () => plants("oat", "apple"));
    const gaps = (count: number) => full.map((day, at) => (at < count ? null : day));
    expect(plantWeek(gaps(3))).toBeNull();
    expect(plantWeek([])).toBeNull();
    expect(plantWeek(gaps(2))?.days).toBe(5);
    expect(plantWeek(gaps(2))?.distinct.errorSd).toBeGreaterThan(plantWeek(full)?.distinct.errorSd ?? Infinity);
  });

  it("joins doubtful taxa: two chances of a half make three quarters", () => {
    const half = new Map([["oat", { probability: 0.5, weight: 1 }]]);
    const days = [half, half, ...Array.from({ length: 5 }, () => plants())];
    expect(plantWeek(days)?.distinct.mean).toBeCloseTo(0.75, 9);
  });
});
