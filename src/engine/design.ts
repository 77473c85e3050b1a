/**
 * The rows and always-in columns of one outcome's regression, and how any cause looks on a given day.
 *
 * Always in (flat prior, integrated out): intercept, six weekday contrasts (from 28 recorded days on), a linear trend, a yearly wave (from 270 days
 * on), every context column, and for episodes in it (antibiotics, illness, travel) the two weeks after them; in the equation of a report, the
 * objective measure of the same day, so that report and measure have noise laws of their own and what is found is beyond the measured. Rows: days with a recorded
 * outcome; when days without an entry are taken to be worse days, those between the first and the last entry too, with unknown values.
 * Lag columns: candidate x on day t - l for l = 0-14, then means of whole weeks to day 84, centred, in units of its within-person SD; days
 * before the diary are unknown and therefore at the mean. Lags are calendar lags. A score about several days (POEM) is the mean of what those days were, so its
 * rows hold means over them: y_t = mean over k of z_(t-k), and every term of z is averaged alike; delays keep their meaning.
 */
import { weekdayOf } from "../base/day.ts";
import { cosine, sine } from "../numeric/elementary.ts";
import type { FilledExposure } from "./exposure-fill.ts";
import type { NoiseScales } from "./filter.ts";
import { DAILY_LAGS, LAGS } from "./kernels.ts";
import { bestLaw, fewLaws, noiseEvidence } from "./noise-evidence.ts";
import { readOutcome, type OutcomeReading } from "./outcome-link.ts";
import type { AxisProblem, Candidate, OutcomeProblem } from "./problem.ts";
import { noiseScales } from "./robust-noise.ts";

export interface Design {
  /** Rows (days since the first) of the regression. */
  readonly days: Int32Array;
  /** n fitted outcome values to start from. */
  readonly y: Float64Array;
  readonly reading: OutcomeReading;
  /** n bounds of the fitted value, or null when all are exact. */
  readonly low: Float64Array | null;
  readonly high: Float64Array | null;
  /** n shifts added to unknown values (0 on recorded days), or null when only recorded days are rows. */
  readonly shift: Float64Array | null;
  readonly recordedDays: number;
  /** q always-in columns. */
  readonly fixed: readonly Float64Array[];
  /** Heavy-tailed days, or null when ordinary noise will do. */
  readonly scales: NoiseScales | null;
}

/** `firstLook`: values as exact, no search for wild days. Candidates' lag columns are not part of it: `writeLagColumns` makes them where they are needed. */
export function buildDesign(problem: AxisProblem, outcome: OutcomeProblem, firstLook: boolean): Design {
  const { values } = outcome.column;
  const recorded: number[] = [];
  values.forEach((value, t) => {
    if (!Number.isNaN(value)) recorded.push(t);
  });
  const recordedRows = Int32Array.from(recorded);
  const known = Float64Array.from(recordedRows, (t) => values[t]);
  const knownFixed = fixedColumns(problem, outcome, recordedRows, recordedRows.length);
  const reading = readOutcome(outcome.column, known, (z) => {
    const evidence = noiseEvidence(recordedRows, z, knownFixed, null, fewLaws);
    return evidence[bestLaw(evidence)];
  });
  const withMissing = problem.options.missingOutcomes === "worse-days";
  const days = withMissing ? everyDay(recorded) : recordedRows;
  const n = days.length;
  const fixed = withMissing ? fixedColumns(problem, outcome, days, recordedRows.length) : knownFixed;
  const worse = outcome.column.betterIs === "higher" ? -1 : 1;
  const shiftSize = worse * problem.options.missingShiftSd;
  const unknown = (t: number): boolean => Number.isNaN(values[t]);
  const y = Float64Array.from(days, (t) => (unknown(t) ? shiftSize : reading.fitted(values[t])));
  let low: Float64Array | null = null;
  let high: Float64Array | null = null;
  if (!firstLook && (reading.bounds !== null || withMissing)) {
    low = new Float64Array(n);
    high = new Float64Array(n);
    let r = 0;
    for (let i = 0; i < n; i++) {
      const missing = unknown(days[i]);
      low[i] = missing ? -Infinity : (reading.bounds?.low[r] ?? y[i]);
      high[i] = missing ? Infinity : (reading.bounds?.high[r] ?? y[i]);
      if (!missing) r += 1;
    }
  }
  return {
    days,
    y,
    reading,
    low,
    high,
    shift: withMissing ? Float64Array.from(days, (t) => (unknown(t) ? shiftSize : 0)) : null,
    recordedDays: recordedRows.length,
    fixed,
    // wild days are looked for where values are exact: a pile at an end, or a yes, is no wild day
    scales: low === null && reading.link.type !== "yes-no" && !firstLook ? noiseScales(days, y, fixed) : null,
  };
}

function everyDay(recorded: readonly number[]): Int32Array {
  const first = recorded[0];
  return Int32Array.from({ length: recorded[recorded.length - 1] - first + 1 }, (_, i) => first + i);
}

/** Days of a diary from which on a yearly wave can be told from a trend. */
const SEASON_DAYS = 270;
const AFTERMATH_DAYS = 14;

/** Days that one value of this outcome is about. */
export function recallOf(outcome: OutcomeProblem): number {
  return outcome.column.recallDays ?? 1;
}

/** Mean of the last `days` values up to each day of a centred series; days before it are at the mean, 0. The series itself for 1 day. */
export function smeared(series: Float64Array, days: number): Float64Array {
  if (days === 1) return series;
  const smooth = new Float64Array(series.length);
  let sum = 0;
  for (let t = 0; t < series.length; t++) {
    sum += series[t] - (t >= days ? series[t - days] : 0);
    smooth[t] = sum / days;
  }
  return smooth;
}

/** Weights by day of a kernel for an outcome that is a mean over `days` days: each day's weight spread evenly over the `days` days from it on. */
export function smearedWeights(weights: Float64Array, days: number): Float64Array {
  if (days === 1) return weights;
  const smooth = new Float64Array(weights.length + days - 1);
  weights.forEach((w, lag) => {
    for (let k = 0; k < days; k++) smooth[lag + k] += w / days;
  });
  return smooth;
}

/** `fixedRow` of an outcome: averaged over the days that its value is about. */
export function fixedRowOf(problem: AxisProblem, outcome: OutcomeProblem, t: number, recordedDays: number): number[] {
  const recall = recallOf(outcome);
  const beside = outcome.beside?.filled ?? null;
  // whole weeks hold every weekday alike
  const asked = recall >= 7 ? 0 : recordedDays;
  if (recall === 1) return fixedRow(problem, t, asked, beside);
  const mean = fixedRow(problem, t, asked, beside).fill(0);
  for (let back = 0; back < recall; back++) {
    fixedRow(problem, Math.max(0, t - back), asked, beside).forEach((value, c) => {
      mean[c] += value / recall;
    });
  }
  return mean;
}

/** Row of the always-in columns for any row number t, also beyond the diary (forecast): trend and wave then go on from its last value. `beside`: the objective measure beside a report. */
export function fixedRow(
  problem: AxisProblem,
  t: number,
  recordedDays: number,
  beside: FilledExposure | null = null,
): number[] {
  const T = problem.table.dayCount;
  const row = [1];
  if (recordedDays >= 28) {
    const weekday = weekdayOf(problem.table.firstDayNumber + t);
    for (let d = 0; d < 6; d++) row.push((weekday === d ? 1 : 0) - (weekday === 6 ? 1 : 0));
  }
  row.push(T > 1 ? Math.min(t, T - 1) / (T - 1) - 0.5 : 0);
  if (T >= SEASON_DAYS) {
    const angle = (6.283185307179586 * (t % 365.25)) / 365.25;
    row.push(sine(angle), cosine(angle));
  }
  for (const context of problem.context) {
    row.push(t < T ? (context.mean[t] - context.average) / context.sd : 0);
    if (isEpisodic(context.mean)) row.push(t < T ? aftermath(context.mean, t) : 0);
  }
  if (beside) row.push(t < T ? (beside.mean[t] - beside.average) / beside.sd : 0);
  return row;
}

/** Prior SDs of the fixed coefficients beyond the diary, outcome SDs: weekday contrasts, drift over the whole diary, yearly wave, context. */
const OUTLOOK_SD = { weekday: 0.25, trend: 0.7, season: 0.3, context: 1 };

/** 1 / variance of each coefficient of `fixedRow`, for the forecast; 0 for the intercept. */
export function fixedPrecision(problem: AxisProblem, recordedDays: number, beside: boolean): Float64Array {
  const of = (sd: number): number => 1 / (sd * sd);
  const { weekday, trend, season, context } = OUTLOOK_SD;
  const precisions = [0];
  if (recordedDays >= 28) for (let d = 0; d < 6; d++) precisions.push(of(weekday));
  precisions.push(of(trend));
  if (problem.table.dayCount >= SEASON_DAYS) precisions.push(of(season), of(season));
  for (const column of problem.context) {
    precisions.push(of(context));
    if (isEpisodic(column.mean)) precisions.push(of(context));
  }
  if (beside) precisions.push(of(context));
  return Float64Array.from(precisions);
}

/** 0 on most days, 1 on some. */
function isEpisodic(values: Float64Array): boolean {
  let ones = 0;
  for (const x of values) {
    if (x === 1) ones += 1;
    else if (x !== 0) return false;
  }
  return ones > 0 && ones < values.length / 3;
}

/** 1 in the two weeks after an episode. */
function aftermath(values: Float64Array, t: number): number {
  if (values[t] === 1) return 0;
  for (let d = t - 1; d >= Math.max(0, t - AFTERMATH_DAYS); d--) if (values[d] === 1) return 1;
  return 0;
}

function fixedColumns(
  problem: AxisProblem,
  outcome: OutcomeProblem,
  days: Int32Array,
  recordedDays: number,
): Float64Array[] {
  const n = days.length;
  const width = fixedRowOf(problem, outcome, 0, recordedDays).length;
  const columns = Array.from({ length: width }, () => new Float64Array(n));
  days.forEach((t, i) => {
    fixedRowOf(problem, outcome, t, recordedDays).forEach((value, c) => {
      columns[c][i] = value;
    });
  });
  return columns;
}

/** Writes the LAGS columns of n of one candidate at `offset` (mutates `block`), for an outcome about `recallDays` days. O(n LAGS). */
export function writeLagColumns(
  candidate: Candidate,
  days: Int32Array,
  recallDays: number,
  block: Float64Array,
  offset: number,
): void {
  writeLagsOf(smeared(standardised(candidate), recallDays), candidate.firstLag, days, block, offset);
}

/** The same for a series of T standardised values. */
export function writeLagsOf(
  series: Float64Array,
  firstLag: number,
  days: Int32Array,
  block: Float64Array,
  offset: number,
): void {
  const n = days.length;
  const T = series.length;
  const sums = new Float64Array(T + 1);
  for (let t = 0; t < T; t++) sums[t + 1] = sums[t] + series[t];
  const upTo = (t: number): number => sums[Math.min(T, Math.max(0, t))];
  for (let c = 0; c < LAGS; c++) {
    const at = offset + c * n;
    if (c < firstLag) block.fill(0, at, at + n);
    else if (c < DAILY_LAGS) {
      for (let i = 0; i < n; i++) {
        const t = days[i] - c;
        block[at + i] = t >= 0 && t < T ? series[t] : 0;
      }
    } else {
      // mean of the seven days first .. first + 6 back
      const first = DAILY_LAGS + 7 * (c - DAILY_LAGS);
      for (let i = 0; i < n; i++) {
        const t = days[i] - first;
        block[at + i] = (upTo(t + 1) - upTo(t - 6)) / 7;
      }
    }
  }
}

/** T centred exposures in SDs: recorded, or the conditional mean. */
export function standardised(candidate: Candidate): Float64Array {
  const { mean, average, sd } = candidate.filled;
  return mean.map((x) => (x - average) / sd);
}
