/**
 * How is it said what was eaten, how much, and how sure that is?
 *
 * Plain words without praise or blame. A food that was not understood is said to be so; nothing is ever called free of anything.
 */
import type { GramsEstimate, GramsSource, MealReading } from "../foods/meal-reading.ts";
import { shown } from "./shown.ts";

/** "7.5 g", "200 g". */
export function gramsText(grams: number): string {
  if (grams >= 100) return `${String(5 * Math.round(grams / 5))} g`;
  return grams >= 10 ? `${grams.toFixed(0)} g` : `${String(Number(grams.toFixed(1)))} g`;
}

const SOURCES: Readonly<Record<GramsSource, (grams: string) => string>> = {
  weight: (grams) => `${grams}, as you wrote`,
  volume: (grams) => `about ${grams}`,
  unit: (grams) => `about ${grams}`,
  count: (grams) => `about ${grams}`,
  personal: (grams) => `${grams}, your own portion`,
  portion: (grams) => `about ${grams}, a usual portion`,
  capped: (grams) => `taken as ${grams}`,
};

/** "about 200 g, a usual portion" */
export function wordAmount({ median, from }: Pick<GramsEstimate, "median" | "from">): string {
  // a weight that was typed is repeated, not rounded
  const exact =
    from === "weight" || from === "personal" ? `${String(Number(median.toPrecision(4)))} g` : gramsText(median);
  return SOURCES[from](exact);
}

/** How sure the food is, in words; 0 = not understood. */
export function wordSureness(probability: number, isConfirmed: boolean): string {
  if (isConfirmed) return "your choice";
  if (probability <= 0) return "not understood";
  if (probability >= 0.9) return "quite sure";
  if (probability >= 0.7) return "probably";
  return probability >= 0.4 ? "maybe" : "a guess";
}

/** The question about one thing. */
export function wordQuestion(
  asks: "food" | "portion",
  row: { readonly phrase: string; readonly unit: string | null; readonly food: { readonly name: string } | null },
): string {
  const words = `“${shown(row.phrase)}”`;
  if (asks === "food") return `Which one is ${words}? Your answer is remembered.`;
  const of =
    row.unit === null
      ? `How much ${shown(row.food?.name ?? row.phrase)} is it`
      : `How much is one ${row.unit} of ${words}`;
  return `${of}? Your answer is remembered.`;
}

/** What the rows do not say. */
export function wordMealState({ state, leftOut, cutAt, text, items }: MealReading): readonly string[] {
  const notes: string[] = [];
  if (state === "nothing-eaten") notes.push("Nothing eaten, as you say.");
  if (state === "nothing-understood" && items.length > 0) {
    notes.push("No food was understood here. It is kept as you wrote it.");
  }
  if (state === "nothing-understood" && items.length === 0) notes.push("Only what was not eaten.");
  if (leftOut.length > 0) notes.push(`Not eaten: ${leftOut.map((words) => shown(words)).join(", ")}.`);
  if (cutAt !== null && cutAt > 0 && cutAt < text.length) {
    notes.push(`Only the first ${String(cutAt)} characters were read; the rest is kept as text.`);
  }
  return notes;
}
