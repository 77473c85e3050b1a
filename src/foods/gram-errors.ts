/**
 * How sure are grams, by where they come from?
 *
 * SD of the natural logarithm for one entry, and what is assumed where nothing is known. All in one place, so that they can be calibrated on
 * weighed diaries. 0.25 means that two thirds of such amounts lie within a factor of 1.28.
 */
import type { GramsSource } from "./meal-reading.ts";

/** Log SD by source; own judgement, to be calibrated. */
export const gramLogSd: Readonly<Record<GramsSource, number>> = {
  weight: 0.05,
  volume: 0.12,
  unit: 0.25,
  personal: 0.12,
  count: 0.2,
  portion: 0.45,
  capped: 0.6,
};

/** Added in quadrature. */
export const moreLogSd = {
  /** "About", "a few". */
  guess: 0.15,
  /** A household unit that the food has no figure for. */
  genericUnit: 0.4,
  /** "The rest of the pizza". */
  rest: 0.6,
  /** Foods of which a part may have been meant ("banana" in "banana porridge"). */
  namedInDish: 0.4,
  /** Small, medium or large without a figure of the food. */
  size: 0.1,
  /** A whole by its length only. */
  length: 0.2,
  /** Millilitres of a solid without a density. */
  density: 0.25,
} as const;

/** Not understood: grams of one entry, median and log SD. */
export const unknownGrams = {
  drink: { median: 250, logSd: 0.6 },
  food: { median: 120, logSd: 0.8 },
} as const;

/** Factors of a size word where the food has no grams for it. */
export const sizeFactor = { small: 0.7, medium: 1, large: 1.35 } as const;

/** Caps of one entry, g (foods.md section 4): watery foods and drinks; everything else. */
export const entryCaps = { wateryGrams: 1200, wateryPercent: 80, portions: 4, leastGrams: 400 } as const;

/** Grams per ml: drinks, and anything (honey is 1.4). */
export const densityLimits = { drinkLow: 0.95, drinkHigh: 1.05, most: 1.5 } as const;

/** Below `least` a length says nothing of a whole; from `medium` and `large` on it is a medium and a large one (10 and 13 inches); own judgement. */
export const wholeLengthsCm = { inch: 2.54, least: 15, medium: 25, large: 33 } as const;

/** Slices of a whole pie or cake of which only the slice is known. */
export const slicesOfWhole = 6;

/** A larger number without unit is read as grams when the food is not counted by the piece. */
export const leastNumberAsGrams = 40;

/** A count from here on means pieces, not portions. */
export const leastPieceCount = 4;

/** Less than this is not told apart from it. */
export const leastGrams = 0.01;

/** Quantile of the normal distribution for an 80 % interval. */
export const z80 = 1.2815515655446004;
