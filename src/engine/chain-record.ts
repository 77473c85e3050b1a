/**
 * What goes into one chain of the sampler, and what a kept sweep leaves behind.
 */
import type { ColumnProducts } from "./active-set.ts";
import type { KernelBank } from "./kernels.ts";
import type { WhitenedSystem } from "./whiten.ts";

export interface ChainInput {
  /** Number of candidates. */
  readonly p: number;
  /** Per candidate: 0 lever, 1 other outcome. */
  readonly kinds: readonly number[];
  /** Per candidate: KERNELS prior probabilities. */
  readonly kernelPriors: readonly Float64Array[];
  /** Log marginal of every noise law with these edges always in (none: the outcome alone). */
  readonly evidenceWith: (
    edges: readonly { readonly candidate: number; readonly kernel: Float64Array }[],
  ) => Float64Array;
  /** Per candidate: its OFFSETS kernel banks. */
  readonly pools: readonly (readonly KernelBank[])[];
  readonly systemOf: (law: number) => WhitenedSystem;
  /** Cached products of candidate j's bank number `offset` under a law. */
  readonly productsOf: (law: number, j: number, offset: number) => ColumnProducts;
}

/** What one kept sweep leaves behind, for every candidate. Sizes: p, or p * LAGS. The arrays are reused by the next sweep. */
export interface SweepRecord {
  readonly logMarginal: number;
  readonly law: number;
  readonly slab: number;
  /** P(in | rest). */
  readonly inclusion: Float64Array;
  /** A draw of the standardised coefficient given in. */
  readonly beta: Float64Array;
  /** Its kernel. */
  readonly kernels: Float64Array;
  /** 1 = in the model after the sweep. */
  readonly active: Uint8Array;
  /** Posterior SD of the coefficient given in, averaged over kernel priors (not over data fit): what the diary could resolve. */
  readonly resolution: Float64Array;
}

export interface Chain {
  /** One sweep; returns what to keep, or null when `keep` is false. */
  readonly sweep: (keep: boolean) => SweepRecord | null;
  /** Adapts what proposals look at; called in the burn-in only, so that the kept walk is exact. */
  readonly settle: () => void;
  /** Present state, for forecasts: active candidates, their kernels and one draw of coefficients and sigma^2. */
  readonly drawState: () => ChainState;
}

export interface ChainState {
  readonly law: number;
  readonly candidates: readonly number[];
  /** Per active edge: LAGS weights. */
  readonly kernels: readonly Float64Array[];
  readonly betas: readonly number[];
  /** Reading-noise variance (standardised outcome). */
  readonly sigma2: number;
  /** Slab variance in units of sigma2. */
  readonly slab: number;
}
