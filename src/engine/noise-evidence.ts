/**
 * How well does each noise law explain the outcome when these causes, and no others, are in the equation?
 *
 * Log marginal likelihood plus log prior of all laws with only the always-in columns: starts the chains, proposes laws, and picks the law for the heavy-tail check.
 */
import { log } from "../numeric/elementary.ts";
import { createFilter, whitenInPlace, type NoiseScales } from "./filter.ts";
import { createFixedPart, inner } from "./fixed-part.ts";
import { NOISE_LAWS } from "./noise-grid.ts";

/** Laws this many nats behind the best are not looked at again. */
const HOPELESS = 9;

/** One value per law of NOISE_LAWS. `y` n values, `fixed` columns of n. Laws for which `wanted` is false get -Infinity. O(laws * n * columns^2). */
export function noiseEvidence(
  days: Int32Array,
  y: Float64Array,
  fixed: readonly Float64Array[],
  scales: NoiseScales | null,
  wanted: (law: number) => boolean = () => true,
): Float64Array {
  return Float64Array.from(NOISE_LAWS, (law, index) => {
    if (!wanted(index)) return -Infinity;
    const filter = createFilter(law, days, scales);
    const fixedPart = createFixedPart(filter, fixed);
    const white = y.slice();
    whitenInPlace(filter, white, 0);
    fixedPart.projectInPlace(white, 0);
    const freedom = y.length - fixedPart.rank;
    return law.logPrior + filter.logDet + fixedPart.logDet - 0.5 * freedom * log(Math.max(inner(white, white), 1e-300));
  });
}

/** A sixth of the laws, without a wandering level: enough to judge a transform or for a first look. */
export function fewLaws(law: number): boolean {
  return law % 3 === 1 && NOISE_LAWS[law].level === 0;
}

/** Which laws are worth a second look with edges in: those within reach of the best. */
export function plausibleLaws(evidence: Float64Array): (law: number) => boolean {
  const best = evidence[bestLaw(evidence)];
  return (law) => evidence[law] > best - HOPELESS;
}

/** Index of the largest value; the first of equals. */
export function bestLaw(evidence: Float64Array): number {
  let best = 0;
  evidence.forEach((value, law) => {
    if (value > evidence[best]) best = law;
  });
  return best;
}
