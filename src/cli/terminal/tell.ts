/**
 * How does the terminal say that something did not work?
 *
 * One message on stderr: a sentence, where, and how to mend it. With `--json` the same goes to stdout as
 * `{"error": {...}, "sentence", "mend"}`, so that a program reads one stream only. Defects of ours come with version and
 * stack and without diary content.
 */
import { Defect } from "../../base/defect.ts";
import type { NamedError } from "../../base/result.ts";
import type { Wording } from "../server/problem.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { safeText, wrapText } from "./table.ts";
import type { World } from "../world.ts";

/** Tells a failure and gives back `code`. */
export function tellProblem(
  world: World,
  problem: { readonly error: NamedError; readonly wording: Wording; readonly json: boolean },
  code: ExitCode,
): ExitCode {
  const { error, wording, json } = problem;
  if (json) {
    world.answer(`${JSON.stringify({ error, sentence: wording.sentence, mend: wording.mend, exitCode: code })}\n`);
  }
  for (const line of wrapText(wording.sentence, world.columns)) world.remark(`${line}\n`);
  if (wording.mend !== "") for (const line of wrapText(wording.mend, world.columns)) world.remark(`${line}\n`);
  return code;
}

/** Tells that the command line was not understood. */
export function tellUsage(world: World, detail: string, see: string, json: boolean): ExitCode {
  const sentence = `gutskin: ${safeText(detail)}`;
  return tellProblem(
    world,
    { error: { type: "UsageProblem" }, wording: { sentence, mend: `See: ${see}` }, json },
    exitCodes.usage,
  );
}

/** Tells a fault of ours, with what a report needs. */
export function tellDefect(world: World, problem: unknown): void {
  const what =
    problem instanceof Defect
      ? problem.message
      : "gutskin met something unexpected. This is our fault, please report it.";
  world.remark(`${what}\n`);
  world.remark(`version ${world.version}, ${world.platform}\n`);
  if (problem instanceof Error && problem.stack !== undefined) world.remark(`${problem.stack}\n`);
}
