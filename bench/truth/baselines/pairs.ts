/**
 * Which pairs does a baseline look at, and what does it see of them?
 *
 * Shared by all baselines: every ordered pair (cause, outcome), the first lag that can be a cause (0 for levers, 1 for states: of two states on one day
 * nobody knows which came first), and series with weekday, trend and recorded context taken out. Missing is NaN until a rule fills it.
 */
import type { DailyColumn, DailyTable } from "../../../src/daily/table.ts";
import { outcomeNames } from "../diary.ts";
import { leastSquares } from "../least-squares.ts";

export interface Pair {
  readonly cause: DailyColumn;
  readonly outcome: DailyColumn;
}

/** Every ordered pair into the wanted outcomes. Context columns are no candidates: the better rules adjust for them instead. */
export function pairsOf(table: DailyTable, outcomes: readonly string[]): readonly Pair[] {
  return outcomeColumns(table, outcomes).flatMap((outcome) =>
    causesOf(table, outcome).map((cause) => ({ cause, outcome })),
  );
}

/** The candidate causes of one outcome; a score is not explained by its own parts. */
export function causesOf(table: DailyTable, outcome: DailyColumn): readonly DailyColumn[] {
  const isPart = (column: DailyColumn): boolean =>
    outcome.partOf?.includes(column.name) === true || column.partOf?.includes(outcome.name) === true;
  return table.columns.filter((column) => column !== outcome && column.role !== "context" && !isPart(column));
}

/** The outcome columns of the table that are wanted. */
export function outcomeColumns(table: DailyTable, outcomes: readonly string[]): readonly DailyColumn[] {
  const wanted = outcomeNames(table).filter((name) => outcomes.includes(name));
  return table.columns.filter((column) => wanted.includes(column.name));
}

/** 0 for levers, 1 for states. */
export function firstLagOf(cause: DailyColumn): 0 | 1 {
  return cause.role === "lever" ? 0 : 1;
}

/** Intercept, trend, six weekday contrasts and every context column that varies (blanks = its mean), one column each over all days. */
export function adjustingColumns(table: DailyTable): readonly Float64Array[] {
  const days = (read: (day: number) => number): Float64Array =>
    Float64Array.from({ length: table.dayCount }, (_, day) => read(day));
  return [
    days(() => 1),
    days((day) => day / table.dayCount - 0.5),
    ...[1, 2, 3, 4, 5, 6].map((weekday) => days((day) => ((table.firstDayNumber + day) % 7 === weekday ? 1 : 0))),
    ...table.columns.flatMap((column) => (column.role === "context" ? centredContext(column.values) : [])),
  ];
}

function centredContext(values: Float64Array): readonly Float64Array[] {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const centred = values.map((value) => (Number.isNaN(value) ? 0 : value - mean));
  return centred.some((value) => Math.abs(value) > 1e-9) ? [centred] : [];
}

/**
 * The series with these columns regressed out (least squares on the recorded days); NaN stays NaN. With too few days only the mean is taken out.
 */
export function adjusted(values: Float64Array, columns: readonly Float64Array[]): Float64Array {
  const rows = [...values.keys()].filter((day) => !Number.isNaN(values[day]));
  const take = (column: Float64Array): Float64Array => Float64Array.from(rows, (day) => column[day]);
  const fit = leastSquares(take(values), columns.map(take));
  const mean = rows.reduce((sum, day) => sum + values[day], 0) / Math.max(1, rows.length);
  return values.map(
    (value, day) =>
      value - (fit ? columns.reduce((sum, column, k) => sum + fit.coefficients[k] * column[day], 0) : mean),
  );
}

/** Blanks = 0, which is the mean once the series is adjusted. */
export function blanksAsMean(centred: Float64Array): Float64Array {
  return centred.map((value) => (Number.isNaN(value) ? 0 : value));
}

/** Median of the recorded values; 0 when there are none. */
export function medianOf(values: Float64Array): number {
  const known = [...values].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? 0;
}
