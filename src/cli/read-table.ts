/**
 * Which table is to be analysed: a diary file, or the journal?
 *
 * Reads it and, when it cannot be read, has already told the person why (`Told`).
 */
import {
  conditionByWord,
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
  type SkinCondition,
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
  /** Named on the line, else in the journal; empty = none. */
  readonly conditions: readonly SkinCondition[];
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
  return ok({ table, assumed: diary.value.assumed, safety, conditions: namedConditions(call) ?? [] });
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
    return ok({ ...read.value, assumed: [], conditions: namedConditions(call) ?? read.value.conditions });
  } finally {
    await journal.value.store.close();
  }
}

/** Conditions on the line (`commands/analyse.ts` has checked them); null = none are named, [] = the data alone. */
function namedConditions({ options }: Call): readonly SkinCondition[] | null {
  if (options["data-alone"] !== undefined) return [];
  const text = options["conditions"];
  return text === undefined ? null : readConditions(text);
}

/** "eczema, acne" as conditions; null when a word is none. */
export function readConditions(text: string): readonly SkinCondition[] | null {
  const words = text.split(",").map((word) => conditionByWord(word.trim().toLowerCase()));
  const found = skinConditionNames.filter((condition) => words.includes(condition));
  return words.includes(null) ? null : found;
}

const skinConditionNames: readonly SkinCondition[] = ["acne", "eczema", "rosacea", "psoriasis", "dryness"];

function told(code: ExitCode): Result<never, Told> {
  return err({ type: "Told", code });
}
