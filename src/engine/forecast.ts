/**
 * What comes next if the days go on as usual? And how much of the movement do the edges explain?
 *
 * For each kept state: the fixed part is drawn given the edges, the slow state is filtered to the last day and drawn, and a path of 1-14 days is
 * drawn with its reading noise. Exposures of recent days act through their kernels; those of future days are at the person's mean, with
 * their variance added. The path is read back as the outcome is written down: on its scale, cut at its ends.
 */
import type { Random } from "../base/random.ts";
import { drawNormal } from "../numeric/normal.ts";
import { quantileOf, weightedSample } from "../numeric/weighted-quantile.ts";
import type { ChainState } from "./chain-record.ts";
import { fixedPrecision, fixedRowOf, recallOf, smearedWeights, standardised, type Design } from "./design.ts";
import { whitenInPlace } from "./filter.ts";
import { dailyWeights, reachOf } from "./kernels.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import type { NoiseSystem } from "./noise-system.ts";
import type { ForecastPoint } from "./posterior.ts";
import type { AxisProblem, OutcomeProblem } from "./problem.ts";
import { carryOver, drawState, filterStates, stateAt } from "./state-path.ts";

export const HORIZON_DAYS = 14;
const QUANTILES: readonly number[] = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);

export interface Outlook {
  readonly forecast: readonly ForecastPoint[];
  readonly explainedShare: number;
}

/** `states`: kept states of all chains; `signalOf`: n contributions of a state's edges. O(states * n * (edges + fixed)). */
export function outlook(
  problem: AxisProblem,
  outcome: OutcomeProblem,
  design: Design,
  states: readonly ChainState[],
  systemOf: (law: number) => NoiseSystem,
  signalOf: (state: ChainState) => Float64Array,
  random: Random,
): Outlook {
  if (states.length === 0) return { forecast: [], explainedShare: 0 };
  const paths = Array.from({ length: HORIZON_DAYS }, () => new Float64Array(states.length));
  const rows = Array.from({ length: HORIZON_DAYS }, (_, h) =>
    fixedRowOf(problem, outcome, problem.table.dayCount + h, design.recordedDays),
  );
  const series = new Map<number, Float64Array>();
  const seriesOf = (j: number): Float64Array => {
    const known = series.get(j) ?? standardised(outcome.candidates[j]);
    series.set(j, known);
    return known;
  };
  const recall = recallOf(outcome);
  const precision = fixedPrecision(problem, recall >= 7 ? 0 : design.recordedDays, outcome.beside !== null);
  let explained = 0;
  states.forEach((state, d) => {
    const signal = signalOf(state);
    explained += varianceOf(signal) / Math.max(1e-12, varianceOf(state.y));
    const path = drawPath(
      problem,
      design,
      state,
      systemOf(state.law),
      signal,
      rows,
      precision,
      seriesOf,
      recall,
      random,
    );
    path.forEach((value, h) => {
      paths[h][d] = value;
    });
  });
  const ones = new Float64Array(states.length).fill(1);
  return {
    explainedShare: Math.min(1, explained / Math.max(1, states.length)),
    forecast: paths.map((values, h) => {
      const natural = values.map((z) => design.reading.recorded(z));
      const sample = weightedSample(natural, ones);
      return {
        horizonDays: h + 1,
        mean: natural.reduce((sum, value) => sum + value, 0) / Math.max(1, natural.length),
        low80: quantileOf(sample, 0.1),
        high80: quantileOf(sample, 0.9),
        quantiles: QUANTILES.map((q) => quantileOf(sample, q)),
      };
    }),
  };
}

function drawPath(
  problem: AxisProblem,
  design: Design,
  state: ChainState,
  system: NoiseSystem,
  signal: Float64Array,
  rows: readonly (readonly number[])[],
  precision: Float64Array,
  seriesOf: (j: number) => Float64Array,
  recallDays: number,
  random: Random,
): number[] {
  const law = NOISE_LAWS[state.law];
  const { days, scales, fixed } = design;
  const n = days.length;
  const sigma = Math.sqrt(state.sigma2);
  const rest = state.y.map((value, i) => value - signal[i]);
  const white = rest.slice();
  whitenInPlace(system.filter, white, 0);
  const coefficients = system.fixedPart.drawShrunk(white, sigma, precision, random);
  for (let c = 0; c < coefficients.length; c++) {
    if (coefficients[c] === 0) continue;
    for (let i = 0; i < n; i++) rest[i] -= coefficients[c] * fixed[c][i];
  }
  const last = stateAt(filterStates(law, days, scales, rest), n - 1);
  const T = problem.table.dayCount;
  carryOver(last, law, T - 1 - days[n - 1], 1);
  let { a, l } = drawState(last, sigma, random);
  const kernels = state.kernels.map((kernel) => smearedWeights(dailyWeights(kernel), recallDays));
  return rows.map((row, ahead) => {
    const t = T + ahead;
    a = law.phi * a + sigma * Math.sqrt(law.ratio) * drawNormal(random);
    if (law.level > 0) l += sigma * Math.sqrt(law.level) * drawNormal(random);
    let value = a + l + sigma * drawNormal(random);
    row.forEach((x, c) => {
      value += coefficients[c] * x;
    });
    state.candidates.forEach((j, e) => {
      const series = seriesOf(j);
      const reach = reachOf(state.kernels[e]) + recallDays - 1;
      let known = 0;
      let unknown = 0;
      for (let lag = 0; lag < reach; lag++) {
        const w = kernels[e][lag];
        if (t - lag >= T) unknown += w * w;
        else if (t - lag >= 0) known += w * series[t - lag];
      }
      value += state.betas[e] * (known + Math.sqrt(unknown) * drawNormal(random));
    });
    return value;
  });
}

function varianceOf(values: Float64Array): number {
  let mean = 0;
  for (const x of values) mean += x;
  mean /= values.length;
  let sum = 0;
  for (const x of values) sum += (x - mean) * (x - mean);
  return sum / Math.max(1, values.length - 1);
}
