/**
 * What is a safety rule?
 *
 * Five levels. E, S and D are red flags: they are shown whatever else is on the page. P and B are gates of experiments; the
 * journal itself is never blocked. Words live in src/insights/safety-words.ts under the rule's id.
 */
import type { Condition, ExperimentCode } from "./safety-facts.ts";

/** E emergency number now; S same day; D doctor within about two weeks; P talk to a professional first; B blocked. */
export type SafetyLevel = "E" | "S" | "D" | "P" | "B";

export interface RedFlagRule {
  readonly id: string;
  readonly level: "E" | "S" | "D";
  readonly when: Condition;
  /** The level that holds instead when this condition is met as well. */
  readonly levelIf?: { readonly level: "E" | "S"; readonly when: Condition };
  /** The questions of this rule are asked only then; absent = always. */
  readonly askWhen?: Condition;
  readonly basis: string;
  readonly reviewedBy: string | null;
  readonly reviewedOn: string | null;
  readonly version: number;
}

export interface GateRule {
  readonly id: string;
  readonly level: "P" | "B";
  readonly scope: "all" | readonly ExperimentCode[];
  readonly when: Condition;
  /** professional = a dated confirmation opens the gate for 90 days; nobody = it stays closed while the condition holds. */
  readonly clearedBy: "professional" | "nobody";
  /** What an unanswered question does. */
  readonly whenUnknown: "blocked" | "professional-first";
  readonly basis: string;
  readonly reviewedBy: string | null;
  readonly reviewedOn: string | null;
  readonly version: number;
}

/** A rule of the first version that no clinician has reviewed yet. */
export const unreviewed: Pick<RedFlagRule, "reviewedBy" | "reviewedOn" | "version"> = {
  reviewedBy: null,
  reviewedOn: null,
  version: 1,
};
