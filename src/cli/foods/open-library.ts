/**
 * How does a command get hold of the food library of this machine, and of foods in it?
 *
 * The store with its native library is loaded here, by the commands that need it. Rows become foods through the importers' own reader; a row that cannot
 * be read is an error with its code.
 */
import {
  foodTableKinds,
  foodToText,
  joinPiece,
  ok,
  textToFood,
  type FoodChange,
  type FoodRowUnreadable,
  type FoodTableKind,
  type Result,
  type TableFood,
} from "../../lib/index.ts";
import type { FoodLibraryFailed } from "../../stores/node/food-library-file.ts";
import type { FoodLibrary, LibraryChange, LibraryFood, LibraryRow } from "../../stores/node/food-library-port.ts";

/** Opens the library. Errors: FoodLibraryFailed (reason StoreMissing only with mode "read"). */
export async function openLibrary(
  dataFolder: string,
  mode: "write" | "read",
): Promise<Result<FoodLibrary, FoodLibraryFailed>> {
  const { openFoodLibrary } = await import("../../stores/node/food-library.ts");
  return openFoodLibrary(dataFolder, mode);
}

/** A food with where it stands. */
export interface FoundFood {
  readonly kind: FoodTableKind;
  readonly licence: string;
  readonly food: TableFood;
}

/** The foods of rows. Errors: FoodRowUnreadable. */
export function foodsOfRows(rows: readonly LibraryFood[]): Result<readonly FoundFood[], FoodRowUnreadable> {
  const foods: FoundFood[] = [];
  for (const row of rows) {
    const kind = kindOf(row.source);
    const food = textToFood(row);
    if (!food.ok) return food;
    if (kind !== null) foods.push({ kind, licence: row.licence, food: food.value });
  }
  return ok(foods);
}

/** The table with this short name, or null. */
export function kindOf(word: string): FoodTableKind | null {
  return foodTableKinds.find((kind) => kind === word.toLowerCase()) ?? null;
}

/** What the library stores for a change that a reader made. */
export function toLibraryChange(change: FoodChange): LibraryChange {
  if (change.type === "food") return { type: "row", row: rowOf(change.food) };
  return {
    type: "join",
    code: change.code,
    join: (before) => {
      const read = before === null ? null : textToFood(before);
      const food = joinPiece(read?.ok === true ? read.value : null, change);
      return food === null ? null : rowOf(food);
    },
  };
}

function rowOf(food: TableFood): LibraryRow {
  const words = [food.brand, ...food.otherNames].filter((word) => word !== "").join("; ");
  return { code: food.code, barcode: food.barcode, label: food.label, words, body: foodToText(food) };
}
