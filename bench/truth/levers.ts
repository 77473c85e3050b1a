/**
 * What do the made-up people eat, drink and do?
 *
 * Means, within-person SDs and lag-1 correlations of the diet rows are those measured in 33 people with ten or more recorded days
 * (Johnson et al. 2019, as collected in the project's engine notes): within a person daily diet is almost white. The other rows are
 * assumptions of the usual size. Each lever is a transformed Gaussian AR(1) series with a shared "kind of day" factor and a weekend shift.
 */
import type { Chance } from "./chance.ts";
import type { Series } from "./errors.ts";

export interface LeverLaw {
  readonly name: string;
  readonly unit: string;
  readonly mean: number;
  /** Within-person SD. */
  readonly sd: number;
  readonly lag1: number;
  /** Entries are multiples of this. */
  readonly step: number;
  /** Loading on the shared "kind of day" factor: healthy days (+), festive days (-). */
  readonly loading: number;
  /** Shift on Friday to Sunday, in SDs. */
  readonly weekend: number;
}

const law = (
  name: string,
  unit: string,
  mean: number,
  sd: number,
  lag1: number,
  step: number,
  loading = 0,
  weekend = 0,
): LeverLaw => ({ name, unit, mean, sd, lag1, step, loading, weekend });

/** Eighteen levers; with gut, stress and sleep they are the 21 candidates of skin. */
export const leverLaws: readonly LeverLaw[] = [
  law("fibre", "g", 22.2, 7.9, 0.02, 0.5, 0.5),
  law("energy", "kcal", 2101, 547, 0.04, 10, -0.3, 0.3),
  law("addedSugar", "tsp", 10.8, 6.7, 0.11, 0.5, -0.4, 0.2),
  law("milk", "cups", 0.64, 0.55, -0.05, 0.1),
  law("yogurt", "cups", 0.1, 0.22, 0.07, 0.1, 0.2),
  law("dairy", "cups", 1.97, 1.3, -0.02, 0.1),
  law("vegetables", "cups", 1.93, 1.2, -0.03, 0.1, 0.5),
  law("wholeGrain", "oz", 1.31, 1.43, -0.01, 0.1, 0.4),
  law("alcohol", "g", 7.5, 17.4, -0.05, 1, -0.4, 0.5),
  law("fermented", "servings", 1.1, 1, 0.05, 1, 0.2),
  law("ultraProcessed", "servings", 2.2, 1.5, 0.1, 1, -0.5, 0.2),
  law("coffee", "mg", 190, 85, 0.3, 10),
  law("water", "ml", 1600, 450, 0.3, 100, 0.2),
  law("omega3", "g", 0.6, 0.7, 0, 0.1, 0.2),
  law("spicyFood", "servings", 0.5, 0.7, 0, 1, 0, 0.2),
  law("movement", "min", 34, 26, 0.15, 5, 0.3),
  law("calmPractice", "min", 9, 9, 0.35, 1, 0.2),
  law("screenTime", "h", 3.4, 1.3, 0.25, 0.25, -0.2, 0.3),
];

export interface LeverWorld {
  /** Added to the lag-1 correlation of every second lever (habits that come in runs). */
  readonly extraLag1: number;
  /** Linear drift over the diary of every third lever, in SDs. */
  readonly drift: number;
}

/** Daily values of all levers, `days` each, rounded to what a person would write down; never negative. Each can be carried on. */
export function drawLevers(
  chance: Chance,
  days: number,
  weekday: (index: number) => number,
  world: LeverWorld,
): ReadonlyMap<string, Series> {
  const kindOfDay = Array.from({ length: days }, () => chance.normal());
  const columns = leverLaws.map((lever, index) => {
    const lag1 = Math.min(0.9, lever.lag1 + (index % 2 === 0 ? world.extraLag1 * chance.between(0.5, 1) : 0));
    const drift = index % 3 === 0 ? world.drift * (chance.uniform() < 0.5 ? -1 : 1) : 0;
    const own = Math.sqrt(1 - lever.loading ** 2);
    let state = chance.normal();
    const step = (from: Chance, t: number, kind: number): number => {
      state = lag1 * state + Math.sqrt(1 - lag1 ** 2) * from.normal();
      const weekendShift = weekday(t) >= 4 ? lever.weekend : (-3 / 4) * lever.weekend;
      const z = own * state + lever.loading * kind + weekendShift + drift * (t / days - 0.5);
      return Math.round(amountOf(z, lever) / lever.step) * lever.step;
    };
    const values = Float64Array.from({ length: days }, (_, t) => step(chance, t, kindOfDay[t] ?? 0));
    const further = (from: Chance, count: number): Float64Array =>
      Float64Array.from({ length: count }, (_, ahead) => step(from, days + ahead, from.normal()));
    return [lever.name, { values, further }] as const;
  });
  return new Map(columns);
}

/** A non-negative amount with the lever's mean and SD: cut normal, log-normal, or days of nothing and exponential days. */
export function amountOf(z: number, lever: LeverLaw): number {
  const variation = lever.sd / lever.mean;
  if (variation < 0.5) return Math.max(0, lever.mean + lever.sd * z);
  if (variation < 1.2) return logNormal(z, lever.mean, variation);
  const active = 1 / 3; // share of days with any; amounts on them are exponential, so the SD over all days is about 2.2 means
  const rank = upperTail(z) / active;
  return rank >= 1 ? 0 : (-lever.mean / active) * Math.log(rank);
}

/** P(N(0,1) > z), absolute error below 1e-6 (Abramowitz & Stegun 26.2.17). */
function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)) * series;
}

function logNormal(z: number, mean: number, variation: number): number {
  const variance = Math.log(1 + variation ** 2);
  return mean * Math.exp(Math.sqrt(variance) * z - variance / 2);
}
