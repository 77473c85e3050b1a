/**
 * What do the meals of one day add up to, and may the sum be believed?
 *
 * The sum is the day's value only if the day is marked complete and every part was understood; else it is a lower bound, and a zero that nobody wrote
 * down is no value at all. A day of which the person says that nothing was eaten is 0. The SD is the part of the error that makes effects look smaller
 * (foods/exposure-errors.ts); the person's own numbers are exact.
 */
import type { DayExposure } from "../foods/day-exposures.ts";
import { exposureNames, type ExposureName } from "../foods/exposure.ts";
import { PLANT_DAYS, plantWeek } from "../foods/plant-week.ts";
import { traceOf } from "./exposure-columns.ts";
import type { FoodDay } from "./food-days.ts";
import type { CellReason } from "./table.ts";

export interface MealCell {
  readonly column: string;
  /** NaN = not known, with the reason why. */
  readonly value: number;
  /** Classical error SD; NaN = exact or not known. */
  readonly sd: number;
  readonly reason: CellReason;
}

/** The cells that the meals of one day give, for every exposure. `isComplete`: all food of the day is written down. */
export function mealCells(day: FoodDay, isComplete: boolean): readonly MealCell[] {
  const sums = exposureNames.filter((name) => name !== "plantTaxa").map((name) => sumCell(name, day, isComplete));
  return [...sums, ...windowCells(day, isComplete), coverageCell(day)];
}

function sumCell(column: ExposureName, { meals, day }: FoodDay, isComplete: boolean): MealCell {
  const own = day.exposures[column];
  const allGiven = meals.every((meal) => meal.given.has(column));
  const read = meals.filter((meal) => !meal.given.has(column));
  const isUnclear = read.some((meal) => meal.isUnclear);
  const isFasting = meals.every((meal) => meal.measured.state === "nothing-eaten" && isOfWholeDay(meal.entry.meal));
  if (own !== undefined && isFasting) return { column, value: own.mean, sd: Number.NaN, reason: "recorded" };
  const isUnderstood = meals.some(
    (meal) => meal.given.has(column) || meal.measured.itemCount > meal.measured.unknownCount,
  );
  if (own === undefined || !isUnderstood) return missing(column, isUnclear);
  const isNone = own.mean <= traceOf(column) && !allGiven;
  if (isComplete && !isUnclear) {
    const value = isNone ? 0 : own.mean;
    return {
      column,
      value,
      sd: sdOf(own),
      reason: value === 0 && !allGiven ? "inferred-zero-complete-day" : "recorded",
    };
  }
  if (isNone) return missing(column, isUnclear);
  return { column, value: own.mean, sd: sdOf(own), reason: "partial-day-lower-bound" };
}

/** "Nothing" as the entry of a whole day, not of its breakfast. */
function isOfWholeDay(meal: string | undefined): boolean {
  return meal === undefined;
}

function sdOf({ errorSd }: DayExposure): number {
  return errorSd > 0 ? errorSd : Number.NaN;
}

function missing(column: string, isUnclear: boolean): MealCell {
  const reason = isUnclear ? "missing-food-not-recognised" : "missing-silence-on-incomplete-day";
  return { column, value: Number.NaN, sd: Number.NaN, reason };
}

function windowCells({ window }: FoodDay, isComplete: boolean): readonly MealCell[] {
  if (window === null) return [];
  const reason = isComplete ? "recorded" : "partial-day-lower-bound";
  const cell = (column: string, value: number, sd: number): MealCell => ({ column, value, sd, reason });
  return [
    cell("eatingWindowHours", window.hours, window.sd * Math.SQRT2),
    cell("firstBiteHour", window.firstHour, window.sd),
    cell("lastBiteHour", window.lastHour, window.sd),
  ];
}

function coverageCell({ day }: FoodDay): MealCell {
  return { column: "foodCoverage", value: day.coverage, sd: Number.NaN, reason: "recorded" };
}

/**
 * Plants of the week that ends on this day; none when fewer than five of its days have meals. `isComplete`: for each day, whether all its food is
 * written down.
 */
export function plantCells(
  dayNumber: number,
  days: ReadonlyMap<number, FoodDay>,
  isComplete: (dayNumber: number) => boolean,
): readonly MealCell[] {
  const numbers = Array.from({ length: PLANT_DAYS }, (_, back) => dayNumber - PLANT_DAYS + 1 + back);
  const week = plantWeek(
    numbers.map((number) => {
      const own = days.get(number);
      return own?.meals.some((meal) => meal.measured.itemCount > meal.measured.unknownCount) ? own.day.plants : null;
    }),
  );
  if (week === null) return [];
  const isWhole = numbers.every(
    (number) => isComplete(number) && (days.get(number)?.meals.every((meal) => !meal.isUnclear) ?? false),
  );
  const reason = isWhole ? "recorded" : "partial-day-lower-bound";
  return [
    { column: "plantTaxa7Days", value: week.distinct.mean, sd: sdOf(week.distinct), reason },
    { column: "plantTaxa7DaysWeighted", value: week.weighted.mean, sd: sdOf(week.weighted), reason },
  ];
}
