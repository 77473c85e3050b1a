/**
 * What would this file add to the journal? The one door for every file a person brings.
 *
 * Recognises the format by content (own export, Cronometer daily summary, else a table with one row per day), hands the file to its importer and gives a preview.
 * Nothing is written. Formats that are known but not read yet are named instead of read wrongly.
 */
import type { Result } from "../base/result.ts";
import type { FileProblem, ImportOptions, ImportPreview, SourceFile } from "./contract.ts";
import { readCsv } from "./csv.ts";
import { previewCronometerDaily } from "./cronometer-daily.ts";
import { fileProblem } from "./file-problem.ts";
import { previewJournalJson } from "./journal-json.ts";
import { knownFormatOf, readFormats } from "./known-formats.ts";
import { decodeText } from "./text.ts";
import { textTableOf } from "./text-table.ts";
import { previewWideCsv } from "./wide-csv.ts";

/** Previews any file. Errors: every `FileProblem` but the ROLES ones. Never throws, writes nothing. Cost: linear in the file. */
export function previewImport(file: SourceFile, options: ImportOptions): Result<ImportPreview, FileProblem> {
  const decoded = decodeText(file);
  if (!decoded.ok) return decoded;
  const { text, assumptions } = decoded.value;
  if (/^\s*[{[]/.test(text)) return previewJournalJson(file, text, options);
  const csv = readCsv(text, file.name);
  if (!csv.ok) return csv;
  const table = textTableOf(csv.value, file.name, assumptions);
  if (!table.ok) return table;
  const format = knownFormatOf(table.value);
  // A mapping means that the person has looked at the columns: then it is a table, whatever its names.
  if (format === null || options.mapping !== undefined) return previewWideCsv(file, table.value, options);
  if (format.isRead) return previewCronometerDaily(file, table.value, format, options);
  return fileProblem("FormatNotSupported", file.name, { line: 1 }, format.name, readFormats);
}
