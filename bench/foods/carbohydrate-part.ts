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
}

/** Null when the sentences are not on this machine. Single errors are not listed: nobody is to tune on them. */
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
  return {
    meals: meals.length,
    rows: [
      scoreOf("constant: mean", () => mean(truths)),
      scoreOf("constant: median", () => middle(truths)),
      ...readers.map((reader) =>
        scoreOf(`gutskin, ${reader.name}`, (text) => reader.exposures(reader.read(text))("carbohydrateGrams").mean),
      ),
    ],
  };
}
