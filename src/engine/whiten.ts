/**
 * How do autocorrelated days become independent ones?
 *
 * For a noise law theta the Kalman filter of (AR(1) + white) gives each observed day its prediction error and variance F_t (in units of the
 * reading-noise variance). Gains depend only on theta and on which days are missing, so the same pass is run over the outcome, the fixed
 * columns W and every lag column; dividing by sqrt(F_t) leaves independent rows. A missing outcome day is predicted, not updated: exact.
 * Then W (flat prior, integrated out) is projected away. What remains is free of T: y'y, X'y, X'X.
 * Source: Durbin & Koopman 2012, Time Series Analysis by State Space Methods, ch. 4 and 6.2 (regression by filtering).
 */
import { log } from "../numeric/elementary.ts";
import type { NoiseLaw } from "./noise-grid.ts";

/** Kalman quantities of one law on one pattern of observed days. */
export interface Filter {
  /** n gains (predicted state moves by phi * a + gain * error). */
  readonly gain: Float64Array;
  /** n factors phi^(days to the next observed day): the predicted state after a gap. */
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

/** `days`: n increasing row numbers of observed days. First state: wide (a diary may start in a flare). O(n + gaps). */
export function createFilter(law: NoiseLaw, days: Int32Array, scales: NoiseScales | null): Filter {
  const n = days.length;
  const gain = new Float64Array(n);
  const carry = new Float64Array(n);
  const weight = new Float64Array(n);
  const phi2 = law.phi * law.phi;
  let logDet = 0;
  let P = 100 * law.scale;
  for (let i = 0; i < n; i++) {
    const H = scales ? scales.reading[i] : 1;
    const F = P + H;
    gain[i] = P / F;
    weight[i] = 1 / Math.sqrt(F);
    logDet -= 0.5 * log(F);
    let filtered = P - (P * P) / F;
    const gap = i + 1 < n ? days[i + 1] - days[i] : 1;
    let c = 1;
    for (let g = 0; g < gap; g++) {
      const jump = scales && g === gap - 1 && i + 1 < n ? scales.push[i + 1] : 1;
      filtered = phi2 * filtered + law.ratio * jump;
      c *= law.phi;
    }
    P = filtered;
    carry[i] = c;
  }
  return { gain, carry, weight, logDet };
}

/** Replaces the n values at `offset` by their whitened form, in place (mutates). 4 flops a day. */
export function whitenInPlace(filter: Filter, column: Float64Array, offset: number): void {
  const { gain, carry, weight } = filter;
  let a = 0;
  for (let i = 0; i < gain.length; i++) {
    const error = column[offset + i] - a;
    column[offset + i] = error * weight[i];
    a = carry[i] * (a + gain[i] * error);
  }
}

/** Everything the sampler needs about one law, with T gone. */
export interface WhitenedSystem {
  /** Rows minus rank of W. */
  readonly freedom: number;
  /** y'y after projection. */
  readonly yy: number;
  /** k values X'y. */
  readonly xy: Float64Array;
  /** k x k, row-major, symmetric: X'X. */
  readonly gram: Float64Array;
  /** -1/2 sum log F - 1/2 log |W*'W*|. */
  readonly logDet: number;
}

/**
 * Whitens and projects. `y`: n; `fixed`: q columns of n; `lags`: k columns of n in one block (column-major). Inputs are not changed.
 * Fixed columns that become dependent are dropped and do not count in the rank. O(n k (q + k/2)): the Gram matrix dominates.
 */
export function whitenSystem(
  law: NoiseLaw,
  days: Int32Array,
  scales: NoiseScales | null,
  y: Float64Array,
  fixed: readonly Float64Array[],
  lags: Float64Array,
): WhitenedSystem {
  const n = days.length;
  const k = n === 0 ? 0 : lags.length / n;
  const filter = createFilter(law, days, scales);
  const basis: Float64Array[] = [];
  let logDet = filter.logDet;
  for (const column of fixed) {
    const w = column.slice();
    whitenInPlace(filter, w, 0);
    const before = dot(w, 0, w, 0, n);
    for (let twice = 0; twice < 2; twice++) {
      for (const e of basis) subtractProjection(w, 0, e, n);
    }
    const after = dot(w, 0, w, 0, n);
    if (!(after > 1e-9 * before)) continue;
    const scale = 1 / Math.sqrt(after);
    for (let i = 0; i < n; i++) w[i] *= scale;
    logDet -= 0.5 * log(after);
    basis.push(w);
  }
  const wy = y.slice();
  whitenInPlace(filter, wy, 0);
  for (const e of basis) subtractProjection(wy, 0, e, n);
  const X = lags.slice();
  for (let j = 0; j < k; j++) {
    whitenInPlace(filter, X, j * n);
    for (const e of basis) subtractProjection(X, j * n, e, n);
  }
  const xy = new Float64Array(k);
  for (let j = 0; j < k; j++) xy[j] = dot(X, j * n, wy, 0, n);
  return { freedom: n - basis.length, yy: dot(wy, 0, wy, 0, n), xy, gram: gramOf(X, n, k), logDet };
}

function subtractProjection(column: Float64Array, offset: number, unit: Float64Array, n: number): void {
  const c = dot(column, offset, unit, 0, n);
  for (let i = 0; i < n; i++) column[offset + i] -= c * unit[i];
}

function dot(a: Float64Array, ao: number, b: Float64Array, bo: number, n: number): number {
  let s = 0;
  for (let i = 0; i < n; i++) s += a[ao + i] * b[bo + i];
  return s;
}

/** X'X in 4 x 4 blocks: sixteen running sums share eight loads. Fixed order of summation. */
function gramOf(X: Float64Array, n: number, k: number): Float64Array {
  const G = new Float64Array(k * k);
  const whole = k - (k % 4);
  for (let a = 0; a < whole; a += 4) {
    for (let b = a; b < whole; b += 4) gramBlock(X, G, n, k, a, b);
  }
  for (let a = 0; a < k; a++) {
    for (let b = Math.max(a, whole); b < k; b++) G[a * k + b] = dot(X, a * n, X, b * n, n);
  }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) G[a * k + b] = G[b * k + a];
  return G;
}

function gramBlock(X: Float64Array, G: Float64Array, n: number, k: number, a: number, b: number): void {
  const [a0, a1, a2, a3] = [a * n, (a + 1) * n, (a + 2) * n, (a + 3) * n];
  const [b0, b1, b2, b3] = [b * n, (b + 1) * n, (b + 2) * n, (b + 3) * n];
  let s00 = 0,
    s01 = 0,
    s02 = 0,
    s03 = 0,
    s10 = 0,
    s11 = 0,
    s12 = 0,
    s13 = 0;
  let s20 = 0,
    s21 = 0,
    s22 = 0,
    s23 = 0,
    s30 = 0,
    s31 = 0,
    s32 = 0,
    s33 = 0;
  for (let i = 0; i < n; i++) {
    const p0 = X[a0 + i],
      p1 = X[a1 + i],
      p2 = X[a2 + i],
      p3 = X[a3 + i];
    const q0 = X[b0 + i],
      q1 = X[b1 + i],
      q2 = X[b2 + i],
      q3 = X[b3 + i];
    s00 += p0 * q0;
    s01 += p0 * q1;
    s02 += p0 * q2;
    s03 += p0 * q3;
    s10 += p1 * q0;
    s11 += p1 * q1;
    s12 += p1 * q2;
    s13 += p1 * q3;
    s20 += p2 * q0;
    s21 += p2 * q1;
    s22 += p2 * q2;
    s23 += p2 * q3;
    s30 += p3 * q0;
    s31 += p3 * q1;
    s32 += p3 * q2;
    s33 += p3 * q3;
  }
  const r0 = a * k + b,
    r1 = r0 + k,
    r2 = r1 + k,
    r3 = r2 + k;
  G[r0] = s00;
  G[r0 + 1] = s01;
  G[r0 + 2] = s02;
  G[r0 + 3] = s03;
  G[r1] = s10;
  G[r1 + 1] = s11;
  G[r1 + 2] = s12;
  G[r1 + 3] = s13;
  G[r2] = s20;
  G[r2 + 1] = s21;
  G[r2 + 2] = s22;
  G[r2 + 3] = s23;
  G[r3] = s30;
  G[r3 + 1] = s31;
  G[r3 + 2] = s32;
  G[r3 + 3] = s33;
}
