import { describe, expect, it } from "vitest";
import { everydayFoodTable } from "./everyday-table.ts";
import { createCodeFinder } from "./food-by-code.ts";
import type { Food, FoodTable } from "./food.ts";

const [model] = everydayFoodTable().foods;
const food = (id: string, source: string): Food => {
  if (model === undefined) throw new Error("the everyday table is empty");
  return { ...model, id, source };
};
const tableOf = (foods: readonly Food[]): FoodTable => ({ foods, byId: new Map(foods.map((each) => [each.id, each])) });

const plain = food("cauliflower", "fndds:75214011");
const creamed = food("cauliflower-cheese", "fndds:75214100");
const kale = food("kale", "fndds:72119211");
const tempeh = food("tempeh", "ndb:16114");
const find = createCodeFinder(tableOf([plain, creamed, kale, tempeh]));

describe("foods of official codes", () => {
  it("takes the row that has the code, whatever the name was read as", () => {
    expect(find("fndds:72119211", plain)).toEqual({ food: kale, match: "code" });
    expect(find("ndb:16114", null)).toEqual({ food: tempeh, match: "code" });
  });

  it("lets the form with most digits in common stand for a form that has no row", () => {
    expect(find("fndds:75214021", null)).toEqual({ food: plain, match: "near-code" });
    expect(find("fndds:75214130", kale)).toEqual({ food: creamed, match: "near-code" });
  });

  it("trusts the name within the group, and where the group has no row", () => {
    expect(find("fndds:75214021", creamed)).toEqual({ food: creamed, match: "name" });
    expect(find("fndds:11111000", kale)).toEqual({ food: kale, match: "name" });
  });

  it("finds nothing rather than something far away, and knows no tree in other sources", () => {
    expect(find("fndds:75300000", null)).toBeNull();
    expect(find("ndb:16115", null)).toBeNull();
    expect(find("", null)).toBeNull();
    expect(find("fndds:7521", kale)).toEqual({ food: kale, match: "name" });
  });

  it("does not depend on the order of the table", () => {
    const turned = createCodeFinder(tableOf([tempeh, kale, creamed, plain]));
    for (const code of ["fndds:75214021", "fndds:75214055", "fndds:75214099", "fndds:72119250"]) {
      expect(turned(code, null)?.food.id).toBe(find(code, null)?.food.id);
    }
  });

  it("finds every food of the everyday table by its own code", () => {
    const table = everydayFoodTable();
    const byCode = createCodeFinder(table);
    const coded = table.foods.filter((each) => /^(fndds|ndb):/.test(each.source));
    expect(coded.length).toBeGreaterThan(500);
    for (const each of coded) expect(byCode(each.source, null)?.food.source).toBe(each.source);
  });
});
