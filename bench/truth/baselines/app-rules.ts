/**
 * What do apps show?
 *
 * Four rules after the published behaviour of apps, not their code, moved to daily diaries where they were made for something else (each says
 * how): perfice-r05 (|r| >= .5), bearable-like (with and without), studyu-welch (two arms), gutai-count (co-occurrence). None knows of
 * autocorrelation or of many comparisons.
 */
import type { DailyColumn } from "../../../src/daily/table.ts";
import { twoSidedT } from "../least-squares.ts";
import { reportBelow, type Claim, type Method, type TestedPair } from "../method.ts";
import { correlate } from "./correlations.ts";
import { medianOf, pairsOf } from "./pairs.ts";

/** Lags 0 and 1, shown when |r| >= .5 over the last 30 days (Perfice). */
export const perfice: Method = {
  name: "perfice-r05",
  rule: "Pearson of the last 30 days, lags 0 and 1, shown when |r| >= .5",
  answer: ({ table }, outcomes) => ({
    claims: pairsOf(table, outcomes).map(({ cause, outcome }): Claim => {
      const from = Math.max(0, table.dayCount - 30);
      const [best = 0] = [0, 1]
        .map((lag) => correlate(cause.values, outcome.values, lag, from).r)
        .sort((a, b) => Math.abs(b) - Math.abs(a));
      return claim(cause, outcome, Math.abs(best), Math.abs(best) >= 0.5, best);
    }),
  }),
};

/** Mean on days with minus mean on days without (amounts: above or below the person's median), shown after 3 + 3 days when it is 20 % or more. */
export const bearableLike: Method = {
  name: "bearable-like",
  rule: "last 30 days: mean with v. without the factor, shown after 3 + 3 days when they differ by 20 % or more",
  answer: ({ table }, outcomes) => ({
    claims: pairsOf(table, outcomes).map(({ cause, outcome }): Claim => {
      const { withDays, without } = arms(cause, outcome, Math.max(0, table.dayCount - 30));
      const enough = withDays.length >= 3 && without.length >= 3 && meanOf(without) !== 0;
      const difference = enough ? meanOf(withDays) / meanOf(without) - 1 : 0;
      return claim(cause, outcome, Math.min(1, Math.abs(difference)), Math.abs(difference) >= 0.2, difference);
    }),
  }),
};

/**
 * Welch's t on pooled day values of two arms, baseline dropped, p < .05 (StudyU). A diary has no phases: the arms here are the days above and the
 * days at or below the person's median of the cause, after the first 14 days. (On its own ground, an ABAB trial: `app-ground.ts`.)
 */
export const studyuWelch: Method = {
  name: "studyu-welch",
  rule: "Welch t on day values, days above v. at or below the cause's median, first 14 days dropped, p < .05",
  answer: ({ table }, outcomes) => ({
    claims: reportBelow(
      pairsOf(table, outcomes).map(({ cause, outcome }): TestedPair => {
        const { withDays, without } = arms(cause, outcome, 14);
        const { p, difference } = welch(withDays, without);
        return { from: cause.name, to: outcome.name, p, sign: Math.sign(difference) };
      }),
      0.05,
    ),
  }),
};

/**
 * A food eaten 1-6 h before a symptom in 15 meals or more is "High" (GutAI). Daily data have no hours: here a day counts when the cause was above 0
 * and not below its median, and the outcome of the same day was on the bad side of its median. Never compared with days without.
 */
export const gutaiCount: Method = {
  name: "gutai-count",
  rule: 'days with the cause and a symptom (worse than the median) on the same day; 15 or more = "High"',
  answer: ({ table }, outcomes) => ({
    claims: pairsOf(table, outcomes).map(({ cause, outcome }): Claim => {
      const count = coOccurrences(cause, outcome);
      // what is blamed makes it worse: up for a score that should be low, down for one that should be high
      return claim(cause, outcome, count / Math.max(1, table.dayCount), count >= 15, worseSign(outcome));
    }),
  }),
};

/** Welch's two-sample t-test; p 1 when an arm has fewer than 2 values or nothing varies. */
export function welch(
  a: readonly number[],
  b: readonly number[],
): { readonly p: number; readonly t: number; readonly difference: number } {
  const difference = meanOf(a) - meanOf(b);
  const va = varianceOf(a) / a.length;
  const vb = varianceOf(b) / b.length;
  if (a.length < 2 || b.length < 2 || !(va + vb > 0)) return { p: 1, t: 0, difference: 0 };
  const df = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1));
  const t = difference / Math.sqrt(va + vb);
  return { p: twoSidedT(t, df), t, difference };
}

function coOccurrences(cause: DailyColumn, outcome: DailyColumn): number {
  const usual = medianOf(cause.values);
  const middle = medianOf(outcome.values);
  const bad = worseSign(outcome);
  let count = 0;
  for (let t = 0; t < outcome.values.length; t += 1) {
    const eaten = cause.values[t] > 0 && cause.values[t] >= usual; // NaN is neither
    if (eaten && bad * (outcome.values[t] - middle) > 0) count += 1;
  }
  return count;
}

function worseSign(outcome: DailyColumn): 1 | -1 {
  return outcome.betterIs === "higher" ? -1 : 1;
}

/** Same-day outcomes on days from `from` with the cause above its median, and on the others. */
function arms(
  cause: DailyColumn,
  outcome: DailyColumn,
  from: number,
): { readonly withDays: readonly number[]; readonly without: readonly number[] } {
  const median = medianOf(cause.values);
  const withDays: number[] = [];
  const without: number[] = [];
  for (let t = from; t < outcome.values.length; t += 1) {
    const x = cause.values[t];
    const y = outcome.values[t];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    (x > median ? withDays : without).push(y);
  }
  return { withDays, without };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

function claim(cause: DailyColumn, outcome: DailyColumn, strength: number, reported: boolean, signOf: number): Claim {
  return { from: cause.name, to: outcome.name, strength, reported, sign: Math.sign(signOf) };
}
