/**
 * May these drafts be written, and which entry is each about?
 *
 * First half of a write, before any lock is taken: shape, plausibility and ids of every draft. All or nothing: the first
 * draft that may not be written refuses the whole list. Second half: write.ts.
 */
import { err, ok, type Result } from "../base/result.ts";
import type { Entry } from "./entry.ts";
import { fixedEntryId, isId, randomEntryId } from "./entry-id.ts";
import type { Sha256 } from "./op.ts";
import { checkEntry } from "./plausibility.ts";
import type { Draft, EntryRefused, OpId } from "./store.ts";

/** A draft whose entry was checked and whose id is known. */
export type ReadyDraft =
  | {
      readonly action: "put";
      readonly id: string;
      readonly entry: Entry;
      readonly seen: readonly OpId[];
      readonly supersede: boolean;
      readonly settle: readonly string[];
    }
  | { readonly action: "delete" | "restore"; readonly id: string; readonly seen: readonly OpId[] };

/**
 * The drafts, each with its entry id (given, made from what it says, or random). `randomBytes(n)` gives n random bytes.
 * Errors: `EntryRefused` (index of the draft, field, code).
 */
export function readyDrafts(
  drafts: readonly Draft[],
  person: string,
  sha256: Sha256,
  randomBytes: (count: number) => Uint8Array,
): Result<readonly ReadyDraft[], EntryRefused> {
  const ready: ReadyDraft[] = [];
  for (const [index, draft] of drafts.entries()) {
    const refuse = (field: string, reason: string): Result<never, EntryRefused> =>
      err({ type: "EntryRefused", index, field, reason });
    const seen = draft.seen ?? [];
    if (!seen.every(isOpId)) return refuse("seen", "not-an-op-id");
    if (draft.id !== undefined && !isId(draft.id)) return refuse("id", "not-an-id");
    if (draft.action !== "put") {
      ready.push({ action: draft.action, id: draft.id, seen });
      continue;
    }
    const entry = checkEntry(draft.entry, index);
    if (!entry.ok) return entry;
    const id = draft.id ?? fixedEntryId(person, entry.value, sha256) ?? randomEntryId(randomBytes(16));
    const { supersede = false, settle = [] } = draft;
    // the checked copy says the same (the schema is strict and changes nothing); keeping it would double an import in memory
    ready.push({ action: "put", id, entry: draft.entry, seen, supersede, settle });
  }
  return ok(ready);
}

function isOpId(text: string): boolean {
  return /^[0-9a-f]{32}:[1-9]\d{0,15}$/.test(text);
}
