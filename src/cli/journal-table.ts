/**
 * What does the engine see of a journal? Reads all entries of the store and builds the daily table.
 */
import { buildDailyTable, ok, type DailyTable, type JournalStore, type Result, type StoreError } from "../lib/index.ts";

/** The daily table of the whole journal. Errors: of the store. */
export async function journalTable(store: JournalStore): Promise<Result<DailyTable, StoreError>> {
  const views = await store.entries({});
  return views.ok ? ok(buildDailyTable(views.value)) : views;
}
