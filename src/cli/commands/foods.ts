/**
 * `gutskin foods VERB`: which of the food commands is meant?
 *
 * One file per verb, loaded when called. `import`, `find`, `pick`, `sources` and `forget` are about food tables that the person imported; `read`, `why`
 * and `remember` about how a meal is understood.
 */
import type { Call } from "../arguments.ts";
import type { ExitCode } from "../exit-codes.ts";
import { tellUsage } from "../terminal/tell.ts";

type Run = (call: Call) => Promise<ExitCode>;

const verbs: ReadonlyMap<string, () => Promise<Run>> = new Map([
  ["import", async () => (await import("./foods-import.ts")).runFoodsImport],
  ["find", async () => (await import("./foods-find.ts")).runFoodsFind],
  ["pick", async () => (await import("./foods-pick.ts")).runFoodsPick],
  ["sources", async () => (await import("./foods-sources.ts")).runFoodsSources],
  ["forget", async () => (await import("./foods-forget.ts")).runFoodsForget],
  ["read", async () => (await import("./foods-read.ts")).runFoodsRead],
  ["why", async () => (await import("./foods-why.ts")).runFoodsWhy],
  ["remember", async () => (await import("./foods-remember.ts")).runFoodsRemember],
]);

/** Runs the verb that stands first; `call.words` keep it at their beginning. */
export async function runFoods(call: Call): Promise<ExitCode> {
  const [verb] = call.words;
  const load = verb === undefined ? undefined : verbs.get(verb);
  if (load !== undefined) return (await load())(call);
  const known = [...verbs.keys()].join(", ");
  const detail =
    verb === undefined ? `foods needs one of: ${known}` : `there is no "foods ${verb}"; there is: ${known}`;
  return tellUsage(call.world, detail, "gutskin help foods", call.options["json"] !== undefined);
}
