/**
 * Where do other people's diaries and food tables come from, and what if they are not here?
 *
 * `../shared/data` beside the project holds them for benchmarks; nothing of it is in the project. A file that is absent is null, and the part that
 * needs it says so and is left out. Files are tab separated with one header line and no quoting.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** One line of a table, by column name; a column that the file lacks reads "". */
export type Row = (column: string) => string;

/** Path of a file of the shared data, relative to the project's root. */
export function sharedPath(name: string): string {
  return resolve("../shared/data", name);
}

/** The text of a shared file, or null when it is not on this machine. */
export function sharedText(name: string): string | null {
  const path = sharedPath(name);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** The lines of a shared table, or null when it is not on this machine. */
export function sharedRows(name: string): readonly Row[] | null {
  const text = sharedText(name);
  return text === null ? null : rowsOf(text);
}

/** The lines of a tab separated text with a header line. */
export function rowsOf(text: string): readonly Row[] {
  const [head = "", ...lines] = text.replace(/\r/g, "").split("\n");
  const columns = new Map(head.split("\t").map((name, at) => [name, at]));
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const cells = line.split("\t");
      return (column) => cells[columns.get(column) ?? -1] ?? "";
    });
}

/** A number of a cell; an empty cell is null, never 0. */
export function numberOrNull(cell: string): number | null {
  if (cell.trim() === "") return null;
  const value = Number(cell);
  return Number.isFinite(value) ? value : null;
}
