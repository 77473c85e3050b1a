/**
 * How do autocorrelated days become independent ones?
 *
 * For a noise law the Kalman filter of (AR(1) state + random-walk level + white reading noise) gives each observed day its prediction error and variance
 * F_t (in units of the reading-noise variance). Gains depend only on the law and on which days are missing, so the same pass is run over
 * the outcome, the fixed columns and every lag column; dividing by sqrt(F_t) leaves independent rows. A missing outcome day is
 * predicted, not updated: exact. First AR state: wide (a diary may start in a flare). First level: 0, because an intercept is always fitted.
 * Source: Durbin & Koopman 2012, Time Series Analysis by State Space Methods, ch. 4 and 6.2 (regression by filtering).
 */
import { log } from "../numeric/elementary.ts";
import type { NoiseLaw } from "./noise-grid.ts";

/** Variance of the first AR state, in variances of one outcome day. */
export const FIRST_STATE = 100;

/** Kalman quantities of one law on one pattern of observed days. */
export interface Filter {
  /** n gains of the AR state. */
  readonly gain: Float64Array;
  /** n gains of the level, or null when the law has none. */
  readonly levelGain: Float64Array | null;
  /** n factors phi^(days to the next observed day). */
  readonly carry: Float64Array;
  /** n values 1 / sqrt(F). */
  readonly weight: Float64Array;
  /** -1/2 sum log F. */
  readonly logDet: number;
}

/** Heavy-tailed days: n multipliers of the reading noise, n of the last push before each observed day. */
export interface NoiseScales {
  readonly reading: Float64Array;
  readonly push: Float64Array;
}

/** `days`: n increasing row numbers of observed days. O(n + gaps). */
export function createFilter(law: NoiseLaw, days: Int32Array, scales: NoiseScales | null): Filter {
  const n = days.length;
  const gain = new Float64Array(n);
  const levelGain = law.level > 0 ? new Float64Array(n) : null;
  const carry = new Float64Array(n);
  const weight = new Float64Array(n);
  const phi2 = law.phi * law.phi;
  let logDet = 0;
  let paa = FIRST_STATE * law.scale;
  let pal = 0;
  let pll = 0;
  for (let i = 0; i < n; i++) {
    const H = scales ? scales.reading[i] : 1;
    const sa = paa + pal;
    const sl = pal + pll;
    const F = sa + sl + H;
    gain[i] = sa / F;
    if (levelGain) levelGain[i] = sl / F;
    weight[i] = 1 / Math.sqrt(F);
    logDet -= 0.5 * log(F);
    paa -= (sa * sa) / F;
    pal -= (sa * sl) / F;
    pll -= (sl * sl) / F;
    const gap = i + 1 < n ? days[i + 1] - days[i] : 1;
    let c = 1;
    for (let g = 0; g < gap; g++) {
      const jump = scales && g === gap - 1 && i + 1 < n ? scales.push[i + 1] : 1;
      paa = phi2 * paa + law.ratio * jump;
      pal *= law.phi;
      c *= law.phi;
    }
    pll += law.level * gap;
    carry[i] = c;
  }
  return { gain, levelGain, carry, weight, logDet };
}

/** Replaces the n values at `offset` by their whitened form, in place (mutates). 4 flops a day, 6 with a level. */
export function whitenInPlace(filter: Filter, column: Float64Array, offset: number): void {
  const { gain, levelGain, carry, weight } = filter;
  const n = gain.length;
  let a = 0;
  if (levelGain === null) {
    for (let i = 0; i < n; i++) {
      const error = column[offset + i] - a;
      column[offset + i] = error * weight[i];
      a = carry[i] * (a + gain[i] * error);
    }
    return;
  }
  let level = 0;
  for (let i = 0; i < n; i++) {
    const error = column[offset + i] - a - level;
    column[offset + i] = error * weight[i];
    a = carry[i] * (a + gain[i] * error);
    level += levelGain[i] * error;
  }
}
