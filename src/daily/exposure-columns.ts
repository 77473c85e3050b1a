/**
 * Which exposures read from meals become columns that the analysis looks at?
 *
 * Every candidate cause costs power, so only a core of twelve, those of the person's own skin conditions (the catalogue's `conditions`), and whatever the
 * person writes down directly. Where somebody counts servings, the text's reading of the same thing is not a second column. The reasons stand in
 * docs/decisions/017-food-exposures.md. "all": every exposure, for exports and for looking; nothing is analysed more.
 */
import { exposureNames } from "../foods/exposure.ts";
import { variableById } from "../journal/catalogue.ts";
import type { SkinCondition } from "../journal/variable.ts";

/** Columns that are no plain exposures of one meal. */
export const dayOnlyColumns = [
  "plantTaxa7Days",
  "plantTaxa7DaysWeighted",
  "eatingWindowHours",
  "firstBiteHour",
  "lastBiteHour",
  "foodCoverage",
] as const;

/** The core, for everybody. */
export const coreExposures: readonly string[] = [
  "fibreGrams",
  "prebioticFructanGrams",
  "fermentedServings",
  "plantTaxa7Days",
  "ultraProcessedEnergyShare",
  "addedSugarGrams",
  "fatGrams",
  "dairyServings",
  "alcoholGrams",
  "caffeineMg",
  "spicyServings",
  "eatingWindowHours",
];

/** What says the same as a core exposure when the person writes it down themselves. */
const SIBLINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ["fibreGrams", ["fibreRichServings", "solubleFibreGrams"]],
  ["prebioticFructanGrams", ["prebioticServings"]],
  ["ultraProcessedEnergyShare", ["ultraProcessedServings"]],
  ["addedSugarGrams", ["sugarGrams"]],
  ["fatGrams", ["saturatedFatGrams"]],
  ["alcoholGrams", ["alcoholDrinks"]],
  ["caffeineMg", ["coffeeCups"]],
]);

/** A sibling stands for the core exposure from this share of the days with meals on. */
const ENOUGH_DAYS = 0.5;

/** All names that meals can give. */
export const foodColumns: ReadonlySet<string> = new Set<string>([
  ...exposureNames.filter((name) => name !== "plantTaxa"),
  ...dayOnlyColumns,
]);

/** What decides about columns. */
export interface ColumnQuestion {
  readonly isAll: boolean;
  readonly conditions: readonly SkinCondition[];
  /** Days on which the person wrote this column down directly (answer, count, amount). */
  readonly directDays: ReadonlyMap<string, number>;
  readonly mealDays: number;
}

/** Names of the columns that are built from meals. */
export function columnsFromMeals({ isAll, conditions, directDays, mealDays }: ColumnQuestion): ReadonlySet<string> {
  if (isAll) return foodColumns;
  const direct = (name: string): number => directDays.get(name) ?? 0;
  const hasSibling = (name: string): boolean =>
    (SIBLINGS.get(name) ?? []).some((sibling) => direct(sibling) > 0 && direct(sibling) >= ENOUGH_DAYS * mealDays);
  return new Set(
    [...foodColumns].filter((name) => {
      if (direct(name) > 0) return true;
      if (coreExposures.includes(name)) return !hasSibling(name);
      return variableById(name)?.conditions?.some((condition) => conditions.includes(condition)) ?? false;
    }),
  );
}

/** Up to this much is none: the rest of doubt about what was eaten makes no drink and no serving. */
export function traceOf(name: string): number {
  if (name.endsWith("Servings") || name === "hotDrinks") return 0.1;
  if (/^(?:alcohol|redWine|whiteWine|beer|spirits|whey)Grams$/.test(name)) return 1;
  return name === "caffeineMg" ? 5 : 0;
}
