/**
 * One walk through "which edges, with which delay, under which noise?": collapsed spike-and-slab over kernels.
 *
 * Coefficients and sigma^2 are integrated out. A sweep visits every candidate in turn: P(in | rest) is summed over all its kernels and
 * ACCUMULATED (Rao-Blackwell), then in/out and kernel are drawn together. Further moves: swap one active with one inactive candidate; slab variance;
 * noise law by delayed acceptance (Christen & Fox 2005), so that a law is whitened only if a cheap look makes it plausible; continuous
 * delay and width of active kernels. Inclusion prior: a beta distribution within each kind of cause (levers; other outcomes), integrated out, see `priorOdds`.
 * All chance comes from the stream (seed, outcome, chain): same numbers with any number of workers.
 */
import { createRandom, type Random } from "../base/random.ts";
import { exp, log } from "../numeric/elementary.ts";
import { drawGamma, drawNormal } from "../numeric/normal.ts";
import {
  createFactor,
  createScores,
  factorise,
  kernelRow,
  kernelRowAt,
  logMarginal,
  MAX_ACTIVE,
  scoreBank,
  shareExplained,
  type ActiveSet,
} from "./active-set.ts";
import { KERNELS, LAGS, OFFSETS, TYPICAL_KERNELS, type KernelBank } from "./kernels.ts";
import { priorOdds } from "./inclusion-prior.ts";
import type { Chain, ChainInput, ChainState, SweepRecord } from "./chain-record.ts";
import { NOISE_LAWS, neighboursOf } from "./noise-grid.ts";

/** Slab variances to choose from: (outcome SDs per cause SD, sustained)^2. */
const SLABS: readonly number[] = [0.15, 0.5];
/** Sweeps between refreshes of the delay offsets of an inactive candidate. */
const REFRESH = 6;
/** Noise-law moves per sweep: laws are cached, and they mix slowest. */
const LAW_MOVES = 10;
/** Mean inclusion in the burn-in below which a candidate is visited more rarely. */
const RARELY = 0.12;

export function createChain(input: ChainInput, seed: number, outcome: number, chain: number): Chain {
  const { p } = input;
  const random: Random = createRandom(seed, 1, outcome, chain);
  const banks: KernelBank[] = [];
  const offsets = new Uint8Array(p);
  const set: ActiveSet = { candidate: [], kernel: [], rows: [] };
  const factor = createFactor();
  const scores = createScores();
  const gains = new Float64Array(KERNELS);
  const logPriors = input.kernelPriors.map((priors) => priors.map((x) => (x > 0 ? log(x) : -Infinity)));
  let evidence = input.evidenceWith([]);
  let flattened = [...evidence].map((x) => x / 2);
  let law = drawFromLogs(flattened);
  let system = input.systemOf(law);
  let slabIndex = random.below(SLABS.length);
  let sweepNumber = 0;
  const last = emptyRecord();
  const burnIn = new Float64Array(p);
  let burnInSweeps = 0;
  /** Visit every so many sweeps. */
  const rest = new Uint8Array(p).fill(1);
  for (let j = 0; j < p; j++) {
    offsets[j] = random.below(OFFSETS);
    banks.push(input.pools[j][offsets[j]]);
  }

  return { sweep, settle, drawState };

  function sweep(keep: boolean): SweepRecord | null {
    sweepNumber += 1;
    const start = random.below(Math.max(1, p));
    for (let step = 0; step < p; step++) {
      const j = (start + step) % p;
      const place = set.candidate.indexOf(j);
      if (place < 0 && rest[j] > 1 && (sweepNumber + j) % rest[j] !== 0) continue;
      if (place < 0 && (sweepNumber + j) % REFRESH < rest[j]) useOffset(j, random.below(OFFSETS));
      visit(j, place);
    }
    if (sweepNumber % 2 === 0) swap();
    for (let a = 0; a < set.candidate.length; a++) moveOffsets(a);
    drawSlab();
    for (let i = 0; i < LAW_MOVES; i++) moveLaw(i % 2 === 0);
    if (!keep) {
      for (let j = 0; j < p; j++) burnIn[j] += last.inclusion[j];
      burnInSweeps += 1;
      return null;
    }
    factorise(factor, system, set, banks, slab(), -1);
    last.active.fill(0);
    for (const j of set.candidate) last.active[j] = 1;
    return { ...last, logMarginal: logMarginal(factor, system), law, slab: slab() };
  }

  function presentEdges(): { candidate: number; kernel: Float64Array }[] {
    return set.candidate.map((j, a) => ({
      candidate: j,
      kernel: banks[j].weights.slice(set.kernel[a] * LAGS, (set.kernel[a] + 1) * LAGS),
    }));
  }

  /** Noise laws are proposed by how well they go with the present edges. From now on candidates that the burn-in hardly ever wanted are visited every fourth sweep; their last draw stands in between. The pattern is fixed, so the walk stays exact. */
  function settle(): void {
    for (let j = 0; j < p; j++) rest[j] = burnIn[j] < RARELY * burnInSweeps ? 4 : 1;
    evidence = input.evidenceWith(presentEdges());
    flattened = [...evidence].map((x) => x / 2);
  }

  function visit(j: number, place: number): void {
    factorise(factor, system, set, banks, slab(), place);
    const total = scoreAll(j, place);
    const others = factor.size;
    const logOdds = log(priorOdds(input.kinds, set.candidate, j)) + total;
    const inside = others >= MAX_ACTIVE ? 0 : 1 / (1 + exp(-logOdds));
    const m = pickKernel();
    const left = factor.sse * (1 - shareExplained(scores, factor, m));
    const spread = Math.sqrt(left / system.freedom / scores.precision[m]);
    const wobble = Math.sqrt(system.freedom / (2 * drawGamma(random, system.freedom / 2)));
    last.inclusion[j] = inside;
    last.beta[j] = scores.cross[m] / scores.precision[m] + spread * wobble * drawNormal(random);
    last.kernels.set(banks[j].weights.subarray(m * LAGS, (m + 1) * LAGS), j * LAGS);
    last.resolution[j] = resolution(j);
    if (random.uniform() < inside) {
      if (place < 0) {
        set.candidate.push(j);
        set.kernel.push(m);
        set.rows.push(kernelRow(system, banks[j], j, m));
      } else if (set.kernel[place] !== m) {
        set.kernel[place] = m;
        set.rows[place] = kernelRow(system, banks[j], j, m);
      }
    } else if (place >= 0) {
      set.candidate.splice(place, 1);
      set.kernel.splice(place, 1);
      set.rows.splice(place, 1);
    }
  }

  /** Fills `gains` with log(prior * Bayes factor) of every kernel; returns the log of their sum. */
  function scoreAll(j: number, without: number): number {
    scoreBank(scores, factor, system, set, banks[j], j, input.productsOf(law, j, offsets[j]), slab(), without);
    let best = -Infinity;
    for (let m = 0; m < KERNELS; m++) {
      gains[m] = logPriors[j][m] + scores.gain[m];
      if (gains[m] > best) best = gains[m];
    }
    let sum = 0;
    for (let m = 0; m < KERNELS; m++) {
      gains[m] = exp(gains[m] - best);
      sum += gains[m];
    }
    return best + log(sum);
  }

  /** Draws a kernel from the weights that `scoreAll` left. */
  function pickKernel(): number {
    let sum = 0;
    for (let m = 0; m < KERNELS; m++) sum += gains[m];
    let left = random.uniform() * sum;
    for (let m = 0; m < KERNELS; m++) {
      left -= gains[m];
      if (left <= 0 && gains[m] > 0) return m;
    }
    let last = KERNELS - 1;
    while (last > 0 && !(gains[last] > 0)) last -= 1;
    return last;
  }

  /** SD of the coefficient of a typical early kernel (delay about 1-3 days, width about 1): what this diary can resolve. */
  function resolution(j: number): number {
    const alone = input.productsOf(law, j, offsets[j]);
    let sum = 0;
    for (const m of TYPICAL_KERNELS) sum += 1 / Math.sqrt(alone.norm[m] + 1e-9);
    return (sum / TYPICAL_KERNELS.length) * Math.sqrt(factor.sse / system.freedom);
  }

  /** One active against one inactive candidate, both kernels summed out: settles which of two correlated causes. */
  function swap(): void {
    const size = set.candidate.length;
    if (size === 0 || size >= p) return;
    const place = random.below(size);
    let other = random.below(p - size);
    let j = 0;
    for (; j < p; j++) {
      if (set.candidate.includes(j)) continue;
      if (other === 0) break;
      other -= 1;
    }
    const present = set.candidate[place];
    factorise(factor, system, set, banks, slab(), place);
    const totalPresent = scoreAll(present, place);
    const totalOther = scoreAll(j, place);
    const odds = log(priorOdds(input.kinds, without(place), j) / priorOdds(input.kinds, without(place), present));
    if (random.uniform() >= 1 / (1 + exp(totalPresent - totalOther - odds))) return;
    const m = pickKernel();
    set.candidate[place] = j;
    set.kernel[place] = m;
    set.rows[place] = kernelRow(system, banks[j], j, m);
  }

  function without(place: number): number[] {
    return set.candidate.filter((_, a) => a !== place);
  }

  /** Delay and width of an active edge: its bank against another one, all kernels of both summed out, then a kernel of the winner. */
  function moveOffsets(place: number): void {
    const j = set.candidate[place];
    const next = random.below(OFFSETS);
    factorise(factor, system, set, banks, slab(), place);
    const present = scoreAll(j, place);
    const presentOffset = offsets[j];
    useOffset(j, next);
    const proposed = scoreAll(j, place);
    if (random.uniform() >= 1 / (1 + exp(present - proposed))) {
      useOffset(j, presentOffset);
      return;
    }
    const m = pickKernel();
    set.kernel[place] = m;
    set.rows[place] = kernelRow(system, banks[j], j, m);
  }

  function useOffset(j: number, offset: number): void {
    offsets[j] = offset;
    banks[j] = input.pools[j][offset];
  }

  function drawSlab(): void {
    const logs: number[] = [];
    for (const value of SLABS) {
      factorise(factor, system, set, banks, value * NOISE_LAWS[law].scale, -1);
      logs.push(logMarginal(factor, system));
    }
    slabIndex = drawFromLogs(logs);
  }

  /** Noise law: every other time a neighbour, else a jump drawn from the flattened cheap marginals. */
  function moveLaw(jump: boolean): void {
    let next: number;
    let symmetry: number;
    if (jump) {
      next = drawFromLogs(flattened);
      symmetry = flattened[law] - flattened[next];
    } else {
      const steps = neighboursOf(law);
      next = steps[random.below(steps.length)];
      symmetry = log(steps.length / neighboursOf(next).length);
    }
    if (next === law) return;
    const cheap = evidence[next] - evidence[law];
    if (log(random.uniform()) >= symmetry + cheap) return;
    const candidate = input.systemOf(next);
    factorise(factor, system, set, banks, slab(), -1);
    const now = logMarginal(factor, system);
    const rows = set.candidate.map((j, a) => kernelRowAt(candidate, banks[j], j, set.kernel[a], set.candidate));
    factorise(factor, candidate, { ...set, rows }, banks, SLABS[slabIndex] * NOISE_LAWS[next].scale, -1);
    // second stage: the full ratio against the cheap one. min(1, cheap) cancels only where it was below 1.
    const full = logMarginal(factor, candidate) - now;
    const forward = Math.min(0, symmetry + cheap);
    const backward = Math.min(0, -symmetry - cheap);
    if (log(random.uniform()) >= full + symmetry + backward - forward) return;
    law = next;
    system = candidate;
    set.candidate.forEach((j, a) => {
      set.rows[a] = kernelRow(system, banks[j], j, set.kernel[a]);
    });
  }

  function drawState(): ChainState {
    factorise(factor, system, set, banks, slab(), -1);
    const s = factor.size;
    const sigma2 = factor.sse / (2 * drawGamma(random, system.freedom / 2));
    const betas = new Float64Array(s);
    // L' beta = z + sigma * noise
    for (let i = s - 1; i >= 0; i--) {
      let sum = factor.z[i] + Math.sqrt(sigma2) * drawNormal(random);
      for (let k = i + 1; k < s; k++) sum -= factor.L[k * MAX_ACTIVE + i] * betas[k];
      betas[i] = sum / factor.L[i * MAX_ACTIVE + i];
    }
    return {
      law,
      candidates: [...set.candidate],
      kernels: presentEdges().map((edge) => edge.kernel),
      betas: [...betas],
      sigma2,
      slab: slab(),
    };
  }

  function slab(): number {
    return SLABS[slabIndex] * NOISE_LAWS[law].scale;
  }

  function drawFromLogs(logs: readonly number[]): number {
    let best = -Infinity;
    for (const x of logs) if (x > best) best = x;
    let sum = 0;
    for (const x of logs) sum += exp(x - best);
    let left = random.uniform() * sum;
    for (let i = 0; i < logs.length; i++) {
      left -= exp(logs[i] - best);
      if (left <= 0) return i;
    }
    return logs.length - 1;
  }

  function emptyRecord(): SweepRecord {
    return {
      logMarginal: 0,
      law: 0,
      slab: 0,
      inclusion: new Float64Array(p),
      beta: new Float64Array(p),
      kernels: new Float64Array(p * LAGS),
      active: new Uint8Array(p),
      resolution: new Float64Array(p),
    };
  }
}
