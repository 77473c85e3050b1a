import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import { drawNormal } from "../numeric/normal.ts";
import { NOISE_LAWS, type NoiseLaw } from "./noise-grid.ts";
import { whitenSystem, type NoiseScales } from "./whiten.ts";

/** The same quantities from the dense covariance matrix: an independent way, O(n^3). */
function dense(
  law: NoiseLaw,
  days: Int32Array,
  scales: NoiseScales | null,
  y: Float64Array,
  fixed: readonly Float64Array[],
  lags: Float64Array,
) {
  const n = days.length;
  const variance: number[] = [];
  let v = 100 * law.scale;
  variance.push(v);
  for (let i = 1; i < n; i++) {
    const gap = days[i] - days[i - 1];
    for (let g = 0; g < gap; g++)
      v = law.phi * law.phi * v + law.ratio * (scales && g === gap - 1 ? scales.push[i] : 1);
    variance.push(v);
  }
  const S = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, k) => {
      const [a, b] = [Math.min(i, k), Math.max(i, k)];
      return variance[a] * law.phi ** (days[b] - days[a]) + (i === k ? (scales ? scales.reading[i] : 1) : 0);
    }),
  );
  const L = cholesky(S);
  const solve = (column: ArrayLike<number>): number[] => {
    const out: number[] = [];
    for (let i = 0; i < n; i++) {
      let s = column[i];
      for (let k = 0; k < i; k++) s -= L[i][k] * out[k];
      out.push(s / L[i][i]);
    }
    return out;
  };
  const W = fixed.map(solve);
  const A = W.map((a) => W.map((b) => inner(a, b)));
  const LA = cholesky(A);
  const project = (column: number[]): number[] => {
    const rhs = W.map((w) => inner(w, column));
    const c: number[] = [];
    for (let i = 0; i < rhs.length; i++) c.push((rhs[i] - c.reduce((s, x, k) => s + LA[i][k] * x, 0)) / LA[i][i]);
    for (let i = rhs.length - 1; i >= 0; i--) {
      for (let k = i + 1; k < rhs.length; k++) c[i] -= LA[k][i] * c[k];
      c[i] /= LA[i][i];
    }
    return column.map((x, t) => x - c.reduce((s, b, i) => s + b * W[i][t], 0));
  };
  const wy = project(solve(y));
  const k = lags.length / n;
  const X = Array.from({ length: k }, (_, j) => project(solve(lags.subarray(j * n, (j + 1) * n))));
  return {
    yy: inner(wy, wy),
    xy: X.map((x) => inner(x, wy)),
    gram: X.flatMap((a) => X.map((b) => inner(a, b))),
    logDet: -L.reduce((s, row, i) => s + Math.log(row[i]), 0) - LA.reduce((s, row, i) => s + Math.log(row[i]), 0),
  };
}

function cholesky(S: number[][]): number[][] {
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

function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}

function columns(n: number, count: number, seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: n * count }, () => drawNormal(random));
}

describe("whitening", () => {
  const days = Int32Array.from([0, 1, 2, 4, 5, 9, 10, 11, 12, 20, 21, 22, 23, 24, 30, 31, 33, 34, 35, 36]);
  const n = days.length;
  const y = columns(n, 1, 1);
  const fixed = [new Float64Array(n).fill(1), Float64Array.from(days, (t) => t / 36 - 0.5)];
  const lags = columns(n, 6, 2);
  const wild: NoiseScales = { reading: new Float64Array(n).fill(1), push: new Float64Array(n).fill(1) };
  wild.reading[4] = 25;
  wild.push[9] = 16;

  it.each([0, 8, 21, 33, 46, 53])(
    "of law %s equals generalised least squares with the dense covariance, gaps included",
    (index) => {
      for (const scales of [null, wild]) {
        const law = NOISE_LAWS[index];
        const fast = whitenSystem(law, days, scales, y, fixed, lags);
        const slow = dense(law, days, scales, y, fixed, lags);
        expect(fast.freedom).toBe(n - 2);
        expect(fast.yy).toBeCloseTo(slow.yy, 8);
        expect(fast.logDet).toBeCloseTo(slow.logDet, 8);
        slow.xy.forEach((value, j) => {
          expect(fast.xy[j]).toBeCloseTo(value, 8);
        });
        slow.gram.forEach((value, j) => {
          expect(fast.gram[j]).toBeCloseTo(value, 8);
        });
      }
    },
  );

  it("drops a fixed column that repeats another and does not count it", () => {
    const twice = [...fixed, Float64Array.from(fixed[1], (x) => 3 * x + 1)];
    const system = whitenSystem(NOISE_LAWS[20], days, null, y, twice, lags);
    expect(system.freedom).toBe(n - 2);
    expect(system.yy).toBeCloseTo(whitenSystem(NOISE_LAWS[20], days, null, y, fixed, lags).yy, 10);
  });

  it("does not change its inputs", () => {
    const before = [...y, ...lags, ...fixed[1]];
    whitenSystem(NOISE_LAWS[30], days, null, y, fixed, lags);
    expect([...y, ...lags, ...fixed[1]]).toEqual(before);
  });
});
