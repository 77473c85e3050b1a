/**
 * How does the compact table become foods?
 *
 * Each column is one text with a line per food, in the words of the hand-written tables. scripts/write-food-table.mjs has checked every cell, so
 * only the shape is checked here; a table that does not fit is a fault of ours (a `Defect`). A cell that is empty stays absent, never 0.
 */
import { Defect } from "../base/defect.ts";
import {
  type Ferment,
  type Food,
  type FoodFlag,
  foodFlags,
  type FoodPart,
  type FoodTable,
  type LiveClass,
  type SourcedRange,
} from "./food.ts";
import { type NutrientName, nutrientNames, type Nutrients } from "./nutrients.ts";
import { rangeSources } from "./sources.ts";

/** food-table.json and extended-table.json: a line per food in each text. */
export interface CompactFoods {
  /** "grains 90": the next 90 foods are of this category. */
  readonly groups: string;
  /** Empty where it is the display name with "-" between its words, "x" where it is that with the digits of the code. */
  readonly id: string;
  readonly names: string;
  readonly code: string;
  readonly portion: string;
  readonly units: string;
  readonly piece: string;
  readonly most: string;
  readonly plants: string;
  readonly nova: string;
  readonly ferment: string;
  readonly fructans: string;
  readonly starch: string;
  readonly glucan: string;
  readonly gi: string;
  readonly flags: string;
  readonly common: string;
  readonly parts: string;
  readonly figures: Readonly<Record<NutrientName, string>>;
}

const FLAGS: ReadonlyMap<string, FoodFlag> = new Map(foodFlags.map((flag) => [flag, flag]));
const FERMENTS: ReadonlyMap<string, { readonly ferment: Ferment | null; readonly live: LiveClass }> = new Map([
  ["", { ferment: null, live: "low" }],
  ["live-high", { ferment: "live", live: "high" }],
  ["live-medium", { ferment: "live", live: "medium" }],
  ["killed", { ferment: "killed", live: "low" }],
  ["either-high", { ferment: "either", live: "high" }],
  ["either-medium", { ferment: "either", live: "medium" }],
  // not fermented: salad, berries, an apple with its skin
  ["raw-medium", { ferment: null, live: "medium" }],
]);

/**
 * The foods of a compact table, in its order. Throws a `Defect` when columns differ in length or a word is unknown.
 * Cost: about 10 microseconds per food; everything at once, no laziness.
 */
export function decodeFoods(compact: CompactFoods): FoodTable {
  const id = lines(compact.id);
  const column = (text: string): readonly string[] => {
    const cells = lines(text);
    if (cells.length !== id.length) throw new Defect(`food table: ${cells.length} cells for ${id.length} foods`);
    return cells;
  };
  const names = column(compact.names);
  const code = column(compact.code);
  const portion = column(compact.portion);
  const units = column(compact.units);
  const piece = column(compact.piece);
  const most = column(compact.most);
  const plants = column(compact.plants);
  const nova = column(compact.nova);
  const ferment = column(compact.ferment);
  const fructans = column(compact.fructans);
  const starch = column(compact.starch);
  const glucan = column(compact.glucan);
  const gi = column(compact.gi);
  const flags = column(compact.flags);
  const common = column(compact.common);
  const parts = column(compact.parts);
  const figures = nutrientNames.map((name) => [name, column(compact.figures[name])] as const);
  const category = categories(compact.groups);
  // few different texts stand in these columns: each is read once, and foods share the answer
  const nova4 = remembered(novaOf);
  const range = remembered(rangeOf);
  const flagList = remembered(flagsOf);
  const at = (cells: readonly string[], index: number): string => cells[index] ?? "";

  const foods = id.map((written, index): Food => {
    const own = namesOf(at(names, index));
    const ownId = idOf(written, own.names[0], at(code, index));
    const taxa = listOf(at(plants, index));
    const spices = taxa.filter((taxon) => taxon.startsWith("~")).map((taxon) => taxon.slice(1));
    const microbes = FERMENTS.get(at(ferment, index));
    if (microbes === undefined) throw new Defect(`food table: ${ownId} is fermented as "${at(ferment, index)}"`);
    return {
      id: ownId,
      names: own.names,
      exactNames: own.exactNames,
      category: category[index] ?? "",
      source: at(code, index),
      per100Grams: figuresAt(figures, index),
      portionGrams: gramsOf(at(portion, index)),
      unitGrams: unitsOf(at(units, index)),
      pieceGrams: at(piece, index) === "" ? null : gramsOf(at(piece, index)),
      mostGrams: gramsOf(at(most, index)),
      plants: taxa.map((taxon) => taxon.replace("~", "")),
      isSpice: spices.length > 0 && spices.length === taxa.length,
      spices,
      nova: nova4(at(nova, index)),
      ferment: microbes.ferment,
      live: microbes.live,
      fructans: range(at(fructans, index)),
      resistantStarch: range(at(starch, index)),
      betaGlucan: range(at(glucan, index)),
      glycaemicIndex: range(at(gi, index)),
      flags: flagList(at(flags, index)),
      parts: partsOf(at(parts, index), gramsOf(at(portion, index))),
      commonness: at(common, index) === "" ? 0 : numberOf(at(common, index)),
    };
  });
  return { foods, byId: new Map(foods.map((food) => [food.id, food])) };
}

function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

function lines(text: string): readonly string[] {
  return text.split("\n");
}

function listOf(text: string): readonly string[] {
  return text === "" ? [] : text.split("|");
}

function numberOf(text: string): number {
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) throw new Defect(`food table: "${text}" is not a number`);
  return value;
}

function gramsOf(text: string): number {
  const grams = numberOf(text);
  if (!(grams > 0)) throw new Defect(`food table: ${text} g`);
  return grams;
}

function namesOf(text: string): Pick<Food, "names" | "exactNames"> {
  const written = text.split("|");
  const isExact = text.includes("=");
  const [first, ...others] = isExact ? written.map((name) => name.replace("=", "")) : written;
  if (first === undefined || first === "") throw new Defect("food table: a food without a name");
  const exactNames = isExact ? written.filter((name) => name.startsWith("=")).map((name) => name.slice(1)) : [];
  return { names: [first, ...others], exactNames };
}

function idOf(written: string, name: string, code: string): string {
  if (written === "x") return code.replace("fndds:", "x");
  return written === "" ? idOfName(name) : written;
}

function idOfName(name: string): string {
  if (!/[^a-z0-9 ]/.test(name)) return name.replaceAll(" ", "-");
  return name
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replaceAll(" ", "-");
}

function categories(groups: string): readonly string[] {
  return lines(groups).flatMap((line) => {
    const [name = "", count = ""] = line.split(" ");
    return Array.from({ length: numberOf(count) }, () => name);
  });
}

function figuresAt(figures: readonly (readonly [NutrientName, readonly string[]])[], index: number): Nutrients {
  const found: Partial<Record<NutrientName, number>> = {};
  for (const [name, cells] of figures) {
    const cell = cells[index] ?? "";
    if (cell !== "") found[name] = numberOf(cell);
  }
  return found;
}

function unitsOf(text: string): Readonly<Record<string, number>> {
  const grams: Record<string, number> = {};
  for (const pair of listOf(text)) {
    const [unit = "", weight = ""] = pair.split("=");
    grams[unit] = gramsOf(weight);
  }
  return grams;
}

/** "3:60 4:40" -> [0, 0, 0.6, 0.4]; "1" -> [1, 0, 0, 0]. */
function novaOf(text: string): Food["nova"] {
  if (text === "") return null;
  const share = (name: string): number => {
    if (text === name) return 1;
    const pair = text.split(" ").find((one) => one.startsWith(`${name}:`));
    return pair === undefined ? 0 : numberOf(pair.slice(2)) / 100;
  };
  return [share("1"), share("2"), share("3"), share("4")];
}

/** "2-6 van-loo-1995". */
function rangeOf(text: string): SourcedRange | null {
  if (text === "") return null;
  const [range = "", source = ""] = text.split(" ");
  const [low = "", high = ""] = range.split("-");
  if (!rangeSources.includes(source)) throw new Defect(`food table: unknown source "${source}"`);
  return { low: numberOf(low), high: numberOf(high), source };
}

function flagsOf(text: string): readonly FoodFlag[] {
  if (text === "") return [];
  return text.split(" ").map((word) => {
    const flag = FLAGS.get(word);
    if (flag === undefined) throw new Defect(`food table: unknown flag "${word}"`);
    return flag;
  });
}

/** "kimchi 60|rice-white 200": grams in one portion, as grams in 100 g. Water and salt are not named, so they may sum to less. */
function partsOf(text: string, portionGrams: number): readonly FoodPart[] {
  return listOf(text).map((pair) => {
    const [food = "", grams = ""] = pair.split(" ");
    return { food, share: (100 * gramsOf(grams)) / portionGrams };
  });
}
