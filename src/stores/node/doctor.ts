/**
 * Is the journal on this machine sound, and can what is derived be made anew?
 *
 * `examineJournal` reads only: SQLite's own check, every op against its hash, its columns and its chain, seq without gaps, and the derived
 * tables against a rebuild, byte for byte (canonical dump, SHA-256; storage.md 1.2, I3, I5, I10). `rebuildJournal` drops the derived
 * tables, offers what was set aside once more (after an upgrade it may be readable) and makes them anew. Both answer
 * facts; insights words them.
 */
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { ok, type Result } from "../../base/result.ts";
import { bytesToHex } from "../../journal/hex.ts";
import type { Op } from "../../journal/op.ts";
import { readStoredOp } from "../../journal/op-schema.ts";
import { readArrivals } from "../../journal/receive.ts";
import type { OpId, StoreError } from "../../journal/store.ts";
import { checkSum } from "../../journal/stored-view.ts";
import { decodeUtf8 } from "../../journal/utf8.ts";
import { derivedRows, dumpLine, expectedLine, readState, stateColumns, type StoredCell } from "./derived-rows.ts";
import type { SqlDriver, SqlRow } from "./driver.ts";
import { journalFileName, openJournalFile, type FileOptions } from "./journal-file.ts";
import { readMeta } from "./meta-table.ts";
import { openOpLog, sha256 } from "./op-log.ts";
import { receiveInto, updateEntries } from "./receive-into.ts";
import { bytesAt, countOf, numberAt, textAt } from "./rows.ts";
import { recreateDerivedSql } from "./schema.ts";
import { attempt, nameStoreError, StoreStop } from "./store-errors.ts";

/** What the doctor found. Lists hold at most 20 examples each; `sound` is true when all are empty and the views are equal. */
export interface JournalExamination {
  readonly place: string;
  readonly sound: boolean;
  readonly opCount: number;
  readonly deviceCount: number;
  /** Answers of PRAGMA integrity_check other than "ok". */
  readonly integrity: readonly string[];
  /** Ops whose bytes do not have their hash, or that cannot be read. */
  readonly hashFailures: readonly OpId[];
  /** Ops whose columns (device, seq, entry, clock) say something else than their bytes, or that are another person's. */
  readonly columnFailures: readonly OpId[];
  /** Ops that do not name the hash of the op before them. */
  readonly chainBreaks: readonly OpId[];
  /** First missing place of a device. */
  readonly gaps: readonly OpId[];
  /** Number of ops set aside, by reason. */
  readonly setAside: Readonly<Record<string, number>>;
  /** Entries whose ops make no readable entry yet. */
  readonly unreadableEntries: number;
  /** SHA-256 of the canonical dump of the derived tables as stored, and as rebuilt from the log. */
  readonly derived: { readonly stored: string; readonly rebuilt: string; readonly differing: readonly string[] };
  /** Parts that could not be read at all, with SQLite's words. */
  readonly unread: readonly string[];
}

export interface JournalRebuild {
  readonly place: string;
  readonly entries: number;
  readonly cells: number;
  /** Ops that were set aside and could be taken now. */
  readonly promoted: number;
  /** SHA-256 of the canonical dump of the new derived tables. */
  readonly derived: string;
}

const EXAMPLES = 20;

/**
 * Examines the journal in `folder` without changing it; works on read-only media. Errors: those of opening (StoreMissing,
 * StoreNotAJournal, StoreNewer ...). Damage inside is an answer, not an error. About 1 s for ten years.
 */
export function examineJournal(folder: string): Result<JournalExamination, StoreError> {
  const place = resolve(folder, journalFileName);
  return attempt(place, () => {
    const noChance = (): never => {
      throw new StoreStop({ type: "StoreReadOnly", place, detail: "reading only" });
    };
    const file = openJournalFile({ folder, mode: "read", now: () => 0, randomBytes: noChance });
    try {
      return ok(examine(file.driver, place));
    } finally {
      file.close();
    }
  });
}

/** Makes the derived tables anew, in one transaction. Errors: those of opening and writing. */
export function rebuildJournal(options: FileOptions): Result<JournalRebuild, StoreError> {
  const place = resolve(options.folder, journalFileName);
  return attempt(place, () => {
    const file = openJournalFile({ ...options, create: false, mode: "write" });
    const { driver } = file;
    try {
      const log = openOpLog(driver, place);
      return driver.transaction(() => {
        // first the old rows go, which may be damaged; then what the mended ops wrote goes too, to start from nothing
        driver.exec(recreateDerivedSql);
        const receipt = receiveInto(driver, log, readArrivals(log.mendable(), sha256), options.now(), false, place);
        driver.exec(recreateDerivedSql);
        const entries = log.entryIds();
        const cells = updateEntries(driver, log, entries, place);
        // JournalForeign cannot be: only what this journal holds was offered
        const promoted = receipt.ok ? receipt.value.added : 0;
        return ok({ place, entries: entries.length, cells, promoted, derived: dumpStored(driver, place).sha256 });
      });
    } finally {
      file.close();
    }
  });
}

function examine(driver: SqlDriver, place: string): JournalExamination {
  const unread: string[] = [];
  /** One part of the examination; a part that cannot be read is a finding, and the others go on. */
  const part = <T>(name: string, without: T, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const named = nameStoreError(error, place);
      if (named === null) throw error;
      unread.push(`${name}: ${"detail" in named ? named.detail : named.type}`);
      return without;
    }
  };
  // one snapshot for all parts, although another process may be writing
  driver.exec("BEGIN");
  const integrity = part("integrity", [], () => integrityOf(driver));
  const log = part("log", emptyLogFacts, () => examineLog(driver, readMeta(driver, "person", place)));
  const stored = part("views", emptyDump, () => dumpStored(driver, place));
  const rebuilt = part("rebuild", emptyDump, () => dumpRebuilt(driver));
  const setAside = part("quarantine", {}, () => setAsideCounts(driver));
  const [opCount, deviceCount] = part("counts", [0, 0], () => [
    countOf(driver, "SELECT count(*) FROM op"),
    countOf(driver, "SELECT count(*) FROM device"),
  ]);
  driver.exec("ROLLBACK");

  const ids = new Set([...stored.sumByEntry.keys(), ...rebuilt.sumByEntry.keys()]);
  const differing = [...ids].filter((id) => stored.sumByEntry.get(id) !== rebuilt.sumByEntry.get(id)).sort();
  const findings = [integrity, log.hashFailures, log.columnFailures, log.chainBreaks, log.gaps, differing, unread];
  return {
    place,
    sound: findings.every((list) => list.length === 0) && stored.sha256 === rebuilt.sha256,
    opCount,
    deviceCount,
    integrity,
    ...log,
    setAside,
    unreadableEntries: rebuilt.unreadable,
    derived: { stored: stored.sha256, rebuilt: rebuilt.sha256, differing: differing.slice(0, EXAMPLES) },
    unread,
  };
}

function integrityOf(driver: SqlDriver): readonly string[] {
  return driver
    .all("SELECT integrity_check FROM pragma_integrity_check(20)", [])
    .map((row) => textAt(row, 0))
    .filter((line) => line !== "ok");
}

interface LogFacts {
  readonly hashFailures: readonly OpId[];
  readonly columnFailures: readonly OpId[];
  readonly chainBreaks: readonly OpId[];
  readonly gaps: readonly OpId[];
}

const emptyLogFacts: LogFacts = { hashFailures: [], columnFailures: [], chainBreaks: [], gaps: [] };

/** Walks all places (dev, seq), ops and set-asides that hold one, in order. */
function examineLog(driver: SqlDriver, person: string): LogFacts {
  const facts = {
    hashFailures: new Array<OpId>(),
    columnFailures: new Array<OpId>(),
    chainBreaks: new Array<OpId>(),
    gaps: new Array<OpId>(),
  };
  const found = (list: OpId[], id: OpId): void => {
    if (list.length < EXAMPLES) list.push(id);
  };
  let [dev, seq, hash] = ["", 0, ""];
  driver.each(
    `SELECT dev, seq, hash, body, entry, hlc_ms, hlc_ctr, 0 AS aside FROM (
       SELECT lower(hex(device.dev)) AS dev, op.seq AS seq, op.hash AS hash, op.body AS body, op.entry AS entry,
         op.hlc_ms AS hlc_ms, op.hlc_ctr AS hlc_ctr FROM op LEFT JOIN device ON device.no = op.dev)
     UNION ALL SELECT dev, seq, hash, body, x'', 0, 0, 1 FROM quarantine WHERE holds_place = 1
     ORDER BY 1, 2`,
    [],
    (row) => {
      const isAside = numberAt(row, 7) === 1;
      // an op whose device row is gone has no name any more
      const [rowDev, rowSeq] = [row[0] === null ? "?" : textAt(row, 0), numberAt(row, 1)];
      const [bytes, rowHash] = [bytesAt(row, 3), bytesToHex(bytesAt(row, 2))];
      const id = `${rowDev}:${String(rowSeq)}`;
      if (rowDev !== dev) [dev, seq, hash] = [rowDev, 0, ""];
      if (rowSeq !== seq + 1) found(facts.gaps, `${dev}:${String(seq + 1)}`);
      const op = readStoredOp(decodeUtf8(bytes) ?? "");
      if (bytesToHex(sha256(bytes)) !== rowHash) found(facts.hashFailures, id);
      else if (!isAside && !op.ok) found(facts.hashFailures, id);
      else if (!isAside && op.ok) {
        if (op.value.person !== person || !isSamePlace(op.value, rowDev, row)) found(facts.columnFailures, id);
        if (op.value.prevHash !== hash) found(facts.chainBreaks, id);
      }
      [seq, hash] = [rowSeq, rowHash];
    },
  );
  return facts;
}

function isSamePlace(op: Op, dev: string, row: SqlRow): boolean {
  return (
    op.dev === dev &&
    op.seq === numberAt(row, 1) &&
    op.entry === bytesToHex(bytesAt(row, 4)) &&
    op.hlc[0] === numberAt(row, 5) &&
    op.hlc[1] === numberAt(row, 6)
  );
}

/** A dump of all derived rows: its SHA-256, and a sum per entry to name what differs. */
interface Dump {
  readonly sha256: string;
  readonly sumByEntry: ReadonlyMap<string, number>;
  readonly unreadable: number;
}

const emptyDump: Dump = { sha256: "", sumByEntry: new Map(), unreadable: 0 };

function dumpStored(driver: SqlDriver, place: string): Dump {
  const cellsByEntry = new Map<string, StoredCell[]>();
  driver.each("SELECT entry, item, num, unit, day FROM cell", [], (row) => {
    const entry = bytesToHex(bytesAt(row, 0));
    const cell = { item: textAt(row, 1), value: numberAt(row, 2), unit: textAt(row, 3), day: numberAt(row, 4) };
    const cells = cellsByEntry.get(entry);
    if (cells) cells.push(cell);
    else cellsByEntry.set(entry, [cell]);
  });
  const lines = new LineHash();
  driver.each(`SELECT ${stateColumns} FROM entry_state ORDER BY entry`, [], (row) => {
    const entry = bytesToHex(bytesAt(row, 0));
    const cells = cellsByEntry.get(entry) ?? [];
    cellsByEntry.delete(entry);
    try {
      lines.add(entry, dumpLine(readState(row, place), cells));
    } catch (error) {
      // a row whose check sum does not fit differs from any rebuilt one
      if (!(error instanceof StoreStop)) throw error;
      lines.add(entry, "damaged\n");
    }
  });
  for (const entry of cellsByEntry.keys()) lines.add(entry, "cells without an entry\n");
  return lines.dump(0);
}

function dumpRebuilt(driver: SqlDriver): Dump {
  const lines = new LineHash();
  let [entry, unreadable] = ["", 0];
  let ops: Op[] = [];
  const finish = (): void => {
    if (ops.length === 0) return;
    const rows = derivedRows(entry, ops);
    if (rows.kind === "") unreadable++;
    lines.add(entry, expectedLine(rows));
    ops = [];
  };
  driver.each("SELECT entry, body FROM op ORDER BY entry", [], (row) => {
    const next = bytesToHex(bytesAt(row, 0));
    if (next !== entry) {
      finish();
      entry = next;
    }
    const op = readStoredOp(decodeUtf8(bytesAt(row, 1)) ?? "");
    if (op.ok) ops.push(op.value);
  });
  finish();
  return lines.dump(unreadable);
}

/** SHA-256 over lines as they come. */
class LineHash {
  readonly #hash = createHash("sha256");
  readonly #sumByEntry = new Map<string, number>();

  add(entry: string, line: string): void {
    this.#hash.update(line);
    this.#sumByEntry.set(entry, checkSum(line));
  }

  dump(unreadable: number): Dump {
    return { sha256: this.#hash.digest("hex"), sumByEntry: this.#sumByEntry, unreadable };
  }
}

function setAsideCounts(driver: SqlDriver): Readonly<Record<string, number>> {
  const rows = driver.all("SELECT reason, count(*) FROM quarantine GROUP BY reason ORDER BY reason", []);
  return Object.fromEntries(rows.map((row) => [textAt(row, 0), numberAt(row, 1)]));
}
