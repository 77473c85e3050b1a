/**
 * Which ops does this draft become?
 *
 * A draft says what an entry shall be; an op says which fields change and which earlier ops that replaces. `prev` comes from the
 * heads the person saw (`seen`), not from those at save time, else a change that arrived while a form was open would
 * be overwritten silently. `supersede` takes the heads at save time. A draft that changes nothing writes no op.
 */
import { err, ok, type Result } from "../base/result.ts";
import { canonicalBytes, compareText, isSameValue } from "./canonical.ts";
import { tickClock, type Hlc } from "./clock.ts";
import type { ReadyDraft } from "./drafts.ts";
import { entryOfFields } from "./entry-schema.ts";
import { fixedEntryId } from "./entry-id.ts";
import { bytesToHex } from "./hex.ts";
import { compareOps, headsAmong, headsOfEntry, mergeOps, opIdOf, provenanceFields, type MergedEntry } from "./merge.ts";
import type { Op, Sha256 } from "./op.ts";
import type { EntryRefused, OpId } from "./store.ts";

/** Where the log of this device stands. */
export interface WriterState {
  readonly person: string;
  readonly dev: string;
  /** Last seq written; 0 for none. */
  readonly seq: number;
  /** SHA-256 (hex) of the op with that seq; "" for none. */
  readonly lastHash: string;
  readonly clock: Hlc;
}

export interface WrittenOp {
  readonly op: Op;
  /** Canonical bytes: what is stored and hashed. */
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, 64 hex. */
  readonly hash: string;
}

export interface WritePlan {
  readonly written: readonly WrittenOp[];
  readonly unchanged: number;
  readonly writer: WriterState;
  /** All ops of each touched entry, old and new. */
  readonly opsByEntry: ReadonlyMap<string, readonly Op[]>;
}

/** What one draft changes. */
interface Change {
  readonly set: Readonly<Record<string, unknown>>;
  readonly life?: "delete" | "restore";
  readonly prev: readonly OpId[];
}

/**
 * The ops that these drafts become, in draft order; a later draft sees the ops of an earlier one. `opsByEntry`: the stored ops of
 * the entries concerned (absent = none). `firstIndex`: place of the first draft in the caller's list. Errors: `EntryRefused`
 * (unknown-entry, identity-fixed, too-large). Pure: nothing is stored.
 */
export function planWrites(
  drafts: readonly ReadyDraft[],
  from: WriterState,
  opsByEntry: ReadonlyMap<string, readonly Op[]>,
  nowMs: number,
  sha256: Sha256,
  firstIndex = 0,
): Result<WritePlan, EntryRefused> {
  const touched = new Map<string, readonly Op[]>();
  const written: WrittenOp[] = [];
  let writer = from;
  for (const [i, draft] of drafts.entries()) {
    const index = firstIndex + i;
    const ops = touched.get(draft.id) ?? opsByEntry.get(draft.id) ?? [];
    const change = changeOf(draft, ops, { person: from.person, sha256, index });
    if (!change.ok) return change;
    if (change.value === null) continue;
    const sealed = sealOp(change.value, draft.id, writer, nowMs, sha256);
    if (!sealed) return err({ type: "EntryRefused", index, field: "", reason: "too-large" });
    written.push(sealed);
    writer = { ...writer, seq: sealed.op.seq, lastHash: sealed.hash, clock: sealed.op.hlc };
    touched.set(draft.id, [...ops, sealed.op]);
  }
  return ok({ written, unchanged: drafts.length - written.length, writer, opsByEntry: touched });
}

function sealOp(change: Change, entry: string, writer: WriterState, nowMs: number, sha256: Sha256): WrittenOp | null {
  // in the order of the canonical form, which saves sorting
  const op: Op = {
    dev: writer.dev,
    entry,
    hlc: tickClock(writer.clock, nowMs),
    ...(change.life === undefined ? {} : { life: change.life }),
    person: writer.person,
    prev: change.prev,
    prevHash: writer.lastHash,
    seq: writer.seq + 1,
    set: change.set,
    v: 1,
  };
  const bytes = canonicalBytes(op);
  return bytes.ok ? { op, bytes: bytes.value, hash: bytesToHex(sha256(bytes.value)) } : null;
}

interface DraftContext {
  readonly person: string;
  readonly sha256: Sha256;
  readonly index: number;
}

function changeOf(draft: ReadyDraft, ops: readonly Op[], context: DraftContext): Result<Change | null, EntryRefused> {
  const { index } = context;
  // nothing stands there yet: all of a new entry is written
  if (draft.action === "put" && ops.length === 0) return ok({ set: { ...draft.entry }, prev: [] });
  const merged = mergeOps(ops);
  if (draft.action === "put") {
    if (movesToOtherEntry(draft, merged, context)) {
      return err({ type: "EntryRefused", index, field: "id", reason: "identity-fixed" });
    }
    return ok(putChange(draft, ops, merged));
  }
  if (ops.length === 0) return err({ type: "EntryRefused", index, field: "id", reason: "unknown-entry" });
  return ok(lifeChange(draft.action, draft.seen, ops, merged));
}

/**
 * Delete and restore name the heads that were seen; without `seen` those of now. A delete that has not seen everything is written
 * all the same: what it has not seen keeps the entry visible (merge.ts).
 */
function lifeChange(
  life: "delete" | "restore",
  seen: readonly OpId[],
  ops: readonly Op[],
  merged: MergedEntry,
): Change | null {
  if (merged.hidden === (life === "delete")) return null;
  const known = new Set(ops.map(opIdOf));
  const candidates = life === "delete" ? headsOfEntry(merged) : merged.lifeHeads;
  const prev = seen.length === 0 ? candidates : seen.filter((id) => known.has(id));
  return { set: {}, life, prev: sortedOnce(prev) };
}

function putChange(
  draft: Extract<ReadyDraft, { action: "put" }>,
  ops: readonly Op[],
  merged: MergedEntry,
): Change | null {
  // answering a deleted question anew starts from what is there, else the old value would come back as a conflict
  const takesAll = draft.supersede || (merged.hidden && draft.seen.length === 0);
  const basis = new Set(takesAll ? headsOfEntry(merged) : draft.seen);
  const wanted = new Map<string, unknown>(Object.entries(draft.entry));
  const names = new Set([...wanted.keys(), ...merged.fields.map(({ field }) => field)]);
  const set: Record<string, unknown> = {};
  const prev: OpId[] = [];
  for (const field of [...names].sort(compareText)) {
    const value = wanted.get(field) ?? null;
    const seenHeads = headsSeen(field, ops, basis);
    if (!isChanged(value, seenHeads, merged, field, draft.settle.includes(field))) continue;
    set[field] = value;
    prev.push(...seenHeads.map(opIdOf));
  }
  // a re-import under a new receipt, or the same answer from another door, is no change
  const isOnlyProvenance = Object.keys(set).every((field) => provenanceFields.has(field));
  const seenDeletes = merged.hidden ? merged.lifeHeads.filter((id) => basis.has(id)) : [];
  if (isOnlyProvenance && seenDeletes.length === 0) return null;
  // editing a deleted entry is a restore in the same op
  return seenDeletes.length > 0
    ? { set, life: "restore", prev: sortedOnce([...prev, ...seenDeletes]) }
    : { set, prev: sortedOnce(prev) };
}

/** The heads of this field among the ops that were seen, greatest first. */
function headsSeen(field: string, ops: readonly Op[], basis: ReadonlySet<OpId>): readonly Op[] {
  const writers = ops.filter((op) => basis.has(opIdOf(op)) && Object.hasOwn(op.set, field));
  return [...headsAmong(writers)].sort((a, b) => compareOps(b, a));
}

function isChanged(
  value: unknown,
  seenHeads: readonly Op[],
  merged: MergedEntry,
  field: string,
  isSettled: boolean,
): boolean {
  const shownWhenSeen = seenHeads[0];
  // the person changed the field, or chose between two values shown
  if (shownWhenSeen) return isSettled || !isSameValue(value, shownWhenSeen.set[field]);
  if (value === null) return false;
  // never seen: it is new unless it stands there already
  const now = merged.fields.find((candidate) => candidate.field === field);
  return !now || ![now.value, ...now.otherValues].some((standing) => isSameValue(standing, value));
}

/**
 * True when an edit would give an answer another day, item or slot than its id was made from: two devices would no longer meet
 * in it. The way out is to delete it and write the other one.
 */
function movesToOtherEntry(
  draft: Extract<ReadyDraft, { action: "put" }>,
  merged: MergedEntry,
  { person, sha256 }: DraftContext,
): boolean {
  if (merged.fields.length === 0) return false;
  const before = entryOfFields(Object.fromEntries(merged.fields.map(({ field, value }) => [field, value])));
  if (!before || fixedEntryId(person, before, sha256) !== draft.id) return false;
  return fixedEntryId(person, draft.entry, sha256) !== draft.id;
}

function sortedOnce(ids: readonly OpId[]): readonly OpId[] {
  return [...new Set(ids)].sort(compareText);
}
