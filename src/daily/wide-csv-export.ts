/**
 * How does a person take the daily table out: exactly what the engine sees, one row per day?
 *
 * RFC 4180, UTF-8, `.` decimals, ISO dates (or day numbers), blank = not recorded. Numbers are written in the shortest form that reads back
 * as the same number. Column names are the table's own; measurement errors stand in `x_sd` beside `x`. Names that a
 * spreadsheet would run as a formula are guarded with `'`. Reading the text with `readDiary` gives the same numbers on the same days.
 */
import { guardFormula, quoteCsvCell } from "../base/csv-cell.ts";
import { dayFromNumber } from "../base/day.ts";
import type { DailyTable } from "./table.ts";

/** The table as CSV text with CRLF line ends. Cost: linear in the number of cells. */
export function writeDailyCsv(table: DailyTable): string {
  const isDate = table.calendar === "date";
  const columns = table.columns.flatMap((column) => [
    { name: column.name, values: column.values },
    ...(column.sds === undefined ? [] : [{ name: `${column.name}_sd`, values: column.sds }]),
  ]);
  const names = columns.map((column) => quoteCsvCell(guardFormula(column.name)));
  const lines = [[isDate ? "date" : "day", ...names].join(",")];
  for (let row = 0; row < table.dayCount; row += 1) {
    const dayNumber = table.firstDayNumber + row;
    const cells = columns.map((column) => numberToText(column.values[row] ?? Number.NaN));
    lines.push([isDate ? dayFromNumber(dayNumber) : String(dayNumber), ...cells].join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}

function numberToText(value: number): string {
  return Number.isNaN(value) ? "" : String(value);
}
