/**
 * Is this JSON body a request that the store may see?
 *
 * One reader per call with a body. Unknown keys are refused, so that a newer page is not half understood. The drafts
 * inside pass the journal's own schema, and each entry is checked once more when it is written (`EntryRefused`).
 */
import { isDay } from "../../base/day.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { SchemaMismatch } from "../../base/schema.ts";
import { draftsSchema } from "../../journal/draft-schema.ts";
import { entryKinds } from "../../journal/entry-schema.ts";
import type { EntryKind } from "../../journal/entry.ts";
import type { Draft, EntryQuery } from "../../journal/store.ts";

export interface AppendRequest {
  readonly drafts: readonly Draft[];
  readonly requestId?: string;
}

export interface OpsRequest {
  /** Canonical op bytes in base64. */
  readonly ops: readonly string[];
  readonly adoptPerson?: boolean;
}

type Members = Readonly<Record<string, unknown>>;

/** `{drafts, requestId?}`. */
export function readAppendRequest(value: unknown): Result<AppendRequest, SchemaMismatch> {
  const members = readMembers("append request", value, ["drafts", "requestId"]);
  if (!members.ok) return members;
  const { drafts: given, requestId } = members.value;
  const drafts = draftsSchema.check(given);
  if (!drafts.ok) return drafts;
  if (requestId === undefined) return ok({ drafts: drafts.value });
  return typeof requestId === "string" && /^[\w-]{1,80}$/.test(requestId)
    ? ok({ drafts: drafts.value, requestId })
    : mismatch("append request", "requestId", "1 to 80 letters, digits, - or _");
}

/** The members of `EntryQuery`. */
export function readEntryQuery(value: unknown): Result<EntryQuery, SchemaMismatch> {
  const what = "entry query";
  const members = readMembers(what, value, ["fromDay", "toDay", "kinds", "ids", "includeHidden"]);
  if (!members.ok) return members;
  const { fromDay, toDay, kinds, ids, includeHidden } = members.value;
  if (fromDay !== undefined && !isDayText(fromDay)) return mismatch(what, "fromDay", "a day YYYY-MM-DD");
  if (toDay !== undefined && !isDayText(toDay)) return mismatch(what, "toDay", "a day YYYY-MM-DD");
  if (kinds !== undefined && !isListOf(kinds, isEntryKind)) return mismatch(what, "kinds", "a list of entry kinds");
  // Any text may be asked for: what is no id is in no journal.
  if (ids !== undefined && !isListOf(ids, isText)) return mismatch(what, "ids", "a list of entry ids");
  if (includeHidden !== undefined && typeof includeHidden !== "boolean") {
    return mismatch(what, "includeHidden", "true or false");
  }
  return ok({
    ...(fromDay === undefined ? {} : { fromDay }),
    ...(toDay === undefined ? {} : { toDay }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(ids === undefined ? {} : { ids }),
    ...(includeHidden === undefined ? {} : { includeHidden }),
  });
}

/** `{ops, adoptPerson?}`. */
export function readOpsRequest(value: unknown): Result<OpsRequest, SchemaMismatch> {
  const what = "ops request";
  const members = readMembers(what, value, ["ops", "adoptPerson"]);
  if (!members.ok) return members;
  const { ops, adoptPerson } = members.value;
  if (!isListOf(ops, isText)) return mismatch(what, "ops", "a list of base64 texts");
  if (adoptPerson !== undefined && typeof adoptPerson !== "boolean") {
    return mismatch(what, "adoptPerson", "true or false");
  }
  return ok({ ops, ...(adoptPerson === undefined ? {} : { adoptPerson }) });
}

function readMembers(what: string, value: unknown, known: readonly string[]): Result<Members, SchemaMismatch> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return mismatch(what, "", "an object");
  const strange = Object.keys(value).find((key) => !known.includes(key));
  if (strange !== undefined) return mismatch(what, strange.slice(0, 60), "nothing: the key is not known");
  return ok(Object.fromEntries(Object.entries(value)));
}

function mismatch<T>(what: string, path: string, needed: string): Result<T, SchemaMismatch> {
  return err({ type: "SchemaMismatch", what, issues: [{ path, message: `expected ${needed}` }] });
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isDayText(value: unknown): value is NonNullable<EntryQuery["fromDay"]> {
  return typeof value === "string" && isDay(value);
}

function isEntryKind(value: unknown): value is EntryKind {
  return entryKinds.some((kind) => kind === value);
}
