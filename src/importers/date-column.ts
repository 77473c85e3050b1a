/**
 * Which column of this table says what day a row is about?
 *
 * By name first (`date`, `day` and the same word in a few languages; the first column before others), then a first column whose cells all
 * look like dates. The content is decided by dates.ts; this file only finds the column and words its problems with line and column.
 */
import type { Err } from "../base/result.ts";
import { normaliseName } from "../journal/catalogue.ts";
import type { FileProblem } from "./contract.ts";
import { dateForms, decideDateColumn, type DateColumn } from "./dates.ts";
import { fileProblem } from "./file-problem.ts";
import { cellsOf, type TextColumn, type TextTable } from "./text-table.ts";

const NAMES = new Set(["date", "day", "full date", "datum", "tag", "fecha", "día", "dia", "jour", "data", "giorno"]);

/** The column that holds the days, or null. */
export function findDateColumn(table: TextTable): TextColumn | null {
  const [first] = table.columns;
  if (first === undefined) return null;
  const named = table.columns.filter((column) => NAMES.has(normaliseName(column.header)));
  if (named.includes(first)) return first;
  const exact = named.find((column) => ["date", "day"].includes(normaliseName(column.header)));
  if (exact !== undefined) return exact;
  if (named[0] !== undefined) return named[0];
  const content = decideDateColumn(cellsOf(table, first), false);
  return content.type === "Unknown" ? null : first;
}

/** The problem behind a date column that could not be read. */
export function dateColumnProblem(
  table: TextTable,
  column: TextColumn,
  content: Exclude<DateColumn, { readonly type: "Known" }>,
): Err<FileProblem> {
  const row = table.rows[content.index];
  const found = row?.cells[column.index] ?? "";
  const place = { line: row?.line ?? 0, column: column.index + 1, columnName: column.header };
  switch (content.type) {
    case "Unknown":
      return fileProblem("DateUnknown", table.file, place, found, dateForms);
    case "Mixed":
      return fileProblem("DatesMixed", table.file, place, found, `the same form as "${content.before}"`);
    case "OrderAmbiguous": {
      const expected = `DD/MM/YYYY = ${content.dayFirst} or MM/DD/YYYY = ${content.monthFirst}`;
      return fileProblem("DateOrderAmbiguous", table.file, place, found, expected);
    }
  }
}
