/**
 * Part 5: carbohydrate of one-sentence meals (foods.md 9.5); reported only, nothing is tuned on it.
 *
 * Sentences were written by a language model from survey diaries; the reference is carbohydrate by difference, strongly skewed.
 */
import { mean, meanAbsoluteError, middle, shareOf } from "./metrics.ts";
import type { OurReader } from "./our-reader.ts";
import { numberOrNull, sharedRows } from "./shared-data.ts";

export interface CarbohydrateRow {
  readonly method: string;
  readonly mae: number;
  /** Share of meals within 7.5 g. */
  readonly within75: number;
}

export interface CarbohydratePart {
  readonly meals: number;
  readonly rows: readonly CarbohydrateRow[];
  readonly worst: readonly string[];
}

/** Null when the sentences are not on this machine. The last reader is the main one. */
export function carbohydratePart(readers: readonly OurReader[]): CarbohydratePart | null {
  const rows = sharedRows("meals/nutribench_dev.tsv");
  if (rows === null) return null;
  const meals = rows.flatMap((row) => {
    const truth = numberOrNull(row("carb_g"));
    return truth === null ? [] : [{ text: row("query"), truth }];
  });
  const truths = meals.map((meal) => meal.truth);
  const scoreOf = (method: string, guessOf: (text: string) => number): CarbohydrateRow => {
    const pairs = meals.map(({ text, truth }) => ({ guess: guessOf(text), truth }));
    return {
      method,
      mae: meanAbsoluteError(pairs),
      within75: shareOf(pairs, (pair) => Math.abs(pair.guess - pair.truth) <= 7.5),
    };
  };
  const main = readers.at(-1);
  const worst = meals
    .map(({ text, truth }) => {
      const reading = main?.read(text);
      const guess = main === undefined || reading === undefined ? 0 : main.carbohydrateGrams(reading).mean;
      const items = (reading?.items ?? []).map(
        (item) => `${item.candidates[0]?.food.id ?? "?"} ${item.grams.median.toFixed(0)} g`,
      );
      return { text, truth, guess, answer: items.join(" + ") };
    })
    .sort((a, b) => Math.abs(b.guess - b.truth) - Math.abs(a.guess - a.truth))
    .slice(0, 60)
    .map(({ text, truth, guess, answer }) => `${guess.toFixed(0)} v ${truth.toFixed(0)} g\t${text}\t-> ${answer}`);
  return {
    meals: meals.length,
    rows: [
      scoreOf("constant: mean", () => mean(truths)),
      scoreOf("constant: median", () => middle(truths)),
      ...readers.map((reader) =>
        scoreOf(`gutskin, ${reader.name}`, (text) => reader.carbohydrateGrams(reader.read(text)).mean),
      ),
    ],
    worst,
  };
}
