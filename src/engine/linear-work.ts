/**
 * How are the whitened lag columns of one noise law multiplied, and where do they lie?
 *
 * Every number that the sampler takes from X (n days x k lag columns) is a dot product: single rows of X'X, small square blocks of it,
 * and X'v. A `LinearWork` owns the columns and answers these. There are two makers, this plain one and `src/simd`; they agree to the last
 * bit, because every dot product is summed in one fixed order: a sum over even i, a sum over odd i (both from 0 upwards, over whole
 * pairs), even + odd, and then the last product when n is odd. That is what a register of two doubles does by itself.
 * Key: n = days, k = columns, X = columns one after the other, column a starts at a * n.
 */

/** Where the whitened lag columns of one noise law live and how they are multiplied. */
export interface LinearWork {
  /** k * n doubles, column after column; the caller writes them (0 before). Finite numbers only. */
  readonly columns: Float64Array;
  /** X_a'X_b for a in [from, to), b in [left, right) (default all columns): (to - from) * (right - left) doubles, row-major; a fresh array. O((to - from) (right - left) n). */
  readonly rows: (from: number, to: number, left?: number, right?: number) => Float64Array;
  /** X_a'X_b for a, b in [from, to): (to - from)^2 doubles, symmetric; fresh. */
  readonly block: (from: number, to: number) => Float64Array;
  /** X'v for n doubles v: k doubles; fresh. */
  readonly cross: (v: Float64Array) => Float64Array;
  /** Gives the room back to the maker for another system; the columns must not be touched afterwards. */
  readonly release: () => void;
}

/** Room for k columns of n doubles, and the products over them. n, k >= 0. */
export type CreateLinearWork = (n: number, k: number) => LinearWork;

/** Rows and columns of the block whose nine running sums stay in registers; 3 x 3 measured best of 1 x 1 .. 4 x 4. */
const SIDE = 3;

/** Plain typed arrays: works everywhere. */
export const createPlainWork: CreateLinearWork = (n, k) => {
  const columns = new Float64Array(k * n);
  return {
    columns,
    rows: (from, to, left = 0, right = k) => {
      const width = right - left;
      const out = new Float64Array((to - from) * width);
      let a = from;
      if (width >= SIDE) {
        for (; a + SIDE <= to; a += SIDE) strip(columns, n, a, left, right, out, (a - from) * width, width);
      }
      for (; a < to; a++) vectorStrip(columns, a * n, columns, n, left, right, out, (a - from) * width);
      return out;
    },
    block: (from, to) => {
      const width = to - from;
      const out = new Float64Array(width * width);
      let a = from;
      // only the upper triangle is worked out, in strips that begin at the diagonal
      for (; a + SIDE <= to; a += SIDE) strip(columns, n, a, a, to, out, (a - from) * (width + 1), width);
      for (; a < to; a++) vectorStrip(columns, a * n, columns, n, a, to, out, (a - from) * (width + 1));
      for (let r = 1; r < width; r++) for (let c = 0; c < r; c++) out[r * width + c] = out[c * width + r];
      return out;
    },
    cross: (v) => {
      const out = new Float64Array(k);
      vectorStrip(v, 0, columns, n, 0, k, out, 0);
      return out;
    },
    // plain arrays go with their last reader
    release: () => undefined,
  };
};

/** Columns a, a + 1, a + 2 against [from, to), at least SIDE columns; row r of the answer begins at out[at + r * stride], zero before. */
function strip(
  X: Float64Array,
  n: number,
  a: number,
  from: number,
  to: number,
  out: Float64Array,
  at: number,
  stride: number,
): void {
  for (let b = from; b < to; b += SIDE) {
    // the last block steps back over columns already done: the same dot products, the same bits
    const column = Math.min(b, to - SIDE);
    const corner = at + column - from;
    if (column < b) for (let r = 0; r < SIDE; r++) out.fill(0, corner + r * stride, corner + r * stride + SIDE);
    addHalf(X, n, 0, a, column, out, corner, stride);
    addHalf(X, n, 1, a, column, out, corner, stride);
    if (n % 2 === 1) addLast(X, n, a, column, out, corner, stride);
  }
}

/** The 3 x 3 sums over i = half, half + 2, ... of whole pairs: added to out. */
function addHalf(
  X: Float64Array,
  n: number,
  half: 0 | 1,
  a: number,
  b: number,
  out: Float64Array,
  corner: number,
  stride: number,
): void {
  const whole = n - (n % 2);
  const [a0, a1, a2] = [a * n, (a + 1) * n, (a + 2) * n];
  const [b0, b1, b2] = [b * n, (b + 1) * n, (b + 2) * n];
  let [s00, s01, s02] = [0, 0, 0];
  let [s10, s11, s12] = [0, 0, 0];
  let [s20, s21, s22] = [0, 0, 0];
  for (let i = half; i < whole; i += 2) {
    const p0 = X[a0 + i];
    const p1 = X[a1 + i];
    const p2 = X[a2 + i];
    const q0 = X[b0 + i];
    s00 += p0 * q0;
    s10 += p1 * q0;
    s20 += p2 * q0;
    const q1 = X[b1 + i];
    s01 += p0 * q1;
    s11 += p1 * q1;
    s21 += p2 * q1;
    const q2 = X[b2 + i];
    s02 += p0 * q2;
    s12 += p1 * q2;
    s22 += p2 * q2;
  }
  const [r0, r1, r2] = [corner, corner + stride, corner + 2 * stride];
  out[r0] += s00;
  out[r0 + 1] += s01;
  out[r0 + 2] += s02;
  out[r1] += s10;
  out[r1 + 1] += s11;
  out[r1 + 2] += s12;
  out[r2] += s20;
  out[r2 + 1] += s21;
  out[r2 + 2] += s22;
}

/** The product of the last day when n is odd. */
function addLast(
  X: Float64Array,
  n: number,
  a: number,
  b: number,
  out: Float64Array,
  corner: number,
  stride: number,
): void {
  for (let r = 0; r < SIDE; r++) {
    const p = X[(a + r) * n + n - 1];
    for (let c = 0; c < SIDE; c++) out[corner + r * stride + c] += p * X[(b + c) * n + n - 1];
  }
}

/** The n doubles of v from `start` on against columns [from, to), four at a time. */
function vectorStrip(
  v: Float64Array,
  start: number,
  X: Float64Array,
  n: number,
  from: number,
  to: number,
  out: Float64Array,
  at: number,
): void {
  const whole = n - (n % 2);
  let b = from;
  for (; b + 4 <= to; b += 4) {
    const [b0, b1, b2, b3] = [b * n, (b + 1) * n, (b + 2) * n, (b + 3) * n];
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    let [t0, t1, t2, t3] = [0, 0, 0, 0];
    for (let i = 0; i < whole; i += 2) {
      const p = v[start + i];
      s0 += p * X[b0 + i];
      s1 += p * X[b1 + i];
      s2 += p * X[b2 + i];
      s3 += p * X[b3 + i];
      const q = v[start + i + 1];
      t0 += q * X[b0 + i + 1];
      t1 += q * X[b1 + i + 1];
      t2 += q * X[b2 + i + 1];
      t3 += q * X[b3 + i + 1];
    }
    const last = n === whole ? 0 : v[start + whole];
    const o = at + b - from;
    out[o] = n === whole ? s0 + t0 : s0 + t0 + last * X[b0 + whole];
    out[o + 1] = n === whole ? s1 + t1 : s1 + t1 + last * X[b1 + whole];
    out[o + 2] = n === whole ? s2 + t2 : s2 + t2 + last * X[b2 + whole];
    out[o + 3] = n === whole ? s3 + t3 : s3 + t3 + last * X[b3 + whole];
  }
  for (; b < to; b++) out[at + b - from] = dot(v, start, X, b * n, n);
}

function dot(u: Float64Array, uStart: number, v: Float64Array, vStart: number, n: number): number {
  const whole = n - (n % 2);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < whole; i += 2) {
    even += u[uStart + i] * v[vStart + i];
    odd += u[uStart + i + 1] * v[vStart + i + 1];
  }
  const sum = even + odd;
  return n === whole ? sum : sum + u[uStart + whole] * v[vStart + whole];
}
