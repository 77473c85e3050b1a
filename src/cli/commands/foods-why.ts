/**
 * `gutskin foods why "TEXT"`: what was understood, from where, and how sure?
 *
 * Every step is opened: words, food, source of the figures, amount and its reason, other candidates, and what the meal brings.
 */
import { readMeal, toMealDocument } from "../../lib/index.ts";
import type { Call } from "../arguments.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { foodTools } from "../food-tools.ts";
import { mealText } from "../meal-text.ts";
import { tellError } from "../terminal/tell-error.ts";
import { tellUsage } from "../terminal/tell.ts";

/** Explains the reading of one meal. */
export async function runFoodsWhy(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const typed = words.slice(1).join(" ").trim();
  if (typed === "") {
    return tellUsage(
      world,
      'foods why needs a meal, for example: gutskin foods why "kimchi fried rice"',
      "gutskin help foods",
      json,
    );
  }
  const tools = await foodTools(call);
  if (!tools.ok) return tellError(world, tools.error, json, exitCodes.storeProblem);
  const { index, personal } = tools.value;
  const document = toMealDocument(readMeal(typed, index, personal), index);
  world.answer(json ? `${JSON.stringify(document)}\n` : `${mealText(document, world.columns, "long")}\n`);
  return exitCodes.done;
}
