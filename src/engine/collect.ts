/**
 * Draws of all chains, gathered into what the summary needs, without keeping every kernel.
 *
 * Every sweep gives, for EVERY candidate, a coefficient and a kernel drawn given "in", with the weight P(in | rest). So the
 * "if real" posterior is a weighted sample even for edges that were hardly ever in the model.
 */
import { convergenceOf } from "../numeric/convergence.ts";
import { LAG_DAYS, LAGS } from "./kernels.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import type { SweepRecord } from "./chain-record.ts";

export interface Collected {
  readonly p: number;
  /** Per chain: kept sweeps in order. */
  readonly chains: ChainDraws[];
  /** p * LAGS weighted sums of coefficient * kernel and of its square, and p weights. */
  readonly pulseSum: Float64Array;
  readonly pulseSquare: Float64Array;
  readonly weight: Float64Array;
  /** Per candidate: coefficients with the uncertain days of the cause drawn, from the states in which it was active. */
  readonly refined: number[][];
}

export interface ChainDraws {
  readonly logMarginal: number[];
  /** Persistence of the AR part; level step as a share of one day's variance. */
  readonly phi: number[];
  readonly law: number[];
  /** Per candidate: draws in order. */
  readonly inclusion: number[][];
  readonly beta: number[][];
  readonly delay: number[][];
  readonly active: Uint8Array[];
  readonly resolution: Float64Array;
}

export function createCollected(p: number, chains: number): Collected {
  return {
    p,
    chains: Array.from({ length: chains }, () => ({
      logMarginal: [],
      phi: [],
      law: [],
      inclusion: Array.from({ length: p }, () => []),
      beta: Array.from({ length: p }, () => []),
      delay: Array.from({ length: p }, () => []),
      active: [],
      resolution: new Float64Array(p),
    })),
    pulseSum: new Float64Array(p * LAGS),
    pulseSquare: new Float64Array(p * LAGS),
    weight: new Float64Array(p),
    refined: Array.from({ length: p }, () => []),
  };
}

/** Adds one kept sweep (mutates `collected`). */
export function collect(collected: Collected, chain: number, record: SweepRecord): void {
  const draws = collected.chains[chain];
  draws.logMarginal.push(record.logMarginal);
  draws.phi.push(NOISE_LAWS[record.law].phi);
  draws.law.push(record.law);
  draws.active.push(record.active.slice());
  for (let j = 0; j < collected.p; j++) {
    // the floor keeps a weighted sample where no draw ever wanted the edge
    const inside = Math.max(record.inclusion[j], 1e-9);
    // on the natural scale, in SDs of the outcome
    const beta = record.beta[j] * record.slope;
    let delay = 0;
    for (let lag = 0; lag < LAGS; lag++) {
      const k = record.kernels[j * LAGS + lag];
      delay += LAG_DAYS[lag] * k;
      collected.pulseSum[j * LAGS + lag] += inside * beta * k;
      collected.pulseSquare[j * LAGS + lag] += inside * beta * k * beta * k;
    }
    collected.weight[j] += inside;
    draws.inclusion[j].push(inside);
    draws.beta[j].push(beta);
    draws.delay[j].push(delay);
    draws.resolution[j] += record.resolution[j] * record.slope;
  }
}

/** Posterior inclusion probability of candidate j over all chains, and the largest difference between chains. */
export function inclusionOf(collected: Collected, j: number): { readonly mean: number; readonly spread: number } {
  const perChain = collected.chains.map((draws) => meanOf(draws.inclusion[j]));
  return { mean: meanOf(perChain), spread: Math.max(...perChain) - Math.min(...perChain) };
}

/** Chains that stand still in different places have no finite R-hat; an answer holds only numbers. */
const WORST_R_HAT = 1000;

export interface Convergence {
  /** At most 1000. */
  readonly rHat: number;
  readonly ess: number;
  readonly pipSpread: number;
}

/**
 * Worst split R-hat over log posterior, persistence, inclusions with PIP .3-.98 (smaller ones are held by the PIP spread) and effects with PIP above .5; worst ESS
 * over the two kinds that are reported, inclusions and effects (over persistence when there are none); largest PIP spread.
 */
export function convergence(collected: Collected, latent: boolean): Convergence {
  const seriesOf = (pick: (draws: ChainDraws) => readonly number[]): Float64Array[] =>
    collected.chains.map((draws) => Float64Array.from(pick(draws)));
  const reported: Float64Array[][] = [];
  let pipSpread = 0;
  for (let j = 0; j < collected.p; j++) {
    const { mean, spread } = inclusionOf(collected, j);
    pipSpread = Math.max(pipSpread, spread);
    if (mean > 0.3 && mean < 0.98) reported.push(seriesOf((draws) => draws.inclusion[j]));
    if (mean > 0.5) reported.push(seriesOf((draws) => draws.beta[j]));
  }
  const persistence = seriesOf((draws) => draws.phi);
  let rHat = 1;
  // the log posterior of latent values wanders with them and says nothing of the answer
  for (const chains of latent ? [persistence] : [seriesOf((draws) => draws.logMarginal), persistence]) {
    rHat = Math.max(rHat, convergenceOf(chains).rHat);
  }
  let ess = Infinity;
  for (const chains of reported.length > 0 ? reported : [persistence]) {
    const one = convergenceOf(chains);
    rHat = Math.max(rHat, one.rHat);
    ess = Math.min(ess, one.ess);
  }
  return { rHat: Math.min(rHat, WORST_R_HAT), ess, pipSpread };
}

function meanOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
