/**
 * What does a profile of a skin condition hold?
 *
 * How fast the skin answers at all, and levers that a person may keep an eye on: each with its usual delay, what was found in one sentence, and the records
 * of the evidence base behind it. The five profiles are in condition-profiles.ts.
 */
/** Id of an evidence record and how it is cited. */
export type CitedRecord = readonly [id: string, cited: string, state?: "unchecked"];

/** One thing to watch. */
export interface WorthWatching {
  /** Lever code of evidence/levers.ts. */
  readonly lever: string;
  /** Catalogue variables that keep it; empty = it is written as the tag. */
  readonly variables: readonly string[];
  readonly tag?: string;
  /** Usual days from cause to what could be seen. */
  readonly delayDays: { readonly min: number; readonly max: number };
  /** What was found, in one sentence. */
  readonly known: string;
  /** Evidence records behind the sentence, as they are cited; "unchecked": nobody compared the record with its source yet. */
  readonly sources: readonly CitedRecord[];
}

/** How fast this skin answers at all. */
export interface SkinPace {
  readonly min: number;
  readonly max: number;
  readonly sentence: string;
  readonly source: string;
  readonly verified: boolean;
}

/** Pace and levers of one skin condition. */
export interface ConditionProfile {
  readonly pace: SkinPace;
  readonly levers: readonly WorthWatching[];
}

/** A stretch in days. */
export const days = (min: number, max: number): { readonly min: number; readonly max: number } => ({ min, max });
/** A stretch in weeks, as days. */
export const weeks = (min: number, max: number): { readonly min: number; readonly max: number } =>
  days(7 * min, 7 * max);
