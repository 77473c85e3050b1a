/**
 * What comes next if the days go on as usual? And how much of the movement do the edges explain?
 *
 * For each kept state: the fixed part is drawn given the edges (generalised least squares in the whitened rows), the AR(1) state is filtered to
 * the last day, and a path of 1-7 days is drawn with its reading noise. Exposures of recent days act through their kernels; those of
 * future days are at the person's mean, with their variance added. Bounded scales are clipped to their ends.
 */
import type { Random } from "../base/random.ts";
import { drawNormal } from "../numeric/normal.ts";
import { quantileOf, weightedSample } from "../numeric/weighted-quantile.ts";
import type { ChainState } from "./chain-record.ts";
import { fixedRow, scaledExposure, type Design } from "./design.ts";
import { LAGS } from "./kernels.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import type { ForecastPoint } from "./posterior.ts";
import type { AxisProblem, OutcomeProblem } from "./problem.ts";
import { createFilter, whitenInPlace } from "./whiten.ts";

export const HORIZON_DAYS = 7;

export interface Outlook {
  readonly forecast: readonly ForecastPoint[];
  readonly explainedShare: number;
}

/** `states`: kept states of all chains. O(states * n * (edges * LAGS + fixed^2)). */
export function outlook(
  problem: AxisProblem,
  outcome: OutcomeProblem,
  design: Design,
  states: readonly ChainState[],
  random: Random,
): Outlook {
  const paths = Array.from({ length: HORIZON_DAYS }, () => new Float64Array(states.length));
  let explained = 0;
  states.forEach((state, d) => {
    const signal = signalOf(outcome, design, state);
    explained += varianceOf(signal);
    const path = drawPath(problem, outcome, design, state, signal, random);
    path.forEach((value, h) => {
      paths[h][d] = value;
    });
  });
  const ones = new Float64Array(states.length).fill(1);
  const { min, max } = outcome.column;
  const clip = (x: number): number => Math.min(max ?? Infinity, Math.max(min ?? -Infinity, x));
  return {
    explainedShare: Math.min(1, explained / Math.max(1, states.length)),
    forecast: paths.map((values, h) => {
      const natural = values.map((z) => clip(design.outcomeMean + design.outcomeSd * z));
      const sample = weightedSample(natural, ones);
      return {
        horizonDays: h + 1,
        mean: natural.reduce((sum, value) => sum + value, 0) / Math.max(1, natural.length),
        low80: quantileOf(sample, 0.1),
        high80: quantileOf(sample, 0.9),
      };
    }),
  };
}

/** Contribution of the edges on every recorded day (standardised). */
function signalOf(outcome: OutcomeProblem, design: Design, state: ChainState): Float64Array {
  const signal = new Float64Array(design.days.length);
  state.candidates.forEach((j, a) => {
    for (let i = 0; i < signal.length; i++)
      signal[i] += state.betas[a] * response(outcome, state, j, a, design.days[i]);
  });
  return signal;
}

function response(outcome: OutcomeProblem, state: ChainState, j: number, a: number, t: number): number {
  let sum = 0;
  for (let lag = 0; lag < LAGS; lag++) {
    const w = state.kernels[a][lag];
    if (w > 0) sum += w * scaledExposure(outcome.candidates[j], t - lag);
  }
  return sum;
}

function drawPath(
  problem: AxisProblem,
  outcome: OutcomeProblem,
  design: Design,
  state: ChainState,
  signal: Float64Array,
  random: Random,
): number[] {
  const law = NOISE_LAWS[state.law];
  const n = design.days.length;
  const filter = createFilter(law, design.days, design.scales);
  const sigma = Math.sqrt(state.sigma2);
  const rest = design.y.map((value, i) => value - signal[i]);
  const coefficients = drawFixed(design, filter, rest, sigma, random);
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < coefficients.length; c++) rest[i] -= coefficients[c] * design.fixed[c][i];
  }
  // filtered state and variance on the last recorded day, then carried to the last day of the diary
  let a = 0;
  let P = 100 * law.scale;
  for (let i = 0; i < n; i++) {
    const gain = P / (P + (design.scales ? design.scales.reading[i] : 1));
    a += gain * (rest[i] - a);
    P -= gain * P;
    const until = i + 1 < n ? design.days[i + 1] : problem.table.dayCount - 1;
    for (let day = design.days[i]; day < until; day++) {
      const jump = design.scales && i + 1 < n && day === until - 1 ? design.scales.push[i + 1] : 1;
      a *= law.phi;
      P = law.phi * law.phi * P + law.ratio * jump;
    }
  }
  let level = a + sigma * Math.sqrt(Math.max(0, P)) * drawNormal(random);
  const T = problem.table.dayCount;
  const path: number[] = [];
  for (let h = 1; h <= HORIZON_DAYS; h++) {
    const t = T - 1 + h;
    level = law.phi * level + sigma * Math.sqrt(law.ratio) * drawNormal(random);
    let value = level + sigma * drawNormal(random);
    fixedRow(problem, t, n).forEach((x, c) => {
      value += coefficients[c] * x;
    });
    state.candidates.forEach((j, e) => {
      let unknown = 0;
      for (let lag = 0; lag < h; lag++) unknown += state.kernels[e][lag] * state.kernels[e][lag];
      value += state.betas[e] * (response(outcome, state, j, e, t) + Math.sqrt(unknown) * drawNormal(random));
    });
    path.push(value);
  }
  return path;
}

/** One draw of the always-in coefficients given the rest, by Gram-Schmidt; columns that are dependent get 0. */
function drawFixed(
  design: Design,
  filter: ReturnType<typeof createFilter>,
  rest: Float64Array,
  sigma: number,
  random: Random,
): Float64Array {
  const n = rest.length;
  const q = design.fixed.length;
  const y = rest.slice();
  whitenInPlace(filter, y, 0);
  const units: (Float64Array | null)[] = [];
  const R = new Float64Array(q * q);
  const target = new Float64Array(q);
  for (let c = 0; c < q; c++) {
    const w = design.fixed[c].slice();
    whitenInPlace(filter, w, 0);
    const before = inner(w, w);
    units.forEach((unit, b) => {
      if (!unit) return;
      const r = inner(w, unit);
      R[b * q + c] += r;
      for (let i = 0; i < n; i++) w[i] -= r * unit[i];
    });
    const norm = inner(w, w);
    if (!(norm > 1e-9 * before)) {
      units.push(null);
      continue;
    }
    const root = Math.sqrt(norm);
    R[c * q + c] = root;
    for (let i = 0; i < n; i++) w[i] /= root;
    units.push(w);
    target[c] = inner(y, w) + sigma * drawNormal(random);
  }
  const coefficients = new Float64Array(q);
  for (let c = q - 1; c >= 0; c--) {
    if (!units[c]) continue;
    let sum = target[c];
    for (let b = c + 1; b < q; b++) sum -= R[c * q + b] * coefficients[b];
    coefficients[c] = sum / R[c * q + c];
  }
  return coefficients;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function varianceOf(values: Float64Array): number {
  let mean = 0;
  for (const x of values) mean += x;
  mean /= values.length;
  let sum = 0;
  for (const x of values) sum += (x - mean) * (x - mean);
  return sum / Math.max(1, values.length - 1);
}
