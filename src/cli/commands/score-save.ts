/**
 * `gutskin score INSTRUMENT ANSWERS --save`: how does a score get into the journal?
 *
 * One entry per instrument, rater and day: saving again on the same day changes it. A score that would look back on days which another one has counted is
 * refused. Prints the score, how it compares with the one before it, and an id with which it can be taken back.
 */
import {
  changeDocument,
  changeSince,
  instrumentById,
  isDay,
  lineOf,
  scoreBefore,
  scoreLines,
  tooSoon,
  toScoreDocument,
  toScoreEntry,
  type Entry,
  type EntryView,
  type SavedScore,
  type ScoreAnswers,
  type ScoredEntry,
  type ScoreEntry,
} from "../../lib/index.ts";
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { openJournal, type OpenJournal } from "../open-journal.ts";
import { savedText, scoreText } from "../score-text.ts";
import { tellError } from "../terminal/tell-error.ts";
import { tellUsage } from "../terminal/tell.ts";
import { keepUndo } from "../undo-shelf.ts";

const raters = ["self", "clinician"] as const;

/** Scores and writes. The journal is opened only for a score that can be kept. */
export async function saveScore(call: Call, id: string, answers: ScoreAnswers): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const now = world.now();
  const day = options["day"] ?? now.day;
  if (!isDay(day) || day > now.day) {
    return tellUsage(world, `--day takes a day up to today as YYYY-MM-DD, not "${day}"`, "gutskin help score", json);
  }
  const wanted = options["rater"];
  const rater = raters.find((one) => one === wanted);
  if (wanted !== undefined && rater === undefined) {
    return tellUsage(world, `--rater is self or clinician, not "${wanted}"`, "gutskin help score", json);
  }
  const setting = { day, source: "cli", offsetMinutes: now.offsetMinutes, ...(rater === undefined ? {} : { rater }) };
  const made = toScoreEntry(id, answers, setting);
  if (!made.ok) return tellError(world, made.error, json, exitCodes.inputUnusable);
  const journal = await openJournal(dataFolder(call));
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  try {
    return await write(call, journal.value, made.value);
  } finally {
    await journal.value.store.close();
  }
}

async function write(call: Call, { store }: OpenJournal, { score, entry }: ScoredEntry): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const views = await store.entries({ kinds: ["score"] });
  if (!views.ok) return tellError(world, views.error, json, exitCodes.storeProblem);
  const instrument = instrumentById(entry.instrument);
  const line = lineOf(scoreLines(scoresIn(views.value)), entry.instrument, entry.rater);
  const near =
    instrument &&
    tooSoon(
      instrument,
      (line?.scores ?? []).map((one) => one.day),
      entry.day,
    );
  if (near !== null) return tellError(world, near, json, exitCodes.inputUnusable);
  const receipt = await store.append([{ action: "put", entry, supersede: true }]);
  if (!receipt.ok) return tellError(world, receipt.error, json, exitCodes.storeProblem);
  const id = receipt.value.ids[0] ?? "";
  const after = await store.entries({ ids: [id] });
  if (!after.ok) return tellError(world, after.error, json, exitCodes.storeProblem);
  const change = instrument && changeSince(instrument, scoreBefore(line, entry.day), score.total);
  const saved: SavedScore = {
    id,
    day: entry.day,
    rater: entry.rater,
    undo: undoOf(call, views.value, after.value),
    change: instrument && change && changeDocument(instrument, change),
  };
  const document = { ...toScoreDocument(score), saved };
  world.answer(
    json ? `${JSON.stringify(document)}\n` : scoreText(document, world.columns) + savedText(saved, world.columns),
  );
  return exitCodes.done;
}

/** Keeps what stood there before; null = the very same score was there, so there is nothing to take back. */
function undoOf(call: Call, before: readonly EntryView[], [view]: readonly EntryView[]): string | null {
  if (view === undefined) return null;
  const old = before.find((one) => one.id === view.id);
  if (old !== undefined && old.heads.join() === view.heads.join()) return null;
  return keepUndo(dataFolder(call), call.world.now().day, [
    { id: view.id, heads: view.heads, before: old === undefined ? null : old.entry },
  ]);
}

/** The score entries among these views. */
export function scoresIn(views: readonly EntryView[]): readonly ScoreEntry[] {
  return views.flatMap(({ entry }) => (isScore(entry) ? [entry] : []));
}

function isScore(entry: Entry): entry is ScoreEntry {
  return entry.kind === "score";
}
