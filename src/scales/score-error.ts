/**
 * What can be wrong with the answers of an instrument, and with which facts is it told?
 *
 * Every refusal of the scales room. Nothing is clipped into range and no missing answer becomes 0 unless the instrument's own
 * rule says so; what cannot be scored is one of these. The sentences are in `insights/words-scales.ts`.
 */

/** There is no instrument with this id. */
export interface InstrumentUnknown {
  readonly type: "InstrumentUnknown";
  readonly found: string;
}

/** Neither item answers nor a total were given, or the items are of a shape that cannot be read. */
export interface AnswersAbsent {
  readonly type: "AnswersAbsent";
  readonly instrument: string;
}

/** An answer for an item that the instrument does not have. `known`: the item names, comma-separated. */
export interface ItemUnknown {
  readonly type: "ItemUnknown";
  readonly instrument: string;
  readonly item: string;
  readonly known: string;
}

/** The same item was answered in two places. */
export interface ItemAnsweredTwice {
  readonly type: "ItemAnsweredTwice";
  readonly instrument: string;
  readonly item: string;
}

/** A list of answers is longer or shorter than the form; `place` is the group, or "items" for the whole form. */
export interface ItemCountWrong {
  readonly type: "ItemCountWrong";
  readonly instrument: string;
  readonly place: string;
  readonly have: number;
  readonly need: number;
}

/** Free text, a truth value or NaN where a number belongs. */
export interface AnswerNotNumber {
  readonly type: "AnswerNotNumber";
  readonly instrument: string;
  readonly item: string;
  readonly found: string;
}

/** Something else than a clock time `HH:MM` from 00:00 to 23:59. */
export interface AnswerNotClock {
  readonly type: "AnswerNotClock";
  readonly instrument: string;
  readonly item: string;
  readonly found: string;
}

/** A number below or above what the item (or the total) can be. */
export interface AnswerOutOfRange {
  readonly type: "AnswerOutOfRange";
  readonly instrument: string;
  readonly item: string;
  readonly found: number;
  readonly min: number;
  readonly max: number;
}

/** A number between two steps of the scale: 2.5 where only whole points exist. */
export interface AnswerNotOnStep {
  readonly type: "AnswerNotOnStep";
  readonly instrument: string;
  readonly item: string;
  readonly found: number;
  readonly step: number;
}

/** More answers are missing than the instrument's rule allows (`allowed`), so there is no score. */
export interface AnswersMissing {
  readonly type: "AnswersMissing";
  readonly instrument: string;
  /** Names of the missing items, comma-separated. */
  readonly items: string;
  readonly missing: number;
  readonly allowed: number;
}

/** The instrument has no single total, so a total cannot be entered. */
export interface TotalNotTaken {
  readonly type: "TotalNotTaken";
  readonly instrument: string;
}

/** Items and a total were given and do not agree. `computed` is NaN when the items give no total. */
export interface TotalDiffersFromItems {
  readonly type: "TotalDiffersFromItems";
  readonly instrument: string;
  readonly found: number;
  readonly computed: number;
}

/** The instrument is not made for this age. */
export interface AgeOutsideInstrument {
  readonly type: "AgeOutsideInstrument";
  readonly instrument: string;
  readonly ageYears: number;
  readonly min: number;
}

/** Region weights were asked for that the instrument does not have (child weights for PASI). */
export interface WeightsUnknown {
  readonly type: "WeightsUnknown";
  readonly instrument: string;
  readonly found: string;
}

/** The weights that were asked for are not those of the given age (adult EASI weights for a child under 8). */
export interface WeightsContradictAge {
  readonly type: "WeightsContradictAge";
  readonly instrument: string;
  readonly found: string;
  readonly ageYears: number;
}

/** Two answers cannot both be true (rising at the very time of going to bed). */
export interface AnswersContradict {
  readonly type: "AnswersContradict";
  readonly instrument: string;
  readonly items: string;
}

/** A share of a body region below 0 or above 100 percent. */
export interface AreaPercentOutOfRange {
  readonly type: "AreaPercentOutOfRange";
  readonly found: number;
}

/** The instrument is not made for this rater (a form for the person filled in by a clinician, or the other way round). */
export interface RaterUnfit {
  readonly type: "RaterUnfit";
  readonly instrument: string;
  readonly found: string;
  readonly need: string;
}

/** There is a score by the same rater so near to this day that both would look back on the same days. `days`: the fewest between two. */
export interface ScoreTooSoon {
  readonly type: "ScoreTooSoon";
  readonly instrument: string;
  readonly day: string;
  readonly otherDay: string;
  readonly days: number;
}

/** Everything that scoring can refuse. */
export type ScoreError =
  | InstrumentUnknown
  | AnswersAbsent
  | ItemUnknown
  | ItemAnsweredTwice
  | ItemCountWrong
  | AnswerNotNumber
  | AnswerNotClock
  | AnswerOutOfRange
  | AnswerNotOnStep
  | AnswersMissing
  | TotalNotTaken
  | TotalDiffersFromItems
  | AgeOutsideInstrument
  | WeightsUnknown
  | WeightsContradictAge
  | AnswersContradict
  | AreaPercentOutOfRange
  | RaterUnfit
  | ScoreTooSoon;
