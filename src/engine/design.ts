/**
 * The columns of one outcome's regression: what is always in, and the daily lags of every candidate.
 *
 * Always in (flat prior, integrated out): intercept, six weekday contrasts (from 28 recorded days on), a linear trend, every context
 * column. Lag columns: candidate x on day t - l for l = 0 .. 14, centred, in units of its within-person SD; days before the diary are
 * unknown and therefore at the mean. Only rows with a recorded outcome are kept; lags are calendar lags.
 */
import { weekdayOf } from "../base/day.ts";
import { LAGS } from "./kernels.ts";
import type { AxisProblem, Candidate, OutcomeProblem } from "./problem.ts";
import { noiseScales } from "./robust-noise.ts";
import type { NoiseScales } from "./whiten.ts";

export interface Design {
  /** Rows (days since the first) with a recorded outcome. */
  readonly days: Int32Array;
  /** n standardised outcome values. */
  readonly y: Float64Array;
  readonly outcomeMean: number;
  readonly outcomeSd: number;
  /** q always-in columns. */
  readonly fixed: readonly Float64Array[];
  /** p * LAGS columns of n, one block, candidate by candidate, lag by lag. */
  readonly lags: Float64Array;
  /** Heavy-tailed days, or null when ordinary noise will do. */
  readonly scales: NoiseScales | null;
}

export function buildDesign(problem: AxisProblem, outcome: OutcomeProblem): Design {
  const rows: number[] = [];
  outcome.column.values.forEach((value, t) => {
    if (!Number.isNaN(value)) rows.push(t);
  });
  const days = Int32Array.from(rows);
  const n = days.length;
  let mean = 0;
  for (const t of days) mean += outcome.column.values[t];
  mean /= n;
  let squares = 0;
  for (const t of days) squares += (outcome.column.values[t] - mean) * (outcome.column.values[t] - mean);
  const sd = Math.sqrt(squares / (n - 1));
  const y = Float64Array.from(days, (t) => (outcome.column.values[t] - mean) / sd);
  const fixed = fixedColumns(problem, days);
  return {
    days,
    y,
    outcomeMean: mean,
    outcomeSd: sd,
    fixed,
    lags: lagColumns(outcome.candidates, days),
    scales: noiseScales(days, y, fixed),
  };
}

/** Row of the always-in columns for any row number t, also beyond the diary (forecast): trend then holds its last value. */
export function fixedRow(problem: AxisProblem, t: number, n: number): number[] {
  const T = problem.table.dayCount;
  const row = [1];
  if (n >= 28) {
    const weekday = weekdayOf(problem.table.firstDayNumber + t);
    for (let d = 0; d < 6; d++) row.push((weekday === d ? 1 : 0) - (weekday === 6 ? 1 : 0));
  }
  row.push(T > 1 ? Math.min(t, T - 1) / (T - 1) - 0.5 : 0);
  for (const context of problem.context) row.push(t < T ? (context.mean[t] - context.average) / context.sd : 0);
  return row;
}

function fixedColumns(problem: AxisProblem, days: Int32Array): Float64Array[] {
  const n = days.length;
  const width = fixedRow(problem, 0, n).length;
  const columns = Array.from({ length: width }, () => new Float64Array(n));
  days.forEach((t, i) => {
    fixedRow(problem, t, n).forEach((value, c) => {
      columns[c][i] = value;
    });
  });
  return columns;
}

function lagColumns(candidates: readonly Candidate[], days: Int32Array): Float64Array {
  const n = days.length;
  const block = new Float64Array(candidates.length * LAGS * n);
  candidates.forEach((candidate, j) => {
    for (let lag = candidate.firstLag; lag < LAGS; lag++) {
      const offset = (j * LAGS + lag) * n;
      for (let i = 0; i < n; i++) block[offset + i] = scaledExposure(candidate, days[i] - lag);
    }
  });
  return block;
}

/** Centred exposure in SDs on row t; 0 (the mean) before the diary and after its end. */
export function scaledExposure(candidate: Candidate, t: number): number {
  const { mean, average, sd } = candidate.filled;
  return t < 0 || t >= mean.length ? 0 : (mean[t] - average) / sd;
}
