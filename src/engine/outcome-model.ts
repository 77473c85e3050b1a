/**
 * What do the chains of one outcome share? Priors, kernels, whitened systems (made on demand, a few kept), and questions about columns.
 */
import { kernelNorms } from "./active-set.ts";
import type { ChainInput, ChainState, KernelEdge } from "./chain-record.ts";
import type { Collected } from "./collect.ts";
import { recallOf, writeLagColumns, type Design } from "./design.ts";
import { inner } from "./fixed-part.ts";
import { whitenInPlace } from "./filter.ts";
import { createKernelPool, LAGS, OFFSETS, TYPICAL_KERNELS } from "./kernels.ts";
import { kernelPriors, type KnownDelay } from "./kernel-prior.ts";
import { createLatent } from "./latent.ts";
import { bestLaw, fewLaws, noiseEvidence, plausibleLaws } from "./noise-evidence.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import { createNoiseSystem, type NoiseSystem } from "./noise-system.ts";
import type { EdgePrior } from "./posterior.ts";
import type { AxisProblem, Candidate, OutcomeProblem } from "./problem.ts";

/** Doubles that the kept systems of one outcome may hold, and how many systems at least and at most. */
const ROOM = 12e6;
const FEWEST_SYSTEMS = 4;
const MOST_SYSTEMS = 32;
/** Up to so many doubles the lag columns of all candidates are kept as they are, too. */
const REMEMBERED = 1e6;
/** Mean of the two common slabs: prior variance of a coefficient, (outcome SDs per cause SD)^2. */
const COMMON_VARIANCE = 0.325;

export interface OutcomeModel {
  readonly input: ChainInput;
  /** n contributions of the state's edges to the fitted outcome. */
  readonly signalOf: (state: Pick<ChainState, "candidates" | "kernels" | "betas">) => Float64Array;
  /** Prior SD of the coefficient given in, outcome SDs per cause SD. */
  readonly priorSdOf: (j: number) => number;
  /** Correlation of two candidates' typical columns, whitened and with the fixed part out, under the commonest law. */
  readonly correlationUnder: (collected: Collected) => (a: number, b: number) => number;
  /** Gives the whitened systems back; the chains are over. */
  readonly release: () => void;
  /** Share of a candidate's whitened typical column that is left when trend, season and context are out. */
  readonly keptShare: (collected: Collected) => (j: number) => number;
}

interface Kept {
  readonly system: NoiseSystem;
  readonly recorded: { readonly yy: number; readonly xy: Float64Array };
  readonly norms: (Float64Array | undefined)[];
  used: number;
}

/** `priors`: those of this outcome. `firstLook`: only the best of a few noise laws. Cost: the evidence of all noise laws, O(laws n fixed^2). */
export function createModel(
  problem: AxisProblem,
  outcome: OutcomeProblem,
  design: Design,
  priors: readonly EdgePrior[],
  firstLook: boolean,
): OutcomeModel {
  const { candidates } = outcome;
  const p = candidates.length;
  const n = design.days.length;
  const { reading } = design;
  const recall = recallOf(outcome);
  const priorOf = candidates.map((candidate) => priors.find((prior) => prior.from === candidate.column.name));
  const unitOf = (j: number): number => candidates[j].filled.sd / (reading.sd * reading.marginalSlope);
  const priorMean = Float64Array.from(priorOf, (prior, j) => (prior?.effect?.mean ?? 0) * unitOf(j));
  const priorSd = Float64Array.from(priorOf, (prior, j) => (prior?.effect?.sd ?? NaN) * unitOf(j));

  const lagBlocks = new Map<number, Float64Array>();
  const kept = new Array<Kept | undefined>(NOISE_LAWS.length).fill(undefined);
  let uses = 0;
  const most = Math.max(FEWEST_SYSTEMS, Math.min(MOST_SYSTEMS, Math.floor(ROOM / Math.max(1, p * LAGS * n))));
  const noEdges = noiseEvidence(design.days, design.y, design.fixed, design.scales, firstLook ? fewLaws : undefined);
  const best = bestLaw(noEdges);
  const wanted = firstLook ? (law: number): boolean => law === best : plausibleLaws(noEdges);
  const alone = noEdges.map((value, law) => (wanted(law) ? value : -Infinity));
  const poolByFirstLag = [createKernelPool(0), createKernelPool(1)];
  const pools = candidates.map((candidate) => poolByFirstLag[candidate.firstLag]);

  const input: ChainInput = {
    p,
    pools,
    kinds: candidates.map((candidate) => candidate.firstLag),
    oddsFactors: Float64Array.from(priorOf, (prior) => prior?.oddsFactor ?? 1),
    priorMean,
    priorSd,
    kernelPriors: candidates.map((candidate, j) => kernelPriors(candidate.firstLag, knownDelay(candidate, priorOf[j]))),
    evidenceWith,
    systemOf: (law) => keep(law).system,
    recordedUnder: (law) => keep(law).recorded,
    normsOf,
    y: design.y,
    slope: reading.slope,
    latent: createLatent(design, signalOf),
  };
  return { input, signalOf, priorSdOf, correlationUnder, keptShare, release };

  function release(): void {
    for (const one of kept) one?.system.release();
  }

  function priorSdOf(j: number): number {
    return Number.isNaN(priorSd[j]) ? Math.sqrt(COMMON_VARIANCE) : priorSd[j];
  }

  function evidenceWith(edges: readonly KernelEdge[]): Float64Array {
    if (edges.length === 0) return alone;
    const columns = edges.map(({ candidate, kernel }) => kernelColumn(candidate, kernel));
    return noiseEvidence(design.days, design.y, [...design.fixed, ...columns], design.scales, wanted);
  }

  /** The system of a law; the one unused for longest makes room. */
  function keep(law: number): Kept {
    const known = kept[law];
    if (known) {
      uses += 1;
      known.used = uses;
      return known;
    }
    if (kept.filter(Boolean).length >= most) {
      let oldest = -1;
      kept.forEach((one, other) => {
        if (one && (oldest < 0 || one.used < (kept[oldest]?.used ?? 0))) oldest = other;
      });
      kept[oldest] = undefined;
    }
    const system = createNoiseSystem(
      NOISE_LAWS[law],
      design.days,
      design.scales,
      design.fixed,
      p,
      (j, columns, offset) => {
        if (p * LAGS * n > REMEMBERED) writeLagColumns(candidates[j], design.days, recall, columns, offset);
        else columns.set(lagBlock(j), offset);
      },
      problem.options.createWork,
    );
    const white = system.whiten(design.y);
    const made: Kept = {
      system,
      recorded: { yy: inner(white, white), xy: system.cross(white) },
      norms: new Array<Float64Array | undefined>(p * OFFSETS).fill(undefined),
      used: uses,
    };
    kept[law] = made;
    return made;
  }

  function normsOf(law: number, j: number, offset: number): Float64Array {
    const { system, norms } = keep(law);
    const key = j * OFFSETS + offset;
    const known = norms[key];
    if (known) return known;
    const made = kernelNorms(system, pools[j][offset], j);
    norms[key] = made;
    return made;
  }

  /** n values: the lag columns of one candidate, as they are, under a kernel. */
  function kernelColumn(j: number, kernel: Float64Array): Float64Array {
    const block = lagBlock(j);
    const column = new Float64Array(n);
    for (let lag = 0; lag < LAGS; lag++) {
      if (kernel[lag] === 0) continue;
      for (let i = 0; i < n; i++) column[i] += kernel[lag] * block[lag * n + i];
    }
    return column;
  }

  function lagBlock(j: number): Float64Array {
    const known = lagBlocks.get(j);
    if (known) return known;
    const block = new Float64Array(LAGS * n);
    writeLagColumns(candidates[j], design.days, recall, block, 0);
    lagBlocks.set(j, block);
    return block;
  }

  function signalOf(state: Pick<ChainState, "candidates" | "kernels" | "betas">): Float64Array {
    const signal = new Float64Array(n);
    state.candidates.forEach((j, a) => {
      const column = kernelColumn(j, state.kernels[a]);
      for (let i = 0; i < n; i++) signal[i] += state.betas[a] * column[i];
    });
    return signal;
  }

  function typicalKernel(j: number): { kernel: Float64Array; from: number; to: number } {
    const bank = pools[j][0];
    const m = TYPICAL_KERNELS[0];
    return { kernel: bank.weights.subarray(m * LAGS, (m + 1) * LAGS), from: bank.from[m], to: bank.to[m] };
  }

  function correlationUnder(collected: Collected): (a: number, b: number) => number {
    const { system } = keep(commonestLaw(collected));
    const columns = new Map<number, Float64Array>();
    const columnOf = (j: number): Float64Array => {
      const { kernel, from, to } = typicalKernel(j);
      const column = columns.get(j) ?? system.kernelColumn(j, kernel, from, to);
      columns.set(j, column);
      return column;
    };
    return (a, b) => {
      const [x, y] = [columnOf(a), columnOf(b)];
      const norm = inner(x, x) * inner(y, y);
      return norm > 0 ? inner(x, y) / Math.sqrt(norm) : 0;
    };
  }

  function keptShare(collected: Collected): (j: number) => number {
    const { system } = keep(commonestLaw(collected));
    return (j) => {
      const { kernel, from, to } = typicalKernel(j);
      const left = system.kernelColumn(j, kernel, from, to);
      const whole = kernelColumn(j, kernel);
      let mean = 0;
      for (const x of whole) mean += x / n;
      const white = whole.map((x) => x - mean);
      whitenInPlace(system.filter, white, 0);
      const before = inner(white, white);
      return before > 0 ? inner(left, left) / before : 0;
    };
  }
}

function knownDelay(candidate: Candidate, prior: EdgePrior | undefined): KnownDelay | null {
  if (prior?.delayDays) return { type: "half-effect", half: prior.delayDays.half };
  const { delayDays } = candidate.column;
  return delayDays ? { type: "range", min: delayDays.min, max: delayDays.max } : null;
}

function commonestLaw(collected: Collected): number {
  const counts = new Map<number, number>();
  for (const chain of collected.chains) for (const law of chain.law) counts.set(law, (counts.get(law) ?? 0) + 1);
  let best = 0;
  let most = -1;
  for (const [law, count] of counts) {
    if (count > most || (count === most && law < best)) [best, most] = [law, count];
  }
  return best;
}
