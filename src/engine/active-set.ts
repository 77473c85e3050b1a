/**
 * The regression on the edges that are in the model right now, small and dense.
 *
 * Key: S = active candidates with kernel columns c_s, A = C'C + I/v (v = slab variance in reading-noise units), A = L L',
 * z = L^-1 C'y, sse = y'y - z'z. Coefficients and sigma^2 are integrated out: log marginal = logDet - 1/2 log|vA| - nu/2 log sse.
 */
import { log } from "../numeric/elementary.ts";
import { KERNELS, LAGS, type KernelBank } from "./kernels.ts";
import type { WhitenedSystem } from "./whiten.ts";

/** More simultaneous edges than this are not considered. */
export const MAX_ACTIVE = 24;

export interface ActiveSet {
  /** Candidate index, kernel index per active edge. */
  readonly candidate: number[];
  readonly kernel: number[];
  /** For each active edge: k values X'c_s under the present system. */
  readonly rows: Float64Array[];
}

/** Factor of the present set, in buffers that are reused. */
export interface Factor {
  size: number;
  readonly L: Float64Array;
  readonly z: Float64Array;
  sse: number;
  /** 1/2 log|vA|. */
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

/** X'c for kernel m of candidate j: one row over all k lag columns. */
export function kernelRow(system: WhitenedSystem, bank: KernelBank, j: number, m: number): Float64Array {
  const k = system.xy.length;
  const row = new Float64Array(k);
  addBlock(row, system, bank, j, m, 0, k);
  return row;
}

/** The same row, filled only at the lags of these candidates: enough to weigh a set against itself. */
export function kernelRowAt(
  system: WhitenedSystem,
  bank: KernelBank,
  j: number,
  m: number,
  candidates: readonly number[],
): Float64Array {
  const row = new Float64Array(system.xy.length);
  for (const other of candidates) addBlock(row, system, bank, j, m, other * LAGS, (other + 1) * LAGS);
  return row;
}

function addBlock(
  row: Float64Array,
  system: WhitenedSystem,
  bank: KernelBank,
  j: number,
  m: number,
  from: number,
  to: number,
): void {
  const k = row.length;
  for (let lag = bank.from[m]; lag < bank.to[m]; lag++) {
    const w = bank.weights[m * LAGS + lag];
    const offset = (j * LAGS + lag) * k;
    for (let i = from; i < to; i++) row[i] += w * system.gram[offset + i];
  }
}

/** Kernel m of candidate j applied to k values (X'y or a row): one number. */
export function applyKernel(bank: KernelBank, j: number, m: number, values: Float64Array): number {
  let sum = 0;
  for (let lag = bank.from[m]; lag < bank.to[m]; lag++) sum += bank.weights[m * LAGS + lag] * values[j * LAGS + lag];
  return sum;
}

/** c'c for kernel m of candidate j. */
function kernelNorm(system: WhitenedSystem, bank: KernelBank, j: number, m: number): number {
  const k = system.xy.length;
  let sum = 0;
  for (let a = bank.from[m]; a < bank.to[m]; a++) {
    const offset = (j * LAGS + a) * k + j * LAGS;
    let inner = 0;
    for (let b = bank.from[m]; b < bank.to[m]; b++) inner += bank.weights[m * LAGS + b] * system.gram[offset + b];
    sum += bank.weights[m * LAGS + a] * inner;
  }
  return sum;
}

/** Fills `factor` (mutates) for the set without edge number `without` (-1: all). O(s^3). */
export function factorise(
  factor: Factor,
  system: WhitenedSystem,
  set: ActiveSet,
  banks: readonly KernelBank[],
  slab: number,
  without: number,
): void {
  const { L, z } = factor;
  let s = 0;
  let zz = 0;
  let halfLogDet = 0;
  for (let a = 0; a < set.candidate.length; a++) {
    if (a === without) continue;
    const j = set.candidate[a];
    const m = set.kernel[a];
    let c = 0;
    let sum = applyKernel(banks[j], j, m, system.xy);
    let diagonal = applyKernel(banks[j], j, m, set.rows[a]) + 1 / slab;
    for (let b = 0; b < a; b++) {
      if (b === without) continue;
      let g = applyKernel(banks[j], j, m, set.rows[b]);
      for (let i = 0; i < c; i++) g -= L[s * MAX_ACTIVE + i] * L[c * MAX_ACTIVE + i];
      g /= L[c * MAX_ACTIVE + c];
      L[s * MAX_ACTIVE + c] = g;
      diagonal -= g * g;
      sum -= g * z[c];
      c += 1;
    }
    // the slab's 1/v keeps A positive definite; the floor guards rounding for exact copies
    const root = Math.sqrt(Math.max(diagonal, 1e-12 / slab));
    L[s * MAX_ACTIVE + s] = root;
    z[s] = sum / root;
    zz += z[s] * z[s];
    halfLogDet += log(root) + 0.5 * log(slab);
    s += 1;
  }
  factor.size = s;
  factor.sse = Math.max(system.yy - zz, 1e-12 * Math.max(system.yy, 1e-300));
  factor.halfLogDet = halfLogDet;
}

/** log p(y | set, law, slab) up to a constant that is the same for all laws and sets. */
export function logMarginal(factor: Factor, system: WhitenedSystem): number {
  return system.logDet - factor.halfLogDet - 0.5 * system.freedom * log(factor.sse);
}

/** c'y and c'c of every kernel of one bank of one candidate: the same for all sets, so kept with the system. */
export interface ColumnProducts {
  readonly cross: Float64Array;
  readonly norm: Float64Array;
}

/** O(KERNELS * width^2). */
export function columnProducts(system: WhitenedSystem, bank: KernelBank, j: number): ColumnProducts {
  const cross = new Float64Array(KERNELS);
  const norm = new Float64Array(KERNELS);
  for (let m = 0; m < KERNELS; m++) {
    cross[m] = applyKernel(bank, j, m, system.xy);
    norm[m] = kernelNorm(system, bank, j, m);
  }
  return { cross, norm };
}

/** What adding each kernel column of one candidate would bring, beside the factor. Filled by `scoreBank`. */
export interface Scores {
  /** KERNELS conditional precisions and cross products of the column given the set. */
  readonly precision: Float64Array;
  readonly cross: Float64Array;
  /** KERNELS log Bayes factors of "in with this kernel" against "out". */
  readonly gain: Float64Array;
  /** MAX_ACTIVE x LAGS and LAGS: the candidate's lag columns seen from the set; working space. */
  readonly reduced: Float64Array;
  readonly explained: Float64Array;
}

export function createScores(): Scores {
  return {
    precision: new Float64Array(KERNELS),
    cross: new Float64Array(KERNELS),
    gain: new Float64Array(KERNELS),
    reduced: new Float64Array(MAX_ACTIVE * LAGS),
    explained: new Float64Array(LAGS),
  };
}

/**
 * Fills `scores` (mutates) for all kernels of candidate j given the factored set (edge number `without` left out). The set is first brought down to the
 * candidate's 15 lags (L^-1 C'X_j), so that each kernel costs only its own width times the size of the set.
 */
export function scoreBank(
  scores: Scores,
  factor: Factor,
  system: WhitenedSystem,
  set: ActiveSet,
  bank: KernelBank,
  j: number,
  alone: ColumnProducts,
  slab: number,
  without: number,
): void {
  const { L, z, size } = factor;
  const { reduced, explained } = scores;
  explained.fill(0);
  let c = 0;
  for (let a = 0; a < set.candidate.length; a++) {
    if (a === without) continue;
    const row = set.rows[a];
    const diagonal = L[c * MAX_ACTIVE + c];
    for (let lag = 0; lag < LAGS; lag++) {
      let w = row[j * LAGS + lag];
      for (let i = 0; i < c; i++) w -= L[c * MAX_ACTIVE + i] * reduced[i * LAGS + lag];
      w /= diagonal;
      reduced[c * LAGS + lag] = w;
      explained[lag] += w * z[c];
    }
    c += 1;
  }
  const halfFreedom = 0.5 * system.freedom;
  for (let m = 0; m < KERNELS; m++) {
    const [from, to] = [bank.from[m], bank.to[m]];
    let cross = alone.cross[m];
    let precision = alone.norm[m] + 1 / slab;
    for (let lag = from; lag < to; lag++) cross -= bank.weights[m * LAGS + lag] * explained[lag];
    for (let i = 0; i < size; i++) {
      let w = 0;
      for (let lag = from; lag < to; lag++) w += bank.weights[m * LAGS + lag] * reduced[i * LAGS + lag];
      precision -= w * w;
    }
    precision = Math.max(precision, 1e-12 / slab);
    scores.precision[m] = precision;
    scores.cross[m] = cross;
    scores.gain[m] = -0.5 * log(slab * precision) - halfFreedom * log(1 - shareExplained(scores, factor, m));
  }
}

/** Share of the present sum of squares that kernel m would explain, below 1. */
export function shareExplained(scores: Scores, factor: Factor, m: number): number {
  return Math.min((scores.cross[m] * scores.cross[m]) / scores.precision[m] / factor.sse, 1 - 1e-12);
}
