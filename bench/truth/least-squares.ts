/**
 * How do the baselines fit a regression and read a p-value?
 *
 * Ordinary least squares by Cholesky of the normal equations, after columns are scaled to length 1; tails of t and F by the continued fraction
 * of the incomplete beta function (Numerical Recipes 6.4 form, own code). Written apart from src/numeric so that nothing is shared.
 */

export interface LeastSquares {
  readonly coefficients: Float64Array;
  /** Standard errors. */
  readonly errors: Float64Array;
  readonly residualSumOfSquares: number;
  readonly degreesOfFreedom: number;
  /** Standard error of a weighted sum of the coefficients. */
  readonly errorOf: (weights: Float64Array) => number;
}

/** Fits y on the columns; null when there are too few rows or the columns are dependent. Cost O(n k^2). */
export function leastSquares(y: Float64Array, columns: readonly Float64Array[]): LeastSquares | null {
  const k = columns.length;
  const n = y.length;
  if (n <= k + 2) return null;
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)));
  if (lengths.some((length) => !(length > 0))) return null;
  const gram = new Float64Array(k * k);
  const moments = new Float64Array(k);
  columns.forEach((a, i) => {
    moments[i] = dot(a, y) / (lengths[i] ?? 1);
    for (let j = 0; j <= i; j += 1) {
      const b = columns[j] ?? a;
      gram[i * k + j] = dot(a, b) / ((lengths[i] ?? 1) * (lengths[j] ?? 1));
    }
  });
  if (!cholesky(gram, k)) return null;
  const half = forward(gram, k, moments);
  const scaled = backward(gram, k, half);
  const residualSumOfSquares = Math.max(0, dot(y, y) - dot(half, half));
  const degreesOfFreedom = n - k;
  const variance = residualSumOfSquares / degreesOfFreedom;
  const errors = new Float64Array(k);
  for (let i = 0; i < k; i += 1) {
    const unit = new Float64Array(k);
    unit[i] = 1;
    const column = forward(gram, k, unit);
    errors[i] = Math.sqrt(variance * dot(column, column)) / (lengths[i] ?? 1);
  }
  const coefficients = scaled.map((value, i) => value / (lengths[i] ?? 1));
  const errorOf = (weights: Float64Array): number => {
    const column = forward(
      gram,
      k,
      weights.map((weight, i) => weight / (lengths[i] ?? 1)),
    );
    return Math.sqrt(variance * dot(column, column));
  };
  return { coefficients, errors, residualSumOfSquares, degreesOfFreedom, errorOf };
}

/** Lower Cholesky factor in place (row-major, lower triangle); false when not positive definite. */
export function cholesky(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = a[i * n + j] ?? 0;
      for (let m = 0; m < j; m += 1) sum -= (a[i * n + m] ?? 0) * (a[j * n + m] ?? 0);
      if (i === j) {
        if (sum <= 1e-10) return false;
        a[i * n + i] = Math.sqrt(sum);
      } else a[i * n + j] = sum / (a[j * n + j] ?? 1);
    }
  }
  return true;
}

/** The same where row i is kept from column `starts[i]` (ascending) to the diagonal: cost n x band^2. In place. */
export function bandedCholesky(rows: readonly Float64Array[], starts: readonly number[]): boolean {
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i];
    const start = starts[i] ?? 0;
    if (!row) return false;
    for (let j = start; j <= i; j += 1) {
      const other = rows[j] ?? row;
      const otherStart = starts[j] ?? 0;
      let sum = row[j - start] ?? 0;
      for (let m = Math.max(start, otherStart); m < j; m += 1)
        sum -= (row[m - start] ?? 0) * (other[m - otherStart] ?? 0);
      if (i === j) {
        if (sum <= 1e-10) return false;
        row[i - start] = Math.sqrt(sum);
      } else row[j - start] = sum / (other[j - otherStart] ?? 1);
    }
  }
  return true;
}

/** Solves L x = b. */
export function forward(lower: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    let sum = b[i] ?? 0;
    for (let j = 0; j < i; j += 1) sum -= (lower[i * n + j] ?? 0) * (x[j] ?? 0);
    x[i] = sum / (lower[i * n + i] ?? 1);
  }
  return x;
}

function backward(lower: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = b[i] ?? 0;
    for (let j = i + 1; j < n; j += 1) sum -= (lower[j * n + i] ?? 0) * (x[j] ?? 0);
    x[i] = sum / (lower[i * n + i] ?? 1);
  }
  return x;
}

/** Sum of products. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Two-sided p of Student's t. */
export function twoSidedT(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/** Upper tail of F with (df1, df2). */
export function upperF(f: number, df1: number, df2: number): number {
  return f <= 0 ? 1 : incompleteBeta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
}

/** Regularised incomplete beta I_x(a, b). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let h = d;
  for (let m = 1; m < 300; m += 1) {
    const even = (m * (b - m) * x) / ((a - 1 + 2 * m) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 1 + 2 * m));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-13) break;
  }
  return h;
}

/** log Gamma by the Stirling series after shifting the argument above 8 (error below 1e-10). */
function logGamma(value: number): number {
  let x = value;
  let shift = 0;
  while (x < 8) {
    shift -= Math.log(x);
    x += 1;
  }
  const y = 1 / (x * x);
  const series = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y / 1680))) / x;
  return shift + (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}
