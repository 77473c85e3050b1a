/**
 * Which figures does a food carry, and in which units?
 *
 * All per 100 g of the food as eaten (or as named: "dried"). A figure that nobody measured is absent (null in compact rows), never 0.
 * Fibre is AOAC 985.29 as in the USDA tables: it misses most fructans and much resistant starch, which are exposures of their own.
 */

/** Names of the figures, in the order of the compact table. */
export const nutrientNames = [
  "energyKcal",
  "waterGrams",
  "proteinGrams",
  "fatGrams",
  "saturatedFatGrams",
  "carbohydrateGrams",
  "fibreGrams",
  "sugarGrams",
  "addedSugarGrams",
  "alcoholGrams",
  "caffeineMg",
  /** Alpha-linolenic acid (18:3 n-3); where only all 18:3 is known, an upper bound. */
  "alaGrams",
  "epaDhaGrams",
] as const;

/** Name of one figure. */
export type NutrientName = (typeof nutrientNames)[number];

/** Figures per 100 g; absent = not known. */
export type Nutrients = Readonly<Partial<Record<NutrientName, number>>>;
