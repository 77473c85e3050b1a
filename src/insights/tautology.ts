/**
 * May this pair be talked about at all, or is one simply a part of the other?
 *
 * "Your skin score goes with your itch" is true by construction when itch is one of the things the skin score sums up. The engine
 * never asks such pairs; this second lock refuses to word them should one slip through. Known parts: the catalogue's `partOf`
 * and the table's own (a diary's ROLES file or an importer may name them).
 */
import { columnByName, type DailyTable } from "../daily/table.ts";
import { isPartOf } from "../journal/catalogue.ts";

/** True when the two columns are one, or one contains the other, by the catalogue or by the table. Symmetric. */
export function isTautology(table: DailyTable, from: string, to: string): boolean {
  return from === to || isPartOf(from, to) || names(table, from, to) || names(table, to, from);
}

function names(table: DailyTable, a: string, b: string): boolean {
  return columnByName(table, a)?.partOf?.includes(b) ?? false;
}
