/**
 * `gutskin score INSTRUMENT ANSWERS`: what is the score, and what has to be said with it?
 *
 * Answers are JSON on the line, a file, or standard input (`-`). Nothing is written to the journal. `--list` names the instruments.
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

/** Scores answers with one instrument, or lists the instruments. */
export async function runScore(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const [id, given] = words;
  if (options["list"] !== undefined) {
    if (id !== undefined)
      return tellUsage(world, `--list stands alone, unexpected "${id}"`, "gutskin help score", json);
    const list = instrumentsDocument();
    world.answer(json ? `${JSON.stringify(list)}\n` : instrumentsText(list.instruments, world.columns));
    return exitCodes.done;
  }
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
  const score = scoreInstrument(id, answers.value);
  if (!score.ok) return tellError(world, score.error, json, exitCodes.inputUnusable);
  const document = toScoreDocument(score.value);
  world.answer(json ? `${JSON.stringify(document)}\n` : scoreText(document, world.columns));
  return exitCodes.done;
}
