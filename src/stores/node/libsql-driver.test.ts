/** One test per row of storage.md 2.2. What aborts a process runs in a child process of its own. */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bundleChild, endOf, startNode, type ChildScript } from "../../../test/support/child-script.ts";
import { checkSqlValues, countPlaceholders, SqlMisuse, type SqlDriver, type SqlValue } from "./driver.ts";
import { openLibsql } from "./libsql-driver.ts";

let folder = "";
let driver: SqlDriver;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gutskin-driver-"));
  driver = openLibsql(join(folder, "x.db"));
  driver.exec("CREATE TABLE t(a INTEGER, b TEXT, c BLOB, d REAL) STRICT");
});
afterEach(() => {
  driver.close();
  rmSync(folder, { recursive: true, force: true });
});

const insert = (values: readonly unknown[]): void => {
  // what JSON or a slip of types may bring; `unknown` on purpose
  driver.run("INSERT INTO t(a, b, c, d) VALUES (?, ?, ?, ?)", values as readonly SqlValue[]);
};
/** Text comes as bytes; shown here as text again. */
const rows = (): unknown =>
  driver
    .all("SELECT a, b, c, d FROM t", [])
    .map(([a, b, c, d]) => [a, b instanceof Uint8Array ? Buffer.from(b).toString() : b, c, d]);

describe("the library itself (when one of these fails, a trap was mended: look at the driver again)", () => {
  const raw = (code: string): Promise<Awaited<ReturnType<typeof endOf>>> =>
    endOf(
      startNode([
        "-e",
        `const D = require("libsql"); const db = new D(":memory:"); db.exec("CREATE TABLE t(a, b)"); ${code}`,
      ]),
    );

  it("aborts the whole process when a boolean is bound", async () => {
    const end = await raw(
      `try { db.prepare("INSERT INTO t(a) VALUES (?)").run([true]); } catch {} console.log("survived");`,
    );
    expect(end.out).not.toContain("survived");
    expect(end.code === 134 || end.signal === "SIGABRT").toBe(true);
  });

  it("aborts the whole process when a Uint8Array is the only argument", async () => {
    const end = await raw(
      `try { db.prepare("INSERT INTO t(a) VALUES (?)").run(new Uint8Array(2)); } catch {} console.log("survived");`,
    );
    expect(end.out).not.toContain("survived");
    expect(end.code === 134 || end.signal === "SIGABRT").toBe(true);
  });

  it("aborts the whole process when it reads text that is not UTF-8", async () => {
    const end = await raw(
      `try { db.prepare("SELECT CAST(x'61ff62' AS TEXT)").raw().all([]); } catch {} console.log("survived");`,
    );
    expect(end.out).not.toContain("survived");
    expect(end.code === 134 || end.signal === "SIGABRT").toBe(true);
  });

  it("takes too few values, drops a second statement, cuts text at U+0000 and ignores `readonly`, without a word", async () => {
    const end = await raw(`
      db.prepare("INSERT INTO t(a, b) VALUES (?, ?)").run([1]);
      db.prepare("DELETE FROM t WHERE a = 9; DELETE FROM t").run([]);
      db.prepare("INSERT INTO t(a) VALUES (?)").run(["x\\u0000y"]);
      const other = new D(":memory:", { readonly: true, fileMustExist: true }); other.exec("CREATE TABLE u(a)");
      console.log(JSON.stringify(db.prepare("SELECT a FROM t").raw().all([])));`);
    expect(JSON.parse(end.out)).toEqual([[1], ["x"]]);
  });
});

describe("our driver, in a process of its own", () => {
  let script: ChildScript;
  beforeAll(async () => {
    script = await bundleChild(`
      import { openLibsql } from "/src/stores/node/libsql-driver.ts";
      const driver = openLibsql(":memory:");
      driver.exec("CREATE TABLE t(a, b)");
      const attempts = { boolean: [true], bytes: new Uint8Array(2), buffer: Buffer.from("x"), nothing: null, undefined: [undefined], object: [{}] };
      const outcomes = {};
      for (const [name, values] of Object.entries(attempts)) {
        try { driver.run("INSERT INTO t(a) VALUES (?)", values); outcomes[name] = "taken"; }
        catch (error) { outcomes[name] = error.name; }
      }
      driver.run("INSERT INTO t(a) VALUES (?)", [new Uint8Array([1, 2])]);
      console.log(JSON.stringify({ outcomes, count: driver.all("SELECT count(*) FROM t", [])[0][0] }));`);
  });
  afterAll(() => script.remove());

  it("refuses what would abort the process, and lives on", async () => {
    const end = await endOf(startNode([script.path]));
    expect(end).toMatchObject({ code: 0, signal: null });
    expect(JSON.parse(end.out)).toEqual({
      outcomes: {
        boolean: "SqlMisuse",
        bytes: "SqlMisuse",
        buffer: "SqlMisuse",
        nothing: "SqlMisuse",
        undefined: "SqlMisuse",
        object: "SqlMisuse",
      },
      count: 1,
    });
  });
});

describe("values", () => {
  it("come back as they went in", () => {
    insert([1, "é🥛\u0001", new Uint8Array([0, 255]), 0.1]);
    insert([null, "", new Uint8Array(), -1.5]);
    insert([Number.MAX_SAFE_INTEGER, null, null, 1e300]);
    expect(rows()).toEqual([
      [1, "é🥛\u0001", Buffer.from([0, 255]), 0.1],
      [null, "", Buffer.alloc(0), -1.5],
      [Number.MAX_SAFE_INTEGER, null, null, 1e300],
    ]);
  });

  it.each<[string, readonly unknown[]]>([
    ["a boolean", [true, null, null, null]],
    ["undefined", [undefined, null, null, null]],
    ["an object", [{}, null, null, null]],
    ["NaN", [1, null, null, Number.NaN]],
    ["an infinity", [1, null, null, Number.POSITIVE_INFINITY]],
    ["an integer beyond 2^53", [2n ** 53n, null, null, null]],
    ["text with U+0000", [1, "a\u0000b", null, null]],
    ["half a surrogate pair", [1, "\ud83e", null, null]],
    ["too few values", [1, "a", null]],
    ["too many values", [1, "a", null, 1, 2]],
  ])("are refused: %s", (_, values) => {
    expect(() => insert(values)).toThrow(SqlMisuse);
    expect(rows()).toEqual([]);
  });

  it("of another type than the column are refused by STRICT tables", () => {
    expect(() => insert(["text", null, null, null])).toThrow();
    expect(() => insert([1, new Uint8Array(2), null, null])).toThrow();
  });

  it("are checked without a database too", () => {
    expect(() => checkSqlValues([12n, null, "x", 2, new Uint8Array()], 5)).not.toThrow();
    expect(() => checkSqlValues([-0], 1)).not.toThrow();
  });
});

describe("statements", () => {
  it("are counted for plain parameters, quotes left aside", () => {
    expect(countPlaceholders("SELECT '?', \"?\", ? FROM t WHERE a = ?")).toBe(2);
    expect(countPlaceholders("SELECT 1;")).toBe(0);
    for (const sql of ["SELECT 1; SELECT 2", "SELECT ?1", "SELECT :name", "SELECT @name", "SELECT $name"]) {
      expect(() => countPlaceholders(sql)).toThrow(SqlMisuse);
    }
  });

  it("are never two at once: the second would be dropped", () => {
    insert([1, null, null, null]);
    expect(() => driver.run("DELETE FROM t WHERE a = 5; DELETE FROM t", [])).toThrow(SqlMisuse);
    expect(rows()).toHaveLength(1);
  });

  it("answer rows as plain arrays, duplicate names kept, no `_metadata`", () => {
    insert([1, "x", null, null]);
    const [row] = driver.all("SELECT a, a, b FROM t", []);
    expect(row).toEqual([1, 1, Buffer.from("x")]);
    expect(Object.keys(row ?? {})).toEqual(["0", "1", "2"]);
    const seen: unknown[] = [];
    driver.each("SELECT a FROM t", [], (one) => seen.push(one));
    expect(seen).toEqual([[1]]);
  });

  it("keep the order they were asked for", () => {
    for (const a of [3, 1, 2]) insert([a, null, null, null]);
    expect(driver.all("SELECT a FROM t ORDER BY a DESC", [])).toEqual([[3], [2], [1]]);
    expect(driver.all("SELECT a FROM t WHERE a < ? ORDER BY a LIMIT 1", [3])).toEqual([[1]]);
  });

  it("give text that is not UTF-8 as its bytes (reading it as text aborts the process)", () => {
    driver.exec("INSERT INTO t(a, b) VALUES (1, CAST(x'61ff62' AS TEXT))");
    expect(driver.all("SELECT b FROM t", [])).toEqual([[Buffer.from([0x61, 0xff, 0x62])]]);
  });

  it("without rows may be asked for rows (raw() of the library throws there)", () => {
    expect(driver.all("PRAGMA synchronous = FULL", [])).toEqual([]);
  });

  it("answer how many rows changed", () => {
    insert([1, null, null, null]);
    insert([2, null, null, null]);
    expect(driver.run("UPDATE t SET b = ?", ["x"])).toBe(2);
  });
});

describe("transactions", () => {
  it("roll back as a whole and throw the first error", () => {
    expect(() =>
      driver.transaction(() => {
        insert([1, null, null, null]);
        throw new Error("first");
      }),
    ).toThrow("first");
    expect(rows()).toEqual([]);
    driver.transaction(() => insert([2, null, null, null]));
    expect(rows()).toHaveLength(1);
  });

  it("are not nested", () => {
    expect(() => driver.transaction(() => driver.transaction(() => 1))).toThrow(SqlMisuse);
    expect(driver.transaction(() => 5)).toBe(5);
  });

  it("show SQLITE_FULL, although SQLite has rolled back by itself", () => {
    driver.exec("PRAGMA max_page_count = 10");
    let code = "";
    try {
      driver.transaction(() => {
        for (let i = 0; i < 100; i++) insert([i, "x".repeat(4000), null, null]);
      });
    } catch (error) {
      code = error instanceof Error && "code" in error ? String(error.code) : "";
    }
    expect(code).toBe("SQLITE_FULL");
    expect(rows()).toEqual([]);
    driver.exec("PRAGMA max_page_count = 1000");
    driver.transaction(() => insert([1, null, null, null]));
    expect(rows()).toHaveLength(1);
  });

  it("take the write lock at once and wait for another writer as long as they were told", () => {
    const other = openLibsql(join(folder, "x.db"), 200);
    driver.transaction(() => {
      const started = performance.now();
      expect(() => other.transaction(() => 1)).toThrow("locked");
      expect(performance.now() - started).toBeGreaterThan(150);
    });
    expect(other.transaction(() => 1)).toBe(1);
    other.close();
    expect(driver.all("PRAGMA busy_timeout", [])).toEqual([[5000]]);
  });
});

describe("opening and closing", () => {
  it("reads only through a read-only address, and creates nothing there", () => {
    insert([1, null, null, null]);
    const uri = new URL(`file://${join(folder, "x.db")}`).href;
    const reader = openLibsql(`${uri}?mode=ro`);
    expect(reader.all("SELECT a FROM t", [])).toEqual([[1]]);
    expect(() => reader.run("DELETE FROM t", [])).toThrow("readonly");
    reader.close();
    expect(() => openLibsql(`${uri}-nothing?mode=ro`)).toThrow();
    expect(readdirSync(folder).filter((name) => name.includes("nothing"))).toEqual([]);
  });

  it("copies by VACUUM INTO", () => {
    insert([1, null, null, null]);
    driver.exec(`VACUUM INTO '${join(folder, "copy.db")}'`);
    expect(statSync(join(folder, "copy.db")).size).toBeGreaterThan(0);
  });

  it("may be closed twice", () => {
    driver.close();
    expect(() => driver.close()).not.toThrow();
  });
});
