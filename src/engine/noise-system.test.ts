import { describe, expect, it } from "vitest";
import { denseSystem, dot } from "../../test/support/dense-noise.ts";
import { white } from "../../test/support/made-diary.ts";
import type { NoiseScales } from "./filter.ts";
import { createKernelBank, KERNELS, LAGS } from "./kernels.ts";
import { createPlainWork } from "./linear-work.ts";
import { noiseEvidence } from "./noise-evidence.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import { createNoiseSystem, type NoiseSystem } from "./noise-system.ts";

const days = Int32Array.from([0, 1, 2, 4, 5, 9, 10, 11, 12, 20, 21, 22, 23, 24, 30, 31, 33, 34, 35, 36]);
const n = days.length;
const P = 3;
const y = white(n, 1);
const fixed = [new Float64Array(n).fill(1), Float64Array.from(days, (t) => t / 36 - 0.5)];
const lags = Array.from({ length: P * LAGS }, (_, c) => white(n, 2, c));
const wild: NoiseScales = { reading: new Float64Array(n).fill(1), push: new Float64Array(n).fill(1) };
wild.reading[4] = 25;
wild.push[9] = 16;
const bank = createKernelBank(0.1, -0.2, 0);

function system(law: number, scales: NoiseScales | null): NoiseSystem {
  return createNoiseSystem(
    NOISE_LAWS[law],
    days,
    scales,
    fixed,
    P,
    (j, columns, offset) => {
      for (let lag = 0; lag < LAGS; lag++) columns.set(lags[j * LAGS + lag], offset + lag * n);
    },
    createPlainWork,
  );
}

function kernelOf(m: number): { kernel: Float64Array; from: number; to: number } {
  return { kernel: bank.weights.subarray(m * LAGS, (m + 1) * LAGS), from: bank.from[m], to: bank.to[m] };
}

/** The column of candidate j under a kernel, as it is before whitening. */
function rawColumn(j: number, m: number): Float64Array {
  const { kernel } = kernelOf(m);
  return Float64Array.from({ length: n }, (_, i) =>
    kernel.reduce((sum, w, lag) => sum + w * lags[j * LAGS + lag][i], 0),
  );
}

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expect(found[i]).toBeCloseTo(expected[i], 8);
}

// without level, with a slow and with a quick one (the law's last index is the quickest)
const LAWS = [0, 21, 53, 60, 75, NOISE_LAWS.length - 1];

describe.each(LAWS)("the system of law %s", (law) => {
  it.each([
    ["ordinary days", null],
    ["wild days", wild],
  ])("answers every product as dense generalised least squares does (%s, gaps included)", (_, scales) => {
    const fast = system(law, scales);
    const dense = denseSystem(NOISE_LAWS[law], days, scales, fixed);
    const wy = dense.whiten(y);
    const X = lags.map((column) => dense.whiten(column));
    expect(fast.freedom).toBe(n - 2);
    expect(fast.logDet).toBeCloseTo(dense.logDet, 8);
    const whiteY = fast.whiten(y);
    expectClose(whiteY, wy);
    expectClose(
      fast.cross(whiteY),
      X.map((x) => dot(x, wy)),
    );
    for (let a = 0; a < P; a++) {
      const mine = X.slice(a * LAGS, (a + 1) * LAGS);
      expectClose(
        fast.own(a),
        mine.flatMap((u) => mine.map((v) => dot(u, v))),
      );
      for (let b = 0; b < P; b++) {
        const other = X.slice(b * LAGS, (b + 1) * LAGS);
        expectClose(
          fast.pair(a, b),
          mine.flatMap((u) => other.map((v) => dot(u, v))),
        );
      }
    }
    for (const m of [0, 4, 37, KERNELS - 1]) {
      const { kernel, from, to } = kernelOf(m);
      const column = dense.whiten(rawColumn(1, m));
      expectClose(fast.kernelColumn(1, kernel, from, to), column);
    }
  });
});

describe("blocks of two candidates", () => {
  it("keeps the products of a pair instead of making them again", () => {
    const fast = system(21, null);
    expect(fast.pair(0, 2)).toBe(fast.pair(0, 2));
    const [ab, ba] = [fast.pair(0, 2), fast.pair(2, 0)];
    for (let r = 0; r < LAGS; r++) {
      for (let c = 0; c < LAGS; c++) expect(ab[r * LAGS + c]).toBeCloseTo(ba[c * LAGS + r], 10);
    }
  });

  it("drops a fixed column that repeats another and does not count it", () => {
    const twice = [...fixed, Float64Array.from(fixed[1], (x) => 3 * x + 1)];
    const fat = createNoiseSystem(NOISE_LAWS[20], days, null, twice, 0, () => undefined, createPlainWork);
    expect(fat.freedom).toBe(n - 2);
    expectClose(fat.whiten(y), system(20, null).whiten(y));
  });

  it("does not change its inputs", () => {
    const flat = (): number[] => [...y, ...lags.flatMap((column) => [...column]), ...fixed.flatMap((c) => [...c])];
    const before = flat();
    const fast = system(30, wild);
    fast.whiten(y);
    expect(flat()).toEqual(before);
  });
});

describe("the evidence of the noise laws", () => {
  it("is the dense log marginal likelihood plus the log prior, law by law", () => {
    const found = noiseEvidence(days, y, fixed, wild);
    for (const law of LAWS) {
      const dense = denseSystem(NOISE_LAWS[law], days, wild, fixed);
      const wy = dense.whiten(y);
      const expected = NOISE_LAWS[law].logPrior + dense.logDet - 0.5 * (n - 2) * Math.log(dot(wy, wy));
      expect(found[law]).toBeCloseTo(expected, 8);
    }
  });

  it("is not looked at where nobody wants it", () => {
    const found = noiseEvidence(days, y, fixed, null, (law) => law === 7);
    expect([...found.keys()].filter((law) => found[law] > -Infinity)).toEqual([7]);
  });
});
