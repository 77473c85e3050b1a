/**
 * What is written when a person says which food it was, or how much their portion is?
 *
 * One `foodChoice` entry per words and unit. A new answer about the food keeps the grams that were said before, and the other way round.
 */
import type { Day } from "../base/day.ts";
import type { FoodChoiceEntry } from "../journal/entry.ts";

/** What was answered. */
export interface FoodAnswer {
  readonly phrase: string;
  /** Unit that the grams are of; null = the portion. A food is remembered for the words whatever the unit. */
  readonly unit: string | null;
  readonly food?: string;
  readonly gramsPerPortion?: number;
}

/** Longest phrase that is remembered, UTF-16 units (the journal's limit). */
export const LONGEST_PHRASE = 200;
/** Believable grams of one portion (the journal's limits). */
export const portionLimits = { least: 0.1, most: 5000 } as const;

/** Words as they are remembered: lower case, single spaces; null when there are none or too many. */
export function rememberedPhrase(words: string): string | null {
  const phrase = words.toLowerCase().trim().replace(/\s+/g, " ");
  return phrase === "" || phrase.length > LONGEST_PHRASE ? null : phrase;
}

/** True for grams that a portion can have. */
export function isPortion(grams: number): boolean {
  return Number.isFinite(grams) && grams >= portionLimits.least && grams <= portionLimits.most;
}

/** The entry of an answer, with what is remembered for the same words and unit already (`known`: all choices). Null when nothing can be remembered. */
export function foodChoiceEntry(
  answer: FoodAnswer,
  known: readonly FoodChoiceEntry[],
  day: Day,
  source: string,
): FoodChoiceEntry | null {
  const phrase = rememberedPhrase(answer.phrase);
  const { unit, food, gramsPerPortion } = answer;
  if (phrase === null || (food === undefined && gramsPerPortion === undefined)) return null;
  if (gramsPerPortion !== undefined && !isPortion(gramsPerPortion)) return null;
  const before = known.find((entry) => entry.phrase === phrase && (entry.unit ?? null) === unit);
  return {
    kind: "foodChoice",
    day,
    source,
    phrase,
    ...pick("food", food ?? before?.food),
    ...pick("gramsPerPortion", gramsPerPortion ?? before?.gramsPerPortion),
    ...pick("unit", unit ?? undefined),
  };
}

function pick<const Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  const kept: { [K in Key]?: Value } = {};
  if (value !== undefined) kept[key] = value;
  return kept;
}
