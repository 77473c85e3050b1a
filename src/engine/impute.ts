/**
 * What does the effect look like when the cause itself is uncertain on unrecorded or roughly recorded days?
 *
 * Inside the sampler, for every kept state: each uncertain day of each active cause is drawn given its neighbours (AR(1) exposure model), its
 * own imprecise entry if there is one, AND the outcome (a change of x_t moves the whitened residual only over its kernel and the memory of the
 * filter); then coefficients and noise variance are drawn again given the completed columns. The draws persist from state to state, per chain.
 * Which edges are in is decided with the conditional means instead (regression calibration): first-order the same, and free of the
 * self-confirmation of a column that has just been fitted to the outcome.
 */
import type { Random } from "../base/random.ts";
import { drawGamma, drawNormal } from "../numeric/normal.ts";
import type { ChainState } from "./chain-record.ts";
import { recallOf, smearedWeights, standardised, type Design } from "./design.ts";
import { inner } from "./fixed-part.ts";
import { dailyWeights, reachOf } from "./kernels.ts";
import type { NoiseSystem } from "./noise-system.ts";
import type { OutcomeProblem } from "./problem.ts";

/** Whitened influence below this share of its largest value is not followed further. */
const NEGLIGIBLE = 1e-3;

export interface Imputer {
  /** `count` joint draws of the coefficients of the state's active edges, in its order, after one pass over their uncertain days. */
  readonly refine: (state: ChainState, system: NoiseSystem, count: number) => readonly (readonly number[])[];
  /** The present completed series of candidate j: T days, centred, in SDs; exactly recorded days never change. */
  readonly seriesOf: (j: number) => Float64Array;
}

export function createImputer(outcome: OutcomeProblem, design: Design, random: Random): Imputer {
  const n = design.days.length;
  const T = outcome.column.values.length;
  const recall = recallOf(outcome);
  /** First row on or after each day. */
  const rowFrom = new Int32Array(T + 1);
  for (let t = T, i = n; t >= 0; t--) {
    while (i > 0 && design.days[i - 1] >= t) i -= 1;
    rowFrom[t] = i;
  }
  const completed = new Map<number, Float64Array>();

  return { refine, seriesOf };

  function refine(state: ChainState, system: NoiseSystem, count: number): readonly (readonly number[])[] {
    if (state.candidates.length === 0) return Array.from({ length: count }, () => []);
    const y = system.whiten(state.y);
    const columns = state.candidates.map((j, a) => system.whiten(columnOf(j, state.kernels[a])));
    if (state.candidates.some((j) => isUncertain(j))) {
      const residual = y.slice();
      columns.forEach((column, a) => {
        for (let i = 0; i < n; i++) residual[i] -= state.betas[a] * column[i];
      });
      // a draw of the always-in part, so that each uncertain day moves only the rows it reaches
      system.fixedPart.addNoise(residual, Math.sqrt(state.sigma2), random);
      state.candidates.forEach((j, a) => {
        if (!isUncertain(j)) return;
        drawUncertain(state, a, j, system, residual);
        columns[a] = system.whiten(columnOf(j, state.kernels[a]));
      });
    }
    return drawCoefficients(columns, y, state, system.freedom, count);
  }

  function isUncertain(j: number): boolean {
    const { filled } = outcome.candidates[j];
    return filled.recorded < T || filled.errorVariance !== null;
  }

  function seriesOf(j: number): Float64Array {
    const known = completed.get(j);
    if (known) return known;
    const series = standardised(outcome.candidates[j]);
    completed.set(j, series);
    return series;
  }

  function columnOf(j: number, kernel: Float64Array): Float64Array {
    const series = seriesOf(j);
    const weights = smearedWeights(dailyWeights(kernel), recall);
    const reach = reachOf(kernel) + recall - 1;
    const column = new Float64Array(n);
    for (let lag = outcome.candidates[j].firstLag; lag < reach; lag++) {
      const w = weights[lag];
      if (w === 0) continue;
      for (let i = 0; i < n; i++) {
        const t = design.days[i] - lag;
        if (t >= 0) column[i] += w * series[t];
      }
    }
    return column;
  }

  /** One Gibbs pass over the uncertain days of cause j (mutates its series and the whitened residual). */
  function drawUncertain(state: ChainState, a: number, j: number, system: NoiseSystem, residual: Float64Array): void {
    const { column, filled } = outcome.candidates[j];
    const series = seriesOf(j);
    const { rho, errorVariance } = filled;
    const innovation = Math.max(1e-6, 1 - rho * rho);
    const level = (t: number): number => (filled.level[t] - filled.average) / filled.sd;
    const influence = new Float64Array(n);
    const weights = smearedWeights(dailyWeights(state.kernels[a]), recall);
    const reach = reachOf(state.kernels[a]) + recall - 1;
    const beta = state.betas[a];
    const unit = filled.sd * filled.sd;
    for (let t = 0; t < T; t++) {
      const missing = Number.isNaN(column.values[t]);
      const error = errorVariance ? errorVariance[t] / unit : 0;
      if (!missing && error === 0) continue;
      const left = t > 0 ? series[t - 1] - level(t - 1) : 0;
      const right = t + 1 < T ? series[t + 1] - level(t + 1) : 0;
      const sides = (t > 0 ? rho * left : 0) + (t + 1 < T ? rho * right : 0);
      const weight = (t > 0 ? 1 : 1 - rho * rho) + (t + 1 < T ? rho * rho : 0);
      let precision = weight / innovation;
      let pull = precision * (level(t) + sides / weight);
      if (!missing) {
        precision += 1 / error;
        pull += (column.values[t] - filled.average) / filled.sd / error;
      }
      const [from, to] = whitenedInfluence(system, weights, reach, beta, t, influence);
      let square = 0;
      let cross = 0;
      for (let i = from; i < to; i++) {
        square += influence[i] * influence[i];
        cross += influence[i] * residual[i];
      }
      const old = series[t];
      precision += square / state.sigma2;
      pull += (cross + square * old) / state.sigma2;
      const drawn = pull / precision + drawNormal(random) / Math.sqrt(precision);
      series[t] = drawn;
      const change = drawn - old;
      for (let i = from; i < to; i++) residual[i] -= change * influence[i];
    }
  }

  /** Whitened change of the rows when x_t rises by one SD; fills rows [from, to) of `influence` and returns the range. */
  function whitenedInfluence(
    system: NoiseSystem,
    weights: Float64Array,
    reach: number,
    beta: number,
    t: number,
    influence: Float64Array,
  ): [number, number] {
    const { weight, carry, gain, levelGain } = system.filter;
    const from = rowFrom[t];
    let state = 0;
    let level = 0;
    let largest = 0;
    let i = from;
    for (; i < n; i++) {
      const lag = design.days[i] - t;
      const raw = lag < reach ? beta * weights[lag] : 0;
      const error = raw - state - level;
      const value = error * weight[i];
      influence[i] = value;
      largest = Math.max(largest, Math.abs(value));
      state = carry[i] * (state + gain[i] * error);
      if (levelGain !== null) level += levelGain[i] * error;
      if (lag >= reach && Math.abs(state + level) < NEGLIGIBLE * largest) {
        i += 1;
        break;
      }
    }
    return [from, i];
  }

  /** Joint draws of the coefficients (slab prior, noise variance integrated by a draw) given completed columns. */
  function drawCoefficients(
    columns: readonly Float64Array[],
    y: Float64Array,
    state: ChainState,
    freedom: number,
    count: number,
  ): number[][] {
    const s = columns.length;
    const L: number[][] = [];
    const z: number[] = [];
    let explained = 0;
    for (let a = 0; a < s; a++) {
      const slab = state.slabs[a];
      const mean = state.priorMeans[a];
      const row: number[] = [];
      for (let b = 0; b <= a; b++) {
        let g = inner(columns[a], columns[b]) + (a === b ? 1 / slab : 0);
        for (let c = 0; c < b; c++) g -= row[c] * (b === a ? row[c] : L[b][c]);
        row.push(a === b ? Math.sqrt(Math.max(g, 1e-12 / slab)) : g / L[b][b]);
      }
      let target = inner(columns[a], y) + mean / slab;
      for (let c = 0; c < a; c++) target -= row[c] * z[c];
      z.push(target / row[a]);
      explained += z[a] * z[a] - (mean * mean) / slab;
      L.push(row);
    }
    const sse = Math.max(inner(y, y) - explained, 1e-300);
    return Array.from({ length: count }, () => {
      const sigma = Math.sqrt(sse / (2 * drawGamma(random, freedom / 2)));
      const betas = z.map((value) => value + sigma * drawNormal(random));
      for (let a = s - 1; a >= 0; a--) {
        for (let b = a + 1; b < s; b++) betas[a] -= L[b][a] * betas[b];
        betas[a] /= L[a][a];
      }
      return betas;
    });
  }
}
