/**
 * Diaries so small that every model of the sampler can be written down: a chain's input, and the sum over all of its models.
 *
 * The sum is worked out from columns and dense algebra; of the engine it takes only the kernels, the law's numbers and the prior odds of an edge.
 */
import type { ChainInput, LatentOutcome } from "../../src/engine/chain-record.ts";
import { inner } from "../../src/engine/fixed-part.ts";
import { kernelNorms } from "../../src/engine/active-set.ts";
import { priorOdds } from "../../src/engine/inclusion-prior.ts";
import { createKernelPool, KERNELS, LAGS, type KernelBank } from "../../src/engine/kernels.ts";
import { kernelPriors } from "../../src/engine/kernel-prior.ts";
import { createPlainWork } from "../../src/engine/linear-work.ts";
import { noiseEvidence } from "../../src/engine/noise-evidence.ts";
import { NOISE_LAWS } from "../../src/engine/noise-grid.ts";
import { createNoiseSystem } from "../../src/engine/noise-system.ts";
import { denseSystem, dot } from "./dense-noise.ts";

/** Prior variances of a coefficient that the sampler chooses between, outcome SDs per cause SD. */
const SLABS = [0.15, 0.5];

export interface SmallDiary {
  readonly days: Int32Array;
  readonly y: Float64Array;
  readonly fixed: readonly Float64Array[];
  /** Per candidate: values on day t are at t + LAGS, so that every lag exists. */
  readonly causes: readonly Float64Array[];
  /** Indices into NOISE_LAWS that take part. */
  readonly laws: readonly number[];
  /** Banks of every candidate: one shared bank, or all of the pool. */
  readonly offsets: "one" | "all";
  readonly priorMean?: readonly number[];
  readonly priorSd?: readonly number[];
  readonly oddsFactors?: readonly number[];
  /** Per candidate: prior of the kernels instead of the open one. */
  readonly kernelPriors?: readonly Float64Array[];
  readonly latent?: LatentOutcome;
}

export function banksOf(diary: SmallDiary): readonly KernelBank[] {
  const pool = createKernelPool(0);
  return diary.offsets === "all" ? pool : pool.map(() => pool[0]);
}

/** n values of lag column c of a cause; weeks are means of their days. */
function lagColumn(diary: SmallDiary, j: number, c: number): Float64Array {
  // a weekly column is stood in for by one more day: the sampler does not know what a column holds
  return Float64Array.from(diary.days, (t) => diary.causes[j][t + LAGS - c]);
}

/** n values: the column of a cause under a kernel. */
export function causeColumn(diary: SmallDiary, j: number, bank: KernelBank, m: number): Float64Array {
  const out = new Float64Array(diary.days.length);
  for (let c = 0; c < LAGS; c++) {
    const w = bank.weights[m * LAGS + c];
    if (w === 0) continue;
    lagColumn(diary, j, c).forEach((x, i) => (out[i] += w * x));
  }
  return out;
}

function priorsOf(diary: SmallDiary): readonly Float64Array[] {
  return diary.kernelPriors ?? diary.causes.map(() => kernelPriors(0, null));
}

/** Prior of the coefficients of one candidate for one slab, units of the reading-noise variance. */
function slabOf(diary: SmallDiary, j: number, slab: number, law: number): { variance: number; mean: number } {
  const sd = diary.priorSd?.[j] ?? NaN;
  const { scale } = NOISE_LAWS[law];
  return { variance: (Number.isNaN(sd) ? SLABS[slab] : sd * sd) * scale, mean: diary.priorMean?.[j] ?? 0 };
}

export function chainInput(diary: SmallDiary): ChainInput {
  const p = diary.causes.length;
  const banks = banksOf(diary);
  const systems = new Map(
    diary.laws.map((law) => [
      law,
      createNoiseSystem(
        NOISE_LAWS[law],
        diary.days,
        null,
        diary.fixed,
        p,
        (j, columns, offset) => {
          for (let c = 0; c < LAGS; c++) columns.set(lagColumn(diary, j, c), offset + c * diary.days.length);
        },
        createPlainWork,
      ),
    ]),
  );
  const systemOf: ChainInput["systemOf"] = (law) => {
    const system = systems.get(law);
    if (!system) throw new Error(`law ${law} does not take part`);
    return system;
  };
  const recorded = remembered((law) => {
    const white = systemOf(law).whiten(diary.y);
    return { yy: inner(white, white), xy: systemOf(law).cross(white) };
  });
  const norms = remembered((law, j, offset) => kernelNorms(systemOf(law), banks[offset], j));
  return {
    p,
    kinds: diary.causes.map(() => 0),
    oddsFactors: Float64Array.from(diary.oddsFactors ?? diary.causes.map(() => 1)),
    priorMean: Float64Array.from(diary.priorMean ?? diary.causes.map(() => 0)),
    priorSd: Float64Array.from(diary.priorSd ?? diary.causes.map(() => NaN)),
    kernelPriors: priorsOf(diary),
    evidenceWith: (edges) => {
      const columns = edges.map(({ candidate, kernel }) => {
        const bank = { weights: kernel, from: Uint8Array.of(0), to: Uint8Array.of(LAGS) };
        return causeColumn(diary, candidate, bank, 0);
      });
      return noiseEvidence(diary.days, diary.y, [...diary.fixed, ...columns], null, (law) => diary.laws.includes(law));
    },
    pools: diary.causes.map(() => banks),
    systemOf,
    recordedUnder: (law) => recorded(law),
    normsOf: (law, j, offset) => norms(law, j, offset),
    y: diary.y,
    slope: 1,
    latent: diary.latent ?? null,
  };
}

/** The same function, asked once for each of its arguments. */
function remembered<T>(make: (...key: number[]) => T): (...key: number[]) => T {
  const known = new Map<string, T>();
  return (...key) => {
    const name = key.join(" ");
    const value = known.get(name) ?? make(...key);
    known.set(name, value);
    return value;
  };
}

/** What the sum over all models says. */
export interface Exact {
  /** P(in) per candidate, E[coefficient | in] per candidate, P(law). */
  readonly inclusion: readonly number[];
  readonly beta: readonly number[];
  readonly law: ReadonlyMap<number, number>;
}

/** Sums over laws, slabs and every pair of kernels (none included) of one or two candidates. With "all" offsets: one candidate only. */
export function exactPosterior(diary: SmallDiary): Exact {
  const p = diary.causes.length;
  const pool = diary.offsets === "all" ? banksOf(diary) : [banksOf(diary)[0]];
  const priors = priorsOf(diary);
  const terms: { log: number; law: number; beta: (number | null)[] }[] = [];
  for (const law of diary.laws) {
    const dense = denseSystem(NOISE_LAWS[law], diary.days, null, diary.fixed);
    const y = dense.whiten(diary.y);
    const freedom = diary.days.length - diary.fixed.length;
    const base = NOISE_LAWS[law].logPrior + dense.logDet;
    const columns = diary.causes.map((_, j) =>
      pool.map((bank) => Array.from({ length: KERNELS }, (__, m) => dense.whiten(causeColumn(diary, j, bank, m)))),
    );
    const products = columns.map((banks) =>
      banks.map((kernels) => kernels.map((c) => ({ cc: dot(c, c), cy: dot(c, y) }))),
    );
    const yy = dot(y, y);
    const slabs = SLABS.map((_, slab) => diary.causes.map((__, j) => slabOf(diary, j, slab, law)));
    pool.forEach((_, bank) => {
      for (let a = -1; a < KERNELS; a++) {
        for (let b = -1; b < (p === 2 ? KERNELS : 0); b++) {
          const chosen = [a, b].flatMap((m, j) => (m < 0 ? [] : [{ j, m }]));
          const prior = logPriorOf(diary, chosen, priors) - Math.log(pool.length);
          if (prior === -Infinity) continue;
          const cross = chosen.length === 2 ? dot(columns[0][bank][a], columns[1][bank][b]) : 0;
          for (const slab of slabs) {
            const edges = chosen.map(({ j, m }) => ({ ...products[j][bank][m], ...slab[j] }));
            const { log, betas } = marginal(edges, cross, yy, freedom);
            const beta: (number | null)[] = diary.causes.map(() => null);
            chosen.forEach(({ j }, i) => (beta[j] = betas[i]));
            terms.push({ log: base + prior + log, law, beta });
          }
        }
      }
    });
  }
  return gather(terms, diary);
}

/** log P(these edges with these kernels), up to a constant: chain rule of the prior odds. */
function logPriorOf(
  diary: SmallDiary,
  chosen: readonly { readonly j: number; readonly m: number }[],
  priors: readonly Float64Array[],
): number {
  const kinds = diary.causes.map(() => 0);
  let sum = 0;
  chosen.forEach(({ j, m }, i) => {
    const present = chosen.slice(0, i).map((one) => one.j);
    sum += Math.log(priors[j][m]) + Math.log((diary.oddsFactors?.[j] ?? 1) * priorOdds(kinds, present, j));
  });
  return sum;
}

interface DenseEdge {
  readonly cc: number;
  readonly cy: number;
  readonly variance: number;
  readonly mean: number;
}

/** log of the marginal likelihood (coefficients and noise variance integrated out) of no, one or two edges, and their conditional means. */
function marginal(
  edges: readonly DenseEdge[],
  cross: number,
  yy: number,
  freedom: number,
): { readonly log: number; readonly betas: readonly number[] } {
  const [e, f] = edges;
  if (!e) return { log: -0.5 * freedom * Math.log(yy), betas: [] };
  if (!f) {
    // y around the prior mean's line, then a coefficient around 0
    const rest = yy - 2 * e.mean * e.cy + e.mean * e.mean * e.cc;
    const right = e.cy - e.mean * e.cc;
    const precision = e.cc + 1 / e.variance;
    const sse = rest - (right * right) / precision;
    return {
      log: -0.5 * Math.log(1 + e.variance * e.cc) - 0.5 * freedom * Math.log(sse),
      betas: [e.mean + right / precision],
    };
  }
  const rest =
    yy -
    2 * (e.mean * e.cy + f.mean * f.cy) +
    e.mean * e.mean * e.cc +
    f.mean * f.mean * f.cc +
    2 * e.mean * f.mean * cross;
  const [r0, r1] = [e.cy - e.mean * e.cc - f.mean * cross, f.cy - f.mean * f.cc - e.mean * cross];
  const [a, d] = [e.cc + 1 / e.variance, f.cc + 1 / f.variance];
  const det = a * d - cross * cross;
  const [b0, b1] = [(d * r0 - cross * r1) / det, (a * r1 - cross * r0) / det];
  return {
    log: -0.5 * Math.log(det * e.variance * f.variance) - 0.5 * freedom * Math.log(rest - r0 * b0 - r1 * b1),
    betas: [e.mean + b0, f.mean + b1],
  };
}

function gather(
  terms: readonly { readonly log: number; readonly law: number; readonly beta: readonly (number | null)[] }[],
  diary: SmallDiary,
): Exact {
  const best = terms.reduce((most, term) => Math.max(most, term.log), -Infinity);
  let total = 0;
  const inside = diary.causes.map(() => 0);
  const sums = diary.causes.map(() => 0);
  const laws = new Map(diary.laws.map((law) => [law, 0]));
  for (const term of terms) {
    const w = Math.exp(term.log - best);
    total += w;
    laws.set(term.law, (laws.get(term.law) ?? 0) + w);
    term.beta.forEach((beta, j) => {
      if (beta === null) return;
      inside[j] += w;
      sums[j] += w * beta;
    });
  }
  return {
    inclusion: inside.map((x) => x / total),
    beta: sums.map((x, j) => x / inside[j]),
    law: new Map([...laws].map(([law, w]) => [law, w / total])),
  };
}
