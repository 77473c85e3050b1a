import { beforeAll, describe, expect, it } from "vitest";
import { loadFoodTable } from "./extended-table.ts";
import type { Food, FoodFlag } from "./food.ts";
import type { MealReading, ReadItem } from "./meal-reading.ts";
import { createFoodIndex, type FoodIndex } from "./name-index.ts";
import { readMeal } from "./read-meal.ts";

/** Foods.md section 10 and the must-pass sentences of the reader, against the real table. */
let index: FoodIndex;
beforeAll(async () => {
  index = createFoodIndex(await loadFoodTable());
});

const read = (text: string): MealReading => readMeal(text, index);
const DAIRY: readonly FoodFlag[] = ["milk", "skim-milk", "fermented-dairy", "cheese", "cream-butter", "whey"];

/** Flags that the day would count: those of likely candidates, without what the words took out. */
function flagsOf(text: string): ReadonlySet<FoodFlag> {
  return new Set(read(text).items.flatMap(flagsOfItem));
}
function flagsOfItem(item: ReadItem): readonly FoodFlag[] {
  const flags = item.candidates.filter((each) => each.probability >= 0.02).flatMap((each) => flagsWithin(each.food));
  return item.changes.includes("plant-based") ? flags.filter((flag) => !DAIRY.includes(flag)) : flags;
}
/** Of the food and of its parts. */
function flagsWithin(food: Food): readonly FoodFlag[] {
  const parts = food.parts.flatMap((part) => index.table.byId.get(part.food) ?? []);
  return [...food.flags, ...parts.flatMap(flagsWithin)];
}
function top(text: string): Food {
  const food = read(text).items[0]?.candidates[0]?.food;
  if (food === undefined) throw new Error(`nothing was understood of "${text}"`);
  return food;
}
const hasDairy = (text: string): boolean => DAIRY.some((flag) => flagsOf(text).has(flag));
const gramsOf = (text: string): number => read(text).items[0]?.grams.median ?? Number.NaN;
const perServing = (text: string, name: "alcoholGrams" | "caffeineMg"): number => {
  const food = top(text);
  return ((food.per100Grams[name] ?? 0) * gramsOf(text)) / 100;
};

describe("the reader with the real table: dairy", () => {
  it.each([
    "oat milk",
    "almond milk",
    "coconut milk",
    "peanut butter",
    "cocoa butter",
    "butter beans",
    "soy yogurt",
    "coconut kefir",
    "latte with oat milk",
    "oat milk latte",
    "flat white with soy milk",
    "dairy-free pizza",
    "pizza, no cheese",
    "cereal without milk",
    "vegan cheese",
    "coconut yoghurt",
  ])("%s has none", (text) => {
    expect(hasDairy(text)).toBe(false);
  });

  it.each(["latte", "cheese", "pizza", "kefir", "hazelnut latte", "butter", "milk chocolate"])(
    "%s has some",
    (text) => {
      expect(hasDairy(text)).toBe(true);
    },
  );

  it("a latte with oat milk still has coffee and oat milk in it", () => {
    const all = read("latte with oat milk").items.flatMap((item) => item.candidates[0]?.food ?? []);
    const parts = all.flatMap((food) => [food.id, ...food.parts.map((part) => part.food)]).join(" ");
    expect(parts).toMatch(/coffee|espresso|latte/);
    expect(parts).toMatch(/oat-milk|plant/);
  });
});

describe("the reader with the real table: live and heated ferments", () => {
  it.each(["kombucha", "kefir", "live yogurt", "kimchi", "coconut kefir", "soy yogurt"])("%s is live", (text) => {
    expect(top(text).ferment).toMatch(/live|either/);
  });

  it.each(["sourdough", "soy sauce", "tinned sauerkraut", "pasteurised sauerkraut", "coffee"])(
    "%s is not live",
    (text) => {
      const item = read(text).items[0];
      const ferment = item?.candidates[0]?.food.ferment;
      expect(ferment === "killed" || item?.changes.includes("pasteurised")).toBe(true);
    },
  );
});

describe("the reader with the real table: caffeine and alcohol", () => {
  it("decaf has hardly any caffeine", () => {
    expect(read("decaf").items[0]?.changes).toContain("decaf");
    expect(perServing("decaf", "caffeineMg")).toBeLessThanOrEqual(10);
    expect(perServing("caffeine-free cola", "caffeineMg")).toBeLessThanOrEqual(1);
    expect(perServing("coffee", "caffeineMg")).toBeGreaterThan(50);
  });

  it.each(["alcohol-free beer", "0.0% beer", "ginger beer", "root beer", "wine vinegar"])(
    "%s has hardly any alcohol",
    (text) => {
      const item = read(text).items[0];
      const isChanged = item?.changes.includes("alcohol-free");
      expect(isChanged || perServing(text, "alcoholGrams") <= 1.5).toBe(true);
      expect(flagsOf(text).has("beer") && !isChanged).toBe(false);
    },
  );

  it("beer and wine have some", () => {
    expect(perServing("beer", "alcoholGrams")).toBeGreaterThan(8);
    expect(flagsOf("glass of red wine").has("red-wine")).toBe(true);
  });
});

describe("the reader with the real table: amounts", () => {
  it.each([
    ["50 pistachios", 15, 60],
    ["30 almonds", 15, 50],
    ["20 crisps", 15, 60],
    ["10 grapes", 20, 100],
    ["11 fl oz shake", 280, 360],
    ["20 oz drink", 500, 650],
    ["Multigrain chips 20", 15, 80],
    ["Tortilla chips 15", 15, 80],
    ["Mixed Drink 20 oz", 500, 650],
    ["a pint of lager", 500, 620],
    ["2 eggs", 90, 140],
  ])("%s is %d to %d g", (text, low, high) => {
    expect(gramsOf(text)).toBeGreaterThanOrEqual(low);
    expect(gramsOf(text)).toBeLessThanOrEqual(high);
  });

  it("400 eggs are capped", () => {
    expect(gramsOf("400 eggs")).toBeLessThan(600);
    expect(read("400 eggs").items[0]?.reasons).toContain("cap");
  });
});

describe("the reader with the real table: names that are not what they look like", () => {
  it.each<readonly [string, FoodFlag]>([
    ["eggplant", "egg"],
    ["hot dog", "hot-drink"],
    ["hot sauce", "hot-drink"],
    ["iced tea", "hot-drink"],
    ["gluten-free bread", "gluten-grain"],
    ["butter beans", "cream-butter"],
    ["ginger beer", "beer"],
  ])("%s is not %s", (text, flag) => {
    expect(flagsOf(text).has(flag)).toBe(false);
  });

  it("honeydew is a melon, hot sauce is spicy", () => {
    expect(top("honeydew").names.join()).toMatch(/melon|honeydew/);
    expect(flagsOf("hot sauce").has("spicy")).toBe(true);
  });

  it.each<readonly [string, RegExp, RegExp]>([
    ["coke", /cola/, /cookie/],
    ["toast", /^toast/, /shrimp|prawn/],
    ["lager", /lager|beer/, /nori|laver|seaweed/],
    ["oatmeal", /oat/, /bread|cookie/],
    ["apple", /^apple$/, /croissant|pie|juice/],
    ["avocado", /^avocado$/, /oil/],
    ["red wine", /wine/, /vinegar/],
    ["black coffee", /coffee/, /bread/],
    ["steamed broccoli", /broccoli/, /oyster/],
    ["rice", /^rice/, /ice-cream|milk/],
    ["banana", /^banana$/, /powder|chip/],
    ["crisps", /^crisps/, /soy/],
    ["Bacon 2 slices", /^bacon/, /bits/],
    ["Veggie omelet", /omelette/, /burger/],
    ["Frosted Flakes", /flakes/, /roll/],
    ["frozen pizza", /pizza/, /roll/],
  ])("%s is %s and not %s", (text, is, isNot) => {
    expect(top(text).id).toMatch(is);
    expect(top(text).id).not.toMatch(isNot);
  });

  it.each(["porridge", "dal", "prawns", "courgette", "aubergine", "mince", "fries", "tempeh stir fry", "weetabix"])(
    "knows %s",
    (text) => {
      expect(read(text).items[0]?.candidates[0]?.probability).toBeGreaterThan(0.8);
    },
  );
});

describe("the reader with the real table: the issue's sentences", () => {
  it("reads the first sentence of the issue", () => {
    const { items } = read("2 slices rye sourdough, a bowl of lentil soup, kefir");
    expect(items.map((item) => item.candidates[0]?.food.id)).toEqual(["rye-sourdough", "soup-lentil", "kefir"]);
  });

  it("kimchi fried rice has rice, kimchi and egg", () => {
    const { items } = read("kimchi fried rice");
    const parts = items
      .flatMap((item) => item.candidates[0]?.food ?? [])
      .flatMap((food) => [food.id, ...food.parts.map((part) => part.food)]);
    for (const part of [/rice/, /kimchi/, /egg/]) expect(parts.join(" ")).toMatch(part);
  });

  it("a protein shake is whey, with doubt", () => {
    const item = read("protein shake").items[0];
    expect(item?.candidates[0]?.food.flags).toContain("whey");
    expect(item?.isConfirmed).toBe(false);
    expect(item?.candidates[0]?.probability).toBeLessThan(1);
  });

  it("does not understand asdf qwer", () => {
    expect(read("asdf qwer")).toMatchObject({ state: "nothing-understood", items: [{ candidates: [] }] });
    expect(read("asdf qwer").items[0]?.grams.logSd).toBeGreaterThan(0.5);
  });
});
