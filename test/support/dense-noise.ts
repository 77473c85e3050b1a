/**
 * What do a noise law's filter, smoother and projections have to give, worked out the slow and plain way?
 *
 * The whole covariance matrix of the observed days is written down, factored and solved: O(n^3), no recursion over days, nothing of the engine but the
 * law's numbers. All variances in units of the reading-noise variance.
 */
import type { NoiseScales } from "../../src/engine/filter.ts";
import type { NoiseLaw } from "../../src/engine/noise-grid.ts";

export type Matrix = readonly (readonly number[])[];

/** Variance of the AR state on each observed day; the first is wide. */
function stateVariances(law: NoiseLaw, days: ArrayLike<number>, scales: NoiseScales | null): number[] {
  let v = 100 * law.scale;
  const variances = [v];
  for (let i = 1; i < days.length; i++) {
    const gap = days[i] - days[i - 1];
    for (let g = 0; g < gap; g++) {
      v = law.phi * law.phi * v + law.ratio * (scales && g === gap - 1 ? scales.push[i] : 1);
    }
    variances.push(v);
  }
  return variances;
}

/** Covariance of AR state + level on the n observed days. */
export function slowCovariance(law: NoiseLaw, days: ArrayLike<number>, scales: NoiseScales | null): Matrix {
  const variances = stateVariances(law, days, scales);
  return variances.map((_, i) =>
    variances.map((__, k) => {
      const [first, second] = [Math.min(i, k), Math.max(i, k)];
      const state = variances[first] * law.phi ** (days[second] - days[first]);
      return state + law.level * (days[first] - days[0]);
    }),
  );
}

/** Covariance of the n readings: slow part plus reading noise. */
export function readingCovariance(law: NoiseLaw, days: ArrayLike<number>, scales: NoiseScales | null): Matrix {
  return slowCovariance(law, days, scales).map((row, i) =>
    row.map((value, k) => value + (i === k ? (scales ? scales.reading[i] : 1) : 0)),
  );
}

/** Lower triangle L with S = L L'. */
export function cholesky(S: Matrix): Matrix {
  const L = S.map((row) => row.map(() => 0));
  for (let i = 0; i < S.length; i++) {
    for (let k = 0; k <= i; k++) {
      let s = S[i][k];
      for (let m = 0; m < k; m++) s -= L[i][m] * L[k][m];
      L[i][k] = i === k ? Math.sqrt(s) : s / L[k][k];
    }
  }
  return L;
}

/** L^-1 v. */
export function solveLower(L: Matrix, v: ArrayLike<number>): number[] {
  const out: number[] = [];
  for (let i = 0; i < L.length; i++) {
    let s = v[i];
    for (let k = 0; k < i; k++) s -= L[i][k] * out[k];
    out.push(s / L[i][i]);
  }
  return out;
}

/** S^-1 v given S = L L'. */
export function solveWith(L: Matrix, v: ArrayLike<number>): number[] {
  const out = solveLower(L, v);
  for (let i = L.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < L.length; k++) out[i] -= L[k][i] * out[k];
    out[i] /= L[i][i];
  }
  return out;
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}

export function logDeterminant(L: Matrix): number {
  return L.reduce((sum, row, i) => sum + 2 * Math.log(row[i]), 0);
}

/** Whitening by the dense factor, projection on the complement of the whitened fixed columns, and both determinants. */
export interface DenseSystem {
  readonly whiten: (column: ArrayLike<number>) => number[];
  /** Generalised least squares estimate of the fixed columns' coefficients. */
  readonly coefficients: (column: ArrayLike<number>) => number[];
  /** Covariance of that estimate, units of the reading-noise variance. */
  readonly coefficientCovariance: Matrix;
  /** -1/2 log |S| - 1/2 log |W'S^-1 W|. */
  readonly logDet: number;
}

/** `fixed`: independent columns. */
export function denseSystem(
  law: NoiseLaw,
  days: ArrayLike<number>,
  scales: NoiseScales | null,
  fixed: readonly ArrayLike<number>[],
): DenseSystem {
  const L = cholesky(readingCovariance(law, days, scales));
  const W = fixed.map((column) => solveLower(L, column));
  const LA = cholesky(W.map((a) => W.map((b) => dot(a, b))));
  const coefficients = (column: ArrayLike<number>): number[] => {
    const white = solveLower(L, column);
    return solveWith(
      LA,
      W.map((w) => dot(w, white)),
    );
  };
  return {
    coefficients,
    whiten: (column) => {
      const c = coefficients(column);
      return solveLower(L, column).map((x, t) => x - c.reduce((sum, b, i) => sum + b * W[i][t], 0));
    },
    coefficientCovariance: W.map((_, i) =>
      solveWith(
        LA,
        W.map((__, k) => (i === k ? 1 : 0)),
      ),
    ),
    logDet: -0.5 * logDeterminant(L) - 0.5 * logDeterminant(LA),
  };
}

/** Mean and covariance (units of the reading-noise variance) of the slow part on the observed days given `rest` = slow part + reading noise. */
export function denseSmoother(
  law: NoiseLaw,
  days: ArrayLike<number>,
  scales: NoiseScales | null,
  rest: ArrayLike<number>,
): { readonly mean: readonly number[]; readonly covariance: Matrix } {
  const slow = slowCovariance(law, days, scales);
  const L = cholesky(readingCovariance(law, days, scales));
  const weighted = solveWith(L, rest);
  const halves = slow.map((row) => solveLower(L, row));
  return {
    mean: slow.map((row) => dot(row, weighted)),
    covariance: slow.map((row, i) => row.map((value, k) => value - dot(halves[i], halves[k]))),
  };
}
