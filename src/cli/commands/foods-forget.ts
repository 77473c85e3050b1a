/**
 * `gutskin foods forget SOURCE`: how does an imported table go away again?
 *
 * All its foods and imports leave the library and the space goes back to the disk. Foods that were picked are the person's own and stay in the journal, with
 * their source and licence. Stopped in the middle it goes on when the same command is given again.
 */
import { foodTableFacts, foodTableKinds } from "../../lib/index.ts";
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { count } from "../foods/import-text.ts";
import { kindOf, openLibrary } from "../foods/open-library.ts";
import { breathe } from "../interrupted.ts";
import { createProgress } from "../terminal/progress.ts";
import { tellError } from "../terminal/tell-error.ts";
import { tellUsage } from "../terminal/tell.ts";

/** Takes one table out of the library. */
export async function runFoodsForget(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const kind = kindOf(words[1] ?? "");
  if (kind === null || words.length > 2) {
    return tellUsage(world, `foods forget needs one of: ${foodTableKinds.join(", ")}`, "gutskin foods sources", json);
  }
  const read = await openLibrary(dataFolder(call), "read");
  if (!read.ok) return tellError(world, read.error, json, exitCodes.storeProblem);
  const counts = read.value.counts();
  read.value.close();
  const all = counts.ok ? (counts.value.get(kind) ?? 0) : 0;
  const library = await openLibrary(dataFolder(call), "write");
  if (!library.ok) return tellError(world, library.error, json, exitCodes.storeProblem);
  const progress = createProgress(world);
  let removed = 0;
  try {
    for (;;) {
      const step = library.value.forget(kind);
      if (!step.ok) return tellError(world, step.error, json, exitCodes.storeProblem);
      removed += step.value.removed;
      if (step.value.next === null) break;
      progress.show(`${count(removed)} foods forgotten`, all === 0 ? 1 : removed / all);
      await breathe(world.stop);
    }
  } finally {
    progress.end();
    library.value.close();
  }
  const { name } = foodTableFacts(kind);
  if (json) world.answer(`${JSON.stringify({ source: kind, removed })}\n`);
  else world.answer(`${name}: ${count(removed)} foods forgotten. Foods that you picked stay in your journal.\n`);
  return exitCodes.done;
}
