import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everydayFoodTable } from "./everyday-table.ts";
import { mealQuestion, type MealQuestion } from "./meal-question.ts";
import type { MealReading } from "./meal-reading.ts";
import { createFoodIndex } from "./name-index.ts";
import { createPersonalFoods, noPersonalFoods } from "./personal-foods.ts";
import { readMeal } from "./read-meal.ts";

const table = everydayFoodTable();
const index = createFoodIndex(table);

function questionOf(text: string, personal = noPersonalFoods): MealQuestion | null {
  return mealQuestion(readMeal(text, index, personal), index);
}

/** A reading of "kefir 200 ml" and an item that may be either of two foods. */
function doubtful(first: string, second: string): MealReading {
  const reading = readMeal("kefir 200 ml, crackers 30 g", index);
  const candidates = [first, second].map((id) => {
    const food = table.byId.get(id);
    if (food === undefined) throw new Error(`${id} is in the table`);
    return { food, probability: 0.45 };
  });
  return { ...reading, items: reading.items.map((item, at) => (at === 1 ? { ...item, candidates } : item)) };
}

describe("the one question of a meal", () => {
  it("is asked where the answer changes the day most", () => {
    expect(questionOf("toast, a glass of water, kefir")).toMatchObject({ item: 2, asks: "portion" });
    expect(questionOf("water, kefir, toast")).toMatchObject({ item: 1, asks: "portion" });
  });

  it("is none where amounts were given or nothing hangs on them", () => {
    expect(questionOf("kefir 200 ml, 2 slices of rye bread")).toBeNull();
    expect(questionOf("a glass of water")).toBeNull();
    expect(questionOf("")).toBeNull();
    expect(questionOf("nothing")).toBeNull();
    expect(questionOf("400 eggs")).toBeNull();
  });

  it("asks which food it was when the foods differ in what they bring, not when they hardly do", () => {
    expect(mealQuestion(doubtful("lentils", "chicken-breast"), index)).toBeNull();
    const large = doubtful("protein-bar-high-fibre", "protein-bar");
    const items = large.items.map((item) => ({ ...item, grams: { ...item.grams, median: 120 } }));
    expect(mealQuestion({ ...large, items }, index)).toMatchObject({ item: 1, asks: "food" });
  });

  it("is never asked again once it was answered", () => {
    const amount = createPersonalFoods([{ phrase: "kefir", gramsPerPortion: 260 }], []);
    expect(questionOf("kefir", amount)).toBeNull();
    const large = doubtful("protein-bar-high-fibre", "protein-bar");
    const items = large.items.map((item) => ({ ...item, isConfirmed: true }));
    expect(mealQuestion({ ...large, items }, index)).toBeNull();
  });

  it("names an item that is there, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (text) => {
        const reading = readMeal(text, index);
        const question = mealQuestion(reading, index);
        if (question === null) return;
        expect(reading.items[question.item]?.candidates.length).toBeGreaterThan(0);
        expect(Number.isFinite(question.worth)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
