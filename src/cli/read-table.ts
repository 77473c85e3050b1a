/**
 * Which table is to be analysed: a diary file, or the journal?
 *
 * Reads it and, when it cannot be read, has already told the person why (`Told`).
 */
import {
  dailyTableFromDiary,
  dayToNumber,
  err,
  evaluateSafety,
  ok,
  readDiary,
  safetyFactsOfTable,
  type DailyTable,
  type DiaryFact,
  type Result,
  type SafetyAnswer,
} from "../lib/index.ts";
import type { Call } from "./arguments.ts";
import { dataFolder } from "./data-folder.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { journalTableAndSafety } from "./journal-table.ts";
import { openJournal } from "./open-journal.ts";
import { readInputFile, wordFileUnreadable, type InputFile } from "./read-input.ts";
import { tellProblem } from "./terminal/tell.ts";
import { tellError } from "./terminal/tell-error.ts";

export interface InputTable {
  readonly table: DailyTable;
  readonly assumed: readonly DiaryFact[];
  /** Of a file only what its own columns show. */
  readonly safety: SafetyAnswer;
}

/** The person was told; the command ends with this code. */
export interface Told {
  readonly type: "Told";
  readonly code: ExitCode;
}

/** The table of the file that is named first on the line, else of the journal. */
export async function readTable(call: Call): Promise<Result<InputTable, Told>> {
  const path = call.words[0];
  return path === undefined ? readJournalTable(call) : readDiaryTable(call, path);
}

async function readDiaryTable(call: Call, path: string): Promise<Result<InputTable, Told>> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const file = await readNamed(call, path);
  if (!file.ok) return file;
  const rolesPath = options["roles"];
  const roles = rolesPath === undefined ? ok(null) : await readNamed(call, rolesPath);
  if (!roles.ok) return roles;
  // Tomorrow is allowed: a person east of this clock may be a day ahead.
  const diary = readDiary(file.value, roles.value, { lastBelievableDayNumber: dayToNumber(world.now().day) + 1 });
  if (!diary.ok) return told(tellError(world, diary.error, json, exitCodes.inputUnusable));
  const table = dailyTableFromDiary(diary.value);
  const safety = evaluateSafety(safetyFactsOfTable(table, world.now().day));
  return ok({ table, assumed: diary.value.assumed, safety });
}

async function readNamed(call: Call, path: string): Promise<Result<InputFile, Told>> {
  const file = await readInputFile(call.world, path);
  if (file.ok) return file;
  const problem = {
    error: file.error,
    wording: wordFileUnreadable(file.error),
    json: call.options["json"] !== undefined,
  };
  return told(tellProblem(call.world, problem, exitCodes.inputUnusable));
}

async function readJournalTable(call: Call): Promise<Result<InputTable, Told>> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const journal = await openJournal(dataFolder(call), "read");
  if (!journal.ok) return told(tellError(world, journal.error, json, exitCodes.storeProblem));
  try {
    const read = await journalTableAndSafety(journal.value.store, world.now().day);
    if (!read.ok) return told(tellError(world, read.error, json, exitCodes.storeProblem));
    return ok({ ...read.value, assumed: [] });
  } finally {
    await journal.value.store.close();
  }
}

function told(code: ExitCode): Result<never, Told> {
  return err({ type: "Told", code });
}
