/**
 * What did the made-up person live through, day by day?
 *
 * Levers are drawn first; then every day each state is its mean + weekday + drift + effects of past days + error, rounded and cut to its
 * scale. Effects act through the values as a person would have rated them, so the true effect per unit is exact. The error is scaled so that
 * the outcome's SD comes out near its target; what it really became is measured afterwards and given as `effectSd`.
 */
import type { Chance } from "./chance.ts";
import { pairKey } from "./diary.ts";
import { autocovariance, drawErrors, type Series } from "./errors.ts";
import type { TrueKernel } from "./kernels.ts";
import { drawLevers } from "./levers.ts";
import { states, type World } from "./world.ts";

export interface StateScale {
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface Life {
  /** Run-in days first. */
  readonly complete: ReadonlyMap<string, Float64Array>;
  readonly runIn: number;
  readonly scales: ReadonlyMap<string, StateScale>;
  /** Exact effects per natural unit, by `from>to`. */
  readonly effects: ReadonlyMap<string, number>;
  readonly errorAutocovariance: ReadonlyMap<string, Float64Array>;
  /** The `daysAhead` days after the diary, of every state. */
  readonly future: ReadonlyMap<string, Float64Array>;
}

export const runIn = 30;
/** So many days after the diary are lived too: forecasts are scored on them. */
export const daysAhead = 14;

interface Push {
  readonly cause: Float64Array;
  readonly causeMean: number;
  readonly effect: number;
  readonly weights: readonly number[];
}

/**
 * Lives the run-in, the diary's days and the days after it. Weekday 0 = Monday of row `t` (run-in included). What happens after the last diary day
 * comes from `chanceAhead` alone, so that the diary does not depend on how far ahead one looks.
 */
export function live(
  chance: Chance,
  chanceAhead: Chance,
  world: World,
  kernels: ReadonlyMap<string, TrueKernel>,
  weekday: (t: number) => number,
): Life {
  const total = runIn + world.days;
  const levers = drawLevers(chance, total, weekday, world);
  const scales = new Map(states.map((state) => [state, drawScale(chance, state)] as const));
  const lived = new Map([...levers].map(([name, series]) => [name, carriedOn(series, chanceAhead)] as const));
  for (const state of states) lived.set(state, new Float64Array(total + daysAhead).fill(scaleOf(scales, state).mean));
  const effects = new Map<string, number>();
  const pushes = new Map<string, Push[]>();
  for (const edge of world.edges) {
    const cause = columnOf(lived, edge.from);
    const moments = states.includes(edge.from) ? scaleOf(scales, edge.from) : momentsOf(cause.subarray(0, total));
    const effect = (edge.d * scaleOf(scales, edge.to).sd) / moments.sd;
    const weights = kernels.get(pairKey(edge.from, edge.to))?.weights ?? [];
    effects.set(pairKey(edge.from, edge.to), effect);
    pushes.set(edge.to, [...(pushes.get(edge.to) ?? []), { cause, causeMean: moments.mean, effect, weights }]);
  }
  const errorAutocovariance = new Map<string, Float64Array>();
  const quiet = states.map((state) => {
    const scale = scaleOf(scales, state);
    const law = world.errors.get(state) ?? { phi1: 0.5, phi2: 0, white: 0.3, shocks: "normal" as const };
    const pattern = Array.from({ length: 7 }, () => world.weekdaySd * chance.normal());
    const drift = world.drift * chance.between(-1, 1);
    const errorSd =
      scale.sd *
      Math.sqrt(Math.max(0.25, 1 - explained(world, kernels, state) - world.weekdaySd ** 2 - drift ** 2 / 12));
    const errors = carriedOn(drawErrors(chance, law, total), chanceAhead);
    const covariance = autocovariance(law, total).map((value) => value * errorSd ** 2);
    covariance[0] = (covariance[0] ?? 0) + scale.step ** 2 / 12; // rounding to the scale
    errorAutocovariance.set(state, covariance);
    const level = (t: number): number =>
      scale.mean + scale.sd * ((pattern[weekday(t)] ?? 0) + drift * (t / total - 0.5)) + errorSd * (errors[t] ?? 0);
    return { state, scale, level, values: columnOf(lived, state), pushes: pushes.get(state) ?? [] };
  });
  for (let t = 0; t < total + daysAhead; t += 1) {
    for (const { scale, level, values, pushes: into } of quiet) {
      const z = into.reduce((sum, push) => sum + pushed(push, t), level(t));
      values[t] = Math.min(scale.max, Math.max(scale.min, Math.round(z / scale.step) * scale.step));
    }
  }
  const complete = new Map([...lived].map(([name, values]) => [name, values.slice(0, total)] as const));
  const future = new Map(states.map((state) => [state, columnOf(lived, state).slice(total)] as const));
  return { complete, runIn, scales, effects, errorAutocovariance, future };
}

function carriedOn(series: Series, chanceAhead: Chance): Float64Array {
  return Float64Array.from([...series.values, ...series.further(chanceAhead, daysAhead)]);
}

function pushed(push: Push, t: number): number {
  let sum = 0;
  for (let lag = 0; lag < push.weights.length && lag <= t; lag += 1) {
    sum += (push.weights[lag] ?? 0) * ((push.cause[t - lag] ?? push.causeMean) - push.causeMean);
  }
  return push.effect * sum;
}

/** Share of the outcome's variance that its causes bring, taking causes as white. */
function explained(world: World, kernels: ReadonlyMap<string, TrueKernel>, state: string): number {
  return world.edges
    .filter((edge) => edge.to === state)
    .reduce((sum, edge) => {
      const weights = kernels.get(pairKey(edge.from, edge.to))?.weights ?? [];
      return sum + edge.d ** 2 * weights.reduce((total, weight) => total + weight ** 2, 0);
    }, 0);
}

function drawScale(chance: Chance, state: string): StateScale {
  if (state === "sleep")
    return { mean: chance.between(6.6, 7.6), sd: chance.between(0.7, 1.1), min: 0, max: 14, step: 0.25 };
  return { mean: chance.between(4, 5.5), sd: chance.between(1.4, 1.9), min: 0, max: 10, step: 1 };
}

function scaleOf(scales: ReadonlyMap<string, StateScale>, state: string): StateScale {
  const scale = scales.get(state);
  if (!scale) throw new Error(`no scale for ${state}`);
  return scale;
}

function columnOf(columns: ReadonlyMap<string, Float64Array>, name: string): Float64Array {
  const column = columns.get(name);
  if (!column) throw new Error(`no column ${name}`);
  return column;
}

/** Mean and SD of the numbers that are recorded. */
export function momentsOf(values: Float64Array): { readonly mean: number; readonly sd: number } {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1);
  return { mean, sd: Math.sqrt(variance) };
}
