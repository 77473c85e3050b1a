/**
 * What does a regression on everything at every lag look at?
 *
 * One outcome on all its candidates at lags 0-14 (states 1-14): 312 columns for 18 levers and 3 states. Weekday, trend and context are taken out of
 * every series first, blanks of causes are the mean, columns are centred and scaled to SD 1 over the days used (recorded outcome, from day 14).
 */
import type { DailyColumn, DailyTable } from "../../../src/daily/table.ts";
import { adjusted, adjustingColumns, blanksAsMean, causesOf, firstLagOf } from "./pairs.ts";

export const longestLag = 14;

export interface LaggedColumn {
  readonly cause: string;
  readonly lag: number;
  /** SD 1 and mean 0 over the rows; all 0 when the cause never varies. */
  readonly values: Float64Array;
  /** SD before scaling, natural units. */
  readonly sd: number;
}

export interface LaggedDesign {
  readonly outcome: string;
  /** Days of the table that are rows, in order. */
  readonly days: readonly number[];
  /** SD 1, mean 0. */
  readonly y: Float64Array;
  readonly ySd: number;
  readonly columns: readonly LaggedColumn[];
  /** The outcome of the day before, scaled like a column (blank = mean). */
  readonly yesterday: LaggedColumn;
  /** Parameters spent on weekday, trend and context. */
  readonly adjusted: number;
}

/** The design of one outcome. Cost O(days x columns). */
export function laggedDesign(table: DailyTable, outcome: DailyColumn): LaggedDesign {
  const adjusting = adjustingColumns(table);
  const centred = adjusted(outcome.values, adjusting);
  const days = [...centred.keys()].filter((day) => day >= longestLag && !Number.isNaN(centred[day]));
  const scaled = (cause: string, lag: number, filled: Float64Array): LaggedColumn => {
    const { values, sd } = standardised(Float64Array.from(days, (day) => filled[day - lag]));
    return { cause, lag, values, sd };
  };
  const columns = causesOf(table, outcome).flatMap((cause) => {
    const filled = blanksAsMean(adjusted(cause.values, adjusting));
    const first = firstLagOf(cause);
    return Array.from({ length: longestLag + 1 - first }, (_, index) => scaled(cause.name, index + first, filled));
  });
  const { values: y, sd: ySd } = standardised(Float64Array.from(days, (day) => centred[day]));
  const yesterday = scaled(outcome.name, 1, blanksAsMean(centred));
  return { outcome: outcome.name, days, y, ySd, columns, yesterday, adjusted: adjusting.length };
}

function standardised(raw: Float64Array): { readonly values: Float64Array; readonly sd: number } {
  const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
  const sd = Math.sqrt(raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / raw.length);
  return { values: raw.map((value) => (sd > 1e-12 ? (value - mean) / sd : 0)), sd };
}

/** Adds rows from..to of the products of all columns (and of columns and y) to `gram` (k x k, row-major, both halves) and `moments`. */
export function addProducts(
  columns: readonly Float64Array[],
  y: Float64Array,
  from: number,
  to: number,
  gram: Float64Array,
  moments: Float64Array,
): void {
  const k = columns.length;
  for (let i = 0; i < k; i += 1) {
    const a = columns[i];
    let withY = 0;
    for (let row = from; row < to; row += 1) withY += a[row] * y[row];
    moments[i] += withY;
    for (let j = 0; j <= i; j += 1) {
      const b = columns[j];
      let sum = 0;
      for (let row = from; row < to; row += 1) sum += a[row] * b[row];
      gram[i * k + j] += sum;
      if (i !== j) gram[j * k + i] += sum;
    }
  }
}
