/**
 * `gutskin eat "2 slices rye bread, kefir"`: how does a meal get into the journal, and what does it bring?
 *
 * Prints what was understood, thing by thing with how sure, what the meal brings and the plants of the week, then an id to take it back. What is not understood is
 * shown and kept as typed; the text is all that is stored, and it is read anew whenever it is counted. `--dry-run` writes nothing and makes no journal.
 */
import {
  addDays,
  createPersonalFoods,
  isDay,
  LONGEST_MEAL,
  mealEntry,
  mealSlots,
  ok,
  PLATE_DAYS,
  plateDocument,
  PLATE_SOURCES,
  readMeal,
  slotInText,
  toMealDocument,
  weekLines,
  type Entry,
  type MealDocument,
  type MealSlot,
  type PlateDocument,
  type Result,
  type StoreError,
} from "../../lib/index.ts";
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { foodIndex } from "../food-tools.ts";
import { mealText } from "../meal-text.ts";
import { openJournal, openScratchJournal, type OpenJournal } from "../open-journal.ts";
import { takeBack } from "../take-back.ts";
import { safeText, wrapText } from "../terminal/table.ts";
import { tellProblem, tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";
import { keepUndo } from "../undo-shelf.ts";

/** Writes one meal, shows how it would be read (`--dry-run`), or takes an earlier one back (`--undo`). */
export async function runEat(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const undo = options["undo"];
  const usage = (detail: string): ExitCode => tellUsage(world, detail, "gutskin help eat", json);
  const text = words.join(" ").trim();
  if ((text === "") === (undo === undefined)) {
    return usage('eat needs a meal, for example: gutskin eat "2 slices rye bread, kefir"');
  }
  const now = world.now();
  const day = options["day"] ?? now.day;
  if (!isDay(day) || day > now.day) return usage(`--day takes a day up to today as YYYY-MM-DD, not "${day}"`);
  const slot = readSlot(options["meal"]);
  if (slot === undefined) return usage(`--meal takes ${mealSlots.join(", ")}, not "${options["meal"] ?? ""}"`);
  if (text.length > LONGEST_MEAL) {
    const wording = {
      sentence: `This has ${String(text.length)} characters; a meal has at most ${String(LONGEST_MEAL)}. Nothing was stored.`,
      mend: "Shorten it, or write it down as several meals.",
    };
    return tellProblem(world, { error: { type: "MealTooLong" }, wording, json }, exitCodes.inputUnusable);
  }
  const folder = dataFolder(call);
  const journal = await openFor(call, folder);
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  try {
    if (undo !== undefined) return await takeBack(call, journal.value, folder, undo, "eat");
    const entry = mealEntry(text, {
      day,
      slot: slot ?? slotInText(text),
      offsetMinutes: now.offsetMinutes,
      source: "cli",
    });
    return await writeMeal(call, journal.value, folder, entry);
  } finally {
    await journal.value.store.close();
  }
}

/** undefined = no such meal; null = none was named. */
function readSlot(text: string | undefined): MealSlot | null | undefined {
  if (text === undefined) return null;
  return mealSlots.find((slot) => slot === text.toLowerCase());
}

/** A dry run makes no journal. */
async function openFor({ world, options }: Call, folder: string): Promise<Result<OpenJournal, StoreError>> {
  if (options["dry-run"] === undefined) return openJournal(folder);
  const journal = await openJournal(folder, "read");
  if (journal.ok || journal.error.type !== "StoreMissing") return journal;
  return ok(openScratchJournal(() => world.now().milliseconds));
}

async function writeMeal(
  call: Call,
  { store }: OpenJournal,
  folder: string,
  entry: Extract<Entry, { kind: "meal" }>,
): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const isDryRun = options["dry-run"] !== undefined;
  const meals = await store.entries({ kinds: ["meal"], fromDay: addDays(entry.day, 1 - PLATE_DAYS), toDay: entry.day });
  if (!meals.ok) return tellError(world, meals.error, json, exitCodes.storeProblem);
  const known = await store.entries({ kinds: ["foodChoice", "ownFood"] });
  if (!known.ok) return tellError(world, known.error, json, exitCodes.storeProblem);
  const remembered = known.value.map((view) => view.entry);
  const index = await foodIndex();
  const personal = createPersonalFoods(
    remembered.flatMap((one) => (one.kind === "foodChoice" ? [one] : [])),
    remembered.flatMap((one) => (one.kind === "ownFood" ? [one] : [])),
  );
  const meal = toMealDocument(readMeal(entry.text, index, personal), index);
  const before = meals.value.map((view) => view.entry);
  const plate = plateDocument([...before, ...remembered, entry], entry.day, index);
  let undo: string | null = null;
  if (!isDryRun) {
    const receipt = await store.append([{ action: "put", entry }]);
    if (!receipt.ok) return tellError(world, receipt.error, json, exitCodes.storeProblem);
    const written = await store.entries({ ids: receipt.value.ids });
    if (!written.ok) return tellError(world, written.error, json, exitCodes.storeProblem);
    const steps = written.value.map(({ id, heads }) => ({ id, heads, before: null }));
    undo = keepUndo(folder, world.now().day, steps);
  }
  if (json) world.answer(`${JSON.stringify({ meal, entry, plate, stored: isDryRun ? 0 : 1, undo })}\n`);
  else world.answer(`${eatLines(meal, plate, entry, world.columns).join("\n")}\n${storedLine(undo, entry, call)}\n`);
  return exitCodes.done;
}

function eatLines(
  meal: MealDocument,
  plate: PlateDocument,
  entry: Extract<Entry, { kind: "meal" }>,
  columns: number,
): readonly string[] {
  const weeks = weekLines(plate).map(
    ({ label, value, note }) => `${label}: ${value}${note === "" ? "" : ` (${note})`}`,
  );
  const isUnread = meal.state === "nothing-understood";
  return [
    mealText(meal, columns, "short"),
    ...(isUnread ? wrapText(`Kept as you wrote it: ${safeText(entry.text.slice(0, 200))}`, columns) : []),
    ...weeks.flatMap((line) => wrapText(line, columns)),
    ...wrapText(PLATE_SOURCES, columns),
  ];
}

function storedLine(undo: string | null, { day, meal }: Extract<Entry, { kind: "meal" }>, { world }: Call): string {
  if (undo === null) return "Nothing was stored (--dry-run).";
  const when = day === world.now().day ? "" : ` for ${day}`;
  return `Stored${meal === undefined ? "" : ` as ${meal}`}${when}. To take it back: gutskin eat --undo ${undo}`;
}
