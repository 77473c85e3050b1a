/**
 * What would a plain forecast of the next two weeks say?
 *
 * The five forecasts that every new one has to beat: persistence (last value), historical (all values), weekday, AR(1), ETS (simple exponential
 * smoothing). Each gives 19 quantiles at every horizon 1-14: its own point forecast plus the quantiles of the errors that the same rule made inside the
 * diary at that horizon, cut to the ends of the scale. Blanks: a rule waits for the next recorded day. No levers, no causes.
 */
import type { DailyColumn, DailyTable } from "../../../src/daily/table.ts";
import { leastSquares } from "../least-squares.ts";
import { quantileLevels, type Forecast, type Method } from "../method.ts";
import { outcomeColumns } from "./pairs.ts";

/** Point forecast for day `origin + horizon` from the days up to and including `origin`; NaN when nothing is known yet. */
type Rule = (origin: number, horizon: number) => number;

interface RuleMaker {
  readonly name: string;
  readonly rule: string;
  readonly make: (column: DailyColumn, table: DailyTable) => Rule;
}

export const longestHorizon = 14;

const makers: readonly RuleMaker[] = [
  { name: "persistence", rule: "forecast: the last recorded value", make: ({ values }) => lastValue(values) },
  {
    name: "historical",
    rule: "forecast: the distribution of all recorded values",
    make: ({ values }) => meanRule(values),
  },
  { name: "weekday", rule: "forecast: the mean of that weekday", make: weekdayRule },
  { name: "ar1", rule: "forecast: AR(1) around the mean", make: ({ values }) => ar1Rule(values) },
  {
    name: "ets",
    rule: "forecast: simple exponential smoothing, smoothing by one-step error",
    make: ({ values }) => etsRule(values),
  },
];

/** The five, as methods without claims. */
export const forecasters: readonly Method[] = makers.map(({ name, rule, make }) => ({
  name,
  rule,
  forecastsOnly: true,
  answer: ({ table }, outcomes) => ({
    claims: [],
    forecasts: outcomeColumns(table, outcomes).flatMap((column) => forecastsOf(column, make(column, table))),
  }),
}));

/** Forecasts of one outcome by one rule: point + quantiles of the rule's own errors at that horizon; nothing below 14 recorded days. */
export function forecastsOf(column: DailyColumn, rule: Rule): readonly Forecast[] {
  const { values, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = column;
  const cut = (value: number): number => Math.min(max, Math.max(min, value));
  const last = values.length - 1;
  if (values.filter((value) => !Number.isNaN(value)).length < 14) return [];
  return Array.from({ length: longestHorizon }, (_, index): Forecast => {
    const horizonDays = index + 1;
    const errors: number[] = [];
    for (let day = 7 + horizonDays; day <= last; day += 1) {
      const error = values[day] - rule(day - horizonDays, horizonDays);
      if (!Number.isNaN(error)) errors.push(error);
    }
    errors.sort((a, b) => a - b);
    const point = rule(last, horizonDays);
    return {
      outcome: column.name,
      horizonDays,
      mean: cut(point + errors.reduce((sum, error) => sum + error, 0) / errors.length),
      quantiles: quantileLevels.map((level) => cut(point + quantileOf(errors, level))),
    };
  });
}

/** Linear interpolation between order statistics (type 7) of sorted values. */
export function quantileOf(sorted: readonly number[], level: number): number {
  const position = level * (sorted.length - 1);
  const low = Math.floor(position);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
}

function lastValue(values: Float64Array): Rule {
  const known = new Float64Array(values.length);
  let last = Number.NaN;
  values.forEach((value, day) => {
    if (!Number.isNaN(value)) last = value;
    known[day] = last;
  });
  return (origin) => known[origin];
}

function meanRule(values: Float64Array): Rule {
  const mean = meanOf([...values]);
  return () => mean;
}

function weekdayRule({ values }: DailyColumn, table: DailyTable): Rule {
  const overall = meanOf([...values]);
  const means = [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
    const own = meanOf([...values].filter((_, day) => (table.firstDayNumber + day) % 7 === weekday));
    return Number.isNaN(own) ? overall : own;
  });
  return (origin, horizon) => means[(table.firstDayNumber + origin + horizon) % 7];
}

/** phi by least squares on neighbouring recorded days, kept within 0-.99; a blank origin goes on from the last recorded day. */
function ar1Rule(values: Float64Array): Rule {
  const mean = meanOf([...values]);
  const rows = [...values.keys()].filter((day) => day > 0 && !Number.isNaN(values[day] + values[day - 1]));
  const fit = leastSquares(
    Float64Array.from(rows, (day) => values[day] - mean),
    [Float64Array.from(rows, (day) => values[day - 1] - mean)],
  );
  const phi = Math.min(0.99, Math.max(0, fit?.coefficients[0] ?? 0));
  const state = new Float64Array(values.length); // deviation expected at `day`, itself when recorded
  let now = 0;
  values.forEach((value, day) => {
    now = Number.isNaN(value) ? phi * now : value - mean;
    state[day] = now;
  });
  return (origin, horizon) => mean + phi ** horizon * state[origin];
}

/** Level with the smoothing constant (.02-.98) of the smallest squared one-step error. */
function etsRule(values: Float64Array): Rule {
  const grid = Array.from({ length: 25 }, (_, index) => 0.02 + 0.04 * index);
  const fits = grid.map((smoothing) => smooth(values, smoothing));
  const best = fits.reduce((a, b) => (b.squaredError < a.squaredError ? b : a));
  return (origin) => best.level[origin];
}

function smooth(
  values: Float64Array,
  smoothing: number,
): { readonly level: Float64Array; readonly squaredError: number } {
  const level = new Float64Array(values.length);
  let now = meanOf([...values].filter((value) => !Number.isNaN(value)).slice(0, 7));
  let squaredError = 0;
  values.forEach((value, day) => {
    if (!Number.isNaN(value)) {
      squaredError += (value - now) ** 2;
      now += smoothing * (value - now);
    }
    level[day] = now;
  });
  return { level, squaredError };
}

function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
