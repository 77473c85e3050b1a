/**
 * How does the benchmark ask gutskin's own reader?
 *
 * The one file of the food benchmark that knows the reader: it reads a text with the everyday table (or the wider one), says what was found in the
 * form that the judge takes, and gives figures of a meal with their SDs.
 */
import type { ExposureName } from "../../src/foods/exposure.ts";
import { createMealMeter } from "../../src/foods/exposures.ts";
import type { Food, FoodTable } from "../../src/foods/food.ts";
import type { MealReading } from "../../src/foods/meal-reading.ts";
import { createFoodIndex } from "../../src/foods/name-index.ts";
import { readMeal } from "../../src/foods/read-meal.ts";
import type { FoundItem, Proposal } from "./phrase-judge.ts";

/** Mean and SD of a figure of a meal. */
export interface Estimate {
  readonly mean: number;
  readonly sd: number;
}

export interface OurReader {
  readonly name: string;
  readonly table: FoodTable;
  readonly read: (text: string) => MealReading;
  /** What was understood, in the judge's form; `proposal` gives a row as the judge sees it. */
  readonly find: (text: string, proposal: (food: Food, probability: number) => Proposal) => readonly FoundItem[];
  /** The product's own exposures of a reading; an exposure of which nothing is known counts as 0 here. */
  readonly exposures: (reading: MealReading) => (name: ExposureName) => Estimate;
}

/** The reader on this table, without anything personal. */
export function ourReader(name: string, table: FoodTable): OurReader {
  const index = createFoodIndex(table);
  const measure = createMealMeter(index);
  const read = (text: string): MealReading => readMeal(text, index);
  return {
    name,
    table,
    read,
    find: (text, proposal) =>
      read(text).items.map((item) => ({
        from: item.from,
        to: item.to,
        grams: item.grams.median,
        proposals: item.candidates.map(({ food, probability }) => proposal(food, probability)),
      })),
    exposures: (reading) => {
      const { exposures } = measure(reading);
      return (exposure) => exposures[exposure] ?? { mean: 0, sd: 0 };
    },
  };
}
