/**
 * stub
 */
import { err, type JournalStore, type Result, type StoreError } from "../lib/index.ts";
export interface OpenJournal {
  readonly store: JournalStore;
}
export async function openJournal(folder: string): Promise<Result<OpenJournal, StoreError>> {
  return Promise.resolve(err({ type: "StoreMissing", place: folder, detail: "not built yet" }));
}
