import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { must } from "../../../test/support/replicas.ts";
import { libraryFileName } from "./food-library-file.ts";
import { openFoodLibrary } from "./food-library.ts";
import type { FoodLibrary, LibraryRow } from "./food-library-port.ts";
import { searchQuestion } from "./food-library-search.ts";
import { openLibsql } from "./libsql-driver.ts";

let folder = "";
let library: FoodLibrary;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gutskin-library-"));
  library = must(openFoodLibrary(folder, "write"));
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

const begin = (source = "off"): number =>
  must(library.begin({ source, licence: "ODbL-1.0", name: "x.csv", mark: "m", filters: "{}", started: "2026-11-22" }));
const row = (code: string, label: string, more: Partial<LibraryRow> = {}): LibraryRow => ({
  code,
  label,
  barcode: code,
  words: "",
  body: `{"f":{"fibreGrams":7}}`,
  ...more,
});
const rows = (...list: readonly LibraryRow[]) => list.map((one) => ({ type: "row", row: one }) as const);
const labels = (text: string): readonly string[] => must(library.find(text, 10)).foods.map(({ label }) => label);

describe("the food library", () => {
  it("keeps source, licence and code on every row, in a file that only this person may read", () => {
    must(library.write(begin(), rows(row("40", "Crunchy muesli")), "s"));
    expect(must(library.byCode("40", "off"))[0]).toMatchObject({ source: "off", licence: "ODbL-1.0", code: "40" });
    expect(statSync(join(folder, libraryFileName)).mode & 0o777).toBe(0o600);
    const driver = openLibsql(join(folder, libraryFileName));
    const answers = ["journal_mode", "synchronous", "auto_vacuum"].map((name) => driver.all(`PRAGMA ${name}`, []));
    driver.close();
    // synchronous is of the connection: the one of the library read it back when it was opened
    expect(String(answers[0])).toBe("wal");
    expect(answers[2]).toEqual([[2]]);
  });

  it("counts what is new, changed and the same, and writes the same rows once", () => {
    const id = begin();
    const list = rows(row("1", "Oats"), row("2", "Rye bread"));
    expect(must(library.write(id, list, "a"))).toEqual({ added: 2, changed: 0, joined: 0, same: 0, unknown: 0 });
    expect(must(library.write(id, list, "b"))).toEqual({ added: 0, changed: 0, joined: 0, same: 2, unknown: 0 });
    const changed = rows(row("2", "Dark rye bread"), row("3", "Kefir"));
    const next = begin();
    expect(must(library.write(next, changed, "c"))).toEqual({ added: 1, changed: 1, joined: 0, same: 0, unknown: 0 });
    expect(must(library.counts())).toEqual(new Map([["off", 3]]));
    expect(must(library.loads())).toMatchObject([
      { state: "b", added: 2, changed: 0, finished: null },
      { state: "c", added: 1, changed: 1, finished: null },
    ]);
    // the old name is gone from the search
    expect(labels("rye")).toEqual(["Dark rye bread"]);
  });

  it("finds by beginnings of words, without accents and plural s, best name first, and says when only some words fit", () => {
    const names = ["Crème fraîche", "Yogurt, plain", "Yogurt drink with strawberries and cream", "Cream cheese"];
    must(library.write(begin(), rows(...names.map((name, at) => row(String(at), name))), "s"));
    expect(labels("creme fraiche")).toEqual(["Crème fraîche"]);
    expect(labels("yogurts")[0]).toBe("Yogurt, plain");
    expect(must(library.find("yogurt cream", 10))).toMatchObject({ isLoose: false });
    expect(must(library.find("yogurt banana", 10))).toMatchObject({ isLoose: true });
    expect(labels("banana")).toEqual([]);
  });

  it("reads search text as words, whatever it holds", () => {
    must(library.write(begin(), rows(row("1", 'Pack of 6 x 4" AND NOT "near"')), "s"));
    for (const text of ['"', "*", "a OR b", "NEAR(x)", "col:x", "^x", "-", "'; DROP TABLE food; --", "", "🥛"]) {
      expect(library.find(text, 10).ok).toBe(true);
    }
    expect(searchQuestion('x" OR label:*', false)).toBe('"x"* AND "or"* AND "label"*');
    expect(labels("pack near")).toHaveLength(1);
  });

  it("finds a barcode in every source", () => {
    must(library.write(begin("off"), rows(row("0401", "Muesli", { barcode: "401" })), "s"));
    must(library.write(begin("fdc"), rows(row("99", "MUESLI", { barcode: "401" })), "s"));
    expect(must(library.byBarcode("401")).map(({ source }) => source)).toEqual(["fdc", "off"]);
    expect(must(library.byBarcode("402"))).toEqual([]);
    expect(must(library.byCode("99", null))).toHaveLength(1);
  });

  it("joins pieces to foods that are there and counts the others", () => {
    const id = begin("fdc");
    const piece = (code: string, text: string, isNew: boolean) =>
      ({
        type: "join",
        code,
        join: (before: LibraryRow | null) =>
          before === null && !isNew ? null : { ...(before ?? row(code, text)), body: `${before?.body ?? ""}${text}` },
      }) as const;
    expect(
      must(library.write(id, [piece("1", "a", true), piece("1", "b", false), piece("2", "c", false)], "")),
    ).toEqual({
      added: 1,
      changed: 0,
      joined: 1,
      same: 0,
      unknown: 1,
    });
    expect(must(library.byCode("1", "fdc"))[0]?.body).toBe("ab");
  });

  it("keeps nothing of a batch in which something is impossible", () => {
    const id = begin();
    must(library.write(id, rows(row("1", "Oats")), "before"));
    expect(() => library.write(id, rows(row("2", "Rye"), row("3", "half \ud83e")), "after")).toThrow("text that would");
    expect(must(library.counts()).get("off")).toBe(1);
    expect(must(library.loads())[0]?.state).toBe("before");
  });

  it("sweeps only what one import brought, and forgets a whole source with its imports", () => {
    const [first, second] = [begin(), begin()];
    must(library.write(first, rows(row("1", "Oats"), row("2", "Rye")), ""));
    must(library.write(second, rows(row("3", "Kefir"), row("4", "Skyr")), ""));
    expect(must(library.sweep(second, ({ label }) => label !== "Skyr", 0))).toEqual({ removed: 1, next: null });
    expect(must(library.counts()).get("off")).toBe(3);
    expect(labels("kefir")).toEqual([]);
    must(library.write(begin("ciqual"), rows(row("1", "Kiwi")), ""));
    expect(must(library.forget("off"))).toEqual({ removed: 3, next: null });
    expect(must(library.counts())).toEqual(new Map([["ciqual", 1]]));
    expect(must(library.loads()).map(({ source }) => source)).toEqual(["ciqual"]);
    expect(labels("oats")).toEqual([]);
  });

  it("remembers how an import ended", () => {
    const id = begin();
    must(library.end(id, { finished: null, problem: '{"type":"FoodTableCut"}' }));
    expect(must(library.loads())[0]).toMatchObject({ finished: null, problem: '{"type":"FoodTableCut"}' });
    must(library.end(id, { finished: "2026-11-22", problem: "" }));
    expect(must(library.loads())[0]).toMatchObject({ finished: "2026-11-22", problem: "" });
  });
});

describe("opening", () => {
  it("for reading makes nothing, and reads what another process wrote", () => {
    const other = join(folder, "none");
    expect(openFoodLibrary(other, "read")).toMatchObject({
      ok: false,
      error: { type: "FoodLibraryFailed", reason: "StoreMissing" },
    });
    must(library.write(begin(), rows(row("1", "Oats")), ""));
    const reader = must(openFoodLibrary(folder, "read"));
    expect(must(reader.find("oats", 1)).foods).toHaveLength(1);
    expect(reader.begin({ source: "a", licence: "b", name: "c", mark: "", filters: "", started: "" })).toMatchObject({
      ok: false,
      error: { reason: "StoreReadOnly" },
    });
    reader.close();
  });

  it.each<[string, (place: string) => void, string]>([
    ["a text file", (place) => writeFileSync(place, "hello, this is a diary of mine"), "StoreNotAJournal"],
    ["a folder", (place) => mkdirSync(place), "StoreNotAJournal"],
    [
      "a database of another program",
      (place) => {
        const driver = openLibsql(place);
        driver.exec("PRAGMA application_id = 5; CREATE TABLE theirs(a)");
        driver.close();
      },
      "StoreNotAJournal",
    ],
    [
      "a library of a newer version",
      (place) => {
        const driver = openLibsql(place);
        driver.exec(`PRAGMA application_id = 1198879814; PRAGMA user_version = 99; CREATE TABLE food(a)`);
        driver.close();
      },
      "StoreNewer",
    ],
  ])("leaves %s as it is", (_, make, reason) => {
    const other = join(folder, "other");
    mkdirSync(other);
    make(join(other, libraryFileName));
    for (const mode of ["write", "read"] as const) {
      expect(openFoodLibrary(other, mode)).toMatchObject({ ok: false, error: { type: "FoodLibraryFailed", reason } });
    }
  });

  it("mends a file that was made but never filled", () => {
    const other = join(folder, "empty");
    mkdirSync(other);
    writeFileSync(join(other, libraryFileName), "");
    const opened = must(openFoodLibrary(other, "write"));
    expect(must(opened.counts()).size).toBe(0);
    opened.close();
  });
});
