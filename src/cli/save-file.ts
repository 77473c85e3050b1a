/**
 * How does a command write a file for the person?
 *
 * Whole or not at all, never over another file without `--force`, and with a plain sentence when the system refuses.
 */
import type { Call } from "./arguments.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import type { Wording } from "./server/problem.ts";
import { safeText } from "./terminal/table.ts";
import { tellProblem } from "./terminal/tell.ts";
import { writeFileWhole } from "./write-whole.ts";

/** Writes the file and says so. Exit code 4 when the system refuses (disk full, no permission). */
export function saveFile({ world, options }: Call, path: string, text: string): ExitCode {
  const json = options["json"] !== undefined;
  const bytes = Buffer.from(text, "utf8");
  try {
    writeFileWhole(path, bytes);
  } catch (problem) {
    const code = problem instanceof Error && "code" in problem ? String(problem.code) : "unknown";
    return tellProblem(
      world,
      { error: { type: "FileUnwritable" }, wording: wordUnwritable(path, code), json },
      exitCodes.storeProblem,
    );
  }
  if (json) world.answer(`${JSON.stringify({ file: path, bytes: bytes.length })}\n`);
  else world.remark(`Written: ${safeText(path)} (${String(bytes.length)} bytes)\n`);
  return exitCodes.done;
}

/** Says that the file is there already, and what to do. */
export function refuseOverwrite({ world, options }: Call, path: string): ExitCode {
  const wording = {
    sentence: `${safeText(path)} is there already; nothing was written.`,
    mend: "Name another file, or add --force.",
  };
  return tellProblem(
    world,
    { error: { type: "FileExists" }, wording, json: options["json"] !== undefined },
    exitCodes.notConfirmed,
  );
}

function wordUnwritable(path: string, code: string): Wording {
  const file = safeText(path);
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return { sentence: `The disk is full, so ${file} was not written.`, mend: "Free some space and try again." };
    case "ENOENT":
      return { sentence: `The folder of ${file} is not there.`, mend: "Make the folder first, or name another one." };
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return { sentence: `You may not write ${file}.`, mend: "Name a file in your own folder." };
    default:
      return { sentence: `${file} could not be written (${safeText(code)}).`, mend: "Name a file in another folder." };
  }
}
