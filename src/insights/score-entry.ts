/**
 * How do answers to an instrument become the entry that the journal keeps?
 *
 * One door for the page and the terminal: score the answers, check who may rate, and keep both the answers and what they added up to by the rules of
 * today, so that a later correction of a rule can be followed. The entry has one fixed id per instrument, rater and day: giving it again changes it.
 */
import { dayToNumber, addDays, type Day } from "../base/day.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { ScoreEntry } from "../journal/entry.ts";
import type { Instrument } from "../scales/instrument.ts";
import { instrumentById } from "../scales/instruments.ts";
import { readAnswers } from "../scales/read-answers.ts";
import { scoreInstrument, type Score, type ScoreAnswers } from "../scales/score-instrument.ts";
import type { RaterUnfit, ScoreError, ScoreTooSoon } from "../scales/score-error.ts";

/** Who filled it in. */
export type ScoreRater = ScoreEntry["rater"];

/** When and by whom. */
export interface ScoreSetting {
  readonly day: Day;
  /** Absent: the rater that the instrument is made for, the person where both may. */
  readonly rater?: ScoreRater;
  /** "app" or "cli". */
  readonly source: string;
  readonly offsetMinutes?: number;
}

/** A score with the entry that keeps it. */
export interface ScoredEntry {
  readonly score: Score;
  readonly entry: ScoreEntry;
}

/** Scores and makes the entry. Errors: every `ScoreError`, `RaterUnfit` among them. */
export function toScoreEntry(
  id: string,
  answers: ScoreAnswers,
  setting: ScoreSetting,
): Result<ScoredEntry, ScoreError> {
  const score = scoreInstrument(id, answers);
  if (!score.ok) return score;
  const instrument = instrumentById(id);
  if (instrument === null) return err({ type: "InstrumentUnknown", found: id });
  const rater = raterFor(instrument, setting.rater ?? null);
  if (!rater.ok) return rater;
  const { total, form } = score.value;
  const parts = present(Object.entries(score.value.parts));
  const items = checkedItems(instrument, answers);
  const entry: ScoreEntry = {
    kind: "score",
    day: setting.day,
    instrument: instrument.id,
    rater: rater.value,
    ...(total === null ? {} : { total }),
    ...(parts === null ? {} : { parts }),
    ...(items === null ? {} : { items }),
    ...(form === null ? {} : { form }),
    ...(answers.ageYears === undefined ? {} : { ageYears: answers.ageYears }),
    ...(answers.weights === undefined ? {} : { weights: answers.weights }),
    ...(setting.offsetMinutes === undefined ? {} : { offsetMinutes: setting.offsetMinutes }),
    source: setting.source,
  };
  return ok({ score: score.value, entry });
}

/** The rater of a new score: the wanted one if the instrument is made for it. */
export function raterFor(instrument: Instrument, wanted: ScoreRater | null): Result<ScoreRater, RaterUnfit> {
  const { id, rater } = instrument;
  if (wanted === null) return ok(rater === "clinician" ? "clinician" : "self");
  if (rater === "either" || rater === wanted) return ok(wanted);
  return err({ type: "RaterUnfit", instrument: id, found: wanted, need: rater });
}

/**
 * The error when a score on `day` would look back on days that another one of the same instrument and rater has counted; null = it may be given.
 * `days`: days of the scores that are there; one on the very day is the one that is changed.
 */
export function tooSoon(instrument: Instrument, days: readonly Day[], day: Day): ScoreTooSoon | null {
  const fewest = instrument.minimumDaysBetween;
  const near = days.find((other) => other !== day && Math.abs(dayToNumber(other) - dayToNumber(day)) < fewest);
  if (near === undefined) return null;
  return { type: "ScoreTooSoon", instrument: instrument.id, day, otherDay: near, days: fewest };
}

/** First day on which the next one may be given; null = at any time. */
export function nextScoreDay(instrument: Instrument, lastDay: Day | null): Day | null {
  if (lastDay === null || instrument.minimumDaysBetween === 0) return null;
  return addDays(lastDay, instrument.minimumDaysBetween);
}

/** Answers as checked numbers by item id, without the unanswered; null when only a total was given. */
function checkedItems(instrument: Instrument, answers: ScoreAnswers): Readonly<Record<string, number>> | null {
  if (answers.items === undefined) return null;
  const read = readAnswers(instrument, answers.items);
  return read.ok ? present([...read.value.answers]) : null;
}

function present(pairs: readonly (readonly [string, number | null])[]): Readonly<Record<string, number>> | null {
  const there = pairs.flatMap(([id, value]) => (value === null ? [] : [[id, value] as const]));
  return there.length === 0 ? null : Object.fromEntries(there);
}
