/**
 * How sure is a figure of the benchmark?
 *
 * Percentile bootstrap over diaries (Efron 1979): a resample is a weight per diary (how often it was drawn), the same seeded weights for every figure of
 * as many diaries. Figures of two methods on the same diaries in the same order are therefore paired by taking both from one set of weights.
 */
import { chanceOf } from "./chance.ts";

export interface Figure {
  readonly value: number;
  readonly low95: number;
  readonly high95: number;
  /** How many things it is a share or mean of. */
  readonly of: number;
}

/** A figure as a function of how often each diary counts; NaN when it has nothing to say. */
export type Statistic = (weights: Int32Array) => number;

/** Weights of `resamples` bootstrap samples of n diaries. Deterministic in n and resamples. */
export function bootstrapWeights(n: number, resamples: number): readonly Int32Array[] {
  const chance = chanceOf(`bootstrap ${String(n)}`);
  return Array.from({ length: resamples }, () => {
    const weights = new Int32Array(n);
    for (let i = 0; i < n; i += 1) {
      const drawn = Math.floor(chance.uniform() * n);
      weights[drawn] += 1;
    }
    return weights;
  });
}

/** The statistic with every diary once, and its 2.5 % and 97.5 % points over the resamples in which it is defined. */
export function figureOf(statistic: Statistic, n: number, of: number, resamples: readonly Int32Array[]): Figure {
  const value = statistic(new Int32Array(n).fill(1));
  const spread = Float64Array.from(resamples, statistic).filter((x) => !Number.isNaN(x));
  spread.sort();
  const at = (q: number): number => spread[Math.min(spread.length - 1, Math.floor(q * spread.length))] ?? Number.NaN;
  return { value, low95: at(0.025), high95: at(0.975), of };
}

/** Central 95 % interval of a share by Wilson (1927): honest at 0 of n, where the bootstrap says "0 to 0". */
export function wilson(hits: number, of: number): readonly [low: number, high: number] {
  if (of === 0) return [Number.NaN, Number.NaN];
  const z = 1.959964;
  const share = hits / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}
