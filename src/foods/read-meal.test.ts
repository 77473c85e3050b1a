import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallFoodTable } from "../../test/fixtures/small-food-table.ts";
import { capOf } from "./estimate-grams.ts";
import type { MealReading } from "./meal-reading.ts";
import { createFoodIndex } from "./name-index.ts";
import { readMeal } from "./read-meal.ts";
import { readingReasons } from "./reading-reasons.ts";

const index = createFoodIndex(smallFoodTable);
const read = (text: string): MealReading => readMeal(text, index);
/** Ids of the best foods, "?" where nothing was understood. */
const ids = (text: string): readonly string[] => read(text).items.map((item) => item.candidates[0]?.food.id ?? "?");

describe("readMeal finds every food of a sentence", () => {
  it.each<readonly [string, readonly string[]]>([
    ["2 slices rye sourdough, a bowl of lentil soup, kefir", ["rye-sourdough", "lentil-soup", "kefir"]],
    ["2 eggs and toast", ["egg", "toast"]],
    ["eggs toast coffee", ["egg", "toast", "coffee"]],
    ["2 eggs 1 toast 200 ml milk", ["egg", "toast", "milk"]],
    ["chips 20 toast 2", ["chips", "toast"]],
    ["toast with butter and jam", ["toast", "butter", "jam"]],
    ["I had some rice with chicken & broccoli", ["rice-white", "chicken-roast", "broccoli"]],
    ["rice + lentils; kefir\n1 apple", ["rice-white", "lentils", "kefir", "apple"]],
    ["- eggs\n- toast\n* tea", ["egg", "toast", "tea"]],
    ["toast w/ hummus", ["toast", "hummus"]],
    ["hummus on toast", ["hummus", "toast"]],
    ["chicken, rice, broccoli", ["chicken-roast", "rice-white", "broccoli"]],
    ["bread, butter", ["bread-white", "butter"]],
    ["banana toast", ["toast", "banana"]],
    ["Lunch: rice, 2 eggs", ["rice-white", "egg"]],
    ["pizza. coke.", ["pizza", "cola"]],
    ["tea/coffee", ["tea"]],
  ])("%s", (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe("readMeal keeps names together", () => {
  it.each<readonly [string, readonly string[]]>([
    ["mac and cheese", ["mac-and-cheese"]],
    ["mac n cheese and kefir", ["mac-and-cheese", "kefir"]],
    ["fish & chips", ["fish-and-chips"]],
    ["ham and cheese sandwich", ["sandwich-ham-cheese"]],
    ["coffee and a ham and cheese sandwich", ["coffee", "sandwich-ham-cheese"]],
    ["Bread, whole wheat, 100%", ["bread-wholemeal"]],
    ["Yogurt, vanilla, low fat", ["yogurt-vanilla"]],
    ["Yogurt, plain, 1 cup", ["yogurt"]],
    ["Chicken, roasted", ["chicken-roast"]],
    ["Pie, apple", ["apple-pie"]],
    ["three bean salad", ["three-bean-salad"]],
    ["a three bean salad and an apple", ["three-bean-salad", "apple"]],
  ])("%s", (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe("readMeal reads amounts before and behind the food", () => {
  it.each<readonly [string, number]>([
    ["2 slices of bread", 72],
    ["bread 2 slices", 72],
    ["bread, 2 slices", 72],
    ["50 pistachios", 35],
    ["crisps 20", 40],
    ["rice 200 g", 200],
    ["rice (200 g)", 200],
    ["half an apple", 80],
    ["2-3 eggs", 125],
    ["a slice and a half of toast", 45],
    ["2 x 330ml cans of lager", 660],
    ["a large apple", 220],
    ["apple (large)", 220],
    ["2 slcie bread", 72],
    ["1 1/2 cups lentils", 297],
    ["rice 200", 200],
    ["the rest of the pizza", 150],
    ["4 small pizza slices everything", 308],
    ["1 pistachios", 28],
    ["apple (1/2)", 80],
    ["1/2 an apple", 80],
  ])("%s is %d g", (text, median) => {
    expect(read(text).items[0]?.grams.median).toBeCloseTo(median, 5);
  });

  it("keeps the amount of each food with it", () => {
    expect(read("2 eggs on toast with butter 5 g").items.map((item) => item.grams.median)).toEqual([100, 60, 5]);
  });

  it("caps 400 eggs and says so", () => {
    const [item] = read("400 eggs").items;
    expect(item?.grams).toMatchObject({ from: "capped" });
    expect(item?.reasons).toContain("cap");
  });

  it("does not believe -3 eggs", () => {
    expect(read("-3 eggs").items[0]).toMatchObject({ quantity: null });
    expect(read("-3 eggs").items[0]?.reasons).toContain("negative-amount");
  });

  it("leaves out what was eaten zero times", () => {
    expect(read("0 eggs, toast")).toMatchObject({ leftOut: ["eggs"], items: [{ phrase: "toast" }] });
  });
});

describe("readMeal and what was not eaten", () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ["toast, no butter", ["toast"], ["butter"]],
    ["coffee without milk and sugar", ["coffee"], ["milk", "sugar"]],
    ["coffee no milk no sugar", ["coffee"], ["milk", "sugar"]],
    ["pizza hold the onion", ["pizza"], ["onion"]],
    ["rice without butter, with lentils", ["rice-white", "lentils"], ["butter"]],
    ["coke zero and chips", ["cola", "chips"], []],
    ["no sugar coke", ["cola"], []],
    ["coke, no sugar", ["cola"], ["sugar"]],
  ])("%s", (text, eaten, leftOut) => {
    expect(ids(text)).toEqual(eaten);
    expect(read(text).leftOut).toEqual(leftOut);
  });

  it("takes the dairy out of what stood before", () => {
    expect(read("pizza, no cheese").items[0]?.changes).toEqual(["plant-based"]);
    expect(read("pizza, no onion").items[0]?.changes).toEqual([]);
  });

  it.each([
    "nothing",
    "Nothing today",
    "fasting",
    "I ate nothing",
    "no breakfast",
    "skipped lunch",
    "didn't eat anything",
  ])("%s: nothing was eaten", (text) => {
    expect(read(text)).toMatchObject({ state: "nothing-eaten", items: [] });
  });

  it("still sees the coffee of 'nothing but coffee'", () => {
    expect(read("nothing but coffee").state).toBe("foods");
    expect(ids("nothing but coffee")).toEqual(["coffee"]);
  });

  it("an empty text is empty, not nothing eaten", () => {
    expect(read("   ")).toMatchObject({ state: "empty", items: [], cutAt: null });
  });
});

describe("readMeal and milk", () => {
  it("swaps the milk of a latte for the plant milk and keeps the coffee", () => {
    const { items } = read("latte with oat milk");
    expect(items.map((item) => item.candidates[0]?.food.id)).toEqual(["coffee", "oat-milk"]);
    expect(items.map((item) => Math.round(item.grams.median))).toEqual([60, 240]);
    expect(items.flatMap((item) => item.candidates.flatMap((each) => each.food.flags))).not.toContain("milk");
  });

  it("adds a splash to coffee or tea, not a glass", () => {
    expect(read("tea with milk").items[1]?.grams.median).toBe(30);
    expect(read("tea with 200 ml milk").items[1]?.grams.median).toBeGreaterThan(190);
    expect(read("tea, milk").items[1]?.grams.median).toBe(200);
  });

  it("marks what the words make of the food", () => {
    expect(read("vegan pizza").items[0]?.changes).toContain("plant-based");
    expect(read("decaf coffee").items[0]?.changes).toContain("decaf");
    expect(read("gluten-free bread").items[0]?.changes).toContain("gluten-free");
    expect(read("alcohol-free lager").items[0]?.changes).toContain("alcohol-free");
    expect(read("latte (oat milk)").items[0]?.changes).toContain("plant-based");
    expect(read("hazelnut latte").items[0]?.changes).toEqual([]);
  });
});

describe("readMeal says what it did not understand", () => {
  it.each(["asdf qwer", "🍌🍕", "борщ и хлеб", "12.50 total", "🥗", "...", "250 g"])("%s", (text) => {
    const reading = read(text);
    expect(reading.state).toBe("nothing-understood");
    expect(reading.items.every((item) => item.candidates.length === 0)).toBe(true);
    expect(
      reading.items
        .map((item) => item.text)
        .join(" ")
        .trim(),
    ).not.toBe("");
  });

  it("keeps what it does not know beside what it knows", () => {
    expect(ids("toast with marmelo, tea")).toEqual(["toast", "?", "tea"]);
  });

  it("keeps brands in brackets as a comment", () => {
    expect(read("hummus (Tesco Finest)").items[0]).toMatchObject({ phrase: "hummus", comment: "Tesco Finest" });
  });

  it("gives both of 'coke or tea', each half as probable", () => {
    const [item] = read("coke or tea").items;
    expect(item?.candidates.map((each) => each.food.id).toSorted()).toEqual(["cola", "tea"]);
    expect(item?.candidates[0]?.probability).toBeLessThanOrEqual(0.5);
  });

  it("leaves comments aside: where, why, when", () => {
    expect(ids("rice from the canteen")).toEqual(["rice-white"]);
    expect(ids("hummus as a snack, tea after the gym")).toEqual(["hummus", "tea"]);
    expect(ids("tea instead of lager")).toEqual(["tea"]);
    expect(read("tea instead of lager").leftOut).toEqual(["lager"]);
  });

  it("reads sentences with verbs of eating", () => {
    expect(ids("I enjoyed 200 grams of rice paired with chicken, and I'm sipping a 330 ml can of cola.")).toEqual([
      "rice-white",
      "chicken-roast",
      "cola",
    ]);
    expect(ids("My lunch consisted of lentil soup and two slices of bread")).toEqual(["lentil-soup", "bread-white"]);
  });

  it("reads times", () => {
    expect(read("yesterday lunch: soup")).toMatchObject({
      timeMinutes: 780,
      dayShift: -1,
      items: [{ phrase: "soup" }],
    });
  });
});

describe("readMeal with hostile input", () => {
  it("reads at most 10,000 units and says where it stopped", () => {
    const reading = read("toast, ".repeat(3000));
    expect(reading.cutAt).not.toBeNull();
    expect(reading.cutAt).toBeLessThanOrEqual(10_000);
    expect(reading.items.length).toBeLessThanOrEqual(400);
  });

  it("survives HTML, a receipt and a recipe", () => {
    expect(ids("<div><b>2 eggs</b><script>alert('x')</script></div>")).toEqual(["egg"]);
    expect(ids("Receipt\nBANANA 0.45\nMilk 2L 1.55\nTOTAL £2.00").slice(0, 3)).toEqual(["?", "banana", "milk"]);
    expect(ids("Serves 4\n200g/7oz rice\n1 onion, chopped\n2 tbsp olive oil")).toContain("olive-oil");
  });

  it("never throws; every item stands in the text, is finite and below its cap, for any text", () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...index.vocabulary,
        "2",
        "1/2",
        "½",
        "no",
        "with",
        ",",
        "and",
        "(",
        ")",
        "g",
        "bowl of",
        "x",
        "-",
        "\n",
        "a",
        "400",
        "or",
        ":",
        "/",
      ),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(" ");
        const reading = read(text);
        for (const item of reading.items) {
          expect(item.from).toBeGreaterThanOrEqual(0);
          expect(item.to).toBeLessThanOrEqual(text.length);
          expect(item.from).toBeLessThanOrEqual(item.to);
          expect(Number.isFinite(item.grams.median) && item.grams.median > 0).toBe(true);
          expect(item.grams.low80).toBeLessThan(item.grams.high80);
          const food = item.candidates[0]?.food ?? null;
          expect(item.grams.median).toBeLessThanOrEqual(Math.max(1200, capOf(food, "weight"), capOf(food, "count")));
          for (const reason of item.reasons) expect(readingReasons).toContain(reason);
          expect(item.candidates.reduce((sum, each) => sum + each.probability, 0)).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(reading.state === "foods").toBe(reading.items.some((item) => item.candidates.length > 0));
      }),
      { numRuns: 400 },
    );
  });

  it("gives the same answer twice", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        expect(read(text)).toEqual(read(text));
      }),
    );
  });
});
