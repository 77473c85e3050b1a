/**
 * What did this day and these weeks bring to the gut?
 *
 * Fibre with its give-or-take, live ferments, prebiotic fibre as a range of the literature, different plants of 7 and 30 days. Only what was written down is in it:
 * a day without meals is not known, never zero, and no number here is a goal. Made from readings of meals (daily/food-days.ts).
 */
import { addDays, dayToNumber, type Day } from "../base/day.ts";
import { readFoodDays, type FoodDay } from "../daily/food-days.ts";
import { countPlants, type DayExposures, dayExposures, plantsOfMeals } from "../foods/day-exposures.ts";
import type { Exposure, ExposureName } from "../foods/exposure.ts";
import type { FoodIndex } from "../foods/name-index.ts";
import { PLANT_DAYS, plantWeek } from "../foods/plant-week.ts";
import type { Entry, MealEntry } from "../journal/entry.ts";
import { exp, log } from "../numeric/elementary.ts";
import { roundSignificant } from "./numbers.ts";

/** A positive amount with an 80 % range. */
export interface PlateRange {
  readonly low: number;
  readonly high: number;
}

/** One day. */
export interface PlateDay {
  readonly meals: number;
  /** Things that were not understood; they count with what such a thing usually brings. */
  readonly notUnderstood: number;
  /** null = nothing is known of it. */
  readonly fibreGrams: Exposure | null;
  readonly fermentedServings: Exposure | null;
  /** Fructans and GOS. */
  readonly prebioticGrams: PlateRange | null;
  readonly resistantStarchGrams: PlateRange | null;
  readonly betaGlucanGrams: PlateRange | null;
  readonly plants: Exposure;
  readonly energyKcal: Exposure | null;
}

/** The plate of a day with the weeks before it. */
export interface PlateDocument {
  readonly schema: "gutskin.plate/1";
  readonly day: Day;
  /** null = nothing is written down for the day. */
  readonly onDay: PlateDay | null;
  readonly week: {
    /** Of the last seven, with the day. */
    readonly daysWritten: number;
    readonly plants: Exposure;
    /** Fewer than seven days are written down: there may be more. */
    readonly isLowerBound: boolean;
    /** Names of the plants that were probably among them, in alphabetical order. */
    readonly plantNames: readonly string[];
    /** A day, over the days written down; null = none. */
    readonly fibreGramsPerDay: Exposure | null;
    readonly fermentedServings: Exposure | null;
  };
  readonly month: { readonly daysWritten: number; readonly plants: Exposure };
}

/** Days of the longer count. */
export const PLATE_DAYS = 30;
const DIGITS = 3;
/** A plant is named from this probability on. */
const NAMED = 0.5;

/** The plate from all entries of the last 30 days and the person's choices and own foods. Other entries are passed over. Cost: one reading per different text. */
export function plateDocument(entries: readonly Entry[], day: Day, index: FoodIndex): PlateDocument {
  const from = addDays(day, 1 - PLATE_DAYS);
  const mealsByDay = new Map<number, MealEntry[]>();
  for (const entry of entries) {
    if (entry.kind !== "meal" || entry.day < from || entry.day > day) continue;
    const number = dayToNumber(entry.day);
    mealsByDay.set(number, [...(mealsByDay.get(number) ?? []), entry]);
  }
  const days = readFoodDays(
    {
      mealsByDay,
      choices: entries.flatMap((entry) => (entry.kind === "foodChoice" ? [entry] : [])),
      ownFoods: entries.flatMap((entry) => (entry.kind === "ownFood" ? [entry] : [])),
    },
    index,
  );
  return plateOf(days, day);
}

function plateOf(days: ReadonlyMap<number, FoodDay>, day: Day): PlateDocument {
  const last = dayToNumber(day);
  const backTo = (count: number): readonly (FoodDay | null)[] =>
    Array.from({ length: count }, (_, at) => written(days.get(last - count + 1 + at)));
  const week = backTo(PLANT_DAYS);
  const known = week.flatMap((one) => (one === null ? [] : [one]));
  const month = backTo(PLATE_DAYS).flatMap((one) => (one === null ? [] : [one]));
  const weekPlants = plantsOfMeals(known.map((one) => one.day));
  const counted = plantWeek(week.map((one) => one?.day.plants ?? null));
  const sums = known.map((one) => sumOf(one));
  return {
    schema: "gutskin.plate/1",
    day,
    onDay: onDay(written(days.get(last))),
    week: {
      daysWritten: known.length,
      plants: rounded(counted?.distinct ?? countPlants(weekPlants.values())),
      isLowerBound: known.length < PLANT_DAYS,
      plantNames: [...weekPlants].flatMap(([name, { probability }]) => (probability >= NAMED ? [name] : [])).sort(),
      fibreGramsPerDay: meanOf(sums, "fibreGrams"),
      fermentedServings: totalOf(sums, "fermentedServings"),
    },
    month: {
      daysWritten: month.length,
      plants: rounded(countPlants(plantsOfMeals(month.map((one) => one.day)).values())),
    },
  };
}

/** A day with any meal that holds words. */
function written(day: FoodDay | undefined): FoodDay | null {
  return day?.meals.some(({ measured }) => measured.state !== "empty") === true ? day : null;
}

/** What the written meals add up to; meals that are not written down are left to the analysis. */
function sumOf(day: FoodDay): DayExposures {
  return dayExposures(day.meals.map(({ measured }) => measured));
}

function onDay(day: FoodDay | null): PlateDay | null {
  if (day === null) return null;
  const { exposures, plants } = sumOf(day);
  return {
    meals: day.meals.length,
    notUnderstood: day.meals.reduce((sum, { measured }) => sum + measured.unknownCount, 0),
    fibreGrams: plain(exposures.fibreGrams),
    fermentedServings: plain(exposures.fermentedServings),
    prebioticGrams: rangeOf(exposures.prebioticFructanGrams),
    resistantStarchGrams: rangeOf(exposures.resistantStarchGrams),
    betaGlucanGrams: rangeOf(exposures.betaGlucanGrams),
    plants: rounded(countPlants(plants.values())),
    energyKcal: plain(exposures.energyKcal),
  };
}

function totalOf(days: readonly DayExposures[], name: ExposureName): Exposure | null {
  const known = days.flatMap(({ exposures }) => exposures[name] ?? []);
  if (known.length === 0) return null;
  return rounded({
    mean: known.reduce((sum, { mean }) => sum + mean, 0),
    sd: Math.sqrt(known.reduce((sum, { sd }) => sum + sd * sd, 0)),
  });
}

function meanOf(days: readonly DayExposures[], name: ExposureName): Exposure | null {
  const known = days.filter(({ exposures }) => exposures[name] !== undefined).length;
  const total = totalOf(days, name);
  return total === null ? null : rounded({ mean: total.mean / known, sd: total.sd / known });
}

function plain(exposure: Exposure | undefined): Exposure | null {
  return exposure === undefined ? null : rounded(exposure);
}

function rounded({ mean, sd }: Exposure): Exposure {
  return { mean: roundSignificant(mean, DIGITS), sd: roundSignificant(sd, DIGITS) };
}

const Z80 = 1.2815515655446004;

/** The 80 % range of a lognormal amount with this mean and SD; null = nothing is known of it or there is none. */
export function rangeOf(exposure: Exposure | undefined): PlateRange | null {
  if (exposure === undefined || !(exposure.mean > 0)) return null;
  const relative = exposure.sd / exposure.mean;
  const variance = log(1 + relative * relative);
  const median = exposure.mean / Math.sqrt(1 + relative * relative);
  const width = exp(Z80 * Math.sqrt(variance));
  return { low: roundSignificant(median / width, DIGITS), high: roundSignificant(median * width, DIGITS) };
}
