/**
 * How is a database file of ours made and opened so that nothing of it is lost or read by others?
 *
 * Shared by the journal and the food library: folder 0700 and file 0600 made here (never by libsql, which makes 0644), the name made durable, files of
 * other programs recognised by their first bytes, WAL and synchronous=FULL set and read back (storage.md 2.1, 2.2).
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { numberAt, textAt } from "./rows.ts";
import type { SqlDriver } from "./driver.ts";
import { StoreStop } from "./store-errors.ts";

/** Makes an empty file that only this person may read, and its folder. */
export function createEmptyFile(place: string, folder: string): void {
  makeFolder(folder);
  closeSync(openSync(place, "a", 0o600));
  // the name must survive a power cut as well as the content
  quietly(() => {
    const descriptor = openSync(folder, "r");
    fsyncSync(descriptor);
    closeSync(descriptor);
  });
}

/** Not always `recursive`: on read-only media Node then says ENOENT, which would read as "no journal there". */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: !existsSync(dirname(folder)), mode: 0o700 });
  } catch (error) {
    // another process may have made it in between
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw error;
  }
}

/** WAL and FULL are what "saved" means here (storage.md 2.1): without both nothing is written. */
export function setPragmas(driver: SqlDriver, place: string): void {
  driver.all("PRAGMA journal_mode = WAL", []);
  driver.exec("PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA foreign_keys = 1; PRAGMA cache_size = -8192;");
  const [mode] = driver.all("PRAGMA journal_mode", []);
  const [synchronous] = driver.all("PRAGMA synchronous", []);
  const found = `${mode ? textAt(mode, 0) : "?"}/${String(synchronous ? numberAt(synchronous, 0) : -1)}`;
  if (found !== "wal/2") throw storeStop("StoreReadOnly", place, `durable writing is not possible here (${found})`);
}

/** The 100 bytes of the database header; empty for an empty file. Refuses files that are no SQLite database. */
export function refuseOtherBytes(place: string): Buffer {
  if (!statSync(place).isFile()) throw storeStop("StoreNotAJournal", place, "not a file");
  const header = readStart(place, 100);
  if (header.length === 0) return header;
  if (header.length < 100 || header.toString("latin1", 0, 16) !== "SQLite format 3\u0000") {
    throw storeStop("StoreNotAJournal", place, "not a database");
  }
  return header;
}

function readStart(place: string, count: number): Buffer {
  const descriptor = openSync(place, "r");
  try {
    const bytes = Buffer.alloc(count);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, count, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** Empties the WAL and closes: prepared statements may keep the file open after close(), and copies of it should be whole. */
export function closeWhole(driver: SqlDriver): void {
  quietly(() => driver.all("PRAGMA wal_checkpoint(TRUNCATE)", []));
  driver.close();
}

function quietly(work: () => unknown): void {
  try {
    work();
  } catch {
    // best effort only: the caller's work is done already
  }
}

/** A named reason to leave what is being done with a file. */
export function storeStop(
  type: "StoreMissing" | "StoreReadOnly" | "StoreNotAJournal" | "StoreNewer",
  place: string,
  detail: string,
): StoreStop {
  return new StoreStop({ type, place, detail });
}
