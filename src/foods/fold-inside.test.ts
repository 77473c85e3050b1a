import { beforeAll, describe, expect, it } from "vitest";
import { loadFoodTable } from "./extended-table.ts";
import type { MealReading } from "./meal-reading.ts";
import { createFoodIndex, type FoodIndex } from "./name-index.ts";
import { createPersonalFoods } from "./personal-foods.ts";
import { readMeal } from "./read-meal.ts";

let index: FoodIndex;
beforeAll(async () => {
  index = createFoodIndex(await loadFoodTable());
});
const read = (text: string): MealReading => readMeal(text, index);
const ids = (text: string): readonly string[] => read(text).items.map((item) => item.candidates[0]?.food.id ?? "?");
const gramsOf = (text: string): number => read(text).items.reduce((sum, item) => sum + item.grams.median, 0);

describe("ingredients of a named dish choose its kind and are not eaten besides", () => {
  it.each<readonly [string, readonly string[]]>([
    ["pizza topped with cheese and vegetables on a thick crust", ["pizza-vegetable"]],
    ["a sandwich made with ham, cheese and wheat bread", ["sandwich-ham-cheese"]],
    ["a sandwich containing bacon, lettuce and tomato", ["sandwich-blt"]],
    ["yogurt made from whole milk, fruit", ["yogurt-fruit"]],
    ["a burrito filled with beans and cheese", ["burrito-bean"]],
    ["soup containing chicken, noodles and carrots", ["soup-chicken-noodle"]],
    ["tacos filled with beef, cheese, and lettuce and a coke", ["tacos", "cola"]],
    ["a dish of pasta in cream sauce", ["pasta-cream"]],
    ["cereal enriched with iron and a glass of milk", ["cereal", "milk-semi-skimmed"]],
    ["200 g roasted chicken with meat, skin and neck", ["chicken-roast"]],
    ["a salad consisting of lettuce, tomato and cucumber", ["salad"]],
    ["hot chocolate made with milk", ["hot-chocolate"]],
    ["a 12-inch thin crust pizza topped with cheese and vegetables", ["pizza-vegetable"]],
    ["100 g of yogurt containing fruit pieces", ["yogurt-fruit"]],
    ["an energy bar containing nuts and chocolate, and a banana", ["energy-bar", "banana"]],
    ["tea prepared with water", ["tea"]],
    ["bread made from rye flour", ["rye-bread"]],
    ["a large baked potato, flesh and skin", ["potato-baked"]],
    ["stir fry made with tofu, peppers and broccoli, served with rice", ["stir-fry-tofu", "rice-white"]],
  ])("%s", (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it("says why, and keeps the words in the item", () => {
    const [item] = read("a burrito filled with beans and cheese").items;
    expect(item?.text).toBe("a burrito filled with beans and cheese");
    expect(item?.reasons).toContain("variant");
    expect(item?.reasons).toContain("part-of-dish");
    expect(item?.candidates.map((each) => each.food.id)).toContain("burrito");
  });

  it("takes the share of an ingredient that no kind of the dish has out of the dish", () => {
    const plain = gramsOf("a pizza");
    expect(ids("a pizza topped with asparagus")).toContain("asparagus");
    expect(gramsOf("a pizza topped with asparagus")).toBeCloseTo(plain, 6);
    const many = read("a pizza topped with asparagus, kale, banana, walnuts and leek").items;
    expect(many[0]?.grams.median).toBeGreaterThanOrEqual(0.199 * plain);
    expect(many.every((item) => item.grams.median > 0)).toBe(true);
  });

  it("keeps an ingredient with an amount of its own as an item, and takes it out of what is made of it", () => {
    const items = read("an omelette made with 2 eggs, cheese and spinach").items;
    expect(items.map((item) => item.candidates[0]?.food.id)).toEqual(["omelette-cheese-vegetable", "egg-boiled"]);
    expect(items[0]?.reasons).toContain("parts-named");
  });

  it("leaves the person's own choice of the dish as it is", () => {
    const personal = createPersonalFoods([{ phrase: "burrito", food: "burrito" }], []);
    const [item] = readMeal("a burrito filled with beans and cheese", index, personal).items;
    expect(item?.candidates[0]?.food.id).toBe("burrito");
    expect(item?.isConfirmed).toBe(true);
  });
});

describe("another milk or cheese inside", () => {
  it.each([
    "latte made with soy milk",
    "overnight oats made with almond milk, chia seeds and berries",
    "pizza topped with vegan cheese and mushrooms",
    "yogurt made from coconut milk",
    "mac and cheese made with cashew cream",
  ])("%s brings no dairy that the words took out", (text) => {
    for (const item of read(text).items) {
      const food = item.candidates[0]?.food;
      const isDairy = food !== undefined && index.dairyFoods.has(food);
      expect(isDairy && !item.changes.includes("plant-based")).toBe(false);
    }
  });

  it("keeps the dairy where other dairy is named too", () => {
    expect(read("pizza topped with vegan cheese and mozzarella").items[0]?.changes).not.toContain("plant-based");
  });
});

describe("what is eaten beside or has its own amount stays", () => {
  it.each<readonly [string, readonly string[]]>([
    ["toast with 10 g butter", ["toast", "butter"]],
    ["salad with 50 g feta", ["salad", "feta"]],
    ["chicken with rice", ["chicken-roast", "rice-white"]],
    ["porridge with banana", ["oat-porridge", "banana"]],
    ["porridge topped with blueberries", ["oat-porridge", "blueberry"]],
    ["oatmeal topped with banana, walnuts and honey", ["oat-porridge", "banana", "walnut", "honey"]],
    ["a bowl filled with rice and chicken", ["rice-white", "chicken-roast"]],
    ["a meal consisting of chicken, rice and broccoli", ["chicken-roast", "rice-white", "broccoli"]],
  ])("%s", (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe("words of a sentence that are no food", () => {
  it.each<readonly [string, readonly string[]]>([
    ["a 9 inch diameter thin crust pizza in the New York style from a restaurant", ["pizza"]],
    ["I had a cheeseburger from a fast food restaurant chain", ["cheeseburger"]],
    ["a package of ready to cook noodle mix", ["noodles-egg"]],
    ["an apple, medium size", ["apple"]],
    ["pork chop, lean only", ["pork-chop"]],
    ["50 g ready-to-eat dried apricots", ["apricot-dried"]],
  ])("%s", (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it("leaves one honest unknown where nothing else was understood", () => {
    expect(ids("my mysterious zorble")).toEqual(["?"]);
    expect(ids("a zorble and an apple")).toEqual(["?", "apple"]);
  });
});

describe("the person's own words", () => {
  const personal = createPersonalFoods(
    [
      { phrase: "my usual", food: "oat-porridge", gramsPerPortion: 300 },
      { phrase: "my bowl", unit: "bowl", gramsPerPortion: 260 },
    ],
    [],
  );
  const own = (text: string): readonly (readonly [string, number, boolean])[] =>
    readMeal(text, index, personal).items.map((item) => [
      item.candidates[0]?.food.id ?? "?",
      Math.round(item.grams.median),
      item.isConfirmed,
    ]);

  it("finds my usual and my bowl, alone and in sentences", () => {
    expect(own("my usual")).toEqual([["oat-porridge", 300, true]]);
    expect(own("I had my usual and a coffee")[0]).toEqual(["oat-porridge", 300, true]);
    expect(own("my usual topped with blueberries").map(([id]) => id)).toEqual(["oat-porridge", "blueberry"]);
    expect(own("my usual made with apple")[0]?.[2]).toBe(true);
    expect(own("my bowl of lentil soup")).toEqual([["soup-lentil", 260, false]]);
    expect(own("a bowl of lentil soup containing carrots")[0]?.slice(0, 2)).toEqual(["soup-lentil", 260]);
  });
});
