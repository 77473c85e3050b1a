/**
 * How does a command take back what an earlier one wrote (`--undo ID`)?
 *
 * The same for every command that keeps its steps on the undo shelf: what was changed since is left alone and counted.
 */
import type { Call } from "./arguments.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import type { OpenJournal } from "./open-journal.ts";
import { tellUsage } from "./terminal/tell.ts";
import { tellError } from "./terminal/tell-error.ts";
import { findUndo, forgetUndo, undoDrafts } from "./undo-shelf.ts";

/** Takes back the steps of this id; `command` is named in the hint. */
export async function takeBack(
  call: Call,
  { store }: OpenJournal,
  folder: string,
  undo: string,
  command: string,
): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const steps = findUndo(folder, undo);
  if (steps === null) {
    return tellUsage(world, `there is nothing to take back under "${undo}"`, `gutskin help ${command}`, json);
  }
  const views = await store.entries({ ids: steps.map((step) => step.id), includeHidden: true });
  if (!views.ok) return tellError(world, views.error, json, exitCodes.storeProblem);
  const { drafts, leftAlone } = undoDrafts(steps, views.value);
  const written = await store.append(drafts, `undo-${undo}`);
  if (!written.ok) return tellError(world, written.error, json, exitCodes.storeProblem);
  forgetUndo(folder, undo);
  if (json) world.answer(`${JSON.stringify({ takenBack: drafts.length, leftAlone })}\n`);
  else world.answer(`Taken back: ${String(drafts.length)}.\n`);
  if (leftAlone > 0) world.remark(`Left alone, because changed since: ${String(leftAlone)}.\n`);
  return exitCodes.done;
}
