/**
 * Which rows of a table are about one day each, and which cannot be used?
 *
 * For importers of daily tables. A row longer than the header, a cell that is no believable day, and two rows that say different things about
 * one day are skipped with their line. Of rows that say the same about one day one is kept, so that the order of rows never matters.
 */
import type { DateOrder, Skip } from "./contract.ts";
import type { CsvRow } from "./csv.ts";
import { readDate } from "./dates.ts";
import { cutText } from "./file-problem.ts";
import { cellOf, extraCell, type TextColumn, type TextTable } from "./text-table.ts";

export interface DayRow {
  readonly row: CsvRow;
  readonly dayNumber: number;
}

export interface DayRows {
  /** In order of days. */
  readonly accepted: readonly DayRow[];
  /** One per row that is not accepted. */
  readonly skipped: readonly Skip[];
}

/** Sorts the rows of the table by what can be done with them. `compared`: the columns in which two rows of a day must agree. */
export function selectDayRows(
  table: TextTable,
  dateColumn: TextColumn,
  order: DateOrder,
  lastBelievable: number,
  compared: readonly TextColumn[],
): DayRows {
  const skipped: Skip[] = [];
  const byDay = new Map<number, CsvRow[]>();
  for (const row of table.rows) {
    const extra = extraCell(table, row);
    if (extra !== null) {
      skipped.push({
        line: row.line,
        column: extra.column,
        columnName: "",
        code: "too-many-cells",
        found: cutText(extra.found),
      });
      continue;
    }
    const cell = cellOf(row, dateColumn);
    const dayNumber = readDate(cell, order, lastBelievable);
    if (dayNumber === null) {
      skipped.push(skipCell(row, dateColumn, "bad-date", cell));
      continue;
    }
    const rows = byDay.get(dayNumber);
    if (rows === undefined) byDay.set(dayNumber, [row]);
    else rows.push(row);
  }
  const accepted: DayRow[] = [];
  for (const [dayNumber, rows] of [...byDay].sort(([a], [b]) => a - b)) {
    const [first, ...others] = rows;
    if (first === undefined) continue;
    const agree = others.every((other) => compared.every((column) => isSame(first, other, column)));
    if (agree) accepted.push({ row: first, dayNumber });
    for (const row of agree ? others : rows) {
      skipped.push(skipCell(row, dateColumn, "duplicate-day", cellOf(row, dateColumn)));
    }
  }
  return { accepted, skipped: skipped.sort((a, b) => a.line - b.line) };
}

/** A skip of one cell. */
export function skipCell(row: CsvRow, column: TextColumn, code: Skip["code"], found: string): Skip {
  return { line: row.line, column: column.index + 1, columnName: column.header, code, found: cutText(found) };
}

function isSame(a: CsvRow, b: CsvRow, column: TextColumn): boolean {
  return cellOf(a, column).trim() === cellOf(b, column).trim();
}
