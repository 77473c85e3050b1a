import { describe, expect, it } from "vitest";
import { decodeFoods } from "./decode-table.ts";
import { everydayFoodTable } from "./everyday-table.ts";
import { loadFoodTable } from "./extended-table.ts";
import type { Food } from "./food.ts";
import shipped from "./food-table.json" with { type: "json" };
import { rangeSources } from "./sources.ts";

const table = everydayFoodTable();

function food(id: string): Food {
  const found = table.byId.get(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

describe("the everyday table as shipped", () => {
  it("knows an apple by name, figures, units, plant and live microbes", () => {
    const apple = food("apple");
    expect(apple.names[0]).toBe("apple");
    expect(apple.per100Grams.energyKcal).toBeGreaterThan(45);
    expect(apple.per100Grams.energyKcal).toBeLessThan(70);
    expect(apple.per100Grams.fibreGrams).toBeGreaterThan(1.5);
    expect(apple.per100Grams.addedSugarGrams).toBe(0);
    expect(apple.plants).toEqual(["apple"]);
    expect(apple.flags).toContain("fruit");
  });

  it("holds every food once, with a portion that one entry may weigh", () => {
    expect(table.byId.size).toBe(table.foods.length);
    for (const { id, portionGrams, mostGrams, names, exactNames } of table.foods) {
      expect(portionGrams, id).toBeGreaterThan(0);
      expect(portionGrams, id).toBeLessThanOrEqual(mostGrams);
      expect(names, id).toEqual(expect.arrayContaining([...exactNames]));
    }
  });

  it("gives NOVA as probabilities and ranges with a low end and a known source", () => {
    for (const one of table.foods) {
      if (one.nova !== null) expect(one.nova.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      for (const range of [one.fructans, one.resistantStarch, one.betaGlucan, one.glycaemicIndex]) {
        if (range === null) continue;
        expect(range.low).toBeLessThanOrEqual(range.high);
        expect(rangeSources).toContain(range.source);
      }
    }
  });

  it("makes every dish of foods it holds, in shares of its portion", () => {
    for (const { id, parts } of table.foods.filter((one) => one.parts.length > 0)) {
      const sum = parts.reduce((total, part) => total + part.share, 0);
      expect(sum, id).toBeGreaterThan(0);
      expect(sum, id).toBeLessThan(200);
      for (const part of parts) expect(table.byId.has(part.food), `${id}: ${part.food}`).toBe(true);
    }
  });
});

describe("the whole table", () => {
  it("adds further names and foods, and keeps every everyday food first and unchanged but for its names", async () => {
    const whole = await loadFoodTable();
    expect(whole.foods.length).toBeGreaterThan(table.foods.length + 1000);
    expect(whole.byId.size).toBe(whole.foods.length);
    for (const [at, everyday] of table.foods.entries()) {
      const { names, exactNames, ...rest } = everyday;
      const found = whole.foods[at];
      expect(found).toMatchObject(rest);
      expect(found?.names.slice(0, names.length)).toEqual(names);
      expect(found?.exactNames).toEqual(expect.arrayContaining([...exactNames]));
    }
  });

  it("gives a name to one food only", async () => {
    const owners = new Map<string, string>();
    for (const { id, names, exactNames } of (await loadFoodTable()).foods) {
      for (const name of names) {
        const key = exactNames.includes(name) ? `=${name}` : name;
        expect(owners.get(key) ?? id, name).toBe(id);
        owners.set(key, id);
      }
    }
    expect(owners.size).toBeGreaterThan(5000);
  });

  it("knows a coded food by its own and by its official name", async () => {
    const names = new Set((await loadFoodTable()).foods.flatMap((one) => one.names));
    expect(names).toContain("bread whole wheat toasted");
    expect(names).toContain("rice white cooked no added fat");
  });

  it("holds the foods that other rooms name by id", async () => {
    const { byId } = await loadFoodTable();
    const wanted =
      "bread-white bread-wholemeal rye-bread rye-sourdough rice-white pasta-white oat-porridge lentils chickpeas kidney-beans tofu tempeh onion garlic " +
      "leek tomato apple banana walnut peanut-butter milk-semi-skimmed milk-whole milk-skimmed yogurt-plain kefir cheddar kimchi sauerkraut miso soy-sauce " +
      "egg-boiled chicken-roast beef-mince bacon salmon olive-oil sugar honey chocolate-dark crisps coffee tea orange-juice cola beer wine-red wine-white";
    for (const id of wanted.split(" ")) expect(byId.has(id), id).toBe(true);
  });
});

describe("a corrupt table", () => {
  it("is refused when a column has lost a line", () => {
    expect(() => decodeFoods({ ...shipped, piece: shipped.piece.replace("\n", "") })).toThrow(
      /food table: \d+ cells for/,
    );
  });

  it("is refused when a weight, flag, ferment, source or figure is not one", () => {
    const broken = (column: "portion" | "flags" | "ferment" | "gi", cell: string) => ({
      ...shipped,
      [column]: [cell, ...shipped[column].split("\n").slice(1)].join("\n"),
    });
    expect(() => decodeFoods(broken("portion", "much"))).toThrow(/"much" is not a number/);
    expect(() => decodeFoods(broken("portion", "-3"))).toThrow(/-3 g/);
    expect(() => decodeFoods(broken("flags", "tasty"))).toThrow(/unknown flag "tasty"/);
    expect(() => decodeFoods(broken("ferment", "alive"))).toThrow(/fermented as "alive"/);
    expect(() => decodeFoods(broken("gi", "40-55 web"))).toThrow(/unknown source "web"/);
    const figures = { ...shipped.figures, fibreGrams: `x${shipped.figures.fibreGrams}` };
    expect(() => decodeFoods({ ...shipped, figures })).toThrow(/is not a number/);
  });
});
