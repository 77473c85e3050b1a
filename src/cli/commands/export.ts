/**
 * `gutskin export json|csv|fhir|omh`: how does everything come out?
 *
 * To standard output, or with `--out` to a file that is written whole or not at all (temporary file, fsync, rename) and
 * never over another file without `--force`.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseDay } from "../../lib/index.ts";
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { exportKinds, exportText } from "../export-text.ts";
import { throwIfStopped } from "../interrupted.ts";
import { openJournal } from "../open-journal.ts";
import { tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";
import { refuseOverwrite, saveFile } from "../save-file.ts";

/** Writes the journal out. */
export async function runExport(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const word = words[0];
  const kind = exportKinds.find((one) => one === word);
  if (kind === undefined) {
    const known = "json, csv, fhir and omh";
    const detail = word === undefined ? `export needs one of ${known}` : `export knows ${known}, not "${word}"`;
    return tellUsage(world, detail, "gutskin help export", json);
  }
  const isNarrowed = options["from"] !== undefined || options["to"] !== undefined || options["notes"] !== undefined;
  if (isNarrowed && (kind === "json" || kind === "csv")) {
    return tellUsage(
      world,
      `--from, --to and --notes go with fhir and omh; ${kind} holds everything`,
      "gutskin help export",
      json,
    );
  }
  const isAll = options["all-exposures"] !== undefined;
  if (isAll && kind !== "csv") {
    return tellUsage(world, `--all-exposures goes with csv, not with ${kind}`, "gutskin help export", json);
  }
  const days = [options["from"], options["to"]].map((text) => (text === undefined ? null : parseDay(text)));
  const [from, to] = days;
  const wrong = days.find((day) => day !== null && !day.ok);
  if (wrong !== undefined || from === undefined || to === undefined) {
    return tellUsage(world, "--from and --to take a day as YYYY-MM-DD", "gutskin help export", json);
  }
  const out = options["out"] === undefined || options["out"] === "-" ? null : resolve(options["out"]);
  if (out !== null && options["force"] === undefined && existsSync(out)) return refuseOverwrite(call, out);
  const journal = await openJournal(dataFolder(call), "read");
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  try {
    const narrowed = {
      today: world.now().day,
      ...(from?.ok ? { fromDay: from.value } : {}),
      ...(to?.ok ? { toDay: to.value } : {}),
      withNotes: options["notes"] !== undefined,
    };
    const text = await exportText(journal.value.store, kind, narrowed, isAll ? "all" : "core");
    if (!text.ok) return tellError(world, text.error, json, exitCodes.storeProblem);
    throwIfStopped(world.stop);
    if (out !== null) return saveFile(call, out, text.value);
    world.answer(text.value);
    return exitCodes.done;
  } finally {
    await journal.value.store.close();
  }
}
