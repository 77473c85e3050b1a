import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallFoodTable } from "../../test/fixtures/small-food-table.ts";
import { createFoodIndex, plainWordsOf } from "./name-index.ts";
import { type Ranking, rankFoods } from "./rank-foods.ts";

const index = createFoodIndex(smallFoodTable);
const ranked = (text: string): Ranking => rankFoods(plainWordsOf(text), index);
const top = (text: string): string => ranked(text).candidates[0]?.food.id ?? "nothing";

describe("rankFoods", () => {
  it.each([
    ["apple", "apple"],
    ["apples", "apple"],
    ["toast", "toast"],
    ["coke", "cola"],
    ["lager", "lager"],
    ["laver", "laver"],
    ["rice", "rice-white"],
    ["butter beans", "butter-beans"],
    ["peanut butter", "peanut-butter"],
    ["oat milk", "oat-milk"],
    ["oatmilk", "oat-milk"],
    ["oat meal", "oat-porridge"],
    ["ricecakes", "rice-cakes"],
    ["steamed broccoli", "broccoli"],
    ["fresh organic broccoli", "broccoli"],
    ["tesco hummus", "hummus"],
    ["yoghurt", "yogurt"],
    ["low fat vanilla yogurt", "yogurt-vanilla"],
    ["crisps", "crisps"],
    ["prawn toast", "shrimp-toast"],
    ["three bean salad", "three-bean-salad"],
  ])("%s means %s", (text, id) => {
    expect(top(text)).toBe(id);
  });

  it.each(["asdf qwer", "apple vape", "лосось", "crispy", "lagers pub", "", "the"])("does not guess at %j", (text) => {
    expect(ranked(text).candidates).toEqual([]);
  });

  it("corrects a long misspelt word with less confidence, never a short one", () => {
    const wrong = ranked("brocoly");
    const right = ranked("broccoli");
    expect(top("brokkoli")).toBe("nothing");
    expect(top("pistachois")).toBe("pistachio");
    expect(ranked("pistachois").reasons).toContain("spelling");
    expect(ranked("pistachois").candidates[0]?.probability).toBeLessThan(
      ranked("pistachios").candidates[0]?.probability ?? 0,
    );
    expect(wrong.candidates.length).toBeLessThanOrEqual(right.candidates.length);
    expect(top("layer")).toBe("nothing");
    expect(top("lagar")).toBe("nothing");
  });

  it("gives more to a whole name than to a part of one", () => {
    const whole = ranked("wholemeal bread").candidates[0]?.probability ?? 0;
    const part = ranked("spelt wholemeal loaf bread").candidates[0]?.probability ?? 0;
    expect(whole).toBeGreaterThan(0.9);
    expect(part).toBeLessThan(whole);
  });

  it("keeps dairy away from plant milks, also as a less probable candidate", () => {
    for (const text of ["oat milk", "soy milk", "peanut butter", "oatmilk"]) {
      for (const { food } of ranked(text).candidates) {
        expect(food.flags.filter((flag) => flag === "milk" || flag === "cream-butter")).toEqual([]);
      }
    }
  });

  it("says that dairy must go where only a dairy food is known", () => {
    expect(ranked("oat latte")).toMatchObject({ isPlantChange: true });
    expect(ranked("vegan pizza")).toMatchObject({ isPlantChange: true });
    expect(ranked("latte")).toMatchObject({ isPlantChange: false });
  });

  it("gives at most five candidates, best first, that sum to at most 1, for any words", () => {
    const words = fc.constantFrom(...index.vocabulary, "xyzzy", "with", "and", "the", "raw");
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (plain) => {
        const { candidates } = rankFoods(plain, index);
        expect(candidates.length).toBeLessThanOrEqual(5);
        let before = 1;
        let sum = 0;
        for (const { probability } of candidates) {
          expect(probability).toBeLessThanOrEqual(before);
          expect(probability).toBeGreaterThan(0);
          before = probability;
          sum += probability;
        }
        expect(sum).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it("finds every food of the table first by its own display name", () => {
    for (const food of smallFoodTable.foods) expect(top(food.names[0])).toBe(food.id);
  });

  it.each(["rice", "ham and cheese sandwich", "fried rice"])(
    "lists near foods behind the exact name %s, so that another is one tap away",
    (text) => {
      const { candidates, isExact } = ranked(text);
      expect(isExact).toBe(true);
      expect(candidates.length).toBeGreaterThanOrEqual(3);
      expect(candidates[0]?.probability).toBeGreaterThan(0.9);
    },
  );

  it("lets go of what is only said around a food, when nothing else is understood", () => {
    expect(top("ready to cook broccoli product mix")).toBe("broccoli");
    expect(ranked("restaurant style zorble").candidates).toEqual([]);
  });
});
