/**
 * After how many days does an effect arrive, in the made-up world?
 *
 * Three laws that are not in the engine's dictionary: a shifted gamma density with free shape and scale, a lopsided triangle, and a box
 * of two neighbouring days with unequal weights. Mean delays lie between 0 and about 5 days; states act from the next day on.
 */
import type { Chance } from "./chance.ts";

export interface TrueKernel {
  readonly law: string;
  /** Weight of lag 0, 1, ...; sums to 1. */
  readonly weights: readonly number[];
}

const lags = 12;

/** Draws a kernel that is zero before `smallestLag` days. */
export function drawKernel(chance: Chance, smallestLag: 0 | 1): TrueKernel {
  const law = chance.pick(["gamma", "triangle", "two-day box"]);
  const weigh = drawLaw(law, chance, smallestLag);
  const raw = Array.from({ length: lags }, (_, lag) => (lag < smallestLag ? 0 : weigh(lag)));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return { law, weights: raw.map((weight) => weight / sum) };
}

/** Mean delay of a kernel, days. */
export function meanDelay(weights: readonly number[]): number {
  return weights.reduce((total, weight, lag) => total + weight * lag, 0);
}

function drawLaw(law: string, chance: Chance, smallestLag: number): (lag: number) => number {
  if (law === "two-day box") {
    const first = smallestLag + Math.floor(chance.between(0, 4));
    const share = chance.between(0.3, 0.7);
    return (lag) => (lag === first ? share : lag === first + 1 ? 1 - share : 0);
  }
  if (law === "triangle") {
    const peak = smallestLag + chance.between(0, 3);
    const rise = chance.between(0.4, 1.8);
    const fall = chance.between(1, 3.2);
    return (lag) => Math.max(0, 1 - (lag < peak ? (peak - lag) / rise : (lag - peak) / fall));
  }
  const shift = smallestLag + Math.floor(chance.between(0, 2.5));
  const shape = chance.between(1.3, 3);
  const scale = chance.between(0.45, 1);
  return (lag) => (lag < shift ? 0 : (lag - shift + 0.5) ** (shape - 1) * Math.exp(-(lag - shift + 0.5) / scale));
}
