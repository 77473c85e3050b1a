/**
 * `gutskin foods remember "my bowl" --grams 260`: what do these words mean for this person, from now on?
 *
 * Writes one `foodChoice` entry: a food for the words, or grams of their portion, or both. "My bowl" with grams and no food holds for whatever is in the bowl. All meals
 * with these words are read so, also the earlier ones, because only their text is stored.
 */
import {
  foodChoiceEntry,
  isPortion,
  readMeal,
  unitOf,
  type Entry,
  type FoodIndex,
  type FoodOption,
  type PersonalFoods,
} from "../../lib/index.ts";
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { foodIndex, personalFoodsOf } from "../food-tools.ts";
import { openJournal, type OpenJournal } from "../open-journal.ts";
import { safeText } from "../terminal/table.ts";
import { tellProblem, tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";
import { keepUndo } from "../undo-shelf.ts";

interface Wanted {
  readonly phrase: string;
  readonly unit: string | null;
  readonly grams: number | null;
  /** Id or words of a food. */
  readonly food: string | null;
}

/** Remembers a food or a portion for words. */
export async function runFoodsRemember(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const wanted = readWanted(call);
  if (typeof wanted === "string") return tellUsage(world, wanted, "gutskin help foods", json);
  const folder = dataFolder(call);
  const journal = await openJournal(folder);
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  try {
    return await remember(call, journal.value, folder, { ...wanted, phrase: words.slice(1).join(" ") });
  } finally {
    await journal.value.store.close();
  }
}

/** What is asked for, or what is wrong with it. */
function readWanted({ options, words }: Call): Omit<Wanted, "phrase"> | string {
  const phrase = words.slice(1).join(" ").trim();
  if (phrase === "" || phrase.length > 200) {
    return 'foods remember needs words, for example: gutskin foods remember "my bowl" --grams 260';
  }
  const [gramsText, food, unitText] = [options["grams"], options["food"], options["unit"]];
  if (gramsText === undefined && food === undefined) return "foods remember needs --grams, --food, or both";
  const grams = gramsText === undefined ? null : Number(gramsText);
  if (grams !== null && !isPortion(grams)) return `--grams takes 0.1 to 5000, not "${gramsText ?? ""}"`;
  const found = unitText === undefined ? null : unitOf(unitText.toLowerCase());
  const isMeasure = found?.unit.kind === "mass" || found?.unit.kind === "volume" || found?.unit.kind === "length";
  if (unitText !== undefined && (found === null || isMeasure)) {
    return `--unit takes a household measure such as bowl, glass, slice or handful, not "${unitText}"`;
  }
  return { unit: found?.unit.name ?? null, grams, food: food ?? null };
}

async function remember(call: Call, { store }: OpenJournal, folder: string, wanted: Wanted): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const index = await foodIndex();
  const personal = await personalFoodsOf(store);
  if (!personal.ok) return tellError(world, personal.error, json, exitCodes.storeProblem);
  const food = wanted.food === null ? null : findFood(wanted.food, index, personal.value);
  if (food !== null && "others" in food) {
    const wording = {
      sentence: `No single food is called "${safeText(wanted.food ?? "")}".`,
      mend:
        food.others.length === 0
          ? "gutskin foods why TEXT shows foods with their ids."
          : `It may be: ${food.others.join(", ")}.`,
    };
    return tellProblem(world, { error: { type: "FoodNotClear" }, wording, json }, exitCodes.inputUnusable);
  }
  const views = await store.entries({ kinds: ["foodChoice"], includeHidden: true });
  if (!views.ok) return tellError(world, views.error, json, exitCodes.storeProblem);
  const known = views.value.flatMap((view) => (view.hidden || view.entry.kind !== "foodChoice" ? [] : [view.entry]));
  const answer = {
    phrase: wanted.phrase,
    unit: wanted.unit,
    ...(food === null ? {} : { food: food.id }),
    ...(wanted.grams === null ? {} : { gramsPerPortion: wanted.grams }),
  };
  const entry = foodChoiceEntry(answer, known, world.now().day, "cli");
  if (entry === null) return tellUsage(world, "these words cannot be remembered", "gutskin help foods", json);
  const written = await store.append([{ action: "put", supersede: true, entry }]);
  if (!written.ok) return tellError(world, written.error, json, exitCodes.storeProblem);
  const after = await store.entries({ ids: written.value.ids, includeHidden: true });
  if (!after.ok) return tellError(world, after.error, json, exitCodes.storeProblem);
  const steps = after.value.flatMap(({ id, heads }) => {
    const old = views.value.find((view) => view.id === id);
    if (old !== undefined && old.heads.join() === heads.join()) return [];
    return [{ id, heads, before: old === undefined || old.hidden ? null : old.entry }];
  });
  const undo = steps.length === 0 ? null : keepUndo(folder, world.now().day, steps);
  if (json) world.answer(`${JSON.stringify({ entry, stored: steps.length, undo })}\n`);
  else
    world.answer(
      `${saidText(entry, food)}\n${undo === null ? "That was remembered already." : `To take it back: gutskin log --undo ${undo}`}\n`,
    );
  return exitCodes.done;
}

/** A food by its id or by words that name one food clearly; else what it may be. */
function findFood(
  asked: string,
  index: FoodIndex,
  personal: PersonalFoods,
): FoodOption | { readonly others: readonly string[] } {
  const own = personal.foods.find((food) => food.id === asked) ?? index.table.byId.get(asked);
  if (own !== undefined) return { id: own.id, name: own.names[0] };
  const { items } = readMeal(asked, index, personal);
  const [item, another] = items;
  const first = item?.candidates[0];
  if (first !== undefined && another === undefined && first.probability >= 0.6) {
    return { id: first.food.id, name: first.food.names[0] };
  }
  return { others: items.flatMap(({ candidates }) => candidates.map(({ food }) => food.id)).slice(0, 8) };
}

function saidText(entry: Extract<Entry, { kind: "foodChoice" }>, food: FoodOption | null): string {
  const of =
    entry.unit === undefined ? `"${safeText(entry.phrase)}"` : `"${safeText(entry.phrase)}", one ${entry.unit}`;
  const parts = [
    ...(entry.food === undefined ? [] : [food?.name ?? entry.food]),
    ...(entry.gramsPerPortion === undefined ? [] : [`${String(entry.gramsPerPortion)} g`]),
  ];
  return `${of} is ${parts.join(", ")} from now on, in all meals with these words.`;
}
