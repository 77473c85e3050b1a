/**
 * Which figures do the USDA tables give for a code?
 *
 * FNDDS 2019-20 for fndds:, SR 28 for ndb:, Foundation Foods (newest publication, holes filled from nothing) for fdc:. A figure that is not in the
 * table stays empty. Added sugar and ALA have rules of their own, below.
 */
import { readUsda } from "./usda.mjs";

/** A teaspoon of added sugar in the food patterns database, g (USDA: 1 tsp eq = 4.2 g). */
const TEASPOON = 4.2;
/** All sugar of the food, g per 100 g, below which none counts as added. */
const NEXT_TO_NO_SUGAR = 0.5;

/**
 * Kinds of food that nobody sweetens: plain milk and cheese, meat, fish, eggs, legumes, nuts, plain grains, fruit, vegetables, potatoes, 100 % juice,
 * coffee, tea, beer, wine, water, fat, porridge. Where the food patterns database (2009-10 codes) does not hold such a code, its added sugar is 0 unless
 * a word of the description says otherwise. FNDDS: WWEIA numbers; SR 28 and Foundation Foods: groups of the same kind.
 */
const PLAIN_WWEIA = new Set(
  [
    "1002 1004 1006 1008 1602 1604 2002 2004 2006 2008 2010 2202 2206 2402 2404 2502 2802 2804 4002 4004 4802 4804",
    "6002 6004 6006 6008 6009 6010 6011 6012 6014 6018 6020 6022 6024",
    "6402 6404 6406 6407 6409 6410 6411 6412 6413 6414 6416 6418 6420 6802 6804",
    "7002 7004 7006 7008 7302 7304 7502 7504 7702 7704 8002 9602",
  ].flatMap((line) => line.split(" ")),
);
const FRUIT_WWEIA = /^(60[0-2]\d)$/;
/** Name of the SR 28 group, and the number of the same group in Foundation Foods. */
const PLAIN_GROUPS = new Map([
  ["Dairy and Egg Products", "1"],
  ["Spices and Herbs", "2"],
  ["Fats and Oils", "4"],
  ["Poultry Products", "5"],
  ["Fruits and Fruit Juices", "9"],
  ["Pork Products", "10"],
  ["Vegetables and Vegetable Products", "11"],
  ["Nut and Seed Products", "12"],
  ["Beef Products", "13"],
  ["Finfish and Shellfish Products", "15"],
  ["Legumes and Legume Products", "16"],
  ["Lamb, Veal, and Game Products", "17"],
  ["Cereal Grains and Pasta", "20"],
]);
const PLAIN_NUMBERS = new Set(PLAIN_GROUPS.values());
const SWEETENED = new RegExp(
  [
    "sugar|sweeten|syrup|sirup|honey|candied|glazed|flavor|chocolate|cocoa|mocha|chai|caramel|with fruit|coconut, packaged|almond paste",
    "dressing|mayonnaise|margarine|pickle|relish|sauce|ketchup|catsup|baked beans|pork and beans|beans and franks|beans with meat|wasabi",
    "pudding|dessert|ice cream|yogurt|shake|drink|beverage|eggnog|cream substitute|topping|spread|peanut butter|condensed|infant|\\bmix\\b",
    "breaded|battered|coated|fried|casserole|souffle|salad|creamed|marinat|teriyaki|barbecue|ribs|pressed|cocktail|benedict|jerky|sausage|cured|bacon",
    "imitation|restaurant|fast food|soup|nectar|ambrosia|maraschino|pie filling|cranberries, dried|veggie|burger|vegetarian|meatless|soy milk|soymilk",
    "wine cooler|sangria|punch|hard cider|champagne|rhubarb|apple, baked|fritter|chutney|tamarind|bottled|ready-to-drink|blended|thai|bubble",
  ].join("|"),
  "i",
);
const UNSWEETENED = /unsweetened|without (added )?(sugar|sweetener)|no sugar added|no added sugar/i;
/** Fried is no reason to doubt a potato, an egg or a vegetable. */
const FRIED_PLAIN = /^(egg|potato|plantain|spinach|broccoli|beans?)/i;

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
        addedSugarGrams: addedSugar(row, patterns.get(row.food_code), isPlainFndds(row)),
        // all 18:3; the n-3 form alone is not given: an upper bound
        alaGrams: row.fa18_3_g,
        epaDhaGrams: sum(row.epa_g, row.dha_g),
      },
    };
  }

  function ofSr(row) {
    const isPlain = PLAIN_GROUPS.has(row.group);
    return {
      description: row.description,
      figures: {
        ...common(row),
        ...silentZeros(row, isPlain),
        addedSugarGrams: addedSugar(row, undefined, isPlain && isPlainByWords(row.description)),
        alaGrams: row.ala_g === "" ? row.fa18_3_g : row.ala_g,
        epaDhaGrams: sum(row.epa_g, row.dha_g),
      },
    };
  }

  function ofFoundation(row) {
    const isPlain = PLAIN_NUMBERS.has(row.food_category_id);
    const energy = [row.kcal, row.kcal_atwater_spec, row.kcal_atwater_gen].find((value) => value !== "") ?? "";
    return {
      description: row.description,
      figures: {
        ...common(row),
        ...silentZeros(row, isPlain),
        energyKcal: energy,
        addedSugarGrams: addedSugar(row, undefined, isPlain && isPlainByWords(row.description)),
      },
    };
  }
}

/** Nobody measures alcohol or caffeine in a carrot: where a plain food's table is silent, both are 0. */
function silentZeros(row, isPlain) {
  const or0 = (value) => (value === undefined || value === "" ? (isPlain ? "0" : "") : value);
  return { alcoholGrams: or0(row.alcohol_g), caffeineMg: or0(row.caffeine_mg) };
}

function isPlainFndds({ wweia_no, description }) {
  if (/^18(20|22)$/.test(wweia_no)) return /, plain$/.test(description);
  if (FRUIT_WWEIA.test(wweia_no) && /canned|frozen, NFS|cooked/i.test(description))
    return UNSWEETENED.test(description);
  return PLAIN_WWEIA.has(wweia_no) && isPlainByWords(description);
}

function isPlainByWords(description) {
  const said = FRIED_PLAIN.test(description) ? description.replace(/fried/i, "") : description;
  return !SWEETENED.test(said.replace(/, no(t)? (sauce|dressing)/i, ""));
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

/**
 * Teaspoons of the food patterns where the code is there (at most the food's sugar); 0 for what has next to no sugar or is not sweetened; else
 * unknown ("").
 */
function addedSugar({ sugar_g: sugar, description }, pattern, isPlain) {
  if (pattern !== undefined) {
    const grams = Number(pattern.add_sugars) * TEASPOON;
    return text(sugar === "" ? grams : Math.min(grams, Number(sugar)));
  }
  if (sugar !== "" && Number(sugar) <= NEXT_TO_NO_SUGAR) return "0";
  return isPlain || UNSWEETENED.test(description) ? "0" : "";
}

function sum(a, b) {
  if (a === "" && b === "") return "";
  return text(Number(a) + Number(b));
}

function text(value) {
  return String(Number(value.toFixed(3)));
}
