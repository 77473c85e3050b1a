/**
 * Which figures do the USDA tables give for a code?
 *
 * FNDDS 2019-20 for fndds:, SR 28 for ndb:, Foundation Foods (newest publication, holes filled from nothing) for fdc:. A figure that is not in the
 * table stays empty. Added sugar and ALA have rules of their own, below.
 */
import { readUsda } from "./usda.mjs";

/** A teaspoon of added sugar in the food patterns database, g (USDA: 1 tsp eq = 4.2 g). */
const TEASPOON = 4.2;

/**
 * Unsweetened by category: added sugar 0 although the food patterns database (2009-10 codes) does not hold the code.
 * FNDDS: WWEIA numbers of plain milk, cheese, meat, fish, eggs, legumes, nuts, plain grains, fruit, vegetables, potatoes, 100 % juice, beer, wine,
 * water, butter, oil; minus words that say something sweet was added. SR: groups of the same kind, same words.
 */
const PLAIN_WWEIA = new Set(
  (
    "1002 1004 1006 1008 1602 1604 2002 2004 2006 2008 2010 2202 2206 2402 2404 2502 2802 2804 4002 4004 " +
    "6002 6004 6006 6008 6009 6010 6011 6012 6014 6018 6020 6022 6024 6402 6404 6406 6407 6409 6410 6411 6412 6413 6414 6416 6418 6420 6802 6804 " +
    "7002 7004 7006 7008 7502 7504 7702 7704 8002 9602"
  ).split(" "),
);
const PLAIN_SR = new Set([
  "Spices and Herbs",
  "Fats and Oils",
  "Poultry Products",
  "Pork Products",
  "Vegetables and Vegetable Products",
  "Fruits and Fruit Juices",
  "Nut and Seed Products",
  "Beef Products",
  "Finfish and Shellfish Products",
  "Legumes and Legume Products",
  "Lamb, Veal, and Game Products",
  "Cereal Grains and Pasta",
  "Dairy and Egg Products",
]);
const SWEETENED =
  /sugar|sweeten|syrup|sirup|honey|candied|glazed|flavor|chocolate|dressing|mayonnaise|margarine|frozen, sw|canned in|packed in|pickle|relish|sauce|ketchup|catsup|baked beans|pudding|dessert|ice cream|yogurt|shake|drink|beverage|eggnog|cream substitute|topping|spread|breaded|battered|casserole|souffle|salad|creamed|marinated|teriyaki|barbecue|jerky|sausage|cured|ham\b|bacon|butter, smooth|peanut butter|milk, condensed|infant|mix|imitation|restaurant|fast food|soup|juice cocktail|nectar|ambrosia|maraschino|cranberry sauce|pie filling|cranberries, dried|veggie|burger|vegetarian|meatless|soymilk|soy milk|tofu yogurt|wine cooler|sangria|apple ?sauce|rhubarb, cooked|baked, ns|fritter|chutney|tamarind cand/i;
const UNSWEETENED = /unsweetened|without (added )?(sugar|sweetener)|no sugar added|no added sugar/i;

/** A function code -> { figures, description } or null when no table holds the code. `nutrients`: names in the order of src/foods/nutrients.ts. */
export function createFigureLookup(folder) {
  const byCode = (name, column) => new Map(readUsda(folder, name).map((row) => [row[column], row]));
  const fndds = byCode("fndds1920_foods.tsv", "food_code");
  const sr = byCode("sr28_foods.tsv", "ndb");
  const patterns = byCode("fped_2009_10.tsv", "foodcode");
  const foundation = new Map();
  for (const row of readUsda(folder, "foundation_2023_04.tsv")) foundation.set(row.fdc_id, row);
  const srByFdc = new Map(readUsda(folder, "sr_legacy_2018_index.tsv").map((row) => [row.fdc_id, row.sr28_ndb]));
  return lookUp;

  function lookUp(code) {
    const [kind, key] = code.split(":");
    if (kind === "fndds" && fndds.has(key)) return ofFndds(fndds.get(key));
    if (kind === "ndb" && sr.has(key)) return ofSr(sr.get(key));
    if (kind === "fdc" && foundation.has(key)) return ofFoundation(foundation.get(key));
    // an FDC id of SR Legacy leads to the SR 28 row of the same food
    if (kind === "fdc" && sr.has(srByFdc.get(key))) return ofSr(sr.get(srByFdc.get(key)));
    return null;
  }

  function ofFndds(row) {
    return {
      description: row.description,
      figures: {
        ...common(row),
        addedSugarGrams: addedSugar(
          row.sugar_g,
          patterns.get(row.food_code),
          PLAIN_WWEIA.has(row.wweia_no),
          row.description,
        ),
        // all 18:3; the n-3 form alone is not given: an upper bound
        alaGrams: row.fa18_3_g,
        epaDhaGrams: sum(row.epa_g, row.dha_g),
      },
    };
  }

  function ofSr(row) {
    return {
      description: row.description,
      figures: {
        ...common(row),
        addedSugarGrams: addedSugar(row.sugar_g, undefined, PLAIN_SR.has(row.group), row.description),
        alaGrams: row.ala_g === "" ? row.fa18_3_g : row.ala_g,
        epaDhaGrams: sum(row.epa_g, row.dha_g),
      },
    };
  }

  function ofFoundation(row) {
    const energy = [row.kcal, row.kcal_atwater_spec, row.kcal_atwater_gen].find((value) => value !== "") ?? "";
    return { description: row.description, figures: { ...common(row), energyKcal: energy } };
  }
}

function common(row) {
  return {
    energyKcal: row.kcal,
    waterGrams: row.water_g,
    proteinGrams: row.protein_g,
    fatGrams: row.fat_g,
    saturatedFatGrams: row.satfat_g ?? "",
    carbohydrateGrams: row.carb_g,
    fibreGrams: row.fibre_g,
    sugarGrams: row.sugar_g,
    addedSugarGrams: "",
    alcoholGrams: row.alcohol_g ?? "",
    caffeineMg: row.caffeine_mg ?? "",
    alaGrams: "",
    epaDhaGrams: "",
  };
}

/** Teaspoons of the food patterns where the code is there (at most the food's sugar), 0 for what is unsweetened, else unknown (""). */
function addedSugar(sugar, pattern, isPlain, description) {
  if (pattern !== undefined) {
    const grams = Number(pattern.add_sugars) * TEASPOON;
    return text(sugar === "" ? grams : Math.min(grams, Number(sugar)));
  }
  if (sugar !== "" && Number(sugar) === 0) return "0";
  if (UNSWEETENED.test(description)) return "0";
  return isPlain && !SWEETENED.test(description) ? "0" : "";
}

function sum(a, b) {
  if (a === "" && b === "") return "";
  return text(Number(a) + Number(b));
}

function text(value) {
  return String(Number(value.toFixed(3)));
}
