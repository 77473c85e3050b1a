import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallFoodTable } from "../../test/fixtures/small-food-table.ts";
import { type Estimated, capOf, estimateGrams } from "./estimate-grams.ts";
import type { Food } from "./food.ts";
import { z80 } from "./gram-errors.ts";
import { unitByName } from "./household-units.ts";
import { tokensOf } from "./meal-tokens.ts";
import { joinNumbers } from "./number-words.ts";
import { noAmount, takeAmount } from "./read-amount.ts";

function food(id: string): Food {
  const found = smallFoodTable.byId.get(id);
  if (found === undefined) throw new Error(id);
  return found;
}
const grams = (amount: string, id: string, personal: number | null = null): Estimated =>
  estimateGrams(takeAmount(joinNumbers(tokensOf(`${amount} x`)), () => false).amount, food(id), personal);

describe("estimateGrams", () => {
  it.each([
    ["200 g", "rice-white", 200, "weight"],
    ["3 oz", "chicken-roast", 85.05, "weight"],
    ["20 oz", "cola", 591.4, "weight"],
    ["11 fl oz", "cola", 325.3, "volume"],
    ["2 slices", "bread-white", 72, "unit"],
    ["1 cup", "rice-white", 158, "unit"],
    ["100 ml", "rice-white", 65.83, "volume"],
    ["2", "egg", 100, "count"],
    ["50", "pistachio", 35, "count"],
    ["a small", "apple", 120, "count"],
    ["2 large", "apple", 440, "count"],
    ["half", "pizza", 150, "count"],
    ["a pint", "lager", 568, "unit"],
    ["a glass", "latte", 250, "unit"],
    ["2 servings", "hummus", 100, "unit"],
  ])("%s of %s is %d g (%s)", (amount, id, median, from) => {
    expect(grams(amount, id).grams.median).toBeCloseTo(median, 1);
    expect(grams(amount, id).grams.from).toBe(from);
  });

  it("takes the usual portion when nothing is said, with a wide range", () => {
    const { grams: estimate } = estimateGrams(noAmount, food("soup"), null);
    expect(estimate).toMatchObject({ median: 300, from: "portion" });
    expect(estimate.high80 / estimate.low80).toBeGreaterThan(2.5);
  });

  it("is surer of a weight than of a bowl, and of a bowl than of nothing", () => {
    const sds = [grams("300 g", "soup"), grams("1 bowl", "soup"), estimateGrams(noAmount, food("soup"), null)].map(
      (each) => each.grams.logSd,
    );
    expect(sds).toEqual([...sds].sort((a, b) => a - b));
    expect(new Set(sds).size).toBe(3);
  });

  it("does not take twenty of a thing without a piece weight for twenty portions", () => {
    const { grams: estimate, reasons } = grams("20", "hummus");
    expect(estimate.median).toBe(75);
    expect(reasons).toContain("count-guard");
  });

  it("cuts what nobody eats and says so", () => {
    const { grams: estimate, reasons } = grams("400", "egg");
    expect(estimate.from).toBe("capped");
    expect(estimate.median).toBe(400);
    expect(reasons).toContain("cap");
    expect(grams("9000 g", "rice-white").grams.from).toBe("capped");
  });

  it("lets the person's own portion win over the table, and a written weight over both", () => {
    expect(grams("1 bowl", "soup", 420).grams).toMatchObject({ median: 420, from: "personal" });
    expect(grams("2 bowls", "soup", 420).grams.median).toBe(840);
    expect(grams("300 g", "soup", 420).grams).toMatchObject({ median: 300, from: "weight" });
  });

  it("is wide for what was not understood, and wider than for a known food", () => {
    const unknown = estimateGrams(noAmount, null, null).grams;
    expect(unknown.logSd).toBeGreaterThan(estimateGrams(noAmount, food("soup"), null).grams.logSd);
    expect(estimateGrams(noAmount, null, null, true).grams.median).toBeGreaterThan(unknown.median);
  });

  it("is finite, positive, below its cap and has the interval of its SD, for any amount", () => {
    const units = [
      "g",
      "kg",
      "ml",
      "l",
      "oz",
      "floz",
      "cup",
      "bowl",
      "slice",
      "handful",
      "piece",
      "serving",
      "pinch",
      "inch",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...smallFoodTable.foods),
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.option(fc.constantFrom(...units)),
        (each, quantity, name) => {
          const unit = name === null ? null : unitByName(name);
          const { grams: estimate } = estimateGrams(
            { ...noAmount, low: quantity, high: quantity * 1.5, unit },
            each,
            null,
          );
          expect(Number.isFinite(estimate.median) && estimate.median > 0).toBe(true);
          expect(estimate.median).toBeLessThanOrEqual(Math.max(1, capOf(each, "weight"), capOf(each, "count")));
          expect(Math.log(estimate.high80 / estimate.median)).toBeCloseTo(z80 * estimate.logSd, 9);
          expect(Math.log(estimate.median / estimate.low80)).toBeCloseTo(z80 * estimate.logSd, 9);
        },
      ),
    );
  });
});
