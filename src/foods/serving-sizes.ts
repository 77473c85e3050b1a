/**
 * How many servings of milk, cheese, egg, spice, wine ... are in one gram of a food?
 *
 * Read from the flags of the food. One serving: dairy a cup-equivalent of the US food patterns (240 ml of milk or yogurt, 43 g of hard cheese); live
 * ferments 100 g of dairy, 50 g of vegetables, 250 ml of a drink, 20 g of miso; an egg; 30 g of nuts; 100 g of red or 50 g of processed meat; 80 g of
 * citrus or tomato; of what is left, the usual portion. Cakes, bars and sauces hold the flagged food only as an ingredient.
 */
import type { Food, FoodFlag } from "./food.ts";
import type { AdditiveName } from "./figure-errors.ts";

/** Categories (of the hand-written and of the selected tables) in which a flag names the food itself; elsewhere it names an ingredient. */
const MAIN = {
  dairy: new Set(["dairy-eggs-ferments", "dairy", "cheese", "own"]),
  egg: new Set(["dairy-eggs-ferments", "eggs", "own"]),
  nut: new Set(["fruit-nuts", "nuts", "own"]),
  soy: new Set(["pulses", "soy", "dairy-eggs-ferments", "plant-drinks", "own"]),
  meat: new Set(["meat-fish-condiments", "meat", "own"]),
  grain: new Set(["grains", "bread", "cereals", "bakery", "own"]),
} as const;

/** Milk, cup-equivalents per 100 g: class means of the food-pattern tables (FPED 2009-10) over the foods that carry the flag. */
const CUPS = {
  milkDrink: 0.41,
  milkPowder: 4,
  milkFood: 0.25,
  yogurt: 0.41,
  hardCheese: 2.35,
  halfHardCheese: 1.76,
  freshCheese: 0.5,
} as const;

/** The same where milk or cheese is an ingredient. */
const CUPS_INSIDE: Readonly<Record<"milk" | "cheese", Readonly<Record<string, number>>>> = {
  milk: { drinks: 0.25, sweets: 0.3, sauces: 0.3, "meat-fish-condiments": 0.3, soups: 0.15 },
  cheese: { pizza: 0.55, sandwiches: 1, vegetables: 1.2, "dishes-breakfast-snackmeals": 0.6, sweets: 0.05 },
};
const CUPS_INSIDE_ELSEWHERE = { milk: 0.12, cheese: 0.35 } as const;

/** Share of the protein of a shake, bar or powder that is whey: own judgement, products differ. */
const WHEY_SHARE = { powder: 0.9, drink: 0.7, bar: 0.4 } as const;

/** Share of an ingredient in cakes, bars, sauces and dishes that do not list it: own judgement. */
const INGREDIENT_SHARE = 0.12;
const MEAT_SHARE = 0.3;

/** Servings per gram by exposure; what is absent is none. */
export function servingsPerGram(food: Food): ReadonlyMap<AdditiveName, number> {
  const has = (flag: FoodFlag): boolean => food.flags.includes(flag);
  const found = new Map<AdditiveName, number>();
  const put = (name: AdditiveName, value: number): void => {
    if (value > 0) found.set(name, value);
  };
  const portion = 1 / food.portionGrams;
  const isMain = (kind: keyof typeof MAIN): boolean => MAIN[kind].has(food.category);

  const milk = has("milk") || has("skim-milk") ? milkCups(food) : 0;
  put("milkServings", milk);
  if (has("skim-milk")) put("skimMilkServings", milk);
  const fermented = has("fermented-dairy") && !has("cream-butter") ? CUPS.yogurt / 100 : 0;
  put("fermentedDairyServings", fermented);
  const cheese = has("cheese") && !has("cream-butter") ? cheeseCups(food) : 0;
  put("cheeseServings", cheese);
  put("dairyServings", milk + fermented + cheese);
  if (has("whey")) put("wheyGrams", wheyGrams(food));

  if (has("spicy")) put("spicyServings", portion);
  if (has("hot-drink")) put("hotDrinks", portion);
  if (has("histamine")) put("histamineServings", portion);
  const meat = isMain("meat") ? 1 : MEAT_SHARE;
  if (has("processed-meat")) put("processedMeatServings", meat / 50);
  else if (has("red-meat")) put("redMeatServings", meat / 100);
  if (has("soy")) put("soyServings", portion * (isMain("soy") && !has("condiment") ? 1 : INGREDIENT_SHARE));
  if (has("gluten-grain")) put("glutenGrainServings", portion * (isMain("grain") ? 1 : has("condiment") ? 0.1 : 0.5));
  if (has("egg")) put("eggServings", (isMain("egg") ? 1 : INGREDIENT_SHARE) / 50);
  if (has("nut")) put("nutServings", (isMain("nut") ? 1 : has("drink") ? 0.03 : INGREDIENT_SHARE) / 30);
  if (has("citrus-tomato")) put("citrusTomatoServings", 1 / (has("drink") ? 150 : has("condiment") ? 30 : 80));
  return found;
}

/** Grams of one serving of a ferment. */
export function fermentServingGrams(food: Food): number {
  const has = (flag: FoodFlag): boolean => food.flags.includes(flag);
  if (has("fermented-dairy") || has("cheese")) return 100;
  if (has("vegetable")) return 50;
  if (has("condiment")) return 20;
  if (has("drink") || has("hot-drink")) return 250;
  return food.category === "dairy-eggs-ferments" ? 100 : food.portionGrams;
}

/** Which kind of drink the alcohol of a food belongs to; null = none of the four. */
export function alcoholKind(food: Food): AdditiveName | null {
  if (food.flags.includes("red-wine")) return "redWineGrams";
  if (food.flags.includes("white-wine")) return "whiteWineGrams";
  if (food.flags.includes("beer")) return "beerGrams";
  return food.flags.includes("spirits") ? "spiritsGrams" : null;
}

function milkCups(food: Food): number {
  if (!MAIN.dairy.has(food.category)) {
    return (CUPS_INSIDE.milk[food.category] ?? CUPS_INSIDE_ELSEWHERE.milk) / 100;
  }
  if ((food.per100Grams.waterGrams ?? 100) < 10) return CUPS.milkPowder / 100;
  return (food.flags.includes("drink") ? CUPS.milkDrink : CUPS.milkFood) / 100;
}

function cheeseCups(food: Food): number {
  if (!MAIN.dairy.has(food.category)) {
    return (CUPS_INSIDE.cheese[food.category] ?? CUPS_INSIDE_ELSEWHERE.cheese) / 100;
  }
  const water = food.per100Grams.waterGrams ?? 45;
  return (water < 46 ? CUPS.hardCheese : water < 62 ? CUPS.halfHardCheese : CUPS.freshCheese) / 100;
}

function wheyGrams(food: Food): number {
  const protein = (food.per100Grams.proteinGrams ?? 0) / 100;
  if ((food.per100Grams.waterGrams ?? 50) < 10 && protein > 0.5) return protein * WHEY_SHARE.powder;
  return protein * (food.flags.includes("drink") ? WHEY_SHARE.drink : WHEY_SHARE.bar);
}
