/**
 * Why was a food or an amount read in this way, in plain words?
 *
 * One sentence per reason code of the reader (foods/meal-reading.ts). A code without words here is a fault of ours; the test goes through all codes that the reader
 * can give.
 */

const REASONS: Readonly<Record<string, string>> = {
  // which food
  "exact-name": "This is a name of the food.",
  "head-word": "The main word is the food's main word.",
  words: "The words fit this food best.",
  spelling: "It is close to a known word, so it may be a typing slip.",
  "coverage-gate": "Too few of the words are known to name a food.",
  "unknown-food": "No known food fits these words.",
  "no-words": "There are no words to read here.",
  personal: "You have chosen this food for these words before.",
  "plant-guard": "A plant word stands before it, so it is not from milk.",
  "milk-swapped": "Another milk is named, so that one is used.",
  "milk-in-it": "Milk is usually in it.",
  "named-in-dish": "It belongs to the dish that is named.",
  "part-of-one": "It is one part of several in one serving.",
  list: "It is one of several foods in a row.",
  "parts-named": "Its parts are named, so they are counted one by one.",
  "part-of-dish": "It is named as a part of the dish.",
  "plant-milk": "A plant milk is named.",
  either: "One or the other was eaten, so each counts in part.",
  "left-out": "It was named as not eaten.",
  // how much
  weight: "You gave the weight.",
  volume: "You gave the volume.",
  unit: "You gave a household measure of this food.",
  "household-unit": "You gave a household measure of this food.",
  splash: "A splash is taken, as in a drink or on cereal.",
  serving: "You gave a number of servings.",
  "generic-unit": "This measure is not known for the food, so a usual size is taken.",
  "count-unit": "You gave a number of pieces.",
  "count-guard": "A large number without a unit is taken as small pieces.",
  "number-as-grams": "A number this large without a unit is taken as grams.",
  "default-portion": "No amount was given, so a usual portion is taken.",
  "personal-portion": "You have set this portion yourself.",
  range: "You gave a range, so the middle is taken.",
  size: "You gave a size.",
  cap: "The amount was larger than anybody eats, so it was cut.",
  "price-ignored": "A price is not an amount.",
  "rest-of": "The rest of something is about half of it.",
  "unit-spelling": "The measure was spelt a little differently.",
  "negative-amount": "An amount below nothing cannot be meant.",
};

/** The sentence of a reason code; a plain fallback for a code of a newer reader. */
export function wordFoodReason(code: string): string {
  return REASONS[code] ?? "It was read by another rule.";
}

/** Every code that has words. */
export function wordedFoodReasons(): readonly string[] {
  return Object.keys(REASONS);
}
