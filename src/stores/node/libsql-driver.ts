/**
 * How is libsql 0.5.29 used so that none of its traps can be stepped into?
 *
 * Every trap measured in storage.md 2.2 is closed here and has a test in libsql-driver.test.ts: values are checked before they are bound
 * (a boolean aborts the process), always one array is passed (a lone Uint8Array aborts it too), placeholders are counted, rows are
 * read raw, `readonly` is done by URI, the busy timeout is set, and `transaction` is our own, because the library's hides SQLITE_FULL.
 * More were seen since: `raw()` throws on statements without rows; `close()` leaves the file open while prepared statements live; and text
 * that is not UTF-8 (a flipped bit on disk) aborts the process when it is read, so text leaves SQLite as bytes only.
 */
import { createRequire } from "node:module";
import { checkSqlValues, countPlaceholders, SqlMisuse, type SqlDriver, type SqlRow, type SqlValue } from "./driver.ts";

/** libsql could not be loaded: no binary for this platform (Windows on ARM, FreeBSD), or a broken installation. */
export class LibsqlMissing extends Error {
  override readonly name: string = "LibsqlMissing";
}

/** Waiting time for another process that writes. The library's own default is 0, which refuses at once. */
export const busyTimeoutMs: number = 5000;

interface Statement {
  readonly reader: boolean;
  readonly columns: () => readonly unknown[];
  readonly raw: () => Statement;
  readonly run: (values: readonly SqlValue[]) => { readonly changes: number };
  readonly all: (values: readonly SqlValue[]) => readonly SqlRow[];
  readonly iterate: (values: readonly SqlValue[]) => Iterable<SqlRow>;
}

interface Database {
  readonly inTransaction: boolean;
  readonly prepare: (sql: string) => Statement;
  readonly exec: (sql: string) => void;
  readonly close: () => void;
}

type DatabaseConstructor = new (path: string, options: { readonly timeout: number }) => Database;

interface Prepared {
  readonly statement: Statement;
  readonly placeholders: number;
}

/**
 * Opens a database file, or a `file:...?mode=ro` URI. Throws what libsql throws, or `LibsqlMissing`. A plain path that does
 * not exist is created: check before (`fileMustExist` of the library is ignored).
 */
export function openLibsql(pathOrUri: string, timeoutMs: number = busyTimeoutMs): SqlDriver {
  const Database = loadDatabase();
  const database = new Database(pathOrUri, { timeout: timeoutMs });
  const preparedBySql = new Map<string, Prepared>();
  let isOpen = true;
  const isInside = (): boolean => database.inTransaction;

  const prepare = (sql: string): Prepared => {
    const known = preparedBySql.get(sql);
    if (known) return known;
    const placeholders = countPlaceholders(sql);
    const plain = database.prepare(sql);
    const statement = /^\s*SELECT\b/i.test(sql) ? database.prepare(textAsBytes(sql, plain.columns().length)) : plain;
    const prepared = { statement: statement.reader ? statement.raw() : statement, placeholders };
    preparedBySql.set(sql, prepared);
    return prepared;
  };
  const ready = (sql: string, values: readonly SqlValue[]): Statement => {
    const { statement, placeholders } = prepare(sql);
    checkSqlValues(values, placeholders);
    return statement;
  };

  return {
    exec: (script) => database.exec(script),
    run: (sql, values) => ready(sql, values).run(values).changes,
    all: (sql, values) => {
      const statement = ready(sql, values);
      if (statement.reader) return statement.all(values);
      // PRAGMA that answers nothing
      statement.run(values);
      return [];
    },
    each: (sql, values, row) => {
      for (const one of ready(sql, values).iterate(values)) row(one);
    },
    transaction: (write) => {
      if (isInside()) throw new SqlMisuse("transactions are not nested");
      database.exec("BEGIN IMMEDIATE");
      try {
        const value = write();
        database.exec("COMMIT");
        return value;
      } catch (error) {
        // on SQLITE_FULL SQLite has rolled back by itself, and a second ROLLBACK would hide the first error
        if (isInside()) database.exec("ROLLBACK");
        throw error;
      }
    },
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      preparedBySql.clear();
      database.close();
    },
  };
}

/**
 * The same query with every text turned into its bytes, whatever type a column was declared with: after a flipped bit a number may
 * claim to be text. The order of rows stays: SQLite drops the ORDER BY of a subquery only for joins or under another ORDER BY
 * (select.c, "omit ORDER BY", condition 5).
 */
function textAsBytes(sql: string, columnCount: number): string {
  const names = Array.from({ length: columnCount }, (_, i) => `c${String(i)}`);
  const safe = names.map((name) => `iif(typeof(${name}) = 'text', CAST(${name} AS BLOB), ${name})`);
  return `WITH plain(${names.join(", ")}) AS (${sql.replace(/;\s*$/, "")}) SELECT ${safe.join(", ")} FROM plain`;
}

function loadDatabase(): DatabaseConstructor {
  let loaded: unknown;
  try {
    // loaded here, not at the top: commands without a journal must start where libsql has no binary
    loaded = createRequire(import.meta.url)("libsql");
  } catch (error) {
    throw new LibsqlMissing(error instanceof Error ? error.message : String(error));
  }
  if (!isConstructor(loaded)) throw new LibsqlMissing("the package has another form than expected");
  return loaded;
}

function isConstructor(value: unknown): value is DatabaseConstructor {
  return typeof value === "function";
}
