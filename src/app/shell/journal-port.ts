/**
 * What does the page need from a journal?
 *
 * The part of the journal's own port that screens use, plus files in and out. Failures arrive worded
 * (`Problem`). The adapter to the local server stands in connect.ts; tests put a journal in memory here.
 */
import type { Result } from "../../base/result.ts";
import type {
  AppendReceipt,
  ColumnMapping,
  Draft,
  EntryQuery,
  EntryView,
  ImportPreviewDocument,
  JournalInfo,
} from "../../lib/index.ts";
import type { Problem } from "./problem.ts";

export interface UploadedFile {
  readonly fileId: string;
  readonly preview: ImportPreviewDocument;
}

export interface ImportReceipt {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
}

export interface AppJournal {
  readonly info: () => Promise<Result<JournalInfo, Problem>>;
  readonly append: (drafts: readonly Draft[], requestId: string) => Promise<Result<AppendReceipt, Problem>>;
  readonly entries: (query: EntryQuery) => Promise<Result<readonly EntryView[], Problem>>;
  readonly uploadFile: (name: string, bytes: Blob) => Promise<Result<UploadedFile, Problem>>;
  readonly previewImport: (fileId: string, mapping: ColumnMapping) => Promise<Result<ImportPreviewDocument, Problem>>;
  readonly commitImport: (
    fileId: string,
    mapping: ColumnMapping | null,
    acceptPartial: boolean,
  ) => Promise<Result<ImportReceipt, Problem>>;
  readonly exportFile: (
    which: "journal.json" | "daily.csv" | "clinic-fhir.json",
  ) => Promise<Result<ExportedFile, Problem>>;
  /**
   * Calls back with the revision now and whenever any program changed the journal; gives the function that
   * stops it.
   */
  readonly watch: (onChange: (revision: string) => void) => () => void;
}
