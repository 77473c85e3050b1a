/**
 * How does a read meal look in a terminal?
 *
 * Short: one line per food and what the meal brings, in gut terms; calories only in the long form. Long: also where each figure comes from, why, and what else it may have been.
 */
import { numberText, toldReasons, type MealDocument, type MealDocumentItem } from "../lib/index.ts";
import { safeText, wrapText } from "./terminal/table.ts";

/** Shown of a meal, in this order; the names are those of the exposures. */
const SHOWN: readonly (readonly [name: keyof MealDocument["exposures"], label: string, unit: string])[] = [
  ["fibreGrams", "fibre", "g"],
  ["prebioticFructanGrams", "prebiotic fructans", "g"],
  ["resistantStarchGrams", "resistant starch", "g"],
  ["fermentedServings", "live ferments", "servings"],
  ["plantTaxa", "plants", ""],
  ["addedSugarGrams", "added sugar", "g"],
  ["ultraProcessedEnergyShare", "ultra-processed share of energy", ""],
  ["dairyServings", "dairy", "servings"],
  ["glycaemicLoad", "glycaemic load", ""],
  ["alcoholGrams", "alcohol", "g"],
  ["caffeineMg", "caffeine", "mg"],
];

/** The meal as lines for a terminal of so many columns. */
export function mealText(meal: MealDocument, columns: number, form: "short" | "long"): string {
  const lines: string[] = [];
  if (meal.items.length === 0) lines.push(stateText(meal));
  for (const item of meal.items) {
    lines.push(...wrapText(itemLine(item), columns));
    if (form === "long") lines.push(...reasonLines(item, columns));
    else if (item.food !== null) {
      const told = toldReasons(item.reasons.map(({ code }) => code));
      lines.push(...told.flatMap((text) => wrapText(text, columns - 4).map((line) => `    ${line}`)));
    }
  }
  if (meal.leftOut.length > 0) lines.push(`Not eaten: ${meal.leftOut.map((text) => safeText(text)).join(", ")}`);
  const brought = SHOWN.flatMap(([name, label, unit]) => {
    const exposure = meal.exposures[name];
    if (exposure === undefined || (form === "short" && exposure.mean < 0.05)) return [];
    const size = `${numberText(exposure.mean)}${unit === "" ? "" : ` ${unit}`}`;
    return [`${label} ${size} (give or take ${numberText(exposure.sd)})`];
  });
  if (brought.length > 0) lines.push(...wrapText(`Brings about: ${brought.join("; ")}.`, columns));
  if (form === "long" && meal.exposures.energyKcal !== undefined) {
    lines.push(`Energy: about ${numberText(meal.exposures.energyKcal.mean)} kcal.`);
  }
  if (meal.cutAt !== null && meal.cutAt > 0) lines.push(`Only the first ${String(meal.cutAt)} characters were read.`);
  return lines.join("\n");
}

function stateText({ state, leftOut }: MealDocument): string {
  if (state === "nothing-eaten") return "Nothing was eaten.";
  if (state === "empty") return "There is no text.";
  return leftOut.length > 0 ? "Only what was not eaten." : "No food was understood.";
}

function itemLine({ text, food, probability, grams, isConfirmed }: MealDocumentItem): string {
  const words = `"${safeText(text)}"`;
  if (food === null) return `? ${words}: not understood`;
  const sure = isConfirmed ? "your own choice" : `${String(Math.round(100 * probability))} in 100`;
  return `${isConfirmed || probability >= 0.8 ? "+" : "~"} ${words}: ${food.name}, about ${numberText(grams.median)} g (${numberText(grams.low80)} to ${numberText(grams.high80)}), ${sure}`;
}

function reasonLines(item: MealDocumentItem, columns: number): readonly string[] {
  const others = item.candidates
    .slice(1)
    .map(({ name, probability }) => `${name} ${String(Math.round(100 * probability))}`);
  const texts = [
    ...(item.food === null ? [] : [`Figures: ${item.food.source}, food ${item.food.id}.`]),
    ...(item.parts.length === 0
      ? []
      : [`Usually made of: ${item.parts.map(({ name, grams }) => `${name} ${numberText(grams)} g`).join(", ")}.`]),
    ...item.reasons.map(({ sentence }) => sentence),
    ...(item.changes.length === 0 ? [] : [`Changed by your words: ${item.changes.join(", ")}.`]),
    ...(others.length === 0 ? [] : [`It may also have been (in 100): ${others.join(", ")}.`]),
    ...(item.comment === "" ? [] : [`Kept as a remark: ${safeText(item.comment)}.`]),
  ];
  return texts.flatMap((text) => wrapText(text, columns - 4).map((line) => `    ${line}`));
}
