/**
 * How is the log of ops read from and written to its tables?
 *
 * The SQL of `device`, `op`, `quarantine` and `meta`, and nothing of their meaning (that is journal/write.ts and journal/receive.ts).
 * Every op that is read back is checked against its hash: a flipped bit is `StoreDamaged`, never a wrong value.
 */
import { createHash } from "node:crypto";
import { compareHlc, zeroHlc, type Hlc } from "../../journal/clock.ts";
import { bytesToHex } from "../../journal/hex.ts";
import { compareForExport } from "../../journal/memory-store.ts";
import type { Op, Sha256 } from "../../journal/op.ts";
import { readStoredOp, type SetAsideReason } from "../../journal/op-schema.ts";
import type { HeldLog, SetAsideOp, Standing } from "../../journal/receive.ts";
import type { VersionVector } from "../../journal/store.ts";
import { decodeUtf8 } from "../../journal/utf8.ts";
import type { WriterState, WrittenOp } from "../../journal/write.ts";
import type { SqlDriver, SqlRow } from "./driver.ts";
import { readMeta, writeMeta, type MetaKey } from "./meta-table.ts";
import { bytesAt, countOf, numberAt, textAt } from "./rows.ts";
import { damaged } from "./store-errors.ts";

/** SHA-256 of the platform. */
export const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest();

export interface OpLog {
  /** Forgets what was remembered of device numbers; to be called at the start of each transaction, as one may be rolled back. */
  readonly begin: () => void;
  readonly meta: (key: MetaKey) => string;
  readonly setMeta: (key: MetaKey, value: string) => void;
  /** Where the log of this device stands, clock included. */
  readonly writerOf: (dev: string) => WriterState;
  readonly held: () => HeldLog;
  readonly vector: () => VersionVector;
  readonly opCount: () => number;
  readonly quarantineCount: () => number;
  /** The ops of these entries; entries without ops are absent. */
  readonly opsOf: (entries: readonly string[]) => ReadonlyMap<string, readonly Op[]>;
  readonly insert: (written: WrittenOp, receivedMs: number) => void;
  readonly setAside: (item: SetAsideOp, seenMs: number) => void;
  readonly promote: (hash: string) => void;
  readonly displace: (hash: string) => void;
  /** Remembers the hybrid clock, if it is ahead of what is stored. */
  readonly keepClock: (clock: Hlc) => void;
  /** Bytes set aside for reasons that an upgrade or a missing neighbour may have mended. */
  readonly mendable: () => readonly Uint8Array[];
  /** Ids of all entries that any op is about. */
  readonly entryIds: () => readonly string[];
  /** All bytes in export order, each op checked against its hash. */
  readonly exportBytes: () => readonly Uint8Array[];
}

/** How many entries one lookup asks for; more only makes the list longer, not faster. */
const LOOKUP = 1000;

/** Opens the log behind a driver. `place` names the file in errors. */
export function openOpLog(driver: SqlDriver, place: string): OpLog {
  const noByDev = new Map<string, number>();

  const meta = (key: MetaKey): string => readMeta(driver, key, place);
  const setMeta = (key: MetaKey, value: string): void => writeMeta(driver, key, value);

  /** The small number of a device, or null when it has none yet. Remembered within one transaction. */
  const numberOf = (dev: string): number | null => {
    const known = noByDev.get(dev);
    if (known !== undefined) return known;
    const [row] = driver.all("SELECT no FROM device WHERE dev = ?", [hexBytes(dev)]);
    if (!row) return null;
    const no = numberAt(row, 0);
    noByDev.set(dev, no);
    return no;
  };
  const ensureDevice = (dev: string, nowMs: number): number => {
    const known = numberOf(dev);
    if (known !== null) return known;
    driver.run("INSERT INTO device(dev, first_seen) VALUES (?, ?)", [hexBytes(dev), nowMs]);
    return numberOf(dev) ?? 0;
  };

  const lastSeq = (dev: string): number => {
    const no = numberOf(dev);
    const inLog = no === null ? [] : driver.all("SELECT max(seq) FROM op WHERE dev = ?", [no]);
    const aside = driver.all("SELECT max(seq) FROM quarantine WHERE dev = ? AND holds_place = 1", [dev]);
    return Math.max(0, ...[...inLog, ...aside].map((row) => (row[0] === null ? 0 : numberAt(row, 0))));
  };
  const standingAt = (dev: string, seq: number): Standing | null => {
    const no = numberOf(dev);
    const [row] = no === null ? [] : driver.all("SELECT hash FROM op WHERE dev = ? AND seq = ?", [no, seq]);
    if (row) return { hash: bytesToHex(bytesAt(row, 0)), aside: null };
    const [aside] = driver.all("SELECT hash, reason FROM quarantine WHERE dev = ? AND seq = ? AND holds_place = 1", [
      dev,
      seq,
    ]);
    return aside ? { hash: bytesToHex(bytesAt(aside, 0)), aside: reasonOf(textAt(aside, 1)) } : null;
  };
  const clockOf = (dev: string): Hlc => {
    const no = numberOf(dev);
    const own =
      no === null ? [] : driver.all("SELECT hlc_ms, hlc_ctr FROM op WHERE dev = ? ORDER BY seq DESC LIMIT 1", [no]);
    const last: Hlc = own[0] ? [numberAt(own[0], 0), numberAt(own[0], 1)] : zeroHlc;
    const kept = readClock(meta("clock"));
    return compareHlc(last, kept) > 0 ? last : kept;
  };
  const quarantineCount = (): number => countOf(driver, "SELECT count(*) FROM quarantine");

  const opsOf = (entries: readonly string[]): ReadonlyMap<string, readonly Op[]> => {
    const found = new Map<string, Op[]>();
    for (let from = 0; from < entries.length; from += LOOKUP) {
      const wanted = JSON.stringify(entries.slice(from, from + LOOKUP));
      // CROSS JOIN keeps the order: for each wanted id one search in the index, never a walk through all ops
      driver.each(
        "SELECT op.body, op.hash FROM json_each(?) AS wanted CROSS JOIN op ON op.entry = unhex(wanted.value)",
        [wanted],
        (row) => {
          const op = readOpRow(row, place);
          const ops = found.get(op.entry);
          if (ops) ops.push(op);
          else found.set(op.entry, [op]);
        },
      );
    }
    return found;
  };

  return {
    begin: () => {
      noByDev.clear();
    },
    meta,
    setMeta,
    writerOf: (dev) => {
      const seq = lastSeq(dev);
      const lastHash = seq === 0 ? "" : (standingAt(dev, seq)?.hash ?? "");
      return { person: meta("person"), dev, seq, lastHash, clock: clockOf(dev) };
    },
    held: () => ({
      person: meta("person"),
      isEmpty: quarantineCount() === 0 && driver.all("SELECT 1 FROM op LIMIT 1", []).length === 0,
      clock: clockOf(meta("dev")),
      lastSeq,
      standingAt,
      isSetAside: (hash) => driver.all("SELECT 1 FROM quarantine WHERE hash = ?", [hexBytes(hash)]).length > 0,
    }),
    vector: () => {
      const rows = driver.all(
        `SELECT dev, max(seq) FROM (
           SELECT lower(hex(device.dev)) AS dev, (SELECT max(seq) FROM op WHERE op.dev = device.no) AS seq FROM device
           UNION ALL SELECT dev, seq FROM quarantine WHERE holds_place = 1
         ) WHERE seq IS NOT NULL GROUP BY dev ORDER BY dev`,
        [],
      );
      return Object.fromEntries(rows.map((row) => [textAt(row, 0), numberAt(row, 1)]));
    },
    opCount: () => countOf(driver, "SELECT count(*) FROM op"),
    quarantineCount,
    opsOf,
    insert: ({ op, bytes, hash }, receivedMs) => {
      const no = ensureDevice(op.dev, receivedMs);
      driver.run(
        "INSERT INTO op(dev, seq, hlc_ms, hlc_ctr, entry, body, hash, received) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [no, op.seq, op.hlc[0], op.hlc[1], hexBytes(op.entry), bytes, hexBytes(hash), receivedMs],
      );
    },
    setAside: ({ hash, dev, seq, holdsPlace, bytes, reason }, seenMs) => {
      driver.run(
        "INSERT INTO quarantine(hash, dev, seq, holds_place, body, reason, seen_at, tries) VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
        [hexBytes(hash), dev, seq, holdsPlace ? 1 : 0, bytes, reason, seenMs],
      );
    },
    promote: (hash) => void driver.run("DELETE FROM quarantine WHERE hash = ?", [hexBytes(hash)]),
    displace: (hash) => void driver.run("UPDATE quarantine SET holds_place = 0 WHERE hash = ?", [hexBytes(hash)]),
    keepClock: (clock) => {
      if (compareHlc(clock, readClock(meta("clock"))) > 0) setMeta("clock", clock.join(" "));
    },
    mendable: () => {
      const rows = driver.all("SELECT body FROM quarantine WHERE reason <> 'other-person' ORDER BY dev, seq, hash", []);
      driver.run("UPDATE quarantine SET tries = tries + 1 WHERE reason <> 'other-person'", []);
      return rows.map((row) => bytesAt(row, 0));
    },
    entryIds: () => driver.all("SELECT DISTINCT lower(hex(entry)) FROM op ORDER BY 1", []).map((row) => textAt(row, 0)),
    exportBytes: () => {
      const found: { dev: string; seq: number; hash: string; bytes: Uint8Array }[] = [];
      const take = (row: SqlRow): void => {
        const bytes = bytesAt(row, 2);
        const hash = bytesToHex(bytesAt(row, 3));
        const [dev, seq] = [textAt(row, 0), numberAt(row, 1)];
        if (bytesToHex(sha256(bytes)) !== hash) throw damaged(place, `op ${dev}:${String(seq)}: hash`);
        found.push({ dev, seq, hash, bytes });
      };
      driver.each(
        "SELECT lower(hex(device.dev)), op.seq, op.body, op.hash FROM op JOIN device ON device.no = op.dev",
        [],
        take,
      );
      driver.each("SELECT dev, seq, body, hash FROM quarantine", [], take);
      return found.sort(compareForExport).map(({ bytes }) => bytes);
    },
  };
}

/** The op in a row (body, hash). Throws `StoreStop` (StoreDamaged) when the bytes do not have that hash. */
export function readOpRow(row: SqlRow, place: string): Op {
  const bytes = bytesAt(row, 0);
  const hash = bytesAt(row, 1);
  if (Buffer.compare(sha256(bytes), hash) !== 0) throw damaged(place, `op with hash ${bytesToHex(hash)}`);
  const op = readStoredOp(decodeUtf8(bytes) ?? "");
  if (!op.ok) throw damaged(place, `op with hash ${bytesToHex(hash)}: form`);
  return op.value;
}

function readClock(text: string): Hlc {
  const [ms, counter] = text.split(" ").map(Number);
  return ms !== undefined && counter !== undefined && ms >= 0 && counter >= 0 ? [ms, counter] : zeroHlc;
}

function reasonOf(text: string): SetAsideReason {
  return text === "schema-newer" || text === "fork" || text === "other-person" ? text : "undecodable";
}

function hexBytes(hex: string): Uint8Array {
  return Buffer.from(hex, "hex");
}
