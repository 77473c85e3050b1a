/**
 * Under which conditions is the engine's calibration examined?
 *
 * `exact`: everything is drawn from the engine's own prior and every cause is fully recorded, so that ranks must be uniform: what is not, is the
 * sampler's fault. The other arms add what the engine handles by approximation: blank cause days under a plug-in exposure model, a 0-10 score
 * with piles, causes recorded with known errors.
 */

export interface Arm {
  readonly name: string;
  readonly what: string;
  readonly days: number;
  readonly levers: number;
  /** Other outcomes as candidates: from lag 1, a prior of their own. */
  readonly others: number;
  /** Share of outcome days and of cause days without an entry. */
  readonly blankOutcome: number;
  readonly blankCauses: number;
  /** "wide": the first day's state as the engine believes it (100 variances); "usual": one variance, so that a score stays on its scale. */
  readonly firstState: "wide" | "usual";
  readonly outcome: "exact" | "score";
  /** Share of the recorded movement of levers that is real; 1 = recorded exactly. */
  readonly reliability: number;
}

const usual = {
  days: 120,
  levers: 6,
  others: 2,
  blankOutcome: 0.12,
  blankCauses: 0.12,
  firstState: "wide",
  outcome: "exact",
  reliability: 1,
} as const;

export const arms: readonly Arm[] = [
  {
    ...usual,
    name: "exact",
    what: "Gaussian outcome, causes fully recorded: the engine's own model to the letter",
    blankCauses: 0,
  },
  { ...usual, name: "blanks", what: "Gaussian outcome, 12 % of cause days blank" },
  {
    ...usual,
    name: "bounded",
    what: "whole-point 0-10 score with piles at its ends, 12 % of cause days blank",
    firstState: "usual",
    outcome: "score",
  },
  {
    ...usual,
    name: "imprecise",
    what: "levers recorded with known errors (reliability .5), 12 % blank",
    reliability: 0.5,
  },
];

/** A small exact diary for the test that runs in CI. */
export const tinyArm: Arm = {
  ...usual,
  name: "tiny",
  what: "90 days, 4 levers, 1 other outcome, causes fully recorded",
  days: 90,
  levers: 4,
  others: 1,
  blankCauses: 0,
};
