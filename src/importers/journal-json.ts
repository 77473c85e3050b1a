/**
 * What would gutskin's own lossless export add to the journal?
 *
 * Recognised by its `format`. The preview carries the ops themselves: the journal takes their union with its own, so nothing is mapped,
 * rounded or skipped here. Any other JSON is named and not read. A cut or altered export is refused as a whole.
 */
import { isDay } from "../base/day.ts";
import { ok, type Result } from "../base/result.ts";
import { bookkeepingKinds } from "../journal/entry-order.ts";
import { bytesToHex } from "../journal/hex.ts";
import { journalFormat, readJournalJson } from "../journal/journal-export.ts";
import { decodeUtf8 } from "../journal/utf8.ts";
import type { FileProblem, ImportOptions, ImportPreview, SourceFile } from "./contract.ts";
import { fileProblem } from "./file-problem.ts";
import { readFormats } from "./known-formats.ts";

/** Previews a JSON file. Errors: JournalUnreadable (found: code of `readJournalJson`), FormatNotSupported. Cost: linear. */
export function previewJournalJson(
  file: SourceFile,
  text: string,
  options: ImportOptions,
): Result<ImportPreview, FileProblem> {
  // the format stands first in our files; a search in the head also names one that was cut or changed
  if (!/"format"\s*:\s*"gutskin\.journal\//.test(text.slice(0, 4096))) {
    return fileProblem("FormatNotSupported", file.name, { line: 1 }, "JSON file", readFormats);
  }
  const journal = readJournalJson(file.bytes, options.sha256);
  if (!journal.ok) {
    const { line, reason } = journal.error;
    return fileProblem("JournalUnreadable", file.name, { line }, reason, journalFormat);
  }
  const { ops, person } = journal.value;
  const days = ops.flatMap((bytes) => dayOfOp(bytes) ?? []).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return ok({
    file: file.name,
    fileSha256: bytesToHex(options.sha256(file.bytes)),
    format: "gutskin-journal",
    importerVersion: 1,
    matched: [journalFormat],
    rowsRead: ops.length,
    rowsUsed: ops.length,
    rowsSkipped: 0,
    ignored: [],
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
    countsByVariable: {},
    skipped: [],
    unmapped: [],
    assumptions: [],
    drafts: [],
    ops,
    person,
  });
}

/** The day that an op writes, for the range shown in the preview; null when it writes none. */
function dayOfOp(bytes: Uint8Array): string | null {
  const text = decodeUtf8(bytes) ?? "";
  // definitions and receipts stand on days of their own that say nothing about the diary
  const kind = /"kind":"(\w+)"/.exec(text)?.[1];
  if ([...bookkeepingKinds].some((each) => each === kind)) return null;
  const day = /"day":"(\d{4}-\d{2}-\d{2})"/.exec(text)?.[1];
  return day !== undefined && isDay(day) ? day : null;
}
