/**
 * How does the outcome move by itself? AR(1) state + slow level + white reading noise, on a grid of laws.
 *
 * phi = day-to-day persistence, ratio = variance of the daily push over variance of the reading noise, level = variance of the daily step of a
 * second, never returning state (drift of the person over months), same unit. A level beside phi >= .95 would be the same thing twice, so
 * those laws have none. A priori uniform over phi and ratio; a drifting level is a quarter as likely as none.
 */
import { log } from "../numeric/elementary.ts";

const PHIS: readonly number[] = [0, 0.3, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98, 0.995];
const RATIOS: readonly number[] = [0.03, 0.1, 0.3, 1, 3, 30];
/** Daily variance of the level as a share of one day's variance: over a year it wanders by about .33 or 1.05 outcome SDs. */
const LEVEL_SHARES: readonly number[] = [0, 3e-4, 3e-3];
const MOST_PERSISTENT_WITH_LEVEL = 0.9;
const LEVEL_PRIOR = 0.25;

export interface NoiseLaw {
  readonly phi: number;
  /** Push variance / reading-noise variance. */
  readonly ratio: number;
  /** Variance of the level's daily step / reading-noise variance. */
  readonly level: number;
  /** Variance of one outcome day around its level in units of the reading-noise variance; persistence capped at .95, so that the prior of effects stays on the outcome's own scale. */
  readonly scale: number;
  readonly logPrior: number;
}

export const NOISE_LAWS: readonly NoiseLaw[] = LEVEL_SHARES.flatMap((share) =>
  PHIS.filter((phi) => share === 0 || phi <= MOST_PERSISTENT_WITH_LEVEL).flatMap((phi) =>
    RATIOS.map((ratio) => {
      const capped = Math.min(phi, 0.95);
      const scale = 1 + ratio / (1 - capped * capped);
      return { phi, ratio, level: share * scale, scale, logPrior: share === 0 ? 0 : log(LEVEL_PRIOR) };
    }),
  ),
);
