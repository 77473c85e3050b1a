/**
 * `gutskin doctor`: is the journal whole?
 *
 * Looks only, unless `--rebuild` asks to make the derived tables anew from the log. Code 0 when all is sound, 4 when
 * damage was found. The log itself is never changed by the doctor.
 */
import { randomBytes } from "node:crypto";
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { examinationText } from "../doctor-text.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { tellError } from "../terminal/tell-error.ts";

/** Examines the journal, after a rebuild if asked for. */
export async function runDoctor(call: Call): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const folder = dataFolder(call);
  const { examineJournal, rebuildJournal } = await import("../../stores/node/doctor.ts");
  const rebuild =
    options["rebuild"] === undefined
      ? null
      : rebuildJournal({
          folder,
          now: () => world.now().milliseconds,
          randomBytes: (count) => new Uint8Array(randomBytes(count)),
        });
  if (rebuild !== null && !rebuild.ok) return tellError(world, rebuild.error, json, exitCodes.storeProblem);
  const examination = examineJournal(folder);
  if (!examination.ok) return tellError(world, examination.error, json, exitCodes.storeProblem);
  const rebuilt = rebuild === null ? null : rebuild.value;
  if (json) world.answer(`${JSON.stringify({ ...examination.value, rebuild: rebuilt })}\n`);
  else world.answer(examinationText(examination.value, rebuilt, world.columns));
  return examination.value.sound ? exitCodes.done : exitCodes.storeProblem;
}
