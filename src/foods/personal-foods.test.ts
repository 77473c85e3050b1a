import { describe, expect, it } from "vitest";
import { smallFoodTable } from "../../test/fixtures/small-food-table.ts";
import { createFoodIndex } from "./name-index.ts";
import { choiceFor, createPersonalFoods, noPersonalFoods } from "./personal-foods.ts";
import { readMeal } from "./read-meal.ts";

const index = createFoodIndex(smallFoodTable);
const muesli = {
  id: "m1",
  label: "Anna's muesli",
  names: ["usual muesli"],
  per100Grams: { fibreGrams: 9, energyKcal: 380, proteinGrams: -1 },
  traits: ["plant:oat", "dairy", "live"],
  gramsPerPortion: 70,
  foodSource: "label",
};

describe("createPersonalFoods", () => {
  it("makes foods of the person's own products, without figures that cannot be", () => {
    const { foods } = createPersonalFoods([], [muesli]);
    expect(foods[0]).toMatchObject({
      id: "own:m1",
      names: ["anna's muesli", "usual muesli"],
      per100Grams: { fibreGrams: 9, energyKcal: 380 },
      plants: ["oat"],
      flags: ["milk"],
      ferment: "live",
      portionGrams: 70,
    });
    expect(foods[0]?.per100Grams.proteinGrams).toBeUndefined();
  });

  it("leaves out grams that are no amount", () => {
    const personal = createPersonalFoods([{ phrase: "soup", gramsPerPortion: -5 }], []);
    expect(choiceFor(personal, "soup", null)).toBeNull();
  });

  it("lets the later of two choices win", () => {
    const personal = createPersonalFoods(
      [
        { phrase: "soup", food: "soup" },
        { phrase: "soup", food: "lentil-soup" },
      ],
      [],
    );
    expect(choiceFor(personal, "soup", null)).toEqual({ foodId: "lentil-soup" });
  });
});

describe("readMeal with the person's own choices", () => {
  it("takes the chosen food, confirmed, whatever the table says", () => {
    const personal = createPersonalFoods([{ phrase: "milk", food: "soy-milk" }], []);
    const [item] = readMeal("milk", index, personal).items;
    expect(item).toMatchObject({ isConfirmed: true, candidates: [{ probability: 1, food: { id: "soy-milk" } }] });
    expect(item?.reasons[0]).toBe("personal");
  });

  it("serves plural and singular of the words alike", () => {
    const personal = createPersonalFoods([{ phrase: "fancy cookie", food: "rice-cakes" }], []);
    expect(readMeal("2 fancy cookies", index, personal).items[0]?.candidates[0]?.food.id).toBe("rice-cakes");
  });

  it("remembers 'my bowl is 260 g' for that unit only", () => {
    const personal = createPersonalFoods([{ phrase: "lentil soup", unit: "bowl", gramsPerPortion: 260 }], []);
    expect(readMeal("2 bowls of lentil soup", index, personal).items[0]?.grams).toMatchObject({
      median: 520,
      from: "personal",
    });
    expect(readMeal("a mug of lentil soup", index, personal).items[0]?.grams.from).not.toBe("personal");
    expect(readMeal("lentil soup 100 g", index, personal).items[0]?.grams.median).toBe(100);
  });

  it("remembers words with their unit ('bowl of soup')", () => {
    const personal = createPersonalFoods([{ phrase: "bowl of soup", gramsPerPortion: 410 }], []);
    expect(readMeal("a bowl of soup", index, personal).items[0]?.grams.median).toBe(410);
  });

  it("knows an own dish by its name, also with 'and' in it", () => {
    const personal = createPersonalFoods(
      [],
      [{ ...muesli, id: "d1", label: "Rice and lentils of grandma", names: [] }],
    );
    const { items } = readMeal("rice and lentils of grandma", index, personal);
    expect(items.map((item) => item.candidates[0]?.food.id)).toEqual(["own:d1"]);
    expect(items[0]?.isConfirmed).toBe(true);
  });

  it("finds phrases of words that reading passes over, with an amount and beside other foods", () => {
    const personal = createPersonalFoods(
      [
        { phrase: "my usual", food: "rice-cakes" },
        { phrase: "the white stuff", food: "soy-milk" },
        { phrase: "my usual breakfast", food: "soup" },
        { phrase: "this and that", food: "kefir" },
      ],
      [],
    );
    const idsOf = (text: string): unknown[] =>
      readMeal(text, index, personal).items.map((item) => [item.candidates[0]?.food.id, item.isConfirmed]);
    expect(idsOf("my usual")).toEqual([["rice-cakes", true]]);
    expect(idsOf("Had MY  usual")).toEqual([["rice-cakes", true]]);
    expect(idsOf("the white stuff")).toEqual([["soy-milk", true]]);
    expect(idsOf("some white stuff")).toEqual([["soy-milk", true]]);
    expect(idsOf("my usual breakfast")).toEqual([["soup", true]]);
    expect(idsOf("this and that")).toEqual([["kefir", true]]);
    expect(idsOf("banana, my usual").at(-1)).toEqual(["rice-cakes", true]);
    expect(idsOf("my usual with banana")[0]).toEqual(["rice-cakes", true]);
    expect(readMeal("2 my usual", index, personal).items[0]?.quantity).toBe(2);
    expect(readMeal("my usual 30 g", index, personal).items[0]?.grams.median).toBe(30);
    expect(readMeal("my usual", index).items[0]?.candidates).toEqual([]);
  });

  it("keeps the words as they stand in the text", () => {
    const personal = createPersonalFoods([{ phrase: "my usual", food: "rice-cakes" }], []);
    const text = "8 am: my  usual, kefir";
    const reading = readMeal(text, index, personal);
    expect(reading.timeMinutes).toBe(480);
    expect(reading.items.map((item) => text.slice(item.from, item.to))).toEqual(["my  usual", "kefir"]);
  });

  it("takes 'my bowl is 260 g' for whatever is in the bowl, unless that has grams of its own", () => {
    const choices = [{ phrase: "my bowl", gramsPerPortion: 260 }];
    const personal = createPersonalFoods(choices, []);
    for (const text of ["my bowl of lentil soup", "a bowl of soup"]) {
      expect(readMeal(text, index, personal).items[0]?.grams, text).toMatchObject({ median: 260, from: "personal" });
    }
    expect(readMeal("a mug of soup", index, personal).items[0]?.grams.from).not.toBe("personal");
    // a bowl of cereal weighs 45 g
    expect(readMeal("a bowl of cereal", index, personal).items[0]?.grams.median).toBe(45);
    expect(readMeal("soup", index, personal).items[0]?.grams.from).not.toBe("personal");
    const own = createPersonalFoods([...choices, { phrase: "soup", unit: "bowl", gramsPerPortion: 410 }], []);
    expect(readMeal("a bowl of soup", index, own).items[0]?.grams.median).toBe(410);
    const named = createPersonalFoods([{ phrase: "my bowl", unit: "bowl", gramsPerPortion: 300 }], []);
    expect(readMeal("2 bowls of soup", index, named).items[0]?.grams.median).toBe(600);
  });

  it("makes the own portion smaller or larger where the text says so", () => {
    const personal = createPersonalFoods([{ phrase: "soup", gramsPerPortion: 200 }], []);
    const grams = (text: string): number => readMeal(text, index, personal).items[0]?.grams.median ?? 0;
    expect(grams("soup (small)")).toBeLessThan(grams("soup"));
    expect(grams("soup (large)")).toBeGreaterThan(grams("soup"));
    expect(grams("soup")).toBe(200);
  });

  it("does not let a choice of one food touch another", () => {
    const personal = createPersonalFoods([{ phrase: "milk", food: "soy-milk" }], []);
    expect(readMeal("oat milk", index, personal).items).toEqual(readMeal("oat milk", index, noPersonalFoods).items);
  });

  it("falls back to the table when the chosen food is gone", () => {
    const personal = createPersonalFoods([{ phrase: "milk", food: "own:deleted" }], []);
    const [item] = readMeal("milk", index, personal).items;
    expect(item?.isConfirmed).toBe(false);
    expect(item?.candidates[0]?.food.id).toBe("milk");
  });
});
