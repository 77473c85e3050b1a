/**
 * What does `gutskin next` say, and what does the screen of suggestions show?
 *
 * At most three cards, each "a fair test you could run"; an empty list with its reason is a valid answer. Schema name `gutskin.next/1`.
 */
import type { Certainty } from "../evidence/record.ts";
import type { ExperimentCode } from "../evidence/safety-facts.ts";
import type { DocumentSafety } from "./safety-document.ts";

/** What trials found about the lever and the condition, hits and nulls side by side. */
export interface SuggestionTrials {
  readonly sentence: string;
  /** Nulls and contradictions, one plain sentence each; never left out. */
  readonly nulls: readonly string[];
  /** null = no trial found. */
  readonly certainty: Certainty | null;
  /** Ids of the records behind it. */
  readonly records: readonly string[];
}

/** What stands before a test, in words. */
export interface SuggestionGate {
  /** Blocked ones are no cards: they stand in `held`. */
  readonly state: "open" | "professional-first";
  readonly sentences: readonly string[];
}

/** A fair test that could be run, or, where none is possible, a thing to watch. */
export interface Suggestion {
  readonly lever: string;
  readonly experiment: ExperimentCode;
  readonly condition: string | null;
  /** test = phases in an order that chance decides; observe = only watched, because a fair test takes too long or cannot be undone. */
  readonly form: "test" | "observe";
  readonly title: string;
  readonly trials: SuggestionTrials;
  /** What the own diary says, one sentence. */
  readonly diary: string;
  /** How long before one could tell. */
  readonly duration: string;
  readonly phaseDays: number;
  readonly onePairDays: number;
  readonly twoPairsDays: number;
  /** What would end it early. */
  readonly stop: readonly string[];
  readonly gate: SuggestionGate;
  /** P(change for the better beyond the smallest one of interest), 0-1: of the diary where it can say, else of the trials. */
  readonly probabilityOfBenefit: number;
  /** probability x certainty x feasibility: only for the order. */
  readonly rank: number;
}

/** Something that is not offered now, and why. */
export interface HeldSuggestion {
  readonly lever: string;
  readonly experiment: ExperimentCode;
  readonly title: string;
  readonly why: readonly string[];
  /** How many questions nobody has answered yet; 0 = it is held for other reasons. */
  readonly openQuestions: number;
}

/** The whole answer: safety first, cards, what is held back, and what stands there for everybody. */
export interface SuggestionsDocument {
  readonly schema: "gutskin.next/1";
  /** Messages of the safety rules, first of all. */
  readonly safety: DocumentSafety;
  readonly cards: readonly Suggestion[];
  /** Said when there is no card. */
  readonly nothing: string | null;
  readonly held: readonly HeldSuggestion[];
  readonly note: string;
  /** Stands there for everybody, whatever is offered. */
  readonly probioticNote: string;
  /** True when the own diary was looked at as well; false = trials and gates alone. */
  readonly withDiary: boolean;
}
