/**
 * What does `gutskin.scores/1` tell a program: the scores of the journal, line by line, each with its change?
 *
 * A line = one instrument and rater. The change carries the published differences that it reaches and the same sentences that people read.
 */
import type { ScoreBand } from "../scales/band-of.ts";
import type { ImportantDifference, ScaleRange } from "../scales/instrument.ts";
import type { ScoreRater } from "./score-entry.ts";
import type { ChangeSince, ScoreLine } from "./score-history.ts";
import { changeSentences } from "./score-words.ts";
import type { Instrument } from "../scales/instrument.ts";

/** A change since the score before it by the same rater. */
export interface ChangeDocument {
  readonly since: string;
  readonly points: number;
  /** In percent of the earlier score; null when that was 0. */
  readonly percent: number | null;
  readonly direction: "better" | "worse" | "same" | "neither";
  readonly reached: readonly ImportantDifference[];
  readonly sentences: readonly string[];
}

/** All scores, oldest first within a line. */
export interface ScoreHistoryDocument {
  readonly schema: "gutskin.scores/1";
  readonly lines: readonly {
    readonly instrument: string;
    readonly name: string;
    readonly rater: ScoreRater;
    readonly range: ScaleRange | null;
    readonly betterIs: "lower" | "neither";
    readonly licence: string;
    readonly scores: readonly {
      readonly day: string;
      readonly total: number | null;
      readonly parts: Readonly<Record<string, number>>;
      readonly band: ScoreBand | null;
      readonly change: ChangeDocument | null;
    }[];
  }[];
}

/** The document of these lines. */
export function scoreHistoryDocument(lines: readonly ScoreLine[]): ScoreHistoryDocument {
  return {
    schema: "gutskin.scores/1",
    lines: lines.map(({ instrument, rater, scores }) => ({
      instrument: instrument.id,
      name: instrument.name,
      rater,
      range: instrument.total,
      betterIs: instrument.betterIs,
      licence: instrument.licence,
      scores: scores.map(({ day, total, band, change, entry }) => ({
        day,
        total,
        // in the order of the instrument: the journal sorts names
        parts: Object.fromEntries(
          instrument.parts.flatMap(({ id }) => {
            const value = entry.parts?.[id];
            return value === undefined ? [] : [[id, value] as const];
          }),
        ),
        band,
        change: change === null ? null : changeDocument(instrument, change),
      })),
    })),
  };
}

/** One change with its sentences. */
export function changeDocument(instrument: Instrument, change: ChangeSince): ChangeDocument {
  return { ...change, sentences: changeSentences(instrument, change, change.since) };
}
