/**
 * What is a journal, without any place to keep it?
 *
 * The port store.ts over plain arrays: the model that every other store is compared with, the replica of the
 * merge properties, and the store of the made-up person, which must never touch the real journal. Forgets on close.
 */
import { ok, type Result } from "../base/result.ts";
import type { Day } from "../base/day.ts";
import { canonicalText, compareText } from "./canonical.ts";
import { zeroHlc, type Hlc } from "./clock.ts";
import { readyDrafts } from "./drafts.ts";
import { bookkeepingKinds, compareEntries, isAskedFor } from "./entry-order.ts";
import { bytesToHex } from "./hex.ts";
import { viewOfEntry } from "./merge.ts";
import type { Op, Sha256 } from "./op.ts";
import { planReceive, readArrivals, type HeldLog, type SetAsideOp, type Standing } from "./receive.ts";
import type {
  AppendReceipt,
  Draft,
  EntryQuery,
  EntryView,
  JournalInfo,
  JournalStore,
  ReceiveReceipt,
  StoreError,
  VersionVector,
} from "./store.ts";
import { encodeUtf8 } from "./utf8.ts";
import { planWrites, type WrittenOp } from "./write.ts";

/** What a journal in memory is given instead of reaching for it: identity, hash, clock, chance. */
export interface MemoryJournalOptions {
  /** 32 hex each. */
  readonly person: string;
  readonly device: string;
  /** For people: where it is, "memory". */
  readonly place?: string;
  readonly sha256: Sha256;
  /** Milliseconds since 1970; only the hybrid clock reads it. */
  readonly now: () => number;
  /** Chance for ids: this many bytes. */
  readonly randomBytes: (count: number) => Uint8Array;
}

/** A journal in memory. Every promise is settled at once; calls never fail but for refused drafts and foreign ops. */
export function createMemoryJournal(options: MemoryJournalOptions): JournalStore {
  const { device, sha256, now, randomBytes, place = "memory" } = options;
  let person = options.person;
  let clock: Hlc = zeroHlc;
  const log: WrittenOp[] = [];
  const opsByEntry = new Map<string, Op[]>();
  const asideByHash = new Map<string, SetAsideOp>();
  const standingByPlace = new Map<string, Standing>();
  const lastSeqByDev = new Map<string, number>();
  const receiptById = new Map<string, AppendReceipt>();
  const viewById = new Map<string, EntryView | null>();

  const takePlace = (dev: string, seq: number, standing: Standing): void => {
    standingByPlace.set(`${dev}:${String(seq)}`, standing);
    lastSeqByDev.set(dev, Math.max(seq, lastSeqByDev.get(dev) ?? 0));
  };
  const keep = (written: WrittenOp): void => {
    const { dev, seq, entry } = written.op;
    log.push(written);
    takePlace(dev, seq, { hash: written.hash, aside: null });
    const ops = opsByEntry.get(entry);
    if (ops) ops.push(written.op);
    else opsByEntry.set(entry, [written.op]);
    viewById.delete(entry);
  };

  const held = (): HeldLog => ({
    person,
    isEmpty: log.length === 0 && asideByHash.size === 0,
    clock,
    lastSeq: (dev) => lastSeqByDev.get(dev) ?? 0,
    standingAt: (dev, seq) => standingByPlace.get(`${dev}:${String(seq)}`) ?? null,
    isSetAside: (hash) => asideByHash.has(hash),
  });

  const append = (drafts: readonly Draft[], requestId?: string): Result<AppendReceipt, StoreError> => {
    const remembered = requestId === undefined ? undefined : receiptById.get(requestId);
    if (remembered) return ok(remembered);
    const ready = readyDrafts(drafts, person, sha256, randomBytes);
    if (!ready.ok) return ready;
    const { lastSeq, standingAt } = held();
    const seq = lastSeq(device);
    const writer = { person, dev: device, seq, lastHash: standingAt(device, seq)?.hash ?? "", clock };
    const plan = planWrites(ready.value, writer, opsByEntry, now(), sha256);
    if (!plan.ok) return plan;
    plan.value.written.forEach(keep);
    clock = plan.value.writer.clock;
    const ids = ready.value.map(({ id }) => id);
    const receipt = { ids, opsWritten: plan.value.written.length, unchanged: plan.value.unchanged };
    if (requestId !== undefined) receiptById.set(requestId, receipt);
    return ok(receipt);
  };

  const receive = (ops: readonly Uint8Array[], adoptPerson: boolean): Result<ReceiveReceipt, StoreError> => {
    const plan = planReceive(readArrivals(ops, sha256), held(), now(), adoptPerson);
    if (!plan.ok) return plan;
    const { added, setAside, promoted, displaced, already, waiting } = plan.value;
    person = plan.value.person;
    clock = plan.value.clock;
    for (const hash of promoted) asideByHash.delete(hash);
    for (const hash of displaced) {
      const item = asideByHash.get(hash);
      if (item) asideByHash.set(hash, { ...item, holdsPlace: false });
    }
    for (const item of setAside) {
      asideByHash.set(item.hash, item);
      if (item.holdsPlace) takePlace(item.dev, item.seq, { hash: item.hash, aside: item.reason });
    }
    added.forEach(keep);
    return ok({ added: added.length, already, quarantined: setAside.length, waiting });
  };

  const views = (): readonly EntryView[] => {
    for (const [id, ops] of opsByEntry) if (!viewById.has(id)) viewById.set(id, viewOfEntry(ops));
    return [...viewById.values()].filter((view) => view !== null).sort(compareEntries);
  };

  const vector = (): VersionVector => Object.fromEntries([...lastSeqByDev].sort(([a], [b]) => compareText(a, b)));

  const info = (): JournalInfo => {
    const shown = views().filter((view) => !view.hidden);
    const days: readonly Day[] = shown.filter(({ entry }) => !bookkeepingKinds.has(entry.kind)).map((v) => v.entry.day);
    return {
      person,
      device,
      place,
      entryCount: shown.length,
      opCount: log.length,
      quarantineCount: asideByHash.size,
      firstDay: days[0] ?? null,
      lastDay: days.at(-1) ?? null,
      revision: revisionOf(vector(), asideByHash.size, sha256),
    };
  };

  const exportOps = (): readonly Uint8Array[] => {
    const logged = log.map(({ op, bytes, hash }) => ({ dev: op.dev, seq: op.seq, hash, bytes }));
    return [...logged, ...asideByHash.values()].sort(compareForExport).map(({ bytes }) => bytes);
  };

  return {
    info: () => Promise.resolve(ok(info())),
    append: (drafts, requestId) => Promise.resolve(append(drafts, requestId)),
    entries: (query: EntryQuery) => Promise.resolve(ok(views().filter((view) => isAskedFor(view, query)))),
    vector: () => Promise.resolve(ok(vector())),
    exportOps: () => Promise.resolve(ok(exportOps())),
    receiveOps: (ops, given) => Promise.resolve(receive(ops, given?.adoptPerson ?? false)),
    close: () => Promise.resolve(),
  };
}

/** A short text that is the same for the same set of held ops and set-asides, and another after any addition. */
export function revisionOf(vector: VersionVector, quarantineCount: number, sha256: Sha256): string {
  const text = canonicalText([vector, quarantineCount]);
  return bytesToHex(sha256(encodeUtf8(text.ok ? text.value : "")).subarray(0, 8));
}

/** Export order: (dev, seq), then hash; ops whose device cannot be read come last. */
export function compareForExport(
  a: { readonly dev: string; readonly seq: number; readonly hash: string },
  b: { readonly dev: string; readonly seq: number; readonly hash: string },
): number {
  const unknownLast = Number(a.dev === "") - Number(b.dev === "");
  return unknownLast || compareText(a.dev, b.dev) || a.seq - b.seq || compareText(a.hash, b.hash);
}
