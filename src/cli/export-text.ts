/**
 * What does the person get who takes everything out?
 *
 * `json`: the whole log and the readable entries, `gutskin.journal/1`, lossless. `csv`: the daily table, one row per day,
 * as the engine sees it. Same journal, same bytes.
 */
import { ok, writeDailyCsv, writeJournalJson, type JournalStore, type Result, type StoreError } from "../lib/index.ts";
import { sha256 } from "./sha256.ts";
import { journalTable } from "./journal-table.ts";

export type ExportKind = "json" | "csv";

/** The export as text. Errors: of the store. Memory: the whole text. */
export async function exportText(store: JournalStore, kind: ExportKind): Promise<Result<string, StoreError>> {
  if (kind === "csv") {
    const table = await journalTable(store);
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
