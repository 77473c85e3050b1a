/**
 * `gutskin foods pick ID --as "my muesli" --portion 60`: how does an imported food become one of the person's own?
 *
 * Only here does anything of an imported table enter the journal: one food with its figures, its source and its licence (`ownFood`), and what the person
 * calls it and how much a portion is (`foodChoice`). From then on meals that say "my muesli" mean it.
 */
import { foodTableFacts, settleFigures, type Draft, type FoodRowUnreadable, type Result } from "../../lib/index.ts";
import type { FoodLibraryFailed } from "../../stores/node/food-library-file.ts";
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { foodDocument } from "../foods/found-text.ts";
import { foodsOfRows, kindOf, openLibrary, type FoundFood } from "../foods/open-library.ts";
import { openJournal } from "../open-journal.ts";
import { safeText } from "../terminal/table.ts";
import { tellError } from "../terminal/tell-error.ts";
import { tellProblem, tellUsage } from "../terminal/tell.ts";

/** Writes one food of the library into the journal. */
export async function runFoodsPick(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const id = words[1];
  const usage = (detail: string): ExitCode => tellUsage(world, detail, "gutskin help foods", json);
  if (id === undefined || words.length > 2)
    return usage("foods pick needs one ID (gutskin foods find TEXT shows them)");
  const portion = options["portion"];
  const grams = portion === undefined ? null : Number(portion);
  if (grams !== null && !(grams >= 0.1 && grams <= 5000)) {
    return usage(`--portion takes grams from 0.1 to 5000, not "${portion ?? ""}"`);
  }
  const phrase = options["as"] === undefined ? null : options["as"].toLowerCase().trim().replace(/\s+/g, " ");
  if (phrase === "") return usage("--as needs the words that you use for it");
  const found = await lookUp(dataFolder(call), id);
  if (!found.ok) return tellError(world, found.error, json, exitCodes.storeProblem);
  const [food, other] = found.value;
  if (food === undefined || other !== undefined) {
    const many = found.value.map(({ kind, food: one }) => `${kind}:${one.code}`).join(", ");
    const wording =
      food === undefined
        ? { sentence: `No imported food has the id ${id}.`, mend: "gutskin foods find TEXT shows the ids." }
        : { sentence: `Several imported foods have the code ${id}: ${many}.`, mend: "Pick one of these." };
    const type = food === undefined ? "FoodNotFound" : "FoodNotClear";
    return tellProblem(world, { error: { type }, wording, json }, exitCodes.inputUnusable);
  }
  if (Object.keys(settleFigures(food.kind, food.food.figures)).length === 0) {
    // the rows of a set come before their figures
    const sentence = `No figure of ${safeText(food.food.label)} is known, so there is nothing to take over.`;
    const wording = { sentence, mend: "If its import was stopped, finish it first: gutskin foods sources." };
    return tellProblem(world, { error: { type: "FoodWithoutFigures" }, wording, json }, exitCodes.inputUnusable);
  }
  return writePick(call, food, phrase, grams);
}

async function lookUp(
  folder: string,
  id: string,
): Promise<Result<readonly FoundFood[], FoodLibraryFailed | FoodRowUnreadable>> {
  const library = await openLibrary(folder, "read");
  if (!library.ok) return library;
  const colon = id.indexOf(":");
  const kind = colon < 0 ? null : kindOf(id.slice(0, colon));
  try {
    const rows = library.value.byCode(kind === null ? id : id.slice(colon + 1), kind);
    return rows.ok ? foodsOfRows(rows.value) : rows;
  } finally {
    library.value.close();
  }
}

async function writePick(call: Call, found: FoundFood, phrase: string | null, grams: number | null): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const journal = await openJournal(dataFolder(call));
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  const { store } = journal.value;
  try {
    const drafts = draftsFor(found, phrase, grams, world.now().day);
    const written = await store.append(drafts);
    if (!written.ok) return tellError(world, written.error, json, exitCodes.storeProblem);
    const { kind, food } = found;
    const { name, licence } = foodTableFacts(kind);
    if (json) {
      world.answer(`${JSON.stringify({ food: foodDocument(found), entries: written.value.ids, phrase, grams })}\n`);
      return exitCodes.done;
    }
    const called = phrase === null ? "" : `, and "${phrase}" now means it`;
    const portion = grams === null ? "" : ` A portion is ${String(grams)} g.`;
    world.answer(
      `${food.label} is now one of your own foods${called}.${portion}\nFigures: ${name} (${kind}:${food.code}). ${licence}\n`,
    );
    return exitCodes.done;
  } finally {
    await store.close();
  }
}

/** The entries of a pick: the food with its source and licence, and the person's words for it. Pure. */
export function draftsFor(
  { kind, licence, food }: FoundFood,
  phrase: string | null,
  grams: number | null,
  day: ReturnType<Call["world"]["now"]>["day"],
): readonly Draft[] {
  const id = `${kind}:${food.code}`;
  const own = `own:${id}`;
  const portion = grams ?? food.portions[0]?.grams ?? null;
  const names = [...(phrase === null ? [] : [phrase]), ...food.otherNames].slice(0, 10);
  const common = { day, source: "cli" } as const;
  const ownFood: Draft = {
    action: "put",
    supersede: true,
    entry: {
      kind: "ownFood",
      ...common,
      id,
      label: food.brand === "" ? food.label : `${food.label}, ${food.brand}`.slice(0, 200),
      ...(names.length > 0 ? { names } : {}),
      per100Grams: settleFigures(kind, food.figures),
      ...(food.nova === null ? {} : { traits: [`nova:${String(food.nova)}`] }),
      ...(portion === null ? {} : { gramsPerPortion: portion }),
      foodSource: id,
      licence: `${licence} (${foodTableFacts(kind).name})`,
      ...(food.barcode === null ? {} : { barcode: food.barcode }),
    },
  };
  if (phrase === null) return [ownFood];
  const choice: Draft = {
    action: "put",
    supersede: true,
    entry: { kind: "foodChoice", ...common, phrase, food: own, ...(grams === null ? {} : { gramsPerPortion: grams }) },
  };
  return [ownFood, choice];
}
