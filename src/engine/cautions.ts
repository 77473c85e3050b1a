/**
 * What must be said beside an edge before anybody believes it?
 *
 * Not separable from another cause (posterior inclusion correlates below -.5, or the columns agree beyond r = .8), one switch only (it moves with
 * time), rare cause (different from its usual value on fewer than 8 days), same day (which came first is unknown), prior-sensitive
 * (the class changes when prior odds are halved or doubled; PIPs move on the logit scale by log 2).
 */
import { exp, log } from "../numeric/elementary.ts";
import { inclusionOf, type Collected } from "./collect.ts";
import type { EdgeCaution } from "./posterior.ts";
import type { Candidate, OutcomeProblem } from "./problem.ts";

const RARE_DAYS = 8;

/** Less than this share of a column left beside trend, season and context: it cannot be told from time. */
const TIME_ONLY = 0.05;
/** Entries with less than this share of real movement are called imprecise. */
const IMPRECISE = 0.9;

/** Cautions per candidate. `keptShare`: what is left of its column beside the fixed part; `columnCorrelation`: whitened. */
export function cautionsOf(
  outcome: OutcomeProblem,
  collected: Collected,
  keptShare: (j: number) => number,
  columnCorrelation: (a: number, b: number) => number,
): readonly (readonly EdgeCaution[])[] {
  const inclusions = outcome.candidates.map((_, j) => inclusionOf(collected, j).mean);
  return outcome.candidates.map((candidate, j) => {
    const cautions: EdgeCaution[] = [];
    const twin = inclusions[j] > 0.1 ? inseparableFrom(outcome, collected, inclusions, columnCorrelation, j) : null;
    if (twin) cautions.push(twin);
    const changed = changedDays(candidate);
    if (changed.switches <= 1 || keptShare(j) < TIME_ONLY) cautions.push({ type: "OneSwitch" });
    else if (changed.days < RARE_DAYS) cautions.push({ type: "RareCause", days: changed.days });
    if (candidate.firstLag === 0 && inclusions[j] > 0.5 && meanDelay(collected, j) < 0.5)
      cautions.push({ type: "SameDay" });
    if (isPriorSensitive(inclusions[j])) cautions.push({ type: "PriorSensitive" });
    if (candidate.filled.reliability < IMPRECISE)
      cautions.push({ type: "ImpreciseCause", reliability: candidate.filled.reliability });
    return cautions;
  });
}

function inseparableFrom(
  outcome: OutcomeProblem,
  collected: Collected,
  inclusions: readonly number[],
  columnCorrelation: (a: number, b: number) => number,
  j: number,
): EdgeCaution | null {
  let worst: { k: number; correlation: number } | null = null;
  for (let k = 0; k < inclusions.length; k++) {
    if (k === j) continue;
    const columns = columnCorrelation(j, k);
    const together = Math.abs(columns) > 0.8;
    const either = inclusions[k] > 0.1 ? inclusionCorrelation(collected, j, k) : 0;
    const strength = together ? columns : either;
    if ((together || either < -0.5) && (!worst || Math.abs(strength) > Math.abs(worst.correlation)))
      worst = { k, correlation: strength };
  }
  return worst
    ? { type: "NotSeparable", otherColumn: outcome.candidates[worst.k].column.name, correlation: worst.correlation }
    : null;
}

function inclusionCorrelation(collected: Collected, j: number, k: number): number {
  const a: number[] = [];
  const b: number[] = [];
  for (const chain of collected.chains) {
    for (const active of chain.active) {
      a.push(active[j]);
      b.push(active[k]);
    }
  }
  return correlation(Float64Array.from(a), Float64Array.from(b));
}

function correlation(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  let [sa, sb] = [0, 0];
  for (let i = 0; i < n; i++) {
    sa += a[i];
    sb += b[i];
  }
  let [aa, bb, ab] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[i] - sa / n, b[i] - sb / n];
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

/** Days on which the recorded value differs from the commonest one, and how often it changes at all. */
function changedDays(candidate: Candidate): { readonly days: number; readonly switches: number } {
  const counts = new Map<number, number>();
  let switches = 0;
  let previous = NaN;
  for (const x of candidate.column.values) {
    if (Number.isNaN(x)) continue;
    counts.set(x, (counts.get(x) ?? 0) + 1);
    if (!Number.isNaN(previous) && x !== previous) switches += 1;
    previous = x;
  }
  return { days: candidate.filled.recorded - Math.max(...counts.values()), switches };
}

function meanDelay(collected: Collected, j: number): number {
  let sum = 0;
  let total = 0;
  for (const chain of collected.chains) {
    chain.delay[j].forEach((delay, i) => {
      sum += delay * chain.inclusion[j][i];
      total += chain.inclusion[j][i];
    });
  }
  return sum / total;
}

function isPriorSensitive(probability: number): boolean {
  const half = shifted(probability, -1);
  const double = shifted(probability, 1);
  return classOf(half) !== classOf(double);
}

function shifted(probability: number, direction: number): number {
  if (probability <= 0 || probability >= 1) return probability;
  const logit = log(probability / (1 - probability)) + direction * 0.6931471805599453;
  return 1 / (1 + exp(-logit));
}

function classOf(probability: number): number {
  return probability >= 0.95 ? 3 : probability >= 0.8 ? 2 : probability >= 0.5 ? 1 : 0;
}
