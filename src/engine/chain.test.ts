import { describe, expect, it } from "vitest";
import { slow, white } from "../../test/support/made-diary.ts";
import { banksOf, causeColumn, chainInput, exactPosterior, type SmallDiary } from "../../test/support/small-chain.ts";
import { between, kernelNorms } from "./active-set.ts";
import { createChain } from "./chain.ts";
import { LAGS } from "./kernels.ts";
import { NOISE_LAWS } from "./noise-grid.ts";

const N = 60;
const days = Int32Array.from({ length: N }, (_, i) => i);

/** 60 days, two causes, of which the first acts with a delay of 2 days; one noise law, one bank of kernels. */
function twoCauses(effect: number, seed: number, extra: Partial<SmallDiary> = {}): SmallDiary {
  const causes = [white(N + LAGS, seed, 0), white(N + LAGS, seed, 1)];
  const noise = white(N, seed, 2);
  return {
    days,
    y: Float64Array.from(days, (t) => effect * causes[0][t + LAGS - 2] + noise[t]),
    fixed: [new Float64Array(N).fill(1)],
    causes,
    laws: [20],
    offsets: "one",
    ...extra,
  };
}

interface Walked {
  /** P(in) as accumulated, share of sweeps in which the edge was in, E[coefficient | in]. */
  readonly inclusion: number[];
  readonly active: number[];
  readonly beta: number[];
  /** Share of sweeps under each law. */
  readonly law: Map<number, number>;
}

function walk(diary: SmallDiary, sweeps: number): Walked {
  const p = diary.causes.length;
  const chain = createChain(chainInput(diary), 1, 0, 0);
  for (let s = 0; s < 200; s++) chain.sweep(false);
  chain.settle(chain.lawEvidence());
  for (let s = 0; s < 50; s++) chain.sweep(false);
  const inclusion = new Array<number>(p).fill(0);
  const active = new Array<number>(p).fill(0);
  const beta = new Array<number>(p).fill(0);
  const law = new Map<number, number>();
  for (let s = 0; s < sweeps; s++) {
    const record = chain.sweep(true);
    if (!record) throw new Error("nothing kept");
    law.set(record.law, (law.get(record.law) ?? 0) + 1 / sweeps);
    for (let j = 0; j < p; j++) {
      inclusion[j] += record.inclusion[j] / sweeps;
      active[j] += record.active[j] / sweeps;
      beta[j] += (record.inclusion[j] * record.beta[j]) / sweeps;
    }
  }
  return { inclusion, active, beta: beta.map((sum, j) => sum / inclusion[j]), law };
}

function expectAgreement(diary: SmallDiary, sweeps: number, within: number): void {
  const truth = exactPosterior(diary);
  const found = walk(diary, sweeps);
  truth.inclusion.forEach((value, j) => {
    expect(Math.abs(found.inclusion[j] - value)).toBeLessThan(within);
    // candidates that are looked at more rarely must be in as often as they should, no less
    expect(Math.abs(found.active[j] - value)).toBeLessThan(2 * within);
    if (value < 0.2) expect(found.active[j] / value).toBeGreaterThan(0.6);
    // an edge that is hardly ever in says little of its size
    if (value > 0.05) expect(Math.abs(found.beta[j] - truth.beta[j])).toBeLessThan(0.03);
  });
  for (const [law, value] of truth.law) expect(Math.abs((found.law.get(law) ?? 0) - value)).toBeLessThan(2 * within);
}

describe("the sampler", () => {
  it.each([
    [0.35, 3],
    [0.5, 4],
    [0, 5],
  ])("agrees with the sum over all 3,136 models (effect %s, seed %s)", (effect, seed) => {
    expectAgreement(twoCauses(effect, seed), 6000, 0.02);
  });

  it("agrees with the sum when effects have priors of their own, right ones and wrong ones", () => {
    expectAgreement(twoCauses(0.35, 6, { priorMean: [0.4, -0.3], priorSd: [0.15, 0.1] }), 6000, 0.02);
    expectAgreement(twoCauses(0.35, 6, { priorMean: [-0.5, 0.3], priorSd: [0.2, NaN] }), 6000, 0.02);
  });

  it("agrees with the sum when one edge is ten times as likely beforehand and the other a tenth", () => {
    const diary = twoCauses(0.3, 7, { oddsFactors: [10, 0.1] });
    expectAgreement(diary, 6000, 0.02);
    const plain = exactPosterior(twoCauses(0.3, 7));
    const asked = exactPosterior(diary);
    expect(asked.inclusion[0]).toBeGreaterThan(plain.inclusion[0]);
    expect(asked.inclusion[1]).toBeLessThan(plain.inclusion[1]);
  });

  it("agrees with the sum over noise laws with and without a level and over all delays of the pool", () => {
    const causes = [white(N + LAGS, 31)];
    const noise = slow(N, 0.5, 0.7, 33);
    const laws = [10, 16, 22, 49, 70, 112];
    expect(laws.filter((law) => NOISE_LAWS[law].level > 0)).toHaveLength(2);
    const diary: SmallDiary = {
      days,
      y: Float64Array.from(days, (t) => 0.5 * causes[0][t + LAGS - 3] + 0.6 * noise[t]),
      fixed: [new Float64Array(N).fill(1), Float64Array.from(days, (t) => t / N - 0.5)],
      causes,
      laws,
      offsets: "all",
    };
    const truth = exactPosterior(diary);
    // the test is about moves between laws: several of them matter
    expect([...truth.law.values()].filter((share) => share > 0.05).length).toBeGreaterThanOrEqual(4);
    expectAgreement(diary, 6000, 0.02);
  });

  it("draws coefficients and noise variance from their joint posterior given the edges", () => {
    // both causes surely in: their coefficients are those of a regression with a prior
    const diary = twoCauses(3, 8, { priorMean: [3, 2], priorSd: [0.05, 0.05], oddsFactors: [1e9, 1e9] });
    const chain = createChain(chainInput(diary), 1, 0, 0);
    const sums = [0, 0];
    const draws = 1000;
    for (let s = 0; s < 50; s++) chain.sweep(false);
    let state = chain.drawState();
    for (let d = 0; d < draws; d++) {
      chain.sweep(true);
      state = chain.drawState();
      for (const [a, j] of state.candidates.entries()) sums[j] += state.betas[a] / draws;
    }
    expect(state.candidates.toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(state.priorMeans).toEqual(state.candidates.map((j) => diary.priorMean?.[j]));
    for (const slab of state.slabs) expect(slab).toBeCloseTo(0.05 * 0.05 * NOISE_LAWS[20].scale, 12);
    expect(state.y).toBe(diary.y);
    exactPosterior(diary).beta.forEach((beta, j) => {
      expect(Math.abs(sums[j] - beta)).toBeLessThan(0.02);
    });
  });

  it("applies a kernel row as the sum of weighted lag columns", () => {
    const diary = twoCauses(0.4, 9);
    const system = chainInput(diary).systemOf(20);
    const bank = banksOf(diary)[0];
    const norm = between(system.own(1), bank, 7, bank, 7);
    expect(norm).toBe(kernelNorms(system, bank, 1)[7]);
    const column = system.whiten(causeColumn(diary, 1, bank, 7));
    expect(norm).toBeCloseTo(
      column.reduce((sum, x) => sum + x * x, 0),
      9,
    );
  });

  it("walks the same path for the same seed and another one for another seed", () => {
    const path = (seed: number): number[] => {
      const chain = createChain(chainInput(twoCauses(0.4, 6)), seed, 0, 0);
      const out: number[] = [];
      for (let s = 0; s < 50; s++) out.push(...(chain.sweep(true)?.inclusion ?? []));
      return out;
    };
    expect(path(1)).toEqual(path(1));
    expect(path(1)).not.toEqual(path(2));
  });
});
