/**
 * When the engine says 30 %, is it so in 30 % of cases?
 *
 * Reliability by bins, Brier score beside the one that the stated probabilities promise (mean p (1 - p)), and a logistic recalibration
 * logit P(real) = a + b logit(stated): b = 1 and a = 0 when calibrated, b < 1 when too sure (Cox 1958, Biometrika 45:562-565). Ranges come from a
 * bootstrap over diaries.
 */
import { createRandom } from "../../src/base/random.ts";
import { binomialRange } from "./uniformity.ts";

export interface Stated {
  readonly real: boolean;
  readonly probability: number;
}

export interface Ranged {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Reliability {
  readonly count: number;
  readonly real: number;
  /** Sum of the stated probabilities, and how many standard errors (over diaries) the number of real ones is above it. */
  readonly expected: number;
  readonly excess: number;
  readonly slope: Ranged;
  readonly intercept: Ranged;
  readonly brier: number;
  readonly promisedBrier: number;
  readonly bins: readonly ReliabilityBin[];
}

export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly real: number;
  readonly meanStated: number;
  /** 95 % binomial range of the number of real ones if the stated mean were true. */
  readonly low: number;
  readonly high: number;
}

const EDGES: readonly number[] = [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97, 1];
const RESAMPLES = 400;
/** Stated probabilities are held this far from 0 and 1. */
const CLEAR = 1e-4;

/** `diaries`: the stated probabilities of each diary together, because they hang together. */
export function reliabilityOf(diaries: readonly (readonly Stated[])[]): Reliability {
  const all = diaries.flat();
  const n = all.length;
  const real = all.filter((one) => one.real).length;
  const expected = sumOf(all.map((one) => one.probability));
  const promised = sumOf(all.map((one) => one.probability * (1 - one.probability)));
  const fitted = recalibration(all);
  const random = createRandom(77, n);
  const again = Array.from({ length: RESAMPLES }, () =>
    recalibration(diaries.flatMap(() => diaries[random.below(diaries.length)])),
  );
  const ranged = (value: number, pick: (fit: { slope: number; intercept: number }) => number): Ranged => {
    const sorted = again.map(pick).sort((a, b) => a - b);
    return { value, low: sorted[Math.floor(0.025 * RESAMPLES)], high: sorted[Math.floor(0.975 * RESAMPLES)] };
  };
  return {
    count: n,
    real,
    expected,
    excess: excessOf(diaries),
    slope: ranged(fitted.slope, (fit) => fit.slope),
    intercept: ranged(fitted.intercept, (fit) => fit.intercept),
    brier: sumOf(all.map((one) => (one.probability - (one.real ? 1 : 0)) ** 2)) / n,
    promisedBrier: promised / n,
    bins: EDGES.slice(1).flatMap((to, b) => {
      const from = EDGES[b];
      const inside = all.filter((one) => one.probability >= from && (one.probability < to || to === 1));
      if (inside.length === 0) return [];
      const meanStated = sumOf(inside.map((one) => one.probability)) / inside.length;
      const range = binomialRange(inside.length, meanStated, 0.95);
      return [{ from, to, count: inside.length, real: inside.filter((one) => one.real).length, meanStated, ...range }];
    }),
  };
}

/** Real minus stated per diary: mean over standard error. Causes of one diary come and go together, so they are not counted one by one. */
function excessOf(diaries: readonly (readonly Stated[])[]): number {
  const gaps = diaries.map((diary) => sumOf(diary.map((one) => (one.real ? 1 : 0) - one.probability)));
  const mean = sumOf(gaps) / gaps.length;
  const spread = sumOf(gaps.map((gap) => (gap - mean) ** 2)) / (gaps.length - 1);
  return mean / Math.sqrt(spread / gaps.length);
}

/** Newton's method on the logistic likelihood; two parameters. */
function recalibration(all: readonly Stated[]): { slope: number; intercept: number } {
  const logits = all.map((one) => {
    const p = Math.min(1 - CLEAR, Math.max(CLEAR, one.probability));
    return Math.log(p / (1 - p));
  });
  let intercept = 0;
  let slope = 1;
  for (let pass = 0; pass < 25; pass++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-9, 0, 1e-9];
    all.forEach((one, i) => {
      const x = logits[i];
      const p = 1 / (1 + Math.exp(-(intercept + slope * x)));
      const rest = (one.real ? 1 : 0) - p;
      const weight = p * (1 - p);
      ga += rest;
      gb += rest * x;
      haa += weight;
      hab += weight * x;
      hbb += weight * x * x;
    });
    const determinant = haa * hbb - hab * hab;
    const stepA = (hbb * ga - hab * gb) / determinant;
    const stepB = (haa * gb - hab * ga) / determinant;
    intercept += stepA;
    slope += stepB;
    if (Math.abs(stepA) + Math.abs(stepB) < 1e-10) break;
  }
  return { slope, intercept };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
