/**
 * What do the words around a food change about it: decaf, alcohol-free, plant-based, pasteurised, gluten-free, sugar-free, low-fat?
 *
 * A change overrides what the table says of the food, and of the parts of a dish. It takes away what the words take away and is no promise: an
 * alcohol-free beer keeps its trace, decaf its few milligrams, and nobody may decide about an allergy from it.
 */
import type { Food, FoodFlag } from "./food.ts";
import type { Change } from "./meal-reading.ts";
import type { NutrientName, Nutrients } from "./nutrients.ts";

/** Caffeine left in decaf coffee or tea, mg per 100 g (a cup of 240 g has about 3 mg; USDA FNDDS 92114000). Soft drinks: none. */
const DECAF_MG = 1.2;
/** "Alcohol-free" is up to .5 % by volume (.4 g in 100 ml) in most countries, and 0.0 % as often: half of it. */
const ALCOHOL_FREE_GRAMS = 0.2;
/** Fat of the reduced product as a share of the ordinary one; own judgement. */
const LOW_FAT_SHARE = 0.4;

const DAIRY: ReadonlySet<FoodFlag> = new Set([
  "milk",
  "skim-milk",
  "fermented-dairy",
  "cheese",
  "cream-butter",
  "whey",
]);
const GLUTEN: ReadonlySet<FoodFlag> = new Set(["gluten-grain"]);
const GLUTEN_PLANTS: ReadonlySet<string> = new Set(["wheat", "rye", "barley", "spelt", "einkorn", "emmer", "kamut"]);

/** The food as the words make it. Without changes: the same object. */
export function changedFood(food: Food, changes: readonly Change[]): Food {
  return changes.reduce(applyChange, food);
}

function applyChange(food: Food, change: Change): Food {
  switch (change) {
    case "decaf":
      return withFigures(food, {
        caffeineMg: atMost(food, "caffeineMg", food.flags.includes("hot-drink") ? DECAF_MG : 0),
      });
    case "alcohol-free":
      return withoutAlcohol(food);
    case "plant-based":
      return withoutDairy(food);
    case "gluten-free":
      return withoutGluten(food);
    case "sugar-free":
      return withoutAddedSugar(food);
    case "pasteurised":
    case "cooked":
      return heated(food);
    case "low-fat":
      return withLessFat(food);
  }
}

function withoutAlcohol(food: Food): Food {
  const had = food.per100Grams.alcoholGrams;
  if (had === undefined) return food;
  const has = Math.min(had, ALCOHOL_FREE_GRAMS);
  return withFigures(food, { alcoholGrams: has, energyKcal: less(food, "energyKcal", 7 * (had - has)) });
}

/** Yogurt and kefir of plants are fermented alike; cheese of plants mostly is not. */
function withoutDairy(food: Food): Food {
  const isCheese = food.flags.includes("cheese");
  const kept = withoutFlags(food, DAIRY);
  return isCheese && food.parts.length === 0 ? { ...kept, ferment: null, live: "low" } : kept;
}

function withoutGluten(food: Food): Food {
  if (!food.flags.includes("gluten-grain")) return food;
  const { fructans } = food;
  return {
    ...withoutFlags(food, GLUTEN),
    plants: food.plants.filter((plant) => !GLUTEN_PLANTS.has(plant)),
    // starch and rice flour instead: fewer fructans, how many is not known
    fructans: fructans === null ? null : { ...fructans, low: fructans.low / 5, high: fructans.high * 0.7 },
  };
}

function withoutAddedSugar(food: Food): Food {
  const gone = food.per100Grams.addedSugarGrams;
  if (gone === undefined || gone === 0) return food;
  return withFigures(food, {
    addedSugarGrams: 0,
    sugarGrams: less(food, "sugarGrams", gone),
    carbohydrateGrams: less(food, "carbohydrateGrams", gone),
    energyKcal: less(food, "energyKcal", 4 * gone),
  });
}

/** Live microbes are gone; what was fermented stays fermented. */
function heated(food: Food): Food {
  return { ...food, live: "low", ferment: food.ferment === null ? null : "killed" };
}

function withLessFat(food: Food): Food {
  const fat = food.per100Grams.fatGrams;
  if (fat === undefined) return food;
  const flags = food.flags.includes("milk") && !food.flags.includes("skim-milk") ? ["skim-milk" as const] : [];
  const changed = withFigures(food, {
    fatGrams: fat * LOW_FAT_SHARE,
    saturatedFatGrams: times(food, "saturatedFatGrams", LOW_FAT_SHARE),
    energyKcal: less(food, "energyKcal", 9 * fat * (1 - LOW_FAT_SHARE)),
  });
  return { ...changed, flags: [...changed.flags, ...flags] };
}

function withoutFlags(food: Food, gone: ReadonlySet<FoodFlag>): Food {
  return { ...food, flags: food.flags.filter((flag) => !gone.has(flag)) };
}

/** Figures that are not known stay not known. */
function withFigures(food: Food, figures: Readonly<Partial<Record<NutrientName, number | undefined>>>): Food {
  const known: Partial<Record<NutrientName, number>> = { ...food.per100Grams };
  for (const name of Object.keys(figures).filter(isNutrient)) {
    const value = figures[name];
    if (value !== undefined) known[name] = Math.max(0, value);
  }
  const per100Grams: Nutrients = known;
  return { ...food, per100Grams };
}

function isNutrient(name: string): name is NutrientName {
  return name.endsWith("Grams") || name === "energyKcal" || name === "caffeineMg";
}

function atMost(food: Food, name: NutrientName, most: number): number | undefined {
  const value = food.per100Grams[name];
  return value === undefined ? undefined : Math.min(value, most);
}

function less(food: Food, name: NutrientName, gone: number): number | undefined {
  const value = food.per100Grams[name];
  return value === undefined ? undefined : value - gone;
}

function times(food: Food, name: NutrientName, factor: number): number | undefined {
  const value = food.per100Grams[name];
  return value === undefined ? undefined : value * factor;
}
