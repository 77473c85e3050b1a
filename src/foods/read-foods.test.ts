import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everydayFoods } from "./everyday.ts";
import { knownNames } from "./food-index.ts";
import { foldPlural } from "./food-words.ts";
import { readFoods, type FoodCounts } from "./read-foods.ts";

const countsOf = (text: string): Partial<FoodCounts> => {
  const counts = Object.entries(readFoods(text).counts).filter(([, value]) => value !== 0);
  return Object.fromEntries(counts);
};

describe("foods in a meal text", () => {
  it("reads everyday parts and counts servings by class", () => {
    const reading = readFoods("Lentils, kefir and a bowl of oats; 2 eggs on toast");
    expect(reading.unknown).toEqual([]);
    expect(reading.items.map((item) => [item.text, item.count, item.servings])).toEqual([
      ["lentils", null, 1],
      ["kefir", null, 1],
      ["oats", 1, 1],
      ["eggs", 2, 1],
      ["toast", null, 1],
    ]);
    expect(reading.counts).toEqual({
      fibreRich: 2,
      fermented: 1,
      prebiotic: 2,
      ultraProcessed: 0,
      dairy: 1,
      alcohol: 0,
    });
  });

  it.each([
    ["oat milk, almond milk, coconut milk", {}],
    ["peanut butter, cocoa butter", {}],
    ["butter beans", { fibreRich: 1, prebiotic: 1 }],
    ["soy yogurt", { fermented: 1 }],
    ["coconut kefir", { fermented: 1 }],
    ["latte with oat milk", {}],
    ["oat milk latte", {}],
    ["oat latte", {}],
    ["latte", { dairy: 1 }],
    ["kombucha; kefir; live yogurt; kimchi", { fermented: 4, dairy: 2 }],
    ["sourdough, soy sauce, tinned sauerkraut, coffee", {}],
    ["sauerkraut (pasteurised)", {}],
    ["sauerkraut", { fermented: 1 }],
    ["alcohol-free beer, ginger beer, root beer, wine vinegar", { ultraProcessed: 2 }],
    ["red wine", { alcohol: 1 }],
    ["pasta, no cheese", {}],
    ["pasta without cheese or cream", {}],
    ["coffee without milk", {}],
    ["dairy-free pizza", {}],
    ["vegan lasagne", {}],
    ["soya cream", {}],
    ["pizza", { dairy: 1 }],
    ["lactose free milk", { dairy: 1 }],
    ["eggplant", { fibreRich: 1 }],
    ["hot dog", { ultraProcessed: 1 }],
    ["no onions but cheese", { dairy: 1 }],
    ["mac & cheese", { dairy: 1 }],
    ["crisps", { ultraProcessed: 1 }],
    ["crisp apple", {}],
    ["sweet tea", {}],
    ["blueberry muffin", { ultraProcessed: 1 }],
    ["carrot cake", { ultraProcessed: 1 }],
    ["muffin with blueberries", { fibreRich: 1, ultraProcessed: 1 }],
  ] satisfies [string, Partial<FoodCounts>][])("%s", (text, expected) => {
    expect(countsOf(text)).toEqual(expected);
  });

  it("counts bowls, glasses and whole fruit, but not almonds or eggs by the piece", () => {
    expect(countsOf("2 bowls of lentils")).toEqual({ fibreRich: 2, prebiotic: 2 });
    expect(countsOf("½ glass of kefir")).toEqual({ fermented: 0.5, dairy: 0.5 });
    expect(countsOf("1 1/2 cups of oats")).toEqual({ fibreRich: 1.5, prebiotic: 1.5 });
    expect(countsOf("a couple of bananas")).toEqual({ fibreRich: 2 });
    expect(countsOf("30 almonds")).toEqual({ fibreRich: 1 });
    expect(countsOf("200 g lentils")).toEqual({ fibreRich: 1, prebiotic: 1 });
    expect(countsOf("a handful of walnuts, 250ml kefir x2")).toEqual({ fermented: 1, dairy: 1 });
    expect(countsOf("two beers")).toEqual({ alcohol: 2 });
  });

  it("keeps what it does not know, and counts nothing of such a part", () => {
    const reading = readFoods("zorblax, apple vape, lentils with gribble sauce");
    expect(reading.unknown).toEqual(["zorblax", "apple vape", "gribble sauce"]);
    expect(reading.counts.fibreRich).toBe(1);
  });

  it("matches exact words and plurals only, never similar ones", () => {
    expect(readFoods("lagr").unknown).toEqual(["lagr"]);
    expect(readFoods("kefirs, potatoes, berries, radishes, cookies").unknown).toEqual([]);
    expect(readFoods("crème fraîche, goat's cheese, Semi-skimmed milk").unknown).toEqual([]);
  });

  it("folds plurals to one form", () => {
    for (const [one, many] of [
      ["berry", "berries"],
      ["cookie", "cookies"],
      ["potato", "potatoes"],
      ["peach", "peaches"],
      ["glass", "glasses"],
      ["pie", "pies"],
      ["kiwi", "kiwis"],
      ["hummus", "hummus"],
    ] as const) {
      expect(foldPlural(many)).toBe(foldPlural(one));
    }
    expect(foldPlural("couscous")).toBe("couscous");
  });

  it("gives nothing for empty text and words around food", () => {
    expect(readFoods("").items).toEqual([]);
    expect(readFoods("breakfast").items).toEqual([]);
    expect(readFoods("nothing today").unknown).toEqual(["nothing"]);
  });

  it("never throws and never gives negative, infinite or huge counts", () => {
    const word = fc.constantFrom(
      "lentils",
      "no",
      "2",
      "1e9",
      "oat",
      "milk",
      ",",
      "and",
      "x",
      "(",
      ")",
      "½",
      "=1",
      "zz",
      "with",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(" ")),
        ),
        (text) => {
          const { counts, items } = readFoods(text);
          return Object.values(counts).every((value) => value >= 0 && value <= 10 * items.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("the everyday table", () => {
  it("names every food once", () => {
    const names = everydayFoods.flatMap(([text]) => text.split("|").map((name) => name.replace("=", "")));
    const keys = names.map((name) => name.split(" ").map(foldPlural).join(" "));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(knownNames).toBe(names.length);
    expect(knownNames).toBeGreaterThan(250);
  });

  it("uses only the letters it explains", () => {
    for (const [, letters = ""] of everydayFoods) expect(letters).toMatch(/^[FLPUDAMWH]*$/);
  });

  it("reads each of its own names as one known food", () => {
    for (const [text] of everydayFoods) {
      for (const name of text.split("|")) {
        const reading = readFoods(name.replace("=", ""));
        expect([name, reading.items.length, reading.unknown]).toEqual([name, 1, []]);
      }
    }
  });
});
