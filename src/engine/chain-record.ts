/**
 * What goes into one chain of the sampler, and what a kept sweep leaves behind.
 */
import type { Random } from "../base/random.ts";
import type { KernelBank } from "./kernels.ts";
import type { NoiseSystem } from "./noise-system.ts";

/** An edge with its kernel over the lag columns. */
export interface KernelEdge {
  readonly candidate: number;
  readonly kernel: Float64Array;
}

/** An outcome whose values tell only bounds; made by `createLatent`. */
export interface LatentOutcome {
  /** n shifts that stand in the values of unknown days, or null: the equation itself is drawn without them. */
  readonly shift: Float64Array | null;
  /** New values given the state, and the slope of the natural outcome (in its SDs) on z. O(n (fixed + edges)). */
  readonly redraw: (
    state: ChainState,
    system: NoiseSystem,
    random: Random,
  ) => { readonly y: Float64Array; readonly slope: number };
}

export interface ChainInput {
  /** Number of candidates. */
  readonly p: number;
  /** Per candidate: 0 lever, 1 other outcome. */
  readonly kinds: readonly number[];
  /** Per candidate: factor on the prior odds; 1 = as any. */
  readonly oddsFactors: Float64Array;
  /** Per candidate: prior mean and SD of the coefficient (outcome SDs per cause SD); SD NaN = the common slab around 0. */
  readonly priorMean: Float64Array;
  readonly priorSd: Float64Array;
  /** Per candidate: KERNELS prior probabilities. */
  readonly kernelPriors: readonly Float64Array[];
  /** Log marginal + log prior of every noise law with these edges always in (none: the outcome alone); -Infinity = not worth a look. */
  readonly evidenceWith: (edges: readonly KernelEdge[]) => Float64Array;
  /** Per candidate: its OFFSETS kernel banks. */
  readonly pools: readonly (readonly KernelBank[])[];
  readonly systemOf: (law: number) => NoiseSystem;
  /** The recorded outcome under a law: y'y and X'y, made once. */
  readonly recordedUnder: (law: number) => { readonly yy: number; readonly xy: Float64Array };
  /** Cached c'c of candidate j's bank number `offset` under a law. */
  readonly normsOf: (law: number, j: number, offset: number) => Float64Array;
  /** n fitted values of the outcome; where some are latent, those to start from. */
  readonly y: Float64Array;
  /** Change of the natural outcome (in its SDs) for a small change of the fitted one, as long as nothing latent has been drawn. */
  readonly slope: number;
  /** Values that are known only within bounds; null = taken as exact. */
  readonly latent: LatentOutcome | null;
}

/** What one kept sweep leaves behind, for every candidate. Sizes: p, or p * LAGS. The arrays are reused by the next sweep. */
export interface SweepRecord {
  readonly logMarginal: number;
  readonly law: number;
  /** Change of the natural outcome (in its SDs) for a small change of the fitted one; 1 when they are the same. */
  readonly slope: number;
  /** P(in | rest). */
  readonly inclusion: Float64Array;
  /** A draw of the standardised coefficient given in. */
  readonly beta: Float64Array;
  /** Its kernel. */
  readonly kernels: Float64Array;
  /** 1 = in the model after the sweep. */
  readonly active: Uint8Array;
  /** Posterior SD of the coefficient of a typical early kernel: what the diary could resolve. */
  readonly resolution: Float64Array;
}

export interface Chain {
  /** One sweep; returns what to keep, or null when `keep` is false. */
  readonly sweep: (keep: boolean) => SweepRecord | null;
  /** Log marginal of every noise law with the present edges. */
  readonly lawEvidence: () => Float64Array;
  /** Adapts what proposals look at, given what all chains agreed on; called in the burn-in only, so that the kept walk is exact. */
  readonly settle: (agreed: Float64Array) => void;
  /** Present state, for forecasts: active candidates, their kernels and one draw of coefficients and sigma^2. */
  readonly drawState: () => ChainState;
  /** Where the walk stands, to go on from there another day. */
  readonly place: () => ChainStart;
}

/** Where a walk stands, by candidate number. */
export interface ChainStart {
  readonly law: number;
  /** Index of the common slab. */
  readonly slab: number;
  readonly edges: readonly { readonly candidate: number; readonly kernel: number; readonly bank: number }[];
}

export interface ChainState {
  readonly law: number;
  readonly candidates: readonly number[];
  /** Per active edge: LAGS weights. */
  readonly kernels: readonly Float64Array[];
  readonly betas: readonly number[];
  /** Reading-noise variance (standardised outcome). */
  readonly sigma2: number;
  /** Per active edge: prior variance (units of sigma2) and prior mean of its coefficient. */
  readonly slabs: readonly number[];
  readonly priorMeans: readonly number[];
  /** The n outcome values of this state: recorded ones, or the present draw of latent ones. */
  readonly y: Float64Array;
  readonly slope: number;
}
