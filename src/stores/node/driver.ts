/**
 * What must a SQLite library be able to do for us?
 *
 * The driver port of storage.md 2.3: synchronous, positional values, rows as arrays. Adapters close the traps of their library; the
 * code above it may rely on what is written here. Failures are thrown by the library and named in one place
 * (store-errors.ts), because a transaction has to unwind anyway.
 */

/** What may be bound and what comes back. No boolean, no undefined, no non-finite number: see `checkSqlValues`. */
export type SqlValue = null | string | number | bigint | Uint8Array;

/** A row as it is read. Text of a SELECT may come as its UTF-8 bytes: read columns with rows.ts. */
export type SqlRow = readonly SqlValue[];

export interface SqlDriver {
  /** Runs a constant script; never give it text from outside. */
  readonly exec: (script: string) => void;
  /** Runs one statement, answers the number of rows changed. */
  readonly run: (sql: string, values: readonly SqlValue[]) => number;
  readonly all: (sql: string, values: readonly SqlValue[]) => readonly SqlRow[];
  readonly each: (sql: string, values: readonly SqlValue[], row: (row: SqlRow) => void) => void;
  /** BEGIN IMMEDIATE ... COMMIT; on a throw everything is rolled back and the first error is thrown on. Not nested. */
  readonly transaction: <T>(write: () => T) => T;
  readonly close: () => void;
}

/** A value or a number of values that the library would take wrongly (or crash on). A fault of ours, so it is thrown. */
export class SqlMisuse extends Error {
  override readonly name: string = "SqlMisuse";
}

/**
 * Throws `SqlMisuse` unless there are exactly `expected` values and each can be stored and read back unchanged. The
 * check runs at run time because values come from parsed data: libsql 0.5.29 aborts the whole process on a boolean.
 */
export function checkSqlValues(values: unknown, expected: number): void {
  // a Uint8Array has a length too, and given as the only argument it aborts the process
  if (!Array.isArray(values)) throw new SqlMisuse("values must be an array");
  if (values.length !== expected) {
    throw new SqlMisuse(`${String(expected)} values expected, ${String(values.length)} given`);
  }
  for (const value of values) {
    if (value === null || value instanceof Uint8Array) continue;
    if (typeof value === "string") checkText(value);
    else if (typeof value === "bigint") checkBigint(value);
    else if (typeof value !== "number") throw new SqlMisuse(`a ${typeof value} cannot be stored`);
    else if (!Number.isFinite(value)) throw new SqlMisuse("only finite numbers can be stored");
  }
}

/** Integers are read back as numbers, which are exact up to 2^53 only. */
function checkBigint(value: bigint): void {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER)) {
    throw new SqlMisuse("integer beyond 2^53");
  }
}

/** Text with U+0000 is read back cut off, half a surrogate pair comes back as U+FFFD. */
function checkText(text: string): void {
  if (text.includes("\u0000") || /\p{Surrogate}/u.test(text)) throw new SqlMisuse("text that would come back changed");
}

/**
 * The number of `?` in one SQL statement, outside of quotes. Throws `SqlMisuse` for a second statement (it would be
 * dropped silently) and for named or numbered parameters, which this port does not have.
 */
export function countPlaceholders(sql: string): number {
  const bare = sql.replace(/'[^']*'|"[^"]*"/g, "''");
  if (/;\s*\S/.test(bare)) throw new SqlMisuse("more than one statement");
  if (/\?\d|[:@$][A-Za-z_]/.test(bare)) throw new SqlMisuse("only plain ? parameters");
  return bare.split("?").length - 1;
}
