/**
 * What does one typed line turn into?
 *
 * The result of `readLine` (line-entry.ts): parts that cover the line from the first character to the last, in order, each with the
 * entries it would write. A part that was not understood is marked and says why; its text is kept as a note, never dropped.
 * A number that cannot be meant and a day that does not exist are not stored: guessing would falsify the diary.
 */
import type { Day } from "../base/day.ts";
import type { CustomVariableEntry, Entry } from "../journal/entry.ts";

export type LinePartKind =
  | "score"
  | "sleep"
  | "meal"
  | "supplement"
  | "medicine"
  | "practice"
  | "marker"
  | "tag"
  | "note"
  /** Only a time: it holds for the parts it governs. */
  | "time"
  /** Only separators and spaces. */
  | "blank"
  /** Not understood, or not to be believed: see `problem`. */
  | "unread";

/** Why a part was not taken as it stands. `found` is the person's text, `about` the variable's label or "". */
export interface LineProblem {
  readonly type:
    /** Names a variable, but how much? Stored as a note until it is answered. */
    | "LineNeedsNumber"
    | "LineNeedsYesOrNo"
    | "LineNeedsUnit"
    /** "took" without a name, "breakfast" without food. */
    | "LineNeedsName"
    /** Outside `expected`. Not stored. */
    | "LineOutOfRange"
    /** "3/5" on a scale that does not start at 0: cannot be turned into ours. Not stored. */
    | "LineScaleUnknown"
    /** Not a day in the calendar. Not stored. */
    | "LineDayUnknown"
    /** A day after today. Not stored. */
    | "LineDayInFuture"
    /** A quotation mark without its partner: the note runs to the end of the line. */
    | "LineQuoteOpen"
    /** Could not be read; kept as a note. */
    | "LineNotRead"
    /** More characters than a line may have. Not stored. */
    | "LineTooLong";
  readonly found: string;
  readonly about: string;
  readonly expected: string;
}

/** One part of the line and what it was read as. */
export interface LinePart {
  /** What was written, without separators at its ends. */
  readonly text: string;
  /** The part covers the characters start .. end - 1 of the line; parts touch each other. */
  readonly start: number;
  readonly end: number;
  readonly kind: LinePartKind;
  /** A short name: "Itch", "Meal", "Note". */
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly understood: boolean;
  readonly problem?: LineProblem;
  /** "3/5" was turned into our scale: what was written. Shown, so that it can be objected to. */
  readonly rescaledFrom?: string;
}

/** The whole line, read. */
export interface LineReading {
  readonly text: string;
  readonly today: Day;
  readonly parts: readonly LinePart[];
  /** All entries of all parts, in order. */
  readonly entries: readonly Entry[];
}

/** What reading a line needs to know from outside. */
export interface LineOptions {
  /** The person's calendar day now (an argument: no clock here). */
  readonly today: Day;
  readonly offsetMinutes?: number;
  /** Written into the entries: "cli" or "app". */
  readonly source?: string;
  /** The person's own variables, tried before the catalogue. */
  readonly customVariables?: readonly CustomVariableEntry[];
  /** Says whether words can be food (the food reader's judgement). Default: every text with a letter can. */
  readonly isFood?: (words: string) => boolean;
}
