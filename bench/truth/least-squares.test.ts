import { describe, expect, it } from "vitest";
import { incompleteBeta, leastSquares, twoSidedT, upperF } from "./least-squares.ts";

describe("the baselines' statistics", () => {
  it("give the two-sided tails of t that tables print", () => {
    expect(twoSidedT(2.228, 10)).toBeCloseTo(0.05, 4); // t(.975, 10) = 2.228
    expect(twoSidedT(1.98, 120)).toBeCloseTo(0.05, 3); // t(.975, 120) = 1.980
    expect(twoSidedT(0, 7)).toBeCloseTo(1, 12);
    expect(twoSidedT(12.706, 1)).toBeCloseTo(0.05, 5); // t(.975, 1) = 12.706
  });

  it("give the upper tails of F that tables print", () => {
    expect(upperF(4.965, 1, 10)).toBeCloseTo(0.05, 4); // F(.95; 1, 10) = 4.965
    expect(upperF(2.087, 7, 120)).toBeCloseTo(0.05, 3); // F(.95; 7, 120) = 2.087
    expect(upperF(0, 7, 120)).toBe(1);
  });

  it("know the incomplete beta in closed form: I_x(2, 3) = 1 - (1-x)^4 - 4x(1-x)^3", () => {
    for (const x of [0.05, 0.3, 0.5, 0.9]) {
      expect(incompleteBeta(x, 2, 3)).toBeCloseTo(1 - (1 - x) ** 4 - 4 * x * (1 - x) ** 3, 10);
    }
  });

  it("fit a straight line: y = 1, 3, 2, 5, 5 on 0..4 has slope 1", () => {
    const fit = leastSquares(Float64Array.of(1, 3, 2, 5, 5), [
      Float64Array.of(1, 1, 1, 1, 1),
      Float64Array.of(0, 1, 2, 3, 4),
    ]);
    // by hand: Sxx = 10, Sxy = 10, mean y = 3.2, residuals -.2, .8, -1.2, .8, -.2
    expect(fit?.coefficients[1]).toBeCloseTo(1, 12);
    expect(fit?.coefficients[0]).toBeCloseTo(1.2, 12);
    expect(fit?.residualSumOfSquares).toBeCloseTo(2.8, 12);
    expect(fit?.errors[1]).toBeCloseTo(Math.sqrt(2.8 / 3 / 10), 12);
  });

  it("refuse columns that are copies of each other", () => {
    const x = Float64Array.of(0, 1, 2, 3, 4, 5);
    expect(leastSquares(x, [x, x])).toBeNull();
  });
});
