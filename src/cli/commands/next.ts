/**
 * `gutskin next`: what is worth testing, if anything?
 *
 * Quick by default: trials, the safety gates and the conditions of the journal. With a diary file, or with `--with-analysis` for the
 * journal, the diary is analysed first and speaks too. "Nothing" is a valid answer and ends with code 0.
 */
import {
  conditionsIn,
  DEFAULT_FDR,
  err,
  ok,
  suggestTests,
  type AnalysisDocument,
  type Result,
  type SafetyAnswer,
  type SkinCondition,
  type SuggestionInput,
} from "../../lib/index.ts";
import { wholeNumber, type Call } from "../arguments.ts";
import { analyseInTerminal } from "../analyse-table.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { nextText } from "../next-text.ts";
import { readConditions, readTable, type InputTable, type Told } from "../read-table.ts";
import { logShown, openForLooking, readSafety } from "../safety-journal.ts";
import { tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";

interface Known extends SuggestionInput {
  readonly safety: SafetyAnswer;
}

/** Prints at most three cards, what is held back, and why. */
export async function runNext(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const named = options["conditions"];
  if (named !== undefined && readConditions(named) === null) {
    const detail = `--conditions takes acne, eczema, rosacea, psoriasis, dryness (with commas), not "${named}"`;
    return tellUsage(world, detail, "gutskin help next", json);
  }
  const seed = wholeNumber(options, "seed", 1, { min: 0, max: 4294967295 });
  if (!seed.ok) return tellUsage(world, seed.error.detail, "gutskin help next", json);
  const isFile = words[0] !== undefined;
  if (options["roles"] !== undefined && !isFile) {
    return tellUsage(world, "--roles needs a diary file: the journal knows its roles", "gutskin help next", json);
  }
  const withDiary = isFile || options["with-analysis"] !== undefined;
  const known = withDiary ? await knownWithDiary(call, seed.value) : await knownWithoutDiary(call);
  if (!known.ok) return known.error.code;
  const { safety, ...input } = known.value;
  const found = suggestTests(input, safety);
  world.answer(json ? `${JSON.stringify(found)}\n` : nextText(found, world.columns, isFile));
  if (!isFile) await logShown(call, safety);
  return exitCodes.done;
}

async function knownWithoutDiary(call: Call): Promise<Result<Known, Told>> {
  const { world, options } = call;
  const tell = (error: Parameters<typeof tellError>[1]): Result<never, Told> =>
    err({ type: "Told", code: tellError(world, error, options["json"] !== undefined, exitCodes.storeProblem) });
  const journal = await openForLooking(call);
  if (!journal.ok) return tell(journal.error);
  const read = await readSafety(journal.value.store, world.now().day);
  await journal.value.store.close();
  if (!read.ok) return tell(read.error);
  const { views, safety } = read.value;
  return ok({ document: null, table: null, conditions: conditionsOf(call) ?? conditionsIn(views) ?? [], safety });
}

/** A diary that is too short to analyse is no failure here: then trials speak alone, and why is said on standard error. */
async function knownWithDiary(call: Call, seed: number): Promise<Result<Known, Told>> {
  const input = await readTable(call);
  if (!input.ok) return input;
  const { table, safety, conditions } = input.value;
  const document = await analyse(call, input.value, seed);
  return ok({ document, table, conditions, safety });
}

async function analyse({ world }: Call, input: InputTable, seed: number): Promise<AnalysisDocument | null> {
  const question = { ...input, seed, fdr: DEFAULT_FDR, threads: world.cores };
  const answer = await analyseInTerminal(world, question);
  if (answer.ok) return answer.value;
  tellError(world, answer.error, false, exitCodes.inputUnusable);
  return null;
}

function conditionsOf({ options }: Call): readonly SkinCondition[] | null {
  const named = options["conditions"];
  return named === undefined ? null : readConditions(named);
}
