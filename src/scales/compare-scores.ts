/**
 * Is a change between two scores of one instrument larger than what is known to matter?
 *
 * Each published difference is asked by itself: in points or grades of the score, or in percent of the earlier score. Absolute
 * differences depend on where one starts (Silverberg 2021), so the percent criterion stands beside them. Whether a change was
 * *caused* by anything is not asked here.
 */
import type { ImportantDifference, Instrument } from "./instrument.ts";
import { roundToTenth } from "./round.ts";

/** A change and which published differences it reaches. */
export interface ScoreChange {
  /** Later minus earlier, rounded to one decimal. */
  readonly points: number;
  /** Change in percent of the earlier score, rounded to one decimal; null when that was 0. */
  readonly percent: number | null;
  /** "neither" where the instrument has no good and bad end. */
  readonly direction: "better" | "worse" | "same" | "neither";
  /** Differences that the size of the change reaches, in the order of the instrument. */
  readonly reached: readonly ImportantDifference[];
}

/** The change from `earlier` to `later`, both totals of this instrument by the same rater. */
export function compareScores(instrument: Instrument, earlier: number, later: number): ScoreChange {
  const points = roundToTenth(later - earlier);
  const percent = earlier === 0 ? null : roundToTenth((100 * (later - earlier)) / earlier);
  return {
    points,
    percent,
    direction: directionOf(instrument, points),
    reached: instrument.importantDifferences.filter(({ unit, value }) => {
      const size = unit === "percent" ? percent : points;
      return size !== null && Math.abs(size) >= value;
    }),
  };
}

function directionOf(instrument: Instrument, points: number): ScoreChange["direction"] {
  if (points === 0) return "same";
  if (instrument.betterIs === "neither") return "neither";
  return points < 0 ? "better" : "worse";
}
