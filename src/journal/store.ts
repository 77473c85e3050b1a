/**
 * What must any place that keeps a journal be able to do?
 *
 * The port between the flow and the outside: adapters live in `stores/` and pass one conformance suite.
 * Promises resolve after the write is durable (COMMIT under synchronous=FULL). All failures are values.
 */
import type { Day } from "../base/day.ts";
import type { Result } from "../base/result.ts";
import type { Entry, EntryKind } from "./entry.ts";

/** `dev:seq` of an op. */
export type OpId = string;

/** A value that another device entered at the same time and that nobody has settled yet. */
export interface FieldConflict {
  readonly field: string;
  readonly otherValues: readonly unknown[];
}

/** An entry as it stands now, with what a form must carry to edit it. */
export interface EntryView {
  readonly id: string;
  readonly entry: Entry;
  readonly hidden: boolean;
  readonly conflicts: readonly FieldConflict[];
  /** All current heads (fields and life): pass them back as `seen` when editing or deleting. */
  readonly heads: readonly OpId[];
}

/** What to write: a new entry, an edit of one that was seen, or a delete / restore. */
export type Draft =
  | {
      readonly action: "put";
      /** Absent: the store makes the id (deterministic for answers and dayComplete, random for events). Importers pass their own. */
      readonly id?: string;
      readonly entry: Entry;
      /** The heads the person saw; absent or empty for a new entry. Importers and once-a-day answers without a form leave it out: see `supersede`. */
      readonly seen?: readonly OpId[];
      /** True: take the heads at save time as seen (CLI one-liners, importers that own the entry). Default false. */
      readonly supersede?: boolean;
      /** Fields with "two values" that the person settled: written even when equal to the value shown. */
      readonly settle?: readonly string[];
    }
  | { readonly action: "delete" | "restore"; readonly id: string; readonly seen?: readonly OpId[] };

/** What an append did. */
export interface AppendReceipt {
  /** Entry ids in draft order. */
  readonly ids: readonly string[];
  /** Ops written; a put that changes nothing writes none. */
  readonly opsWritten: number;
  readonly unchanged: number;
}

/** Which entries are asked for; absent = no limit. Both days are included. */
export interface EntryQuery {
  readonly fromDay?: Day;
  readonly toDay?: Day;
  readonly kinds?: readonly EntryKind[];
  readonly ids?: readonly string[];
  readonly includeHidden?: boolean;
}

/** The journal at a glance. */
export interface JournalInfo {
  readonly person: string;
  readonly device: string;
  /** Where it is kept, for people: a path, or "this browser". */
  readonly place: string;
  readonly entryCount: number;
  readonly opCount: number;
  readonly quarantineCount: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** Changes whenever any op was added, by any process. */
  readonly revision: string;
}

/** The journal cannot be opened: `place` says which file, `detail` what the system said. */
export interface StoreUnopened {
  readonly type:
    "StoreMissing" | "StoreReadOnly" | "StoreLocked" | "StoreNotAJournal" | "StoreNewer" | "StoreUnsupportedPlatform";
  readonly place: string;
  readonly detail: string;
}
/** The journal opened but is not whole; nothing is written to it. */
export interface StoreDamaged {
  readonly type: "StoreDamaged";
  readonly place: string;
  readonly detail: string;
}
/** No room left; nothing of this write was kept. */
export interface DiskFull {
  readonly type: "DiskFull";
  readonly place: string;
}
/** The local server does not answer (page only). */
export interface StoreUnreachable {
  readonly type: "StoreUnreachable";
  readonly detail: string;
}
/** One draft is not a believable entry; nothing of the batch was written. */
export interface EntryRefused {
  readonly type: "EntryRefused";
  /** Index of the draft. */
  readonly index: number;
  /** Path of the field: `value`, `amount.unit`. */
  readonly field: string;
  readonly reason: string;
}
/** The ops belong to another person than this journal. */
export interface JournalForeign {
  readonly type: "JournalForeign";
  readonly mine: string;
  readonly theirs: string;
}
/** An export file is not readable from this line on. */
export interface ExportUnreadable {
  readonly type: "ExportUnreadable";
  readonly line: number;
  readonly reason: string;
}
/** Everything that can go wrong with a store, worded in `insights/words.ts`. */
export type StoreError =
  StoreUnopened | StoreDamaged | DiskFull | StoreUnreachable | EntryRefused | JournalForeign | ExportUnreadable;

/** dev -> highest contiguous seq held. */
export type VersionVector = Readonly<Record<string, number>>;

/** What a union with ops of another replica did. */
export interface ReceiveReceipt {
  readonly added: number;
  readonly already: number;
  readonly quarantined: number;
  /** Not kept, because an earlier op of the same device is missing: send again together with it. */
  readonly waiting: number;
}

/** The port: what every place that keeps a journal can do. */
export interface JournalStore {
  /** The journal at a glance; cheap. */
  readonly info: () => Promise<Result<JournalInfo, StoreError>>;
  /** All drafts in one transaction, whole or nothing. The same `requestId` twice writes once and answers the same. */
  readonly append: (drafts: readonly Draft[], requestId?: string) => Promise<Result<AppendReceipt, StoreError>>;
  /** Ordered by day, then id (code units). */
  readonly entries: (query: EntryQuery) => Promise<Result<readonly EntryView[], StoreError>>;
  /** How far the ops of each device are held. */
  readonly vector: () => Promise<Result<VersionVector, StoreError>>;
  /** Canonical op bytes in (dev, seq) order, including quarantined ones; the lossless truth. */
  readonly exportOps: () => Promise<Result<readonly Uint8Array[], StoreError>>;
  /** Union with ops of another replica of the same person (idempotent). Bad ops are set aside alone. `adoptPerson`: an empty journal takes the person of the ops. */
  readonly receiveOps: (
    ops: readonly Uint8Array[],
    options?: { readonly adoptPerson?: boolean },
  ) => Promise<Result<ReceiveReceipt, StoreError>>;
  /** Lets go of the file or connection; nothing may be called after it. */
  readonly close: () => Promise<void>;
}
