/**
 * How is an import taken back?
 *
 * Deletes the entries that carry its receipt, and the receipt itself, in one transaction. An entry that was there before or
 * was changed since has heads in more than one op; such entries are left alone and counted, because taking them back
 * would take away what the import did not bring.
 */
import type { Draft } from "../lib/index.ts";
import type { Call } from "./arguments.ts";
import { dataFolder } from "./data-folder.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { openJournal, type OpenJournal } from "./open-journal.ts";
import { tellUsage } from "./terminal/tell.ts";
import { tellError } from "./terminal/tell-error.ts";

/** Takes back the import with this receipt (32 hex). */
export async function undoImport(call: Call, receiptId: string): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const journal = await openJournal(dataFolder(call));
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  try {
    return await undoIn(call, journal.value, receiptId);
  } finally {
    await journal.value.store.close();
  }
}

async function undoIn({ world, options }: Call, { store }: OpenJournal, receiptId: string): Promise<ExitCode> {
  const json = options["json"] !== undefined;
  const all = await store.entries({});
  if (!all.ok) return tellError(world, all.error, json, exitCodes.storeProblem);
  const receipt = all.value.find((view) => view.id === receiptId && view.entry.kind === "importReceipt");
  if (receipt === undefined) {
    return tellUsage(world, `there is no import with the receipt ${receiptId}`, "gutskin help import", json);
  }
  const brought = all.value.filter((view) => view.entry.receipt === receiptId);
  const untouched = brought.filter((view) => view.heads.length === 1);
  const drafts = [receipt, ...untouched].map((view): Draft => ({ action: "delete", id: view.id, seen: view.heads }));
  const written = await store.append(drafts, `undo-${receiptId}`);
  if (!written.ok) return tellError(world, written.error, json, exitCodes.storeProblem);
  const [removed, leftAlone] = [untouched.length, brought.length - untouched.length];
  if (json) world.answer(`${JSON.stringify({ removed, leftAlone })}\n`);
  else world.answer(`Taken back: ${String(removed)} entries.\n`);
  if (leftAlone > 0 && !json) {
    world.remark(`Left alone, because they were there before or changed since: ${String(leftAlone)}.\n`);
  }
  return exitCodes.done;
}
