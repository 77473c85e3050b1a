/**
 * How is a change of an outcome said, with its interval, in few words?
 *
 * "0.6 points lower", "0.6 lower", "unchanged"; intervals "0.3 to 1.1 lower" or, across zero, "1.1 lower to 0.3 higher". Changes
 * that nobody could notice (below a fiftieth of the outcome's own spread) are "unchanged", and ends of intervals have no digits finer
 * than that: more would look surer than it is.
 */
import { numberText } from "./numbers.ts";
import { amountText, moveWord, type Spoken } from "./spoken.ts";

export interface SpokenInterval {
  readonly mean: number;
  readonly low95: number;
  readonly high95: number;
}

/** Share of the outcome's SD below which a change is not worth a number. */
const GRAIN = 0.02;

/** The smallest change of an outcome with this SD that gets a number; 0 when the SD is not known. */
export function grainOf(sd: number): number {
  return sd > 0 && Number.isFinite(sd) ? sd * GRAIN : 0;
}

/** "0.6 points lower", or "unchanged" below the grain. */
export function changeText(value: number, outcome: Spoken, grain: number): string {
  if (isNothing(value, grain)) return "unchanged";
  return `${amountText(tidy(value, grain), outcome.unit)} ${moveWord(outcome, value)}`;
}

/** The same without unit, for the second and third number of a sentence. */
export function shortChange(value: number, outcome: Spoken, grain: number): string {
  if (isNothing(value, grain)) return "unchanged";
  return `${numberText(Math.abs(tidy(value, grain)))} ${moveWord(outcome, value)}`;
}

/** "0.3 to 1.1 lower", "1.1 lower to 0.3 higher", "no change to 0.3 higher", "no change". Without unit. */
export function changeRange(interval: SpokenInterval, outcome: Spoken, grain: number): string {
  const [low, high] = [interval.low95, interval.high95];
  const end = (value: number): string => `${numberText(Math.abs(tidy(value, grain)))} ${moveWord(outcome, value)}`;
  const [lowNothing, highNothing] = [isNothing(low, grain), isNothing(high, grain)];
  if (lowNothing && highNothing) return "no change";
  if (lowNothing) return `no change to ${end(high)}`;
  if (highNothing) return `no change to ${end(low)}`;
  if (low < 0 && high > 0) return `${end(low)} to ${end(high)}`;
  const [near, far] = Math.abs(low) < Math.abs(high) ? [low, high] : [high, low];
  return `${numberText(Math.abs(tidy(near, grain)))} to ${end(far)}`;
}

/** An effect times a step, interval and all; a negative step turns the interval round. */
export function scaled(interval: SpokenInterval, step: number): SpokenInterval {
  const ends = [interval.low95 * step, interval.high95 * step] as const;
  return { mean: interval.mean * step, low95: Math.min(...ends), high95: Math.max(...ends) };
}

/** Rounded to the power of ten at or below the grain; as it is when there is no grain. */
function tidy(value: number, grain: number): number {
  if (!(grain > 0)) return value;
  let places = 0;
  for (let unit = 1; unit > grain && places < 9; unit /= 10) places += 1;
  return Number(value.toFixed(places));
}

function isNothing(value: number, grain: number): boolean {
  return !(Math.abs(value) > grain) || numberText(value) === "0";
}
