/**
 * What figures does a reading carry, before any exposure of the product is formed?
 *
 * A plain reckoning of the benchmark's own: each item is a mixture of its candidates times lognormal grams; unknown items bring nothing. The
 * product's own exposures stand beside it, so a fault of theirs shows.
 */
import type { MealReading, ReadItem } from "../../src/foods/meal-reading.ts";
import type { NutrientName } from "../../src/foods/nutrients.ts";

/** Mean and SD of a figure of all items, taken as independent. */
export function mealFigure(reading: MealReading, name: NutrientName): { readonly mean: number; readonly sd: number } {
  let mean = 0;
  let variance = 0;
  for (const item of reading.items) {
    const one = itemFigure(item, name);
    mean += one.mean;
    variance += one.sd ** 2;
  }
  return { mean, sd: Math.sqrt(variance) };
}

function itemFigure(item: ReadItem, name: NutrientName): { readonly mean: number; readonly sd: number } {
  const known = item.candidates.flatMap(({ food, probability }) => {
    const perGram = (food.per100Grams[name] ?? Number.NaN) / 100;
    return Number.isNaN(perGram) ? [] : [{ perGram, probability }];
  });
  const total = known.reduce((sum, one) => sum + one.probability, 0);
  if (total === 0) return { mean: 0, sd: 0 };
  const spread = Math.exp(item.grams.logSd ** 2);
  const meanGrams = item.grams.median * Math.sqrt(spread);
  const meanSquareGrams = meanGrams ** 2 * spread;
  const perGram = known.reduce((sum, one) => sum + (one.perGram * one.probability) / total, 0);
  const squarePerGram = known.reduce((sum, one) => sum + (one.perGram ** 2 * one.probability) / total, 0);
  const mean = perGram * meanGrams;
  return { mean, sd: Math.sqrt(Math.max(0, squarePerGram * meanSquareGrams - mean ** 2)) };
}
