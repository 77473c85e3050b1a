/**
 * How can one thing that was eaten be made smaller or larger for this once?
 *
 * By words in the text itself, in brackets behind it: "lentil soup (large)", "muesli (80 g)". So the text alone says what was eaten, and whoever reads it
 * later reads the same. The grams are what the reader makes of that text.
 */
import type { FoodIndex } from "./name-index.ts";
import type { PersonalFoods } from "./personal-foods.ts";
import { readMeal } from "./read-meal.ts";

/** One size of the portion. */
export interface PortionOption {
  readonly size: "small" | "usual" | "large";
  /** The words of the item with the size in them. */
  readonly text: string;
  readonly grams: number;
}

/** An amount that was added before, at the end of the words. */
const ADDED = /\s*\((?:small|large|\d{1,4}(?:\.\d+)? ?g)\)?\s*$/i;

/** The words without a size or weight that was added behind them. */
export function withoutAddedPortion(itemText: string): string {
  return itemText.replace(ADDED, "").trim();
}

/** The words with these grams behind them, whole grams from 10 on. */
export function withGrams(itemText: string, grams: number): string {
  const text = grams >= 10 ? grams.toFixed(0) : String(Number(grams.toFixed(1)));
  return `${withoutAddedPortion(itemText)} (${text} g)`;
}

/** Small, usual and large, in this order; none where a size changes nothing (a weight was given) or the words are several foods. Cost: three readings. */
export function portionOptions(itemText: string, index: FoodIndex, personal: PersonalFoods): readonly PortionOption[] {
  const bare = withoutAddedPortion(itemText);
  const texts = { small: `${bare} (small)`, usual: bare, large: `${bare} (large)` } as const;
  const options = (["small", "usual", "large"] as const).flatMap((size) => {
    const { items } = readMeal(texts[size], index, personal);
    const [item] = items;
    return item === undefined || items.length > 1 ? [] : [{ size, text: texts[size], grams: item.grams.median }];
  });
  const [small, usual, large] = options;
  if (small === undefined || usual === undefined || large === undefined) return [];
  return small.grams < usual.grams && usual.grams < large.grams ? options : [];
}
