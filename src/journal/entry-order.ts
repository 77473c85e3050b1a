/**
 * Which entries does a query mean, and in what order?
 *
 * Shared by the stores that answer in memory and the tests that check the others: by day, then id, both by code unit.
 */
import { compareText } from "./canonical.ts";
import type { EntryKind } from "./entry.ts";
import type { EntryQuery, EntryView } from "./store.ts";

/** Bookkeeping kinds: their day is when something was set up, so they do not count as days of the diary. */
export const bookkeepingKinds: ReadonlySet<EntryKind> = new Set<EntryKind>([
  "customVariable",
  "importReceipt",
  "profile",
  "safetyAnswer",
  "professionalWord",
  "safetyEvent",
  "foodChoice",
  "ownFood",
]);

/** Order of entries: day, then id. */
export function compareEntries(a: EntryView, b: EntryView): number {
  return compareText(a.entry.day, b.entry.day) || compareText(a.id, b.id);
}

/** True when the query asks for this entry. Bounds of days are inclusive; an empty list of kinds or ids asks for none. */
export function isAskedFor(view: EntryView, query: EntryQuery): boolean {
  const { day, kind } = view.entry;
  return (
    (query.includeHidden === true || !view.hidden) &&
    (query.fromDay === undefined || day >= query.fromDay) &&
    (query.toDay === undefined || day <= query.toDay) &&
    (query.kinds === undefined || query.kinds.includes(kind)) &&
    (query.ids === undefined || query.ids.includes(view.id))
  );
}
