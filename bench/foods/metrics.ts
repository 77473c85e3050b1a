/**
 * How good are numbers that were guessed?
 *
 * Mean absolute error, correlation, coverage of intervals, calibration by tenths and a bootstrap that keeps a person's days together. All plain
 * functions of pairs; a pair with an unknown side is left out by the caller, never counted as 0.
 */
import { chanceOf } from "../truth/chance.ts";

/** A guess and what was true, in the same unit. */
export interface Pair {
  readonly guess: number;
  readonly truth: number;
  /** Whose day it is; resampled together. */
  readonly person: string;
}

/** A value with its central 95 % bootstrap interval. */
export interface Spread {
  readonly value: number;
  readonly low95: number;
  readonly high95: number;
}

/** NaN for an empty list. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle value, or the mean of the two in the middle. NaN for an empty list. */
export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** The value below which this share lies (nearest rank, `share` in 0-1). NaN for an empty list. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export function meanAbsoluteError(pairs: readonly Pick<Pair, "guess" | "truth">[]): number {
  return mean(pairs.map(({ guess, truth }) => Math.abs(guess - truth)));
}

/** Pearson's r; 0 when one side does not vary. NaN below two pairs. */
export function correlation(pairs: readonly Pick<Pair, "guess" | "truth">[]): number {
  if (pairs.length < 2) return Number.NaN;
  const x = mean(pairs.map((pair) => pair.guess));
  const y = mean(pairs.map((pair) => pair.truth));
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const { guess, truth } of pairs) {
    xx += (guess - x) ** 2;
    yy += (truth - y) ** 2;
    xy += (guess - x) * (truth - y);
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

/** Share of the pairs whose guess is within a factor of the truth; pairs with truth <= 0 do not count. A guess <= 0 is outside. */
export function shareWithinFactor(pairs: readonly Pick<Pair, "guess" | "truth">[], factor: number): number {
  const counted = pairs.filter((pair) => pair.truth > 0);
  return shareOf(counted, ({ guess, truth }) => guess > 0 && guess / truth <= factor && truth / guess <= factor);
}

/** Share of the items for which it holds. NaN for an empty list. */
export function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? Number.NaN : items.filter(holds).length / items.length;
}

/**
 * Central interval of a non-negative quantity of this mean and SD that covers `z` normal SDs each side on the log scale (z = 1.2816: 80 %):
 * the lognormal of the same mean and variance. Mean 0: [0, 0].
 */
export function lognormalInterval(
  mean: number,
  sd: number,
  z = 1.2815515655446004,
): readonly [low: number, high: number] {
  if (mean <= 0) return [0, 0];
  const variance = Math.log(1 + (sd / mean) ** 2);
  const median = mean / Math.exp(variance / 2);
  const reach = Math.exp(z * Math.sqrt(variance));
  return [median / reach, median * reach];
}

/** One tenth of the stated probabilities: how sure on average, how often right. */
export interface Tenth {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly stated: number;
  readonly right: number;
}

/** Stated probabilities against what was right, by tenths (the last holds 1); empty tenths are left out. */
export function calibrationTenths(
  answers: readonly { readonly probability: number; readonly isRight: boolean }[],
): readonly Tenth[] {
  return Array.from({ length: 10 }, (_, at) => {
    const inside = answers.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === at);
    return {
      from: at / 10,
      to: (at + 1) / 10,
      count: inside.length,
      stated: mean(inside.map((answer) => answer.probability)),
      right: shareOf(inside, (answer) => answer.isRight),
    };
  }).filter((tenth) => tenth.count > 0);
}

/** Mean distance between stated and right over all answers, weighted by tenths (expected calibration error). */
export function calibrationError(tenths: readonly Tenth[]): number {
  const count = tenths.reduce((sum, tenth) => sum + tenth.count, 0);
  return tenths.reduce((sum, tenth) => sum + (tenth.count / count) * Math.abs(tenth.stated - tenth.right), 0);
}

/**
 * A statistic of days with its 95 % interval: people are drawn with replacement, then each drawn person's days (two-stage bootstrap), so days of
 * one person are not taken for independent. Deterministic in `name`. Few people make it rough; the page says how many.
 */
export function clusteredSpread<T extends { readonly person: string }>(
  days: readonly T[],
  statistic: (days: readonly T[]) => number,
  name: string,
  resamples = 2000,
): Spread {
  const byPerson = groupedBy(days, (day) => day.person);
  const people = [...byPerson.values()];
  const chance = chanceOf(`foods ${name}`);
  const draw = <U>(items: readonly U[]): readonly U[] => items.map(() => chance.pick(items));
  const values = Array.from({ length: resamples }, () => statistic(draw(people).flatMap((own) => draw(own))));
  const finite = values.filter((value) => Number.isFinite(value));
  return { value: statistic(days), low95: quantile(finite, 0.025), high95: quantile(finite, 0.975) };
}

/** Items by key, in the order of their first appearance. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
