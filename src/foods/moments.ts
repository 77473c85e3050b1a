/**
 * How do uncertain amounts add, mix and multiply?
 *
 * Mean and variance of each, taken as independent. Products of lognormal factors: (1 + v1/m1^2)(1 + v2/m2^2) - 1 is the squared relative error.
 * A mixture ("this food or that one") has the variance within its parts and the variance between them.
 */
import { exp } from "../numeric/elementary.ts";

/** Mean and variance of one amount. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

export const nothing: Moments = { mean: 0, variance: 0 };

/** Lognormal with this median and SD of the logarithm. */
export function lognormal(median: number, logSd: number): Moments {
  const spread = exp(logSd * logSd);
  const mean = median * Math.sqrt(spread);
  return { mean, variance: mean * mean * (spread - 1) };
}

/** This mean, with a relative error of so much (SD of the logarithm). */
export function withLogError(mean: number, logSd: number): Moments {
  return { mean, variance: mean * mean * (exp(logSd * logSd) - 1) };
}

export function addMoments(a: Moments, b: Moments): Moments {
  return { mean: a.mean + b.mean, variance: a.variance + b.variance };
}

/** The same amount so many times as large. */
export function scaleMoments({ mean, variance }: Moments, factor: number): Moments {
  return { mean: mean * factor, variance: variance * factor * factor };
}

/** Product of two independent amounts. */
export function multiplyMoments(a: Moments, b: Moments): Moments {
  const [aa, bb] = [a.mean * a.mean, b.mean * b.mean];
  return { mean: a.mean * b.mean, variance: aa * b.variance + bb * a.variance + a.variance * b.variance };
}

/** One of several, with these probabilities; what is missing to 1 is nothing at all. */
export function mixMoments(parts: readonly { readonly probability: number; readonly moments: Moments }[]): Moments {
  let mean = 0;
  let square = 0;
  for (const { probability, moments } of parts) {
    mean += probability * moments.mean;
    square += probability * (moments.variance + moments.mean * moments.mean);
  }
  return { mean, variance: Math.max(0, square - mean * mean) };
}
