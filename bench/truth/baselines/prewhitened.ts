/**
 * Are two series correlated once each has lost its own memory?
 *
 * Haugh (1976): take out weekday, trend and context, fit an AR(p) to cause and outcome each (p 0-7 by BIC, blanks of lagged values = mean), and
 * correlate the residuals at lags 0-14 (states 1-14). Inside a pair the best lag counts, its p times the number of lags (Bonferroni); over
 * pairs Benjamini-Hochberg 5 %. Honest, and it loses what is spread over many lags.
 */
import type { DailyTable } from "../../../src/daily/table.ts";
import { leastSquares } from "../least-squares.ts";
import { reportByBenjaminiHochberg, type Method, type TestedPair } from "../method.ts";
import { correlate, pOfCorrelation } from "./correlations.ts";
import { adjusted, adjustingColumns, blanksAsMean, firstLagOf, pairsOf, type Pair } from "./pairs.ts";

/** Best lag 0-14 of AR-prewhitened series, Bonferroni inside the pair, Benjamini-Hochberg 5 % over pairs. */
export const prewhitened: Method = {
  name: "prewhitened-bh",
  rule: "r at the best of lags 0-14 after AR(0-7) prewhitening of both and weekday, trend, context; Bonferroni over lags, BH 5 % over pairs",
  answer: ({ table }, outcomes) => {
    const innovations = innovationsOf(table);
    const pairs = pairsOf(table, outcomes);
    return {
      claims: reportByBenjaminiHochberg(
        pairs.map((pair) => testPair(pair, innovations)),
        0.05,
      ),
    };
  },
};

/** What each column's own past, weekday and trend do not say; NaN on blank days and on the first week. */
export function innovationsOf(table: DailyTable): ReadonlyMap<string, Float64Array> {
  const adjusting = adjustingColumns(table);
  return new Map(table.columns.map(({ name, values }) => [name, whitened(adjusted(values, adjusting))] as const));
}

/** Residuals of the AR(p) with the smallest BIC, p 0-7; all orders are compared on the same days. */
export function whitened(centred: Float64Array): Float64Array {
  const past = blanksAsMean(centred);
  const rows = [...centred.keys()].filter((day) => day >= 7 && !Number.isNaN(centred[day]));
  const target = Float64Array.from(rows, (day) => centred[day]);
  const lagged = [1, 2, 3, 4, 5, 6, 7].map((lag) => Float64Array.from(rows, (day) => past[day - lag]));
  let best: readonly number[] = [];
  let smallest = rows.length * Math.log(target.reduce((sum, value) => sum + value * value, 0) / rows.length);
  for (let order = 1; order <= 7; order += 1) {
    const fit = leastSquares(target, lagged.slice(0, order));
    if (!fit) break;
    const bic = rows.length * Math.log(fit.residualSumOfSquares / rows.length) + order * Math.log(rows.length);
    if (bic < smallest) [smallest, best] = [bic, [...fit.coefficients]];
  }
  return centred.map((value, day) =>
    day < 7 ? Number.NaN : value - best.reduce((sum, phi, index) => sum + phi * past[day - index - 1], 0),
  );
}

function testPair({ cause, outcome }: Pair, innovations: ReadonlyMap<string, Float64Array>): TestedPair {
  const x = innovations.get(cause.name) ?? new Float64Array();
  const y = innovations.get(outcome.name) ?? new Float64Array();
  const first = firstLagOf(cause);
  const lags = Array.from({ length: 15 - first }, (_, index) => index + first);
  const tested = lags.map((lag) => {
    const { r, n } = correlate(x, y, lag);
    return { lag, r, p: pOfCorrelation(r, n) };
  });
  const best = tested.reduce((a, b) => (b.p < a.p ? b : a));
  const p = Math.min(1, best.p * lags.length);
  return { from: cause.name, to: outcome.name, p, sign: Math.sign(best.r), delayDays: best.lag };
}
