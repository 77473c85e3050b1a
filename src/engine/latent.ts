/**
 * What was the outcome behind a value that tells only bounds: a score at its floor, a coarse sign, a count, yes or no, a day that was skipped?
 *
 * Data augmentation (Albert & Chib 1993, JASA 88:669-679): given edges, noise law and the slow path of the outcome, every day's z is a normal truncated to
 * its bounds. One redraw = fixed part, slow path, z. The natural effect of a small change of z is averaged over the days:
 * dE[y]/dz = sum over cut-points of jump * normal density, or P(inside the scale) when the scale is fine.
 */
import type { Random } from "../base/random.ts";
import { exp, log } from "../numeric/elementary.ts";
import { drawNormal, normalCdf, normalQuantile } from "../numeric/normal.ts";
import type { ChainState, LatentOutcome } from "./chain-record.ts";
import type { Design } from "./design.ts";
import { whitenInPlace } from "./filter.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import type { NoiseSystem } from "./noise-system.ts";
import { drawSlowPath } from "./state-path.ts";

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;
/** The largest number below 1: a probability that rounds up to 1 would be a value without end. */
const BELOW_ONE = 1 - 1.1102230246251565e-16;

/** null when every value is exact. `signalOf`: n contributions of the state's edges. */
export function createLatent(design: Design, signalOf: (state: ChainState) => Float64Array): LatentOutcome | null {
  const { reading, days, scales, fixed, low, high, shift } = design;
  if (low === null || high === null) return null;
  const n = days.length;
  return { shift, redraw };

  function redraw(state: ChainState, system: NoiseSystem, random: Random): { y: Float64Array; slope: number } {
    if (low === null || high === null) return { y: state.y, slope: 1 };
    const law = NOISE_LAWS[state.law];
    const sigma = Math.sqrt(state.sigma2);
    const mean = signalOf(state);
    // unknown values are drawn without their shift and shifted afterwards: a shift that fed the path would grow from draw to draw
    const rest = state.y.map((value, i) => value - mean[i] - (shift ? shift[i] : 0));
    const white = rest.slice();
    whitenInPlace(system.filter, white, 0);
    const coefficients = system.fixedPart.drawCoefficients(white, sigma, random);
    for (let c = 0; c < coefficients.length; c++) {
      if (coefficients[c] === 0) continue;
      for (let i = 0; i < n; i++) {
        const part = coefficients[c] * fixed[c][i];
        rest[i] -= part;
        mean[i] += part;
      }
    }
    const path = drawSlowPath(law, days, scales, rest, sigma, random);
    const y = new Float64Array(n);
    let slope = 0;
    let told = 0;
    for (let i = 0; i < n; i++) {
      const centre = mean[i] + path[i];
      const spread = sigma * (scales ? Math.sqrt(scales.reading[i]) : 1);
      const away = shift ? shift[i] : 0;
      y[i] = low[i] === high[i] ? low[i] : away + drawBetween(centre, spread, low[i], high[i], random);
      if (away !== 0) continue;
      slope += slopeAt(centre, spread);
      told += 1;
    }
    return { y, slope: slope / Math.max(1, told) };
  }

  function slopeAt(centre: number, spread: number): number {
    const { cuts, floor, ceiling } = reading;
    if (cuts.length === 0) {
      const above = ceiling === Infinity ? 1 : normalCdf((ceiling - centre) / spread);
      const below = floor === -Infinity ? 0 : normalCdf((floor - centre) / spread);
      return reading.slope * (above - below);
    }
    let sum = 0;
    for (const cut of cuts) {
      const u = (cut.at - centre) / spread;
      if (u * u < 60) sum += (cut.jump * INVERSE_ROOT_TWO_PI * exp(-0.5 * u * u)) / spread;
    }
    return sum;
  }
}

/** A normal (mean, sd) cut to [low, high]; by its quantile in the middle, by Robert's (1995) exponential rejection in the tails. */
export function drawBetween(mean: number, sd: number, low: number, high: number, random: Random): number {
  const a = (low - mean) / sd;
  const b = (high - mean) / sd;
  if (a === -Infinity && b === Infinity) return mean + sd * drawNormal(random);
  if (a > 4) return mean + sd * tail(a, b, random);
  if (b < -4) return mean - sd * tail(-b, -a, random);
  // above the middle probabilities have no digits left near 1: the mirror image does
  return a > 0 ? mean - sd * byQuantile(-b, -a, random) : mean + sd * byQuantile(a, b, random);
}

/** Standard normal cut to [a, b], a <= 0, b >= -4. */
function byQuantile(a: number, b: number, random: Random): number {
  const pa = a === -Infinity ? 0 : normalCdf(a);
  const pb = b === Infinity ? 1 : normalCdf(b);
  const p = Math.min(pa + random.uniform() * (pb - pa), BELOW_ONE);
  return Math.min(b, Math.max(a, normalQuantile(p)));
}

/** Standard normal cut to [a, b], a > 0 large. */
function tail(a: number, b: number, random: Random): number {
  const rate = (a + Math.sqrt(a * a + 4)) / 2;
  for (let tries = 0; tries < 1000; tries++) {
    // exponential from a, cut at b
    const reach = b === Infinity ? 1 : 1 - exp(-rate * (b - a));
    const x = a - log(1 - random.uniform() * reach) / rate;
    if (random.uniform() <= exp(-0.5 * (x - rate) * (x - rate))) return Math.min(x, b);
  }
  return a;
}
