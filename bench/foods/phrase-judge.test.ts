/** Does the judge of phrases judge as a person would? */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type FoundItem, isRight, judgePhrase, phraseScore, type Phrase } from "./phrase-judge.ts";
import { phrasesOf } from "./read-phrases.ts";

const phrase: Phrase = {
  phrase: "2 boiled eggs on rye, no butter",
  foods: [
    { words: "boiled eggs", accept: "^eggs?,.*boiled", reject: "white", grams: [85, 130] },
    { words: "rye", accept: "rye", reject: null },
  ],
  absent: "^butter",
};
const found = (from: number, to: number, grams: number | null, ...texts: readonly string[]): FoundItem => ({
  from,
  to,
  grams,
  proposals: texts.map((text) => ({ id: text, texts: [text], probability: 0.9 })),
});
const eggs = found(0, 13, 110, "Egg, whole, boiled");
const rye = found(17, 20, 40, "Bread, rye");

describe("a food of a phrase", () => {
  it("is right when an item over its words leads to an accepted description", () => {
    const verdict = judgePhrase(phrase, [eggs, rye]);
    expect(verdict.foods.map((food) => [food.isTop1, food.areGramsPlausible])).toEqual([
      [true, true],
      [true, null],
    ]);
    expect(verdict.isWhole).toBe(true);
    expect(verdict.extraItems).toBe(0);
  });
  it("is in the top three when a later proposal is right", () => {
    const [food] = judgePhrase(phrase, [
      found(0, 13, 500, "Egg, white, boiled", "Soup", "Egg, whole, boiled"),
      rye,
    ]).foods;
    expect(food).toMatchObject({ isTop1: false, isTop3: true, areGramsPlausible: false });
  });
  it("is not right because the right food stands elsewhere in the phrase", () => {
    const verdict = judgePhrase(phrase, [found(17, 20, 100, "Egg, whole, boiled")]);
    expect(verdict.foods.map((food) => food.isTop1)).toEqual([false, false]);
    expect(verdict.foods[0]?.probability).toBeNull();
  });
  it("is right as a part of one dish for several foods, not as a part of a dish for it alone", () => {
    const dish = {
      id: "dish",
      texts: ["Eggs on toast"],
      probability: 1,
      partTexts: [["Egg, whole, boiled"], ["Bread, rye"]],
    };
    const over = (to: number): FoundItem => ({ from: 0, to, grams: 190, proposals: [dish] });
    expect(judgePhrase(phrase, [over(20)]).foods.map((food) => [food.isTop1, food.areGramsPlausible])).toEqual([
      [true, null],
      [true, null],
    ]);
    expect(judgePhrase(phrase, [over(13)]).foods[0]?.isTop1).toBe(false);
  });
  it("is right by its display name when the row has no description", () => {
    const named = { words: "Kimchi fried rice", accept: "^rice, fried", reject: null };
    const own = { id: "x", texts: ["kimchi fried rice"], probability: 1, ownName: "kimchi fried rice" };
    const item: FoundItem = { from: 0, to: 17, grams: null, proposals: [own] };
    expect(judgePhrase({ phrase: "Kimchi fried rice", foods: [named] }, [item]).isWhole).toBe(true);
    const { ownName: _, ...described } = own;
    expect(
      judgePhrase({ phrase: "Kimchi fried rice", foods: [named] }, [{ ...item, proposals: [described] }]).isWhole,
    ).toBe(false);
  });
  it("is refused when its first text is rejected, whatever its other names", () => {
    expect(isRight({ accept: "apple", reject: "pie" }, ["Apple pie", "apple"])).toBe(false);
    expect(isRight({ accept: "apple", reject: "pie" }, ["fruit", "apple"])).toBe(true);
    expect(isRight({ accept: "apple", reject: "pie" }, [])).toBe(false);
  });
});

describe("a whole phrase", () => {
  it("fails when something forbidden is understood, and counts items over nobody's words", () => {
    const verdict = judgePhrase(phrase, [eggs, rye, found(25, 31, 5, "Butter, NFS")]);
    expect(verdict).toMatchObject({ isWhole: false, hasForbidden: true, extraItems: 1 });
    expect(phraseScore([verdict])).toMatchObject({ top1: 1, whole: 0, extraItems: 100, plausibleGrams: 1 });
  });
});

describe("the set written before the table was looked at", () => {
  const phrases = phrasesOf(readFileSync("bench/foods/phrases-blind.json", "utf8"));
  it("has at least 320 phrases and 480 foods, each phrase once", () => {
    expect(phrases.length).toBeGreaterThanOrEqual(320);
    expect(phrases.reduce((sum, one) => sum + one.foods.length, 0)).toBeGreaterThanOrEqual(480);
    expect(new Set(phrases.map((one) => one.phrase)).size).toBe(phrases.length);
    expect(phrases.filter((one) => one.kind === "hard").length).toBeGreaterThanOrEqual(60);
  });
  it("names only words of its phrases, expressions that compile, and ranges the right way round", () => {
    for (const { phrase: text, foods, absent } of phrases) {
      for (const food of foods) {
        expect(text.toLowerCase()).toContain(food.words.toLowerCase());
        expect(
          () => new RegExp(food.accept, "i").test("") || new RegExp(food.reject ?? "x", "i").test(""),
        ).not.toThrow();
        expect(new RegExp(food.accept, "i").test("")).toBe(false);
        if (food.grams !== undefined) expect(food.grams[0]).toBeLessThan(food.grams[1] ?? 0);
      }
      expect(() => new RegExp(absent ?? "", "i")).not.toThrow();
    }
  });
});
