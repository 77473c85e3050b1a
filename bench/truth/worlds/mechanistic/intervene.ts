/**
 * What does one influence really do in this body, all else as it was?
 *
 * `replay` lives one organ again on the levers and on the other organs as they were, with one of its inputs changed: what comes out differs by the direct effect of
 * that input alone (no detour through another organ, no luck). From it: the kernel (mean response to single pulses) and the sustained effect per unit on
 * the recorded scale. A bent effect has no one slope; the straight line through what the input did over the diary is what a linear method can be right about.
 */
import { momentsOf } from "../../simulate.ts";
import { expectedRecorded, scoreLink } from "../links.ts";
import { sceneRunIn } from "../scene.ts";
import { liveDay, organs, restingState, type Gains, type Organ, type Person } from "./body.ts";
import { ratingRules, type BodyLife } from "./live-body.ts";

export interface Influence {
  readonly gain: keyof Gains;
  readonly from: string;
  readonly to: Organ;
}

/** Every influence that a person may have: the truth has those whose gain is not 0. */
export const influences: readonly Influence[] = [
  { gain: "gutToSkin", from: "gut", to: "skin" },
  { gain: "skinToGut", from: "skin", to: "gut" },
  { gain: "stressToGut", from: "stress", to: "gut" },
  { gain: "stressToSkin", from: "stress", to: "skin" },
  { gain: "sleepToSkin", from: "sleep", to: "skin" },
  { gain: "skinToStress", from: "skin", to: "stress" },
  { gain: "skinToSleep", from: "skin", to: "sleep" },
  { gain: "stressToSleep", from: "stress", to: "sleep" },
  { gain: "fibreToGut", from: "fibre", to: "gut" },
  { gain: "processedToGut", from: "ultraProcessed", to: "gut" },
  { gain: "fermentedToGut", from: "fermented", to: "gut" },
  { gain: "alcoholToGut", from: "alcohol", to: "gut" },
  { gain: "emollientToSkin", from: "emollient", to: "skin" },
  { gain: "calmToStress", from: "calmPractice", to: "stress" },
  { gain: "coffeeToSleep", from: "coffee", to: "sleep" },
];

/** Ratings of one organ (all rows) when the input `from` is `change(value, row)` instead of its value. */
export function replay(
  life: BodyLife,
  person: Person,
  organ: Organ,
  from: string,
  change: (value: number, row: number) => number,
): Float64Array {
  let state = restingState(organ);
  return Float64Array.from({ length: life.rows }, (_, row) => {
    const felt = (name: string): number => {
      if (name === "trigger") return life.triggers.get(organ)?.[row] ?? 0;
      if (name === "dryAir") return life.dryAir[row] ?? 0;
      const value = asFelt(life, name, row);
      return name === from ? change(value, row) : value;
    };
    state = liveDay(organ, person, state, felt);
    return state.rating;
  });
}

/**
 * Change of the recorded rating of `to` for a sustained rise of one unit of `from`: the straight line (least squares over the diary) through what the
 * ups and downs of `from`, felt through this kernel, did. "Did" = the ratings as they were minus those with `from` held at its mean all the time.
 */
export function effectOf(life: BodyLife, person: Person, { from, to }: Influence, kernel: readonly number[]): number {
  const cause = life.exact.get(from) ?? new Float64Array();
  const { mean } = momentsOf(diaryRows(life, cause));
  const { min, max, step, noise } = ratingRules[to];
  const link = scoreLink(min, max, step);
  const recorded = (ratings: Float64Array): Float64Array =>
    diaryRows(life, ratings).map((rating) => expectedRecorded(link, rating, noise));
  const asItWas = recorded(life.exact.get(to) ?? new Float64Array());
  const held = recorded(replay(life, person, to, from, () => mean));
  const did = asItWas.map((value, row) => value - (held[row] ?? 0));
  return slope(diaryRows(life, throughKernel(kernel, cause)), did);
}

/** The same by brute force: a rise and a fall by half an SD, kept up all the time, over what it really moved (no lever falls below nothing). */
export function effectByShift(life: BodyLife, person: Person, { from, to }: Influence): number {
  const half = momentsOf(diaryRows(life, life.exact.get(from) ?? new Float64Array())).sd / 2;
  const shifted = (shift: number): Float64Array =>
    replay(life, person, to, from, (value) => Math.max(0, value + shift));
  const sum = (values: Float64Array): number => diaryRows(life, values).reduce((a, b) => a + b, 0);
  let moved = 0;
  for (let row = sceneRunIn; row < life.rows; row += 1) {
    const value = asFelt(life, from, row);
    moved += value + half - Math.max(0, value - half);
  }
  return (sum(shifted(half)) - sum(shifted(-half))) / moved; // sums over the same rows
}

/** A column as felt through a kernel; before the first row it was as on the first row. */
export function throughKernel(kernel: readonly number[], values: Float64Array): Float64Array {
  return values.map((_, row) =>
    kernel.reduce((sum, weight, lag) => sum + weight * (values[Math.max(0, row - lag)] ?? 0), 0),
  );
}

function slope(x: Float64Array, y: Float64Array): number {
  const [mx, my] = [momentsOf(x).mean, momentsOf(y).mean];
  const together = x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? my) - my), 0);
  return together / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}

/** Days between pulses; the longest lag of the kernel is one less. */
const pulseEvery = 45;

/** Mean response to a pulse of one SD, as shares of its sum. */
export function kernelOf(life: BodyLife, person: Person, { from, to }: Influence): readonly number[] {
  const size = momentsOf(diaryRows(life, life.exact.get(from) ?? new Float64Array())).sd;
  const isState = organs.some((organ) => organ === from);
  const base = life.exact.get(to) ?? new Float64Array();
  // an organ feels yesterday's rating: a rise of the rating of row t is felt on row t + 1
  const pulsed = replay(life, person, to, from, (value, row) =>
    row >= sceneRunIn && (row - (isState ? 1 : 0)) % pulseEvery === 0 ? value + size : value,
  );
  const response = new Float64Array(pulseEvery);
  for (let row = sceneRunIn + pulseEvery; row < life.rows; row += 1) {
    const lag = row % pulseEvery;
    response[lag] = (response[lag] ?? 0) + (pulsed[row] ?? 0) - (base[row] ?? 0);
  }
  const total = response.reduce((sum, value) => sum + value, 0);
  // the last trace of the pulse before would stand at lag 0 of a cause that acts from the next day on
  const shares = [...response].map((value, lag) => (isState && lag === 0 ? 0 : Math.max(0, value / total)));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

function diaryRows(life: BodyLife, values: Float64Array): Float64Array {
  return values.subarray(sceneRunIn, life.rows);
}

/** What an organ feels of this column on this row: levers of today, ratings of yesterday. */
function asFelt(life: BodyLife, name: string, row: number): number {
  const column = life.exact.get(name);
  const organ = organs.find((candidate) => candidate === name);
  if (!organ) return column?.[row] ?? 0;
  return row === 0 ? restingState(organ).rating : (column?.[row - 1] ?? 0);
}
