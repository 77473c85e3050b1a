/**
 * What did a day bring, added up from its meals?
 *
 * Means and variances add; live microbes add before the logarithm; the NOVA 4 share is weighted with energy. A day on which fewer meals were written down
 * than this person usually writes is a lower bound, and its SD says so: what usual meals would have brought is in it. Of that, only what differs from the
 * person's average day of missing meals makes effects look smaller (`errorSd`). Not logged is missing, never 0; fasting is 0 when the person says so.
 */
import { classicalShare } from "./exposure-errors.ts";
import { type Exposure, type ExposureName, exposureNames, type Exposures } from "./exposure.ts";
import { type MealExposures, type PlantEaten, additiveNames, eitherEaten, isAdditive, sumOfLogs } from "./exposures.ts";

/** An exposure of a day. `errorSd`: the part of the SD that shrinks effects (classical error), for the engine. */
export interface DayExposure extends Exposure {
  readonly errorSd: number;
}

/** One day. */
export interface DayExposures {
  /** Absent = nothing is known of it. */
  readonly exposures: Readonly<Partial<Record<ExposureName, DayExposure>>>;
  /** Share of items that were surely understood x meals written down of meals usual, 0-1. */
  readonly coverage: number;
  readonly plants: ReadonlyMap<string, PlantEaten>;
}

/** What this person usually writes down. */
export interface UsualMeals {
  /** Median meals of the days with any. */
  readonly perDay: number;
  /** Meals that are missing on an average day, of `perDay`. */
  readonly missingPerDay: number;
  /** Mean and SD of one meal, by exposure. */
  readonly oneMeal: Exposures;
}

/** The meals of one day; `isComplete`: the person says that this is all. */
export interface WrittenDay {
  readonly meals: readonly MealExposures[];
  readonly isComplete: boolean;
}

/** Nothing is known of the person: one meal is a whole day. */
export const unknownUsual: UsualMeals = { perDay: 1, missingPerDay: 0, oneMeal: {} };

/** The person's own usual meals, from the days with any. */
export function usualMealsOf(given: readonly WrittenDay[]): UsualMeals {
  const days = given.filter(({ meals }) => meals.length > 0);
  const counts = days.map(({ meals }) => meals.length).sort((a, b) => a - b);
  const perDay = counts[Math.floor((counts.length - 1) / 2)] ?? 1;
  const missing = days.reduce((sum, day) => sum + missingMeals(day, perDay), 0);
  const meals = days.flatMap((day) => day.meals).filter((meal) => meal.state === "foods");
  const oneMeal: Partial<Record<ExposureName, Exposure>> = {};
  for (const name of additiveNames) {
    const values = meals.map((meal) => meal.exposures[name]?.mean ?? 0);
    if (values.length === 0) continue;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length;
    oneMeal[name] = { mean, sd: Math.sqrt(variance) };
  }
  return { perDay, missingPerDay: missing / Math.max(1, days.length), oneMeal };
}

/** Adds up the meals of one day. No meals: nothing is known. `isComplete`: the person says that this is all. */
export function dayExposures(
  meals: readonly MealExposures[],
  usual: UsualMeals = unknownUsual,
  isComplete = false,
): DayExposures {
  const exposures: Partial<Record<ExposureName, DayExposure>> = {};
  const written = meals.filter((meal) => meal.state !== "empty");
  const missing = missingMeals({ meals, isComplete }, usual.perDay);
  for (const name of exposureNames) {
    const sum = sumOf(name, written);
    if (sum === null) continue;
    const variance = sum.sd * sum.sd;
    const one = isAdditive(name) ? (usual.oneMeal[name] ?? NONE) : NONE;
    const [away, unusual] = [missing * one.mean, (missing - usual.missingPerDay) * one.mean];
    exposures[name] = {
      mean: sum.mean,
      sd: Math.sqrt(variance + away * away + missing * one.sd * one.sd),
      errorSd: Math.sqrt(classicalShare(name) * figureVariance(name, written, variance) + unusual * unusual),
    };
  }
  const items = written.reduce((sum, meal) => sum + meal.itemCount, 0);
  const sure = written.reduce((sum, meal) => sum + meal.sureCount, 0);
  const understood = items > 0 ? sure / items : written.some((meal) => meal.state === "nothing-eaten") ? 1 : 0;
  const logged = written.length === 0 ? 0 : 1 - missing / Math.max(usual.perDay, 1);
  return { exposures, coverage: understood * logged, plants: plantsOfMeals(written) };
}

const NONE: Exposure = { mean: 0, sd: 0 };

/** Variance of a day's sum if the grams were as read: usual portions that are assigned do not make effects look smaller. */
function figureVariance(name: ExposureName, meals: readonly MealExposures[], whole: number): number {
  if (!isAdditive(name)) return whole;
  return meals.reduce((sum, { figureSds }) => sum + (figureSds[name] ?? 0) * (figureSds[name] ?? 0), 0);
}

/** Usual meals that this day lacks; none when the person says that it is complete, or that nothing was eaten. */
function missingMeals({ meals, isComplete }: WrittenDay, perDay: number): number {
  if (isComplete || meals.every((meal) => meal.state === "nothing-eaten")) return 0;
  return Math.max(0, perDay - meals.filter((meal) => meal.state !== "empty").length);
}

function sumOf(name: ExposureName, meals: readonly MealExposures[]): Exposure | null {
  if (name === "ultraProcessedEnergyShare") return shareOfEnergy(meals);
  if (name === "plantTaxa") return countPlants(plantsOfMeals(meals).values());
  const known = meals.flatMap((meal) => meal.exposures[name] ?? []);
  if (known.length === 0) return null;
  if (name !== "liveMicrobesLog10Cfu") {
    const variance = known.reduce((sum, { sd }) => sum + sd * sd, 0);
    return { mean: known.reduce((sum, { mean }) => sum + mean, 0), sd: Math.sqrt(variance) };
  }
  const microbes = sumOfLogs(known.map(({ mean, sd }) => ({ mean, variance: sd * sd })));
  return microbes === null ? null : { mean: microbes.mean, sd: Math.sqrt(microbes.variance) };
}

function shareOfEnergy(meals: readonly MealExposures[]): Exposure | null {
  const parts = meals.flatMap(({ exposures }) => {
    const { energyKcal, ultraProcessedEnergyShare } = exposures;
    return energyKcal === undefined || ultraProcessedEnergyShare === undefined
      ? []
      : [{ energy: energyKcal, share: ultraProcessedEnergyShare }];
  });
  const energy = parts.reduce((sum, part) => sum + part.energy.mean, 0);
  if (!(energy > 0)) return null;
  const mean = parts.reduce((sum, part) => sum + part.energy.mean * part.share.mean, 0) / energy;
  const variance = parts.reduce((sum, part) => {
    const own = part.energy.mean * part.share.sd;
    const apart = (part.share.mean - mean) * part.energy.sd;
    return sum + own * own + apart * apart;
  }, 0);
  return { mean, sd: Math.sqrt(variance) / energy };
}

/** Plants of several meals together: each taxon once. */
export function plantsOfMeals(meals: readonly Pick<MealExposures, "plants">[]): ReadonlyMap<string, PlantEaten> {
  const found = new Map<string, PlantEaten>();
  for (const { plants } of meals) {
    for (const [taxon, eaten] of plants) found.set(taxon, eitherEaten(found.get(taxon), eaten));
  }
  return found;
}

/** Expected number of taxa, each with its weight where `isWeighted`. */
export function countPlants(plants: Iterable<PlantEaten>, isWeighted = false): Exposure {
  let mean = 0;
  let variance = 0;
  for (const { probability, weight } of plants) {
    const counts = isWeighted ? weight : 1;
    mean += probability * counts;
    variance += probability * (1 - probability) * counts * counts;
  }
  return { mean, sd: Math.sqrt(variance) };
}
