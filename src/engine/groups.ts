/**
 * Which causes can this diary not tell apart: "one of these, and it cannot say which"?
 *
 * Two candidates are linked when their columns (whitened, trend and context out) agree beyond |r| = .8, or when their inclusions exclude each other: correlation below
 * -.5 over joint draws. Three that share one effect exclude each other by -.5 at most and four by -.33, so an inclusion of both together at a quarter or less
 * of what chance would give links them too. Links carry on (a-b, b-c makes a, b, c). Candidates that the diary has all but ruled out
 * (below .05) belong to no group: those it can tell apart. The posterior of "at least one" comes from the same joint draws.
 */
import type { InseparableGroup } from "./posterior.ts";

/** The joint draws of one outcome. */
export interface GroupQuestion {
  readonly to: string;
  /** Names of the candidates. */
  readonly names: readonly string[];
  /** Inclusion probability of each candidate, 0-1. */
  readonly inclusion: readonly number[];
  /** Per kept sweep: 1 for each candidate that was in. */
  readonly active: readonly Uint8Array[];
  /** Correlation of the columns of two candidates after whitening and projection, -1..1; asked only for pairs that matter. */
  readonly correlation: (a: number, b: number) => number;
}

const RULED_OUT = 0.05;
const COLUMNS_AGREE = 0.8;
const EXCLUDE = -0.5;
/** Both in at this share of what independence would give, or less; only for candidates with enough draws to see it. */
const SELDOM_TOGETHER = 0.25;
const OFTEN_ENOUGH = 0.1;
/** A group is worth a line when at least one of it is more likely than not. */
const LEAST_ANY = 0.5;

/**
 * Groups of two or more candidates with P(at least one of them) >= .5, likeliest first; `reported` is false, `decideDiscoveries` sets it.
 *
 * `from` keeps the order of the candidates. P(any) is the larger of the share of draws and of the largest single inclusion probability (it cannot
 * be smaller). Groups of one outcome do not overlap. Cost: O(sweeps x m^2) for m candidates above .05.
 */
export function inseparableGroups(question: GroupQuestion): InseparableGroup[] {
  const possible = question.names.map((_, j) => j).filter((j) => question.inclusion[j] >= RULED_OUT);
  const group = question.names.map((_, j) => j);
  for (const [i, a] of possible.entries()) {
    for (const b of possible.slice(i + 1)) {
      if (group[a] === group[b] || !areLinked(question, a, b)) continue;
      const [kept, gone] = [group[a], group[b]];
      for (const j of possible) if (group[j] === gone) group[j] = kept;
    }
  }
  return [...new Set(possible.map((j) => group[j]))]
    .map((id) => possible.filter((j) => group[j] === id))
    .filter((members) => members.length > 1)
    .map((members) => ({
      to: question.to,
      from: members.map((j) => question.names[j]),
      probabilityAny: probabilityAny(question, members),
      reported: false,
    }))
    .filter((found) => found.probabilityAny >= LEAST_ANY)
    .sort((a, b) => b.probabilityAny - a.probabilityAny);
}

function areLinked(question: GroupQuestion, a: number, b: number): boolean {
  if (Math.abs(question.correlation(a, b)) > COLUMNS_AGREE) return true;
  const n = question.active.length;
  if (n === 0) return false;
  let [inA, inB, both] = [0, 0, 0];
  for (const active of question.active) {
    inA += active[a];
    inB += active[b];
    both += active[a] * active[b];
  }
  const chance = (inA / n) * (inB / n);
  const spread = Math.sqrt(chance * (1 - inA / n) * (1 - inB / n));
  if (spread > 0 && (both / n - chance) / spread < EXCLUDE) return true;
  return Math.min(inA, inB) >= OFTEN_ENOUGH * n && both / n <= SELDOM_TOGETHER * chance;
}

function probabilityAny(question: GroupQuestion, members: readonly number[]): number {
  const hits = question.active.filter((active) => members.some((j) => active[j] === 1)).length;
  const share = question.active.length > 0 ? hits / question.active.length : 0;
  return members.reduce((most, j) => Math.max(most, question.inclusion[j]), share);
}
