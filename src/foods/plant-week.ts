/**
 * How many different plants in the last seven days?
 *
 * Distinct taxa of a rolling week, up to and including the day; also weighted (a herb or spice counts a quarter). A week with fewer than five days
 * written down says nothing; one with five or six is a lower bound with a larger SD. People count plants by kind, and readings miss some: +-15 %.
 */
import { classicalShare } from "./exposure-errors.ts";
import { countPlants, type DayExposure, plantsOfMeals } from "./day-exposures.ts";
import type { PlantEaten } from "./exposures.ts";

/** Days of a week of plants, and how many of them must be written down. */
export const PLANT_DAYS = 7;
const LEAST_DAYS = 5;
/** Relative error of a count of taxa. */
const COUNT_ERROR = 0.15;
/** A day that is missing from the week may hold this share of its plants that no other day has; own judgement. */
const NEW_PER_DAY = 0.07;

/** Distinct and weighted count of a rolling week. */
export interface PlantWeek {
  readonly distinct: DayExposure;
  readonly weighted: DayExposure;
  /** Days written down, of seven. */
  readonly days: number;
}

/** `days`: plants of the last seven days, null = nothing was written down. Null when fewer than five days are there. */
export function plantWeek(days: readonly (ReadonlyMap<string, PlantEaten> | null)[]): PlantWeek | null {
  const known = days.slice(-PLANT_DAYS).flatMap((plants) => (plants === null ? [] : [{ plants }]));
  if (known.length < LEAST_DAYS) return null;
  const all = [...plantsOfMeals(known).values()];
  const missing = PLANT_DAYS - known.length;
  return { distinct: counted(all, false, missing), weighted: counted(all, true, missing), days: known.length };
}

function counted(plants: readonly PlantEaten[], isWeighted: boolean, missingDays: number): DayExposure {
  const { mean, sd } = countPlants(plants, isWeighted);
  const read = sd * sd + COUNT_ERROR * COUNT_ERROR * mean * mean;
  const left = missingDays * NEW_PER_DAY * mean;
  return {
    mean,
    sd: Math.sqrt(read + left * left),
    errorSd: Math.sqrt(classicalShare("plantTaxa") * read + left * left),
  };
}
