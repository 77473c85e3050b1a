/**
 * After how many days, and how smeared, does a cause act?
 *
 * A kernel is a set of non-negative weights over the lag columns (days 0-14 one by one, then ten whole weeks to day 84) that sums to 1, so that the
 * coefficient beside it is the change of the outcome for a SUSTAINED rise of one unit.
 * Fast: bumps exp(-(l - tau)^2 / (2 omega^2)) and flat windows of 3, 7 and 14 days. Slow: gamma densities of shape 1 (onset and fading), 2, 5 and 16
 * (a late bump) with means of 6 to 68 days, cut at 84 days.
 *
 * Delay and width are (quasi-)continuous: tau = centre + u * cell, omega = width * step^v, mean = centre * 2^u with (u, v) one of 32 points spread evenly
 * over the unit square (R2 sequence, Roberts 2018). For one (u, v) the bank is a short grid, so inclusion and kernel are drawn together
 * exactly; (u, v) move by refreshes and bank moves. A bank depends on nothing of the diary: made once, shared.
 */
import { exp, log } from "../numeric/elementary.ts";

/** Daily lag columns per candidate: days 0-14. */
export const DAILY_LAGS = 15;
/** Weekly lag columns: means of days 15-21, ..., 78-84. */
const WEEKS = 10;
/** Lag columns per candidate. */
export const LAGS: number = DAILY_LAGS + WEEKS;
/** Days that a kernel reaches back, day 0 included. */
export const REACH_DAYS: number = DAILY_LAGS + 7 * WEEKS;

/** Mean day of each lag column. */
export const LAG_DAYS: readonly number[] = Array.from({ length: LAGS }, (_, c) =>
  c < DAILY_LAGS ? c : DAILY_LAGS + 7 * (c - DAILY_LAGS) + 3,
);

/** Middle delays of the bumps, days, and the widths of the cells that u moves them in. */
export const CENTRES: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9.5, 11.5, 13.5];
export const CELLS: readonly number[] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2];
export const WIDTHS: readonly number[] = [0.3, 0.675, 1.52];
/** Ratio between neighbouring widths: log-uniform cells of omega meet without gaps, from .2 (one day alone) to 2.3. A bank without one-day kernels overstates one-day effects by 18 %. */
const WIDTH_STEP = 2.25;
const WINDOWS: readonly number[] = [3, 7, 14];
const SHAPES: readonly number[] = [1, 2, 5, 16];
/** Centres of mean delay of the slow kernels, days; u moves each by a factor of 2^(-1/2) to 2^(1/2). */
const SLOW_MEANS: readonly number[] = [8.5, 17, 34, 52];

/** Kernels before this one are bumps. */
export const BUMPS: number = CENTRES.length * WIDTHS.length;
/** Kernels in a bank: every bump, then every window, then every slow one. */
export const KERNELS: number = BUMPS + WINDOWS.length + SHAPES.length * SLOW_MEANS.length;

/** Kernels before this one are fast (bumps and windows), from it on slow. */
export const FAST_KERNELS: number = BUMPS + WINDOWS.length;

/** Bumps with delays of about 1, 2 and 3 days and a width of about one day. */
export const TYPICAL_KERNELS: readonly number[] = [1, 2, 3].map((centre) => centre * WIDTHS.length + 1);

/** Offsets (u, v) to choose from. */
export const OFFSETS = 32;

/** All kernels for one (u, v). */
export interface KernelBank {
  /** KERNELS x LAGS, row-major; a row of zeros has prior 0. */
  readonly weights: Float64Array;
  /** First and one past the last lag column with weight above 1e-4, per kernel. */
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

/** The OFFSETS banks of a candidate whose smallest lag is `firstLag`. About 60,000 exponentials. */
export function createKernelPool(firstLag: number): readonly KernelBank[] {
  return Array.from({ length: OFFSETS }, (_, i) => {
    const u = ((i + 0.5) * 0.7548776662466927) % 1;
    const v = ((i + 0.5) * 0.5698402909980532) % 1;
    return createKernelBank(u - 0.5, v - 0.5, firstLag);
  });
}

/** Every kernel for offsets u, v in (-1/2, 1/2) and smallest lag `firstLag`. */
export function createKernelBank(u: number, v: number, firstLag: number): KernelBank {
  const bank = {
    weights: new Float64Array(KERNELS * LAGS),
    from: new Uint8Array(KERNELS),
    to: new Uint8Array(KERNELS),
  };
  const stretch = exp(v * log(WIDTH_STEP));
  const later = exp(u * log(2));
  let m = 0;
  for (let c = 0; c < CENTRES.length; c++) {
    const tau = CENTRES[c] + u * CELLS[c];
    for (const width of WIDTHS) {
      const omega = width * stretch;
      writeKernel(bank, m++, firstLag, DAILY_LAGS, (lag) => exp(-((lag - tau) * (lag - tau)) / (2 * omega * omega)));
    }
  }
  for (const days of WINDOWS) writeKernel(bank, m++, firstLag, DAILY_LAGS, (lag) => (lag < firstLag + days ? 1 : 0));
  for (const mean of SLOW_MEANS) {
    const middle = mean * later;
    for (const shape of SHAPES) {
      // gamma density at the middle of the day, on the log scale so that late sharp kernels do not underflow
      const rate = shape / middle;
      const top = shape > 1 ? (shape - 1) * log((shape - 1) / rate) - (shape - 1) : 0;
      writeKernel(bank, m++, firstLag, REACH_DAYS, (lag) =>
        exp((shape - 1) * log(lag + 0.5) - rate * (lag + 0.5) - top),
      );
    }
  }
  return bank;
}

function writeKernel(
  bank: KernelBank,
  m: number,
  firstLag: number,
  reach: number,
  shape: (lag: number) => number,
): void {
  const { weights, from, to } = bank;
  const row = m * LAGS;
  let total = 0;
  for (let lag = firstLag; lag < reach; lag++) {
    const w = shape(lag);
    weights[row + columnOfLag(lag)] += w;
    total += w;
  }
  let first = LAGS;
  let last = 0;
  for (let c = 0; c < LAGS; c++) {
    const w = total > 1e-12 ? weights[row + c] / total : 0;
    weights[row + c] = w > 1e-4 ? w : 0;
    if (w > 1e-4) {
      first = Math.min(first, c);
      last = c + 1;
    }
  }
  from[m] = Math.min(first, last);
  to[m] = last;
}

/** Lag column that holds day `lag` (0 - 84). */
export function columnOfLag(lag: number): number {
  return lag < DAILY_LAGS ? lag : DAILY_LAGS + Math.floor((lag - DAILY_LAGS) / 7);
}

/** REACH_DAYS daily weights of a kernel given over the lag columns: a week's weight is spread evenly over its days. */
export function dailyWeights(kernel: Float64Array): Float64Array {
  const daily = new Float64Array(REACH_DAYS);
  for (let lag = 0; lag < REACH_DAYS; lag++) {
    const c = columnOfLag(lag);
    daily[lag] = c < DAILY_LAGS ? kernel[c] : kernel[c] / 7;
  }
  return daily;
}

/** One past the last day with weight. */
export function reachOf(kernel: Float64Array): number {
  let last = LAGS - 1;
  while (last > 0 && kernel[last] === 0) last -= 1;
  return last < DAILY_LAGS ? last + 1 : DAILY_LAGS + 7 * (last - DAILY_LAGS + 1);
}

/** Mean delay of a kernel over the lag columns, days. */
export function delayOf(kernel: Float64Array): number {
  let delay = 0;
  for (let c = 0; c < LAGS; c++) delay += LAG_DAYS[c] * kernel[c];
  return delay;
}
