/**
 * What is the column of a clinical score in the daily table?
 *
 * Everything comes from the instrument's own facts (range, step, direction, level, recall), never from code per instrument. One column per instrument and
 * rater, `score:poem` or `score:easi:clinician`; an instrument without a total has one per part, `score:skindex-29/emotions`. A score and the daily items of the same side
 * (skin, gut, stress, sleep) are never cause and effect of one another: the one sums up the other.
 */
import { scoreItem } from "../journal/cells.ts";
import type { ScoreEntry } from "../journal/entry.ts";
import type { Role } from "../journal/variable.ts";
import type { Instrument, ScaleRange, ScaleTopic } from "../scales/instrument.ts";
import { instrumentById } from "../scales/instruments.ts";
import type { ColumnDescription } from "./table.ts";

/** One number of a score with the column that it belongs to. */
export interface ScoreReading {
  readonly column: string;
  readonly value: number;
}

/** The numbers that a score puts into the table: its total, or its parts when the instrument has no total. A score that could not be formed gives none. */
export function scoreReadings(entry: ScoreEntry): readonly ScoreReading[] {
  const line = scoreItem(entry);
  if (entry.total !== undefined) return [{ column: line, value: entry.total }];
  const instrument = instrumentById(entry.instrument);
  if (instrument === null || instrument.total !== null) return [];
  return instrument.parts.flatMap(({ id }) => {
    const value = entry.parts?.[id];
    return value === undefined ? [] : [{ column: `${line}/${id}`, value }];
  });
}

/** Describes a `score:` column; null when the name is none, or of an instrument that this version does not know. */
export function describeScoreColumn(name: string): ColumnDescription | null {
  const match = /^score:([^:/]+)(:clinician)?(?:\/(.+))?$/.exec(name);
  const instrument = instrumentById(match?.[1] ?? "");
  if (instrument === null) return null;
  const part = match?.[3];
  const range = part === undefined ? instrument.total : instrument.parts.find(({ id }) => id === part);
  const who = match?.[2] === undefined ? "" : ", by a clinician";
  return {
    name,
    label: `${instrument.name}${part === undefined ? "" : `, ${part}`}${who}`,
    role: roleOfTopic(instrument.topic),
    unit: "points",
    ...boundsOf(range ?? null),
    betterIs: instrument.betterIs,
    measure: instrument.level === "count" ? "count" : "score",
    ...recallOf(instrument),
  };
}

/** True for two columns of one side of which one at least is a score. */
export function isScoreOfSameSide(a: ColumnDescription, b: ColumnDescription): boolean {
  const isScore = a.name.startsWith("score:") || b.name.startsWith("score:");
  return isScore && a.name !== b.name && a.role === b.role;
}

function roleOfTopic(topic: ScaleTopic): Role {
  switch (topic) {
    case "gut":
    case "stress":
    case "sleep":
      return topic;
    case "eczema":
    case "psoriasis":
    case "acne":
    case "rosacea":
    case "dryness":
    case "itch":
    case "quality of life":
      return "skin";
  }
}

function boundsOf(range: ScaleRange | null): Pick<ColumnDescription, "min" | "max" | "step"> {
  if (range === null) return {};
  const { min, max, step } = range;
  return { min, ...(Number.isFinite(max) ? { max } : {}), ...(step === null ? {} : { step }) };
}

/** Days looked back on; 0 (now), 1 and "not stated" are the day itself. */
function recallOf({ recallDays }: Instrument): Pick<ColumnDescription, "recallDays"> {
  return recallDays !== null && recallDays > 1 ? { recallDays } : {};
}
