import { describe, expect, it } from "vitest";
import { cholesky, logDeterminant, readingCovariance, solveLower } from "../../test/support/dense-noise.ts";
import { white } from "../../test/support/made-diary.ts";
import { createFilter, whitenInPlace, type NoiseScales } from "./filter.ts";
import { NOISE_LAWS } from "./noise-grid.ts";

const days = Int32Array.from([0, 1, 2, 4, 5, 9, 10, 11, 12, 20, 21, 22, 23, 24, 30, 31, 33, 34, 35, 60]);
const n = days.length;
const wild: NoiseScales = { reading: new Float64Array(n).fill(1), push: new Float64Array(n).fill(1) };
wild.reading[4] = 25;
wild.push[9] = 16;

/** Laws of every kind: white, persistent, with a slow and with a fast level. */
const laws = NOISE_LAWS.map((law, index) => ({ law, index })).filter(({ index }) => index % 7 === 3 || index === 0);

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let worst = 0;
  for (let i = 0; i < a.length; i++) worst = Math.max(worst, Math.abs(a[i] - b[i]));
  return worst;
}

describe("the filter", () => {
  it("is tried on laws with and without a level", () => {
    expect(laws.filter(({ law }) => law.level > 0).length).toBeGreaterThan(4);
    expect(laws.filter(({ law }) => law.level === 0).length).toBeGreaterThan(4);
  });

  it.each(laws.map(({ law, index }) => [index, law] as const))(
    "of law %s whitens as the inverse of the dense covariance's triangle does, gaps and wild days included",
    (_, law) => {
      for (const scales of [null, wild]) {
        const L = cholesky(readingCovariance(law, days, scales));
        const filter = createFilter(law, days, scales);
        for (const key of [1, 2]) {
          const y = white(n, key);
          const expected = solveLower(L, y);
          const found = Float64Array.from([7, ...y, 8]);
          whitenInPlace(filter, found, 1);
          expect(largestDifference(found.subarray(1, n + 1), expected)).toBeLessThan(1e-10);
          // nothing beside the n values at the offset is touched
          expect([found[0], found[n + 1]]).toEqual([7, 8]);
        }
        expect(filter.logDet).toBeCloseTo(-0.5 * logDeterminant(L), 9);
      }
    },
  );

  it("of one day alone only divides by that day's SD", () => {
    const law = NOISE_LAWS[20];
    const filter = createFilter(law, Int32Array.of(12), null);
    const y = Float64Array.of(3);
    whitenInPlace(filter, y, 0);
    expect(y[0]).toBeCloseTo(3 / Math.sqrt(1 + 100 * law.scale), 12);
  });

  it("bridges a gap of 3,000 days without losing a digit to infinity", () => {
    for (const law of NOISE_LAWS) {
      const filter = createFilter(law, Int32Array.of(0, 1, 3001, 3002), null);
      const y = Float64Array.of(1, 2, 3, 4);
      whitenInPlace(filter, y, 0);
      expect([...y, filter.logDet].every(Number.isFinite)).toBe(true);
    }
  });
});

describe("the grid of noise laws", () => {
  it("gives a law with a level a quarter of the prior weight, and only beside a persistence of .9 or less", () => {
    for (const law of NOISE_LAWS) {
      expect(law.logPrior).toBeCloseTo(law.level > 0 ? Math.log(0.25) : 0, 12);
      if (law.level > 0) expect(law.phi).toBeLessThanOrEqual(0.9);
    }
  });

  it("states the variance of an ordinary day: 1 for the reading and ratio / (1 - phi^2) for the state, up to phi = .95", () => {
    for (const { phi, ratio, scale } of NOISE_LAWS) {
      const capped = Math.min(phi, 0.95);
      expect(scale).toBeCloseTo(1 + ratio / (1 - capped ** 2), 12);
    }
  });

  it("lets the level wander over a year by about a third of an outcome SD, or by about one", () => {
    const shares = [...new Set(NOISE_LAWS.map((law) => (law.level / law.scale).toPrecision(6)))].map(Number);
    expect(shares.map((share) => Math.sqrt(365 * share).toFixed(2)).sort()).toEqual(["0.00", "0.33", "1.05"]);
  });
});
