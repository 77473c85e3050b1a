import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import { drawGamma, drawNormal, normalCdf } from "../numeric/normal.ts";
import { cholesky, dot, readingCovariance, solveWith } from "../../test/support/dense-noise.ts";
import { slow, white } from "../../test/support/made-diary.ts";
import { banksOf, causeColumn, chainInput, type SmallDiary } from "../../test/support/small-chain.ts";
import { createChain } from "./chain.ts";
import type { Design } from "./design.ts";
import { priorOdds } from "./inclusion-prior.ts";
import { KERNELS, LAGS } from "./kernels.ts";
import { createLatent, drawBetween } from "./latent.ts";
import { NOISE_LAWS } from "./noise-grid.ts";

const SLABS = [0.15, 0.5];
/** The one kernel of these diaries: a bump on day 1. */
const KERNEL = 4;
const PRIOR_ODDS = priorOdds([0], [], 0);

interface Bounded {
  readonly diary: SmallDiary;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The cause's column under the one kernel. */
  readonly column: Float64Array;
  readonly law: number;
}

/** A diary of n days whose outcome is a level: 0 below -1, 3 above 1, steps of one between; one cause, one kernel, intercept only. */
function levels(n: number, law: number, effect: number, noise: Float64Array, seed: number): Bounded {
  const days = Int32Array.from({ length: n }, (_, i) => i);
  const causes = [white(n + LAGS, seed)];
  const z = Float64Array.from(days, (t) => effect * causes[0][t + LAGS - 1] + noise[t]);
  const low = z.map((v) => (v < -1 ? -Infinity : v < 0 ? -1 : v < 1 ? 0 : 1));
  const high = z.map((v) => (v < -1 ? -1 : v < 0 ? 0 : v < 1 ? 1 : Infinity));
  const y = z.map((_, i) => (low[i] === -Infinity ? -1.5 : high[i] === Infinity ? 1.5 : (low[i] + high[i]) / 2));
  const fixed = [new Float64Array(n).fill(1)];
  const only = new Float64Array(KERNELS);
  only[KERNEL] = 1;
  const bare: SmallDiary = { days, y, fixed, causes, laws: [law], offsets: "one", kernelPriors: [only] };
  const column = causeColumn(bare, 0, banksOf(bare)[0], KERNEL);
  const design: Design = {
    days,
    y,
    low,
    high,
    fixed,
    shift: null,
    scales: null,
    recordedDays: n,
    reading: {
      link: { type: "ordered", transform: "identity", atFloor: 0, atCeiling: 0 },
      fitted: (v) => v,
      natural: (v) => v,
      recorded: (v) => v,
      sd: 1,
      slope: 1,
      marginalSlope: 1,
      bounds: { low, high },
      cuts: [-1, 0, 1].map((at) => ({ at, jump: 1 })),
      floor: -Infinity,
      ceiling: Infinity,
    },
  };
  const latent = createLatent(design, (state) => column.map((x) => (state.betas[0] ?? 0) * x));
  if (latent === null) throw new Error("bounds, but not latent");
  return { diary: { ...bare, latent }, low, high, column, law };
}

/** P(in), E[coefficient | in] of a long walk. */
function walk(diary: SmallDiary, sweeps: number): { inclusion: number; beta: number } {
  const chain = createChain(chainInput(diary), 3, 0, 0);
  for (let s = 0; s < 300; s++) chain.sweep(false);
  chain.settle(chain.lawEvidence());
  let [inside, sum] = [0, 0];
  for (let s = 0; s < sweeps; s++) {
    const record = chain.sweep(true);
    if (!record) throw new Error("nothing kept");
    inside += record.inclusion[0];
    sum += record.inclusion[0] * record.beta[0];
  }
  return { inclusion: inside / sweeps, beta: sum / inside };
}

/** Interpolated normal distribution function: the integral asks for it tens of millions of times. */
const CDF = Float64Array.from({ length: 16001 }, (_, i) => normalCdf((i - 8000) / 1000));
function cdf(x: number): number {
  if (x <= -8) return 0;
  if (x >= 8) return 1;
  const at = (x + 8) * 1000;
  const i = Math.floor(at);
  return CDF[i] + (at - i) * (CDF[i + 1] - CDF[i]);
}

/** The same by integrating over intercept, noise SD and coefficient: where days are independent, each box has a probability in closed form. */
function integrated({ diary, low, high, column, law }: Bounded): { inclusion: number; beta: number } {
  const { phi, ratio, level, scale } = NOISE_LAWS[law];
  expect([phi, level]).toEqual([0, 0]);
  const n = diary.days.length;
  /** log of the likelihood of all boxes. */
  const boxes = (mu: number, sigma: number, beta: number): number => {
    let product = 1;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      // the first state is wide
      const spread = sigma * Math.sqrt(1 + (i === 0 ? 100 * scale : ratio));
      const centre = mu + beta * column[i];
      product *= cdf((high[i] - centre) / spread) - cdf((low[i] - centre) / spread);
      if (product < 1e-200) {
        if (product === 0) return -Infinity;
        sum += Math.log(product);
        product = 1;
      }
    }
    return sum + Math.log(product);
  };
  const grid = (from: number, to: number, count: number): number[] =>
    Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.5)) / count);
  const mus = grid(-1.2, 1.2, 24);
  const logSigmas = grid(Math.log(0.15), Math.log(3), 24);
  const betas = grid(-1, 2, 48);
  const terms: { log: number; beta: number; in: boolean }[] = [];
  for (const mu of mus) {
    for (const logSigma of logSigmas) {
      const sigma = Math.exp(logSigma);
      // flat in mu and log sigma: d sigma^2 / sigma^2
      terms.push({ log: boxes(mu, sigma, 0), beta: 0, in: false });
      for (const beta of betas) {
        const likelihood = boxes(mu, sigma, beta) + Math.log(3 / 48);
        for (const slab of SLABS) {
          const variance = slab * scale * sigma * sigma;
          const prior = -0.5 * Math.log(2 * Math.PI * variance) - (beta * beta) / (2 * variance);
          terms.push({ log: likelihood + prior + Math.log(PRIOR_ODDS / 2), beta, in: true });
        }
      }
    }
  }
  const best = terms.reduce((most, term) => Math.max(most, term.log), -Infinity);
  let [total, inside, sum] = [0, 0, 0];
  for (const term of terms) {
    const w = Math.exp(term.log - best);
    total += w;
    if (!term.in) continue;
    inside += w;
    sum += w * term.beta;
  }
  return { inclusion: inside / total, beta: sum / inside };
}

/** The same by a sampler of its own: one hidden value after the other from the dense precision matrix. */
function referenceSampler(
  { diary, low, high, column, law }: Bounded,
  sweeps: number,
): { inclusion: number; beta: number } {
  const random = createRandom(99);
  const n = diary.days.length;
  const { scale } = NOISE_LAWS[law];
  const L = cholesky(readingCovariance(NOISE_LAWS[law], diary.days, null));
  const Q = diary.days.reduce<number[][]>((rows, _, i) => {
    rows.push(
      solveWith(
        L,
        [...diary.days].map((__, k) => (i === k ? 1 : 0)),
      ),
    );
    return rows;
  }, []);
  const times = (v: ArrayLike<number>): number[] => Q.map((row) => dot(row, v));
  const one = diary.fixed[0];
  const [Q1, Qc] = [times(one), times(column)];
  const [q11, q1c, qcc] = [dot(one, Q1), dot(one, Qc), dot(column, Qc)];
  const z = diary.y.slice();
  let [inside, sum] = [0, 0];
  for (let s = -500; s < sweeps; s++) {
    const Qz = times(z);
    const [r1, rc, rr] = [dot(one, Qz), dot(column, Qz), dot(z, Qz)];
    // intercept out
    const [cc, cz, zz] = [qcc - (q1c * q1c) / q11, rc - (q1c * r1) / q11, rr - (r1 * r1) / q11];
    const weights = SLABS.map((slab) => {
      const v = slab * scale;
      const left = zz - (cz * cz) / (cc + 1 / v);
      return 0.5 * PRIOR_ODDS * Math.sqrt(1 / (1 + v * cc)) * Math.pow(left / zz, -0.5 * (n - 1));
    });
    const pip = (weights[0] + weights[1]) / (1 + weights[0] + weights[1]);
    const mean =
      weights.reduce((m, w, i) => m + (w * cz) / (cc + 1 / (SLABS[i] * scale)), 0) / (weights[0] + weights[1]);
    if (s >= 0) {
      inside += pip;
      sum += pip * mean;
    }
    let beta = 0;
    let squares = zz;
    if (random.uniform() < pip) {
      const slab = random.uniform() < weights[0] / (weights[0] + weights[1]) ? SLABS[0] : SLABS[1];
      const precision = cc + 1 / (slab * scale);
      squares -= (cz * cz) / precision;
      const sigma = Math.sqrt(squares / (2 * drawGamma(random, (n - 1) / 2)));
      beta = cz / precision + (sigma * drawNormal(random)) / Math.sqrt(precision);
      squares = sigma * sigma;
    } else squares /= 2 * drawGamma(random, (n - 1) / 2);
    const sigma = Math.sqrt(squares);
    const mu = (r1 - beta * q1c) / q11 + (sigma * drawNormal(random)) / Math.sqrt(q11);
    const away = z.map((v, i) => v - mu - beta * column[i]);
    for (let i = 0; i < n; i++) {
      const row = Q[i];
      const others = dot(row, away) - row[i] * away[i];
      const centre = mu + beta * column[i] - others / row[i];
      z[i] = drawBetween(centre, sigma / Math.sqrt(row[i]), low[i], high[i], random);
      away[i] = z[i] - mu - beta * column[i];
    }
  }
  return { inclusion: inside / sweeps, beta: sum / inside };
}

function lawOf(phi: number, ratio: number, withLevel: boolean): number {
  return NOISE_LAWS.findIndex((law) => law.phi === phi && law.ratio === ratio && law.level > 0 === withLevel);
}

describe("the sampler of an outcome known only within bounds", () => {
  it.each([
    [0.4, 5],
    [0.25, 6],
    [0, 7],
  ])("agrees with numerical integration where days are independent (effect %s, seed %s)", (effect, seed) => {
    const law = lawOf(0, 0.3, false);
    const made = levels(40, law, effect, white(40, seed, 1), seed);
    const truth = integrated(made);
    const found = walk(made.diary, 10000);
    expect(Math.abs(found.inclusion - truth.inclusion)).toBeLessThan(0.015);
    expect(Math.abs(found.beta - truth.beta)).toBeLessThan(0.015);
  });

  it("agrees with a sampler of another kind where days hang together and the level wanders", () => {
    const law = lawOf(0.8, 1, true);
    const made = levels(
      40,
      law,
      0.4,
      slow(40, 0.8, 1, 15).map((x) => 0.5 * x),
      15,
    );
    const truth = referenceSampler(made, 8000);
    const found = walk(made.diary, 10000);
    expect(Math.abs(found.inclusion - truth.inclusion)).toBeLessThan(0.015);
    expect(Math.abs(found.beta - truth.beta)).toBeLessThan(0.015);
  });
});
