/**
 * What do a library's errors mean for the person?
 *
 * The one place where codes of SQLite, libsql and the file system become the named failures of journal/store.ts. Anything else is a
 * fault of ours and is thrown on.
 */
import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { err, type Result } from "../../base/result.ts";
import type { DiskFull, StoreDamaged, StoreUnopened } from "../../journal/store.ts";
import { LibsqlMissing } from "./libsql-driver.ts";

/** The failures that a place on disk can have. */
export type PlaceError = StoreUnopened | StoreDamaged | DiskFull;

/** Thrown inside a store call to leave a transaction with a named failure; `attempt` turns it into a value. */
export class StoreStop extends Error {
  override readonly name: string = "StoreStop";
  readonly error: PlaceError;

  constructor(error: PlaceError) {
    super(error.type);
    this.error = error;
  }
}

/** A stored row that does not have the form we write: the file was changed from outside or is damaged. */
export function damaged(place: string, detail: string): StoreStop {
  return new StoreStop({ type: "StoreDamaged", place, detail });
}

/** Runs `work`; failures of the place become values, faults of ours are thrown on. */
export function attempt<T, E extends { readonly type: string } = never>(
  place: string,
  work: () => Result<T, E>,
): Result<T, E | PlaceError> {
  try {
    return work();
  } catch (error) {
    const named = nameStoreError(error, place);
    if (named === null) throw error;
    return err(named);
  }
}

/** The named failure behind a thrown value, or null when it is none that a place can cause. */
export function nameStoreError(error: unknown, place: string): PlaceError | null {
  // rows.ts does not know the place
  if (error instanceof StoreStop) return error.error.place === "" ? { ...error.error, place } : error.error;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof LibsqlMissing) return { type: "StoreUnsupportedPlatform", place, detail };
  const code = codeOf(error);
  if (/^SQLITE_FULL|^ENOSPC|^EDQUOT/.test(code)) return { type: "DiskFull", place };
  // without room for its -wal or -shm SQLite says no more than "I/O error"
  if (/^SQLITE_IOERR/.test(code) && isDiskFull(place)) return { type: "DiskFull", place };
  if (/^SQLITE_(BUSY|LOCKED)|^EBUSY/.test(code)) return { type: "StoreLocked", place, detail };
  if (/^SQLITE_NOTADB/.test(code)) return { type: "StoreNotAJournal", place, detail };
  if (/^SQLITE_(CORRUPT|IOERR)|^EIO/.test(code)) return { type: "StoreDamaged", place, detail };
  if (/^SQLITE_(READONLY|PERM|AUTH|CANTOPEN)|^E(ROFS|ACCES|PERM)$/.test(code)) {
    return { type: "StoreReadOnly", place, detail };
  }
  if (/^E(NOENT|NOTDIR)$/.test(code)) return { type: "StoreMissing", place, detail };
  if (/^E(ISDIR|EXIST)$/.test(code)) return { type: "StoreNotAJournal", place, detail };
  // libsql reports a file that it cannot open as a plain error that ends with SQLite's number: 14 = CANTOPEN
  if (/ConnectionFailed\(.*: 14"?\)/.test(detail)) return { type: "StoreReadOnly", place, detail };
  return null;
}

/** Less than 64 KiB left where the file is; SQLite's -shm alone takes 32 KiB. */
function isDiskFull(place: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(place));
    return bavail * bsize < 65_536;
  } catch {
    return false;
  }
}

function codeOf(error: unknown): string {
  const isObject = typeof error === "object" && error !== null;
  return isObject && "code" in error && typeof error.code === "string" ? error.code : "";
}
