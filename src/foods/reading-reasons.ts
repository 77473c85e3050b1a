/**
 * Which codes may stand in the reasons of an item?
 *
 * The closed list that `gutskin foods why` words; a test reads many texts and finds no other. Order: what it is, what neighbours did, how much.
 */

/** All reason codes of a ReadItem. */
export const readingReasons = [
  "exact-name",
  "head-word",
  "words",
  "spelling",
  "coverage-gate",
  "no-words",
  "personal",
  "plant-guard",
  /** A liquid measure: the drink of that name, or doubted. */
  "poured",
  "list",
  /** Two names of one kind ("oreo cookies"): the rarer one. */
  "kind",
  /** The words before it only flavour it ("cheese crackers"). */
  "flavour",
  "named-in-dish",
  "parts-named",
  "part-of-dish",
  /** What is named inside chose the kind of dish. */
  "variant",
  "milk-swapped",
  "plant-milk",
  "milk-in-it",
  "splash",
  "left-out",
  "either",
  "weight",
  "volume",
  "household-unit",
  "generic-unit",
  "serving",
  "size",
  "count-unit",
  "part-of-one",
  "default-portion",
  "personal-portion",
  "unknown-food",
  "range",
  "count-guard",
  "number-as-grams",
  "cap",
  "price-ignored",
  "rest-of",
  "unit-spelling",
  "negative-amount",
] as const;

/** One reason code. */
export type ReadingReason = (typeof readingReasons)[number];
