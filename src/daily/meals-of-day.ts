/**
 * What do the meals of one day add up to?
 *
 * Counts that the person gave are used as they are; where a count is absent the meal text is read (foods/read-foods.ts). The sum is the day's value only if
 * the day is marked complete and every part was recognised; else it is a lower bound, and a zero that nobody wrote down is no value at all.
 */
import { readFoods, type FoodReading } from "../foods/read-foods.ts";
import type { MealEntry } from "../journal/entry.ts";
import type { CellReason } from "./table.ts";

export interface MealCell {
  readonly column: string;
  /** NaN = not known, with the reason why. */
  readonly value: number;
  readonly reason: CellReason;
}

const COUNTS = [
  ["fibreRichServings", "fibreRich"],
  ["fermentedServings", "fermented"],
  ["prebioticServings", "prebiotic"],
  ["ultraProcessedServings", "ultraProcessed"],
] as const;
const AMOUNTS = ["fibreGrams", "energyKcal", "addedSugarGrams", "alcoholGrams"] as const;

interface Share {
  readonly value: number;
  /** The person's own number, not one read from text. */
  readonly isGiven: boolean;
  /** Parts of the text were not recognised: there may be more. */
  readonly hasUnknown: boolean;
}

/** The cells that the meals of one day give. `isComplete`: all food of the day is written down. */
export function mealCells(meals: readonly MealEntry[], isComplete: boolean): readonly MealCell[] {
  const readings = meals.map((meal) => readFoods(meal.text));
  const counted = COUNTS.map(([column, key]) =>
    cellOfShares(
      column,
      meals.map((meal, index) => shareOf(meal.counts?.[key], readings[index], key)),
      isComplete,
    ),
  );
  const dairy = cellOfShares(
    "dairyServings",
    readings.map((reading) => shareOf(undefined, reading, "dairy")),
    isComplete,
  );
  const amounts = AMOUNTS.flatMap((key) => amountCell(key, meals, isComplete));
  const hasAlcoholGrams = amounts.some((cell) => cell.column === "alcoholGrams");
  return [...counted, dairy, ...amounts, ...(hasAlcoholGrams ? [] : [noAlcoholCell(readings, isComplete)])];
}

function shareOf(given: number | undefined, reading: FoodReading | undefined, key: keyof FoodReading["counts"]): Share {
  if (given !== undefined) return { value: given, isGiven: true, hasUnknown: false };
  return { value: reading?.counts[key] ?? 0, isGiven: false, hasUnknown: isUnclear(reading) };
}

/** Text without any food word ("dinner") says as little as text that was not recognised. */
function isUnclear(reading: FoodReading | undefined): boolean {
  return reading === undefined || reading.unknown.length > 0 || reading.items.length === 0;
}

function cellOfShares(column: string, shares: readonly Share[], isComplete: boolean): MealCell {
  const value = shares.reduce((sum, share) => sum + share.value, 0);
  const hasUnknown = shares.some((share) => share.hasUnknown);
  const allGiven = shares.every((share) => share.isGiven);
  if (isComplete && !hasUnknown) {
    return { column, value, reason: value === 0 && !allGiven ? "inferred-zero-complete-day" : "recorded" };
  }
  if (value > 0 || allGiven) return { column, value, reason: "partial-day-lower-bound" };
  const reason = hasUnknown ? "missing-food-not-recognised" : "missing-silence-on-incomplete-day";
  return { column, value: Number.NaN, reason };
}

function amountCell(key: (typeof AMOUNTS)[number], meals: readonly MealEntry[], isComplete: boolean): MealCell[] {
  const known = meals.flatMap((meal) => meal.amounts?.[key] ?? []);
  if (known.length === 0) return [];
  const value = known.reduce((sum, amount) => sum + amount, 0);
  const isWhole = isComplete && known.length === meals.length;
  return [{ column: key, value, reason: isWhole ? "recorded" : "partial-day-lower-bound" }];
}

/** No drink among recognised meals of a complete day is no alcohol; a drink without grams is an unknown amount. */
function noAlcoholCell(readings: readonly FoodReading[], isComplete: boolean): MealCell {
  const column = "alcoholGrams";
  const isClear = readings.every((reading) => !isUnclear(reading) && reading.counts.alcohol === 0);
  if (isComplete && isClear) return { column, value: 0, reason: "inferred-zero-complete-day" };
  const reason = isClear ? "missing-silence-on-incomplete-day" : "missing-food-not-recognised";
  return { column, value: Number.NaN, reason };
}
