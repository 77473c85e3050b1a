import { describe, expect, it } from "vitest";
import { dayExposures, usualMealsOf, type WrittenDay } from "./day-exposures.ts";
import { createMealMeter } from "./exposures.ts";
import { everydayFoodTable } from "./everyday-table.ts";
import { createFoodIndex } from "./name-index.ts";
import { readMeal } from "./read-meal.ts";

const index = createFoodIndex(everydayFoodTable());
const measure = createMealMeter(index);
const mealsOf = (...texts: readonly string[]) => texts.map((text) => measure(readMeal(text, index)));
const written = (...texts: readonly string[]): WrittenDay => ({ meals: mealsOf(...texts), isComplete: false });

describe("a day from its meals", () => {
  it("adds means and variances", () => {
    const meals = mealsOf("150 g lentils", "200 g kefir and an apple");
    const { exposures } = dayExposures(meals);
    const [a, b] = meals.map((meal) => meal.exposures.fibreGrams);
    expect(exposures.fibreGrams?.mean).toBeCloseTo((a?.mean ?? 0) + (b?.mean ?? 0), 9);
    expect(exposures.fibreGrams?.sd).toBeCloseTo(Math.sqrt((a?.sd ?? 0) ** 2 + (b?.sd ?? 0) ** 2), 9);
  });

  it("is the same in one text or in several", () => {
    const apart = dayExposures(mealsOf("150 g lentils", "330 ml cola", "200 g kefir"));
    const joined = dayExposures(mealsOf("150 g lentils, 330 ml cola, 200 g kefir"));
    for (const name of ["energyKcal", "ultraProcessedEnergyShare", "liveMicrobesLog10Cfu", "plantTaxa"] as const) {
      expect(apart.exposures[name]?.mean, name).toBeCloseTo(joined.exposures[name]?.mean ?? Number.NaN, 6);
    }
    expect(apart.exposures.ultraProcessedEnergyShare?.sd).toBeCloseTo(
      joined.exposures.ultraProcessedEnergyShare?.sd ?? Number.NaN,
      2,
    );
    expect(apart.coverage).toBeCloseTo(joined.coverage, 9);
  });

  it("counts a plant once over the day", () => {
    const twice = dayExposures(mealsOf("an apple", "an apple")).exposures.plantTaxa;
    expect(twice?.mean).toBeLessThan(1.05);
  });

  it("is less sure when fewer meals are written down than usual", () => {
    const usual = usualMealsOf([
      written("porridge", "lentil soup", "chicken and rice"),
      written("toast", "salad", "pasta"),
      written("toast", "soup", "pizza"),
    ]);
    expect(usual.perDay).toBe(3);
    const whole = dayExposures(mealsOf("porridge", "lentil soup", "pasta"), usual);
    const part = dayExposures(mealsOf("porridge"), usual);
    const alone = dayExposures(mealsOf("porridge"));
    expect(whole.coverage).toBeGreaterThan(0.9);
    expect(part.coverage).toBeLessThan(0.4);
    expect(part.exposures.fibreGrams?.mean).toBe(alone.exposures.fibreGrams?.mean);
    const missing = 2 * (usual.oneMeal.fibreGrams?.mean ?? Number.NaN);
    expect(part.exposures.fibreGrams?.sd).toBeGreaterThan(missing);
    expect(part.exposures.fibreGrams?.errorSd).toBeGreaterThan(missing);
    expect(whole.exposures.fibreGrams?.errorSd).toBeLessThan(missing);
    const said = dayExposures(mealsOf("porridge"), usual, true);
    expect(said.coverage).toBeGreaterThan(0.9);
    expect(said.exposures.fibreGrams).toEqual(alone.exposures.fibreGrams);
  });

  it("counts only what differs from the usual gaps as an error that shrinks effects", () => {
    const often = [written("toast", "salad"), written("salad"), written("salad", "pasta"), written("salad", "soup")];
    const usual = usualMealsOf(often);
    expect(usual).toMatchObject({ perDay: 2, missingPerDay: 0.25 });
    const own = usual.oneMeal.fibreGrams?.mean ?? Number.NaN;
    const day = mealsOf("salad");
    const gaps = dayExposures(day, usual).exposures.fibreGrams?.errorSd ?? Number.NaN;
    const readOnly = dayExposures(day).exposures.fibreGrams?.errorSd ?? Number.NaN;
    expect(gaps ** 2 - readOnly ** 2).toBeCloseTo((0.75 * own) ** 2, 6);
  });

  it("covers less with words that were not understood, and nothing without meals", () => {
    expect(dayExposures(mealsOf("kefir", "asdf qwer")).coverage).toBeCloseTo(0.5, 6);
    expect(dayExposures([]).exposures.fibreGrams).toBeUndefined();
    expect(dayExposures([]).coverage).toBe(0);
    expect(dayExposures(mealsOf("")).exposures.fibreGrams).toBeUndefined();
  });

  it("is 0 on a day of which the person says that nothing was eaten", () => {
    const { exposures, coverage } = dayExposures(mealsOf("nothing today"));
    expect(exposures.fibreGrams).toEqual({ mean: 0, sd: 0, errorSd: 0 });
    expect(coverage).toBe(1);
  });

  it("has an error for the engine that is no larger than its SD", () => {
    const { exposures } = dayExposures(mealsOf("pizza and beer", "cereal with milk", "curry"));
    for (const one of Object.values(exposures)) expect(one.errorSd).toBeLessThanOrEqual(one.sd + 1e-12);
  });
});
