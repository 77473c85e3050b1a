/**
 * `gutskin export json|csv`: how does everything come out?
 *
 * To standard output, or with `--out` to a file that is written whole or not at all (temporary file, fsync, rename) and
 * never over another file without `--force`.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { exportText } from "../export-text.ts";
import { throwIfStopped } from "../interrupted.ts";
import { openJournal } from "../open-journal.ts";
import { tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";
import { refuseOverwrite, saveFile } from "../save-file.ts";

/** Writes the journal out. */
export async function runExport(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const kind = words[0];
  if (kind !== "json" && kind !== "csv") {
    const detail = kind === undefined ? "export needs `json` or `csv`" : `export knows json and csv, not "${kind}"`;
    return tellUsage(world, detail, "gutskin help export", json);
  }
  const out = options["out"] === undefined || options["out"] === "-" ? null : resolve(options["out"]);
  if (out !== null && options["force"] === undefined && existsSync(out)) return refuseOverwrite(call, out);
  const journal = await openJournal(dataFolder(call), "read");
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  try {
    const text = await exportText(journal.value.store, kind);
    if (!text.ok) return tellError(world, text.error, json, exitCodes.storeProblem);
    throwIfStopped(world.stop);
    if (out !== null) return saveFile(call, out, text.value);
    world.answer(text.value);
    return exitCodes.done;
  } finally {
    await journal.value.store.close();
  }
}
