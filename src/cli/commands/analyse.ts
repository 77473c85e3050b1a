/**
 * `gutskin analyse`: what does this diary, or the journal, say about the axis?
 *
 * With a file: a wide CSV (`date` or `day` first) and, if wanted, ROLES.json. Without: the journal. The answer goes to
 * stdout as text or, with `--json`, as the document `gutskin.analysis/1`; time and progress go to stderr, so that the
 * same diary, options and seed give the same bytes.
 */
import { wholeNumber, type Call } from "../arguments.ts";
import { analyseInTerminal } from "../analyse-table.ts";
import { analysisText } from "../analysis-text.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { readTable } from "../read-table.ts";
import { tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";

/** Analyses a diary file or the journal. */
export async function runAnalyse(call: Call): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const seed = wholeNumber(options, "seed", 1, { min: 0, max: 4294967295 });
  if (!seed.ok) return tellUsage(world, seed.error.detail, "gutskin help analyse", json);
  const fdr = readShare(options["fdr"]);
  if (fdr === null) {
    return tellUsage(
      world,
      `--fdr takes a number from 0.001 to 0.5, not "${options["fdr"] ?? ""}"`,
      "gutskin help analyse",
      json,
    );
  }
  if (options["roles"] !== undefined && call.words[0] === undefined) {
    return tellUsage(world, "--roles needs a diary file: the journal knows its roles", "gutskin help analyse", json);
  }
  const threads = wholeNumber(options, "threads", world.cores, { min: 1, max: 1024 });
  if (!threads.ok) return tellUsage(world, threads.error.detail, "gutskin help analyse", json);
  const started = world.seconds();
  const input = await readTable(call);
  if (!input.ok) return input.error.code;
  const document = await analyseInTerminal(world, { ...input.value, seed: seed.value, fdr, threads: threads.value });
  if (!document.ok) return tellError(world, document.error, json, exitCodes.inputUnusable);
  world.answer(json ? `${JSON.stringify(document.value)}\n` : analysisText(document.value, world.columns));
  world.remark(`${(world.seconds() - started).toFixed(1)} s\n`);
  return exitCodes.done;
}

function readShare(text: string | undefined): number | null {
  if (text === undefined) return 0.05;
  const value = Number(text);
  return /^(0?\.\d+)$/.test(text) && value >= 0.001 && value <= 0.5 ? value : null;
}
