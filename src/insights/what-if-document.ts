/**
 * What is the answer to "what if I had 10 g more fibre a day from tomorrow"?
 *
 * A part of the analysis document; made in what-if.ts from the responses that stand in the same document.
 */
import type { Role } from "../journal/variable.ts";

/** One question and what it would go with, for each outcome of which something is known. */
export interface DocumentWhatIf {
  readonly from: string;
  readonly fromLabel: string;
  readonly fromRole: Role;
  /** Change per day, natural units of the cause. */
  readonly amount: number;
  /** "10 g more fibre a day". */
  readonly change: string;
  /** Likeliest first. */
  readonly outcomes: readonly WhatIfOutcome[];
  /** What must be known beside every answer of this kind, plain sentences. */
  readonly hints: readonly string[];
}

/** What the change would go with in one outcome. */
export interface WhatIfOutcome {
  readonly to: string;
  readonly toLabel: string;
  readonly unit: string;
  /** That there is any way from the cause to this outcome. */
  readonly probability: number;
  /** Change of the outcome after so many days, its own units; the chance of no effect at all is counted in. */
  readonly points: readonly {
    readonly day: number;
    readonly mean: number;
    readonly low95: number;
    readonly high95: number;
  }[];
  readonly sentence: string;
}
