/**
 * Which derived rows does an entry have, and how do they get into the tables?
 *
 * One pure function, `derivedRows(ops)`, is used by every write (for the touched entries), by the rebuild (for all) and by the doctor
 * (for comparison): so the incremental view equals the rebuilt one by construction (storage.md 1.2, I10).
 */
import { dayToNumber } from "../../base/day.ts";
import { canonicalText, compareText } from "../../journal/canonical.ts";
import { cellsOfEntry, type Cell } from "../../journal/cells.ts";
import { bytesToHex } from "../../journal/hex.ts";
import { viewOfEntry } from "../../journal/merge.ts";
import type { Op } from "../../journal/op.ts";
import type { EntryView } from "../../journal/store.ts";
import { checkSum, readStoredView, storedViewText } from "../../journal/stored-view.ts";
import type { SqlDriver, SqlRow } from "./driver.ts";
import { bytesAt, numberAt, numberOrNullAt, textAt } from "./rows.ts";
import { damaged } from "./store-errors.ts";

/** One row of `entry_state` with its `cell` rows. */
export interface DerivedRows {
  readonly entry: string;
  /** "" when the ops make no readable entry. */
  readonly kind: string;
  readonly day: number | null;
  readonly slot: string;
  readonly hidden: boolean;
  readonly conflicts: number;
  readonly view: string;
  /** Hidden entries have none. */
  readonly cells: readonly Cell[];
}

/** The rows of the entry that these ops (all its ops, at least one) make. Pure. */
export function derivedRows(entry: string, ops: readonly Op[]): DerivedRows {
  const view = viewOfEntry(ops);
  if (!view) return { entry, kind: "", day: null, slot: "", hidden: false, conflicts: 0, view: "", cells: [] };
  return {
    entry,
    kind: view.entry.kind,
    day: dayToNumber(view.entry.day),
    slot: view.entry.kind === "answer" ? (view.entry.slot ?? "") : "",
    hidden: view.hidden,
    conflicts: view.conflicts.length,
    view: storedViewText(view),
    cells: view.hidden ? [] : cellsOfEntry(view.entry),
  };
}

/**
 * Puts the rows in the place of the entry's old ones. `isNew`: there are none, which saves a search. The old cells are found through
 * the old view, so that `cell` needs no second index. Throws `StoreStop` when the old row is damaged.
 */
export function writeDerivedRows(driver: SqlDriver, rows: DerivedRows, isNew: boolean, place: string): void {
  const id = entryBytes(rows.entry);
  if (!isNew) deleteCells(driver, id, place);
  driver.run(
    "INSERT OR REPLACE INTO entry_state(entry, kind, day, slot, hidden, conflicts, view, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    [id, rows.kind, rows.day, rows.slot, rows.hidden ? 1 : 0, rows.conflicts, rows.view, rowSum(rows)],
  );
  for (const { item, value, unit } of rows.cells) {
    driver.run("INSERT INTO cell(item, day, entry, num, unit) VALUES (?, ?, ?, ?, ?)", [
      item,
      rows.day,
      id,
      value,
      unit,
    ]);
  }
}

function deleteCells(driver: SqlDriver, id: Uint8Array, place: string): void {
  const [old] = driver.all(`SELECT ${stateColumns} FROM entry_state WHERE entry = ? AND hidden = 0 AND kind <> ''`, [
    id,
  ]);
  if (!old) return;
  const { entry } = viewInRow(old, place);
  for (const { item } of cellsOfEntry(entry)) {
    driver.run("DELETE FROM cell WHERE item = ? AND day = ? AND entry = ?", [item, dayToNumber(entry.day), id]);
  }
}

/** The columns that `readState` expects, in order. */
export const stateColumns: string = "entry, kind, day, slot, hidden, conflicts, view, sum";

/** A stored row without its cells. Throws `StoreStop` (StoreDamaged) when its check sum does not fit. */
export function readState(row: SqlRow, place: string): DerivedRows {
  const rows: DerivedRows = {
    entry: bytesToHex(bytesAt(row, 0)),
    kind: textAt(row, 1),
    day: numberOrNullAt(row, 2),
    slot: textAt(row, 3),
    hidden: numberAt(row, 4) === 1,
    conflicts: numberAt(row, 5),
    view: textAt(row, 6),
    cells: [],
  };
  if (rowSum(rows) !== numberAt(row, 7)) throw damaged(place, `entry ${rows.entry}: check sum`);
  return rows;
}

/** The view in a stored row. Throws `StoreStop` (StoreDamaged) when it cannot be read. */
export function viewInRow(row: SqlRow, place: string): EntryView {
  const { entry, hidden, view } = readState(row, place);
  const read = readStoredView(entry, hidden, view);
  if (!read) throw damaged(place, `entry ${entry}: view`);
  return read;
}

/** A cell as it stands in its table. */
export interface StoredCell extends Cell {
  readonly day: number | null;
}

/** Canonical line of an entry's derived rows, for comparing tables byte by byte; cells sorted by item. */
export function dumpLine(state: DerivedRows, cells: readonly StoredCell[]): string {
  const sorted = [...cells].sort((a, b) => compareText(a.item, b.item));
  const text = canonicalText({ ...state, cells: sorted });
  return `${text.ok ? text.value : "unreadable"}\n`;
}

/** The line that these freshly made rows must have in the tables. */
export function expectedLine(rows: DerivedRows): string {
  return dumpLine(
    rows,
    rows.cells.map((cell) => ({ ...cell, day: rows.day })),
  );
}

/** The 16 bytes of an entry id. */
export function entryBytes(entry: string): Uint8Array {
  return Buffer.from(entry, "hex");
}

function rowSum({ entry, kind, day, slot, hidden, conflicts, view }: DerivedRows): number {
  return checkSum([entry, kind, String(day), slot, String(hidden), String(conflicts), view].join("\n"));
}
