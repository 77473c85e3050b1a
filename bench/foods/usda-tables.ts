/**
 * What do the USDA tables say of a code?
 *
 * FNDDS 2019-20 and SR28 from the shared data: description, a few figures per 100 g, and the portions of FNDDS. They judge which food was found
 * (by the description of the code that a row of ours points to) and are the corpus of the searches beside it.
 */
import { numberOrNull, sharedRows } from "./shared-data.ts";

/** One food of a USDA table. */
export interface UsdaFood {
  /** `fndds:11115000` or `ndb:16114`, as in `Food.source`. */
  readonly code: string;
  readonly description: string;
  /** Per 100 g; null = not measured. */
  readonly kcal: number | null;
  readonly waterGrams: number | null;
  readonly carbohydrateGrams: number | null;
  readonly fibreGrams: number | null;
}

/** A household measure of FNDDS. */
export interface UsdaPortion {
  /** "1 cup, diced" */
  readonly text: string;
  readonly grams: number;
}

export interface UsdaTables {
  readonly fndds: readonly UsdaFood[];
  readonly sr28: readonly UsdaFood[];
  readonly byCode: ReadonlyMap<string, UsdaFood>;
  readonly portionsByCode: ReadonlyMap<string, readonly UsdaPortion[]>;
}

/** Both tables, or null when they are not on this machine. */
export function usdaTables(): UsdaTables | null {
  const fnddsRows = sharedRows("usda/fndds1920_foods.tsv");
  const srRows = sharedRows("usda/sr28_foods.tsv");
  const portionRows = sharedRows("usda/fndds1920_portions.tsv");
  if (fnddsRows === null || srRows === null || portionRows === null) return null;
  const food =
    (prefix: string, codeColumn: string) =>
    (row: (column: string) => string): UsdaFood => ({
      code: `${prefix}:${row(codeColumn)}`,
      description: row("description"),
      kcal: numberOrNull(row("kcal")),
      waterGrams: numberOrNull(row("water_g")),
      carbohydrateGrams: numberOrNull(row("carb_g")),
      fibreGrams: numberOrNull(row("fibre_g")),
    });
  const fndds = fnddsRows.map(food("fndds", "food_code"));
  const sr28 = srRows.map(food("ndb", "ndb"));
  const portionsByCode = new Map<string, UsdaPortion[]>();
  for (const row of portionRows) {
    const grams = numberOrNull(row("grams"));
    if (grams === null || grams <= 0) continue;
    const code = `fndds:${row("food_code")}`;
    portionsByCode.set(code, [...(portionsByCode.get(code) ?? []), { text: row("portion"), grams }]);
  }
  return { fndds, sr28, byCode: new Map([...fndds, ...sr28].map((one) => [one.code, one])), portionsByCode };
}

/**
 * Grams of an amount by the portions of FNDDS, as a plain program would do it: weights and volumes as they are, else the first portion that names
 * the unit (its own number divided out), else the default portion times the amount. Null without any portion.
 */
export function gramsByPortions(portions: readonly UsdaPortion[], amount: number, unit: string): number | null {
  const word = unit.toLowerCase().trim();
  if (/^(g|grams?|ml)$/.test(word)) return amount;
  if (/^(lbs?|pounds?)$/.test(word)) return amount * 453.6;
  if (/^(oz|ounces?)$/.test(word)) return amount * 28.35;
  const stem = /^fl/.test(word) ? "fl oz" : word.replace(/s$/, "");
  const named = stem === "" ? undefined : portions.find((portion) => portion.text.toLowerCase().includes(stem));
  if (named !== undefined) return (amount * named.grams) / ownNumber(named.text);
  const usual = portions.find((portion) => portion.text === "Quantity not specified") ?? portions[0];
  return usual === undefined ? null : amount * usual.grams;
}

/** The number that a portion text begins with: "10 rings" is 10, "1/2 cup" is .5, "slice" is 1. */
export function ownNumber(text: string): number {
  const found = /^(\d+(?:\.\d+)?)(?:\/(\d+))?/.exec(text);
  if (found === null) return 1;
  const value = Number(found[1]) / Number(found[2] ?? "1");
  return value > 0 ? value : 1;
}
