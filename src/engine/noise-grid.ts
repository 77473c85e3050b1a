/**
 * How does the outcome move by itself? AR(1) state plus white reading noise, on a grid of 54 laws.
 *
 * theta = (phi, r): phi = day-to-day persistence, r = variance of the daily push over variance of the reading noise. phi near 1 acts as a slow
 * trend. The grid is uniform a priori; the sampler walks to neighbours on it.
 */

const PHIS: readonly number[] = [0, 0.3, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98, 0.995];
const RATIOS: readonly number[] = [0.03, 0.1, 0.3, 1, 3, 30];

export interface NoiseLaw {
  readonly phi: number;
  /** Push variance / reading-noise variance. */
  readonly ratio: number;
  /** Variance of one outcome day around its mean in units of the reading-noise variance; persistence capped at .95, so that the prior of effects stays on the outcome's own scale. */
  readonly scale: number;
}

export const NOISE_LAWS: readonly NoiseLaw[] = PHIS.flatMap((phi) =>
  RATIOS.map((ratio) => {
    const capped = Math.min(phi, 0.95);
    return { phi, ratio, scale: 1 + ratio / (1 - capped * capped) };
  }),
);

/** Indices of the laws one step away in phi or in ratio. */
export function neighboursOf(law: number): readonly number[] {
  const i = Math.floor(law / RATIOS.length);
  const k = law % RATIOS.length;
  const out: number[] = [];
  if (i > 0) out.push(law - RATIOS.length);
  if (i < PHIS.length - 1) out.push(law + RATIOS.length);
  if (k > 0) out.push(law - 1);
  if (k < RATIOS.length - 1) out.push(law + 1);
  return out;
}
