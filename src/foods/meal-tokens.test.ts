import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokensOf } from "./meal-tokens.ts";
import { joinNumbers } from "./number-words.ts";

const texts = (text: string): readonly string[] => tokensOf(text).map((token) => token.text);
const numbers = (text: string): readonly (readonly [number, number])[] =>
  joinNumbers(tokensOf(text)).flatMap((token) => (token.kind === "number" ? [[token.low, token.high] as const] : []));

describe("tokensOf", () => {
  it("reads words in lower case without accents, apostrophes and hyphens", () => {
    expect(texts("Crème-fraîche, Ben's Rösti")).toEqual(["creme", "fraiche", ",", "bens", "rosti"]);
  });

  it("keeps the place of each word in the text as typed", () => {
    const [, second] = tokensOf("Café Müsli");
    expect(second).toMatchObject({ text: "musli", from: 5, to: 10 });
  });

  it("passes over tags, addresses and prices", () => {
    expect(texts("<p class='x'>2 eggs</p> £3.50 https://example.org/a?b=1 4,99 €")).toEqual(["\n", "2", "eggs", "\n"]);
  });

  it("never reads the inside of a script", () => {
    expect(texts("<script>alert(1)</script>tea")).toEqual(["tea"]);
  });

  it("keeps per cent with its number, as in 2% milk", () => {
    expect(texts("2 % milk")).toEqual(["2%", "milk"]);
  });

  it("splits a unit from its number and opens hyphens behind a number", () => {
    expect(texts("330ml 14-ounce")).toEqual(["330", "ml", "14", "ounce"]);
  });

  it("gives every token a place inside the text, in order, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        let end = 0;
        for (const token of tokensOf(text)) {
          expect(token.from).toBeGreaterThanOrEqual(end);
          expect(token.to).toBeGreaterThan(token.from);
          expect(token.to).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(token.low)).toBe(true);
          end = token.to;
        }
      }),
    );
  });
});

describe("joinNumbers", () => {
  it.each([
    ["½", 0.5],
    ["1½", 1.5],
    ["1 1/2", 1.5],
    ["2-1/2", 2.5],
    ["3/4", 0.75],
    ["1⁄2", 0.5],
    ["1,5", 1.5],
    ["1,000", 1000],
    [".5", 0.5],
    ["one and a half", 1.5],
    ["1 and 1/2", 1.5],
    ["three quarters", 0.75],
    ["two thirds", 2 / 3],
    ["half a dozen", 6],
    ["a dozen", 12],
    ["2 dozen", 24],
    ["a couple", 2],
    ["twenty five", 25],
    ["x2", 2],
    ["a quarter", 0.25],
    ["half an", 0.5],
  ])("%s is %d", (text, value) => {
    expect(numbers(text)).toHaveLength(1);
    expect(numbers(text)[0]?.[0]).toBeCloseTo(value, 10);
    expect(numbers(text)[0]?.[1]).toBeCloseTo(value, 10);
  });

  it.each([
    ["2-3", 2, 3],
    ["2 to 3", 2, 3],
    ["1 or 2", 1, 2],
    ["between 4 and 6", 4, 6],
    ["a few", 2, 4],
    ["150ml - 200ml", 150, 200],
    ["1½ to 2", 1.5, 2],
  ])("%s is a range", (text, low, high) => {
    expect(numbers(text)).toEqual([[low, high]]);
  });

  it("keeps two numbers apart that are no range: 3 to 2, 1 14-ounce", () => {
    expect(numbers("3 to 2")).toHaveLength(2);
    expect(numbers("1 14-ounce")).toEqual([
      [1, 1],
      [14, 14],
    ]);
  });

  it("reads a half behind its unit", () => {
    expect(numbers("a slice and a half")).toEqual([[1.5, 1.5]]);
    expect(numbers("a cup of tea and half an egg")).toEqual([[0.5, 0.5]]);
  });

  it("keeps the words of a number, so that a name can be found", () => {
    expect(joinNumbers(tokensOf("three bean salad")).map((token) => token.text)).toEqual(["three", "bean", "salad"]);
  });
});
