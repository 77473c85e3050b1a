import { describe, expect, it } from "vitest";
import { createKernelPool, isBump, kernelPriors, KERNELS, LAGS, OFFSETS } from "./kernels.ts";

describe("delay kernels", () => {
  it.each([0, 1])("are non-negative, sum to 1 and keep to lags from %s on", (firstLag) => {
    for (const bank of createKernelPool(firstLag)) {
      for (let m = 0; m < KERNELS; m++) {
        const row = bank.weights.subarray(m * LAGS, (m + 1) * LAGS);
        const sum = row.reduce((total, w) => total + w, 0);
        expect(Math.abs(sum - 1)).toBeLessThan(3e-3);
        expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
        for (let lag = 0; lag < firstLag; lag++) expect(row[lag]).toBe(0);
        row.forEach((w, lag) => {
          if (w > 0) expect(lag >= bank.from[m] && lag < bank.to[m]).toBe(true);
        });
      }
    }
  });

  it("cover mean delays in steps finer than a tenth of a day", () => {
    const delays = createKernelPool(0).flatMap((bank) =>
      Array.from({ length: KERNELS }, (_, m) => m)
        .filter(isBump)
        .map((m) => bank.weights.subarray(m * LAGS, (m + 1) * LAGS).reduce((sum, w, lag) => sum + lag * w, 0)),
    );
    const sorted = delays.filter((d) => d > 1 && d < 8).sort((a, b) => a - b);
    const gaps = sorted.slice(1).map((d, i) => d - sorted[i]);
    expect(Math.max(...gaps)).toBeLessThan(0.1);
    expect(delays).toHaveLength(OFFSETS * (KERNELS - 3));
  });

  it("have prior weights that sum to 1 and prefer short delays mildly", () => {
    const priors = kernelPriors(0, undefined);
    expect(priors.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
    expect(priors[0] / priors[7 * 3]).toBeCloseTo(2, 1);
  });

  it("never exclude a delay outside the usual range, they only halve it", () => {
    const flat = kernelPriors(0, undefined);
    const usual = kernelPriors(0, { min: 6, max: 14 });
    for (let m = 0; m < KERNELS; m++) if (flat[m] > 0) expect(usual[m]).toBeGreaterThan(0);
    expect(usual[0] / usual[8 * 3] / (flat[0] / flat[8 * 3])).toBeCloseTo(0.5, 10);
  });

  it("give no weight to the same day when the cause is another outcome", () => {
    const priors = kernelPriors(1, undefined);
    expect([priors[0], priors[1], priors[2]]).toEqual([0, 0, 0]);
    expect(priors.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
  });
});
