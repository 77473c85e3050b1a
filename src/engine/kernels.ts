/**
 * After how many days, and how smeared, does a cause act?
 *
 * A kernel is a set of non-negative weights over lags 0 .. LAGS-1 days that sums to 1, so that the coefficient beside it is the change of
 * the outcome for a SUSTAINED rise of one unit. Families: bumps exp(-(l - tau)^2 / (2 omega^2)) and flat windows of 3, 7 and 14 days.
 *
 * Delay and width are (quasi-)continuous: tau = centre + u * cell, omega = width * step^v with (u, v) one of 32 points spread evenly over the
 * unit square (R2 sequence, Roberts 2018), i.e. 1,152 bumps with delays 1/32 day apart. For one (u, v) the bank is a short grid, so inclusion and kernel
 * are drawn together exactly; (u, v) move by refreshes and Metropolis steps. A bank depends on nothing of the diary: made once, shared.
 * Weights prefer short delays mildly (1 / (1 + tau / 7)) and, when the catalogue knows a usual delay range, that range within a factor of two
 * (half weight outside, never a hard cut). Slow kernels to 84 days join here later: a kernel is only a vector over lag columns.
 */
import { exp, log } from "../numeric/elementary.ts";

/** Lag columns per candidate: days 0-14. */
export const LAGS = 15;

const CENTRES: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9.5, 11.5, 13.5];
const CELLS: readonly number[] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2];
const WIDTHS: readonly number[] = [0.3, 0.675, 1.52];
/** Ratio between neighbouring widths: log-uniform cells of omega meet without gaps, from .2 (one day alone) to 2.3. A bank without one-day kernels overstates one-day effects by 18 %. */
const WIDTH_STEP = 2.25;
const WINDOWS: readonly number[] = [3, 7, 14];
const WINDOW_SHARE = 0.15;

/** Kernels in a bank: every bump, then every window. */
export const KERNELS: number = CENTRES.length * WIDTHS.length + WINDOWS.length;

/** Bumps with delays of about 1, 2 and 3 days and a width of about one day. */
export const TYPICAL_KERNELS: readonly number[] = [1, 2, 3].map((centre) => centre * WIDTHS.length + 1);

/** Offsets (u, v) to choose from. */
export const OFFSETS = 32;

/** All kernels for one (u, v). */
export interface KernelBank {
  /** KERNELS x LAGS, row-major; a row of zeros has prior 0. */
  readonly weights: Float64Array;
  /** First and one past the last lag with weight above 1e-4, per kernel. */
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

/** The OFFSETS banks of a candidate whose smallest lag is `firstLag`. About 17,000 exponentials. */
export function createKernelPool(firstLag: number): readonly KernelBank[] {
  return Array.from({ length: OFFSETS }, (_, i) => {
    const u = ((i + 0.5) * 0.7548776662466927) % 1;
    const v = ((i + 0.5) * 0.5698402909980532) % 1;
    return createKernelBank(u - 0.5, v - 0.5, firstLag);
  });
}

/** True when kernel m has a delay and width that (u, v) move (bumps), false for windows. */
export function isBump(m: number): boolean {
  return m < CENTRES.length * WIDTHS.length;
}

/** Every kernel for offsets u, v in (-1/2, 1/2) and smallest lag `firstLag`. */
export function createKernelBank(u: number, v: number, firstLag: number): KernelBank {
  const bank = {
    weights: new Float64Array(KERNELS * LAGS),
    from: new Uint8Array(KERNELS),
    to: new Uint8Array(KERNELS),
  };
  const stretch = exp(v * log(WIDTH_STEP));
  let m = 0;
  for (let c = 0; c < CENTRES.length; c++) {
    const tau = (CENTRES[c] ?? 0) + u * (CELLS[c] ?? 1);
    for (const width of WIDTHS) {
      const omega = width * stretch;
      writeKernel(bank, m++, firstLag, (lag) => exp(-((lag - tau) * (lag - tau)) / (2 * omega * omega)));
    }
  }
  for (const days of WINDOWS) writeKernel(bank, m++, firstLag, (lag) => (lag < firstLag + days ? 1 : 0));
  return bank;
}

function writeKernel(bank: KernelBank, m: number, firstLag: number, shape: (lag: number) => number): void {
  const { weights, from, to } = bank;
  const row = m * LAGS;
  let total = 0;
  for (let lag = 0; lag < LAGS; lag++) {
    const w = lag < firstLag ? 0 : shape(lag);
    weights[row + lag] = w;
    total += w;
  }
  let first = LAGS;
  let last = 0;
  for (let lag = 0; lag < LAGS; lag++) {
    const w = total > 1e-12 ? weights[row + lag] / total : 0;
    weights[row + lag] = w > 1e-4 ? w : 0;
    if (w > 1e-4) {
      first = Math.min(first, lag);
      last = lag + 1;
    }
  }
  from[m] = Math.min(first, last);
  to[m] = last;
}

/** Prior probability of each kernel given that the edge is real; sums to 1. `usual` = the catalogue's delay range, if known. */
export function kernelPriors(
  firstLag: number,
  usual: { readonly min: number; readonly max: number } | undefined,
): Float64Array {
  const priors = new Float64Array(KERNELS);
  let bumps = 0;
  for (let c = 0; c < CENTRES.length; c++) {
    const tau = CENTRES[c] ?? 0;
    const outside = usual !== undefined && (tau < usual.min / 2 || tau > Math.max(1, usual.max * 2));
    const weight = tau < firstLag ? 0 : ((CELLS[c] ?? 1) / (1 + tau / 7)) * (outside ? 0.5 : 1);
    for (let w = 0; w < WIDTHS.length; w++) {
      priors[c * WIDTHS.length + w] = weight;
      bumps += weight;
    }
  }
  for (let m = 0; m < KERNELS; m++) {
    priors[m] = isBump(m) ? ((priors[m] ?? 0) / bumps) * (1 - WINDOW_SHARE) : WINDOW_SHARE / WINDOWS.length;
  }
  return priors;
}
