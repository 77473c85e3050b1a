/**
 * Why was a food or an amount read in this way, in plain words?
 *
 * One sentence per reason code of the reader (foods/reading-reasons.ts); a code without words here does not compile.
 */
import { readingReasons, type ReadingReason } from "../foods/reading-reasons.ts";

const REASONS: Readonly<Record<ReadingReason, string>> = {
  "exact-name": "This is a name of the food.",
  "head-word": "The main word is the food's main word.",
  words: "The words fit this food best.",
  spelling: "It is close to a known word, so it may be a typing slip.",
  "coverage-gate": "Too few of the words are known to name a food.",
  "no-words": "There are no words to read here.",
  personal: "You have chosen this food for these words before.",
  "plant-guard": "A plant word stands before it, so it is not from milk.",
  poured: "It was measured like a liquid, so the drink of that name is meant.",
  list: "It is one of several foods in a row.",
  kind: "Two names of one kind stand together, so the closer one is taken.",
  flavour: "The words before it only give the flavour.",
  "named-in-dish": "It belongs to the dish that is named.",
  "parts-named": "Its parts are named, so they are counted one by one.",
  "part-of-dish": "A part of the dish is named, so it is not counted twice.",
  variant: "What is named in it says which kind of dish it is.",
  "milk-swapped": "Another milk is named, so that one is used.",
  "plant-milk": "A plant milk or another plant food is named instead of dairy.",
  "milk-in-it": "Milk is usually in it.",
  splash: "A splash is taken, as in a drink or on cereal.",
  "left-out": "It was named as not eaten.",
  either: "One or the other was eaten, so each counts in part.",
  weight: "You gave the weight.",
  volume: "You gave the volume.",
  "household-unit": "You gave a household measure of this food.",
  "generic-unit": "This measure is not known for the food, so a usual size is taken.",
  serving: "You gave a number of servings.",
  size: "You gave a size.",
  "count-unit": "You gave a number of pieces.",
  "part-of-one": "It is one part of several in one serving.",
  "default-portion": "No amount was given, so a usual portion is taken.",
  "personal-portion": "You have set this portion yourself.",
  "unknown-food": "No known food fits these words.",
  range: "You gave a range, so the middle is taken.",
  "count-guard": "A large number without a unit is taken as small pieces.",
  "number-as-grams": "A number this large without a unit is taken as grams.",
  cap: "The amount was larger than anybody eats, so it was cut.",
  "price-ignored": "A price is not an amount.",
  "rest-of": "The rest of something is about half of it.",
  "unit-spelling": "The measure was spelt a little differently.",
  "negative-amount": "An amount below nothing cannot be meant.",
};

/** The sentence of a reason code; a plain one for a code of a newer reader. */
export function wordFoodReason(code: string): string {
  const known = readingReasons.find((reason) => reason === code);
  return known === undefined ? "It was read by another rule." : REASONS[known];
}

/** Reasons that change what was typed: they are said without being asked for. */
const TOLD: ReadonlySet<string> = new Set([
  "cap",
  "count-guard",
  "number-as-grams",
  "negative-amount",
  "price-ignored",
]);

/** The sentences of these reasons that must be said beside the food, because an amount was not taken as typed. */
export function toldReasons(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].filter((code) => TOLD.has(code)).map(wordFoodReason);
}
