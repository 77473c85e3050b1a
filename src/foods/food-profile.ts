/**
 * What does one gram of this food bring, and how sure is that?
 *
 * Figures with their errors, literature ranges as lognormal amounts, servings from flags; a dish takes from its parts what its own row does not say
 * (plants, flags, ferments, prebiotics, NOVA). Grams eaten, and which food it was, have errors of their own (exposures.ts).
 */
import { log } from "../numeric/elementary.ts";
import { normalCdf } from "../numeric/normal.ts";
import { changedFood } from "./changed-food.ts";
import { type AdditiveName, figureLogSd, rangeMoments, servingLogSd } from "./figure-errors.ts";
import type { Food, FoodTable } from "./food.ts";
import { fermentOf } from "./ferment-profile.ts";
import { type FoodProfile, type PartProfile, sumOfParts } from "./dish-parts.ts";
import type { Change } from "./meal-reading.ts";
import {
  addMoments,
  lognormal,
  type Moments,
  multiplyMoments,
  nothing,
  scaleMoments,
  withLogError,
} from "./moments.ts";
import type { NutrientName } from "./nutrients.ts";
import { alcoholKind, servingsPerGram } from "./serving-sizes.ts";

/** Where the parts of dishes are looked up. */
export type FoodsById = FoodTable["byId"];

/** Parts of parts of parts are not followed further. */
const DEEPEST = 3;

/** A portion holds fibre worth counting from so many grams on ("fibre-rich" of the catalogue). */
const FIBRE_RICH_GRAMS = 3;
/** A serving counts as prebiotic from so many grams of fructans, GOS and cereal beta-glucan together. */
const PREBIOTIC_GRAMS = 1;
/** Energy share that is taken as NOVA 4 where nobody has judged the food. */
const UNJUDGED_NOVA4 = 0.4;
/** Glycaemic index where no class range is known: the middle of low to high foods, wide. */
const UNKNOWN_GI = { low: 35, high: 75 } as const;

/** The profile of a food with the changes that the words make. Never throws; parts that are not in the table are left out. */
export function profileOf(given: Food, changes: readonly Change[], byId: FoodsById, depth = 0): FoodProfile {
  const food = changedFood(given, changes);
  const parts = partsOf(food, changes, byId, depth);
  const perGram = new Map<AdditiveName, Moments>();
  const put = (name: AdditiveName, moments: Moments): void => {
    if (moments.mean > 0) perGram.set(name, moments);
  };
  for (const name of FIGURES) put(name, figureOf(name, food, parts));
  for (const [name, range] of RANGES) {
    const own = food[range];
    put(name, own === null ? sumOfParts(parts, name) : rangeMoments(own));
  }
  for (const name of FROM_FLAGS) put(name, sumOfParts(parts, name));
  for (const [name, value] of servingsPerGram(food)) {
    if (!perGram.has(name)) put(name, withLogError(value, logSdOf(name)));
  }
  putAlcoholKind(food, perGram, put);
  putServings(food, perGram, put);
  put("glycaemicLoad", glycaemicLoad(food, parts));
  const nova4 = nova4Of(food, parts);
  put("ultraProcessedServings", countMoments(nova4, food.portionGrams));
  const ferment = fermentOf(food, parts);
  put("fermentedServings", ferment.live);
  put("fermentedKilledServings", ferment.killed);
  return { perGram, nova4, log10Cfu: ferment.log10Cfu, log10CfuSd: ferment.log10CfuSd, plants: plantsOf(food, parts) };
}

const FIGURES: readonly (AdditiveName & NutrientName)[] = [
  "energyKcal",
  "proteinGrams",
  "fatGrams",
  "saturatedFatGrams",
  "carbohydrateGrams",
  "fibreGrams",
  "sugarGrams",
  "addedSugarGrams",
  "alcoholGrams",
  "caffeineMg",
  "alaGrams",
  "epaDhaGrams",
];

const RANGES = [
  ["prebioticFructanGrams", "fructans"],
  ["resistantStarchGrams", "resistantStarch"],
  ["betaGlucanGrams", "betaGlucan"],
] as const;

/** What a dish has from its parts; its own flags are asked only where no part brings it. */
const FROM_FLAGS: readonly AdditiveName[] = [
  "dairyServings",
  "milkServings",
  "skimMilkServings",
  "fermentedDairyServings",
  "cheeseServings",
  "wheyGrams",
  "histamineServings",
  "redMeatServings",
  "processedMeatServings",
  "soyServings",
  "glutenGrainServings",
  "eggServings",
  "nutServings",
  "citrusTomatoServings",
];

function partsOf(food: Food, changes: readonly Change[], byId: FoodsById, depth: number): readonly PartProfile[] {
  if (depth >= DEEPEST) return [];
  return food.parts.flatMap((part) => {
    const component = byId.get(part.food);
    if (component === undefined || component.id === food.id) return [];
    const profile = profileOf(component, changes, byId, depth + 1);
    return [{ food: component, share: part.share / 100, profile }];
  });
}

function figureOf(name: AdditiveName & NutrientName, food: Food, parts: readonly PartProfile[]): Moments {
  const figure = food.per100Grams[name];
  if (figure !== undefined) return withLogError(figure / 100, figureLogSd[name]);
  return parts.length > 0 ? sumOfParts(parts, name) : unmeasured(name, food);
}

/** A figure that nobody measured, from what is known of the food; own judgement, wide. */
function unmeasured(name: NutrientName, food: Food): Moments {
  const { energyKcal, fatGrams, carbohydrateGrams, proteinGrams, sugarGrams, alcoholGrams } = food.per100Grams;
  const wide = (per100: number, logSd = 0.8): Moments => withLogError(per100 / 100, logSd);
  switch (name) {
    case "energyKcal":
      return wide(
        4 * (carbohydrateGrams ?? 8) + 4 * (proteinGrams ?? 3) + 9 * (fatGrams ?? 3) + 7 * (alcoholGrams ?? 0),
        0.4,
      );
    case "addedSugarGrams":
      return wide((sugarGrams ?? 0) * (food.nova === null ? 0.3 : 0.7 * food.nova[3] + 0.1), 1);
    case "sugarGrams":
      return wide((carbohydrateGrams ?? 8) * 0.3);
    case "saturatedFatGrams":
      return wide((fatGrams ?? 3) * 0.3, 0.6);
    case "alaGrams":
      return wide((fatGrams ?? 3) * 0.015, 1.2);
    case "epaDhaGrams":
      return wide(food.flags.includes("oily-fish") ? 1.5 : 0);
    case "fibreGrams":
      return wide((energyKcal ?? 80) * 0.01, 1);
    case "proteinGrams":
      return wide((energyKcal ?? 80) * 0.035);
    case "fatGrams":
      return wide((energyKcal ?? 80) * 0.04);
    case "carbohydrateGrams":
      return wide((energyKcal ?? 80) * 0.12);
    case "alcoholGrams":
    case "caffeineMg":
    case "waterGrams":
      return nothing;
  }
}

function logSdOf(name: AdditiveName): number {
  if (name === "wheyGrams") return servingLogSd.whey;
  return /dairy|milk|cheese/i.test(name) ? servingLogSd.dairy : servingLogSd.ordinal;
}

function putAlcoholKind(
  food: Food,
  perGram: ReadonlyMap<AdditiveName, Moments>,
  put: (name: AdditiveName, moments: Moments) => void,
): void {
  const kind = alcoholKind(food);
  const alcohol = perGram.get("alcoholGrams");
  if (kind !== null && alcohol !== undefined) put(kind, alcohol);
}

/** Spicy dishes, fibre-rich and prebiotic servings: a portion is one or is none. */
function putServings(
  food: Food,
  perGram: ReadonlyMap<AdditiveName, Moments>,
  put: (name: AdditiveName, moments: Moments) => void,
): void {
  const inPortion = (name: AdditiveName): number => (perGram.get(name)?.mean ?? 0) * food.portionGrams;
  if (inPortion("fibreGrams") >= FIBRE_RICH_GRAMS) {
    put("fibreRichServings", withLogError(1 / food.portionGrams, servingLogSd.ordinal));
  }
  const held = scaleMoments(
    addMoments(perGram.get("prebioticFructanGrams") ?? nothing, perGram.get("betaGlucanGrams") ?? nothing),
    food.portionGrams,
  );
  put("prebioticServings", countMoments(shareAbove(held, PREBIOTIC_GRAMS), food.portionGrams));
}

/** Probability that a lognormal amount reaches `least`; near 0 and near 1 it is taken as such. */
function shareAbove({ mean, variance }: Moments, least: number): number {
  if (!(mean > 0)) return 0;
  const logVariance = log(1 + variance / (mean * mean));
  const median = mean / Math.sqrt(1 + variance / (mean * mean));
  const share = logVariance > 0 ? normalCdf(log(median / least) / Math.sqrt(logVariance)) : median >= least ? 1 : 0;
  return share < 0.1 ? 0 : share > 0.9 ? 1 : share;
}

/** A portion that counts as one serving with this probability, per gram. */
function countMoments(probability: number, portionGrams: number): Moments {
  const perGram = 1 / portionGrams;
  const wide = withLogError(probability * perGram, servingLogSd.ordinal);
  return { mean: wide.mean, variance: wide.variance + probability * (1 - probability) * perGram * perGram };
}

/**
 * GI x available carbohydrate. USDA carbohydrate is by difference and holds the fibre; labels and European tables give available carbohydrate:
 * the fibre is taken off once, and only where it is in.
 */
function glycaemicLoad(food: Food, parts: readonly PartProfile[]): Moments {
  const range = food.glycaemicIndex;
  if (range === null && parts.length > 0) return sumOfParts(parts, "glycaemicLoad");
  const carbohydrate = food.per100Grams.carbohydrateGrams ?? 0;
  const available = Math.max(0, carbohydrate - (holdsFibre(food) ? (food.per100Grams.fibreGrams ?? 0) : 0));
  const { low, high } = range ?? UNKNOWN_GI;
  const spread = low > 0 && high > low ? log(high / low) / 3.3 : 0;
  const index = lognormal(Math.sqrt(low * high), Math.max(0.05, spread));
  const carbohydrateError = Math.max(0.1, servingLogSd.glycaemicLoad - spread);
  return multiplyMoments(index, withLogError(available / 10_000, carbohydrateError));
}

/** Figures of the USDA tables have fibre inside carbohydrate; figures of labels, Open Food Facts, CIQUAL and CoFID have not. */
function holdsFibre(food: Food): boolean {
  return !food.source.startsWith("own:") || /^own:(?:fdc|fndds|ndb|usda)/.test(food.source);
}

function nova4Of(food: Food, parts: readonly PartProfile[]): number {
  if (food.nova !== null) return food.nova[3];
  let energy = 0;
  let ultra = 0;
  for (const { share, profile } of parts) {
    const own = share * (profile.perGram.get("energyKcal")?.mean ?? 0);
    energy += own;
    ultra += own * profile.nova4;
  }
  return energy > 0 ? ultra / energy : UNJUDGED_NOVA4;
}

function plantsOf(food: Food, parts: readonly PartProfile[]): ReadonlyMap<string, number> {
  const plants = new Map<string, number>();
  const add = (taxon: string, weight: number): void => {
    plants.set(taxon, Math.max(weight, plants.get(taxon) ?? 0));
  };
  for (const { profile } of parts) for (const [taxon, weight] of profile.plants) add(taxon, weight);
  for (const taxon of food.plants) {
    const isSpice = food.spices === undefined ? food.isSpice : food.spices.includes(taxon);
    add(taxon, isSpice ? 0.25 : 1);
  }
  return plants;
}
