/**
 * How is the food library opened, and what is its failure called?
 *
 * One SQLite file `foods.sqlite` beside the journal and never part of it: it holds what the person downloaded, and may be deleted and imported again
 * at any time. Opened with the journal's own care (WAL, FULL, 0600, foreign files refused). All failures are one named error with the reason.
 */
import { closeSync, existsSync, openSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { err, type Result } from "../../base/result.ts";
import { closeWhole, createEmptyFile, refuseOtherBytes, setPragmas, storeStop } from "./database-file.ts";
import type { SqlDriver } from "./driver.ts";
import { createLibrarySql, libraryApplicationId, librarySchemaVersion } from "./food-library-schema.ts";
import { openLibsql } from "./libsql-driver.ts";
import { countOf } from "./rows.ts";
import { nameStoreError, type PlaceError } from "./store-errors.ts";

/** The library cannot be opened, read or written; nothing of a batch that failed was kept. */
export interface FoodLibraryFailed {
  readonly type: "FoodLibraryFailed";
  readonly reason: PlaceError["type"];
  readonly place: string;
  readonly detail: string;
}

/** Name of the library inside the data folder. */
export const libraryFileName: string = "foods.sqlite";

export interface LibraryFile {
  readonly driver: SqlDriver;
  readonly place: string;
  readonly close: () => void;
}

/** Opens the library for writing (made when it is not there) or reading (never made). Throws what `asLibraryFailure` can name. */
export function openLibraryFile(folder: string, mode: "write" | "read"): LibraryFile {
  const place = resolve(folder, libraryFileName);
  return mode === "write" ? openForWriting(place, folder) : openForReading(place);
}

function openForWriting(place: string, folder: string): LibraryFile {
  if (existsSync(place)) {
    refuseForeign(place);
    closeSync(openSync(place, "r+"));
  } else createEmptyFile(place, folder);
  const driver = openLibsql(place);
  try {
    // only an empty file takes this: later the space of forgotten foods can be given back
    if (isBlank(driver)) driver.exec("PRAGMA auto_vacuum = INCREMENTAL");
    setPragmas(driver, place);
    driver.transaction(() => {
      if (isBlank(driver)) driver.exec(createLibrarySql);
      checkMarks(driver, place);
    });
  } catch (error) {
    driver.close();
    throw error;
  }
  return { driver, place, close: () => closeWhole(driver) };
}

/** On read-only media WAL files open only as immutable, which is right when nobody writes there. */
function openForReading(place: string): LibraryFile {
  if (!existsSync(place) || statSync(place).size === 0) throw storeStop("StoreMissing", place, "no food library there");
  refuseOtherBytes(place);
  const uri = pathToFileURL(place).href;
  const open = (address: string): LibraryFile => {
    const driver = openLibsql(address);
    try {
      checkMarks(driver, place);
    } catch (error) {
      driver.close();
      throw error;
    }
    return { driver, place, close: driver.close };
  };
  try {
    return open(`${uri}?mode=ro`);
  } catch (error) {
    if (nameStoreError(error, place)?.type !== "StoreReadOnly") throw error;
    return open(`${uri}?mode=ro&immutable=1`);
  }
}

function isBlank(driver: SqlDriver): boolean {
  const marks = countOf(driver, "PRAGMA application_id") + countOf(driver, "PRAGMA user_version");
  return marks === 0 && countOf(driver, "SELECT count(*) FROM sqlite_schema") === 0;
}

function checkMarks(driver: SqlDriver, place: string): void {
  if (countOf(driver, "PRAGMA application_id") !== libraryApplicationId) {
    throw storeStop("StoreNotAJournal", place, "a database of another program");
  }
  const version = countOf(driver, "PRAGMA user_version");
  if (version > librarySchemaVersion) throw storeStop("StoreNewer", place, String(version));
}

/** A file of another program must not even be switched to WAL. */
function refuseForeign(place: string): void {
  const header = refuseOtherBytes(place);
  if (header.length === 0 || header.readUInt32BE(68) === libraryApplicationId) return;
  // a file that was made but never filled (killed in between) has no mark yet
  if (header.readUInt32BE(68) !== 0 || header.readUInt32BE(60) !== 0) {
    throw storeStop("StoreNotAJournal", place, "a database of another program");
  }
}

/** Runs `work`; failures of the place become a named value, faults of ours are thrown on. */
export function asLibraryFailure<T>(
  place: string,
  work: () => Result<T, FoodLibraryFailed>,
): Result<T, FoodLibraryFailed> {
  try {
    return work();
  } catch (error) {
    const named = nameStoreError(error, place);
    if (named === null) throw error;
    const detail = "detail" in named ? named.detail : "";
    return err({ type: "FoodLibraryFailed", reason: named.type, place, detail });
  }
}
