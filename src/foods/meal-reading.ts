/**
 * What was understood of a meal text: which foods, how probable, how many grams, and why?
 *
 * A reading is a distribution and never one silent guess: each item carries its candidates, the grams are lognormal, and what was not understood is kept.
 */
import type { Food } from "./food.ts";

/** Where the grams come from; also how sure they are. */
export type GramsSource =
  /** The person wrote a weight or a volume. */
  | "weight"
  | "volume"
  /** A household unit of this food ("2 bowls"), the person's own first. */
  | "unit"
  | "personal"
  /** A count of pieces ("50 pistachios"). */
  | "count"
  /** Nothing was said: the usual portion. */
  | "portion"
  /** The amount was absurd and was cut to the largest plausible one. */
  | "capped";

/** Lognormal grams. */
export interface GramsEstimate {
  readonly median: number;
  /** SD of the natural logarithm. */
  readonly logSd: number;
  readonly low80: number;
  readonly high80: number;
  readonly from: GramsSource;
}

/** One food it may have been. */
export interface Candidate {
  readonly food: Food;
  /** 0-1; all candidates of an item sum to at most 1, the rest is "something else". */
  readonly probability: number;
}

/** What the words around the food change about it. */
export type Change =
  "decaf" | "alcohol-free" | "plant-based" | "gluten-free" | "sugar-free" | "pasteurised" | "cooked" | "low-fat";

/** One thing that was eaten. */
export interface ReadItem {
  /** The words as typed, and where they stand in the text (UTF-16 units). */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The food words alone, as they are looked up and remembered: lower case, single spaces. */
  readonly phrase: string;
  /** At most 5, best first; empty = not understood. */
  readonly candidates: readonly Candidate[];
  /** Words of a brand or a comment in brackets; kept, not looked up. */
  readonly comment: string;
  readonly quantity: number | null;
  /** Unit as understood ("bowl", "g", "ml"), null = none. */
  readonly unit: string | null;
  readonly grams: GramsEstimate;
  readonly changes: readonly Change[];
  /** True when the person has chosen this food for these words. */
  readonly isConfirmed: boolean;
  /** Codes of what decided, in order, for `gutskin foods why`: "exact-name", "head-word", "personal", "count-unit", "cap" ... */
  readonly reasons: readonly string[];
}

/** A whole text. */
export interface MealReading {
  readonly text: string;
  readonly items: readonly ReadItem[];
  /** "No cheese", "without milk": named and not eaten. */
  readonly leftOut: readonly string[];
  /** nothing-eaten: the person says so ("nothing", "fasting"); nothing-understood: words, but no food among them. */
  readonly state: "foods" | "nothing-eaten" | "nothing-understood" | "empty";
  /** Clock time in the text, minutes since midnight; null = none. */
  readonly timeMinutes: number | null;
  /** "yesterday" in the text: -1; null = nothing said. */
  readonly dayShift: number | null;
  /** The text was longer than is read, or held no words: where reading stopped (UTF-16 units); null = read to its end. */
  readonly cutAt: number | null;
}
