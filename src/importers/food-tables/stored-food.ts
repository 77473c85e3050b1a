/**
 * How is a food of an imported table kept as one line of text, and read back without believing it?
 *
 * Compact JSON with short names and nothing that is empty, so that a million foods fit on a disk. The store treats it as a text; this file is the only
 * one that knows what is in it. A line that does not say a food is `FoodRowUnreadable`, never a crash.
 */
import * as z from "zod/mini";
import { err, ok, type Result } from "../../base/result.ts";
import {
  emptyFood,
  foodFigureNames,
  type FigureMark,
  type FigureSpread,
  type FoodFigureName,
  type TableFood,
} from "./table-food.ts";

/** A stored food cannot be read: the library was changed from outside, or by a newer version. */
export interface FoodRowUnreadable {
  readonly type: "FoodRowUnreadable";
  readonly code: string;
}

const text = z.string();
const finite = z.number();
const spread = z.object({
  min: z.exactOptional(finite),
  max: z.exactOptional(finite),
  confidence: z.exactOptional(z.enum(["A", "B", "C", "D"])),
});

const storedFood = z.object({
  o: z.exactOptional(z.array(text)),
  b: z.exactOptional(text),
  g: z.exactOptional(text),
  c: z.exactOptional(z.array(text)),
  q: z.exactOptional(text),
  p: z.exactOptional(z.array(z.tuple([text, finite]))),
  n: z.exactOptional(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])),
  i: z.exactOptional(text),
  u: z.exactOptional(z.enum(["100ml", "either"])),
  f: z.exactOptional(z.record(text, finite)),
  s: z.exactOptional(z.record(text, spread)),
  m: z.exactOptional(z.record(text, z.enum(["trace", "below", "estimate"]))),
});

/** The line for a food; code, label and barcode are columns of their own and not in it. */
export function foodToText(food: TableFood): string {
  return JSON.stringify({
    ...(food.otherNames.length > 0 ? { o: food.otherNames } : {}),
    ...(food.brand === "" ? {} : { b: food.brand }),
    ...(food.group === "" ? {} : { g: food.group }),
    ...(food.countries.length > 0 ? { c: food.countries } : {}),
    ...(food.quantity === "" ? {} : { q: food.quantity }),
    ...(food.portions.length > 0 ? { p: food.portions.map(({ label, grams }) => [label, grams]) } : {}),
    ...(food.nova === null ? {} : { n: food.nova }),
    ...(food.ingredients === "" ? {} : { i: food.ingredients }),
    ...(food.per === "100g" ? {} : { u: food.per }),
    ...(isEmpty(food.figures) ? {} : { f: inOrder(food.figures) }),
    ...(isEmpty(food.spreads) ? {} : { s: inOrder(food.spreads) }),
    ...(isEmpty(food.marks) ? {} : { m: inOrder(food.marks) }),
  });
}

/** The food of a line and its columns. Errors: FoodRowUnreadable. */
export function textToFood(row: {
  readonly code: string;
  readonly label: string;
  readonly barcode: string | null;
  readonly body: string;
}): Result<TableFood, FoodRowUnreadable> {
  const { code, label, barcode, body } = row;
  const unreadable = err<FoodRowUnreadable>({ type: "FoodRowUnreadable", code });
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return unreadable;
  }
  const read = storedFood.safeParse(parsed);
  if (!read.success) return unreadable;
  const { o, b, g, c, q, p, n, i, u, f, s, m } = read.data;
  return ok({
    ...emptyFood(code),
    label,
    barcode,
    otherNames: o ?? [],
    brand: b ?? "",
    group: g ?? "",
    countries: c ?? [],
    quantity: q ?? "",
    portions: (p ?? []).map(([portion, grams]) => ({ label: portion, grams })),
    nova: n ?? null,
    ingredients: i ?? "",
    per: u ?? "100g",
    figures: onlyFigures<number>(f ?? {}),
    spreads: onlyFigures<FigureSpread>(s ?? {}),
    marks: onlyFigures<FigureMark>(m ?? {}),
  });
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}

/** Always in the order of the names, so that equal foods have equal lines. */
function inOrder<T>(record: Readonly<Partial<Record<FoodFigureName, T>>>): Readonly<Record<string, T>> {
  const ordered: Record<string, T> = {};
  for (const name of foodFigureNames) {
    const value = record[name];
    if (value !== undefined) ordered[name] = value;
  }
  return ordered;
}

/** Names of another version are left out. */
function onlyFigures<T>(record: Readonly<Record<string, T>>): Partial<Record<FoodFigureName, T>> {
  const known: Partial<Record<FoodFigureName, T>> = {};
  for (const name of foodFigureNames) {
    const value = record[name];
    if (value !== undefined) known[name] = value;
  }
  return known;
}
