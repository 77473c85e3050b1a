/**
 * `gutskin score INSTRUMENT ANSWERS`: what is the score, and what has to be said with it?
 *
 * Answers are JSON on the line, a file, or standard input (`-`). Nothing is written to the journal without `--save` (score-save.ts). `--list` names the
 * instruments, `--history` the scores of the journal (score-past.ts).
 */
import {
  instrumentsDocument,
  parseJsonWithPlaces,
  scoreAnswersSchema,
  scoreInstrument,
  toScoreDocument,
} from "../../lib/index.ts";
import type { Call } from "../arguments.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { readInputFile, wordFileUnreadable } from "../read-input.ts";
import { instrumentsText, scoreText } from "../score-text.ts";
import { tellError } from "../terminal/tell-error.ts";
import { tellProblem, tellUsage } from "../terminal/tell.ts";
import { showPastScores } from "./score-past.ts";
import { saveScore } from "./score-save.ts";

/** Scores answers with one instrument, lists the instruments, or shows the scores of the journal. */
export async function runScore(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const [id, given] = words;
  const clash = clashOf(call);
  if (clash !== null) return tellUsage(world, clash, "gutskin help score", json);
  if (options["list"] !== undefined) {
    const list = instrumentsDocument();
    world.answer(json ? `${JSON.stringify(list)}\n` : instrumentsText(list.instruments, world.columns));
    return exitCodes.done;
  }
  if (options["history"] !== undefined) return showPastScores(call, id ?? null);
  if (id === undefined || given === undefined) {
    const detail = id === undefined ? "which instrument?" : `which answers for ${id}?`;
    return tellUsage(world, detail, "gutskin score --list", json);
  }
  let text = given;
  if (!/^\s*[{[]/.test(given)) {
    const file = await readInputFile(world, given);
    if (!file.ok) {
      return tellProblem(
        world,
        { error: file.error, wording: wordFileUnreadable(file.error), json },
        exitCodes.inputUnusable,
      );
    }
    text = new TextDecoder().decode(file.value.bytes);
  }
  const parsed = parseJsonWithPlaces(text);
  if (!parsed.ok) return tellError(world, parsed.error, json, exitCodes.inputUnusable);
  const answers = scoreAnswersSchema.check(parsed.value.value);
  if (!answers.ok) return tellError(world, answers.error, json, exitCodes.inputUnusable);
  if (options["save"] !== undefined) return saveScore(call, id, answers.value);
  const score = scoreInstrument(id, answers.value);
  if (!score.ok) return tellError(world, score.error, json, exitCodes.inputUnusable);
  const document = toScoreDocument(score.value);
  world.answer(json ? `${JSON.stringify(document)}\n` : scoreText(document, world.columns));
  return exitCodes.done;
}

/** What on the line does not go together; null = all of it does. */
function clashOf({ options, words }: Call): string | null {
  const [first, second] = words;
  const isSaving = options["save"] !== undefined;
  if (options["list"] !== undefined && (first !== undefined || options["history"] !== undefined || isSaving)) {
    return `--list stands alone, unexpected "${first ?? (isSaving ? "--save" : "--history")}"`;
  }
  if (options["history"] !== undefined && (second !== undefined || isSaving)) {
    return `--history takes an instrument at most, unexpected ${isSaving ? "--save" : "answers"}`;
  }
  const needsSave = ["day", "rater"].find((name) => options[name] !== undefined);
  return needsSave !== undefined && !isSaving ? `--${needsSave} goes with --save` : null;
}
