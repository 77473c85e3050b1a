/**
 * What does a stool form of 1 to 7 say of the gut? Two things, and neither is "more" or "less".
 *
 * 1 is as far from well as 7, so the form is no outcome in itself. Looked at are its loose side, max(0, form - 4), and its hard side, max(0, 3.5 - form), each
 * 0 on a good day and worse upwards. The form's own column is left out of the looking, the two sides take its place.
 * Source: Lewis & Heaton 1997 (Scand J Gastroenterol 32:920-924), forms 3 and 4 as the well-formed ones.
 */
import type { DailyColumn, DailyTable } from "./table.ts";

const SIDES = [
  { suffix: "loose", max: 3, of: (form: number): number => Math.max(0, form - 4) },
  { suffix: "hard", max: 2.5, of: (form: number): number => Math.max(0, 3.5 - form) },
] as const;

/** The same table with every stool-form column (`measure`) replaced by two, named `<name>.loose` and `<name>.hard`. Missing stays missing. Tables without one come back as they are. */
export function withStoolSides(table: DailyTable): DailyTable {
  if (!table.columns.some((column) => column.measure === "stool-form")) return table;
  return { ...table, columns: table.columns.flatMap(sidesOf) };
}

/** True when `name` is one of the two sides of the stool-form column `form`. */
export function isSideOf(name: string, form: string): boolean {
  return SIDES.some((side) => name === `${form}.${side.suffix}`);
}

function sidesOf(column: DailyColumn): readonly DailyColumn[] {
  if (column.measure !== "stool-form") return [column];
  const { measure: _measure, step: _step, ...rest } = column;
  const names = SIDES.map((side) => `${column.name}.${side.suffix}`);
  return SIDES.map((side, i) => ({
    ...rest,
    name: names[i] ?? "",
    label: `${column.label}, ${side.suffix} side`,
    min: 0,
    max: side.max,
    betterIs: "lower",
    // two sides of one number, and whatever the form itself was a part of
    partOf: [...(column.partOf ?? []), ...names.filter((_, other) => other !== i)],
    values: column.values.map(side.of),
  }));
}
