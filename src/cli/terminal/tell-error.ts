/**
 * How does the terminal tell an error of the flow (file, diary, journal)?
 *
 * The words come from `insights/words.ts`; loading them is left to the moment when something went wrong.
 */
import type { NamedError } from "../../base/result.ts";
import { wordError } from "../../lib/index.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { World } from "../world.ts";
import { tellProblem } from "./tell.ts";

/** Tells the error in words and gives back `code`. */
export function tellError(world: World, error: NamedError, json: boolean, code: ExitCode): ExitCode {
  return tellProblem(world, { error, wording: wordError(error), json }, code);
}
