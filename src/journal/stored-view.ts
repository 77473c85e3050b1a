/**
 * How is the view of an entry kept in a derived table?
 *
 * As canonical JSON of what does not stand in columns of its own, so that a rebuild gives the same bytes, and with a check sum
 * over the whole row, so that a flipped bit in a derived table is found when the row is read and not only by `doctor`.
 */
import * as z from "zod/mini";
import { assertDefect } from "../base/defect.ts";
import { schemaOf, type Schema } from "../base/schema.ts";
import { canonicalText } from "./canonical.ts";
import type { Entry } from "./entry.ts";
import { entrySchema } from "./entry-schema.ts";
import type { EntryView, FieldConflict, OpId } from "./store.ts";

/** The part of an `EntryView` that is stored as text. */
interface StoredView {
  readonly conflicts: readonly FieldConflict[];
  readonly entry: Record<string, unknown>;
  readonly heads: readonly OpId[];
}

const storedViewSchema: Schema<StoredView> = schemaOf<StoredView>(
  "stored view",
  z.strictObject({
    conflicts: z.array(z.strictObject({ field: z.string(), otherValues: z.array(z.unknown()) })),
    entry: z.record(z.string(), z.unknown()),
    heads: z.array(z.string()),
  }),
);

/** The stored text of a view; same view, same text. */
export function storedViewText({ conflicts, entry, heads }: EntryView): string {
  const text = canonicalText({ conflicts, entry, heads });
  assertDefect(text.ok, "a view is made of values that were stored");
  return text.value;
}

/** The view behind a stored text, or null when the text is none (a damaged row). */
export function readStoredView(id: string, hidden: boolean, text: string): EntryView | null {
  const view = storedViewSchema.check(parseJson(text));
  const entry = view.ok ? entrySchema.check(view.value.entry) : view;
  if (!view.ok || !entry.ok) return null;
  const { conflicts, heads } = view.value;
  const kept: Entry = entry.value;
  return { id, entry: kept, hidden, conflicts, heads };
}

/** 32-bit FNV-1a over UTF-16 units (Fowler, Noll, Vo 1991). Finds damage, not malice: malice is for hashes and chains. */
export function checkSum(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
