/**
 * What would this file do to the journal, and how is it done in one piece?
 *
 * Importers know the file, the store knows the journal; here both meet. `planImport` compares what the importer would
 * append with what is there and changes nothing; `commitImport` writes what is new or changed and one receipt in a
 * single transaction. An entry that is already there with the same content is left alone, so that importing twice adds
 * nothing, and keeps the receipt of the import that brought it.
 */
import { randomBytes } from "node:crypto";
import {
  err,
  isSameValue,
  ok,
  provenanceFields,
  readOp,
  type Draft,
  type Entry,
  type EntryView,
  type ImportPreview,
  type ImportPreviewDocument,
  type JournalStore,
  type Result,
  type StoreError,
} from "../lib/index.ts";
import { describeEntry } from "./describe-entry.ts";
import type { Now } from "./world.ts";

export interface ImportPlan {
  readonly preview: ImportPreview;
  readonly document: ImportPreviewDocument;
  /** Drafts that are new or differ from the journal; empty for gutskin's own export, which carries ops. */
  readonly toWrite: readonly Draft[];
}

export interface ImportOutcome {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Id of the receipt entry; empty when nothing was written or the file carried its own receipts. */
  readonly receiptId: string;
}

const EXAMPLES = 8;
/** Entries asked for at once; keeps the memory of one comparison small. */
const ASK_AT_ONCE = 2000;

/** Compares the preview with the journal. Errors: of the store, `JournalForeign` for the export of another person. */
export async function planImport(store: JournalStore, preview: ImportPreview): Promise<Result<ImportPlan, StoreError>> {
  if (preview.ops !== undefined) return planOps(store, preview, preview.ops);
  const known = await viewsById(
    store,
    preview.drafts.flatMap((draft) => (draft.id === undefined ? [] : [draft.id])),
  );
  if (!known.ok) return known;
  const toWrite: Draft[] = [];
  let added = 0;
  let changed = 0;
  for (const draft of preview.drafts) {
    if (draft.action !== "put") continue;
    const view = draft.id === undefined ? undefined : known.value.get(draft.id);
    const isThere = view !== undefined && !view.hidden;
    if (isThere && sameContent(view.entry, draft.entry)) continue;
    if (isThere) changed += 1;
    else added += 1;
    toWrite.push(draft);
  }
  const counts = { added, changed, unchanged: preview.drafts.length - added - changed };
  return ok({ preview, toWrite, document: documentOf(preview, counts) });
}

/** Writes the plan. Errors: of the store; then nothing was written. */
export async function commitImport(
  store: JournalStore,
  plan: ImportPlan,
  now: Now,
): Promise<Result<ImportOutcome, StoreError>> {
  const { newEntries: added, changedEntries: changed, unchangedEntries: unchanged } = plan.document;
  if (plan.preview.ops !== undefined) {
    const received = await store.receiveOps(plan.preview.ops, { adoptPerson: await isEmpty(store) });
    return received.ok ? ok({ added, changed, unchanged, receiptId: "" }) : received;
  }
  if (plan.toWrite.length === 0) return ok({ added, changed, unchanged, receiptId: "" });
  const receiptId = randomBytes(16).toString("hex");
  const receipt: Draft = {
    action: "put",
    id: receiptId,
    entry: {
      kind: "importReceipt",
      day: now.day,
      offsetMinutes: now.offsetMinutes,
      file: plan.preview.file.slice(0, 200),
      fileSha256: plan.preview.fileSha256,
      format: plan.preview.format,
      importerVersion: plan.preview.importerVersion,
      added,
      changed,
    },
  };
  const drafts = plan.toWrite.map((draft) =>
    draft.action === "put" ? { ...draft, entry: { ...draft.entry, receipt: receiptId } } : draft,
  );
  const written = await store.append([receipt, ...drafts], `import-${receiptId}`);
  return written.ok ? ok({ added, changed, unchanged, receiptId }) : written;
}

/** True when the file ends in the middle of a row or value. */
export function isPartial(plan: ImportPlan): boolean {
  return plan.preview.assumptions.some((assumption) => assumption.type === "PartialFile");
}

async function planOps(
  store: JournalStore,
  preview: ImportPreview,
  ops: readonly Uint8Array[],
): Promise<Result<ImportPlan, StoreError>> {
  const info = await store.info();
  if (!info.ok) return info;
  const theirs = preview.person ?? "";
  if (info.value.opCount > 0 && theirs !== info.value.person) {
    return err({ type: "JournalForeign", mine: info.value.person, theirs });
  }
  const vector = await store.vector();
  if (!vector.ok) return vector;
  const all = new Set<string>();
  const touched = new Set<string>();
  for (const bytes of ops) {
    const op = readOp(bytes);
    if (!op.ok) continue; // set aside alone when received
    all.add(op.value.entry);
    if (op.value.seq > (vector.value[op.value.dev] ?? 0)) touched.add(op.value.entry);
  }
  const known = await viewsById(store, [...touched]);
  if (!known.ok) return known;
  const changed = known.value.size;
  const counts = { added: touched.size - changed, changed, unchanged: all.size - touched.size };
  return ok({ preview, toWrite: [], document: documentOf(preview, counts) });
}

function documentOf(
  preview: ImportPreview,
  counts: { readonly added: number; readonly changed: number; readonly unchanged: number },
): ImportPreviewDocument {
  const { drafts, ops: _ops, ...shown } = preview;
  const examples = drafts
    .flatMap((draft) => (draft.action === "put" ? [draft.entry] : []))
    .slice(0, EXAMPLES)
    .map((entry) => ({ day: entry.day, ...describeEntry(entry) }));
  return {
    ...shown,
    newEntries: counts.added,
    changedEntries: counts.changed,
    unchangedEntries: counts.unchanged,
    examples,
  };
}

async function viewsById(
  store: JournalStore,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, EntryView>, StoreError>> {
  const views = new Map<string, EntryView>();
  for (let at = 0; at < ids.length; at += ASK_AT_ONCE) {
    const found = await store.entries({ ids: ids.slice(at, at + ASK_AT_ONCE), includeHidden: true });
    if (!found.ok) return found;
    for (const view of found.value) views.set(view.id, view);
  }
  return ok(views);
}

async function isEmpty(store: JournalStore): Promise<boolean> {
  const info = await store.info();
  return info.ok && info.value.opCount === 0;
}

/** Equal in everything that the entry says; where it came from does not count. Ten years of entries are compared at each import. */
function sameContent(a: Entry, b: Entry): boolean {
  const [left, right] = [contentOf(a), contentOf(b)];
  return left.size === right.size && [...left].every(([field, value]) => sameField(value, right.get(field)));
}

function contentOf(entry: Entry): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(entry).filter(([field]) => !provenanceFields.has(field)));
}

function sameField(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === "object" && typeof b === "object" && isSameValue(a, b));
}
