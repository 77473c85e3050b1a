/** Are grams of coded items made from the right water, and missing codes left out? */
import { describe, expect, it } from "vitest";
import { codedItems, codedScore } from "./coded-days.ts";
import { rowsOf } from "./shared-data.ts";
import type { UsdaTables } from "./usda-tables.ts";

const oats = { code: "fndds:1", description: "Oats", kcal: 1, waterGrams: 50, carbohydrateGrams: 1, fibreGrams: 5 };
const usda: UsdaTables = { fndds: [oats], sr28: [], byCode: new Map([["fndds:1", oats]]), portionsByCode: new Map() };
const items = codedItems(
  rowsOf(
    "sample\tuser\tstudy_day\tfood_code\tdescription\tdry_g\tfibre_g\ns\tu\t\t1\tOats\t50\t5\ns\tu\t\t2\tGone\t10\t3\ns\tu\t\t1\tNo fibre\t10\t\n",
  ),
);

describe("coded items", () => {
  it("leaves out rows without reference fibre", () => {
    expect(items.map((item) => item.description)).toEqual(["Oats", "Gone"]);
  });
  it("takes the water of the true code, and leaves out a code that has gone", () => {
    const score = codedScore(items, usda, new Set(["fndds:1"]), "grams", () => ({
      code: "fndds:1",
      fibrePer100: 6,
      waterPer100: 0,
    }));
    expect(score).toMatchObject({ items: 1, exactCode: 1, mae: 1 });
  });
  it("takes the water of the food found under the other rule, all items", () => {
    const score = codedScore(items, usda, new Set(["fndds:1"]), "dry", (item) =>
      item.code === "fndds:1" ? { code: "fndds:1", fibrePer100: 6, waterPer100: 0 } : null,
    );
    expect(score).toMatchObject({ items: 2, exactCode: 0.5, exactCodeAmongRows: 1, shareOfItemsWithRow: 0.5, mae: 5 });
  });
});
