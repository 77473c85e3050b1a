/**
 * How well does each noise law explain the outcome when no cause is considered?
 *
 * Log marginal likelihood of all 54 laws with only the always-in columns: starts the chains, proposes laws, and picks the law for the heavy-tail check.
 */
import { log } from "../numeric/elementary.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import { whitenSystem, type NoiseScales } from "./whiten.ts";

/** One value per law of NOISE_LAWS. `y` n values, `fixed` columns of n. O(laws * n * columns^2). */
export function noiseEvidence(
  days: Int32Array,
  y: Float64Array,
  fixed: readonly Float64Array[],
  scales: NoiseScales | null,
): Float64Array {
  const none = new Float64Array(0);
  return Float64Array.from(NOISE_LAWS, (law) => {
    const system = whitenSystem(law, days, scales, y, fixed, none);
    return system.logDet - 0.5 * system.freedom * log(Math.max(system.yy, 1e-300));
  });
}

/** Index of the largest value; the first of equals. */
export function bestLaw(evidence: Float64Array): number {
  let best = 0;
  evidence.forEach((value, law) => {
    if (value > evidence[best]) best = law;
  });
  return best;
}
