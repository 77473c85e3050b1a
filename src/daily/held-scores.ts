/**
 * On which days does a score that looks back over a stretch stand in the table?
 *
 * A score of the last seven days is about each of them: in the table it is held over its recall period (never beyond, never interpolated), each held cell
 * marked as such, so that a person sees which days are covered. It is still ONE record, on the day it was filled in: the analysis
 * takes the recorded cells only, else one answer would count seven times. A newer score wins where two periods overlap.
 */
import { cellReasons, type DailyColumn, type DailyTable } from "./table.ts";

const HELD = cellReasons.indexOf("held-for-recall-period");

/** Fills the days before each recorded value, back to the start of its recall period, where nothing is recorded; changes neither input. */
export function holdOverRecall(column: DailyColumn): DailyColumn {
  const recall = column.recallDays ?? 1;
  if (recall <= 1) return column;
  const values = column.values.slice();
  const reasons = column.reasons.slice();
  column.values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    for (let back = row - 1; back > row - recall && back >= 0; back -= 1) {
      if (!Number.isNaN(column.values[back] ?? Number.NaN)) break;
      values[back] = value;
      reasons[back] = HELD;
    }
  });
  return { ...column, values, reasons };
}

/** The same table with held cells blank again: each score once, on the day of its record. Tables without held cells come back as they are. */
export function withoutHeldCells(table: DailyTable): DailyTable {
  if (!table.columns.some((column) => column.reasons.includes(HELD))) return table;
  return {
    ...table,
    columns: table.columns.map((column) =>
      column.reasons.includes(HELD)
        ? { ...column, values: column.values.map((value, row) => (column.reasons[row] === HELD ? Number.NaN : value)) }
        : column,
    ),
  };
}
