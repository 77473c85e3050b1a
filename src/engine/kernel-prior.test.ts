import { describe, expect, it } from "vitest";
import { kernelPriors, type KnownDelay } from "./kernel-prior.ts";
import { createKernelBank, delayOf, KERNELS, LAGS } from "./kernels.ts";

const known: readonly (readonly [string, KnownDelay | null])[] = [
  ["nothing known", null],
  ["a range within two days", { type: "range", min: 0, max: 2 }],
  ["a range of one to two weeks", { type: "range", min: 6, max: 14 }],
  ["a range of two to twelve weeks", { type: "range", min: 14, max: 84 }],
  ["a half effect after a day", { type: "half-effect", half: 1 }],
  ["a half effect after 40 days", { type: "half-effect", half: 40 }],
  ["a range that no kernel reaches", { type: "range", min: 400, max: 500 }],
];

function delays(firstLag: number): number[] {
  const bank = createKernelBank(0, 0, firstLag);
  return Array.from({ length: KERNELS }, (_, m) => delayOf(bank.weights.subarray(m * LAGS, (m + 1) * LAGS)));
}

/** Prior probability of a mean delay between these days. */
function massBetween(priors: Float64Array, low: number, high: number): number {
  return delays(0).reduce((sum, delay, m) => sum + (delay >= low && delay <= high ? priors[m] : 0), 0);
}

describe("the prior of delays", () => {
  it.each(known)("sums to 1 and shuts no kernel out that is open when nothing is known: %s", (_, delay) => {
    for (const firstLag of [0, 1]) {
      const open = kernelPriors(firstLag, null);
      const priors = kernelPriors(firstLag, delay);
      expect(priors).toHaveLength(KERNELS);
      expect(priors.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
      priors.forEach((prior, m) => {
        if (open[m] > 0) expect(prior).toBeGreaterThan(0.09 * open[m]);
        else expect(prior).toBe(0);
      });
    }
  });

  it.each([
    ["a range of one to two weeks", { type: "range", min: 6, max: 14 }, 3, 28],
    ["a range within two days", { type: "range", min: 0, max: 2 }, 0, 5],
    ["a range of two to twelve weeks", { type: "range", min: 14, max: 84 }, 7, 84],
    ["a half effect after a day", { type: "half-effect", half: 1 }, 0, 4],
    ["a half effect after 40 days", { type: "half-effect", half: 40 }, 20, 84],
  ] as const)("puts four fifths or more where the delay is known to be: %s", (_, delay, low, high) => {
    expect(massBetween(kernelPriors(0, delay), low, high)).toBeGreaterThan(0.8);
  });

  it("when nothing is known falls with the delay: the same day is twice as likely as a delay of 4 days, kernel for kernel", () => {
    const open = kernelPriors(0, null);
    expect(open[0] / open[4 * 3]).toBeCloseTo(2, 10);
    for (let centre = 1; centre <= 8; centre++) expect(open[centre * 3]).toBeLessThan(open[(centre - 1) * 3]);
    expect(massBetween(open, 14.01, 84)).toBeLessThan(0.1);
    expect(massBetween(open, 14.01, 84)).toBeGreaterThan(0.02);
  });

  it("moves to the usual range: more than half of it lies inside, widened by a factor of two", () => {
    const open = kernelPriors(0, null);
    for (const [min, max] of [
      [0, 2],
      [14, 84],
    ]) {
      const priors = kernelPriors(0, { type: "range", min, max });
      const [inside, before] = [priors, open].map((p) => massBetween(p, min / 2, max * 2));
      expect(inside).toBeGreaterThan(0.5);
      expect(inside).toBeGreaterThan(before);
    }
    // slow causes: from some 6 % of the prior beyond two weeks to 40 % and more
    const slow = kernelPriors(0, { type: "range", min: 14, max: 84 });
    expect(massBetween(slow, 14, 84) / massBetween(open, 14, 84)).toBeGreaterThan(5);
  });

  it("moves to the half effect: the mean delay follows it", () => {
    const meanDelay = (priors: Float64Array): number => delays(0).reduce((sum, delay, m) => sum + delay * priors[m], 0);
    const halves = [1, 4, 12, 40];
    const means = halves.map((half) => meanDelay(kernelPriors(0, { type: "half-effect", half })));
    for (let i = 1; i < means.length; i++) expect(means[i]).toBeGreaterThan(means[i - 1]);
    expect(means[0]).toBeLessThan(4);
    expect(means[3]).toBeGreaterThan(20);
    const priors = kernelPriors(0, { type: "half-effect", half: 40 });
    expect(massBetween(priors, 14, 84)).toBeGreaterThan(0.5);
  });

  it("gives no weight to the same day when the cause is another outcome", () => {
    const priors = kernelPriors(1, null);
    expect([...priors.subarray(0, 3)]).toEqual([0, 0, 0]);
    const bank = createKernelBank(0, 0, 1);
    priors.forEach((prior, m) => {
      const sum = bank.weights.subarray(m * LAGS, (m + 1) * LAGS).reduce((total, w) => total + w, 0);
      // what has weight can be told: no prior goes to an empty kernel
      if (prior > 0) expect(sum).toBeGreaterThan(0.99);
    });
  });
});
