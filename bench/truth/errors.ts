/**
 * How does an outcome move when nothing known moves it?
 *
 * Unit-variance errors: a persistent part plus white noise. The persistent part is AR(1) with normal or heavy-tailed (t, 4 df) shocks, or
 * AR(2) (a law that the engine does not have). The oracle is told the exact autocovariance.
 */
import type { Chance } from "./chance.ts";

export interface ErrorLaw {
  readonly phi1: number;
  readonly phi2: number;
  /** Share of the variance that is white. */
  readonly white: number;
  readonly shocks: "normal" | "t4";
}

/** An error law as diaries have them: persistence .2-.8, a fifth to a half white, some heavy-tailed, some AR(2). */
export function drawErrorLaw(chance: Chance): ErrorLaw {
  const white = chance.between(0.2, 0.5);
  const kind = chance.uniform();
  if (kind < 0.2) return { phi1: chance.between(0.3, 0.6), phi2: chance.between(0.1, 0.3), white, shocks: "normal" };
  return { phi1: chance.between(0.2, 0.8), phi2: 0, white, shocks: kind < 0.5 ? "t4" : "normal" };
}

/** Autocovariance of the unit-variance error at lags 0 .. count-1. */
export function autocovariance(law: ErrorLaw, count: number): Float64Array {
  const rho = new Float64Array(count);
  rho[0] = 1;
  if (count > 1) rho[1] = law.phi1 / (1 - law.phi2);
  for (let k = 2; k < count; k += 1) rho[k] = law.phi1 * (rho[k - 1] ?? 0) + law.phi2 * (rho[k - 2] ?? 0);
  return rho.map((value, k) => (k === 0 ? 1 : (1 - law.white) * value));
}

/** Numbers of so many days, and the same series carried on from its last day with other chance. */
export interface Series {
  readonly values: Float64Array;
  readonly further: (chance: Chance, days: number) => Float64Array;
}

/** `days` errors of this law, after 100 days of run-in of their own. */
export function drawErrors(chance: Chance, law: ErrorLaw, days: number): Series {
  const rho1 = law.phi1 / (1 - law.phi2);
  const rho2 = law.phi1 * rho1 + law.phi2;
  const shockSd = Math.sqrt((1 - law.white) * Math.max(0, 1 - law.phi1 * rho1 - law.phi2 * rho2));
  let [last, before] = [0, 0];
  const step = (from: Chance): number => {
    const shock = law.shocks === "t4" ? from.studentT(4) : from.normal();
    const now = law.phi1 * last + law.phi2 * before + shockSd * shock;
    before = last;
    last = now;
    return now;
  };
  const further = (from: Chance, count: number): Float64Array =>
    Float64Array.from({ length: count }, () => step(from) + Math.sqrt(law.white) * from.normal());
  for (let t = 0; t < 100; t += 1) step(chance);
  return { values: further(chance, days), further };
}

/** Autocovariance of a long run at lags 0 .. count-1, times 1 - lag / count, so that it is a covariance for any set of days. */
export function sampleAutocovariance(values: Float64Array, count: number): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Float64Array.from({ length: count }, (_, lag) => {
    let sum = 0;
    for (let t = lag; t < values.length; t += 1)
      sum += ((values[t] ?? mean) - mean) * ((values[t - lag] ?? mean) - mean);
    return (sum / values.length) * (1 - lag / count);
  });
}
