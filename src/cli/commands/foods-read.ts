/**
 * `gutskin foods read "TEXT"` and `--file FILE`: what is understood of a meal, and what does it bring?
 *
 * One meal per argument, or one per line of a file (`-` = standard input); blank lines give an empty meal, so that lines in and out correspond. `--json`: one object a line.
 * Opens the journal for the person's own choices when there is one (`--plain`: without them) and writes nothing.
 */
import { readMeal, toMealDocument } from "../../lib/index.ts";
import type { Call } from "../arguments.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { foodTools } from "../food-tools.ts";
import { mealText } from "../meal-text.ts";
import { throwIfStopped } from "../interrupted.ts";
import { readInputFile, wordFileUnreadable } from "../read-input.ts";
import { tellError } from "../terminal/tell-error.ts";
import { tellProblem, tellUsage } from "../terminal/tell.ts";

/** Lines answered between two looks at the stop signal. */
const LINES_AT_ONCE = 200;

/** Reads meals and shows what was understood. */
export async function runFoodsRead(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const typed = words.slice(1).join(" ");
  const file = options["file"];
  if ((typed.trim() === "") === (file === undefined)) {
    return tellUsage(
      world,
      'foods read needs a meal, for example: gutskin foods read "2 slices rye bread"',
      "gutskin help foods",
      json,
    );
  }
  let meals = [typed];
  if (file !== undefined) {
    const input = await readInputFile(world, file);
    if (!input.ok) {
      return tellProblem(
        world,
        { error: input.error, wording: wordFileUnreadable(input.error), json },
        exitCodes.inputUnusable,
      );
    }
    meals = new TextDecoder()
      .decode(input.value.bytes)
      .replace(/^\uFEFF/, "")
      .split(/\r\n|\n|\r/);
    if (meals.at(-1) === "") meals.pop();
  }
  const tools = await foodTools(call);
  if (!tools.ok) return tellError(world, tools.error, json, exitCodes.storeProblem);
  const { index, personal } = tools.value;
  for (let from = 0; from < meals.length; from += LINES_AT_ONCE) {
    throwIfStopped(world.stop);
    const documents = meals
      .slice(from, from + LINES_AT_ONCE)
      .map((meal) => toMealDocument(readMeal(meal, index, personal), index));
    const shown = documents.map((document) =>
      json ? JSON.stringify(document) : mealText(document, world.columns, "short"),
    );
    world.answer(`${shown.join(json ? "\n" : "\n\n")}\n`);
  }
  return exitCodes.done;
}
