/**
 * How is the journal's file opened so that nothing is lost, created by mistake or touched when it is not ours?
 *
 * For writing: folder 0700 and file 0600 made here (never by libsql, which makes 0644), foreign files refused before anything is changed, WAL and
 * synchronous=FULL set and read back, tables made in one transaction. For reading: never creates, works on read-only media. At each
 * opening for writing the place mark is compared: a copied file gets a device id of its own (storage.md 5.4).
 */
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bytesToHex } from "../../journal/hex.ts";
import { encodeUtf8 } from "../../journal/utf8.ts";
import { closeWhole, createEmptyFile, refuseOtherBytes, setPragmas, storeStop } from "./database-file.ts";
import { countOf, textAt } from "./rows.ts";
import type { SqlDriver } from "./driver.ts";
import { openLibsql } from "./libsql-driver.ts";
import { readMeta, writeMeta } from "./meta-table.ts";
import { sha256 } from "./op-log.ts";
import { applicationId, createJournalSql, expectedObjects, schemaVersion } from "./schema.ts";
import { damaged, nameStoreError } from "./store-errors.ts";

export interface FileOptions {
  /** Data folder; the file in it is `journal.db`. */
  readonly folder: string;
  readonly now: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** "read": nothing is created or changed, append and receiveOps answer StoreReadOnly. Default "write". */
  readonly mode?: "write" | "read";
  /** False: a missing journal is StoreMissing instead of being created. Default true. */
  readonly create?: boolean;
  /** How long to wait for another process that writes; default 5,000. */
  readonly timeoutMs?: number;
  /** Identity of this machine for the place mark; default /etc/machine-id or the host name. */
  readonly machine?: string;
}

export interface JournalFile {
  readonly driver: SqlDriver;
  /** Absolute path of the file, for people. */
  readonly place: string;
  readonly close: () => void;
}

/** Name of the journal inside the data folder. */
export const journalFileName: string = "journal.db";

/** Opens the file, or throws what store-errors.ts can name. */
export function openJournalFile(options: FileOptions): JournalFile {
  const place = resolve(options.folder, journalFileName);
  return options.mode === "read" ? openForReading(place, options) : openForWriting(place, options);
}

function openForWriting(place: string, options: FileOptions): JournalFile {
  if (!existsSync(place)) {
    if (options.create === false) throw storeStop("StoreMissing", place, "no journal there");
    createEmptyFile(place, options.folder);
  } else {
    refuseForeignFile(place, options);
    // SQLite would fall back to reading and fail later, at the first write: find out now
    closeSync(openSync(place, "r+"));
  }
  const driver = openLibsql(place, options.timeoutMs);
  try {
    setPragmas(driver, place);
    driver.transaction(() => {
      if (isBlank(driver)) createTables(driver, options);
      checkMarks(driver, place);
      keepPlaceMark(driver, place, options);
    });
  } catch (error) {
    driver.close();
    throw error;
  }
  return { driver, place, close: () => closeWhole(driver) };
}

/**
 * Opens without any right to write. A WAL file on read-only media cannot be opened in the usual way (SQLite wants to make its -shm): without
 * a -wal it is opened as immutable, with one (a copy of a running journal) the files are copied to a temporary folder first.
 */
function openForReading(place: string, options: FileOptions): JournalFile {
  if (!existsSync(place)) throw storeStop("StoreMissing", place, "no journal there");
  refuseOtherBytes(place);
  const uri = pathToFileURL(place).href;
  const check = (file: JournalFile): JournalFile => {
    try {
      if (isBlank(file.driver)) throw storeStop("StoreMissing", place, "an empty file");
      checkMarks(file.driver, place);
      return file;
    } catch (error) {
      file.close();
      throw error;
    }
  };
  const open = (address: string): JournalFile => {
    const driver = openLibsql(address, options.timeoutMs);
    return { driver, place, close: driver.close };
  };
  try {
    return check(open(`${uri}?mode=ro`));
  } catch (error) {
    const reason = nameStoreError(error, place)?.type;
    // a full disk has no room for the -shm either, and reading must go on there
    if (reason !== "StoreReadOnly" && reason !== "DiskFull") throw error;
  }
  const wal = `${place}-wal`;
  if (!existsSync(wal) || statSync(wal).size === 0) return check(open(`${uri}?mode=ro&immutable=1`));
  const copy = mkdtempSync(join(tmpdir(), "gutskin-read-"));
  const remove = (): void => rmSync(copy, { recursive: true, force: true });
  try {
    copyFileSync(place, join(copy, journalFileName));
    copyFileSync(wal, join(copy, `${journalFileName}-wal`));
    const opened = open(join(copy, journalFileName));
    opened.driver.exec("PRAGMA query_only = 1");
    const closeAll = (): void => {
      opened.close();
      remove();
    };
    return check({ ...opened, close: closeAll });
  } catch (error) {
    remove();
    throw error;
  }
}

function createTables(driver: SqlDriver, { now, randomBytes }: FileOptions): void {
  driver.exec(createJournalSql);
  writeMeta(driver, "person", bytesToHex(randomBytes(16)));
  writeMeta(driver, "dev", bytesToHex(randomBytes(16)));
  writeMeta(driver, "created", String(now()));
}

/** True for a file in which nobody has made anything yet (also after a kill between making the file and the tables). */
function isBlank(driver: SqlDriver): boolean {
  const marks = countOf(driver, "PRAGMA application_id") + countOf(driver, "PRAGMA user_version");
  return marks === 0 && countOf(driver, "SELECT count(*) FROM sqlite_schema") === 0;
}

function checkMarks(driver: SqlDriver, place: string): void {
  if (countOf(driver, "PRAGMA application_id") !== applicationId) {
    throw storeStop("StoreNotAJournal", place, "a database of another program");
  }
  const version = countOf(driver, "PRAGMA user_version");
  if (version > schemaVersion) throw storeStop("StoreNewer", place, String(version));
  // a flipped bit in the description of a table would otherwise come out as "no such column" much later
  const found = new Set(
    driver.all("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL", []).map((row) => textAt(row, 0)),
  );
  const missing = expectedObjects.find((object) => !found.has(object));
  if (missing !== undefined) throw damaged(place, `tables: ${missing.slice(0, 60)}`);
}

/** A file of another program, or of a newer gutskin, must not even be switched to WAL: look at it read-only first. */
function refuseForeignFile(place: string, options: FileOptions): void {
  const header = refuseOtherBytes(place);
  if (header.length === 0) return;
  const isOurs = header.readUInt32BE(68) === applicationId && header.readUInt32BE(60) === schemaVersion;
  if (isOurs) return;
  const uri = pathToFileURL(place).href;
  const driver = openLibsql(`${uri}?mode=ro`, options.timeoutMs);
  try {
    if (!isBlank(driver)) checkMarks(driver, place);
  } finally {
    driver.close();
  }
}

/** A file that was copied or moved elsewhere writes under a new device id, so that no (dev, seq) is issued twice. */
function keepPlaceMark(driver: SqlDriver, place: string, { machine, randomBytes }: FileOptions): void {
  const inode = statSync(place, { bigint: true }).ino;
  const mark = bytesToHex(sha256(encodeUtf8([machine ?? machineId(), place, String(inode)].join("\n"))));
  const known = readMeta(driver, "place", place);
  if (known === mark) return;
  writeMeta(driver, "place", mark);
  if (known !== "") writeMeta(driver, "dev", bytesToHex(randomBytes(16)));
}

function machineId(): string {
  try {
    return readFileSync("/etc/machine-id", "utf8").trim();
  } catch {
    return hostname();
  }
}
