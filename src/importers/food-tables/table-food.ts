/**
 * What does one row of an imported food table look like, whichever table it came from?
 *
 * One shape for FoodData Central, Open Food Facts, CIQUAL and CoFID: names, portions and figures per 100 g. Figures stand as the source prints
 * them (its own energy, its own kind of carbohydrate); what follows from them is worked out in settle-figures.ts. A figure that is absent is not
 * known, never 0; "traces" is 0 with a mark.
 */

/** The tables that can be read. */
export const foodTableKinds = ["fdc", "off", "ciqual", "cofid"] as const;

/** Which food table a file is. */
export type FoodTableKind = (typeof foodTableKinds)[number];

/** Short licence tag that is kept with every row (foods.md section 11). */
export const foodTableLicences: Readonly<Record<FoodTableKind, string>> = {
  fdc: "public domain (USDA)",
  off: "ODbL-1.0",
  ciqual: "Etalab-2.0",
  cofid: "OGL-UK-3.0",
};

/** Figures as printed, per 100 g (or 100 ml, see `per`). Grams unless the name says otherwise. */
export const foodFigureNames = [
  "energyKcal",
  /** FoodData Central, Atwater factors; used where `energyKcal` is missing. */
  "energyGeneralKcal",
  "energySpecificKcal",
  "energyKj",
  "waterGrams",
  "proteinGrams",
  "fatGrams",
  /** Fat as the sum of fatty acids (NLEA). */
  "fatSummedGrams",
  "saturatedFatGrams",
  /** Total: with the fibre in it, as USDA tables and North American labels have it. */
  "carbohydrateGrams",
  /** Without the fibre, as European labels, CIQUAL and CoFID have it. */
  "availableCarbohydrateGrams",
  /** AOAC 985.29 and its kin. */
  "fibreGrams",
  /** AOAC 2011.25, which counts more; never mixed with `fibreGrams`. */
  "fibreAoac2011Grams",
  /** Non-starch polysaccharides (Englyst), which counts less; never mixed with `fibreGrams`. */
  "nspGrams",
  "solubleFibreGrams",
  "insolubleFibreGrams",
  "lowMolecularFibreGrams",
  "sugarGrams",
  /** FoodData Central's other total of sugars; used where `sugarGrams` is missing. */
  "sugarSummedGrams",
  "addedSugarGrams",
  "alcoholGrams",
  "caffeineMg",
  "alaGrams",
  /** All 18:3: an upper bound of ALA. */
  "linolenicGrams",
  "epaGrams",
  "dhaGrams",
  "inulinGrams",
  "resistantStarchGrams",
  "betaGlucanGrams",
  "raffinoseGrams",
  "stachyoseGrams",
  "verbascoseGrams",
] as const;

/** Names of the figures that a table may give, with their units. */
export type FoodFigureName = (typeof foodFigureNames)[number];

/** Figures per 100 g; absent = not given or not believable. */
export type Figures = Readonly<Partial<Record<FoodFigureName, number>>>;

/** Lowest and highest value and the source's own grade of trust (CIQUAL: A best to D). Absent = not given. */
export interface FigureSpread {
  readonly min?: number;
  readonly max?: number;
  readonly confidence?: "A" | "B" | "C" | "D";
}

/** Why a figure is less than it seems: a trace (kept as 0), below a limit (kept as half of it), an estimate in brackets. */
export type FigureMark = "trace" | "below" | "estimate";

/** A household portion of a food, in grams. */
export interface FoodPortion {
  /** "1 cup, sliced"; the source's own words. */
  readonly label: string;
  readonly grams: number;
}

/** One food of an imported table, with its source, code and licence. */
export interface TableFood {
  /** The source's own code: FDC id, barcode, alim_code, CoFID food code. */
  readonly code: string;
  readonly label: string;
  /** Names in other languages or orders, for searching. */
  readonly otherNames: readonly string[];
  /** "" = none given. */
  readonly brand: string;
  /** Digits without leading zeros; null = none. */
  readonly barcode: string | null;
  readonly group: string;
  /** Tags of Open Food Facts ("en:germany") or names. */
  readonly countries: readonly string[];
  /** Pack size as printed: "500 g". */
  readonly quantity: string;
  readonly portions: readonly FoodPortion[];
  readonly nova: 1 | 2 | 3 | 4 | null;
  readonly ingredients: string;
  /** "either": the source does not say whether 100 g or 100 ml. */
  readonly per: "100g" | "100ml" | "either";
  readonly figures: Figures;
  readonly spreads: Readonly<Partial<Record<FoodFigureName, FigureSpread>>>;
  readonly marks: Readonly<Partial<Record<FoodFigureName, FigureMark>>>;
}

/** Nothing known but the code. */
export function emptyFood(code: string): TableFood {
  return {
    code,
    label: "",
    otherNames: [],
    brand: "",
    barcode: null,
    group: "",
    countries: [],
    quantity: "",
    portions: [],
    nova: null,
    ingredients: "",
    per: "100g",
    figures: {},
    spreads: {},
    marks: {},
  };
}

/** A barcode as it is compared: digits only, without leading zeros (EAN-13 and UPC-12 of one product are equal). Null: not 6 to 14 digits. */
export function plainBarcode(text: string): string | null {
  const digits = text.replace(/[\s-]/g, "");
  if (!/^\d{4,18}$/.test(digits)) return null;
  const plain = digits.replace(/^0+/, "");
  return plain.length >= 4 && plain.length <= 14 ? plain : null;
}
