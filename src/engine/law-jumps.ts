/**
 * Which noise laws does a walk try?
 *
 * A law costs a whitening of every column, so only the few best by the cheap evidence are walked on; among them half the log evidence proposes, so that
 * neighbours are tried often. Decision 013.
 */
import type { Random } from "../base/random.ts";
import { exp } from "../numeric/elementary.ts";

/** Laws walked on lie within so many nats of the best. */
const REACH = 3;
/** And are so many at most: once the chains have agreed, and before. */
export const MOST_LAWS = 5;
export const MOST_LAWS_AT_FIRST = 2;

/** Log weights of proposals, one per law; -Infinity for laws that are not walked on. */
export function jumpsOf(evidence: Float64Array, most: number): Float64Array {
  const best = evidence.slice().sort().reverse();
  const limit = Math.max(best[0] - REACH, best[Math.min(most, best.length) - 1]);
  return evidence.map((x) => (x >= limit ? x / 2 : -Infinity));
}

/** Per law the best that any chain's edges make of it, each chain measured from its own best law: all chains then walk on the same few laws. */
export function agreedEvidence(perChain: readonly Float64Array[]): Float64Array {
  const best = perChain.map((evidence) => evidence.reduce((most, x) => Math.max(most, x), -Infinity));
  return perChain[0].map((_, law) =>
    perChain.reduce((most, evidence, c) => Math.max(most, evidence[law] - best[c]), -Infinity),
  );
}

/** An index drawn with probability in proportion to exp(log weight); weights 40 nats behind the best count as 0. */
export function drawFromLogs(logs: ArrayLike<number>, random: Random): number {
  let best = -Infinity;
  for (let i = 0; i < logs.length; i++) if (logs[i] > best) best = logs[i];
  let sum = 0;
  for (let i = 0; i < logs.length; i++) sum += logs[i] > best - 40 ? exp(logs[i] - best) : 0;
  let left = random.uniform() * sum;
  let final = 0;
  for (let i = 0; i < logs.length; i++) {
    if (!(logs[i] > best - 40)) continue;
    left -= exp(logs[i] - best);
    final = i;
    if (left <= 0) return i;
  }
  return final;
}
