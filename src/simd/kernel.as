/**
 * Dot products of columns of doubles, two at a time in one register: the AssemblyScript side of src/simd.
 *
 * scripts/write-simd.mjs compiles this file into kernel-module.ts. Addresses are bytes in the memory that the caller hands in; n = doubles of
 * a column. Each running sum is a pair (even i, odd i), added at the end, then the last product when n is odd: the order that
 * src/engine/linear-work.ts promises and works out without registers of two. Blocks as there, so that both can be read side by side.
 */

/** even + odd (+ the last product): the double that is written to `at`. */
function close(pair: v128, n: i32, u: usize, v: usize, at: usize): void {
  let sum = f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
  if (n & 1) {
    const last = (<usize>(n - 1)) << 3;
    sum += f64.load(u + last) * f64.load(v + last);
  }
  f64.store(at, sum);
}

/**
 * Columns a, a + 1, a + 2 (column 0 begins at address 0) against [from, to), at least three of them; row r of the answer begins at
 * out + 8 * r * (to - from).
 */
export function strip(n: i32, a: i32, from: i32, to: i32, out: usize): void {
  const size = (<usize>n) << 3;
  const whole = (<usize>(n & ~1)) << 3;
  const stride = (<usize>(to - from)) << 3;
  const a0 = <usize>a * size;
  const a1 = a0 + size;
  const a2 = a1 + size;
  for (let next = from; next < to; next += 3) {
    // the last block steps back over columns already done: the same dot products, the same bits
    const b = min(next, to - 3);
    const b0 = <usize>b * size;
    const b1 = b0 + size;
    const b2 = b1 + size;
    let s00 = f64x2.splat(0);
    let s01 = f64x2.splat(0);
    let s02 = f64x2.splat(0);
    let s10 = f64x2.splat(0);
    let s11 = f64x2.splat(0);
    let s12 = f64x2.splat(0);
    let s20 = f64x2.splat(0);
    let s21 = f64x2.splat(0);
    let s22 = f64x2.splat(0);
    for (let i: usize = 0; i < whole; i += 16) {
      const q0 = v128.load(b0 + i);
      const q1 = v128.load(b1 + i);
      const q2 = v128.load(b2 + i);
      const p0 = v128.load(a0 + i);
      s00 = f64x2.add(s00, f64x2.mul(p0, q0));
      s01 = f64x2.add(s01, f64x2.mul(p0, q1));
      s02 = f64x2.add(s02, f64x2.mul(p0, q2));
      const p1 = v128.load(a1 + i);
      s10 = f64x2.add(s10, f64x2.mul(p1, q0));
      s11 = f64x2.add(s11, f64x2.mul(p1, q1));
      s12 = f64x2.add(s12, f64x2.mul(p1, q2));
      const p2 = v128.load(a2 + i);
      s20 = f64x2.add(s20, f64x2.mul(p2, q0));
      s21 = f64x2.add(s21, f64x2.mul(p2, q1));
      s22 = f64x2.add(s22, f64x2.mul(p2, q2));
    }
    const r0 = out + ((<usize>(b - from)) << 3);
    const r1 = r0 + stride;
    const r2 = r1 + stride;
    close(s00, n, a0, b0, r0);
    close(s01, n, a0, b1, r0 + 8);
    close(s02, n, a0, b2, r0 + 16);
    close(s10, n, a1, b0, r1);
    close(s11, n, a1, b1, r1 + 8);
    close(s12, n, a1, b2, r1 + 16);
    close(s20, n, a2, b0, r2);
    close(s21, n, a2, b1, r2 + 8);
    close(s22, n, a2, b2, r2 + 16);
  }
}

/** The n doubles at address v against columns [from, to): to - from doubles at `out`. */
export function vectorStrip(v: usize, n: i32, from: i32, to: i32, out: usize): void {
  const size = (<usize>n) << 3;
  const whole = (<usize>(n & ~1)) << 3;
  let b = from;
  for (; b + 4 <= to; b += 4) {
    const b0 = <usize>b * size;
    const b1 = b0 + size;
    const b2 = b1 + size;
    const b3 = b2 + size;
    let s0 = f64x2.splat(0);
    let s1 = f64x2.splat(0);
    let s2 = f64x2.splat(0);
    let s3 = f64x2.splat(0);
    for (let i: usize = 0; i < whole; i += 16) {
      const p = v128.load(v + i);
      s0 = f64x2.add(s0, f64x2.mul(p, v128.load(b0 + i)));
      s1 = f64x2.add(s1, f64x2.mul(p, v128.load(b1 + i)));
      s2 = f64x2.add(s2, f64x2.mul(p, v128.load(b2 + i)));
      s3 = f64x2.add(s3, f64x2.mul(p, v128.load(b3 + i)));
    }
    const at = out + ((<usize>(b - from)) << 3);
    close(s0, n, v, b0, at);
    close(s1, n, v, b1, at + 8);
    close(s2, n, v, b2, at + 16);
    close(s3, n, v, b3, at + 24);
  }
  for (; b < to; b++) {
    const b0 = <usize>b * size;
    let s0 = f64x2.splat(0);
    for (let i: usize = 0; i < whole; i += 16) s0 = f64x2.add(s0, f64x2.mul(v128.load(v + i), v128.load(b0 + i)));
    close(s0, n, v, b0, out + ((<usize>(b - from)) << 3));
  }
}
