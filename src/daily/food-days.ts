/**
 * What was eaten on each day, as far as meals and the person's own numbers say?
 *
 * Each meal text is read once (equal texts share a reading) with the person's own foods and choices. Counts and amounts that the person gave, or a
 * file brought, win over the reading and are exact. The order of entries never matters: meals are put in order of time and text.
 */
import { dayExposures, type DayExposures, usualMealsOf, type WrittenDay } from "../foods/day-exposures.ts";
import { type EatingWindow, eatingWindow } from "../foods/eating-window.ts";
import type { Exposure, ExposureName } from "../foods/exposure.ts";
import { createMealMeter, type MealExposures } from "../foods/exposures.ts";
import type { FoodIndex } from "../foods/name-index.ts";
import { createPersonalFoods, type PersonalFoods } from "../foods/personal-foods.ts";
import { readMeal } from "../foods/read-meal.ts";
import type { FoodChoiceEntry, MealEntry, OwnFoodEntry } from "../journal/entry.ts";
import { compareText } from "./day-value.ts";

/** One meal with what it brings. */
export interface EatenMeal {
  readonly entry: MealEntry;
  readonly measured: MealExposures;
  /** Exposures that are the person's own numbers. */
  readonly given: ReadonlySet<ExposureName>;
  /** Part of the text was not understood, or it names no food at all: there may be more. */
  readonly isUnclear: boolean;
}

/** One day. */
export interface FoodDay {
  readonly meals: readonly EatenMeal[];
  readonly day: DayExposures;
  readonly window: EatingWindow | null;
}

/** What is read from a journal before its days are summed. */
export interface FoodEntries {
  readonly mealsByDay: ReadonlyMap<number, readonly MealEntry[]>;
  readonly choices: readonly FoodChoiceEntry[];
  readonly ownFoods: readonly OwnFoodEntry[];
}

const COUNTS = [
  ["fibreRich", "fibreRichServings"],
  ["fermented", "fermentedServings"],
  ["prebiotic", "prebioticServings"],
  ["ultraProcessed", "ultraProcessedServings"],
] as const;
const AMOUNTS = ["fibreGrams", "energyKcal", "addedSugarGrams", "alcoholGrams"] as const;

/** The days with meals, read. `isComplete`: all food of this day is written down. Cost: one reading per different text (about 1 ms), linear in meals. */
export function readFoodDays(
  entries: FoodEntries,
  foods: FoodIndex,
  isComplete: (dayNumber: number) => boolean = () => false,
): ReadonlyMap<number, FoodDay> {
  const personal = personalFoodsOf(entries);
  const measure = createMealMeter(foods);
  const known = new Map<string, { readonly measured: MealExposures; readonly minutes: number | null }>();
  const readText = (text: string): { readonly measured: MealExposures; readonly minutes: number | null } => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading = readMeal(text, foods, personal);
    const read = { measured: measure(reading), minutes: reading.timeMinutes };
    known.set(text, read);
    return read;
  };
  const eaten = [...entries.mealsByDay]
    .sort(([a], [b]) => a - b)
    .map(([dayNumber, meals]) => {
      const own = [...meals]
        .sort((a, b) => compareText(orderOf(a), orderOf(b)))
        .map((entry) => {
          const { measured, minutes } = readText(entry.text);
          return { ...eatenMeal(entry, measured), minutes: minutesOf(entry.time) ?? minutes };
        });
      const written: WrittenDay = { meals: own.map((meal) => meal.measured), isComplete: isComplete(dayNumber) };
      return { dayNumber, own, written };
    });
  const usual = usualMealsOf(eaten.map(({ written }) => written));
  return new Map(
    eaten.map(({ dayNumber, own, written }) => [
      dayNumber,
      {
        meals: own,
        day: dayExposures(written.meals, usual, written.isComplete),
        window: eatingWindow(
          own.map(({ minutes, measured }) => ({ minutes, energyKcal: measured.exposures.energyKcal?.mean ?? 0 })),
        ),
      },
    ]),
  );
}

/** Choices and own foods in an order of their own, so that the later of two never depends on how they arrived. */
function personalFoodsOf({ choices, ownFoods }: FoodEntries): PersonalFoods {
  const choiceKey = (one: FoodChoiceEntry): string =>
    JSON.stringify([one.day, one.phrase, one.unit ?? "", one.food ?? "", one.gramsPerPortion ?? 0]);
  const foodKey = (one: OwnFoodEntry): string => JSON.stringify([one.day, one.id, one.label, one.gramsPerPortion ?? 0]);
  return createPersonalFoods(
    [...choices].sort((a, b) => compareText(choiceKey(a), choiceKey(b))),
    [...ownFoods].sort((a, b) => compareText(foodKey(a), foodKey(b))),
  );
}

function orderOf({ time, meal, text, counts, amounts }: MealEntry): string {
  return JSON.stringify([
    time ?? "",
    meal ?? "",
    text,
    COUNTS.map(([key]) => counts?.[key] ?? null),
    AMOUNTS.map((key) => amounts?.[key] ?? null),
  ]);
}

/** On how many days the person wrote a food column down directly: as an answer, or as a count or amount of a meal. */
export function directDaysOf(
  readings: ReadonlyMap<string, ReadonlyMap<number, unknown>>,
  mealsByDay: ReadonlyMap<number, readonly MealEntry[]>,
): ReadonlyMap<string, number> {
  const direct = new Map<string, number>();
  for (const [name, byDay] of readings) direct.set(name, byDay.size);
  for (const meals of mealsByDay.values()) {
    const given = new Set(meals.flatMap((meal) => givenColumns(meal)));
    for (const name of given) direct.set(name, (direct.get(name) ?? 0) + 1);
  }
  return direct;
}

/** Columns that this meal holds the person's own numbers of. */
function givenColumns(entry: MealEntry): readonly string[] {
  return [...givenNumbers(entry).keys()];
}

function givenNumbers(entry: MealEntry): ReadonlyMap<ExposureName, number> {
  const numbers = new Map<ExposureName, number>();
  for (const [key, name] of COUNTS) {
    const value = entry.counts?.[key];
    if (value !== undefined) numbers.set(name, value);
  }
  for (const name of AMOUNTS) {
    const value = entry.amounts?.[name];
    if (value !== undefined) numbers.set(name, value);
  }
  return numbers;
}

function eatenMeal(entry: MealEntry, read: MealExposures): EatenMeal {
  const numbers = givenNumbers(entry);
  const isUnclear = read.state !== "nothing-eaten" && (read.unknownCount > 0 || read.itemCount === 0);
  if (numbers.size === 0) return { entry, measured: read, given: new Set(), isUnclear };
  const exposures: Partial<Record<ExposureName, Exposure>> = { ...read.exposures };
  const figureSds: Partial<Record<ExposureName, number>> = { ...read.figureSds };
  for (const [name, mean] of numbers) {
    exposures[name] = { mean, sd: 0 };
    figureSds[name] = 0;
  }
  const state = read.state === "empty" ? "nothing-understood" : read.state;
  return { entry, measured: { ...read, state, exposures, figureSds }, given: new Set(numbers.keys()), isUnclear };
}

/** Minutes since midnight of `HH:MM`. */
function minutesOf(time: string | undefined): number | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(time ?? "") ?? [];
  return hour === undefined || minute === undefined ? null : 60 * Number(hour) + Number(minute);
}
