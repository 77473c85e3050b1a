/**
 * How long does a keystroke cost where meals are read?
 *
 * A meal of four foods typed letter by letter: at each letter the text is read, its rows are made and the one question is looked for, as the page's worker does
 * (the page itself only draws the rows). Then the choices of an opened row, the load of all foods, and the plate of 30 days.
 */
import { readFileSync } from "node:fs";
import { addDays, dayFromNumber } from "../src/base/day.ts";
import { loadFoodTable } from "../src/foods/extended-table.ts";
import { createFoodIndex, type FoodIndex } from "../src/foods/name-index.ts";
import { noPersonalFoods } from "../src/foods/personal-foods.ts";
import { readMeal } from "../src/foods/read-meal.ts";
import { mealRows, rowChoices } from "../src/insights/meal-rows.ts";
import { plateDocument } from "../src/insights/plate-document.ts";
import type { Entry } from "../src/journal/entry.ts";
import { median, timeRuns, type BenchRow } from "./bench-row.ts";

const MEAL = "2 slices of rye sourdough with hummus, a bowl of lentil soup, kefir and a banana";
const lastDay = dayFromNumber(20_700);

/** The rows of reading meals while they are typed. */
export async function mealRowsOfBench(): Promise<readonly BenchRow[]> {
  const started = performance.now();
  const index = createFoodIndex(await loadFoodTable());
  const load = performance.now() - started;
  const keys = Array.from({ length: MEAL.length }, (_, at) => MEAL.slice(0, at + 1));
  const typed = [1, 2, 3].flatMap(() => timeRuns(keys.length, (at) => rowsOf(keys[at] ?? "", index)));
  const opened = timeRuns(20, () => {
    const [item] = readMeal("a bowl of lentil soup", index).items;
    if (item === undefined) throw new Error("the soup was not read");
    return rowChoices(item, "a bowl of lentil soup", index, noPersonalFoods);
  });
  const pasted = "1 onion, chopped\n200 g red lentils\n2 tbsp olive oil\n".repeat(200).slice(0, 9_999);
  const book = timeRuns(5, () => rowsOf(pasted, index));
  const entries = thirtyDays();
  const plates = timeRuns(5, () => plateDocument(entries, lastDay, index));
  const first = plates[0] ?? Number.NaN;
  return [
    { job: "meals: load all foods and index them, cold", value: load, unit: "ms", bar: 150 },
    {
      job: `meals: one keystroke read, with rows and question (median of ${String(typed.length)})`,
      value: median(typed),
      unit: "ms",
      bar: 1,
    },
    { job: "meals: one keystroke read, 99th percentile", value: quantile(typed, 0.99), unit: "ms", bar: 10 },
    { job: "meals: choices of an opened row (median)", value: median(opened), unit: "ms" },
    {
      job: `meals: a pasted text of ${String(pasted.length)} characters, in the worker (median)`,
      value: median(book),
      unit: "ms",
    },
    { job: `meals: plate of 30 days, ${String(entries.length)} different meals, first time`, value: first, unit: "ms" },
  ];
}

function rowsOf(text: string, index: FoodIndex): unknown {
  return mealRows(readMeal(text, index), index);
}

/** 30 days of three meals from the project's own phrases. */
function thirtyDays(): readonly Entry[] {
  const file = readFileSync("bench/foods/phrases-blind.json", "utf8");
  const phrases = [...file.matchAll(/"phrase":\s*"([^"]+)"/g)].map(([, phrase = ""]) => phrase);
  return phrases.slice(0, 90).map((text, at) => ({ kind: "meal", day: addDays(lastDay, -(at % 30)), text }));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
