/**
 * `gutskin log "..."`: how does one typed line get into the journal?
 *
 * Prints how each part was read, then writes all of it in one transaction and gives an id with which it can be taken
 * back. What was not understood is shown and kept as a note; what cannot be believed is shown and not stored. After saving, what the
 * safety rules say now: a tag of their list ("#blood-in-stool") counts like an answer, free text is never searched.
 */
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import {
  canBeFood,
  chipsOf,
  isDay,
  ok,
  readLine,
  safetyFactsOf,
  toSafetyDocument,
  type Chip,
  type DocumentSafety,
  type Draft,
  type LineReading,
  type Result,
  type SafetyAnswer,
  type StoreError,
} from "../../lib/index.ts";
import { openJournal, openScratchJournal, type OpenJournal } from "../open-journal.ts";
import { safetyAfterWriting } from "../safety-journal.ts";
import { safetyLines } from "../safety-text.ts";
import { safeText, wrapText } from "../terminal/table.ts";
import { tellProblem, tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";
import { takeBack } from "../take-back.ts";
import { keepUndo, type UndoStep } from "../undo-shelf.ts";

/** Writes down one line, shows how it would be read (`--dry-run`), or takes an earlier one back (`--undo`). */
export async function runLog(call: Call): Promise<ExitCode> {
  const { world, options, words } = call;
  const json = options["json"] !== undefined;
  const undo = options["undo"];
  const text = words.join(" ").trim();
  if ((text === "") === (undo === undefined)) {
    return tellUsage(world, 'log needs a line, for example: gutskin log "itch 4; slept 7"', "gutskin help log", json);
  }
  const now = world.now();
  const day = options["day"] ?? now.day;
  if (!isDay(day) || day > now.day) {
    return tellUsage(world, `--day takes a day up to today as YYYY-MM-DD, not "${day}"`, "gutskin help log", json);
  }
  const folder = dataFolder(call);
  const journal = await openForLog(call, folder);
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  try {
    if (undo !== undefined) return await takeBack(call, journal.value, folder, undo, "log");
    const custom = await journal.value.store.entries({ kinds: ["customVariable"] });
    if (!custom.ok) return tellError(world, custom.error, json, exitCodes.storeProblem);
    const reading = readLine(text, {
      today: day,
      offsetMinutes: now.offsetMinutes,
      source: "cli",
      isFood: canBeFood,
      customVariables: custom.value.flatMap(({ entry }) => (entry.kind === "customVariable" ? [entry] : [])),
    });
    return await writeReading(call, journal.value, folder, reading);
  } finally {
    await journal.value.store.close();
  }
}

/** A dry run makes no journal: where there is none, only the catalogue is known. */
async function openForLog({ world, options }: Call, folder: string): Promise<Result<OpenJournal, StoreError>> {
  if (options["dry-run"] === undefined) return openJournal(folder);
  const journal = await openJournal(folder, "read");
  if (journal.ok || journal.error.type !== "StoreMissing") return journal;
  return ok(openScratchJournal(() => world.now().milliseconds));
}

async function writeReading(
  call: Call,
  { store }: OpenJournal,
  folder: string,
  reading: LineReading,
): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const chips = chipsOf(reading);
  const isDryRun = options["dry-run"] !== undefined;
  if (!json) world.answer(`${chipLines(chips, world.columns).join("\n")}\n`);
  if (isDryRun || reading.entries.length === 0) {
    if (json) world.answer(`${JSON.stringify({ chips, parts: reading.parts, undo: null, stored: 0 })}\n`);
    if (isDryRun) return exitCodes.done;
    const wording = { sentence: "Nothing was stored.", mend: "Change the parts marked with - and try again." };
    return tellProblem(world, { error: { type: "NothingRead" }, wording, json: false }, exitCodes.inputUnusable);
  }
  const before = await store.entries({ includeHidden: true, fromDay: firstDay(reading), toDay: lastDay(reading) });
  if (!before.ok) return tellError(world, before.error, json, exitCodes.storeProblem);
  const drafts = reading.entries.map((entry): Draft => ({ action: "put", entry, supersede: true }));
  const receipt = await store.append(drafts);
  if (!receipt.ok) return tellError(world, receipt.error, json, exitCodes.storeProblem);
  const ids = [...new Set(receipt.value.ids)];
  const after = await store.entries({ ids, includeHidden: true });
  if (!after.ok) return tellError(world, after.error, json, exitCodes.storeProblem);
  const steps = after.value.flatMap((view): readonly UndoStep[] => {
    const old = before.value.find((candidate) => candidate.id === view.id);
    // A value that was there already with the same content was not written, so there is nothing to take back.
    if (old !== undefined && old.heads.join() === view.heads.join()) return [];
    return [{ id: view.id, heads: view.heads, before: old === undefined || old.hidden ? null : old.entry }];
  });
  const undo = steps.length === 0 ? null : keepUndo(folder, world.now().day, steps);
  const answer = await safetyAfterWriting(store, world.now().day);
  if (!answer.ok) return tellError(world, answer.error, json, exitCodes.storeProblem);
  const safety = saidAgain(answer.value, reading);
  if (json) {
    world.answer(`${JSON.stringify({ safety, chips, parts: reading.parts, stored: steps.length, undo })}\n`);
  } else {
    world.answer(
      undo === null
        ? "All of this was in the journal already.\n"
        : `Stored. To take it back: gutskin log --undo ${undo}\n`,
    );
    const lines = safetyLines({ ...safety, flags: safety.flags.filter((flag) => !flag.acknowledged) }, world.columns);
    if (lines.length > 0) world.answer(`\n${lines.join("\n")}\n`);
  }
  return exitCodes.done;
}

/** What the rules say; a sign that this very line wrote down is said again, although its message was read before on the same day. */
function saidAgain(answer: SafetyAnswer, reading: LineReading): DocumentSafety {
  const safety = toSafetyDocument(answer);
  const wroteSign = Object.keys(safetyFactsOf(reading.entries, answer.today).loggedDays).length > 0;
  const isAgain = (rule: string): boolean =>
    wroteSign && answer.flags.some((flag) => flag.rule === rule && flag.triggerDay === answer.today);
  return {
    ...safety,
    flags: safety.flags.map((flag) => (isAgain(flag.rule) ? { ...flag, acknowledged: false } : flag)),
  };
}

/** One line per part: `+` is stored as read, `?` needs an answer, `"` is kept as a note, `-` is not stored. */
function chipLines(chips: readonly Chip[], columns: number): readonly string[] {
  return chips.flatMap((chip) => {
    const help = chip.help === "" ? [] : wrapText(chip.help, columns - 4).map((line) => `    ${line}`);
    return [`${MARKS[chip.tone]} ${safeText(chip.text)}`, ...help];
  });
}

const MARKS: Readonly<Record<Chip["tone"], string>> = { read: "+", ask: "?", note: '"', refused: "-" };

function firstDay(reading: LineReading): LineReading["today"] {
  return reading.entries.reduce((day, entry) => (entry.day < day ? entry.day : day), reading.today);
}

function lastDay(reading: LineReading): LineReading["today"] {
  return reading.entries.reduce((day, entry) => (entry.day > day ? entry.day : day), reading.today);
}
