/**
 * What does the engine know after reading one person's diary?
 *
 * Numbers only, no words. `beta` everywhere is the change of the outcome, in its own units, for a sustained rise of
 * one natural unit of the cause. "If real" is the posterior given that the edge is in the model; "averaged" also counts the draws
 * in which it is not there (0). The averaged interval is honest about existence, the if-real interval about size.
 */
import type { Role } from "../daily/table.ts";
import type { CreateLinearWork } from "./linear-work.ts";

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
  | { readonly type: "PriorSensitive" }
  /** The cause is recorded imprecisely: `reliability` of its recorded movement is real (0-1); the effect rests on that figure. */
  | { readonly type: "ImpreciseCause"; readonly reliability: number };

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
  /** P(mean delay > 14 days | in). */
  readonly slowProbability: number;
  /** 1 - posterior variance / prior variance of the effect given in: 0 = the diary taught nothing about its size, 1 = everything. */
  readonly contraction: number;
  /** Share of the recorded movement of the cause that is real, 0-1; 1 = recorded exactly. */
  readonly reliability: number;
  /** Effect if the entries were exact (no correction for imprecision), given in; null when they are taken as exact. */
  readonly ifEntriesExact: Interval95 | null;
  /** The same edge with flat priors ("your data alone"); null when no prior knowledge was given for any edge of this outcome. */
  readonly dataAlone: DataAlone | null;
  readonly cautions: readonly EdgeCaution[];
}

/** An edge as this diary alone shows it. */
export interface DataAlone {
  readonly inclusionProbability: number;
  readonly reported: boolean;
  readonly averaged: Interval95;
  readonly ifReal: Interval95;
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

/** Where the outcome is likely to be after so many days (1-14), with a central 80 % interval and 19 quantiles (.05, .10 ... .95). */
export interface ForecastPoint {
  readonly horizonDays: number;
  readonly mean: number;
  readonly low80: number;
  readonly high80: number;
  readonly quantiles: readonly number[];
}

/** How the outcome's numbers are read. */
export interface OutcomeLink {
  /** exact: Gaussian; rounded: known only to its step, with piles at the ends; ordered: up to 8 levels; count; yes-no. Effects are always on the natural scale. */
  readonly type: "exact" | "rounded" | "ordered" | "count" | "yes-no";
  readonly transform: "identity" | "sqrt" | "log1p" | "logit";
  /** Share of recorded days at the lowest and at the highest possible value. */
  readonly atFloor: number;
  readonly atCeiling: number;
}

/** What is known about one outcome as a whole. */
export interface OutcomePosterior {
  readonly name: string;
  readonly role: Role;
  readonly unit: string;
  readonly recordedDays: number;
  /** SD of the recorded values. */
  readonly sd: number;
  readonly link: OutcomeLink;
  /** Name of the objective measure that stands beside this report of the same thing: effects are then beyond what was measured; null = none. */
  readonly beside: string | null;
  readonly diagnostics: Diagnostics;
  /** True when the time budget ended the calculation: the best answer so far. */
  readonly stoppedEarly: boolean;
  /** Odds ratio of skipping the next entry after a worse-than-usual day against a better one; null when too few days are missing to say. */
  readonly skippedAfterWorse: { readonly oddsRatio: number; readonly low95: number; readonly high95: number } | null;
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
  | { readonly type: "CopyOfOutcome"; readonly column: string; readonly outcome: string }
  /** A score about several days is explained, but is no cause: its days overlap with what would follow it. */
  | { readonly type: "RecallIsNoCause"; readonly column: string; readonly recallDays: number }
  /** Too many columns for so long a diary: this one, which alone shows least, was not weighed for this outcome. */
  | { readonly type: "SetAside"; readonly column: string; readonly outcome: string };

/** Probability that gut moves skin at all, and skin gut; null when no such pair could be looked at. `viaStressOrSleep`: the way around. */
export interface TwoWay {
  readonly gutToSkin: { readonly probability: number | null };
  readonly skinToGut: { readonly probability: number | null; readonly viaStressOrSleep: number | null };
}

/** What a sustained rise of one unit of a lever does to an outcome after so many days, directly and through the other outcomes. */
export interface StepResponse {
  readonly from: string;
  readonly to: string;
  /** P(there is any way, direct or through others). */
  readonly probability: number;
  /** Rising days; 1, 2, 3, 5, 7, 14, 21, 30, 45, 60, 75, 90. */
  readonly points: readonly {
    readonly day: number;
    /** Averaged over existence, natural units of the outcome. */
    readonly total: Interval95;
    readonly direct: Interval95;
  }[];
  /** Ways through another outcome, strongest first: effect after 90 days and P(every step of the way is there). */
  readonly paths: readonly {
    readonly via: readonly string[];
    readonly probability: number;
    readonly effect: Interval95;
  }[];
}

/** Causes that the diary cannot tell apart for one outcome. */
export interface InseparableGroup {
  readonly to: string;
  readonly from: readonly string[];
  /** P(at least one of them). */
  readonly probabilityAny: number;
  readonly reported: boolean;
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
  readonly responses: readonly StepResponse[];
  readonly groups: readonly InseparableGroup[];
  /** For `AxisOptions.restart` of the next answer. */
  readonly restart: readonly OutcomeRestart[];
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
  /** Bayesian false-discovery rate for "reported", 0-1. Default .1. */
  readonly fdr?: number;
  readonly chains?: number;
  /** Kept sweeps per chain before the first convergence check. */
  readonly sweeps?: number;
  /** Only these outcomes (names); default all. */
  readonly outcomes?: readonly string[];
  /** Prior knowledge per pair; without it every pair is treated alike. With it every outcome is calculated twice. */
  readonly priors?: readonly EdgePrior[];
  /** Stop after about so long with the best answer so far; needs `now`. */
  readonly timeBudgetMilliseconds?: number;
  /** A clock, milliseconds; only the time budget reads it. */
  readonly now?: () => number;
  /**
   * "ignorable" (default): a day without an entry says nothing. "worse-days": days without an entry are taken to be worse than the rest by
   * `missingShiftSd` of the outcome's SD (default 1), in the direction that is worse for the person.
   */
  readonly missingOutcomes?: "ignorable" | "worse-days";
  readonly missingShiftSd?: number;
  /** How whitened columns are multiplied; default plain typed arrays. Any maker gives the same bits. */
  readonly linearWork?: CreateLinearWork;
  /** Where the walks of an earlier answer to (nearly) the same diary ended: a day was added, a cell mended. Shortens the burn-in; the answer is as valid. */
  readonly restart?: readonly OutcomeRestart[];
}

/** Ends of all chains of one outcome; plain data. */
export interface OutcomeRestart {
  readonly outcome: string;
  readonly chains: readonly ChainRestart[];
}

/** Where one chain stood: noise law, slab, and its edges by the cause's name with their kernel and bank numbers. */
export interface ChainRestart {
  readonly law: number;
  readonly slab: number;
  readonly edges: readonly { readonly from: string; readonly kernel: number; readonly bank: number }[];
}

/** What is believed about one pair before the diary is read. */
export interface EdgePrior {
  readonly from: string;
  readonly to: string;
  /** Multiplies the prior odds of the edge; 1 = as for any pair. */
  readonly oddsFactor: number;
  /** Effect of a sustained rise of one natural unit, natural units; absent = centred on 0 as for any pair. */
  readonly effect?: { readonly mean: number; readonly sd: number };
  /** Days until the effect begins, is half and is full. */
  readonly delayDays?: { readonly onset: number; readonly half: number; readonly full: number };
}
