/**
 * How is a column of the posterior called, on screens and inside sentences?
 *
 * Names are those of the table as the engine looks at it (stool form as its two sides, daily/stool-sides.ts). A name without a
 * column is shown as it is where that does no harm, and is a fault of ours where a sentence needs the column.
 */
import { assertDefect } from "../base/defect.ts";
import { columnByName, recordedDays, type DailyTable } from "../daily/table.ts";
import { labelOfColumn, speakOf, spokenName, type Spoken } from "./spoken.ts";

/** The label for screens; the name itself when there is no such column. */
export function labelIn(table: DailyTable, name: string): string {
  const column = columnByName(table, name);
  return column ? labelOfColumn(column) : name;
}

/** The name inside a sentence. */
export function nameIn(table: DailyTable, name: string): string {
  return spokenName(labelIn(table, name));
}

/** As sentences see it. Throws `Defect` when there is no such column. */
export function spokenIn(table: DailyTable, name: string): Spoken {
  const column = columnByName(table, name);
  assertDefect(column !== null, "an edge names a column that is not in the daily table");
  return speakOf(column);
}

/** As sentences see it when something is said to move it: a report that stands beside its measure is spoken of beyond the measured. Throws `Defect` as `spokenIn`. */
export function movedIn(table: DailyTable, name: string): Spoken {
  const spoken = spokenIn(table, name);
  const measure = columnByName(table, name)?.reportOf;
  const stands = measure !== undefined && columnByName(table, measure) !== null;
  return stands ? { ...spoken, name: `${spoken.name} beyond what ${nameIn(table, measure)} shows` } : spoken;
}

/** Share of the table's days on which it is recorded, 0-1. */
export function recordedShare(table: DailyTable, name: string): number {
  const column = columnByName(table, name);
  return column && table.dayCount > 0 ? recordedDays(column) / table.dayCount : 0;
}
