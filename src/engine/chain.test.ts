import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import { drawNormal } from "../numeric/normal.ts";
import {
  applyKernel,
  columnProducts,
  createFactor,
  factorise,
  kernelRow,
  logMarginal,
  type ActiveSet,
} from "./active-set.ts";
import { createChain } from "./chain.ts";
import type { ChainInput } from "./chain-record.ts";
import { priorOdds } from "./inclusion-prior.ts";
import { createKernelPool, kernelPriors, KERNELS, LAGS, OFFSETS } from "./kernels.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import { whitenSystem } from "./whiten.ts";

const LAW = 20;
const SLABS = [0.15, 0.5];

/** A diary of 60 days with p = 2 causes of which the first acts with delay 2; one law, one offset: small enough to enumerate. */
function smallInput(effect: number, seed: number): ChainInput {
  const random = createRandom(seed);
  const n = 60;
  const days = Int32Array.from({ length: n }, (_, i) => i);
  const x = [0, 1].map(() => Float64Array.from({ length: n + LAGS }, () => drawNormal(random)));
  const y = Float64Array.from(days, (t) => effect * x[0][t + LAGS - 2] + drawNormal(random));
  const lags = new Float64Array(2 * LAGS * n);
  for (let j = 0; j < 2; j++) {
    for (let lag = 0; lag < LAGS; lag++)
      for (let t = 0; t < n; t++) lags[(j * LAGS + lag) * n + t] = x[j][t + LAGS - lag];
  }
  const system = whitenSystem(NOISE_LAWS[LAW], days, null, y, [new Float64Array(n).fill(1)], lags);
  const bank = createKernelPool(0)[0];
  const products = [0, 1].map((j) => columnProducts(system, bank, j));
  return {
    p: 2,
    kinds: [0, 0],
    kernelPriors: [kernelPriors(0, undefined), kernelPriors(0, undefined)],
    evidenceWith: () => Float64Array.from(NOISE_LAWS, (_, i) => (i === LAW ? 0 : -1e9)),
    pools: [Array.from({ length: OFFSETS }, () => bank), Array.from({ length: OFFSETS }, () => bank)],
    systemOf: () => system,
    productsOf: (_law, j) => products[j],
  };
}

/** P(in) of both causes by summing over all 1,600 models and 2 slabs. */
function exact(input: ChainInput): number[] {
  const system = input.systemOf(LAW);
  const bank = input.pools[0][0];
  const logs: { log: number; a: boolean; b: boolean }[] = [];
  for (let a = -1; a < KERNELS; a++) {
    for (let b = -1; b < KERNELS; b++) {
      const set: ActiveSet = { candidate: [], kernel: [], rows: [] };
      let prior = 0;
      for (const [j, m] of [
        [0, a],
        [1, b],
      ]) {
        if (m < 0) continue;
        set.candidate.push(j);
        set.kernel.push(m);
        set.rows.push(kernelRow(system, bank, j, m));
        prior += Math.log(input.kernelPriors[j][m]);
      }
      const size = set.candidate.length;
      // P(model) by the chain rule of the same prior
      const first = priorOdds(input.kinds, [], 0);
      const second = priorOdds(input.kinds, [1], 0);
      const out = 1 / (1 + first);
      if (size === 1) prior += Math.log(first);
      if (size === 2) prior += Math.log(first) + Math.log(second);
      prior += Math.log(out);
      for (const slab of SLABS) {
        const factor = createFactor();
        factorise(factor, system, set, [bank, bank], slab * NOISE_LAWS[LAW].scale, -1);
        logs.push({ log: prior + logMarginal(factor, system), a: a >= 0, b: b >= 0 });
      }
    }
  }
  const best = Math.max(...logs.map((x) => x.log));
  let [total, inA, inB] = [0, 0, 0];
  for (const { log, a, b } of logs) {
    const w = Math.exp(log - best);
    total += w;
    if (a) inA += w;
    if (b) inB += w;
  }
  return [inA / total, inB / total];
}

describe("the sampler", () => {
  it.each([
    [0.35, 3],
    [0.5, 4],
    [0, 5],
  ])("agrees with the sum over all models (effect %s, seed %s)", (effect, seed) => {
    const input = smallInput(effect, seed);
    const truth = exact(input);
    const means = [0, 0];
    const kept = 6000;
    const chain = createChain(input, 1, 0, 0);
    for (let s = 0; s < 200; s++) chain.sweep(false);
    chain.settle();
    for (let s = 0; s < kept; s++) {
      const record = chain.sweep(true);
      if (record) for (let j = 0; j < 2; j++) means[j] += record.inclusion[j] / kept;
    }
    expect(Math.abs(means[0] - truth[0])).toBeLessThan(0.02);
    expect(Math.abs(means[1] - truth[1])).toBeLessThan(0.02);
  });

  it("applies a kernel row as the sum of weighted lag columns", () => {
    const input = smallInput(0.4, 9);
    const system = input.systemOf(LAW);
    const bank = input.pools[0][0];
    const row = kernelRow(system, bank, 1, 7);
    const self = applyKernel(bank, 1, 7, row);
    expect(self).toBeCloseTo(columnProducts(system, bank, 1).norm[7], 9);
  });

  it("walks the same path for the same seed and another one for another seed", () => {
    const walk = (seed: number): number[] => {
      const chain = createChain(smallInput(0.4, 6), seed, 0, 0);
      const out: number[] = [];
      for (let s = 0; s < 50; s++) out.push(...(chain.sweep(true)?.inclusion ?? []));
      return out;
    };
    expect(walk(1)).toEqual(walk(1));
    expect(walk(1)).not.toEqual(walk(2));
  });
});
