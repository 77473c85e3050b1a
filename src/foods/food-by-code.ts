/**
 * Which food of the table does an official code of a coded diary mean?
 *
 * FNDDS codes are a tree: 752140.. is cooked cauliflower in all its forms. A table that holds only some of the forms has a near relative for most
 * codes, and for many of older releases. The figures are the relative's: an import says which way a food was found.
 */
import type { Food, FoodTable } from "./food.ts";

/** How a code was understood: it has a row; a row of the same group stands for it; only the name helped. */
export type CodeMatch = "code" | "near-code" | "name";

/** The food and how it was found. */
export interface FoodOfCode {
  readonly food: Food;
  readonly match: CodeMatch;
}

/** Codes that share so many leading digits are forms of one food, or near relatives. */
const GROUP_DIGITS = 5;
const FNDDS = /^fndds:(\d{8})$/;

/**
 * A function for the codes of this table. `code`: "fndds:75214021", as in the table; `named`: what the reader makes of the official name, or null.
 * A row with the code wins; then the named food where it is of the same group; then the row that shares most leading digits (at least five; of equal
 * ones the nearest number); then the named food. Null = nothing. Codes of other sources have no tree: code or name. Never throws.
 */
export function createCodeFinder(table: FoodTable): (code: string, named: Food | null) => FoodOfCode | null {
  const byCode = new Map<string, Food>();
  const byGroup = new Map<string, { readonly digits: string; readonly food: Food }[]>();
  for (const food of table.foods) {
    if (byCode.has(food.source)) continue;
    byCode.set(food.source, food);
    const digits = FNDDS.exec(food.source)?.[1];
    if (digits === undefined) continue;
    const group = digits.slice(0, GROUP_DIGITS);
    byGroup.set(group, [...(byGroup.get(group) ?? []), { digits, food }]);
  }
  return (code, named) => {
    const exact = byCode.get(code);
    if (exact !== undefined) return { food: exact, match: "code" };
    const byName: FoodOfCode | null = named === null ? null : { food: named, match: "name" };
    const digits = FNDDS.exec(code)?.[1];
    if (digits === undefined) return byName;
    const group = digits.slice(0, GROUP_DIGITS);
    if (named !== null && FNDDS.exec(named.source)?.[1]?.startsWith(group) === true) return byName;
    const near = nearest(digits, byGroup.get(group) ?? []);
    return near === null ? byName : { food: near, match: "near-code" };
  };
}

function nearest(digits: string, relatives: readonly { readonly digits: string; readonly food: Food }[]): Food | null {
  const distance = (other: string): readonly [number, number] => [
    -sharedDigits(digits, other),
    Math.abs(Number(digits) - Number(other)),
  ];
  const sorted = relatives
    .map(({ digits: other, food }) => ({ food, other, far: distance(other) }))
    .sort((a, b) => a.far[0] - b.far[0] || a.far[1] - b.far[1] || (a.other < b.other ? -1 : 1));
  return sorted[0]?.food ?? null;
}

function sharedDigits(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count += 1;
  return count;
}
