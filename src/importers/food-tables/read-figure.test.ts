import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCell, createFigureDraft, implausible, readAmount } from "./read-figure.ts";
import { createTally } from "./read-tally.ts";
import { checkTogether, settleFigures } from "./settle-figures.ts";
import { foodFigureNames, type FoodFigureName } from "./table-food.ts";

describe("readAmount", () => {
  it.each([
    ["12.5", false, { value: 12.5, mark: null, below: null }],
    ["0", false, { value: 0, mark: null, below: null }],
    ["12,5", true, { value: 12.5, mark: null, below: null }],
    ["< 0,5", true, { value: 0.25, mark: "below", below: 0.5 }],
    ["<2", false, { value: 1, mark: "below", below: 2 }],
    ["traces", true, { value: 0, mark: "trace", below: null }],
    ["Tr", false, { value: 0, mark: "trace", below: null }],
    ["(2.1)", false, { value: 2.1, mark: "estimate", below: null }],
    ["1e-3", false, { value: 0.001, mark: null, below: null }],
  ])("reads %j", (cell, comma, expected) => {
    expect(readAmount(cell, comma)).toEqual(expected);
  });

  it.each(["", " ", "-", "--", "N", "n/a", "NaN", "null", "unknown"])(
    "takes %j for not recorded, never for zero",
    (cell) => {
      expect(readAmount(cell, true)).toBeNull();
    },
  );

  it.each(["12,5", "1.2.3", "5 g", "=1+1", "1e9999", "0x10", "<", "( )"])("does not guess %j", (cell) => {
    expect(readAmount(cell, false)).toBe("not-a-number");
  });
});

describe("figures that cannot be", () => {
  it.each<[FoodFigureName, number, string | null]>([
    ["fibreGrams", 100, null],
    ["fibreGrams", 100.1, "over-100-grams"],
    ["fatGrams", -0.1, "negative"],
    ["energyKcal", 950, null],
    ["energyKcal", 951, "energy-too-high"],
    ["energyKj", 3974, null],
    ["energyKj", 3980, "energy-too-high"],
    ["caffeineMg", 3000, null],
    ["caffeineMg", 32_000, "too-much-caffeine"],
  ])("%s %d: %s", (name, value, reason) => {
    expect(implausible(name, value)).toBe(reason);
  });

  it("are left out and counted, and the others stay", () => {
    const [draft, tally] = [createFigureDraft(), createTally()];
    addCell(draft, "fibreGrams", "170", tally);
    addCell(draft, "proteinGrams", "12 g", tally);
    addCell(draft, "fatGrams", "3.5", tally);
    addCell(draft, "caffeineMg", "0.032", tally, { factor: 1000 });
    expect(draft.figures).toEqual({ fatGrams: 3.5, caffeineMg: 32 });
    expect(tally.numbers().dropped).toEqual({ "over-100-grams": 1, "not-a-number": 1 });
  });

  it("keeps the range of a value below a limit", () => {
    const draft = createFigureDraft();
    addCell(draft, "fibreGrams", "< 0,5", createTally(), { comma: true });
    expect(draft).toEqual({
      figures: { fibreGrams: 0.25 },
      spreads: { fibreGrams: { min: 0, max: 0.5 } },
      marks: { fibreGrams: "below" },
    });
  });
});

describe("checkTogether", () => {
  const checked = (figures: Partial<Record<FoodFigureName, number>>) => {
    const [draft, tally] = [createFigureDraft(), createTally()];
    Object.assign(draft.figures, figures);
    checkTogether(draft, tally);
    return { figures: draft.figures, dropped: tally.numbers().dropped };
  };

  it("drops energy in kJ that was typed as kcal", () => {
    const food = { proteinGrams: 10, fatGrams: 6, availableCarbohydrateGrams: 60 };
    expect(checked({ ...food, energyKcal: 334 }).figures.energyKcal).toBe(334);
    const { figures, dropped } = checked({ ...food, energyKcal: 900, energyKj: 1397 });
    expect(figures).toEqual({ ...food, energyKj: 1397 });
    expect(dropped).toEqual({ "energy-unlike-macros": 1 });
  });

  it("lets drinks of few kcal and sweeteners be", () => {
    const drink = { proteinGrams: 0, fatGrams: 0, availableCarbohydrateGrams: 0.1, energyKcal: 4 };
    expect(checked(drink).figures).toEqual(drink);
  });

  it("drops macronutrients that together weigh more than the food, and parts larger than their whole", () => {
    const heavy = checked({ proteinGrams: 40, fatGrams: 40, carbohydrateGrams: 40, fibreGrams: 3 });
    expect(heavy).toEqual({ figures: { fibreGrams: 3 }, dropped: { "sum-over-100": 1 } });
    const parts = checked({ fatGrams: 2, saturatedFatGrams: 9, availableCarbohydrateGrams: 5, sugarGrams: 50 });
    expect(parts).toEqual({
      figures: { fatGrams: 2, availableCarbohydrateGrams: 5 },
      dropped: { "part-over-whole": 2 },
    });
  });
});

describe("settleFigures", () => {
  it("turns kJ into kcal only where kcal is missing", () => {
    expect(settleFigures("off", { energyKcal: 100, energyKj: 1000 })["energyKcal"]).toBe(100);
    expect(settleFigures("off", { energyKj: 418.4 })["energyKcal"]).toBe(100);
    expect(settleFigures("fdc", { energyGeneralKcal: 341.5, energySpecificKcal: 320, energyKj: 5 })["energyKcal"]).toBe(
      341.5,
    );
  });

  it("gives carbohydrate with fibre for USDA foods and without for all others", () => {
    expect(settleFigures("fdc", { carbohydrateGrams: 60, fibreGrams: 10 })["carbohydrateGrams"]).toBe(60);
    expect(settleFigures("off", { carbohydrateGrams: 60, fibreGrams: 10 })["carbohydrateGrams"]).toBe(50);
    expect(settleFigures("off", { carbohydrateGrams: 60 })).not.toHaveProperty("carbohydrateGrams");
    expect(settleFigures("ciqual", { availableCarbohydrateGrams: 57.5, fibreGrams: 3 })["carbohydrateGrams"]).toBe(
      57.5,
    );
  });

  it("sums EPA and DHA only when both are known, and takes all 18:3 where ALA is not apart", () => {
    expect(settleFigures("fdc", { epaGrams: 0.1 })).not.toHaveProperty("epaDhaGrams");
    expect(settleFigures("fdc", { epaGrams: 0.1, dhaGrams: 0.2 })["epaDhaGrams"]).toBe(0.3);
    expect(settleFigures("fdc", { linolenicGrams: 0.4 })["alaGrams"]).toBe(0.4);
    expect(settleFigures("fdc", { linolenicGrams: 0.4, alaGrams: 0.3 })["alaGrams"]).toBe(0.3);
  });

  it("never mixes the methods of fibre", () => {
    expect(settleFigures("cofid", { nspGrams: 5 })).toEqual({ nspGrams: 5 });
    expect(settleFigures("fdc", { fibreAoac2011Grams: 22 })).toEqual({ fibreAoac2011Grams: 22 });
  });

  it("makes finite, non-negative figures of any believable ones, and none of none", () => {
    const figures = fc.dictionary(fc.constantFrom(...foodFigureNames), fc.double({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(figures, (given) => {
        for (const value of Object.values(settleFigures("off", given))) {
          expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
      }),
    );
    expect(settleFigures("off", {})).toEqual({});
  });
});
