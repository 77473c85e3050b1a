/**
 * Which foods of a large table does the person want?
 *
 * Countries and barcodes keep the library small (Open Food Facts has some 4 million products), `onlyWith` keeps foods that say what one looks for.
 */
import { settleFigures } from "./settle-figures.ts";
import { plainBarcode, type FoodFigureName, type FoodTableKind, type TableFood } from "./table-food.ts";
import type { FoodIgnoreRule } from "./table-problem.ts";

/** Which foods of a table are wanted. */
export interface FoodFilters {
  /** Tags of Open Food Facts ("en:germany"); empty = all. */
  readonly countries: readonly string[];
  /** Plain barcodes (`plainBarcode`); null = all. */
  readonly barcodes: ReadonlySet<string> | null;
  /** Figures that must be known; empty = none. */
  readonly onlyWith: readonly FoodFigureName[];
}

/** Every food is taken. */
export const noFilters: FoodFilters = { countries: [], barcodes: null, onlyWith: [] };

/** Why the person does not want this food; null = they do. */
export function unwanted(kind: FoodTableKind, food: TableFood, filters: FoodFilters): FoodIgnoreRule | null {
  const settled = settleFigures(kind, food.figures);
  if (Object.keys(settled).length === 0) return "no-figures";
  return filters.onlyWith.some((name) => settled[name] === undefined) ? "without-wanted-figure" : null;
}

/** Why a food of FoodData Central stays out by country or barcode; foods without a country of their own count as of the United States, where the table is made. */
export function ruledOut(
  filters: FoodFilters,
  barcode: string | null,
  countries: readonly string[],
): FoodIgnoreRule | null {
  if (filters.barcodes !== null && (barcode === null || !filters.barcodes.has(barcode))) return "other-barcode";
  const known = countries.length === 0 ? ["en:united-states"] : countries;
  if (filters.countries.length > 0 && !filters.countries.some((tag) => known.includes(tag))) return "other-country";
  return null;
}

/** The barcodes in a text: one a line, or separated by spaces, commas or semicolons. What is none is counted. */
export function readBarcodes(text: string): { readonly barcodes: ReadonlySet<string>; readonly strange: number } {
  const barcodes = new Set<string>();
  let strange = 0;
  for (const word of text.split(/[\s,;"']+/)) {
    if (word === "") continue;
    const plain = plainBarcode(word);
    if (plain === null) strange += 1;
    else barcodes.add(plain);
  }
  return { barcodes, strange };
}

const FIGURE_WORDS: ReadonlyMap<string, FoodFigureName> = new Map([
  ["fibre", "fibreGrams"],
  ["fiber", "fibreGrams"],
  ["kcal", "energyKcal"],
  ["energy", "energyKcal"],
  ["protein", "proteinGrams"],
  ["fat", "fatGrams"],
  ["carbohydrate", "carbohydrateGrams"],
  ["carbs", "carbohydrateGrams"],
  ["sugar", "sugarGrams"],
  ["sugars", "sugarGrams"],
  ["alcohol", "alcoholGrams"],
  ["caffeine", "caffeineMg"],
]);

/** The figure that a word of `--only-with` means, or null. */
export function figureByWord(word: string): FoodFigureName | null {
  return FIGURE_WORDS.get(word.trim().toLowerCase()) ?? null;
}

/** The words that `figureByWord` knows. */
export const figureWords: readonly string[] = [...FIGURE_WORDS.keys()];

/** ISO 3166-1 codes of countries with many products, and the tag of Open Food Facts for each. Any other country is given by its tag. */
const COUNTRY_TAGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ar: "argentina", at: "austria", au: "australia", be: "belgium", bg: "bulgaria", br: "brazil", ca: "canada", ch: "switzerland",
    cl: "chile", cn: "china", co: "colombia", cy: "cyprus", cz: "czech-republic", de: "germany", dk: "denmark", dz: "algeria",
    ee: "estonia", es: "spain", fi: "finland", fr: "france", gb: "united-kingdom", gr: "greece", hk: "hong-kong", hr: "croatia",
    hu: "hungary", ie: "ireland", il: "israel", in: "india", is: "iceland", it: "italy", jp: "japan", kr: "south-korea", lt: "lithuania",
    lu: "luxembourg", lv: "latvia", ma: "morocco", mt: "malta", mx: "mexico", nl: "netherlands", no: "norway", nz: "new-zealand",
    pe: "peru", ph: "philippines", pl: "poland", pt: "portugal", re: "reunion", ro: "romania", rs: "serbia", ru: "russia", se: "sweden",
    sg: "singapore", si: "slovenia", sk: "slovakia", th: "thailand", tn: "tunisia", tr: "turkey", tw: "taiwan", ua: "ukraine",
    uk: "united-kingdom", us: "united-states", vn: "vietnam", za: "south-africa",
  }).map(([code, name]) => [code, `en:${name}`]),
); // prettier-ignore

/** The tag of a country given as `de`, `germany` or `en:germany`; null when it cannot be one. */
export function countryTag(word: string): string | null {
  const name = word.trim().toLowerCase().replace(/\s+/g, "-");
  if (/^[a-z]{2}:[a-z-]{2,40}$/.test(name)) return name;
  if (/^[a-z]{2}$/.test(name)) return COUNTRY_TAGS.get(name) ?? null;
  return /^[a-z][a-z-]{2,39}$/.test(name) ? `en:${name}` : null;
}
