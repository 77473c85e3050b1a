/**
 * What does the engine believe before it reads a diary? One draw of each part of its prior.
 *
 * Taken from the engine's own functions (`NOISE_LAWS`, `priorOdds`, `kernelPriors`, kernel banks), so that a change there changes the draws here.
 * Only the two slab variances are written again; `prior-draw.test.ts` compares them with what chains visit.
 */
import type { Random } from "../../src/base/random.ts";
import { priorOdds } from "../../src/engine/inclusion-prior.ts";
import { kernelPriors, type KnownDelay } from "../../src/engine/kernel-prior.ts";
import { createKernelPool, LAGS, OFFSETS, type KernelBank } from "../../src/engine/kernels.ts";
import { NOISE_LAWS } from "../../src/engine/noise-grid.ts";

/** The engine's slab variances, (outcome SDs per cause SD, sustained)^2; equally likely. */
export const SLABS: readonly number[] = [0.15, 0.5];

/** Index of a noise law, drawn with its prior weight. */
export function drawLaw(random: Random): number {
  return drawIndex(
    NOISE_LAWS.map((law) => Math.exp(law.logPrior)),
    random,
  );
}

export function drawSlab(random: Random): number {
  return SLABS[random.below(SLABS.length)];
}

/**
 * Which candidates are in (`kinds` 0 lever, 1 other outcome). Per kind the number k that are in has weight C(size, k) * product of the prior odds of the
 * 1st to k-th, which is the joint law that the conditional odds imply; which k is then equally likely.
 */
export function drawInclusion(kinds: readonly number[], random: Random): boolean[] {
  const inside = kinds.map(() => false);
  for (const kind of new Set(kinds)) {
    const places = kinds.flatMap((other, j) => (other === kind ? [j] : []));
    const weights = [1];
    for (let k = 1; k <= places.length; k++) {
      const odds = priorOdds(kinds, places.slice(0, k - 1), places[k - 1]);
      weights.push((weights[k - 1] * odds * (places.length - k + 1)) / k);
    }
    let left = drawIndex(weights, random);
    const open = [...places];
    for (; left > 0; left--) {
      const [j] = open.splice(random.below(open.length), 1);
      inside[j] = true;
    }
  }
  return inside;
}

const pools = new Map<number, readonly KernelBank[]>();

/** LAGS weights of a kernel: family and place by the kernel prior, fine offset evenly among the banks. */
export function drawKernel(firstLag: number, known: KnownDelay | null, random: Random): Float64Array {
  const pool = pools.get(firstLag) ?? createKernelPool(firstLag);
  pools.set(firstLag, pool);
  const m = drawIndex([...kernelPriors(firstLag, known)], random);
  return pool[random.below(OFFSETS)].weights.slice(m * LAGS, (m + 1) * LAGS);
}

function drawIndex(weights: readonly number[], random: Random): number {
  let left = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i];
    if (left <= 0 && weights[i] > 0) return i;
  }
  return weights.findLastIndex((weight) => weight > 0);
}
