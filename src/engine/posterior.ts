/**
 * What does the engine know after reading one person's diary?
 *
 * Numbers only, no words. `beta` everywhere is the change of the outcome, in its own units, for a sustained rise of
 * one natural unit of the cause. "If real" is the posterior given that the edge is in the model; "averaged" also counts the draws
 * in which it is not there (0). The averaged interval is honest about existence, the if-real interval about size.
 */
import type { Role } from "../daily/table.ts";

/** Mean and central 95 % interval. */
export interface Interval95 {
  readonly mean: number;
  readonly low95: number;
  readonly high95: number;
}

/** When the effect arrives, days, with a central 80 % interval. */
export interface DelayPosterior {
  /** Mean delay of the kernel, days. */
  readonly mean: number;
  readonly low80: number;
  readonly high80: number;
}

/** Effect after `day` days: of a one-day pulse of one unit (`pulse*`) and of a sustained rise (`sustained*`), given the edge is real. */
export interface CurvePoint {
  readonly day: number;
  readonly pulseMean: number;
  readonly pulseLow80: number;
  readonly pulseHigh80: number;
  readonly sustainedMean: number;
}

/** Why an edge should be read with care. */
export type EdgeCaution =
  /** Another candidate carries the same information; the diary cannot tell which. */
  | { readonly type: "NotSeparable"; readonly otherColumn: string; readonly correlation: number }
  /** The cause changed once or hardly: it cannot be told from a trend. */
  | { readonly type: "OneSwitch" }
  /** Fewer than 8 days on which the cause was different from its usual value. */
  | { readonly type: "RareCause"; readonly days: number }
  /** The effect may be on the same day: which came first is unknown. */
  | { readonly type: "SameDay" }
  /** The class of the verdict changes when prior odds are halved or doubled. */
  | { readonly type: "PriorSensitive" };

/** What is known about one pair of cause and outcome. */
export interface EdgePosterior {
  readonly from: string;
  readonly to: string;
  readonly fromRole: Role;
  readonly toRole: Role;
  /** Posterior inclusion probability, 0-1, Rao-Blackwellised. */
  readonly inclusionProbability: number;
  /** In the largest set over all edges of all outcomes with mean(1 - PIP) <= fdr. */
  readonly reported: boolean;
  readonly averaged: Interval95;
  readonly ifReal: Interval95;
  /** P(beta > 0 | in). */
  readonly probabilityPositive: number;
  readonly delay: DelayPosterior;
  readonly curve: readonly CurvePoint[];
  /** Share of the outcome's day-to-day variance that goes with this edge (if real), 0-1. */
  readonly varianceShare: number;
  /** Smallest |beta| this diary would show with probability about .8, natural units; NaN when it cannot be said. */
  readonly detectableEffect: number;
  /** P(|beta| < smallestEffectOfInterest), averaged. */
  readonly probabilityNegligible: number;
  /** |beta| below this does not matter to the person; natural units; see options. */
  readonly smallestEffectOfInterest: number;
  /** About how many further days until an effect of the smallest size of interest would show; null = not within ten years. */
  readonly furtherDaysNeeded: number | null;
  /** Within-person SD of the cause, natural units (for choosing a step to talk about). */
  readonly causeSd: number;
  readonly cautions: readonly EdgeCaution[];
}

/** Whether the chains agree, so that the result may be shown. */
export interface Diagnostics {
  /** Largest split R-hat of the log posterior, noise parameters and inclusion of edges that matter. */
  readonly rHat: number;
  /** Smallest effective sample size of the same. */
  readonly ess: number;
  /** Largest difference of one inclusion probability between chains. */
  readonly pipSpread: number;
  readonly converged: boolean;
  /** Kept sweeps per chain, after automatic continuation. */
  readonly sweeps: number;
}

/** Where the outcome is likely to be after so many days, with a central 80 % interval. */
export interface ForecastPoint {
  readonly horizonDays: number;
  readonly mean: number;
  readonly low80: number;
  readonly high80: number;
}

/** What is known about one outcome as a whole. */
export interface OutcomePosterior {
  readonly name: string;
  readonly role: Role;
  readonly unit: string;
  readonly recordedDays: number;
  /** SD of the recorded values. */
  readonly sd: number;
  readonly diagnostics: Diagnostics;
  readonly forecast: readonly ForecastPoint[];
  /** Posterior mean day-to-day persistence of what no lever explains, 0-1. */
  readonly persistence: number;
  /** Share of the outcome's variance explained by all edges together. */
  readonly explainedShare: number;
}

/** An outcome or a candidate that could not be used, and why. */
export type Unused =
  | { readonly type: "TooFewDays"; readonly column: string; readonly have: number; readonly need: number }
  | { readonly type: "ColumnConstant"; readonly column: string }
  | { readonly type: "ColumnEmpty"; readonly column: string }
  | { readonly type: "CopyOfOutcome"; readonly column: string; readonly outcome: string };

/** Probability that gut moves skin at all, and skin gut; null when no such pair could be looked at. `viaStressOrSleep`: the way around. */
export interface TwoWay {
  readonly gutToSkin: { readonly probability: number | null };
  readonly skinToGut: { readonly probability: number | null; readonly viaStressOrSleep: number | null };
}

/** The engine's whole answer. */
export interface AxisPosterior {
  readonly seed: number;
  readonly fdr: number;
  readonly days: number;
  readonly edges: readonly EdgePosterior[];
  readonly outcomes: readonly OutcomePosterior[];
  readonly unused: readonly Unused[];
  readonly twoWay: TwoWay;
}

/** How far a calculation is. */
export interface AxisProgress {
  readonly outcome: string;
  readonly outcomeIndex: number;
  readonly outcomeCount: number;
  /** 0-1 over the whole job. */
  readonly fraction: number;
}

/** Why there is no answer at all. */
export type AxisError =
  | { readonly type: "NoOutcome" }
  | { readonly type: "NoUsableOutcome"; readonly unused: readonly Unused[] }
  | { readonly type: "DiaryTooShort"; readonly have: number; readonly need: number };

/** How to calculate. Same table, options and seed: same bytes. */
export interface AxisOptions {
  readonly seed: number;
  /** Bayesian false-discovery rate for "reported", 0-1. Default .05. */
  readonly fdr?: number;
  readonly chains?: number;
  /** Kept sweeps per chain before the first convergence check. */
  readonly sweeps?: number;
  /** Only these outcomes (names); default all. */
  readonly outcomes?: readonly string[];
}
