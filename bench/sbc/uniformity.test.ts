import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/base/random.ts";
import { bandOf, binomialCdf, binomialRange, chiSquareTail, uniformityOf } from "./uniformity.ts";

function uniform(n: number, seed: number): number[] {
  const random = createRandom(seed, 3);
  return Array.from({ length: n }, () => random.uniform());
}

describe("uniformity of places", () => {
  it("binomial distribution: P(X <= 2) of 10 tosses with p .3 is .3828 (tables)", () => {
    expect(binomialCdf(10, 0.3)[2]).toBeCloseTo(0.38278, 5);
    expect(binomialCdf(10, 0.3)[10]).toBeCloseTo(1, 12);
    expect(binomialRange(100, 0.5, 0.95)).toEqual({ low: 40, high: 60 });
  });

  it("chi-square tail: the 5 % points of tables", () => {
    for (const [freedom, point] of [
      [1, 3.841],
      [10, 18.307],
      [19, 30.144],
    ] as const) {
      expect(chiSquareTail(point, freedom)).toBeCloseTo(0.05, 4);
    }
    expect(chiSquareTail(2, 19)).toBeGreaterThan(0.999);
  });

  it("uniform samples leave the simultaneous band in about 5 of 100 cases", () => {
    let left = 0;
    for (let seed = 1; seed <= 300; seed++) if (!uniformityOf(uniform(100, seed)).insideBand) left += 1;
    // binomial(300, .05): more than 28 or fewer than 4 happens once in a thousand
    expect(left).toBeGreaterThanOrEqual(4);
    expect(left).toBeLessThanOrEqual(28);
  });

  it("the band is wider than the pointwise one and closes at both ends", () => {
    const band = bandOf(400);
    expect(band.high[50]).toBeGreaterThan(1.96 * Math.sqrt(0.25 / 400));
    expect(band.high[0]).toBe(0);
    expect(band.low[100]).toBe(0);
  });

  it("posteriors a third too narrow, or shifted by half an SD, are seen with 400 places", () => {
    const narrow = uniform(400, 5).map((u) => Math.min(1, Math.max(0, 0.5 + 1.5 * (u - 0.5))));
    expect(uniformityOf(narrow).insideBand).toBe(false);
    expect(uniformityOf(narrow).middle50).toBeLessThan(0.42);
    const shifted = uniform(400, 6).map((u) => u * u);
    expect(uniformityOf(shifted).insideBand).toBe(false);
    expect(uniformityOf(shifted).chiSquareP).toBeLessThan(1e-6);
  });
});
