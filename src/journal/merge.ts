/**
 * What does an entry say, given the ops about it, in whatever order they arrived?
 *
 * The merge rule of storage.md section 4, as one pure function of the set of ops. Op p replaces op o in field f iff p
 * names o in `prev` and both write f; heads of f = writers of f that nobody replaced. Several different values among the
 * heads: the one with the greatest (hlc, dev, seq) is shown, the others stay visible as a conflict. An entry is hidden
 * iff it has life heads, all are deletes, and together they have seen every current field head. So: no value is lost
 * unseen, an edit made after seeing a value wins whatever the clocks say, and a restore beats a concurrent delete.
 */
import { compareHlc } from "./clock.ts";
import { compareText, isSameValue } from "./canonical.ts";
import { entryOfFields } from "./entry-schema.ts";
import type { Op } from "./op.ts";
import type { EntryView, FieldConflict, OpId } from "./store.ts";

/** One field of an entry. */
export interface MergedField {
  readonly field: string;
  /** The shown value; null = cleared. */
  readonly value: unknown;
  /** Different values of other heads, greatest first; empty when settled. */
  readonly otherValues: readonly unknown[];
  /** Ops that wrote it and that nobody replaced, greatest first; never empty. */
  readonly heads: readonly OpId[];
}

/** All fields of one entry, its life, and whether it is hidden. */
export interface MergedEntry {
  /** Sorted by field name. */
  readonly fields: readonly MergedField[];
  readonly lifeHeads: readonly OpId[];
  readonly hidden: boolean;
}

/** Fields that tell where a value came from, not what it is: they are never a conflict and never alone a change. */
export const provenanceFields: ReadonlySet<string> = new Set(["source", "receipt", "offsetMinutes"]);

/** The id of an op, `dev:seq`. */
export function opIdOf(op: Op): OpId {
  return `${op.dev}:${String(op.seq)}`;
}

/**
 * The entry that these ops make, with what a form must carry; null when they make no readable entry (no ops, or a
 * required field is not here yet). All ops must be about one entry. Same set of ops, same answer.
 */
export function viewOfEntry(ops: readonly Op[]): EntryView | null {
  const first = ops[0];
  if (!first) return null;
  const merged = mergeOps(ops);
  const entry = entryOfFields(Object.fromEntries(merged.fields.map(({ field, value }) => [field, value])));
  if (!entry) return null;
  return {
    id: first.entry,
    entry,
    hidden: merged.hidden,
    conflicts: conflictsOf(merged),
    heads: headsOfEntry(merged),
  };
}

/** Fields and life of one entry. Duplicates of an op count once; order does not matter. O(n log n + names in `prev`). */
export function mergeOps(ops: readonly Op[]): MergedEntry {
  const distinct = ops.length < 2 ? ops : [...new Map(ops.map((op) => [opIdOf(op), op])).values()];
  const greatestFirst = [...distinct].sort((a, b) => compareOps(b, a));
  const names = [...new Set(greatestFirst.flatMap((op) => Object.keys(op.set)))].sort(compareText);
  // made once: ids are long texts, and an op has many fields
  const idByOp = new Map(greatestFirst.map((op) => [op, opIdOf(op)]));
  const fields = names.map((field) => mergeField(field, greatestFirst, idByOp));
  const lifeHeads = headsAmong(greatestFirst.filter((op) => op.life !== undefined));
  const seenByDeletes = new Set(lifeHeads.flatMap((op) => op.prev));
  const hidden =
    lifeHeads.length > 0 &&
    lifeHeads.every((op) => op.life === "delete") &&
    fields.every((field) => field.heads.every((head) => seenByDeletes.has(head)));
  return { fields, lifeHeads: lifeHeads.map(opIdOf), hidden };
}

/** Fields with more than one value, without provenance. */
export function conflictsOf(merged: MergedEntry): readonly FieldConflict[] {
  return merged.fields
    .filter(({ field, otherValues }) => otherValues.length > 0 && !provenanceFields.has(field))
    .map(({ field, otherValues }) => ({ field, otherValues }));
}

/** All current heads, fields and life, each once, sorted by text. */
export function headsOfEntry(merged: MergedEntry): readonly OpId[] {
  const heads = new Set(merged.lifeHeads);
  for (const field of merged.fields) for (const head of field.heads) heads.add(head);
  return heads.size < 2 ? [...heads] : [...heads].sort(compareText);
}

/** Total order for showing: hybrid clock, then device, then seq. Positive when `a` is the greater. */
export function compareOps(a: Op, b: Op): number {
  return compareHlc(a.hlc, b.hlc) || compareText(a.dev, b.dev) || a.seq - b.seq;
}

/**
 * The ops of `writers` that no other of them replaced, in the given order. `writers` all write the same thing (one
 * field, or life). If they replace each other in a ring, which honest devices cannot write, all stay visible.
 */
export function headsAmong(writers: readonly Op[]): readonly Op[] {
  if (writers.length < 2) return writers;
  const replaced = new Set<OpId>();
  for (const writer of writers) {
    const own = opIdOf(writer);
    for (const id of writer.prev) if (id !== own) replaced.add(id);
  }
  const heads = writers.filter((writer) => !replaced.has(opIdOf(writer)));
  return heads.length > 0 ? heads : writers;
}

function mergeField(field: string, greatestFirst: readonly Op[], idByOp: ReadonlyMap<Op, OpId>): MergedField {
  const idOf = (op: Op): OpId => idByOp.get(op) ?? opIdOf(op);
  const heads = headsAmong(greatestFirst.filter((op) => Object.hasOwn(op.set, field)));
  const [only] = heads;
  // by far the commonest case, and a shortcut only
  if (only && heads.length === 1) return { field, value: only.set[field], otherValues: [], heads: [idOf(only)] };
  const values = heads.map((op) => op.set[field]);
  const distinct = values.filter((value, i) => values.findIndex((earlier) => isSameValue(earlier, value)) === i);
  return { field, value: distinct[0], otherValues: distinct.slice(1), heads: heads.map(idOf) };
}
