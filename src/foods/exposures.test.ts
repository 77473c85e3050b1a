import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exposureNames, type ExposureName } from "./exposure.ts";
import { createMealMeter, exposuresOf } from "./exposures.ts";
import { loadFoodTable } from "./extended-table.ts";
import { createFoodIndex } from "./name-index.ts";
import { createPersonalFoods } from "./personal-foods.ts";
import { readMeal } from "./read-meal.ts";

const index = createFoodIndex(await loadFoodTable());
const measure = createMealMeter(index);
const mealOf = (text: string) => measure(readMeal(text, index));
const mean = (text: string, name: ExposureName): number => mealOf(text).exposures[name]?.mean ?? Number.NaN;
const DAIRY = ["dairyServings", "milkServings", "cheeseServings", "fermentedDairyServings", "wheyGrams"] as const;
const dairy = (text: string): number => DAIRY.reduce((sum, name) => sum + mean(text, name), 0);

describe("what a meal brings", () => {
  it("gives 3 to 8 g of fructans for 250 g of wheat bread and 40 g of onion", () => {
    expect(mean("250 g wheat bread and 40 g onion", "prebioticFructanGrams")).toBeGreaterThan(3);
    expect(mean("250 g wheat bread and 40 g onion", "prebioticFructanGrams")).toBeLessThan(8);
    expect(mean("250 g white bread, 40 g onion", "prebioticFructanGrams")).toBeGreaterThan(3);
    expect(mean("a bowl of onion soup", "prebioticFructanGrams")).toBeGreaterThan(1.5);
  });

  it("does not take prebiotic grams for a share of fibre grams", () => {
    const garlic = mealOf("10 g garlic").exposures;
    expect(garlic.prebioticFructanGrams?.mean).toBeGreaterThan(2 * (garlic.fibreGrams?.mean ?? Infinity));
  });

  it.each(["oat milk", "almond milk", "coconut milk", "peanut butter", "cocoa butter", "butter beans", "soy yogurt"])(
    "%s has no dairy",
    (text) => expect(dairy(text)).toBeLessThan(0.06),
  );

  it.each(["latte with oat milk", "oat milk latte", "dairy-free pizza", "vegan cheese", "pizza without cheese"])(
    "%s has no dairy from that word",
    (text) => expect(dairy(text)).toBeLessThan(0.1),
  );

  it("adds none for what was left out", () => {
    expect(dairy("burger, no cheese")).toBeLessThanOrEqual(dairy("burger"));
    expect(mean("salad without onion", "prebioticFructanGrams")).toBeLessThanOrEqual(
      mean("salad", "prebioticFructanGrams") + 0.01,
    );
    expect(mean("black coffee without milk", "milkServings")).toBeLessThan(0.05);
  });

  it("counts kinds of dairy apart, a glass of milk as most of a cup", () => {
    expect(mean("240 g skimmed milk", "milkServings")).toBeCloseTo(1, 1);
    expect(mean("240 g skimmed milk", "skimMilkServings")).toBeCloseTo(1, 1);
    expect(mean("240 g whole milk", "skimMilkServings")).toBeLessThan(0.05);
    expect(mean("43 g cheddar", "cheeseServings")).toBeCloseTo(1, 1);
    expect(mean("245 g plain yogurt", "fermentedDairyServings")).toBeCloseTo(1, 1);
    const latte = mealOf("latte").exposures;
    expect(latte.dairyServings?.mean).toBeCloseTo(latte.milkServings?.mean ?? 0, 1);
    expect(latte.fermentedKilledServings?.mean).toBeLessThan(2);
  });

  it.each(["kombucha", "kefir", "live yogurt", "kimchi", "soy yogurt", "coconut kefir"])("%s is live", (text) => {
    expect(mean(text, "fermentedServings")).toBeGreaterThan(0.5);
    expect(mean(text, "liveMicrobesLog10Cfu")).toBeGreaterThan(6.5);
  });

  it.each(["sourdough", "soy sauce", "tinned sauerkraut", "pasteurised sauerkraut", "pasteurised kimchi", "coffee"])(
    "%s is fermented and not live",
    (text) => {
      expect(mean(text, "fermentedServings")).toBeLessThan(0.1);
      expect(mean(text, "fermentedKilledServings")).toBeGreaterThan(0.3);
      expect(mean(text, "liveMicrobesLog10Cfu")).toBeLessThan(6.5);
    },
  );

  it("sums live microbes before it takes the logarithm", () => {
    const one = mean("200 g kefir", "liveMicrobesLog10Cfu");
    expect(mean("200 g kefir, 200 g kefir", "liveMicrobesLog10Cfu")).toBeCloseTo(one + Math.log10(2), 1);
    expect(mean("200 g kefir, 300 g boiled rice", "liveMicrobesLog10Cfu")).toBeCloseTo(one, 2);
  });

  it("leaves a few milligrams in decaf and none in cola without caffeine", () => {
    for (const text of ["a cup of decaf coffee", "decaf", "cup of decaf tea", "decaf latte", "decaf espresso"]) {
      expect(mean(text, "caffeineMg"), text).toBeLessThan(10);
      expect(mean(text, "caffeineMg"), text).toBeGreaterThan(0);
    }
    expect(mean("caffeine-free cola", "caffeineMg")).toBeLessThan(1.5);
    expect(mean("a cup of coffee", "caffeineMg")).toBeGreaterThan(60);
  });

  it.each(["alcohol-free beer", "ginger beer", "root beer", "2 tbsp wine vinegar", "non alcoholic wine"])(
    "%s has at most 1.5 g of alcohol",
    (text) => expect(mean(text, "alcoholGrams")).toBeLessThan(1.5),
  );

  it("tells wine, beer and spirits apart, and sums them", () => {
    const wine = mealOf("175 ml red wine").exposures;
    expect(wine.redWineGrams?.mean).toBeGreaterThan(14);
    expect(wine.redWineGrams?.mean).toBeLessThan(25);
    expect(wine.alcoholGrams?.mean).toBeCloseTo(wine.redWineGrams?.mean ?? 0, 1);
    expect(wine.whiteWineGrams?.mean).toBeLessThan(0.5);
    expect(mean("pint of lager", "beerGrams")).toBeGreaterThan(15);
    expect(mean("gin and tonic", "spiritsGrams")).toBeGreaterThan(6);
  });

  it("flags whey in a protein shake, with doubt", () => {
    const whey = mealOf("protein shake").exposures.wheyGrams;
    expect(whey?.mean).toBeGreaterThan(5);
    expect(whey?.sd).toBeGreaterThan(0.3 * (whey?.mean ?? 0));
  });

  it("finds rice, kimchi and egg in kimchi fried rice", () => {
    const { exposures, plants } = mealOf("kimchi fried rice");
    expect(exposures.eggServings?.mean).toBeGreaterThan(0.5);
    expect(exposures.spicyServings?.mean).toBeGreaterThan(0.5);
    expect(exposures.fermentedKilledServings?.mean).toBeGreaterThan(0.5);
    expect(exposures.fermentedServings?.mean).toBeLessThan(0.1);
    expect(exposures.glycaemicLoad?.mean).toBeGreaterThan(20);
    expect([...plants.keys()]).toEqual(expect.arrayContaining(["cabbage"]));
  });

  it("reads no egg, heat, spice or honey out of a part of a name", () => {
    expect(mean("eggplant", "eggServings")).toBeLessThan(0.05);
    expect(mean("hot dog", "hotDrinks")).toBeLessThan(0.05);
    expect(mean("iced tea", "hotDrinks")).toBeLessThan(0.1);
    expect(mean("hot sauce", "hotDrinks")).toBeLessThan(0.05);
    expect(mean("hot sauce", "spicyServings")).toBeGreaterThan(0.4);
    expect(mean("honeydew", "addedSugarGrams")).toBeLessThan(1);
    expect(mean("tea", "hotDrinks")).toBeGreaterThan(0.7);
    expect(mean("tiramisu", "hotDrinks")).toBeLessThan(0.1);
  });

  it("gives gluten-free bread no gluten grain and no wheat", () => {
    expect(mean("gluten-free bread", "glutenGrainServings")).toBeLessThan(0.05);
    expect([...mealOf("gluten free toast").plants.keys()]).not.toContain("wheat");
    expect(mean("bread", "glutenGrainServings")).toBeGreaterThan(0.7);
  });

  it("takes the fibre off once for the glycaemic load, and only where it is in the carbohydrate", () => {
    const food = (foodSource: string) =>
      createPersonalFoods(
        [],
        [{ id: "loaf", label: "zorb loaf", per100Grams: { carbohydrateGrams: 50, fibreGrams: 20 }, foodSource }],
      );
    const load = (foodSource: string): number =>
      exposuresOf(readMeal("100 g zorb loaf", index, food(foodSource)), index).glycaemicLoad?.mean ?? Number.NaN;
    expect(load("label") / load("fdc:1")).toBeCloseTo(50 / 30, 5);
    expect(mean("40 g pure sugar", "glycaemicLoad")).toBeLessThan(40);
  });

  it("shares the energy of ultra-processed food", () => {
    expect(mean("cola", "ultraProcessedEnergyShare")).toBeGreaterThan(0.95);
    expect(mean("boiled lentils", "ultraProcessedEnergyShare")).toBeLessThan(0.05);
    const both = mealOf("330 ml cola, 200 g boiled lentils").exposures.ultraProcessedEnergyShare;
    expect(both?.mean).toBeGreaterThan(0.2);
    expect(both?.mean).toBeLessThan(0.6);
  });

  it("counts a plant once, in dishes too, and herbs and spices a quarter", () => {
    const { exposures, plants } = mealOf("lentils, lentil soup");
    expect(plants.get("lentil")?.probability).toBeGreaterThan(0.9);
    expect(exposures.plantTaxa?.mean).toBeLessThan([...plants.keys()].length + 0.01);
    expect(mealOf("dal").plants.has("onion")).toBe(true);
    expect(mealOf("fresh basil").plants.get("basil")?.weight).toBe(0.25);
    for (const refined of ["sugar", "olive oil", "white bread", "white rice"]) {
      expect(mean(refined, "plantTaxa"), refined).toBeLessThan(0.15);
    }
  });

  it("has a wide default and no certainty for what was not understood", () => {
    const unknown = mealOf("asdf qwer");
    expect(unknown.unknownCount).toBe(1);
    expect(unknown.exposures.fibreGrams?.mean).toBeGreaterThan(0.5);
    expect(unknown.exposures.fibreGrams?.sd).toBeGreaterThan(unknown.exposures.fibreGrams?.mean ?? Infinity);
    expect(unknown.exposures.alcoholGrams?.mean).toBe(0);
    expect(unknown.exposures.alcoholGrams?.sd).toBeGreaterThan(0);
    expect(mean("glass of zorblax", "fibreGrams")).toBeLessThan(0.5);
  });

  it("is 0 without doubt when the person says that nothing was eaten, and unknown when nothing was written", () => {
    const none = mealOf("nothing today").exposures;
    expect(none.fibreGrams).toEqual({ mean: 0, sd: 0 });
    expect(none.liveMicrobesLog10Cfu).toBeUndefined();
    expect(mealOf("  ").exposures).toEqual({});
  });

  it("is less sure of a usual portion than of a weight, and of two foods than of one", () => {
    const relative = (text: string): number => {
      const { mean: m, sd } = mealOf(text).exposures.energyKcal ?? { mean: Number.NaN, sd: Number.NaN };
      return sd / m;
    };
    expect(relative("lentils")).toBeGreaterThan(1.3 * relative("150 g lentils"));
    const reading = readMeal("100 g rice", index);
    const [item] = reading.items;
    const soup = index.table.byId.get("cucumber");
    const rice = item?.candidates[0]?.food;
    if (item === undefined || soup === undefined || rice === undefined) throw new Error("rice");
    const doubt = [rice, soup].map((food) => ({ food, probability: 0.5 }));
    const mixed = exposuresOf({ ...reading, items: [{ ...item, candidates: doubt }] }, index).energyKcal;
    const sure = exposuresOf({ ...reading, items: [{ ...item, candidates: doubt.slice(0, 1) }] }, index).energyKcal;
    const between = ((rice.per100Grams.energyKcal ?? 0) - (soup.per100Grams.energyKcal ?? 0)) / 2;
    expect(mixed?.sd).toBeGreaterThan(0.95 * between);
    expect(mixed?.sd).toBeGreaterThan(sure?.sd ?? Infinity);
  });

  it("is finite, never negative, and the same again, whatever was typed", () => {
    const words = fc.constantFrom(
      "2",
      "400",
      "slices",
      "rye bread",
      "kefir",
      "no",
      "decaf",
      "<b>",
      "½",
      "g",
      "pizza",
      "😀",
      "with",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 60 }),
          fc.array(words, { maxLength: 8 }).map((all) => all.join(" ")),
        ),
        (text) => {
          const { exposures } = mealOf(text);
          for (const name of exposureNames) {
            const one = exposures[name];
            if (one === undefined) continue;
            expect(Number.isFinite(one.mean) && one.mean >= 0, `${name} of ${text}`).toBe(true);
            expect(Number.isFinite(one.sd) && one.sd >= 0, `${name} of ${text}`).toBe(true);
          }
          expect((exposures.ultraProcessedEnergyShare?.mean ?? 0) <= 1).toBe(true);
          expect(measure(readMeal(text, index)).exposures).toEqual(exposures);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("measures a meal in less than a millisecond, the best of five", () => {
    const reading = readMeal("2 slices rye sourdough, a bowl of lentil soup, kefir", index);
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      exposuresOf(reading, index);
      return performance.now() - began;
    });
    expect(Math.min(...times)).toBeLessThan(1);
  });
});
