import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answer, bytesOf, dayOf, idOf, must } from "../../../test/support/replicas.ts";
import { decodeUtf8 } from "../../journal/utf8.ts";
import { examineJournal, rebuildJournal } from "./doctor.ts";
import { openLibsql } from "./libsql-driver.ts";
import type { SqlValue } from "./driver.ts";
import { textAt } from "./rows.ts";
import { sha256 } from "./op-log.ts";
import { openJournal, type NodeJournal } from "./libsql-store.ts";

let folder = "";
const options = (): { folder: string; now: () => number; randomBytes: typeof randomBytes } => ({
  folder,
  now: () => 1_770_000_000_000,
  randomBytes,
});
const open = (): NodeJournal => must(openJournal(options()));

/** A journal with edits, a conflict, a delete, a meal and an op of a newer version. */
async function fill(): Promise<void> {
  const journal = open();
  for (let i = 1; i <= 9; i++) {
    must(await journal.append([{ action: "put", entry: answer("itch", i, `2026-03-0${String(i)}`) }]));
  }
  const { ids } = must(
    await journal.append([
      { action: "put", entry: answer("itch", 9, "2026-03-01") },
      { action: "put", entry: { kind: "meal", day: dayOf("2026-03-01"), text: "x", counts: { fermented: 1 } } },
      { action: "put", entry: answer("itch", 1, "2026-03-02"), supersede: true },
    ]),
  );
  must(await journal.append([{ action: "delete", id: ids[1] ?? "" }]));
  const { person } = must(await journal.info());
  const first = { v: 1, person, dev: idOf("7"), seq: 1, hlc: [1, 0], entry: idOf("8"), prev: [], prevHash: "" };
  must(await journal.receiveOps([bytesOf({ ...first, set: { kind: "photo", day: "2026-03-01" } })]));
  await journal.close();
}

/** Changes the file behind the store's back. */
function tamper(sql: string, values: readonly SqlValue[] = []): void {
  const driver = openLibsql(join(folder, "journal.db"));
  const triggers = driver.all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", []);
  for (const row of triggers) driver.exec(`DROP TRIGGER ${textAt(row, 0)}`);
  expect(driver.run(sql, values)).toBeGreaterThan(0);
  for (const row of triggers) driver.exec(textAt(row, 1));
  driver.close();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gutskin-doctor-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("examineJournal", () => {
  it("finds a journal of many kinds of writes sound: the incremental view equals the rebuilt one, byte for byte", async () => {
    await fill();
    const found = must(examineJournal(folder));
    expect(found).toMatchObject({
      sound: true,
      opCount: 13,
      integrity: [],
      hashFailures: [],
      chainBreaks: [],
      gaps: [],
      setAside: { "schema-newer": 1 },
      unreadableEntries: 0,
      unread: [],
    });
    expect(found.derived.stored).toBe(found.derived.rebuilt);
    expect(found.derived.stored).toMatch(/^[0-9a-f]{64}$/);
  });

  it("works while the journal is open and finds an empty one sound", async () => {
    const journal = open();
    expect(must(examineJournal(folder))).toMatchObject({ sound: true, opCount: 0 });
    must(await journal.append([{ action: "put", entry: answer("itch", 3) }]));
    expect(must(examineJournal(folder))).toMatchObject({ sound: true, opCount: 1 });
    await journal.close();
  });

  it.each<[string, string, string]>([
    [
      "a changed byte in an op",
      "UPDATE op SET body = CAST(replace(CAST(body AS TEXT), 'itch', 'itcH') AS BLOB) WHERE seq = 3",
      "hashFailures",
    ],
    ["a changed hash", "UPDATE op SET hash = zeroblob(32) WHERE seq = 3", "hashFailures"],
    ["an op that was taken out", "DELETE FROM op WHERE seq = 4", "gaps"],
    ["another clock in the columns", "UPDATE op SET hlc_ms = 5 WHERE seq = 2", "columnFailures"],
    ["another entry in the columns", "UPDATE op SET entry = zeroblob(16) WHERE seq = 2", "columnFailures"],
  ])("finds %s", async (_, sql, where) => {
    await fill();
    tamper(sql);
    const found = must(examineJournal(folder));
    expect(found.sound).toBe(false);
    expect(
      found[where === "gaps" ? "gaps" : where === "hashFailures" ? "hashFailures" : "columnFailures"].length,
    ).toBeGreaterThan(0);
  });

  it("finds a break in the chain when an op and its hash were both changed", async () => {
    await fill();
    const driver = openLibsql(join(folder, "journal.db"));
    const [row] = driver.all("SELECT body FROM op WHERE seq = 3", []);
    const body = row?.[0];
    const text = (body instanceof Uint8Array ? (decodeUtf8(body) ?? "") : "").replace('"value":3', '"value":4');
    driver.close();
    const bytes = new TextEncoder().encode(text);
    tamper("UPDATE op SET body = ?, hash = ? WHERE seq = 3", [bytes, sha256(bytes)]);
    const found = must(examineJournal(folder));
    expect(found.hashFailures).toEqual([]);
    expect(found.chainBreaks).toHaveLength(1);
    expect(found.derived.differing).toHaveLength(1);
  });

  it.each<[string, string]>([
    ["a value", "UPDATE entry_state SET view = replace(view, '\"value\":5', '\"value\":6')"],
    ["a hidden flag", "UPDATE entry_state SET hidden = 1 - hidden WHERE no = 3"],
    ["a cell", "UPDATE cell SET num = num + 1 WHERE day = (SELECT max(day) FROM cell)"],
    ["a missing cell", "DELETE FROM cell WHERE day = (SELECT max(day) FROM cell)"],
    ["a cell of nobody", "INSERT INTO cell VALUES ('itch', 1, zeroblob(16), 1, '')"],
    ["a missing entry", "DELETE FROM entry_state WHERE no = 3"],
  ])("finds %s changed in the derived tables, and a rebuild mends it", async (_, sql) => {
    await fill();
    const before = must(examineJournal(folder)).derived.stored;
    tamper(sql);
    expect(must(examineJournal(folder))).toMatchObject({ sound: false, hashFailures: [] });
    const rebuilt = must(rebuildJournal(options()));
    expect(rebuilt.derived).toBe(before);
    expect(must(examineJournal(folder)).sound).toBe(true);
  });

  it("cannot be opened when the description of a table was changed: StoreDamaged", async () => {
    await fill();
    const driver = openLibsql(join(folder, "journal.db"));
    driver.exec("DROP TRIGGER op_never_deleted");
    driver.close();
    expect(examineJournal(folder)).toMatchObject({ ok: false, error: { type: "StoreDamaged" } });
    expect(openJournal(options())).toMatchObject({ ok: false, error: { type: "StoreDamaged" } });
  });

  it("says when there is no journal", () => {
    expect(examineJournal(join(folder, "nowhere"))).toMatchObject({ ok: false, error: { type: "StoreMissing" } });
  });
});

describe("reading a journal that was changed behind its back", () => {
  it("refuses a person or device with one letter changed", async () => {
    for (const key of ["person", "dev"]) {
      await fill();
      tamper(`UPDATE meta SET value = replace(replace(value, 'a', 'b'), '1', '2') WHERE key = '${key}'`);
      const journal = open();
      expect(await journal.info()).toMatchObject({ ok: false, error: { type: "StoreDamaged" } });
      expect(await journal.append([{ action: "put", entry: answer("itch", 3) }])).toMatchObject({
        error: { type: "StoreDamaged" },
      });
      await journal.close();
      rmSync(join(folder, "journal.db"));
    }
  });

  it("is an error with a name, never a wrong value", async () => {
    await fill();
    tamper("UPDATE entry_state SET view = replace(view, '\"value\":5', '\"value\":6')");
    const journal = open();
    expect(await journal.entries({})).toMatchObject({ ok: false, error: { type: "StoreDamaged" } });
    await journal.close();
  });

  it("holds for the ops too: a changed op is neither exported nor merged", async () => {
    await fill();
    tamper(
      "UPDATE op SET body = CAST(replace(CAST(body AS TEXT), '\"value\":3', '\"value\":4') AS BLOB) WHERE seq = 3",
    );
    const journal = open();
    expect(await journal.exportOps()).toMatchObject({ ok: false, error: { type: "StoreDamaged" } });
    const edit = await journal.append([{ action: "put", entry: answer("itch", 7, "2026-03-03"), supersede: true }]);
    expect(edit).toMatchObject({ ok: false, error: { type: "StoreDamaged" } });
    await journal.close();
  });
});

describe("rebuildJournal", () => {
  it("takes what an upgrade has made readable", async () => {
    await fill();
    // what an upgrade does to the reader, done here to the op: a place held by bytes that were too new and can be read now
    const journal = open();
    const { person } = must(await journal.info());
    await journal.close();
    const readable = bytesOf({
      v: 1,
      person,
      dev: idOf("6"),
      seq: 1,
      hlc: [1, 0],
      entry: idOf("5"),
      set: { kind: "note", day: "2026-03-01", text: "from later" },
      prev: [],
      prevHash: "",
    });
    const driver = openLibsql(join(folder, "journal.db"));
    driver.run("INSERT INTO quarantine VALUES (?, ?, 1, 1, ?, 'schema-newer', 0, 1)", [
      sha256(readable),
      idOf("6"),
      readable,
    ]);
    driver.close();
    expect(must(rebuildJournal(options()))).toMatchObject({ promoted: 1 });
    const after = open();
    const notes = must(await after.entries({ kinds: ["note"] }));
    expect(notes.map(({ entry }) => entry.kind === "note" && entry.text)).toEqual(["from later"]);
    expect(must(await after.info()).quarantineCount).toBe(1);
    await after.close();
    expect(must(examineJournal(folder)).sound).toBe(true);
  });

  it("never creates a journal", () => {
    expect(rebuildJournal({ ...options(), folder: join(folder, "nowhere") })).toMatchObject({
      error: { type: "StoreMissing" },
    });
  });
});
