/**
 * What does the effect look like when the unrecorded days of a cause are themselves uncertain?
 *
 * Inside the sampler, for every kept state: the missing days of each active cause are drawn one by one given their neighbours (AR(1) exposure model) AND the
 * outcome (a change of x_t moves the whitened residual only over its kernel and the memory of the filter), then the coefficients and
 * the noise variance are drawn again given the completed columns. The draws persist from state to state, per chain.
 * Which edges are in is decided with the conditional means instead (regression calibration): first-order the same, and free of the
 * self-confirmation of a column that has just been fitted to the outcome.
 */
import type { Random } from "../base/random.ts";
import { drawGamma, drawNormal } from "../numeric/normal.ts";
import type { ChainState } from "./chain-record.ts";
import { scaledExposure, type Design } from "./design.ts";
import { LAGS } from "./kernels.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import type { OutcomeProblem } from "./problem.ts";
import { createFilter, whitenInPlace, type Filter } from "./whiten.ts";

/** Whitened influence below this share of its largest value is not followed further. */
const NEGLIGIBLE = 1e-4;

export interface Imputer {
  /** Coefficients of the state's active edges, in its order, after one pass over their missing days. */
  readonly refine: (state: ChainState) => readonly number[];
  /** The present completed series of candidate j: T days, centred, in SDs; recorded days never change. */
  readonly seriesOf: (j: number) => Float64Array;
}

export function createImputer(outcome: OutcomeProblem, design: Design, random: Random): Imputer {
  const n = design.days.length;
  const T = outcome.column.values.length;
  /** First row on or after each day. */
  const rowFrom = new Int32Array(T + 1);
  for (let t = T, i = n; t >= 0; t--) {
    while (i > 0 && design.days[i - 1] >= t) i -= 1;
    rowFrom[t] = i;
  }
  const completed = new Map<number, Float64Array>();

  return { refine, seriesOf };

  function refine(state: ChainState): readonly number[] {
    if (state.candidates.length === 0) return [];
    const filter = createFilter(NOISE_LAWS[state.law], design.days, design.scales);
    const basis = whitenedBasis(filter);
    const y = projected(filter, basis, design.y);
    const columns = state.candidates.map((j, a) => projected(filter, basis, columnOf(j, state.kernels[a])));
    const residual = y.slice();
    columns.forEach((column, a) => {
      for (let i = 0; i < n; i++) residual[i] -= state.betas[a] * column[i];
    });
    // a draw of the always-in part, so that each missing day moves only the rows it reaches
    for (const unit of basis) {
      const noise = Math.sqrt(state.sigma2) * drawNormal(random);
      for (let i = 0; i < n; i++) residual[i] -= noise * unit[i];
    }
    state.candidates.forEach((j, a) => {
      drawMissing(state, a, j, filter, residual);
    });
    const fresh = state.candidates.map((j, a) => projected(filter, basis, columnOf(j, state.kernels[a])));
    return drawCoefficients(fresh, y, state.slab, n - basis.length);
  }

  function seriesOf(j: number): Float64Array {
    const known = completed.get(j);
    if (known) return known;
    const series = Float64Array.from({ length: T }, (_, t) => scaledExposure(outcome.candidates[j], t));
    completed.set(j, series);
    return series;
  }

  function columnOf(j: number, kernel: Float64Array): Float64Array {
    const series = seriesOf(j);
    const column = new Float64Array(n);
    for (let lag = 0; lag < LAGS; lag++) {
      if (kernel[lag] === 0) continue;
      for (let i = 0; i < n; i++) {
        const t = design.days[i] - lag;
        if (t >= 0) column[i] += kernel[lag] * series[t];
      }
    }
    return column;
  }

  /** One Gibbs pass over the missing days of cause j (mutates its series and the whitened residual). */
  function drawMissing(state: ChainState, a: number, j: number, filter: Filter, residual: Float64Array): void {
    const { column, filled } = outcome.candidates[j];
    const series = seriesOf(j);
    const rho = filled.rho;
    const innovation = Math.max(0, 1 - rho * rho);
    const level = (t: number): number => (filled.level[t] - filled.average) / filled.sd;
    const influence = new Float64Array(n);
    for (let t = 0; t < T; t++) {
      if (!Number.isNaN(column.values[t])) continue;
      const left = t > 0 ? series[t - 1] - level(t - 1) : 0;
      const right = t + 1 < T ? series[t + 1] - level(t + 1) : 0;
      const sides = (t > 0 ? rho * left : 0) + (t + 1 < T ? rho * right : 0);
      const weight = (t > 0 ? 1 : 1 - rho * rho) + (t + 1 < T ? rho * rho : 0);
      const priorMean = level(t) + sides / weight;
      const priorPrecision = weight / Math.max(innovation, 1e-6);
      const [from, to] = whitenedInfluence(filter, state.kernels[a], state.betas[a], t, influence);
      let square = 0;
      let cross = 0;
      for (let i = from; i < to; i++) {
        square += influence[i] * influence[i];
        cross += influence[i] * residual[i];
      }
      const precision = priorPrecision + square / state.sigma2;
      const old = series[t];
      const mean = (priorPrecision * priorMean + (cross + square * old) / state.sigma2) / precision;
      const drawn = mean + drawNormal(random) / Math.sqrt(precision);
      series[t] = drawn;
      const change = drawn - old;
      for (let i = from; i < to; i++) residual[i] -= change * influence[i];
    }
  }

  /** Whitened change of the rows when x_t rises by one SD; fills rows [from, to) of `influence` and returns the range. */
  function whitenedInfluence(
    filter: Filter,
    kernel: Float64Array,
    beta: number,
    t: number,
    influence: Float64Array,
  ): [number, number] {
    const from = rowFrom[t];
    let state = 0;
    let largest = 0;
    let i = from;
    for (; i < n; i++) {
      const lag = design.days[i] - t;
      const raw = lag < LAGS ? beta * kernel[lag] : 0;
      const error = raw - state;
      const value = error * filter.weight[i];
      influence[i] = value;
      largest = Math.max(largest, Math.abs(value));
      state = filter.carry[i] * (state + filter.gain[i] * error);
      if (lag >= LAGS && Math.abs(state) < NEGLIGIBLE * largest) {
        i += 1;
        break;
      }
    }
    return [from, i];
  }

  function whitenedBasis(filter: Filter): Float64Array[] {
    const basis: Float64Array[] = [];
    for (const column of design.fixed) {
      const w = column.slice();
      whitenInPlace(filter, w, 0);
      const before = inner(w, w);
      for (const unit of basis) subtract(w, unit);
      const norm = inner(w, w);
      if (!(norm > 1e-9 * before)) continue;
      for (let i = 0; i < n; i++) w[i] /= Math.sqrt(norm);
      basis.push(w);
    }
    return basis;
  }

  function projected(filter: Filter, basis: readonly Float64Array[], column: Float64Array): Float64Array {
    const w = column.slice();
    whitenInPlace(filter, w, 0);
    for (const unit of basis) subtract(w, unit);
    return w;
  }

  /** Draw of the coefficients (slab prior, noise variance integrated by a draw) given completed columns. */
  function drawCoefficients(
    columns: readonly Float64Array[],
    y: Float64Array,
    slab: number,
    freedom: number,
  ): number[] {
    const s = columns.length;
    const L: number[][] = [];
    const z: number[] = [];
    let explained = 0;
    for (let a = 0; a < s; a++) {
      const row: number[] = [];
      for (let b = 0; b <= a; b++) {
        let g = inner(columns[a], columns[b]) + (a === b ? 1 / slab : 0);
        for (let c = 0; c < b; c++) g -= row[c] * (b === a ? row[c] : L[b][c]);
        row.push(a === b ? Math.sqrt(Math.max(g, 1e-12 / slab)) : g / L[b][b]);
      }
      let target = inner(columns[a], y);
      for (let c = 0; c < a; c++) target -= row[c] * z[c];
      z.push(target / row[a]);
      explained += z[a] * z[a];
      L.push(row);
    }
    const sse = Math.max(inner(y, y) - explained, 1e-300);
    const sigma = Math.sqrt(sse / (2 * drawGamma(random, freedom / 2)));
    const betas = z.map((value) => value + sigma * drawNormal(random));
    for (let a = s - 1; a >= 0; a--) {
      for (let b = a + 1; b < s; b++) betas[a] -= L[b][a] * betas[b];
      betas[a] /= L[a][a];
    }
    return betas;
  }
}

function subtract(column: Float64Array, unit: Float64Array): void {
  const c = inner(column, unit);
  for (let i = 0; i < column.length; i++) column[i] -= c * unit[i];
}

function inner(a: Float64Array, b: Float64Array): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}
