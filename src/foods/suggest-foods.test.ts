import { describe, expect, it } from "vitest";
import { smallFoodTable } from "../../test/fixtures/small-food-table.ts";
import { createFoodIndex } from "./name-index.ts";
import { createPersonalFoods } from "./personal-foods.ts";
import { suggestFoods } from "./suggest-foods.ts";

const index = createFoodIndex(smallFoodTable);
const ids = (phrase: string, limit?: number): readonly string[] =>
  suggestFoods(phrase, index, undefined, limit).map((each) => each.food.id);

describe("suggestFoods", () => {
  it("goes on where the last word stops", () => {
    expect(ids("ken")).toEqual([]);
    expect(ids("kef")).toEqual(["kefir"]);
    expect(ids("lentil so")[0]).toBe("lentil-soup");
    expect(ids("whole wheat br")[0]).toBe("bread-wholemeal");
  });

  it("offers what is eaten often before what is rare", () => {
    expect(ids("b")[0]).toMatch(/banana|bread-white/);
  });

  it("offers near foods for 'which of these?'", () => {
    expect(ids("bread")).toEqual(expect.arrayContaining(["bread-white", "bread-wholemeal", "rye-sourdough"]));
  });

  it("gives each food once and at most as many as asked for", () => {
    for (const phrase of ["b", "bread", "oat", "milk", "rice c"]) {
      const found = ids(phrase, 3);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found).size).toBe(found.length);
    }
    expect(ids("bread", 0)).toEqual([]);
    expect(ids("   ")).toEqual([]);
  });

  it("offers own foods first", () => {
    const personal = createPersonalFoods(
      [],
      [{ id: "b1", label: "Breakfast bread of mine", per100Grams: {}, foodSource: "label" }],
    );
    expect(suggestFoods("bread", index, personal)[0]?.food.id).toBe("own:b1");
  });
});
