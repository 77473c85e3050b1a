/**
 * How good could a forecast be?
 *
 * Told which effects are there, their kernels, the exposures of the past and the error covariance; not told their sizes, the weekday pattern, the drift
 * or the future. Universal kriging (generalised least squares + conditional normal law) on the last 400 days, with normal priors of the usual size on
 * weekdays (SD .2 of the outcome's) and drift (.5 in 400 days); coming exposures are at their mean and their spread is in the variance. Cut to the scale.
 * Near the ceiling of linear worlds with normal errors; families with told nuisances are skipped.
 */
import { pairKey, type TruthDiary } from "../diary.ts";
import { cholesky, dot, forward, leastSquares } from "../least-squares.ts";
import { quantileLevels, type Forecast, type Method } from "../method.ts";
import { momentsOf } from "../simulate.ts";
import { longestHorizon } from "./forecasters.ts";
import { outcomeColumns } from "./pairs.ts";

export const oracleForecast: Method = {
  name: "oracle-forecast",
  rule: "forecast: told causes, kernels and error law; kriging with estimated sizes, weekdays and drift",
  forecastsOnly: true,
  answer: (diary, outcomes) => ({
    claims: [],
    forecasts: outcomeColumns(diary.table, outcomes).flatMap(({ name }) =>
      diary.secret.nuisance?.has(name) === true ? [] : krige(diary, name),
    ),
  }),
};

const longestPast = 400;
/** Standard normal quantiles at .05, .10, ... .45 (Abramowitz & Stegun table 26.1); the upper half mirrors them. */
const upperHalf = [1.644854, 1.281552, 1.036433, 0.841621, 0.67449, 0.524401, 0.38532, 0.253347, 0.125661];
const normalQuantiles = [...upperHalf.map((z) => -z), 0, ...[...upperHalf].reverse()];

interface Driver {
  /** Regressor on a past or coming day, coming exposures at their mean. */
  readonly at: (day: number) => number;
  /** Variance that unknown exposures add to it, `ahead` days after the diary. */
  readonly unknown: (ahead: number) => number;
}

function krige(diary: TruthDiary, outcome: string): readonly Forecast[] {
  const { table, secret } = diary;
  const column = table.columns.find(({ name }) => name === outcome);
  const covariance = secret.errorAutocovariance.get(outcome);
  if (!column || !covariance) return [];
  const last = table.dayCount - 1;
  const days = [...column.values.keys()].filter((day) => day > last - longestPast && !Number.isNaN(column.values[day]));
  const n = days.length;
  const drivers = diary.truth.filter((edge) => edge.to === outcome).map((edge) => driverOf(diary, edge.from, outcome));
  const calendar: readonly ((day: number) => number)[] = [
    () => 1,
    (day) => (day - last) / longestPast,
    ...[1, 2, 3, 4, 5, 6].map((weekday) => (day: number) => ((table.firstDayNumber + day) % 7 === weekday ? 1 : 0)),
  ];
  const readers = [...calendar, ...drivers.map(({ at }) => at)];
  const lower = new Float64Array(n * n);
  days.forEach((a, i) => {
    for (let j = 0; j <= i; j += 1) lower[i * n + j] = covariance[a - days[j]] ?? 0;
  });
  if (!cholesky(lower, n)) return [];
  const whiten = (read: (day: number) => number): Float64Array => forward(lower, n, Float64Array.from(days, read));
  const design = readers.map(whiten);
  const y = whiten((day) => column.values[day]);
  // a normal prior is one more row per coefficient: 0 observed, with the prior's precision
  const sd = momentsOf(column.values).sd;
  const priorSds = readers.map((_, k) => (k === 1 ? 0.5 * sd : k >= 2 && k < calendar.length ? 0.2 * sd : null));
  const priors = priorSds.flatMap((priorSd, k) => (priorSd === null ? [] : [{ k, weight: 1 / priorSd }]));
  const fit = leastSquares(
    Float64Array.of(...y, ...priors.map(() => 0)),
    design.map((x, k) => Float64Array.of(...x, ...priors.map((prior) => (prior.k === k ? prior.weight : 0)))),
  );
  if (!fit) return [];
  const residual = y.map((value, i) => value - design.reduce((sum, x, k) => sum + fit.coefficients[k] * x[i], 0));
  const noise = Math.sqrt(fit.residualSumOfSquares / fit.degreesOfFreedom); // about 1: errorOf carries it, the told law does not
  return Array.from({ length: longestHorizon }, (_, index): Forecast => {
    const ahead = index + 1;
    const link = whiten((day) => covariance[last + ahead - day] ?? 0);
    const coming = readers.map((read) => read(last + ahead));
    const mean = coming.reduce((sum, x, k) => sum + fit.coefficients[k] * x, 0) + dot(link, residual);
    const open = Float64Array.from(coming, (x, k) => x - dot(link, design[k]));
    const variance =
      covariance[0] -
      dot(link, link) +
      (fit.errorOf(open) / noise) ** 2 +
      drivers.reduce((sum, { unknown }, k) => sum + fit.coefficients[calendar.length + k] ** 2 * unknown(ahead), 0);
    const cut = (value: number): number => Math.min(column.max ?? Infinity, Math.max(column.min ?? -Infinity, value));
    const spread = Math.sqrt(Math.max(1e-12, variance));
    return {
      outcome,
      horizonDays: ahead,
      mean: cut(mean),
      quantiles: quantileLevels.map((_level, q) => cut(mean + spread * normalQuantiles[q])),
    };
  });
}

function driverOf({ secret, table }: TruthDiary, from: string, to: string): Driver {
  const bent = secret.regressors?.get(pairKey(from, to));
  const cause = bent ?? secret.complete.get(from) ?? new Float64Array();
  const kernel = bent ? [1] : (secret.kernels.get(pairKey(from, to)) ?? [1]);
  const { mean, sd } = momentsOf(cause);
  const valueAt = (day: number): number => (day < table.dayCount ? (cause[secret.runIn + day] ?? mean) : mean);
  return {
    at: (day) => kernel.reduce((sum, weight, lag) => sum + weight * valueAt(day - lag), 0),
    unknown: (ahead) => sd ** 2 * kernel.slice(0, ahead).reduce((sum, weight) => sum + weight * weight, 0),
  };
}
