/**
 * The regression on the edges that are in the model right now, small and dense.
 *
 * Key: S = active candidates with kernel columns c_s, D = diag(v_s) their prior variances in units of sigma^2, m their prior means, A = C'C + D^-1 = L L',
 * z = L^-1 (C'y + D^-1 m), sse = y'y + m'D^-1 m - z'z. Coefficients and sigma^2 are integrated out: log marginal = logDet - 1/2 log|D A| - nu/2 log sse.
 */
import { log } from "../numeric/elementary.ts";
import { KERNELS, LAGS, type KernelBank } from "./kernels.ts";
import type { NoiseSystem } from "./noise-system.ts";

/** More simultaneous edges than this are not considered. */
export const MAX_ACTIVE = 24;

export interface ActiveSet {
  /** Candidate index, kernel index per active edge. */
  readonly candidate: number[];
  readonly kernel: number[];
}

/** The outcome as the present system sees it. */
export interface Target {
  readonly yy: number;
  /** k values X'y. */
  readonly xy: Float64Array;
  /** Degrees of freedom of sigma^2. */
  readonly freedom: number;
}

/** Normal prior of each candidate's coefficient: p variances in units of sigma^2, p means (outcome SDs per cause SD). */
export interface Slab {
  readonly variance: Float64Array;
  readonly mean: Float64Array;
}

/** Factor of the present set, in buffers that are reused. */
export interface Factor {
  size: number;
  readonly L: Float64Array;
  readonly z: Float64Array;
  sse: number;
  /** 1/2 log|D A|. */
  halfLogDet: number;
}

export function createFactor(): Factor {
  return {
    size: 0,
    L: new Float64Array(MAX_ACTIVE * MAX_ACTIVE),
    z: new Float64Array(MAX_ACTIVE),
    sse: 0,
    halfLogDet: 0,
  };
}

/** Kernel m of candidate j, a LAGS x LAGS block of products (rows: j's columns, columns: i's), kernel k of candidate i: one number. */
export function between(block: Float64Array, left: KernelBank, m: number, right: KernelBank, k: number): number {
  let total = 0;
  for (let a = left.from[m]; a < left.to[m]; a++) {
    let sum = 0;
    for (let b = right.from[k]; b < right.to[k]; b++) sum += block[a * LAGS + b] * right.weights[k * LAGS + b];
    total += sum * left.weights[m * LAGS + a];
  }
  return total;
}

/** Kernel m of candidate j applied to k values (X'y or a row): one number. */
export function applyKernel(bank: KernelBank, j: number, m: number, values: Float64Array): number {
  let sum = 0;
  for (let lag = bank.from[m]; lag < bank.to[m]; lag++) sum += bank.weights[m * LAGS + lag] * values[j * LAGS + lag];
  return sum;
}

/** KERNELS values c'c of one bank of one candidate: the same for all sets and outcomes, so kept with the system. O(KERNELS * width^2). */
export function kernelNorms(system: NoiseSystem, bank: KernelBank, j: number): Float64Array {
  const own = system.own(j);
  const norms = new Float64Array(KERNELS);
  for (let m = 0; m < KERNELS; m++) norms[m] = between(own, bank, m, bank, m);
  return norms;
}

/** Fills `factor` (mutates) for the set without edge number `without` (-1: all). O(s^3). */
export function factorise(
  factor: Factor,
  system: NoiseSystem,
  target: Target,
  set: ActiveSet,
  banks: readonly KernelBank[],
  slab: Slab,
  without: number,
): void {
  const { L, z } = factor;
  let s = 0;
  let sse = target.yy;
  let halfLogDet = 0;
  for (let a = 0; a < set.candidate.length; a++) {
    if (a === without) continue;
    const j = set.candidate[a];
    const m = set.kernel[a];
    const v = slab.variance[j];
    const mean = slab.mean[j];
    let c = 0;
    let sum = applyKernel(banks[j], j, m, target.xy) + mean / v;
    let diagonal = between(system.own(j), banks[j], m, banks[j], m) + 1 / v;
    for (let b = 0; b < a; b++) {
      if (b === without) continue;
      const i = set.candidate[b];
      let g = between(system.pair(j, i), banks[j], m, banks[i], set.kernel[b]);
      for (let e = 0; e < c; e++) g -= L[s * MAX_ACTIVE + e] * L[c * MAX_ACTIVE + e];
      g /= L[c * MAX_ACTIVE + c];
      L[s * MAX_ACTIVE + c] = g;
      diagonal -= g * g;
      sum -= g * z[c];
      c += 1;
    }
    // the slab's 1/v keeps A positive definite; the floor guards rounding for exact copies
    const root = Math.sqrt(Math.max(diagonal, 1e-12 / v));
    L[s * MAX_ACTIVE + s] = root;
    z[s] = sum / root;
    sse += (mean * mean) / v - z[s] * z[s];
    halfLogDet += 0.5 * log(root * root * v);
    s += 1;
  }
  factor.size = s;
  factor.sse = Math.max(sse, 1e-12 * Math.max(target.yy, 1e-300));
  factor.halfLogDet = halfLogDet;
}

/** log p(y | set, law, slab) up to a constant that is the same for all laws and sets; the law's own terms are the caller's. */
export function logMarginal(factor: Factor, target: Target): number {
  return -factor.halfLogDet - 0.5 * target.freedom * log(factor.sse);
}

/** What adding each kernel column of one candidate would bring, beside the factor. Filled by `scoreBank`. */
export interface Scores {
  /** KERNELS conditional precisions and cross products (prior mean included) of the column given the set. */
  readonly precision: Float64Array;
  readonly cross: Float64Array;
  /** KERNELS values of sse with the kernel in / sse without, above 0. */
  readonly remaining: Float64Array;
  /** KERNELS log Bayes factors of "in with this kernel" against "out". */
  readonly gain: Float64Array;
  /** MAX_ACTIVE x LAGS and LAGS: the candidate's lag columns seen from the set; working space. */
  readonly reduced: Float64Array;
  readonly left: Float64Array;
}

export function createScores(): Scores {
  return {
    precision: new Float64Array(KERNELS),
    cross: new Float64Array(KERNELS),
    remaining: new Float64Array(KERNELS),
    gain: new Float64Array(KERNELS),
    reduced: new Float64Array(MAX_ACTIVE * LAGS),
    left: new Float64Array(LAGS),
  };
}

/**
 * Fills `scores` (mutates) for all kernels of candidate j given the factored set (edge number `without` left out). The set is first brought down to the
 * candidate's lag columns (L^-1 C'X_j), so that each kernel costs only its own width times the size of the set. Kernels without prior, and those outside
 * [first, end), get a gain of -Infinity.
 */
export function scoreBank(
  scores: Scores,
  factor: Factor,
  system: NoiseSystem,
  target: Target,
  set: ActiveSet,
  banks: readonly KernelBank[],
  j: number,
  norms: Float64Array,
  slab: Slab,
  prior: Float64Array,
  without: number,
  first: number,
  end: number,
): void {
  const { L, z, size } = factor;
  const { reduced, left } = scores;
  const bank = banks[j];
  const at = j * LAGS;
  for (let lag = 0; lag < LAGS; lag++) left[lag] = target.xy[at + lag];
  let c = 0;
  for (let a = 0; a < set.candidate.length; a++) {
    if (a === without) continue;
    const inverse = 1 / L[c * MAX_ACTIVE + c];
    const zc = z[c];
    const place = c * LAGS;
    writeSeen(reduced, place, system, set, banks, a, j);
    for (let lag = 0; lag < LAGS; lag++) {
      let w = reduced[place + lag];
      for (let i = 0; i < c; i++) w -= L[c * MAX_ACTIVE + i] * reduced[i * LAGS + lag];
      w *= inverse;
      reduced[place + lag] = w;
      left[lag] -= w * zc;
    }
    c += 1;
  }
  const halfFreedom = 0.5 * target.freedom;
  const v = slab.variance[j];
  const pull = slab.mean[j] / v;
  const push = slab.mean[j] * pull;
  const { weights } = bank;
  for (let m = 0; m < KERNELS; m++) {
    if (m < first || m >= end || prior[m] === 0) {
      scores.gain[m] = -Infinity;
      continue;
    }
    const [from, to] = [bank.from[m], bank.to[m]];
    const row = m * LAGS;
    let cross = pull;
    let precision = norms[m] + 1 / v;
    for (let lag = from; lag < to; lag++) cross += weights[row + lag] * left[lag];
    for (let i = 0; i < size; i++) {
      const offset = i * LAGS;
      let w = 0;
      for (let lag = from; lag < to; lag++) w += weights[row + lag] * reduced[offset + lag];
      precision -= w * w;
    }
    precision = Math.max(precision, 1e-12 / v);
    const change = (push - (cross * cross) / precision) / factor.sse;
    const remaining = Math.max(1 + change, 1e-12);
    scores.precision[m] = precision;
    scores.cross[m] = cross;
    scores.remaining[m] = remaining;
    scores.gain[m] = -0.5 * log(v * precision) - halfFreedom * logNearOne(change, remaining);
  }
}

/** Writes the LAGS products of edge number a's column with candidate j's lag columns at `at` (mutates `out`). */
function writeSeen(
  out: Float64Array,
  at: number,
  system: NoiseSystem,
  set: ActiveSet,
  banks: readonly KernelBank[],
  a: number,
  j: number,
): void {
  const i = set.candidate[a];
  const k = set.kernel[a];
  const block = system.pair(i, j);
  const { weights, from, to } = banks[i];
  for (let lag = 0; lag < LAGS; lag++) out[at + lag] = 0;
  for (let b = from[k]; b < to[k]; b++) {
    const w = weights[k * LAGS + b];
    const row = b * LAGS;
    for (let lag = 0; lag < LAGS; lag++) out[at + lag] += w * block[row + lag];
  }
}

/** log(1 + change), `whole` = 1 + change. Most kernels explain next to nothing: a short series then, to the same 1e-15 as the logarithm. */
function logNearOne(change: number, whole: number): number {
  if (change > 0.01 || change < -0.01) return log(whole);
  const c = change;
  return c * (1 + c * (-1 / 2 + c * (1 / 3 + c * (-1 / 4 + c * (1 / 5 + c * (-1 / 6 + c / 7))))));
}
