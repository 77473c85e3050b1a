/**
 * What do plain correlations say?
 *
 * Same day and best lag, p < .05, no correction: what a spreadsheet and the "insights" of habit apps do (all pairs, no correction = the rule called
 * pearson-screen elsewhere). Pairwise complete days; p from Student's t as if days were independent, which they are not.
 */
import type { DailyColumn } from "../../../src/daily/table.ts";
import { twoSidedT } from "../least-squares.ts";
import { reportBelow, type Method, type TestedPair } from "../method.ts";
import { pairsOf } from "./pairs.ts";

/** Same-day Pearson, p < .05, no correction. */
export const sameDay: Method = {
  name: "same-day-r",
  rule: "Pearson on the same day, p < .05, no correction (pearson-screen)",
  answer: ({ table }, outcomes) => ({
    claims: reportBelow(
      pairsOf(table, outcomes).map(({ cause, outcome }) => testLag(cause, outcome, 0)),
      0.05,
    ),
  }),
};

/** Best of the lags 0-14 by |r|, p < .05 of that one lag, no correction. */
export const bestLag: Method = {
  name: "best-lag-r",
  rule: "largest |r| of lags 0-14, its p < .05, no correction",
  answer: ({ table }, outcomes) => ({
    claims: reportBelow(
      pairsOf(table, outcomes).map(({ cause, outcome }) => bestOfLags(cause, outcome, 14)),
      0.05,
    ),
  }),
};

/** Pearson r of y on x `lag` days earlier, over days from `from` on which both are recorded; 0 below 3 days or without spread. */
export function correlate(
  x: Float64Array,
  y: Float64Array,
  lag: number,
  from = 0,
): { readonly r: number; readonly n: number } {
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
  for (let t = Math.max(lag, from); t < y.length; t += 1) {
    const a = x[t - lag];
    const b = y[t];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    n += 1;
    sx += a;
    sy += b;
    sxx += a * a;
    syy += b * b;
    sxy += a * b;
  }
  const spread = (sxx - (sx * sx) / n) * (syy - (sy * sy) / n);
  return { r: n < 3 || !(spread > 1e-12) ? 0 : (sxy - (sx * sy) / n) / Math.sqrt(spread), n };
}

/** Two-sided p of a correlation of n independent pairs; 1 below 4 pairs. */
export function pOfCorrelation(r: number, n: number): number {
  return n < 4 ? 1 : twoSidedT(r * Math.sqrt((n - 2) / Math.max(1e-12, 1 - r * r)), n - 2);
}

function testLag(cause: DailyColumn, outcome: DailyColumn, lag: number): TestedPair {
  const { r, n } = correlate(cause.values, outcome.values, lag);
  return { from: cause.name, to: outcome.name, p: pOfCorrelation(r, n), sign: Math.sign(r), delayDays: lag };
}

function bestOfLags(cause: DailyColumn, outcome: DailyColumn, longest: number): TestedPair {
  let best = testLag(cause, outcome, 0);
  for (let lag = 1; lag <= longest; lag += 1) {
    const next = testLag(cause, outcome, lag);
    if (next.p < best.p) best = next;
  }
  return best;
}
