/**
 * How are the numbers of one outcome to be read: exact, rounded with piles at the ends, a few ordered levels, a count, yes or no?
 *
 * The fitted outcome is z = (g(y) - centre) / spread with g chosen by log evidence (Jacobian included). Where many values sit at an end of their scale, or
 * the scale is coarse, y is not z itself but tells bounds of z: value v on a grid of step h means g(v - h/2) <= z <= g(v + h/2), without a
 * lower bound at the floor and an upper one at the ceiling. Few-level signs are thus an ordered probit with equal cut-points, counts a rounded
 * log-normal (overdispersed, any mean). Yes/no is read as 0 and 1: effects are changes of its probability (decision 012).
 * Stool form 1-7 is not one outcome (1 and 7 are both bad): see `stool-sides.ts`.
 */
import { exp, log } from "../numeric/elementary.ts";
import { normalCdf } from "../numeric/normal.ts";
import type { DailyColumn } from "../daily/table.ts";
import type { OutcomeLink } from "./posterior.ts";
import { identity, logit, logOnePlus, squareRoot, type Transform } from "./transform.ts";

/** Share of days at an end of the scale from which on the pile is modelled. */
const PILE = 0.03;
/** The same for a floor that nobody declared: a score that lives at 0. */
const UNDECLARED_PILE = 0.1;
/** A pile this tall is no tail of a lopsided distribution. */
const TALL_PILE = 0.1;
/** A step wider than this many SDs is coarse. */
const COARSE = 1.2;
/** Log evidence that a transform must bring over the plain scale; counts are expected to need theirs. */
const TRANSFORM_GAIN = 6;
const COUNT_GAIN = -2;
const MOST_CUTS = 24;
const FEW_LEVELS = 8;

/** How one outcome is read. All z in SDs of g(recorded values) around their mean. */
export interface OutcomeReading {
  readonly link: OutcomeLink;
  /** Natural value -> z, and back within the ends of the scale. */
  readonly fitted: (natural: number) => number;
  readonly natural: (z: number) => number;
  /** Value that would be written down for z: on the grid where the scale is coarse or has piles, within its ends. */
  readonly recorded: (z: number) => number;
  /** SD of the recorded natural values. */
  readonly sd: number;
  /** Mean over the recorded days of dy/dz, in `sd`; used when values are exact. */
  readonly slope: number;
  /** The same for a normal z of mean 0 and SD 1, bounds counted: what turns natural effects that are believed beforehand into fitted ones. */
  readonly marginalSlope: number;
  /** Bounds of z for each of the n recorded values; null = values are exact. */
  readonly bounds: { readonly low: Float64Array; readonly high: Float64Array } | null;
  /** Cut-points of z and the jump of the natural value (in `sd`) at each; empty = too fine for jumps. */
  readonly cuts: readonly { readonly at: number; readonly jump: number }[];
  readonly floor: number;
  readonly ceiling: number;
}

/** `values`: n recorded values (no NaN) of the column, at least 2 different. `evidence(z)`: log marginal of standardised values under the best noise law. Cost: up to 4 evidences. */
export function readOutcome(
  column: DailyColumn,
  values: Float64Array,
  evidence: (z: Float64Array) => number,
): OutcomeReading {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const step = stepOf(column, sorted);
  const low = lowEnd(column, values, sorted[0]);
  const top = sorted[sorted.length - 1];
  const yesNo = sorted.length === 2 && sorted[0] === 0 && top === 1 && (column.max ?? 1) === 1;
  const high = yesNo ? 1 : (column.max ?? Infinity);
  const floor = yesNo ? 0 : low;
  const atFloor = shareOf(values, (v) => v <= floor);
  const atCeiling = shareOf(values, (v) => v >= high);
  const sd = momentsOf(values).sd;
  const counts = !yesNo && (column.measure === "count" || (high === Infinity && floor === 0 && step === 1));
  // a pile is modelled by bounds; judged by its exact values it would ask for a bent scale that it does not need
  const piled = Math.max(atFloor, atCeiling) >= TALL_PILE;
  const transform =
    yesNo || (piled && !counts)
      ? identity
      : piled
        ? logOnePlus(floor)
        : chooseTransform(values, floor, high, counts, evidence);
  const coarse = step !== null && step > COARSE * sd;
  const bounded = !yesNo && (coarse || atFloor >= PILE || atCeiling >= PILE);
  const g = values.map((v) => transform.forward(v));
  const { mean: centre, sd: spread } = momentsOf(g);
  const fitted = (v: number): number => (transform.forward(v) - centre) / spread;
  const half = step === null ? 0 : step / 2;
  const origin = column.min ?? 0;
  let slope = 0;
  for (const v of values) slope += spread / transform.slope(v) / sd / values.length;
  const few = step !== null && sorted.length <= FEW_LEVELS;
  const cuts =
    bounded && step !== null ? cutsOf(Math.max(floor, sorted[0]), Math.min(high, top), step, fitted, sd) : [];
  return {
    link: {
      type: yesNo ? "yes-no" : transform.name === "log1p" ? "count" : !bounded ? "exact" : few ? "ordered" : "rounded",
      transform: transform.name,
      atFloor,
      atCeiling,
    },
    fitted,
    natural: (z) => Math.min(high, Math.max(floor, transform.backward(centre + spread * z))),
    recorded: (z) => {
      const y = Math.min(high, Math.max(floor, transform.backward(centre + spread * z)));
      if (yesNo) return y > 0.5 ? 1 : 0;
      return bounded && step !== null ? origin + step * Math.round((y - origin) / step) : y;
    },
    sd,
    slope,
    bounds: bounded
      ? {
          low: values.map((v) => (v <= floor ? -Infinity : fitted(v - half))),
          high: values.map((v) => (v >= high ? Infinity : fitted(v + half))),
        }
      : null,
    cuts,
    marginalSlope: bounded ? marginalSlope(cuts, slope, floor, high, fitted) : slope,
    floor: floor === -Infinity ? -Infinity : fitted(floor),
    ceiling: high === Infinity ? Infinity : fitted(high),
  };
}

/** Mean slope of the natural value over a standard normal z. */
function marginalSlope(
  cuts: OutcomeReading["cuts"],
  slope: number,
  floor: number,
  high: number,
  fitted: (v: number) => number,
): number {
  if (cuts.length > 0) {
    return cuts.reduce((sum, cut) => sum + cut.jump * INVERSE_ROOT_TWO_PI * exp(-0.5 * cut.at * cut.at), 0);
  }
  const above = high === Infinity ? 1 : normalCdf(fitted(high));
  const below = floor === -Infinity ? 0 : normalCdf(fitted(floor));
  return slope * Math.max(0.05, above - below);
}

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

/** The grid that all values lie on: the declared step, else the widest of a few usual ones; null = none. */
function stepOf(column: DailyColumn, sorted: readonly number[]): number | null {
  const steps = column.step === undefined ? [1, 0.5, 0.25, 0.1] : [column.step];
  const origin = column.min ?? 0;
  const span = sorted[sorted.length - 1] - sorted[0];
  for (const step of steps) {
    // numbers that all lie within one step (tiny units) are on no grid of it
    if (span < step / 2) continue;
    if (sorted.every((v) => Math.abs((v - origin) / step - Math.round((v - origin) / step)) < 1e-6)) return step;
  }
  return null;
}

/** Declared lowest value, or 0 where the values pile up on it; -Infinity = none. */
function lowEnd(column: DailyColumn, values: Float64Array, smallest: number): number {
  if (column.min !== undefined) return column.min;
  return smallest === 0 && shareOf(values, (v) => v === 0) >= UNDECLARED_PILE ? 0 : -Infinity;
}

function chooseTransform(
  values: Float64Array,
  low: number,
  high: number,
  counts: boolean,
  evidence: (z: Float64Array) => number,
): Transform {
  const { sd } = momentsOf(values);
  const options: Transform[] = [];
  if (low > -Infinity) options.push(squareRoot(low, 0.05 * sd));
  if (counts) options.push(logOnePlus(low));
  if (low > -Infinity && high < Infinity) options.push(logit(low, high));
  if (options.length === 0 || !skewed(values)) return identity;
  const score = (transform: Transform): number => {
    const g = values.map((v) => transform.forward(v));
    const { mean, sd: spread } = momentsOf(g);
    if (!(spread > 0)) return -Infinity;
    let jacobian = 0;
    for (const v of values) jacobian += log(transform.slope(v));
    return evidence(g.map((x) => (x - mean) / spread)) - values.length * log(spread) + jacobian;
  };
  const base = score(identity);
  let best = identity;
  let bestGain = 0;
  for (const option of options) {
    const gain = score(option) - base - (option.name === "log1p" ? COUNT_GAIN : TRANSFORM_GAIN);
    if (gain > bestGain) {
      best = option;
      bestGain = gain;
    }
  }
  return best;
}

/** Only a lopsided outcome is worth the look: third moment beyond .5 SDs cubed. */
function skewed(values: Float64Array): boolean {
  const { mean, sd } = momentsOf(values);
  let third = 0;
  for (const v of values) {
    const u = (v - mean) / sd;
    third += u * u * u;
  }
  return Math.abs(third / values.length) > 0.5;
}

/** Middle points between neighbouring levels; at most MOST_CUTS, then each stands for several. */
function cutsOf(
  from: number,
  to: number,
  step: number,
  fitted: (v: number) => number,
  sd: number,
): OutcomeReading["cuts"] {
  const levels = Math.round((to - from) / step);
  const every = Math.ceil(levels / MOST_CUTS);
  const cuts: { at: number; jump: number }[] = [];
  for (let k = 0; k < levels; k += every) {
    const width = Math.min(every, levels - k);
    cuts.push({ at: fitted(from + (k + width / 2) * step), jump: (width * step) / sd });
  }
  return cuts;
}

function shareOf(values: Float64Array, holds: (v: number) => boolean): number {
  let count = 0;
  for (const v of values) if (holds(v)) count += 1;
  return count / values.length;
}

/** Mean and SD (n - 1). */
export function momentsOf(values: Float64Array): { readonly mean: number; readonly sd: number } {
  let sum = 0;
  for (const v of values) sum += v;
  const mean = sum / values.length;
  let squares = 0;
  for (const v of values) squares += (v - mean) * (v - mean);
  return { mean, sd: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}
