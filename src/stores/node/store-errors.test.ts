import { describe, expect, it } from "vitest";
import { Defect } from "../../base/defect.ts";
import { ok } from "../../base/result.ts";
import { LibsqlMissing } from "./libsql-driver.ts";
import { attempt, damaged, nameStoreError } from "./store-errors.ts";

const coded = (code: string, message = "x"): Error => Object.assign(new Error(message), { code });

describe("nameStoreError", () => {
  it.each<[string, Error, string]>([
    ["a full disk (SQLite)", coded("SQLITE_FULL"), "DiskFull"],
    ["a full disk (file system)", coded("ENOSPC"), "DiskFull"],
    ["a quota", coded("EDQUOT"), "DiskFull"],
    ["another writer", coded("SQLITE_BUSY"), "StoreLocked"],
    ["another writer's snapshot", coded("SQLITE_BUSY_SNAPSHOT"), "StoreLocked"],
    ["other content", coded("SQLITE_NOTADB"), "StoreNotAJournal"],
    ["a folder in the place", coded("EISDIR"), "StoreNotAJournal"],
    ["a broken page", coded("SQLITE_CORRUPT"), "StoreDamaged"],
    ["a read error", coded("SQLITE_IOERR_READ"), "StoreDamaged"],
    ["read-only media", coded("EROFS"), "StoreReadOnly"],
    ["no right to write", coded("EACCES"), "StoreReadOnly"],
    ["a read-only connection", coded("SQLITE_READONLY"), "StoreReadOnly"],
    ["a missing folder", coded("ENOENT"), "StoreMissing"],
    ["no binary", new LibsqlMissing("Cannot find module"), "StoreUnsupportedPlatform"],
    [
      "libsql's plain error",
      new Error('ConnectionFailed("Unable to open connection to local database /x: 14")'),
      "StoreReadOnly",
    ],
  ])("names %s", (_, error, type) => {
    expect(nameStoreError(error, "/place")).toMatchObject({ type, place: "/place" });
  });

  it("does not name faults of ours", () => {
    for (const fault of [
      new Defect("x"),
      new TypeError("x"),
      coded("SQLITE_CONSTRAINT_PRIMARYKEY"),
      coded("SQLITE_ERROR"),
      5,
    ]) {
      expect(nameStoreError(fault, "/place")).toBeNull();
    }
  });
});

describe("attempt", () => {
  it("turns named failures into values and throws the others on", () => {
    expect(attempt("/p", () => ok(1))).toEqual({ ok: true, value: 1 });
    const stopped = attempt("/p", () => {
      throw damaged("/p", "why");
    });
    expect(stopped).toEqual({ ok: false, error: { type: "StoreDamaged", place: "/p", detail: "why" } });
    expect(() =>
      attempt("/p", () => {
        throw new Defect("x");
      }),
    ).toThrow(Defect);
  });
});
