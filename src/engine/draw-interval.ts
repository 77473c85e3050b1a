/**
 * Mean and 95 % interval of draws that are 0 wherever an effect is not there.
 *
 * Quantile p of n draws: at place p (n + 1) of the sorted draws, between neighbours in proportion (Hyndman & Fan 1996, type 6). With few draws this
 * keeps its promise: of 100 draws, 95.0 % of new ones fall inside on average, where the commoner rules give 93-94 %.
 */
import type { Interval95 } from "./posterior.ts";

/** `present`: values of the draws in which there is an effect (any order; sorted in place); the other `count - present.length` draws are 0. Cost O(n log n). */
export function intervalOfDraws(present: Float64Array, count: number): Interval95 {
  if (count === 0) return { mean: 0, low95: 0, high95: 0 };
  let sum = 0;
  for (const x of present) sum += x;
  present.sort();
  let below = 0;
  while (below < present.length && present[below] < 0) below += 1;
  return {
    mean: sum / count,
    low95: quantile(present, below, count, 0.025),
    high95: quantile(present, below, count, 0.975),
  };
}

function quantile(sorted: Float64Array, below: number, count: number, p: number): number {
  const place = Math.min(Math.max(p * (count + 1), 1), count);
  const lower = Math.floor(place);
  const share = place - lower;
  const a = ranked(sorted, below, count, lower - 1);
  const b = ranked(sorted, below, count, Math.min(lower, count - 1));
  return a + share * (b - a);
}

/** The draw of this rank (from 0) when the zeros stand where they belong, after the `below` negative ones. */
function ranked(sorted: Float64Array, below: number, count: number, rank: number): number {
  if (rank < below) return sorted[rank];
  const zeros = count - sorted.length;
  return rank < below + zeros ? 0 : (sorted[rank - zeros] ?? 0);
}
