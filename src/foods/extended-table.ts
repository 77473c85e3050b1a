/**
 * Where do the foods and names come from that the everyday table has no room for?
 *
 * extended-table.json is a file of its own (the bundlers split it off), loaded when somebody first needs it, and from the program's own files:
 * nothing leaves the device. It brings rarer hand-written foods, further names of everyday foods, and foods of the official tables under own names.
 */
import { type CompactFoods, decodeFoods } from "./decode-table.ts";
import type { Food, FoodTable } from "./food.ts";

/** The asset: foods, and "id<tab>name|name" for foods of the everyday table. */
export interface CompactExtended extends CompactFoods {
  readonly moreNames: string;
}

let loaded: Promise<FoodTable> | null = null;

/**
 * All foods: the everyday table with all its names, then the extended ones. Loaded and decoded once (about 30 ms), both files on demand, so that a
 * page which reads no meal carries neither. Every door reads meals with this table: the same words mean the same food everywhere.
 */
export function loadFoodTable(): Promise<FoodTable> {
  loaded ??= Promise.all([
    import("./everyday-table.ts"),
    import("./extended-table.json", { with: { type: "json" } }),
  ]).then(([{ everydayFoodTable }, { default: shipped }]) => withExtendedFoods(everydayFoodTable(), shipped));
  return loaded;
}

/** The everyday table with the extended one behind it. Throws a `Defect` when the asset does not fit. */
export function withExtendedFoods(everyday: FoodTable, compact: CompactExtended): FoodTable {
  const namesById = new Map<string, readonly string[]>();
  for (const line of compact.moreNames.split("\n")) {
    const [id = "", names = ""] = line.split("\t");
    if (names !== "") namesById.set(id, names.split("|"));
  }
  const foods = [
    ...everyday.foods.map((food) => withNames(food, namesById.get(food.id) ?? [])),
    ...decodeFoods(compact).foods,
  ];
  return { foods, byId: new Map(foods.map((food) => [food.id, food])) };
}

function withNames(food: Food, more: readonly string[]): Food {
  if (more.length === 0) return food;
  const bare = more.map((name) => name.replace(/^=/, ""));
  const exact = more.filter((name) => name.startsWith("=")).map((name) => name.slice(1));
  return { ...food, names: [...food.names, ...bare], exactNames: [...food.exactNames, ...exact] };
}
