/**
 * How are columns of a row read without believing them?
 *
 * Rows come from a file that anything may have changed, so each column's type is checked where it is read. A row of another form is
 * `StoreDamaged`, never a crash or a silent null.
 */
import type { SqlDriver, SqlRow } from "./driver.ts";
import { StoreStop } from "./store-errors.ts";

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Text, given as such or as its UTF-8 bytes. */
export function textAt(row: SqlRow, column: number): string {
  const value = row[column];
  if (typeof value === "string") return value;
  if (!(value instanceof Uint8Array)) return refuse(column);
  try {
    return strictUtf8.decode(value);
  } catch {
    return refuse(column);
  }
}

export function numberAt(row: SqlRow, column: number): number {
  const value = row[column];
  return typeof value === "number" ? value : refuse(column);
}

export function bytesAt(row: SqlRow, column: number): Uint8Array {
  const value = row[column];
  return value instanceof Uint8Array ? value : refuse(column);
}

/** A number or null. */
export function numberOrNullAt(row: SqlRow, column: number): number | null {
  return row[column] === null ? null : numberAt(row, column);
}

/** The number that a constant query answers in its first column; 0 when it answers no row. */
export function countOf(driver: SqlDriver, sql: string): number {
  const [row] = driver.all(sql, []);
  return row ? numberAt(row, 0) : 0;
}

function refuse(column: number): never {
  throw new StoreStop({
    type: "StoreDamaged",
    place: "",
    detail: `column ${String(column)} of a row has another type`,
  });
}
