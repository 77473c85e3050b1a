import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everydayFoodTable } from "../foods/everyday-table.ts";
import { createFoodIndex } from "../foods/name-index.ts";
import { createPersonalFoods, noPersonalFoods } from "../foods/personal-foods.ts";
import { readMeal } from "../foods/read-meal.ts";
import { foodOptions, mealRows, rowChoices, type MealRows, type RowChoices } from "./meal-rows.ts";

const index = createFoodIndex(everydayFoodTable());

function rowsOf(text: string, personal = noPersonalFoods): MealRows {
  return mealRows(readMeal(text, index, personal), index);
}

function choicesOf(text: string, at = 0, personal = noPersonalFoods): RowChoices {
  const item = readMeal(text, index, personal).items[at];
  const row = rowsOf(text, personal).rows[at];
  if (item === undefined || row === undefined) throw new Error(`there is a row ${String(at)}`);
  return rowChoices(item, row.text, index, personal);
}

describe("rows of a meal", () => {
  it("say words, food, amount and how sure, in the place where the words stand", () => {
    const text = "2 slices of rye bread, kefir 200 ml and asdf qwer";
    const { rows, notes } = rowsOf(text);
    expect(rows.map(({ food, tone, sureness }) => [food?.name, tone, sureness])).toEqual([
      ["rye bread", "sure", "quite sure"],
      ["kefir", "sure", "quite sure"],
      [undefined, "unknown", "not understood"],
    ]);
    expect(rows.map(({ from, to }) => text.slice(from, to))).toEqual([
      "2 slices of rye bread",
      "kefir 200 ml",
      "asdf qwer",
    ]);
    expect(rows[1]).toMatchObject({ isAmountGiven: true, unit: null });
    expect(rows[0]).toMatchObject({ isAmountGiven: false, unit: "slice" });
    expect(rows[0]?.gramsOfOne).toBeCloseTo((rows[0]?.grams ?? 0) / 2);
    expect(rows[2]?.amount).toBe("");
    expect(notes).toEqual([]);
  });

  it("hold the bracket with a size or weight, so that it is replaced as a whole", () => {
    const text = "lentil soup (large), toast";
    const [row] = rowsOf(text).rows;
    expect(row?.text).toBe("lentil soup (large)");
    expect(text.slice(row?.from, row?.to)).toBe("lentil soup (large)");
  });

  it("say where an amount comes from", () => {
    expect(rowsOf("kefir").rows[0]?.amount).toMatch(/^about \d+ g, a usual portion$/);
    expect(rowsOf("lentils 123 g").rows[0]?.amount).toBe("123 g, as you wrote");
    expect(rowsOf("400 eggs").rows[0]?.amount).toMatch(/^taken as \d+ g$/);
    const own = createPersonalFoods([{ phrase: "kefir", gramsPerPortion: 260 }], []);
    expect(rowsOf("kefir", own).rows[0]).toMatchObject({ amount: "260 g, your own portion", hasOwnPortion: true });
  });

  it("say without being asked when an amount was not taken as typed", () => {
    expect(rowsOf("400 eggs").rows[0]?.told).toContain("larger than anybody eats");
    expect(rowsOf("-2 apples").rows[0]?.told).toContain("below nothing");
    expect(rowsOf("2 eggs").rows[0]?.told).toBe("");
  });

  it("call a remembered food the person's choice", () => {
    const own = createPersonalFoods([{ phrase: "my usual", food: "oat-porridge" }], []);
    expect(rowsOf("my usual", own).rows[0]).toMatchObject({ tone: "own", sureness: "your choice", hasOwnFood: true });
  });

  it("mark rows that come from the same words", () => {
    const { rows } = rowsOf("kimchi fried rice");
    expect(rows.length).toBe(2);
    expect(rows.every((row) => row.sharesText)).toBe(true);
    expect(rowsOf("kefir, toast").rows.some((row) => row.sharesText)).toBe(false);
  });

  it("ask at most one thing, in words", () => {
    const { ask, rows } = rowsOf("toast, kefir, yogurt");
    expect(ask?.asks).toBe("portion");
    expect(rows[ask?.row ?? 9]?.food?.name).toContain("kefir");
    expect(ask?.sentence).toBe("How much kefir is it? Your answer is remembered.");
    expect(rowsOf("a glass of water").ask).toBeNull();
  });

  it.each([
    ["", "empty", []],
    ["nothing today", "nothing-eaten", ["Nothing eaten, as you say."]],
    ["🍕🍔", "nothing-understood", ["No food was understood here. It is kept as you wrote it."]],
    ["asdf qwer", "nothing-understood", ["No food was understood here. It is kept as you wrote it."]],
    ["toast, no cheese", "foods", ["Not eaten: cheese."]],
  ])("say of %j what it is", (text, state, notes) => {
    expect(rowsOf(text)).toMatchObject({ state, notes });
  });

  it("say how far a text that is too long was read", () => {
    expect(rowsOf("kefir, ".repeat(2000)).notes.at(-1)).toMatch(/^Only the first \d+ characters were read/);
  });

  it("stand within the text, whatever was typed, and never call a food free of something", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (text) => {
        const { rows, notes } = rowsOf(text);
        for (const row of rows) {
          expect(row.from).toBeGreaterThanOrEqual(0);
          expect(row.to).toBeLessThanOrEqual(text.length);
          expect(row.text).toBe(text.slice(row.from, row.to).trim());
        }
        expect(notes.join(" ")).not.toMatch(/free of|is safe/);
      }),
      { numRuns: 300 },
    );
  });
});

describe("choices of a row", () => {
  it("offer three to five foods with the present one first, and sizes with their grams", () => {
    const { foods, portions, range, why } = choicesOf("yogurt");
    expect(foods.length).toBeGreaterThanOrEqual(3);
    expect(foods.length).toBeLessThanOrEqual(5);
    expect(foods[0]?.id).toBe(rowsOf("yogurt").rows[0]?.food?.id);
    expect(portions.map(({ size }) => size)).toEqual(["small", "usual", "large"]);
    expect(portions[1]?.label).toMatch(/^\d+ g$/);
    expect(range).toMatch(/^\d+ g to \d+ g$/);
    expect(why.length).toBeGreaterThan(0);
  });

  it("offer other foods beside one that was chosen before", () => {
    const own = createPersonalFoods([{ phrase: "yogurt", food: "yogurt-greek" }], []);
    const { foods } = choicesOf("yogurt", 0, own);
    expect(foods[0]?.id).toBe("yogurt-greek");
    expect(foods.length).toBeGreaterThanOrEqual(3);
  });

  it("are empty where nothing is like the words", () => {
    expect(choicesOf("asdf qwer")).toMatchObject({ foods: [], range: "" });
  });

  it("are found while a word is being typed", () => {
    expect(foodOptions("kef", index, noPersonalFoods).map(({ name }) => name)).toContain("kefir");
    expect(foodOptions("", index, noPersonalFoods)).toEqual([]);
  });
});
