import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import { drawGamma, drawNormal, normalCdf, normalQuantile } from "./normal.ts";

// Reference: Python 3.11 statistics.NormalDist (own implementation of AS241 and erfc); script test/reference/normal.py
const reference: readonly (readonly [number, number])[] = [
  [1e-12, -7.034483825301132],
  [0.001, -3.090232306167813],
  [0.025, -1.9599639845400538],
  [0.2, -0.8416212335729142],
  [0.5, 0],
  [0.9, 1.2815515655446008],
  [0.999999, 4.753424308822899],
];

describe("normal distribution", () => {
  it.each(reference)("has the quantile of p = %s at %s", (p, x) => {
    expect(normalQuantile(p)).toBeCloseTo(x, 10);
    expect(normalCdf(x)).toBeCloseTo(p, 13);
  });

  it("draws with mean 0, SD 1 and kurtosis 3", () => {
    const random = createRandom(7, 1);
    let [m1, m2, m4] = [0, 0, 0];
    const n = 200000;
    for (let i = 0; i < n; i++) {
      const z = drawNormal(random);
      m1 += z;
      m2 += z * z;
      m4 += z * z * z * z;
    }
    expect(Math.abs(m1 / n)).toBeLessThan(0.01);
    expect(Math.abs(m2 / n - 1)).toBeLessThan(0.015);
    expect(Math.abs(m4 / n - 3)).toBeLessThan(0.12);
  });

  it.each([0.4, 1, 7.5, 180])("draws gamma numbers of shape %s with mean and variance equal to the shape", (shape) => {
    const random = createRandom(11, shape * 10);
    let [sum, squares] = [0, 0];
    const n = 60000;
    for (let i = 0; i < n; i++) {
      const g = drawGamma(random, shape);
      sum += g;
      squares += g * g;
    }
    const mean = sum / n;
    expect(Math.abs(mean / shape - 1)).toBeLessThan(0.03);
    expect(Math.abs((squares / n - mean * mean) / shape - 1)).toBeLessThan(0.06);
  });
});
