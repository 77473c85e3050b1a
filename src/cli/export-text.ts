/**
 * What does the person get who takes everything out?
 *
 * `json`: the whole log and the readable entries, `gutskin.journal/1`, lossless. `csv`: the daily table, one row per day,
 * as the engine sees it. `fhir`: an HL7 FHIR R4 bundle for a clinic's software. `omh`: data points in Open mHealth's form. Same journal, same bytes.
 */
import {
  ok,
  writeDailyCsv,
  writeFhirBundle,
  writeJournalJson,
  writeOpenMhealth,
  type FhirOptions,
  type JournalStore,
  type Result,
  type StoreError,
} from "../lib/index.ts";
import { sha256 } from "./sha256.ts";
import { journalTable } from "./journal-table.ts";

export const exportKinds = ["json", "csv", "fhir", "omh"] as const;
export type ExportKind = (typeof exportKinds)[number];

/**
 * The export as text; `options` narrow what goes to a clinic (days, notes), the other kinds hold everything. `exposures` all: the CSV has every exposure
 * read from meals. Errors: of the store. Memory: the whole text.
 */
export async function exportText(
  store: JournalStore,
  kind: ExportKind,
  options: FhirOptions,
  exposures: "core" | "all" = "core",
): Promise<Result<string, StoreError>> {
  if (kind === "fhir" || kind === "omh") {
    const views = await store.entries({});
    if (!views.ok) return views;
    return ok(kind === "fhir" ? writeFhirBundle(views.value, options) : writeOpenMhealth(views.value, options));
  }
  if (kind === "csv") {
    const table = await journalTable(store, exposures);
    return table.ok ? ok(writeDailyCsv(table.value)) : table;
  }
  const info = await store.info();
  if (!info.ok) return info;
  const ops = await store.exportOps();
  if (!ops.ok) return ops;
  const vector = await store.vector();
  if (!vector.ok) return vector;
  const entries = await store.entries({ includeHidden: true });
  if (!entries.ok) return entries;
  const contents = { person: info.value.person, vector: vector.value, ops: ops.value, entries: entries.value };
  return ok(writeJournalJson(contents, sha256));
}
