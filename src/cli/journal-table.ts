/** stub */
import { err, type DailyTable, type JournalStore, type Result, type StoreError } from "../lib/index.ts";
export async function journalTable(store: JournalStore): Promise<Result<DailyTable, StoreError>> {
  const info = await store.info();
  if (!info.ok) return info;
  return err({ type: "StoreUnreachable", detail: "" });
}
