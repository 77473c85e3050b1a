import { describe, expect, it } from "vitest";
import { skippedAfterWorse } from "./skipped-days.ts";

/** Pairs of a recorded day and what follows: "gap" = no entry on the next day, "go" = an entry of the same height; between pairs a value to leave out. */
function diary(parts: readonly (readonly [value: number, next: "gap" | "go", times: number])[]): Float64Array {
  return Float64Array.from(
    parts.flatMap(([value, next, times]) =>
      Array.from({ length: times }, () => (next === "gap" ? [value, NaN] : [value])).flat(),
    ),
  );
}

describe("skipping the diary after worse days", () => {
  // worse days: 12 followed by a gap, 18 not; better days: 5 followed by a gap, 25 not (the last day has no next day)
  const values = diary([
    [8, "gap", 12],
    [8, "go", 18],
    [2, "gap", 5],
    [2, "go", 26],
  ]);

  it("gives the odds ratio of the hand-made table with its interval", () => {
    // (12.5 x 25.5) / (18.5 x 5.5) = 3.13268; SE = sqrt(1/12.5 + 1/18.5 + 1/5.5 + 1/25.5) = 0.59589;
    // scipy.stats.contingency.odds_ratio(kind="sample") of the table + 1/2 (scipy 1.17): see test/reference/skipped-days.py
    const found = skippedAfterWorse(values, "lower");
    expect(found?.oddsRatio).toBeCloseTo(3.1326781326781328, 12);
    expect(found?.low95).toBeCloseTo(0.9742964582739947, 10);
    expect(found?.high95).toBeCloseTo(10.072573085552484, 10);
  });

  it("turns round with the direction that is better", () => {
    const down = skippedAfterWorse(values, "lower");
    const up = skippedAfterWorse(values, "higher");
    expect((up?.oddsRatio ?? 0) * (down?.oddsRatio ?? 0)).toBeCloseTo(1, 12);
    expect((up?.low95 ?? 0) * (down?.high95 ?? 0)).toBeCloseTo(1, 12);
  });

  it("leaves days at the median out, but takes them as the good side where half of all days are perfect", () => {
    const withMiddle = diary([
      [8, "gap", 12],
      [5, "gap", 9],
      [8, "go", 18],
      [5, "go", 40],
      [2, "gap", 5],
      [2, "go", 26],
    ]);
    expect(skippedAfterWorse(withMiddle, "lower")).toEqual(skippedAfterWorse(values, "lower"));
    const perfect = diary([
      [8, "gap", 6],
      [8, "go", 10],
      [0, "gap", 3],
      [0, "go", 40],
    ]);
    // worse 6 / 10, at zero 3 / 39
    expect(skippedAfterWorse(perfect, "lower")?.oddsRatio).toBeCloseTo((6.5 * 39.5) / (10.5 * 3.5), 12);
  });

  it("says nothing with fewer than 8 skipped days, a constant score, no score, or no better side", () => {
    const seven = diary([
      [8, "gap", 4],
      [8, "go", 20],
      [2, "gap", 3],
      [2, "go", 20],
    ]);
    expect(skippedAfterWorse(seven, "lower")).toBeNull();
    const constant = diary([
      [4, "gap", 20],
      [4, "go", 20],
    ]);
    expect(skippedAfterWorse(constant, "lower")).toBeNull();
    expect(skippedAfterWorse(new Float64Array(30).fill(NaN), "lower")).toBeNull();
    expect(skippedAfterWorse(new Float64Array(0), "higher")).toBeNull();
    expect(skippedAfterWorse(values, "neither")).toBeNull();
  });

  it("stays finite when nobody ever skips after a good day", () => {
    const always = diary([
      [8, "gap", 15],
      [8, "go", 5],
      [2, "go", 30],
    ]);
    // 15 / 5 and 0 / 29
    expect(skippedAfterWorse(always, "lower")?.oddsRatio).toBeCloseTo((15.5 * 29.5) / (5.5 * 0.5), 10);
  });
});
