/**
 * `gutskin analyse`: what does this diary, or the journal, say about the axis?
 *
 * With a file: a wide CSV (`date` or `day` first) and, if wanted, ROLES.json. Without: the journal. The answer goes to
 * stdout as text or, with `--json`, as the document `gutskin.analysis/1`; time and progress go to stderr, so that the
 * same diary, options and seed give the same bytes (unless a time budget cuts the work short, which the answer says).
 */
import {
  DEFAULT_FDR,
  answerWhatIf,
  err,
  ok,
  readWhatIf,
  withStoolSides,
  type AnalysisDocument,
  type Result,
  type SafetyAnswer,
  type WhatIfError,
  type WhatIfQuestion,
} from "../../lib/index.ts";
import { wholeNumber, type Call, type UsageProblem } from "../arguments.ts";
import { analyseInTerminal } from "../analyse-table.ts";
import type { AnalyseQuestion } from "../analyse-threads.ts";
import { analysisText } from "../analysis-text.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { logShown } from "../safety-journal.ts";
import { readConditions, readTable, type InputTable } from "../read-table.ts";
import { tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";

/** Analyses a diary file or the journal. */
export async function runAnalyse(call: Call): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const wish = readWish(call);
  if (!wish.ok) return tellUsage(world, wish.error.detail, "gutskin help analyse", json);
  const started = world.seconds();
  const input = await readTable(call);
  if (!input.ok) return input.error.code;
  // a question that cannot be read is told before the work and not after it
  const whatIf = readQuestion(options["what-if"], input.value);
  if (!whatIf.ok) return tellError(world, whatIf.error, json, exitCodes.usage);
  const answer = await analyseInTerminal(world, { ...input.value, ...wish.value });
  if (!answer.ok) return tellError(world, answer.error, json, exitCodes.inputUnusable);
  const document = withWhatIf(answer.value, whatIf.value, input.value.safety);
  if (!document.ok) return tellError(world, document.error, json, exitCodes.inputUnusable);
  world.answer(json ? `${JSON.stringify(document.value)}\n` : analysisText(document.value, world.columns));
  if (call.words[0] === undefined) await afterJournal(call, input.value.safety, json);
  world.remark(`${(world.seconds() - started).toFixed(1)} s\n`);
  return exitCodes.done;
}

/** Of the own journal: the log of what was shown, and how many safety questions are open. */
async function afterJournal(call: Call, safety: SafetyAnswer, json: boolean): Promise<void> {
  await logShown(call, safety);
  const open = safety.toAsk.length;
  if (!json && open > 0) call.world.remark(`Safety questions not answered: ${String(open)} (gutskin safety ask)\n`);
}

/** The options on the line. Errors: `UsageProblem`. */
function readWish({
  world,
  options,
  words,
}: Call): Result<Omit<AnalyseQuestion, "table" | "assumed" | "safety" | "conditions">, UsageProblem> {
  const seed = wholeNumber(options, "seed", 1, { min: 0, max: 4294967295 });
  if (!seed.ok) return seed;
  const fdr = readShare(options["fdr"]);
  if (fdr === null) return usage(`--fdr takes a number from 0.001 to 0.5, not "${options["fdr"] ?? ""}"`);
  const missing = options["missing"] ?? "ignorable";
  if (missing !== "ignorable" && missing !== "worse-days") {
    return usage(`--missing takes ignorable or worse-days, not "${missing}"`);
  }
  const budget = readSeconds(options["time-budget"]);
  if (budget === "unreadable") {
    return usage(`--time-budget takes seconds from 0.1 to 86400, not "${options["time-budget"] ?? ""}"`);
  }
  const conditions = options["conditions"];
  if (conditions !== undefined && readConditions(conditions) === null) {
    return usage(`--conditions takes acne, eczema, rosacea, psoriasis, dryness (with commas), not "${conditions}"`);
  }
  if (conditions !== undefined && options["data-alone"] !== undefined) {
    return usage("--conditions and --data-alone say opposite things: name one of them");
  }
  if (options["roles"] !== undefined && words[0] === undefined) {
    return usage("--roles needs a diary file: the journal knows its roles");
  }
  const threads = wholeNumber(options, "threads", world.cores, { min: 1, max: 1024 });
  if (!threads.ok) return threads;
  return ok({
    seed: seed.value,
    fdr,
    threads: threads.value,
    missingOutcomes: missing,
    ...(budget === null ? {} : { timeBudgetMilliseconds: budget * 1000 }),
  });
}

function readQuestion(text: string | undefined, input: InputTable): Result<WhatIfQuestion | null, WhatIfError> {
  return text === undefined ? ok(null) : readWhatIf(text, withStoolSides(input.table).columns);
}

function withWhatIf(
  document: AnalysisDocument,
  question: WhatIfQuestion | null,
  safety: SafetyAnswer,
): Result<AnalysisDocument, WhatIfError> {
  if (question === null || document.safety.withheld) return ok(document);
  const answer = answerWhatIf(document, question, safety);
  return answer.ok ? ok({ ...document, whatIf: [answer.value] }) : answer;
}

function readShare(text: string | undefined): number | null {
  if (text === undefined) return DEFAULT_FDR;
  const value = Number(text);
  return /^(0?\.\d+)$/.test(text) && value >= 0.001 && value <= 0.5 ? value : null;
}

/** Seconds, or null when none were named. */
function readSeconds(text: string | undefined): number | null | "unreadable" {
  if (text === undefined) return null;
  const value = Number(text);
  return /^\d{0,5}\.?\d{1,3}$/.test(text) && value >= 0.1 && value <= 86_400 ? value : "unreadable";
}

function usage(detail: string): Result<never, UsageProblem> {
  return err({ type: "UsageProblem", detail });
}
