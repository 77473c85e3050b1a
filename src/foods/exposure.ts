/**
 * What does eating bring to gut and skin, named and with units?
 *
 * Each exposure of a meal or a day is a mean and an SD. Means add up over items and meals; "log10" and rolling ones are formed after summing.
 */

/** Names of the exposures; those of the daily table's catalogue where it has them. */
export const exposureNames = [
  "energyKcal",
  "fibreGrams",
  "prebioticFructanGrams",
  "resistantStarchGrams",
  "betaGlucanGrams",
  "prebioticServings",
  "fibreRichServings",
  "fermentedServings",
  "fermentedKilledServings",
  "liveMicrobesLog10Cfu",
  "plantTaxa",
  "ultraProcessedEnergyShare",
  "ultraProcessedServings",
  "addedSugarGrams",
  "sugarGrams",
  "carbohydrateGrams",
  "proteinGrams",
  "fatGrams",
  "saturatedFatGrams",
  "dairyServings",
  "milkServings",
  "skimMilkServings",
  "fermentedDairyServings",
  "cheeseServings",
  "wheyGrams",
  "glycaemicLoad",
  "alcoholGrams",
  "redWineGrams",
  "whiteWineGrams",
  "beerGrams",
  "spiritsGrams",
  "caffeineMg",
  "spicyServings",
  "hotDrinks",
  "histamineServings",
  "alaGrams",
  "epaDhaGrams",
  "redMeatServings",
  "processedMeatServings",
  "soyServings",
  "glutenGrainServings",
  "eggServings",
  "nutServings",
  "citrusTomatoServings",
] as const;

/** One of the exposures. */
export type ExposureName = (typeof exposureNames)[number];

/** Mean and SD of one exposure; a plain number of the unit in its name. */
export interface Exposure {
  readonly mean: number;
  readonly sd: number;
}

/** All exposures of a meal; absent = nothing is known of it (no figure for any of its foods). */
export type Exposures = Readonly<Partial<Record<ExposureName, Exposure>>>;
