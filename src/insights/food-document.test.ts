import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everydayFoodTable } from "../foods/everyday-table.ts";
import { loadFoodTable } from "../foods/extended-table.ts";
import { createFoodIndex } from "../foods/name-index.ts";
import { createPersonalFoods } from "../foods/personal-foods.ts";
import { readMeal } from "../foods/read-meal.ts";
import { toMealDocument } from "./food-document.ts";
import { wordFoodReason } from "./words-foods.ts";

const index = createFoodIndex(everydayFoodTable());
const documentOf = (text: string): ReturnType<typeof toMealDocument> => toMealDocument(readMeal(text, index), index);

describe("the document of a meal", () => {
  it("names foods with their source, grams with a range, and what they bring", () => {
    const meal = documentOf("this morning at 8: 2 slices of rye bread, kefir 200 ml, no cheese");
    expect(meal.items.map(({ food }) => food?.name)).toEqual(["rye bread", "kefir"]);
    expect(meal.items[1]?.grams.median).toBeGreaterThan(190);
    expect(meal.items[1]?.food?.source).toMatch(/^(fndds|ndb):\d+$/);
    expect(meal.leftOut.join()).toContain("cheese");
    expect(meal.time).toBe("08:00");
    for (const item of meal.items) {
      expect(item.grams.low80).toBeLessThan(item.grams.median);
      expect(item.grams.high80).toBeGreaterThan(item.grams.median);
    }
    const fibre = meal.exposures.fibreGrams;
    expect(fibre?.mean).toBeGreaterThan(2);
    expect(fibre?.sd).toBeGreaterThan(0);
  });

  it("opens a dish into what it is made of", async () => {
    const all = createFoodIndex(await loadFoodTable());
    const [rice] = toMealDocument(readMeal("kimchi fried rice", all), all).items;
    expect(rice?.parts.map(({ id }) => id)).toEqual(expect.arrayContaining(["rice-white", "kimchi", "egg-fried"]));
    expect(documentOf("an apple").items[0]?.parts).toEqual([]);
  });

  it("keeps what it does not understand, with no food and no probability", () => {
    const meal = documentOf("asdf qwer, lentils");
    expect(meal.items[0]).toMatchObject({ text: "asdf qwer", food: null, probability: 0, candidates: [] });
    expect(meal.coverage).toBeLessThan(1);
    expect(documentOf("").coverage).toBeNull();
  });

  it("says which choice was the person's own", () => {
    const personal = createPersonalFoods([{ phrase: "zorblax mix", food: "kefir", gramsPerPortion: 260 }], []);
    const meal = toMealDocument(readMeal("zorblax mix", index, personal), index);
    expect(meal.items[0]).toMatchObject({ isConfirmed: true, food: { id: "kefir" }, grams: { median: 260 } });
    expect(meal.items[0]?.reasons.map(({ code }) => code)).toContain("personal");
  });

  it("is plain JSON without NaN for any text, the same each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        const json = JSON.stringify(documentOf(text));
        expect(json).toBe(JSON.stringify(documentOf(text)));
        expect(json).not.toMatch(/:null,"sd"|"mean":null/);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the reasons of a reading", () => {
  it("have words for every code that hundreds of phrases and odd ones bring up", () => {
    const phrases = readFileSync(new URL("../../bench/foods/phrases-blind.json", import.meta.url), "utf8");
    const odd = [
      "400 eggs",
      "-3 apples",
      "rest of the soup",
      "crisps £2.50",
      "2 slcies toast",
      "brocolli",
      "🍕",
      "1 or 2 eggs",
    ];
    const texts = [...[...phrases.matchAll(/"phrase":"([^"]+)"/g)].map(([, text = ""]) => text), ...odd];
    const codes = [...new Set(texts.flatMap((text) => readMeal(text, index).items.flatMap((item) => item.reasons)))];
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => wordFoodReason(code) === wordFoodReason("of-tomorrow"))).toEqual([]);
    expect(wordFoodReason("of-tomorrow")).toBe("It was read by another rule.");
  });
});
