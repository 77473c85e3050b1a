/**
 * Was this very request answered before?
 *
 * A page that lost the answer (reload, change of network) asks again with the same id. The receipt is kept in the same transaction as
 * the write, so a repeat never writes twice, and answers the same.
 */
import type { AppendReceipt } from "../../journal/store.ts";
import type { SqlDriver } from "./driver.ts";
import { textAt } from "./rows.ts";
import { damaged } from "./store-errors.ts";

/** Requests older than this are forgotten: no page repeats after a month. */
const KEEP_MS = 30 * 86_400_000;

/** The receipt of an earlier request with this id, or null. Throws `StoreStop` (StoreDamaged) when it cannot be read. */
export function recallReceipt(driver: SqlDriver, requestId: string, place: string): AppendReceipt | null {
  const [row] = driver.all("SELECT receipt FROM request WHERE id = ?", [requestId]);
  if (!row) return null;
  const value: unknown = parseJson(textAt(row, 0));
  if (!isReceipt(value)) throw damaged(place, `request ${requestId}`);
  return value;
}

/** Keeps the receipt; to be called inside the transaction of the write. */
export function rememberReceipt(driver: SqlDriver, requestId: string, receipt: AppendReceipt, nowMs: number): void {
  driver.run("DELETE FROM request WHERE at < ?", [nowMs - KEEP_MS]);
  driver.run("INSERT INTO request(id, receipt, at) VALUES (?, ?, ?)", [requestId, JSON.stringify(receipt), nowMs]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isReceipt(value: unknown): value is AppendReceipt {
  if (typeof value !== "object" || value === null) return false;
  if (!("ids" in value) || !("opsWritten" in value) || !("unchanged" in value)) return false;
  return Array.isArray(value.ids) && typeof value.opsWritten === "number" && typeof value.unchanged === "number";
}
