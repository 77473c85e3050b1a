/**
 * How far may a figure of a food be off, and what is assumed of a food that was not understood?
 *
 * SDs of the natural logarithm for the figure of one food (grams have an error of their own). Typical errors as in the design of the food layer; own
 * judgement where marked. Prebiotic ranges are literature, never measurements: median sqrt(low x high), log SD at least .5.
 */
import { log } from "../numeric/elementary.ts";
import type { ExposureName } from "./exposure.ts";
import type { SourcedRange } from "./food.ts";
import { lognormal, type Moments } from "./moments.ts";
import type { NutrientName } from "./nutrients.ts";

/** Exposures that add up over foods; the others are formed from sums. */
export type AdditiveName = Exclude<ExposureName, "liveMicrobesLog10Cfu" | "plantTaxa" | "ultraProcessedEnergyShare">;

/** Log SD of the figure of one food. Not from the design: carbohydrate, protein, fat and sugar, as their scatter within a name suggests. */
export const figureLogSd: Readonly<Record<NutrientName, number>> = {
  energyKcal: 0.25,
  waterGrams: 0.1,
  proteinGrams: 0.3,
  fatGrams: 0.4,
  saturatedFatGrams: 0.45,
  carbohydrateGrams: 0.3,
  fibreGrams: 0.45,
  sugarGrams: 0.45,
  addedSugarGrams: 0.5,
  alcoholGrams: 0.25,
  caffeineMg: 0.3,
  alaGrams: 0.5,
  epaDhaGrams: 0.5,
};

/** Log SD of counted servings and of what flags are read as. */
export const servingLogSd = { ferment: 0.3, dairy: 0.35, whey: 0.35, glycaemicLoad: 0.4, ordinal: 0.3 } as const;

/** Recipes differ: log SD of the share of one component of a dish (own judgement). */
export const partLogSd = 0.4;

/** SD of log10 CFU of one food as eaten, within its class. */
export const liveSd = 1;

/** Middle of the classes of live microbes, log10 CFU per g (classes of Marco 2022). */
export const log10CfuPerGram = { low: 3, medium: 5.5, high: 8 } as const;

/** A literature range per 100 g as a lognormal amount per gram: median sqrt(low x high), log SD max(.5, ln(high/low) / 3.3). */
export function rangeMoments({ low, high }: SourcedRange): Moments {
  if (!(high > 0)) return { mean: 0, variance: 0 };
  const least = low > 0 ? low : high / 10;
  return lognormal(Math.sqrt(least * high) / 100, Math.max(0.5, log(high / least) / 3.3));
}

/** Mean and log SD per 100 g of something eaten that was not understood. */
interface Assumed {
  readonly mean: number;
  readonly logSd: number;
}

/**
 * Per 100 g of an unknown food and of an unknown drink: what an item of the food recalls of the development set brought on average (150 g of a
 * food with 1.5 g fibre; 300 ml of a drink with .2 g), with their spread. What only few foods have (alcohol, live ferments) is in `rare`.
 */
export const unknownPer100Grams: Readonly<Record<"food" | "drink", Readonly<Partial<Record<NutrientName, Assumed>>>>> =
  {
    food: {
      energyKcal: { mean: 82, logSd: 0.55 },
      proteinGrams: { mean: 3, logSd: 0.8 },
      fatGrams: { mean: 3.8, logSd: 0.8 },
      saturatedFatGrams: { mean: 1.3, logSd: 0.95 },
      carbohydrateGrams: { mean: 9.1, logSd: 0.7 },
      fibreGrams: { mean: 0.9, logSd: 0.8 },
      sugarGrams: { mean: 3.4, logSd: 0.9 },
      addedSugarGrams: { mean: 1.6, logSd: 1.3 },
      alaGrams: { mean: 0.08, logSd: 1 },
      epaDhaGrams: { mean: 0.006, logSd: 2 },
    },
    drink: {
      energyKcal: { mean: 17, logSd: 1 },
      proteinGrams: { mean: 0.6, logSd: 1 },
      fatGrams: { mean: 0.27, logSd: 1.2 },
      saturatedFatGrams: { mean: 0.12, logSd: 1.3 },
      carbohydrateGrams: { mean: 2, logSd: 1 },
      fibreGrams: { mean: 0.07, logSd: 1.3 },
      sugarGrams: { mean: 1.6, logSd: 1 },
      addedSugarGrams: { mean: 0.9, logSd: 1.3 },
    },
  };

/**
 * Of an unknown food or drink: SD per 100 g of what most foods have none of. The mean is taken as 0, so that one unknown word makes no drink and no
 * ferment; the day's SD still grows. From how often such foods stand in the recalls.
 */
export const rarePer100Grams: Readonly<Record<"food" | "drink", Readonly<Partial<Record<AdditiveName, number>>>>> = {
  food: {
    prebioticFructanGrams: 0.3,
    resistantStarchGrams: 0.5,
    betaGlucanGrams: 0.2,
    prebioticServings: 0.2,
    fibreRichServings: 0.25,
    fermentedServings: 0.2,
    fermentedKilledServings: 0.2,
    ultraProcessedServings: 0.3,
    dairyServings: 0.15,
    milkServings: 0.05,
    skimMilkServings: 0.02,
    fermentedDairyServings: 0.08,
    cheeseServings: 0.12,
    wheyGrams: 1,
    glycaemicLoad: 7,
    alcoholGrams: 0.5,
    caffeineMg: 3,
    spicyServings: 0.2,
    histamineServings: 0.2,
    redMeatServings: 0.2,
    processedMeatServings: 0.2,
    soyServings: 0.15,
    glutenGrainServings: 0.4,
    eggServings: 0.3,
    nutServings: 0.2,
    citrusTomatoServings: 0.2,
  },
  drink: {
    ultraProcessedServings: 0.15,
    fermentedServings: 0.08,
    dairyServings: 0.08,
    milkServings: 0.08,
    wheyGrams: 0.5,
    glycaemicLoad: 2,
    alcoholGrams: 1,
    redWineGrams: 0.4,
    whiteWineGrams: 0.3,
    beerGrams: 0.5,
    spiritsGrams: 0.4,
    caffeineMg: 8,
    hotDrinks: 0.12,
    histamineServings: 0.08,
    citrusTomatoServings: 0.08,
  },
};
