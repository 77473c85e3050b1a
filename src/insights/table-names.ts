/**
 * Which column of the table does a name in the posterior mean, and how is it called?
 *
 * Usually the column of this name. Stool form (1-7) is read as two outcomes, `<name>:loose` and `<name>:hard`: both speak as sides of
 * that column, and of both less is better. Other names without a column are shown as they are.
 */
import { assertDefect } from "../base/defect.ts";
import { columnByName, recordedDays, type DailyColumn, type DailyTable } from "../daily/table.ts";
import { labelOfColumn, speakOf, spokenName, type Spoken } from "./spoken.ts";

const sides: readonly (readonly [string, string])[] = [
  [":loose", "loose side"],
  [":hard", "hard side"],
];

/** The column, and which side of it is meant ("" = all of it); null when there is none. */
function columnAndSide(
  table: DailyTable,
  name: string,
): { readonly column: DailyColumn; readonly side: string } | null {
  const whole = columnByName(table, name);
  if (whole) return { column: whole, side: "" };
  for (const [ending, side] of sides) {
    const column = name.endsWith(ending) ? columnByName(table, name.slice(0, -ending.length)) : null;
    if (column) return { column, side };
  }
  return null;
}

/** The column that a name of the posterior means, or null. */
export function columnOf(table: DailyTable, name: string): DailyColumn | null {
  return columnAndSide(table, name)?.column ?? null;
}

/** The label for screens; the name itself when there is no such column. */
export function labelIn(table: DailyTable, name: string): string {
  const found = columnAndSide(table, name);
  if (!found) return name;
  return found.side === "" ? labelOfColumn(found.column) : `${labelOfColumn(found.column)}, ${found.side}`;
}

/** The name inside a sentence. */
export function nameIn(table: DailyTable, name: string): string {
  const found = columnAndSide(table, name);
  if (!found) return spokenName(name);
  const bare = spokenName(labelOfColumn(found.column));
  return found.side === "" ? bare : `${bare} (${found.side})`;
}

/** As sentences see it. Throws `Defect` when there is no such column. */
export function spokenIn(table: DailyTable, name: string): Spoken {
  const found = columnAndSide(table, name);
  assertDefect(found !== null, "an edge names a column that is not in the daily table");
  const spoken = speakOf(found.column);
  return found.side === "" ? spoken : { ...spoken, id: name, name: nameIn(table, name), betterIs: "lower" };
}

/** Share of the table's days on which it is recorded, 0-1. */
export function recordedShare(table: DailyTable, name: string): number {
  const column = columnOf(table, name);
  return column && table.dayCount > 0 ? recordedDays(column) / table.dayCount : 0;
}
