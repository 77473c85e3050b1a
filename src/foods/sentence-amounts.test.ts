import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount } from "./sentence-amounts.ts";

describe("readAmount", () => {
  it.each<readonly [string, readonly number[], readonly string[], string]>([
    ["2 tbsp plain flour", [2], ["tbsp"], "plain flour"],
    ["1 14-ounce can chopped tomatoes", [1, 14], ["oz", "can"], "chopped tomatoes"],
    ["200g/7oz butter, softened", [200, 7], ["g", "oz"], "butter"],
    ["1½ cups sugar", [1.5], ["cup"], "sugar"],
    ["3 garlic cloves, crushed", [3], ["clove"], "garlic"],
    ["a bowl of porridge", [], ["bowl"], "porridge"],
    ["pinch of salt", [], ["pinch"], "salt"],
    ["juice of 1 lemon", [1], [], "juice of 1 lemon"],
    ["1 carrot, cut into 2 cm pieces", [1], [], "carrot"],
    ["2 slcie bread", [2], ["slice"], "bread"],
    ["olive oil, for frying (about 2 tbsp)", [2], ["tbsp"], "olive oil"],
    ["salt", [], [], "salt"],
    ["", [], [], ""],
  ])("%s", (sentence, quantities, units, rest) => {
    const read = readAmount(sentence);
    expect(read.quantities.map((each) => each.low)).toEqual(quantities);
    expect(read.units).toEqual(units);
    expect(read.rest).toBe(rest);
  });

  it("gives both ends of a range", () => {
    expect(readAmount("150ml-200ml stock").quantities).toEqual([{ low: 150, high: 200 }]);
  });

  it("does not take food words for misspelt units", () => {
    for (const sentence of ["2 pears", "1 black pudding", "4 spring onions", "1 sweet potato", "2 mint leaves"]) {
      expect(readAmount(sentence).units).toEqual([]);
    }
  });

  it("never throws and gives finite numbers for any text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const each of readAmount(text).quantities) expect(Number.isFinite(each.low + each.high)).toBe(true);
      }),
    );
  });
});
