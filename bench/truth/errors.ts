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

/** `days` errors of this law, after 100 days of run-in of their own. */
export function drawErrors(chance: Chance, law: ErrorLaw, days: number): Float64Array {
  const rho1 = law.phi1 / (1 - law.phi2);
  const rho2 = law.phi1 * rho1 + law.phi2;
  const shockSd = Math.sqrt((1 - law.white) * Math.max(0, 1 - law.phi1 * rho1 - law.phi2 * rho2));
  const shock = (): number => (law.shocks === "t4" ? chance.studentT(4) : chance.normal());
  const errors = new Float64Array(days);
  let [last, before] = [0, 0];
  for (let t = -100; t < days; t += 1) {
    const now = law.phi1 * last + law.phi2 * before + shockSd * shock();
    before = last;
    last = now;
    if (t >= 0) errors[t] = now + Math.sqrt(law.white) * chance.normal();
  }
  return errors;
}
