/**
 * Everything the sampler needs about one noise law, with time gone: whitened and projected lag columns, and their products.
 *
 * Products are made when somebody asks: the 25 x 25 block of each candidate at once (every candidate is weighed under every law that is
 * visited), blocks of two candidates when one of them is in the model while the other is weighed.
 * The outcome's own values stay outside, because a latent outcome changes from sweep to sweep.
 */
import { createFilter, whitenInPlace, type Filter, type NoiseScales } from "./filter.ts";
import { createFixedPart, type FixedPart } from "./fixed-part.ts";
import { LAGS } from "./kernels.ts";
import type { CreateLinearWork } from "./linear-work.ts";
import type { NoiseLaw } from "./noise-grid.ts";

export interface NoiseSystem {
  readonly filter: Filter;
  readonly fixedPart: FixedPart;
  /** Rows minus rank of the fixed part. */
  readonly freedom: number;
  /** -1/2 sum log F - 1/2 log |W*'W*|. */
  readonly logDet: number;
  /** LAGS x LAGS products of candidate j's own columns. */
  readonly own: (j: number) => Float64Array;
  /** Whitened, projected column of the kernel of candidate j: n values, fresh. */
  readonly kernelColumn: (j: number, kernel: Float64Array, from: number, to: number) => Float64Array;
  /** LAGS x LAGS products of the columns of candidate a (rows) with those of b; kept. */
  readonly pair: (a: number, b: number) => Float64Array;
  /** n values whitened and with the fixed part taken out, fresh. */
  readonly whiten: (y: Float64Array) => Float64Array;
  /** X'v of whitened values that have the fixed part out, at the LAGS columns of one candidate only, written into `out` (k values, mutates). */
  readonly crossAt: (white: Float64Array, j: number, out: Float64Array) => void;
  /** Gives the columns back; nothing may be asked afterwards. */
  readonly release: () => void;
  /** X'v of whitened values: k values, fresh. */
  readonly cross: (white: Float64Array) => Float64Array;
}

/** `fixed`: q columns of n, not changed; `write`: puts the LAGS columns of candidate j at an offset. k = p * LAGS. O(n k (q + LAGS)). */
export function createNoiseSystem(
  law: NoiseLaw,
  days: Int32Array,
  scales: NoiseScales | null,
  fixed: readonly Float64Array[],
  p: number,
  write: (j: number, columns: Float64Array, offset: number) => void,
  createWork: CreateLinearWork,
): NoiseSystem {
  const n = days.length;
  const k = p * LAGS;
  const filter = createFilter(law, days, scales);
  const fixedPart = createFixedPart(filter, fixed);
  const work = createWork(n, k);
  const { columns } = work;
  for (let j = 0; j < p; j++) write(j, columns, j * LAGS * n);
  for (let c = 0; c < k; c++) whitenInPlace(filter, columns, c * n);
  // the fixed part is taken out of the products, not of the columns: X'PX = X'X - (E'X)'(E'X) for its orthonormal E
  const shares = fixedPart.units.map((unit) => work.cross(unit));
  const owns = Array.from({ length: p }, (_, j) => {
    const at = j * LAGS;
    const block = work.block(at, at + LAGS);
    for (const share of shares) {
      for (let a = 0; a < LAGS; a++) {
        for (let b = 0; b < LAGS; b++) block[a * LAGS + b] -= share[at + a] * share[at + b];
      }
    }
    return block;
  });
  const pairs = new Array<Float64Array | undefined>(p * p).fill(undefined);
  return {
    filter,
    fixedPart,
    freedom: n - fixedPart.rank,
    logDet: filter.logDet + fixedPart.logDet,
    own: (j) => owns[j],
    kernelColumn,
    pair,
    whiten,
    crossAt,
    release: work.release,
    // `white` has the fixed part out already, so that the columns need not
    cross: work.cross,
  };

  function kernelColumn(j: number, kernel: Float64Array, from: number, to: number): Float64Array {
    const column = new Float64Array(n);
    for (let lag = from; lag < to; lag++) {
      const w = kernel[lag];
      if (w === 0) continue;
      const offset = (j * LAGS + lag) * n;
      for (let i = 0; i < n; i++) column[i] += w * columns[offset + i];
    }
    fixedPart.projectInPlace(column, 0);
    return column;
  }

  function crossAt(white: Float64Array, j: number, out: Float64Array): void {
    for (let c = j * LAGS; c < (j + 1) * LAGS; c++) {
      const offset = c * n;
      let sum = 0;
      for (let i = 0; i < n; i++) sum += columns[offset + i] * white[i];
      out[c] = sum;
    }
  }

  function pair(a: number, b: number): Float64Array {
    const key = a * p + b;
    const known = pairs[key];
    if (known) return known;
    const block = work.rows(a * LAGS, (a + 1) * LAGS, b * LAGS, (b + 1) * LAGS);
    for (const share of shares) {
      for (let r = 0; r < LAGS; r++) {
        const s = share[a * LAGS + r];
        for (let c = 0; c < LAGS; c++) block[r * LAGS + c] -= s * share[b * LAGS + c];
      }
    }
    pairs[key] = block;
    const turned = new Float64Array(LAGS * LAGS);
    for (let r = 0; r < LAGS; r++) for (let c = 0; c < LAGS; c++) turned[c * LAGS + r] = block[r * LAGS + c];
    pairs[b * p + a] = turned;
    return block;
  }

  function whiten(y: Float64Array): Float64Array {
    const white = y.slice();
    whitenInPlace(filter, white, 0);
    fixedPart.projectInPlace(white, 0);
    return white;
  }
}
