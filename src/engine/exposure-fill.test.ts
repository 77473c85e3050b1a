import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import { drawNormal } from "../numeric/normal.ts";
import { fillExposure } from "./exposure-fill.ts";

function ar1(n: number, rho: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const x = new Float64Array(n);
  let e = drawNormal(random) / Math.sqrt(1 - rho * rho);
  for (let t = 0; t < n; t++) {
    x[t] = 20 + e;
    e = rho * e + drawNormal(random);
  }
  return x;
}

describe("missing exposure days", () => {
  it("keep recorded values as they are and leave no hole", () => {
    const x = ar1(200, 0.5, 1);
    x[50] = NaN;
    const filled = fillExposure(x, 0);
    expect(filled.mean[49]).toBe(x[49]);
    expect(filled.mean.some(Number.isNaN)).toBe(false);
    expect(filled.variance[49]).toBe(0);
    expect(filled.variance[50]).toBeGreaterThan(0);
  });

  it("get the conditional mean of an AR(1) given both neighbours: rho / (1 + rho^2) of each for a single day", () => {
    const x = ar1(4000, 0.8, 2);
    x[1000] = NaN;
    const { mean, level, rho } = fillExposure(x, 0);
    const w = rho / (1 + rho * rho);
    const expected = level[1000] + w * (x[999] - level[999]) + w * (x[1001] - level[1001]);
    expect(mean[1000]).toBeCloseTo(expected, 10);
    expect(rho).toBeGreaterThan(0.75);
  });

  it("are the weekday mean, not an interpolation, when the cause is white", () => {
    const x = ar1(364, 0, 3);
    x[100] = 40;
    x[102] = 40;
    x[101] = NaN;
    expect(fillExposure(x, 0).mean[101]).toBeLessThan(26);
  });

  it("fade to the mean before the first and after the last record", () => {
    const x = ar1(300, 0.9, 4);
    x.fill(NaN, 200);
    const { mean, average } = fillExposure(x, 0);
    expect(Math.abs(mean[299] - average)).toBeLessThan(0.5);
  });

  it("of a column without any value are named by a NaN average, not guessed", () => {
    const filled = fillExposure(new Float64Array(30).fill(NaN), 0);
    expect(filled.recorded).toBe(0);
    expect(filled.average).toBeNaN();
  });
});
