import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallFoodTable } from "../../test/fixtures/small-food-table.ts";
import { estimateGrams } from "./estimate-grams.ts";
import { tokensOf } from "./meal-tokens.ts";
import { createFoodIndex } from "./name-index.ts";
import { joinNumbers } from "./number-words.ts";
import { noAmount } from "./read-amount.ts";
import { readMeal } from "./read-meal.ts";
import { takeLengths } from "./take-lengths.ts";

const left = (text: string): string =>
  takeLengths(joinNumbers(tokensOf(text)))
    .map((token) => token.text)
    .join(" ");
const lengthOf = (text: string): number | undefined =>
  takeLengths(joinNumbers(tokensOf(text))).find((token) => token.lengthCm !== undefined)?.lengthCm;

describe("takeLengths", () => {
  it.each<readonly [string, string, number]>([
    ["14-inch pizza", "pizza", 35.56],
    ['a slice of a 14" pizza', "a slice of a pizza", 35.56],
    ["a thin crust pizza 8 to 10 inches in diameter", "a thin crust pizza", 22.86],
    ["a pizza 12 and 3/8 inches across", "a pizza", 31.4325],
    ["a sub with a length of about 12 inches", "a sub", 30.48],
    ["two tortillas, 30 cm each", "two tortillas , each", 30],
    ["lasagne from a 20 cm x 30 cm tin", "lasagne from a tin", 25],
    ["2 x 12-inch pizzas", "2 pizzas", 30.48],
    ["an 8- to 10-inch pancake", "an pancake", 22.86],
    ["a 14-inch, thin crust pizza", "a thin crust pizza", 35.56],
    ["apple (7 cm)", "apple ( )", 7],
  ])("%s -> %s, %d cm", (text, tokens, cm) => {
    expect(left(text)).toBe(tokens);
    expect(lengthOf(text)).toBeCloseTo(cm, 6);
  });

  it.each(["8 in a bowl", "2 eggs in milk", "12 oz in cm", "2 inches of ginger", "14 pizzas"])(
    "%s is left as it is",
    (text) => {
      expect(lengthOf(text)).toBeUndefined();
      expect(left(text)).toBe(
        joinNumbers(tokensOf(text))
          .map((token) => token.text)
          .join(" "),
      );
    },
  );

  it("takes nothing but numbers, units and words of measuring, for any text", () => {
    const word = fc.constantFrom(
      "2",
      "14",
      "-",
      "inch",
      "cm",
      "in",
      "x",
      "to",
      ",",
      "of",
      "with",
      "a",
      "diameter",
      "pizza",
      "(",
      ")",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const tokens = joinNumbers(tokensOf(words.join(" ")));
        const kept = takeLengths(tokens);
        expect(kept.filter((token) => token.text === "pizza")).toHaveLength(
          tokens.filter((token) => token.text === "pizza").length,
        );
        for (const token of kept) expect(token.to).toBeGreaterThanOrEqual(token.from);
      }),
    );
  });
});

describe("a length is no amount", () => {
  const index = createFoodIndex(smallFoodTable);
  const gramsOf = (text: string): number => readMeal(text, index).items[0]?.grams.median ?? Number.NaN;

  it.each(["a 14-inch pizza", "a pizza, 35 cm", "pizza 14 inches across"])("%s is at most one of it", (text) => {
    expect(readMeal(text, index).items).toHaveLength(1);
    expect(gramsOf(text)).toBe(gramsOf("a pizza"));
  });

  it("keeps the count that is said besides", () => {
    expect(gramsOf("2 slices of a 14-inch pizza")).toBe(220);
    expect(gramsOf("half of a 12 inch pizza")).toBe(gramsOf("half of a pizza"));
  });

  it("counts no pieces by inches", () => {
    expect(gramsOf("3 inches of banana")).toBe(gramsOf("1 banana"));
    expect(gramsOf("4 inch onion")).toBe(gramsOf("1 onion"));
  });

  it("chooses the whole, the inches or the size that the food has", () => {
    const [pizza] = smallFoodTable.foods.filter((food) => food.id === "pizza");
    if (pizza === undefined) throw new Error("the table of the tests has a pizza");
    const grams = (cm: number, unitGrams: Readonly<Record<string, number>>): number =>
      estimateGrams({ ...noAmount, lengthCm: cm }, { ...pizza, unitGrams }, null).grams.median;
    const sizes = { slice: 110, small: 220, medium: 400, large: 800 };
    expect([20, 30, 36].map((cm) => grams(cm, sizes))).toEqual([220, 400, 800]);
    expect(grams(36, { slice: 110, whole: 500 })).toBe(500);
    expect(grams(25.4, { inch: 38 })).toBeCloseTo(380, 9);
    expect(grams(3, { slice: 110, whole: 500 })).toBe(300);
    // a banana has small and large ones and is not cut into a few slices
    expect(grams(18, { slice: 5, small: 90, medium: 118 })).toBe(300);
  });
});

describe("parts of one", () => {
  const index = createFoodIndex(smallFoodTable);
  it.each<readonly [string, number]>([
    ["one-sixth of an apple", 160 / 6],
    ["a fifth of an apple", 32],
    ["a quarter of an apple", 40],
    ["half of a 400 g tin of lentils", 200],
    ["half a 400 g tin of lentils", 200],
  ])("%s is %d g", (text, grams) => {
    expect(readMeal(text, index).items[0]?.grams.median).toBeCloseTo(grams, 6);
  });
});
