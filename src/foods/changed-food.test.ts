import { describe, expect, it } from "vitest";
import { changedFood } from "./changed-food.ts";
import { loadFoodTable } from "./extended-table.ts";
import type { Food } from "./food.ts";

const { byId, foods } = await loadFoodTable();
function food(id: string): Food {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

describe("a food as the words around it change it", () => {
  it("is the same object without changes", () => {
    for (const one of foods) expect(changedFood(one, [])).toBe(one);
  });

  it("keeps a few milligrams of caffeine in decaf coffee and none in a soft drink", () => {
    expect(changedFood(food("coffee"), ["decaf"]).per100Grams.caffeineMg).toBeCloseTo(1.2, 6);
    expect(changedFood(food("cola"), ["decaf"]).per100Grams.caffeineMg).toBe(0);
    expect(changedFood(food("water"), ["decaf"]).per100Grams.caffeineMg).toBe(0);
  });

  it("leaves a trace in alcohol-free beer and takes the energy of the alcohol off", () => {
    const had = food("lager").per100Grams;
    const has = changedFood(food("lager"), ["alcohol-free"]).per100Grams;
    expect(has.alcoholGrams).toBeLessThan(0.45);
    expect((had.energyKcal ?? 0) - (has.energyKcal ?? 0)).toBeCloseTo(7 * ((had.alcoholGrams ?? 0) - 0.2), 6);
  });

  it("takes every dairy flag off plant-based food and no other flag", () => {
    const changed = changedFood(food("cheddar"), ["plant-based"]);
    expect(changed.flags).not.toContain("cheese");
    expect(changed.live).toBe("low");
    expect(changedFood(food("yogurt-plain"), ["plant-based"]).ferment).toBe("live");
    expect(changedFood(food("beef-mince"), ["plant-based"]).flags).toEqual(food("beef-mince").flags);
  });

  it("takes wheat out of gluten-free bread", () => {
    const changed = changedFood(food("bread-wholemeal"), ["gluten-free"]);
    expect(changed.flags).not.toContain("gluten-grain");
    expect(changed.plants).toEqual([]);
    expect(changed.fructans?.high).toBeLessThan(food("bread-wholemeal").fructans?.high ?? 0);
  });

  it("kills live microbes by heat and leaves the ferment a ferment", () => {
    for (const change of ["cooked", "pasteurised"] as const) {
      expect(changedFood(food("kimchi"), [change])).toMatchObject({ ferment: "killed", live: "low" });
      expect(changedFood(food("apple"), [change])).toMatchObject({ ferment: null, live: "low" });
    }
  });

  it("takes added sugar out of sugar, carbohydrate and energy alike, never below 0", () => {
    const { addedSugarGrams = 0, sugarGrams = 0, energyKcal = 0 } = food("cola").per100Grams;
    const has = changedFood(food("cola"), ["sugar-free"]).per100Grams;
    expect(has.addedSugarGrams).toBe(0);
    expect(has.sugarGrams).toBeCloseTo(Math.max(0, sugarGrams - addedSugarGrams), 6);
    expect(has.energyKcal).toBeCloseTo(Math.max(0, energyKcal - 4 * addedSugarGrams), 6);
    for (const one of foods) {
      const all = changedFood(one, ["sugar-free", "low-fat", "alcohol-free", "decaf"]).per100Grams;
      for (const value of Object.values(all)) expect(value, one.id).toBeGreaterThanOrEqual(0);
    }
  });

  it("makes low-fat milk skimmed, and never invents a figure", () => {
    expect(changedFood(food("milk-whole"), ["low-fat"]).flags).toContain("skim-milk");
    for (const one of foods) {
      const known = Object.keys(one.per100Grams);
      expect(Object.keys(changedFood(one, ["low-fat", "decaf", "sugar-free"]).per100Grams), one.id).toEqual(known);
    }
  });
});
