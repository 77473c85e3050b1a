/**
 * How does the whole journal leave and come back without losing a byte?
 *
 * One JSON file, `gutskin.journal/1`: the exact canonical text of every op (one per line), a SHA-256 over all of
 * them, and readable views of the entries for people and other programs. Only the ops are read back; the views are
 * never trusted. Same journal, same bytes. A cut or altered file is refused as a whole.
 */
import * as z from "zod/mini";
import { err, ok, type Result } from "../base/result.ts";
import { schemaOf, type Schema } from "../base/schema.ts";
import { canonicalText, compareText } from "./canonical.ts";
import { bytesToHex, hexToBytes } from "./hex.ts";
import type { Sha256 } from "./op.ts";
import type { EntryView, ExportUnreadable, VersionVector } from "./store.ts";
import { decodeUtf8, encodeUtf8 } from "./utf8.ts";

/** Name and version of the export file. */
export const journalFormat: string = "gutskin.journal/1";

/** What goes into the file; all four as a `JournalStore` gives them. */
export interface JournalContents {
  readonly person: string;
  readonly vector: VersionVector;
  /** Canonical op bytes in (dev, seq) order. */
  readonly ops: readonly Uint8Array[];
  /** In the store's order, hidden ones included or not as the caller likes. */
  readonly entries: readonly EntryView[];
}

/** The file as JSON: shape of `gutskin.journal/1`. */
export interface JournalDocument {
  readonly format: "gutskin.journal/1";
  readonly person: string;
  readonly vector: VersionVector;
  /** SHA-256 (hex) over the texts of `ops`, each followed by a line feed, then those of `opsHex`. */
  readonly opsSha256: string;
  /** The exact canonical text of each op. */
  readonly ops: readonly string[];
  /** Damaged ops that are not UTF-8, as hex; absent when there are none. */
  readonly opsHex?: readonly string[];
  readonly entries: readonly unknown[];
}

const hex = (length: number): z.ZodMiniString =>
  z.string().check(z.regex(/^[0-9a-f]*$/), z.minLength(length), z.maxLength(length));

/** Strict shape of the export file. The readable `entries` are not read back. */
export const journalDocumentSchema: Schema<JournalDocument> = schemaOf<JournalDocument>(
  "journal export",
  z.strictObject({
    format: z.literal("gutskin.journal/1"),
    person: hex(32),
    vector: z.record(hex(32), z.int().check(z.minimum(1))),
    opsSha256: hex(64),
    ops: z.array(z.string()),
    opsHex: z.exactOptional(z.array(z.string().check(z.regex(/^([0-9a-f]{2})+$/)))),
    entries: z.array(z.unknown()),
  }),
);

/** The export file as text (write it as UTF-8). One op and one entry per line; byte-equal for equal contents. */
export function writeJournalJson(contents: JournalContents, sha256: Sha256): string {
  const texts: string[] = [];
  const damaged: string[] = [];
  for (const bytes of contents.ops) {
    const text = decodeUtf8(bytes);
    if (text === null) damaged.push(bytesToHex(bytes));
    else texts.push(text);
  }
  const vector = Object.entries(contents.vector).sort(([a], [b]) => compareText(a, b));
  const lines = [
    `{"format":${JSON.stringify(journalFormat)},`,
    `"person":${JSON.stringify(contents.person)},`,
    `"vector":{${vector.map(([dev, seq]) => `${JSON.stringify(dev)}:${String(seq)}`).join(",")}},`,
    `"opsSha256":${JSON.stringify(hashOfOps(texts, damaged, sha256))},`,
    `"ops":${listText(texts.map((text) => JSON.stringify(text)))},`,
    ...(damaged.length > 0 ? [`"opsHex":${listText(damaged.map((text) => JSON.stringify(text)))},`] : []),
    `"entries":${listText(contents.entries.map(viewText))}}`,
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * The ops and person of an export file. Errors: `ExportUnreadable` with a code (not-utf8, not-json, other-format,
 * newer-format, wrong-shape, hash-differs); `line` is 1-based, 0 for the whole file. Nothing is stored.
 */
export function readJournalJson(
  bytes: Uint8Array,
  sha256: Sha256,
): Result<{ readonly person: string; readonly ops: readonly Uint8Array[] }, ExportUnreadable> {
  const text = decodeUtf8(bytes);
  if (text === null) return unreadable("not-utf8");
  const value = parseJson(text.replace(/^\uFEFF/, ""));
  if (typeof value !== "object" || value === null) return unreadable("not-json");
  const format: unknown = "format" in value ? value.format : undefined;
  if (format !== journalFormat) {
    const isNewer = typeof format === "string" && format.startsWith("gutskin.journal/");
    return unreadable(isNewer ? "newer-format" : "other-format");
  }
  const document = journalDocumentSchema.check(value);
  if (!document.ok) return unreadable("wrong-shape");
  const { person, ops, opsHex = [], opsSha256 } = document.value;
  if (hashOfOps(ops, opsHex, sha256) !== opsSha256) return unreadable("hash-differs");
  return ok({ person, ops: [...ops.map(encodeUtf8), ...opsHex.flatMap((line) => hexToBytes(line) ?? [])] });
}

function hashOfOps(texts: readonly string[], damaged: readonly string[], sha256: Sha256): string {
  const lines = [...texts, ...damaged].map((text) => `${text}\n`);
  return bytesToHex(sha256(encodeUtf8(lines.join(""))));
}

/** A readable view of an entry; canonical, so that equal journals give equal bytes. */
function viewText(view: EntryView): string {
  const { id, hidden, conflicts, entry } = view;
  const text = canonicalText({ id, hidden, ...(conflicts.length > 0 ? { conflicts } : {}), entry });
  return text.ok ? text.value : "null";
}

function listText(lines: readonly string[]): string {
  return lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadable(reason: string): Result<never, ExportUnreadable> {
  return err({ type: "ExportUnreadable", line: 0, reason });
}
