/**
 * What does the file know about itself: whose journal, which device, where it lies, how late its clock is?
 *
 * Key and value, each value with a check sum behind it: a flipped bit in `person` or `dev` would otherwise let this device go on
 * under a wrong name, and no hash would tell.
 */
import { checkSum } from "../../journal/stored-view.ts";
import type { SqlDriver } from "./driver.ts";
import { textAt } from "./rows.ts";
import { damaged } from "./store-errors.ts";

export type MetaKey = "person" | "dev" | "place" | "clock" | "created";

/** The value of a key, "" when it has none. Throws `StoreStop` (StoreDamaged) when its check sum does not fit. */
export function readMeta(driver: SqlDriver, key: MetaKey, place: string): string {
  const [row] = driver.all("SELECT value FROM meta WHERE key = ?", [key]);
  if (!row) return "";
  const text = textAt(row, 0);
  const value = text.slice(0, Math.max(0, text.lastIndexOf("#")));
  if (text !== sealed(key, value)) throw damaged(place, `meta ${key}`);
  return value;
}

/** Sets or replaces the value of a key. */
export function writeMeta(driver: SqlDriver, key: MetaKey, value: string): void {
  const upsert = "INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value";
  driver.run(upsert, [key, sealed(key, value)]);
}

function sealed(key: MetaKey, value: string): string {
  return `${value}#${String(checkSum(`${key}=${value}`))}`;
}
