/**
 * How near is the fibre of a day when names and grams are known (foods.md 9.4)?
 *
 * Recalls coded with FNDDS: each item has its official name and its dry matter. "dry" follows the figures of foods.md: grams are dry matter / (1 -
 * water/100) with the water of the food that was found, all items. "grams" takes the water of the true code, for items whose code FNDDS 2019-20
 * still has. It tests telling near-identical official names apart.
 */
import { correlation, groupedBy, mean, meanAbsoluteError, shareOf } from "./metrics.ts";
import { numberOrNull, type Row } from "./shared-data.ts";
import type { UsdaTables } from "./usda-tables.ts";

export interface CodedItem {
  readonly person: string;
  readonly day: string;
  readonly code: string;
  readonly description: string;
  readonly dryGrams: number;
  readonly fibreGrams: number;
}

/** What a method finds for a name: the code behind the food, and figures per 100 g; null = nothing. */
export interface CodedAnswer {
  readonly code: string;
  readonly fibrePer100: number;
  /** Null = not known: taken as the dry weight. */
  readonly waterPer100: number | null;
}

/** Whose water makes grams of dry matter. */
export type GramsRule = "dry" | "grams";

export interface CodedScore {
  readonly items: number;
  readonly days: number;
  readonly people: number;
  /** Share of all items whose code is the answer's code. */
  readonly exactCode: number;
  /** The same among the items whose code a row has. */
  readonly exactCodeAmongRows: number;
  readonly shareOfItemsWithRow: number;
  readonly mae: number;
  readonly r: number;
  /** MAE of always saying the mean of these days. */
  readonly constantMae: number;
}

/** A person of the study drank almost only a meal replacement; figures are given with and without. */
export const monotonousPerson = "MCTs11";

export function codedItems(rows: readonly Row[]): readonly CodedItem[] {
  return rows.flatMap((row) => {
    const dryGrams = numberOrNull(row("dry_g"));
    const fibreGrams = numberOrNull(row("fibre_g"));
    if (dryGrams === null || fibreGrams === null) return [];
    const code = `fndds:${row("food_code")}`;
    return [
      { person: row("user"), day: row("sample"), code, description: row("description").trim(), dryGrams, fibreGrams },
    ];
  });
}

/** Judges a method: `answerOf` gives its answer for an item, `codes` are the codes that its rows have. */
export function codedScore(
  items: readonly CodedItem[],
  usda: UsdaTables,
  codes: ReadonlySet<string>,
  rule: GramsRule,
  answerOf: (item: CodedItem) => CodedAnswer | null,
): CodedScore {
  const judged = items.flatMap((item) => {
    const answer = answerOf(item);
    const grams = gramsOf(item, usda, rule, answer);
    if (grams === null) return [];
    return [{ item, isExact: answer?.code === item.code, guess: ((answer?.fibrePer100 ?? 0) * grams) / 100 }];
  });
  const days = [...groupedBy(judged, (one) => one.item.day).values()].map((own) => ({
    guess: own.reduce((sum, one) => sum + one.guess, 0),
    truth: own.reduce((sum, one) => sum + one.item.fibreGrams, 0),
  }));
  const average = mean(days.map((day) => day.truth));
  const withRow = judged.filter((one) => codes.has(one.item.code));
  return {
    items: judged.length,
    days: days.length,
    people: new Set(judged.map((one) => one.item.person)).size,
    exactCode: shareOf(judged, (one) => one.isExact),
    exactCodeAmongRows: shareOf(withRow, (one) => one.isExact),
    shareOfItemsWithRow: withRow.length / Math.max(1, judged.length),
    mae: meanAbsoluteError(days),
    r: correlation(days),
    constantMae: mean(days.map((day) => Math.abs(day.truth - average))),
  };
}

/** Grams as eaten by the rule; null = not known, the item is left out. Nothing found: the dry weight, which brings no fibre anyway. */
export function gramsOf(item: CodedItem, usda: UsdaTables, rule: GramsRule, answer: CodedAnswer | null): number | null {
  const water = rule === "dry" ? (answer?.waterPer100 ?? 0) : (usda.byCode.get(item.code)?.waterGrams ?? null);
  return water === null ? null : item.dryGrams / Math.max(0.005, 1 - water / 100);
}
