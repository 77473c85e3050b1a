/**
 * How does one file on this machine keep the journal?
 *
 * Adapter of journal/store.ts over the driver port. It owns transactions and tables; what to write and how ops merge comes from the
 * pure functions of `journal`, so it behaves like the memory store by construction (one conformance suite checks it). The
 * promise of a write settles after COMMIT under WAL + synchronous=FULL.
 */
import { resolve } from "node:path";
import { ok, type Result } from "../../base/result.ts";
import { dayFromNumber, dayToNumber } from "../../base/day.ts";
import { isId } from "../../journal/entry-id.ts";
import { bookkeepingKinds } from "../../journal/entry-order.ts";
import { readyDrafts } from "../../journal/drafts.ts";
import { revisionOf } from "../../journal/memory-store.ts";
import { readArrivals } from "../../journal/receive.ts";
import type {
  AppendReceipt,
  Draft,
  EntryQuery,
  EntryView,
  JournalInfo,
  JournalStore,
  ReceiveReceipt,
  StoreError,
} from "../../journal/store.ts";
import { planWrites } from "../../journal/write.ts";
import { derivedRows, stateColumns, viewInRow, writeDerivedRows } from "./derived-rows.ts";
import type { SqlValue } from "./driver.ts";
import { journalFileName, openJournalFile, type FileOptions, type JournalFile } from "./journal-file.ts";
import { openOpLog, sha256 } from "./op-log.ts";
import { receiveInto } from "./receive-into.ts";
import { recallReceipt, rememberReceipt } from "./remembered-requests.ts";
import { numberAt, numberOrNullAt } from "./rows.ts";
import { attempt, StoreStop } from "./store-errors.ts";
import { watchFile } from "./watch-file.ts";

export type OpenOptions = FileOptions;

/** The journal of this machine: the port, and what only a file shared by processes can say. */
export interface NodeJournal extends JournalStore {
  /** Absolute path of the file. */
  readonly place: string;
  /** The `revision` of `info()`, alone and cheaper (about 0.1 ms). Throws nothing; "" when the file cannot be read now. */
  readonly revision: () => string;
  /** Calls `changed` soon after any process has written (this one included); answers the function that ends it. */
  readonly watch: (changed: () => void, everyMs?: number) => () => void;
}

/** Drafts per round inside one transaction: bounds memory, not the size of an import. */
const ROUND = 2000;

/**
 * Opens the journal in `folder`. Errors: StoreMissing, StoreReadOnly, StoreLocked (after 5 s), StoreNotAJournal, StoreNewer,
 * StoreDamaged, DiskFull, StoreUnsupportedPlatform. Nothing is changed in a file that is refused.
 */
export function openJournal(options: OpenOptions): Result<NodeJournal, StoreError> {
  return attempt(resolve(options.folder, journalFileName), () => ok(journalOver(openJournalFile(options), options)));
}

function journalOver(file: JournalFile, options: OpenOptions): NodeJournal {
  const { driver, place } = file;
  const { now, randomBytes } = options;
  const log = openOpLog(driver, place);
  const isReadOnly = options.mode === "read";
  const watcher = watchFile(driver);

  /** One call: a write runs in one transaction; a named failure inside rolls it back and becomes the answer. */
  const write = <T>(work: () => Result<T, StoreError>): Result<T, StoreError> =>
    attempt(place, () => {
      if (isReadOnly) throw new StoreStop({ type: "StoreReadOnly", place, detail: "opened for reading" });
      const refusal: { found: Result<T, StoreError> | null } = { found: null };
      try {
        const done = driver.transaction(() => {
          log.begin();
          const result = work();
          if (result.ok) return result;
          refusal.found = result;
          throw new Refused();
        });
        watcher.wrote();
        return done;
      } catch (error) {
        if (error instanceof Refused && refusal.found) return refusal.found;
        throw error;
      }
    });

  const append = (drafts: readonly Draft[], requestId?: string): Result<AppendReceipt, StoreError> =>
    attempt(place, () => {
      // checked before the lock is taken: a long import must not keep others waiting longer than it has to
      const person = log.meta("person");
      const checked = readyDrafts(drafts, person, sha256, randomBytes);
      return write(() => {
        const remembered = requestId === undefined ? null : recallReceipt(driver, requestId, place);
        if (remembered) return ok(remembered);
        const stillMine = log.meta("person") === person;
        const ready = stillMine ? checked : readyDrafts(drafts, log.meta("person"), sha256, randomBytes);
        if (!ready.ok) return ready;
        let writer = log.writerOf(log.meta("dev"));
        let [opsWritten, unchanged] = [0, 0];
        for (let from = 0; from < ready.value.length; from += ROUND) {
          const round = ready.value.slice(from, from + ROUND);
          const stored = log.opsOf([...new Set(round.map(({ id }) => id))]);
          const plan = planWrites(round, writer, stored, now(), sha256, from);
          if (!plan.ok) return plan;
          for (const written of plan.value.written) log.insert(written, now());
          for (const [entry, ops] of plan.value.opsByEntry) {
            writeDerivedRows(driver, derivedRows(entry, ops), !stored.has(entry), place);
          }
          writer = plan.value.writer;
          opsWritten += plan.value.written.length;
          unchanged += plan.value.unchanged;
        }
        const receipt = { ids: ready.value.map(({ id }) => id), opsWritten, unchanged };
        if (requestId !== undefined) rememberReceipt(driver, requestId, receipt, now());
        return ok(receipt);
      });
    });

  const receive = (ops: readonly Uint8Array[], adoptPerson: boolean): Result<ReceiveReceipt, StoreError> => {
    const arrived = readArrivals(ops, sha256);
    return write(() => receiveInto(driver, log, arrived, now(), adoptPerson, place));
  };

  const entries = (query: EntryQuery): readonly EntryView[] => {
    const conditions: string[] = ["kind <> ''"];
    const values: SqlValue[] = [];
    const where = (condition: string, value: SqlValue): void => {
      conditions.push(condition);
      values.push(value);
    };
    if (query.includeHidden !== true) conditions.push("hidden = 0");
    if (query.fromDay !== undefined) where("day >= ?", dayToNumber(query.fromDay));
    if (query.toDay !== undefined) where("day <= ?", dayToNumber(query.toDay));
    if (query.kinds) where("kind IN (SELECT value FROM json_each(?))", JSON.stringify(query.kinds));
    if (query.ids) where("entry IN (SELECT unhex(value) FROM json_each(?))", JSON.stringify(query.ids.filter(isId)));
    const found: EntryView[] = [];
    driver.each(
      `SELECT ${stateColumns} FROM entry_state WHERE ${conditions.join(" AND ")} ORDER BY day, entry`,
      values,
      (row) => found.push(viewInRow(row, place)),
    );
    return found;
  };

  const revision = (): string => revisionOf(log.vector(), log.quarantineCount(), sha256);

  const info = (): JournalInfo => {
    // first: a write that comes between these lines then shows as another revision next time, never as none
    const revisionBefore = revision();
    const kinds = JSON.stringify([...bookkeepingKinds]);
    const [counts] = driver.all("SELECT count(*) FROM entry_state WHERE hidden = 0 AND kind <> ''", []);
    const [days] = driver.all(
      `SELECT min(day), max(day) FROM entry_state WHERE hidden = 0 AND kind <> ''
       AND kind NOT IN (SELECT value FROM json_each(?))`,
      [kinds],
    );
    const [first, last] = days ? [numberOrNullAt(days, 0), numberOrNullAt(days, 1)] : [null, null];
    return {
      person: log.meta("person"),
      device: log.meta("dev"),
      place,
      entryCount: counts ? numberAt(counts, 0) : 0,
      opCount: log.opCount(),
      quarantineCount: log.quarantineCount(),
      firstDay: first === null ? null : dayFromNumber(first),
      lastDay: last === null ? null : dayFromNumber(last),
      revision: revisionBefore,
    };
  };

  const read = <T>(work: () => T): Promise<Result<T, StoreError>> => Promise.resolve(attempt(place, () => ok(work())));
  return {
    place,
    info: () => read(info),
    append: (drafts, requestId) => Promise.resolve(append(drafts, requestId)),
    entries: (query) => read(() => entries(query)),
    vector: () => read(log.vector),
    exportOps: () => read(log.exportBytes),
    receiveOps: (ops, given) => Promise.resolve(receive(ops, given?.adoptPerson ?? false)),
    revision: () => {
      const now = attempt(place, () => ok(revision()));
      return now.ok ? now.value : "";
    },
    watch: watcher.watch,
    close: () => {
      watcher.stopAll();
      file.close();
      return Promise.resolve();
    },
  };
}

/** Leaves a transaction when a draft is refused; the refusal itself is kept beside it. */
class Refused extends Error {
  override readonly name: string = "Refused";
}
