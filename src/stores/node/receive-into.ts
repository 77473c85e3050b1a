/**
 * How does a plan of received ops get into the tables?
 *
 * Shared by `receiveOps` and by the rebuild, which offers what was set aside once more. To be called inside a transaction.
 */
import { ok, type Result } from "../../base/result.ts";
import { planReceive, type Arrived } from "../../journal/receive.ts";
import type { JournalForeign, ReceiveReceipt } from "../../journal/store.ts";
import { derivedRows, writeDerivedRows } from "./derived-rows.ts";
import type { SqlDriver } from "./driver.ts";
import type { OpLog } from "./op-log.ts";

/** Entries per round: bounds memory. */
const ROUND = 2000;

/** Takes what can be taken, sets aside what must be, and brings the touched entries up to date. Errors: `JournalForeign`. */
export function receiveInto(
  driver: SqlDriver,
  log: OpLog,
  arrived: readonly Arrived[],
  nowMs: number,
  adoptPerson: boolean,
  place: string,
): Result<ReceiveReceipt, JournalForeign> {
  const plan = planReceive(arrived, log.held(), nowMs, adoptPerson);
  if (!plan.ok) return plan;
  const { person, added, setAside, promoted, displaced, already, waiting, clock } = plan.value;
  if (person !== log.meta("person")) log.setMeta("person", person);
  log.keepClock(clock);
  promoted.forEach(log.promote);
  displaced.forEach(log.displace);
  for (const item of setAside) log.setAside(item, nowMs);
  for (const written of added) log.insert(written, nowMs);
  updateEntries(driver, log, [...new Set(added.map(({ op }) => op.entry))], place);
  return ok({ added: added.length, already, quarantined: setAside.length, waiting });
}

/** Writes the derived rows of these entries anew, from their ops. Answers the number of cells written. */
export function updateEntries(driver: SqlDriver, log: OpLog, entries: readonly string[], place: string): number {
  let cells = 0;
  for (let from = 0; from < entries.length; from += ROUND) {
    for (const [entry, ops] of log.opsOf(entries.slice(from, from + ROUND))) {
      const rows = derivedRows(entry, ops);
      writeDerivedRows(driver, rows, false, place);
      cells += rows.cells.length;
    }
  }
  return cells;
}
