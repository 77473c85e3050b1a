/**
 * One walk through "which edges, with which delay, under which noise?": collapsed spike-and-slab over kernels.
 *
 * Coefficients and sigma^2 are integrated out. A sweep visits every candidate in turn: P(in | rest) is summed over all its kernels and
 * ACCUMULATED (Rao-Blackwell), then in/out and kernel are drawn together. Further moves: swap one active with one inactive candidate; slab variance;
 * noise law by delayed acceptance (Christen & Fox 2005), so that a law is whitened only if a cheap look makes it plausible; continuous
 * delay and width of active kernels; values of the outcome that are known only within bounds (`latent.ts`).
 * All chance comes from the stream (seed, outcome, chain): same numbers with any number of workers.
 */
import { createRandom, type Random } from "../base/random.ts";
import { exp, log } from "../numeric/elementary.ts";
import { drawGamma, drawNormal } from "../numeric/normal.ts";
import {
  createFactor,
  createScores,
  factorise,
  logMarginal,
  MAX_ACTIVE,
  scoreBank,
  type ActiveSet,
  type Slab,
  type Target,
} from "./active-set.ts";
import type { Chain, ChainInput, ChainStart, ChainState, KernelEdge, SweepRecord } from "./chain-record.ts";
import { inner } from "./fixed-part.ts";
import { priorOdds } from "./inclusion-prior.ts";
import { FAST_KERNELS, KERNELS, LAGS, OFFSETS, TYPICAL_KERNELS, type KernelBank } from "./kernels.ts";
import { drawFromLogs, jumpsOf, MOST_LAWS, MOST_LAWS_AT_FIRST } from "./law-jumps.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import type { NoiseSystem } from "./noise-system.ts";

/** Slab variances to choose from: (outcome SDs per cause SD, sustained)^2. */
const SLABS: readonly number[] = [0.15, 0.5];
/** Noise-law moves per sweep. */
const LAW_MOVES = 2;
/** Mean inclusion in the burn-in below which a candidate that is out is looked at every fourth, or every second, sweep. */
const RARELY = 0.12;
const SELDOM = 0.4;
/** Of this many visits, one weighs a candidate with all kernels, the others with the fast ones against none. */
const SLOW_EVERY = 3;
/** Prior share of slow kernels above which a candidate's delay is known to be slow. */
const SLOW_KNOWN = 0.3;
/** Sweeps between draws of the latent values of the outcome. */
const LATENT_EVERY = 2;

/** `start`: where an earlier walk ended, by candidate number; absent = from the prior and the cheap evidence. */
export function createChain(
  input: ChainInput,
  seed: number,
  outcome: number,
  chain: number,
  start?: ChainStart,
): Chain {
  const { p, latent } = input;
  const random: Random = createRandom(seed, 1, outcome, chain);
  const banks: KernelBank[] = [];
  const offsets = new Uint8Array(p);
  const set: ActiveSet = { candidate: [], kernel: [] };
  const factor = createFactor();
  const scores = createScores();
  const gains = new Float64Array(KERNELS);
  /** Candidates whose delay is known to be slow are always weighed with all kernels. */
  const slowKnown = input.kernelPriors.map(
    (priors) => priors.subarray(FAST_KERNELS).reduce((sum, prior) => sum + prior, 0) > SLOW_KNOWN,
  );
  const logPriors = input.kernelPriors.map((priors) => priors.map((x) => (x > 0 ? log(x) : -Infinity)));
  const slab: Slab = { variance: new Float64Array(p), mean: input.priorMean };
  let slabIndex = start?.slab ?? random.below(SLABS.length);
  let evidence = input.evidenceWith([]);
  let jumps = jumpsOf(evidence, MOST_LAWS_AT_FIRST);
  let law = start?.law ?? drawFromLogs(jumps, random);
  let system: NoiseSystem = input.systemOf(law);
  let { y } = input;
  const partial = new Float64Array(latent === null ? 0 : p * LAGS);
  let { slope } = input;
  let target: Target = targetUnder(law, system);
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
  setSlab(law, slabIndex);
  for (const { candidate: j, kernel, bank } of start?.edges ?? []) {
    useOffset(j, bank);
    set.candidate.push(j);
    set.kernel.push(kernel);
  }

  return { sweep, lawEvidence: () => input.evidenceWith(presentEdges()), settle, drawState, place };

  function place(): ChainStart {
    const edges = set.candidate.map((j, a) => ({ candidate: j, kernel: set.kernel[a], bank: offsets[j] }));
    return { law, slab: slabIndex, edges };
  }

  function sweep(keep: boolean): SweepRecord | null {
    sweepNumber += 1;
    const start = random.below(Math.max(1, p));
    for (let step = 0; step < p; step++) {
      const j = (start + step) % p;
      const place = set.candidate.indexOf(j);
      if (rest[j] > 1 && (sweepNumber + j) % rest[j] !== 0) continue;
      if (place < 0) useOffset(j, random.below(OFFSETS));
      visit(j, place);
    }
    if (sweepNumber % 2 === 0) swap();
    for (let a = 0; a < set.candidate.length; a++) moveOffsets(a);
    drawSlab();
    for (let i = 0; i < LAW_MOVES; i++) moveLaw();
    if (latent !== null && sweepNumber % LATENT_EVERY === 0) drawLatent();
    if (!keep) {
      for (let j = 0; j < p; j++) burnIn[j] += last.inclusion[j];
      burnInSweeps += 1;
      return null;
    }
    factorise(factor, system, target, set, banks, slab, -1);
    last.active.fill(0);
    for (const j of set.candidate) last.active[j] = 1;
    return { ...last, logMarginal: system.logDet + logMarginal(factor, target), law, slope };
  }

  function presentEdges(): KernelEdge[] {
    return set.candidate.map((j, a) => ({
      candidate: j,
      kernel: banks[j].weights.slice(set.kernel[a] * LAGS, (set.kernel[a] + 1) * LAGS),
    }));
  }

  /** From now on candidates that the burn-in seldom wanted are visited every second or fourth sweep; their last draw stands in between. The pattern is fixed, so the walk stays exact. */
  function settle(agreed: Float64Array): void {
    for (let j = 0; j < p; j++) {
      const wanted = burnIn[j] / burnInSweeps;
      rest[j] = wanted < RARELY ? 4 : wanted < SELDOM ? 2 : 1;
    }
    evidence = agreed;
    jumps = jumpsOf(evidence, MOST_LAWS);
    // a law that is not walked on any more is left at once; the burn-in goes on
    if (jumps[law] === -Infinity) moveTo(drawFromLogs(jumps, random));
  }

  /**
   * In or out, and with which kernel. One visit of three weighs all kernels; the others only "out" against the fast ones, a valid draw within the part of
   * the state space where the candidate is (one that is in with a slow kernel stays, and draws its coefficient). Either way P(in | what was held
   * fixed) has the right mean over the walk, so every visit counts.
   */
  function visit(j: number, place: number): void {
    const whole = slowKnown[j] || (sweepNumber + j) % SLOW_EVERY === 0;
    const stays = !whole && place >= 0 && set.kernel[place] >= FAST_KERNELS;
    const first = stays ? set.kernel[place] : 0;
    const end = stays ? first + 1 : whole ? KERNELS : FAST_KERNELS;
    factorise(factor, system, target, set, banks, slab, place);
    const total = scoreAll(j, place, first, end);
    const others = factor.size;
    const logOdds = log(input.oddsFactors[j] * priorOdds(input.kinds, set.candidate, j)) + total;
    const inside = others >= MAX_ACTIVE ? 0 : stays ? 1 : 1 / (1 + exp(-logOdds));
    const m = pickKernel();
    const spread = Math.sqrt((factor.sse * scores.remaining[m]) / target.freedom / scores.precision[m]);
    const wobble = Math.sqrt(target.freedom / (2 * drawGamma(random, target.freedom / 2)));
    last.inclusion[j] = inside;
    last.beta[j] = scores.cross[m] / scores.precision[m] + spread * wobble * drawNormal(random);
    last.kernels.set(banks[j].weights.subarray(m * LAGS, (m + 1) * LAGS), j * LAGS);
    last.resolution[j] = resolution(j);
    if (random.uniform() < inside) {
      if (place < 0) {
        set.candidate.push(j);
        set.kernel.push(m);
      } else set.kernel[place] = m;
    } else if (place >= 0) {
      set.candidate.splice(place, 1);
      set.kernel.splice(place, 1);
    }
  }

  /** Fills `gains` with log(prior * Bayes factor) of kernels [first, end), 0 outside; returns the log of their sum. */
  function scoreAll(j: number, without: number, first: number, end: number): number {
    const norms = input.normsOf(law, j, offsets[j]);
    scoreBank(scores, factor, system, target, set, banks, j, norms, slab, input.kernelPriors[j], without, first, end);
    const priors = logPriors[j];
    let best = -Infinity;
    for (let m = 0; m < KERNELS; m++) {
      gains[m] = priors[m] + scores.gain[m];
      if (gains[m] > best) best = gains[m];
    }
    let sum = 0;
    for (let m = 0; m < KERNELS; m++) {
      // 40 nats behind the best is nothing
      gains[m] = gains[m] > best - 40 ? exp(gains[m] - best) : 0;
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
    let final = KERNELS - 1;
    while (final > 0 && !(gains[final] > 0)) final -= 1;
    return final;
  }

  /** SD of the coefficient of a typical early kernel (delay about 1-3 days, width about 1): what this diary can resolve. */
  function resolution(j: number): number {
    const norms = input.normsOf(law, j, offsets[j]);
    let sum = 0;
    for (const m of TYPICAL_KERNELS) sum += 1 / Math.sqrt(norms[m] + 1e-9);
    return (sum / TYPICAL_KERNELS.length) * Math.sqrt(factor.sse / target.freedom);
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
    factorise(factor, system, target, set, banks, slab, place);
    const totalPresent = scoreAll(present, place, 0, KERNELS);
    const totalOther = scoreAll(j, place, 0, KERNELS);
    const remaining = set.candidate.filter((_, a) => a !== place);
    const odds = (i: number): number => log(input.oddsFactors[i] * priorOdds(input.kinds, remaining, i));
    if (random.uniform() >= 1 / (1 + exp(totalPresent - totalOther + odds(present) - odds(j)))) return;
    const m = pickKernel();
    set.candidate[place] = j;
    set.kernel[place] = m;
  }

  /** Delay and width of an active edge: its bank against another one, all kernels of its family (fast or slow) in both summed out, then a kernel of the winner. */
  function moveOffsets(place: number): void {
    const j = set.candidate[place];
    const next = random.below(OFFSETS);
    const slow = set.kernel[place] >= FAST_KERNELS;
    const first = slow ? FAST_KERNELS : 0;
    const end = slow ? KERNELS : FAST_KERNELS;
    factorise(factor, system, target, set, banks, slab, place);
    const present = scoreAll(j, place, first, end);
    const presentOffset = offsets[j];
    useOffset(j, next);
    const proposed = scoreAll(j, place, first, end);
    if (random.uniform() >= 1 / (1 + exp(present - proposed))) {
      useOffset(j, presentOffset);
      return;
    }
    set.kernel[place] = pickKernel();
  }

  function useOffset(j: number, offset: number): void {
    offsets[j] = offset;
    banks[j] = input.pools[j][offset];
  }

  function drawSlab(): void {
    const logs = SLABS.map((_, index) => {
      setSlab(law, index);
      factorise(factor, system, target, set, banks, slab, -1);
      return logMarginal(factor, target);
    });
    slabIndex = drawFromLogs(logs, random);
    setSlab(law, slabIndex);
  }

  /** Fills the prior variances (mutates `slab`) for a law: its `scale` turns outcome variances into reading-noise variances. */
  function setSlab(ofLaw: number, index: number): void {
    const { scale } = NOISE_LAWS[ofLaw];
    for (let j = 0; j < p; j++) {
      const own = input.priorSd[j];
      slab.variance[j] = (Number.isNaN(own) ? SLABS[index] : own * own) * scale;
    }
  }

  /** Noise law: a jump drawn from the flattened cheap marginals, by delayed acceptance. */
  function moveLaw(): void {
    const next = drawFromLogs(jumps, random);
    if (next === law) return;
    const symmetry = jumps[law] - jumps[next];
    const cheap = evidence[next] - evidence[law];
    if (log(random.uniform()) >= symmetry + cheap) return;
    const candidate = input.systemOf(next);
    factorise(factor, system, target, set, banks, slab, -1);
    const now = NOISE_LAWS[law].logPrior + system.logDet + logMarginal(factor, target);
    setSlab(next, slabIndex);
    const nextTarget = targetUnder(next, candidate, false);
    factorise(factor, candidate, nextTarget, set, banks, slab, -1);
    const then = NOISE_LAWS[next].logPrior + candidate.logDet + logMarginal(factor, nextTarget);
    // second stage: the full ratio against the cheap one. min(1, cheap) cancels only where it was below 1.
    const forward = Math.min(0, symmetry + cheap);
    const backward = Math.min(0, -symmetry - cheap);
    if (log(random.uniform()) >= then - now + symmetry + backward - forward) {
      setSlab(law, slabIndex);
      return;
    }
    moveTo(next);
  }

  function moveTo(next: number): void {
    law = next;
    system = input.systemOf(next);
    setSlab(law, slabIndex);
    target = targetUnder(law, system);
  }

  /** The outcome under a law; for a latent one that is only being proposed, products with the active candidates are enough. */
  function targetUnder(ofLaw: number, ofSystem: NoiseSystem, whole = true, values = y): Target {
    if (latent === null) {
      const { yy, xy } = input.recordedUnder(ofLaw);
      return { yy, xy, freedom: ofSystem.freedom };
    }
    const white = ofSystem.whiten(values);
    if (!whole) for (const j of set.candidate) ofSystem.crossAt(white, j, partial);
    return {
      yy: inner(white, white),
      xy: whole ? ofSystem.cross(white) : partial,
      freedom: ofSystem.freedom,
    };
  }

  function drawLatent(): void {
    if (latent === null) return;
    const { shift } = latent;
    if (shift !== null) {
      // what is drawn for an unknown day must not learn from the shift that was put into it
      target = targetUnder(
        law,
        system,
        true,
        y.map((value, i) => value - shift[i]),
      );
    }
    const state = drawState();
    const drawn = latent.redraw(state, system, random);
    y = drawn.y;
    slope = drawn.slope;
    target = targetUnder(law, system);
  }

  function drawState(): ChainState {
    factorise(factor, system, target, set, banks, slab, -1);
    const s = factor.size;
    const sigma2 = factor.sse / (2 * drawGamma(random, target.freedom / 2));
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
      slabs: set.candidate.map((j) => slab.variance[j]),
      priorMeans: set.candidate.map((j) => slab.mean[j]),
      y,
      slope,
    };
  }

  function emptyRecord(): SweepRecord {
    return {
      logMarginal: 0,
      law: 0,
      slope: 1,
      inclusion: new Float64Array(p),
      beta: new Float64Array(p),
      kernels: new Float64Array(p * LAGS),
      active: new Uint8Array(p),
      resolution: new Float64Array(p),
    };
  }
}
