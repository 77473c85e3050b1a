/**
 * Where do the foods of the everyday table come from when the program runs?
 *
 * food-table.json is written by scripts/write-food-table.mjs from the hand-written tables in src/foods/table, shipped inside the bundle and
 * decoded on first use. A table that does not fit is a fault of ours (a `Defect`); script and tests refuse it long before.
 */
import { decodeFoods } from "./decode-table.ts";
import type { FoodTable } from "./food.ts";
import shipped from "./food-table.json" with { type: "json" };

let decoded: FoodTable | null = null;

/** The hand-written foods and dishes; decoded once, in less than 20 ms. */
export function everydayFoodTable(): FoodTable {
  decoded ??= decodeFoods(shipped);
  return decoded;
}
