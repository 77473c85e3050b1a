/**
 * What was the cause on the days nobody wrote it down, or wrote it down roughly?
 *
 * Exposure model: x_t = weekday mean + e_t, e_t an AR(1) with coefficient rho. A missing day gets its conditional mean and variance given
 * its recorded neighbours (exact for an AR(1): only the nearest on each side matter). Never linear interpolation: daily diet is
 * nearly white, so interpolated values would carry invented movement and shrink effects (measured 12-20 %). Days before the
 * first and after the last record fade to the weekday mean.
 * Entries with an error SD (classical: entry = truth + error) become the conditional mean of the truth given all entries (Kalman smoother;
 * regression calibration), so that effects are not shrunk by the error; the truth's variance is the entries' less the mean error variance.
 * Berkson errors (a typical value was assigned) do not shrink effects: such entries stay as they are.
 * Source: Carroll, Ruppert, Stefanski & Crainiceanu 2006, Measurement Error in Nonlinear Models, ch. 4.
 */
import { weekdayOf } from "../base/day.ts";

export interface FilledExposure {
  /** T values; recorded or conditional mean. */
  readonly mean: Float64Array;
  /** T conditional variances; 0 where recorded. */
  readonly variance: Float64Array;
  /** T weekday means of the model. */
  readonly level: Float64Array;
  /** Lag-1 coefficient of the deviations, 0-.98. */
  readonly rho: number;
  /** Mean of the recorded values, and SD (n - 1) of the true ones: the recorded values' unless they carry errors. */
  readonly average: number;
  readonly sd: number;
  readonly recorded: number;
  /** Share of the recorded variance that is real; 1 = exact. */
  readonly reliability: number;
  /** T error variances of the recorded values (0 where missing), or null when all are exact. */
  readonly errorVariance: Float64Array | null;
}

/** At least this share of the recorded variance is taken to be real, whatever the stated errors. */
const LEAST_RELIABILITY = 0.1;

/** `values`: T days, NaN = not recorded. `sds`: T classical error SDs, NaN or 0 = exact. O(T). Never fails: a column without any value gives NaN average and zeros. */
export function fillExposure(values: Float64Array, firstDayNumber: number, sds?: Float64Array): FilledExposure {
  const exact = fillExact(values, firstDayNumber);
  if (sds === undefined || exact.recorded === 0 || !(exact.sd > 0)) return exact;
  const errorVariance = new Float64Array(values.length);
  let total = 0;
  for (let t = 0; t < values.length; t++) {
    const s = sds[t];
    if (Number.isNaN(values[t]) || !(s > 0) || !Number.isFinite(s)) continue;
    errorVariance[t] = s * s;
    total += s * s;
  }
  return total > 0 ? smoothed(values, exact, errorVariance, total / exact.recorded) : exact;
}

/** Truth given imprecise entries: AR(1) around the weekday mean, Kalman filter and smoother (Rauch, Tung & Striebel 1965). */
function smoothed(
  values: Float64Array,
  exact: FilledExposure,
  errorVariance: Float64Array,
  meanError: number,
): FilledExposure {
  const T = values.length;
  const recordedVariance = exact.sd * exact.sd;
  const reliability = Math.max(LEAST_RELIABILITY, 1 - meanError / recordedVariance);
  let residual = 0;
  for (let t = 0; t < T; t++) {
    if (!Number.isNaN(values[t])) residual += (values[t] - exact.level[t]) * (values[t] - exact.level[t]);
  }
  residual /= Math.max(1, exact.recorded - 1);
  const spread = Math.max(LEAST_RELIABILITY * residual, residual - meanError);
  // errors are new every day, so they dilute the lag-1 coefficient of the entries as much as their variance
  const rho = Math.min(0.98, (exact.rho * residual) / spread);
  const predicted = new Float64Array(T);
  const predictedP = new Float64Array(T);
  const filtered = new Float64Array(T);
  const filteredP = new Float64Array(T);
  let a = 0;
  let P = spread;
  for (let t = 0; t < T; t++) {
    if (t > 0) {
      a *= rho;
      P = rho * rho * P + (1 - rho * rho) * spread;
    }
    predicted[t] = a;
    predictedP[t] = P;
    const x = values[t];
    if (!Number.isNaN(x)) {
      const gain = P / (P + errorVariance[t]);
      a += gain * (x - exact.level[t] - a);
      P *= 1 - gain;
    }
    filtered[t] = a;
    filteredP[t] = P;
  }
  const mean = new Float64Array(T);
  const variance = new Float64Array(T);
  let next = a;
  let nextP = P;
  for (let t = T - 1; t >= 0; t--) {
    if (t < T - 1) {
      const J = predictedP[t + 1] > 0 ? (rho * filteredP[t]) / predictedP[t + 1] : 0;
      next = filtered[t] + J * (next - predicted[t + 1]);
      nextP = filteredP[t] + J * J * (nextP - predictedP[t + 1]);
    }
    mean[t] = exact.level[t] + next;
    variance[t] = Math.max(0, nextP);
  }
  return { ...exact, mean, variance, rho, sd: exact.sd * Math.sqrt(reliability), reliability, errorVariance };
}

function fillExact(values: Float64Array, firstDayNumber: number): FilledExposure {
  const T = values.length;
  let recorded = 0;
  let sum = 0;
  for (const x of values) {
    if (!Number.isNaN(x)) {
      recorded += 1;
      sum += x;
    }
  }
  const average = sum / recorded;
  let squares = 0;
  for (const x of values) if (!Number.isNaN(x)) squares += (x - average) * (x - average);
  const sd = Math.sqrt(squares / Math.max(1, recorded - 1));

  const level = weekdayLevels(values, firstDayNumber, average);
  const rho = lagOneCoefficient(values, level);
  let residualSquares = 0;
  for (let t = 0; t < T; t++) {
    const x = values[t] ?? NaN;
    if (!Number.isNaN(x)) residualSquares += (x - level[t]) * (x - level[t]);
  }
  const spread = residualSquares / Math.max(1, recorded - 1);

  const mean = new Float64Array(T);
  const variance = new Float64Array(T);
  let left = -1;
  for (let t = 0; t < T; t++) {
    const x = values[t] ?? NaN;
    if (Number.isNaN(x)) continue;
    fillGap(left, t);
    mean[t] = x;
    left = t;
  }
  fillGap(left, T);
  return { mean, variance, level, rho, average, sd, recorded, reliability: 1, errorVariance: null };

  /** Fills the open interval (a, b); a = -1 or b = T mean "no neighbour on that side". */
  function fillGap(a: number, b: number): void {
    for (let t = a + 1; t < b; t++) {
      const i = a >= 0 ? t - a : Infinity;
      const k = b < T ? b - t : Infinity;
      const p = powerOf(rho, i);
      const q = powerOf(rho, k);
      const both = 1 - p * p * q * q;
      const wl = a >= 0 ? (p * (1 - q * q)) / both : 0;
      const wr = b < T ? (q * (1 - p * p)) / both : 0;
      const el = a >= 0 ? values[a] - level[a] : 0;
      const er = b < T ? values[b] - level[b] : 0;
      mean[t] = level[t] + wl * el + wr * er;
      variance[t] = spread * (1 - wl * p - wr * q);
    }
  }
}

/** Weekday means, shrunk to the overall mean by 4 pseudo-days, as a value per day. */
function weekdayLevels(values: Float64Array, firstDayNumber: number, average: number): Float64Array {
  const sums = new Float64Array(7);
  const counts = new Float64Array(7);
  for (let t = 0; t < values.length; t++) {
    const x = values[t] ?? NaN;
    if (Number.isNaN(x)) continue;
    const d = weekdayOf(firstDayNumber + t);
    sums[d] = sums[d] + x - average;
    counts[d] = counts[d] + 1;
  }
  const level = new Float64Array(values.length);
  for (let t = 0; t < level.length; t++) {
    const d = weekdayOf(firstDayNumber + t);
    level[t] = Number.isNaN(average) ? 0 : average + sums[d] / (counts[d] + 4);
  }
  return level;
}

function lagOneCoefficient(values: Float64Array, level: Float64Array): number {
  let cross = 0;
  let square = 0;
  let pairs = 0;
  for (let t = 1; t < values.length; t++) {
    const now = values[t] - level[t];
    const before = values[t - 1] - level[t - 1];
    if (Number.isNaN(now) || Number.isNaN(before)) continue;
    cross += now * before;
    square += 0.5 * (now * now + before * before);
    pairs += 1;
  }
  if (pairs < 10 || !(square > 0)) return 0;
  // shrunk by 10 pseudo-pairs towards 0: daily diet is nearly white
  return Math.min(0.98, Math.max(0, (cross / square) * (pairs / (pairs + 10))));
}

function powerOf(rho: number, n: number): number {
  if (n === Infinity || n > 400) return 0;
  let result = 1;
  for (let i = 0; i < n; i++) result *= rho;
  return result;
}
