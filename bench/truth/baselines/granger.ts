/**
 * Does the past of a cause say more about the outcome than the outcome's own past does?
 *
 * The strong baseline (Granger 1969, as a one-equation VAR): F-test of seven lags of the cause beside seven own lags, weekday, trend and context;
 * Benjamini-Hochberg 5 % over all pairs. The sustained effect is the long-run multiplier sum(b) / (1 - sum(a)), its interval by the delta method.
 */
import type { DailyColumn, DailyTable } from "../../../src/daily/table.ts";
import { leastSquares, upperF } from "../least-squares.ts";
import { reportByBenjaminiHochberg, type Method, type TestedPair } from "../method.ts";
import { momentsOf } from "../simulate.ts";
import { adjustingColumns, firstLagOf, pairsOf } from "./pairs.ts";

/** Granger F: 7 own lags, 7 lags of the cause (0-6 for levers, 1-7 for states), weekday, trend; Benjamini-Hochberg 5 % over all pairs. */
export const granger: Method = {
  name: "granger-bh",
  rule: "Granger F (7 lags, weekday, trend, context; blanks of causes and of own lags filled by the mean), BH 5 %",
  answer: ({ table }, outcomes) => ({
    claims: reportByBenjaminiHochberg(
      pairsOf(table, outcomes).map(({ cause, outcome }) => grangerPair(table, cause, outcome)),
      0.05,
    ),
  }),
};

const lags = [0, 1, 2, 3, 4, 5, 6];

function grangerPair(table: DailyTable, cause: DailyColumn, outcome: DailyColumn): TestedPair {
  const nothing: TestedPair = { from: cause.name, to: outcome.name, p: 1, sign: 0 };
  const firstLag = firstLagOf(cause);
  const y = filled(outcome.values);
  const x = filled(cause.values);
  const rows = [...outcome.values.keys()].filter((day) => day >= 7 && !Number.isNaN(outcome.values[day]));
  const column = (read: (day: number) => number): Float64Array => Float64Array.from(rows, read);
  const adjusting = adjustingColumns(table).map((values) => column((day) => values[day]));
  const own = [...adjusting, ...lags.map((lag) => column((day) => y[day - lag - 1]))];
  const others = lags.map((lag) => column((day) => x[day - lag - firstLag]));
  const target = column((day) => y[day]);
  const small = leastSquares(target, own);
  const large = leastSquares(target, [...own, ...others]);
  if (!small || !large) return nothing;
  const f =
    (small.residualSumOfSquares - large.residualSumOfSquares) /
    7 /
    (large.residualSumOfSquares / large.degreesOfFreedom);
  const total = large.coefficients.subarray(own.length).reduce((sum, value) => sum + value, 0);
  const memory = large.coefficients.subarray(adjusting.length, own.length).reduce((sum, value) => sum + value, 0);
  const p = upperF(f, 7, large.degreesOfFreedom);
  const rest = 1 - memory;
  if (rest < 0.02) return { ...nothing, p, sign: Math.sign(total) }; // a random walk has no long-run multiplier
  const gradient = large.coefficients.map((_, index) =>
    index < adjusting.length ? 0 : index < own.length ? total / rest ** 2 : 1 / rest,
  );
  const mean = total / rest;
  const reach = 1.966 * large.errorOf(gradient);
  return { ...nothing, p, sign: Math.sign(total), effect: { mean, low95: mean - reach, high95: mean + reach } };
}

/** Centred, blanks = the mean. */
function filled(values: Float64Array): Float64Array {
  const { mean } = momentsOf(values);
  return values.map((value) => (Number.isNaN(value) ? 0 : value - mean));
}
