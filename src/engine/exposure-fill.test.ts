import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import { drawNormal } from "../numeric/normal.ts";
import { cholesky, dot, solveLower, solveWith } from "../../test/support/dense-noise.ts";
import { column, momentsOf, table, white } from "../../test/support/made-diary.ts";
import { fillExposure } from "./exposure-fill.ts";
import { prepareAxis } from "./problem.ts";

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

describe("imprecise exposure days", () => {
  const n = 400;
  const truth = ar1(n, 0.6, 6).map((x) => x * 2);
  const error = white(n, 7);
  const errorSd = 1.8;
  const entries = truth.map((x, t) => x + errorSd * error[t]);
  const sds = new Float64Array(n).fill(errorSd);

  it("have the reliability that their errors leave, and the SD and lag-1 coefficient of the truth", () => {
    const [rough, exact, real] = [fillExposure(entries, 0, sds), fillExposure(entries, 0), fillExposure(truth, 0)];
    const share = 1 - errorSd ** 2 / momentsOf(entries).sd ** 2;
    expect(rough.reliability).toBeCloseTo(share, 10);
    expect(exact.reliability).toBe(1);
    expect(Math.abs(rough.sd / real.sd - 1)).toBeLessThan(0.1);
    expect(rough.rho).toBeGreaterThan(exact.rho + 0.05);
    expect(Math.abs(rough.rho - real.rho)).toBeLessThan(0.12);
    expect(rough.average).toBe(exact.average);
  });

  it("become the conditional mean and variance of the truth given all entries, as dense algebra gives them", () => {
    const m = 40;
    const some = entries.slice(0, m);
    const own = Float64Array.from({ length: m }, (_, t) => (t % 3 === 0 ? 0.5 : 2.5));
    some[10] = NaN;
    some[11] = NaN;
    // one entry without an error SD is exact
    own[20] = 0;
    own[21] = NaN;
    const { mean, variance, level, rho, errorVariance } = fillExposure(some, 0, own);
    const known = [...some.keys()].filter((t) => !Number.isNaN(some[t]));
    // spread of the truth around its weekday means, as the filter starts from it
    const residual = known.reduce((sum, t) => sum + (some[t] - level[t]) ** 2, 0) / (known.length - 1);
    const meanError = known.reduce((sum, t) => sum + (errorVariance?.[t] ?? 0), 0) / known.length;
    const spread = Math.max(0.1 * residual, residual - meanError);
    const prior = (a: number, b: number): number => spread * rho ** Math.abs(a - b);
    const L = cholesky(known.map((a) => known.map((b) => prior(a, b) + (a === b ? (errorVariance?.[a] ?? 0) : 0))));
    const weights = solveWith(
      L,
      known.map((t) => some[t] - level[t]),
    );
    for (let t = 0; t < m; t++) {
      const row = known.map((a) => prior(a, t));
      const half = solveLower(L, row);
      expect(mean[t]).toBeCloseTo(level[t] + dot(row, weights), 8);
      expect(variance[t]).toBeCloseTo(spread - dot(half, half), 8);
    }
    expect(mean[20]).toBeCloseTo(some[20], 8);
    expect(variance[21]).toBeCloseTo(0, 8);
  });

  it("are nearer to the truth than the entries", () => {
    const { mean } = fillExposure(entries, 0, sds);
    const off = (values: Float64Array): number => momentsOf(values.map((x, t) => x - truth[t])).sd;
    expect(off(mean)).toBeLessThan(0.85 * off(entries));
  });

  it("are exact when no SD is above zero, and never all error however large the SDs are", () => {
    for (const none of [new Float64Array(n), new Float64Array(n).fill(NaN), new Float64Array(n).fill(-1)]) {
      expect(fillExposure(entries, 0, none)).toEqual(fillExposure(entries, 0));
    }
    const wild = fillExposure(entries, 0, new Float64Array(n).fill(1e6));
    expect(wild.reliability).toBeCloseTo(0.1, 12);
    expect([...wild.mean, ...wild.variance, wild.sd, wild.rho].every(Number.isFinite)).toBe(true);
    expect(wild.sd).toBeGreaterThan(0);
  });

  it("with an assigned typical value (Berkson) stay as they are: such errors do not shrink an effect", () => {
    const skin = column("skin", "skin", white(n, 9));
    const fill = (extra: Parameters<typeof column>[3]): unknown => {
      const prepared = prepareAxis(table([column("cause", "lever", entries, extra), skin]), { seed: 1 });
      if (!prepared.ok) throw new Error("no problem");
      return prepared.value.outcomes[0].candidates[0].filled;
    };
    const plain = fill({});
    expect(fill({ sds, errorKind: "berkson" })).toEqual(plain);
    expect(fill({ sds, errorKind: "classical" })).not.toEqual(plain);
    expect(fill({ sds })).toEqual(fill({ sds, errorKind: "classical" }));
  });

  it("scale with the unit", () => {
    const [plain, huge] = [1, 2 ** 30].map((unit) =>
      fillExposure(
        entries.map((x) => x * unit),
        0,
        sds.map((x) => x * unit),
      ),
    );
    expect(huge.reliability).toBe(plain.reliability);
    expect(huge.sd).toBe(plain.sd * 2 ** 30);
    expect([...huge.mean]).toEqual([...plain.mean].map((x) => x * 2 ** 30));
  });
});
