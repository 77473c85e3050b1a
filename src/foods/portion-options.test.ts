import { describe, expect, it } from "vitest";
import { everydayFoodTable } from "./everyday-table.ts";
import { createFoodIndex } from "./name-index.ts";
import { createPersonalFoods, noPersonalFoods } from "./personal-foods.ts";
import { portionOptions, withGrams, withoutAddedPortion } from "./portion-options.ts";
import { readMeal } from "./read-meal.ts";

const index = createFoodIndex(everydayFoodTable());
const optionsOf = (text: string, personal = noPersonalFoods): ReturnType<typeof portionOptions> =>
  portionOptions(text, index, personal);

describe("sizes of a portion", () => {
  it("are words in the text, and the grams are what the reader makes of them", () => {
    const options = optionsOf("lentil soup");
    expect(options.map(({ text }) => text)).toEqual(["lentil soup (small)", "lentil soup", "lentil soup (large)"]);
    for (const { text, grams } of options) expect(readMeal(text, index).items[0]?.grams.median).toBe(grams);
    expect(options[0]?.grams).toBeLessThan(options[1]?.grams ?? 0);
    expect(options[2]?.grams).toBeGreaterThan(options[1]?.grams ?? 0);
  });

  it("take the size that was added before away first", () => {
    expect(optionsOf("lentil soup (large)").map(({ text }) => text)).toEqual(
      optionsOf("lentil soup").map(({ text }) => text),
    );
    expect(withoutAddedPortion("2 bowls of soup (large)")).toBe("2 bowls of soup");
    expect(withoutAddedPortion("soup (320 g")).toBe("soup");
    expect(withoutAddedPortion("soup (from the canteen)")).toBe("soup (from the canteen)");
  });

  it("are none for a weight that was given or for words that are no single food", () => {
    expect(optionsOf("lentil soup 300 g")).toEqual([]);
    expect(optionsOf("")).toEqual([]);
    expect(optionsOf("kefir, toast")).toEqual([]);
  });

  it("go around the person's own portion", () => {
    const personal = createPersonalFoods([{ phrase: "kefir", gramsPerPortion: 250 }], []);
    expect(optionsOf("kefir", personal).map(({ grams }) => Math.round(grams))).toEqual([175, 250, 338]);
  });
});

describe("own grams in the text", () => {
  it.each(["lentil soup", "a bowl of lentil soup", "kefir", "muesli (large)", "porridge"])(
    "are read back from %j",
    (text) => {
      const [item] = readMeal(withGrams(text, 123), index).items;
      expect(item?.grams.median).toBe(123);
    },
  );

  it("are the whole amount of several", () => {
    expect(withGrams("3 eggs", 155.4)).toBe("3 eggs (155 g)");
    expect(withGrams("butter", 7.25)).toBe("butter (7.3 g)");
  });
});
