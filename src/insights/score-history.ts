/**
 * Which scores are in the journal, how did each change since the one before, and which may be given now?
 *
 * One line per instrument and rater: a score of a clinician and one's own are never compared. Changes are held against the published differences
 * (compare-scores.ts). Scores of instruments that this version does not know are left out, never guessed.
 */
import { addDays, dayToNumber, type Day } from "../base/day.ts";
import type { ScoreEntry } from "../journal/entry.ts";
import { bandOf, type ScoreBand } from "../scales/band-of.ts";
import { compareScores, type ScoreChange } from "../scales/compare-scores.ts";
import type { Instrument } from "../scales/instrument.ts";
import { instrumentById } from "../scales/instruments.ts";
import type { ScoreRater } from "./score-entry.ts";

/** A change with the day that it is counted from. */
export interface ChangeSince extends ScoreChange {
  readonly since: Day;
}

/** One score of a line. */
export interface PastScore {
  readonly day: Day;
  readonly total: number | null;
  readonly band: ScoreBand | null;
  /** Against the score before it; null = there is none, or one of them has no total. */
  readonly change: ChangeSince | null;
  readonly entry: ScoreEntry;
}

/** All scores of one instrument by one rater, oldest first. */
export interface ScoreLine {
  readonly instrument: Instrument;
  readonly rater: ScoreRater;
  readonly scores: readonly [PastScore, ...PastScore[]];
}

/** The lines in the order of the list of instruments as they first appear in time; one score a day (the entries have one id per day). */
export function scoreLines(entries: readonly ScoreEntry[]): readonly ScoreLine[] {
  const byLine = new Map<string, Map<Day, ScoreEntry>>();
  for (const entry of entries) {
    const key = `${entry.instrument} ${entry.rater}`;
    byLine.set(key, (byLine.get(key) ?? new Map<Day, ScoreEntry>()).set(entry.day, entry));
  }
  return [...byLine.values()].flatMap((byDay) => {
    const [first, ...rest] = [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
    const instrument = first === undefined ? null : instrumentById(first.instrument);
    if (first === undefined || instrument === null) return [];
    let before = pastScore(instrument, first, null);
    const oldest = before;
    const later = rest.map((entry) => (before = pastScore(instrument, entry, before)));
    return [{ instrument, rater: first.rater, scores: [oldest, ...later] as const }];
  });
}

/** The line of this instrument and rater, or null. */
export function lineOf(lines: readonly ScoreLine[], instrument: string, rater: ScoreRater): ScoreLine | null {
  return lines.find((line) => line.instrument.id === instrument && line.rater === rater) ?? null;
}

/** The newest score of a line before this day (the day itself not counted); null = none. */
export function scoreBefore(line: ScoreLine | null, day: Day): PastScore | null {
  return line?.scores.findLast((score) => score.day < day) ?? null;
}

/** The change of `total` on a day against the score before it. */
export function changeSince(
  instrument: Instrument,
  before: PastScore | null,
  total: number | null,
): ChangeSince | null {
  if (before === null || before.total === null || total === null) return null;
  return { since: before.day, ...compareScores(instrument, before.total, total) };
}

/** Days after which a weekly score is offered again. */
const WEEK = 7;

/** The weekly scores that are open: none was given in the last seven days (or in the instrument's own pause, when that is longer). */
export function dueScores(ids: readonly string[], lines: readonly ScoreLine[], today: Day): readonly Instrument[] {
  return ids.flatMap((id) => {
    const instrument = instrumentById(id);
    if (instrument === null) return [];
    const last = lineOf(lines, id, "self")?.scores.at(-1)?.day ?? null;
    const pause = Math.max(WEEK, instrument.minimumDaysBetween);
    return last !== null && dayToNumber(addDays(last, pause)) > dayToNumber(today) ? [] : [instrument];
  });
}

function pastScore(instrument: Instrument, entry: ScoreEntry, before: PastScore | null): PastScore {
  const total = entry.total ?? null;
  return {
    day: entry.day,
    total,
    band: total === null || instrument.bands === null ? null : bandOf(instrument.bands, total),
    change: changeSince(instrument, before, total),
    entry,
  };
}
