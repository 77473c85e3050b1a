/**
 * How does a state of the body become the number that is written down?
 *
 * `record` turns the latent state (natural units, any real number) into the recorded value; `expected` is its mean over the link's own chance
 * (Poisson and gamma-Poisson counts). Scores are rounded to their step and cut at their ends, ordered signs have uneven cut points.
 */

export interface Link {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** `luck` is uniform on [0, 1); only counts use it. */
  readonly record: (latent: number, luck: number) => number;
  readonly expected: (latent: number) => number;
  /** True when a latent unit is a recorded unit on (nearly) all days: a wide score in the middle of its scale. */
  readonly plain: boolean;
}

/** A score from `min` to `max` in steps. */
export function scoreLink(min: number, max: number, step: number, plain = true): Link {
  const record = (latent: number): number => Math.min(max, Math.max(min, Math.round(latent / step) * step));
  return { min, max, step, record, expected: record, plain };
}

/** An ordered sign 0, 1, ... : how many of the ascending cut points the latent state has passed. */
export function signLink(cuts: readonly number[]): Link {
  const record = (latent: number): number => cuts.reduce((passed, cut) => passed + (latent > cut ? 1 : 0), 0);
  return { min: 0, max: cuts.length, step: 1, record, expected: record, plain: false };
}

/** One side of another link: `max(0, factor * (value - from))`, as stool form is split into its loose and its hard side. */
export function sideLink(of: Link, from: number, factor: 1 | -1): Link {
  const side = (value: number): number => Math.max(0, factor * (value - from));
  const ends = [side(of.min ?? 0), side(of.max ?? 0)];
  return {
    min: Math.min(...ends),
    max: Math.max(...ends),
    record: (latent, luck) => side(of.record(latent, luck)),
    expected: (latent) => side(of.expected(latent)),
    plain: false,
  };
}

/**
 * Counts with mean exp(latent): Poisson, or gamma-Poisson of this size (variance = mean + mean^2 / size). Drawn by going up the distribution
 * function until it passes `luck`. Latent values are logarithms here.
 */
export function countLink(size = Infinity): Link {
  const record = (latent: number, luck: number): number => {
    const mean = Math.exp(Math.min(6, latent));
    let probability = size === Infinity ? Math.exp(-mean) : (size / (size + mean)) ** size;
    let passed = probability;
    let count = 0;
    while (passed <= luck && count < 2000) {
      probability *= size === Infinity ? mean / (count + 1) : ((count + size) / (count + 1)) * (mean / (size + mean));
      passed += probability;
      count += 1;
    }
    return count;
  };
  return { min: 0, step: 1, record, expected: (latent) => Math.exp(Math.min(6, latent)), plain: false };
}

/** 101 equally likely points of the standard normal (bisection on the distribution function is enough here). */
const normalGrid: readonly number[] = Array.from({ length: 101 }, (_, i) => normalQuantile((i + 0.5) / 101));

/** Mean recorded value when the latent state is `latent` plus a normal error of this SD. */
export function expectedRecorded(link: Link, latent: number, errorSd: number): number {
  let sum = 0;
  for (const z of normalGrid) sum += link.expected(latent + errorSd * z);
  return sum / normalGrid.length;
}

/** Mean and SD of what is recorded when the latent state is normal; 2,000 points, counts with their own variance left out of neither. */
export function recordedMoments(link: Link, mean: number, sd: number): { readonly mean: number; readonly sd: number } {
  const lucks = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];
  const values = normalGrid.flatMap((z) => lucks.map((luck) => link.record(mean + sd * z, luck)));
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length;
  return { mean: centre, sd: Math.sqrt(variance) };
}

/** Quantile of the standard normal by bisection on Abramowitz & Stegun 26.2.17 (error below 1e-5). */
export function normalQuantile(p: number): number {
  let [low, high] = [-8, 8];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function normalBelow(z: number): number {
  if (z < 0) return 1 - normalBelow(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)) * series;
}
