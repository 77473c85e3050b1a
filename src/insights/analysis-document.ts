/**
 * What is printed, saved and drawn as "the answer"?
 *
 * The one document behind `gutskin analyse --json`, the terminal table and the screen *My axis*. Schema name
 * `gutskin.analysis/1`. Same diary, options and seed give the same bytes: no time, no machine in it. Numbers are rounded to 6 significant digits.
 * The schema only grows: what stood there before keeps its name and meaning.
 */
import type { OutcomeLink } from "../engine/posterior.ts";
import type { Role } from "../journal/variable.ts";
import type { DocumentSafety } from "./safety-document.ts";
import type { DocumentWhatIf } from "./what-if-document.ts";

/** The one word about an edge; rules in verdict.ts. */
export type Verdict = "strong" | "likely" | "maybe" | "none" | "not-enough-data";

/** Mean and central 95 % interval. */
export interface DocumentInterval {
  readonly mean: number;
  readonly low95: number;
  readonly high95: number;
}

/** A pair as this diary alone shows it, without what studies found. */
export interface DocumentDataAlone {
  readonly probability: number;
  readonly reported: boolean;
  readonly verdict: Verdict;
  readonly effectPerUnit: DocumentInterval;
  readonly effectIfReal: DocumentInterval;
}

/** One arrow of the picture. */
export interface DocumentEdge {
  readonly from: string;
  readonly to: string;
  readonly fromLabel: string;
  readonly toLabel: string;
  readonly fromRole: Role;
  readonly toRole: Role;
  readonly probability: number;
  readonly reported: boolean;
  readonly verdict: Verdict;
  /** Change of the outcome for a sustained rise of one unit of the cause, existence included. */
  readonly effectPerUnit: DocumentInterval;
  readonly effectIfReal: DocumentInterval;
  /** The same with the entries of the cause taken as exact, if real; null when they are taken so anyway. */
  readonly effectIfEntriesExact: DocumentInterval | null;
  /** null when no prior knowledge was given: then all numbers are by the data alone. */
  readonly dataAlone: DocumentDataAlone | null;
  /** "points per g". */
  readonly unit: string;
  readonly probabilityPositive: number;
  readonly delayDays: { readonly mean: number; readonly low80: number; readonly high80: number };
  /** Probability that it takes more than 14 days, if real. */
  readonly slowProbability: number;
  readonly varianceShare: number;
  /** Within-person spread (SD) of the cause, natural units. */
  readonly causeSd: number;
  /** Share of the cause's recorded ups and downs that is real, 0-1; 1 = recorded exactly. */
  readonly reliability: number;
  /** How much the diary taught about the size: 0 = nothing, 1 = everything; below 0 when it is less sure than before. */
  readonly contraction: number;
  /** null when it cannot be said. */
  readonly detectableEffect: number | null;
  readonly smallestEffectOfInterest: number;
  /** null: not within ten years of days like these. */
  readonly furtherDaysNeeded: number | null;
  /** A step of the cause people can picture: +10 g, +1 serving, +1 h. */
  readonly exampleStep: number;
  /**
   * Effect over the days after a one-day pulse, and of a sustained rise; per unit, given real. Days rise but are not evenly spaced:
   * daily at first, then weekly for slow effects, to 84 days at most.
   */
  readonly curve: readonly {
    readonly day: number;
    readonly pulseMean: number;
    readonly pulseLow80: number;
    readonly pulseHigh80: number;
    readonly sustainedMean: number;
  }[];
  /** Better / worse for the person if the cause rises: from betterIs of the outcome and the sign. */
  readonly direction: "better" | "worse" | "changes";
  /** One plain sentence, "seen together" wording. */
  readonly sentence: string;
  /** What would make it surer, one plain sentence. */
  readonly surer: string;
  /** When it comes: one plain sentence, and more for slow effects. */
  readonly when: readonly string[];
  /** How much the diary taught about the size, one plain sentence. */
  readonly learned: string;
  /** Imprecise entries: what share is real, what was corrected, and the effect if they were exact; null when they are exact. */
  readonly entries: string | null;
  /** With what studies found beside the data alone; null without prior knowledge. */
  readonly knowledge: string | null;
  /** Cautions in plain words (not separable, same day, rare ...). */
  readonly cautions: readonly string[];
  /** True when lists and pictures tell this pair only as a member of a group (`groups`). */
  readonly toldInGroup: boolean;
}

/** Causes that the diary cannot tell apart for one outcome: one finding with several names. */
export interface DocumentGroup {
  readonly to: string;
  readonly toLabel: string;
  readonly toRole: Role;
  readonly from: readonly string[];
  readonly fromLabels: readonly string[];
  readonly fromRoles: readonly Role[];
  /** That at least one of them is real. */
  readonly probability: number;
  readonly reported: boolean;
  readonly verdict: Verdict;
  readonly sentence: string;
}

/** What a lever that is kept up does to an outcome in all, directly and by way of other outcomes; per unit, existence included. */
export interface DocumentResponse {
  readonly from: string;
  readonly to: string;
  readonly fromLabel: string;
  readonly toLabel: string;
  readonly fromRole: Role;
  readonly toRole: Role;
  /** That there is any way at all. */
  readonly probability: number;
  readonly unit: string;
  readonly exampleStep: number;
  readonly causeSd: number;
  /** True when a person may be invited to try amounts of this cause on a screen; never medicines, alcohol, eating less as such. */
  readonly mayBeTried: boolean;
  /** Rising days. `direct` is a part of `total`: the two are never added. */
  readonly points: readonly {
    readonly day: number;
    readonly total: DocumentInterval;
    readonly direct: DocumentInterval;
  }[];
  readonly paths: readonly {
    readonly via: readonly string[];
    readonly viaLabels: readonly string[];
    readonly probability: number;
    readonly effect: DocumentInterval;
    readonly sentence: string;
  }[];
  /** The example step kept up, all ways together, after 7, 30 and 90 days: one plain sentence. */
  readonly sentence: string;
  /** The direct part alone; null when there is no other way than the direct one. */
  readonly directSentence: string | null;
}

/** One outcome: how well it was recorded, computed and explained. */
export interface DocumentOutcome {
  readonly name: string;
  readonly label: string;
  readonly role: Role;
  readonly unit: string;
  readonly recordedDays: number;
  /** SD of the recorded values. */
  readonly sd: number;
  /** How the numbers were read: kind, transform, share of days at the lowest and highest value. */
  readonly link: OutcomeLink;
  /** True when time ran out: the best answer so far. */
  readonly stoppedEarly: boolean;
  /** How the odds of a blank next day change after a worse day; null when it cannot be said. */
  readonly skippedAfterWorse: {
    readonly oddsRatio: number;
    readonly low95: number;
    readonly high95: number;
  } | null;
  /** rHat and ess are null when they cannot be computed (chains that never met or never moved): converged is then false. */
  readonly diagnostics: { readonly rHat: number | null; readonly ess: number | null; readonly converged: boolean };
  readonly forecast: readonly {
    readonly horizonDays: number;
    readonly mean: number;
    readonly low80: number;
    readonly high80: number;
    /** 19 quantiles, .05 to .95. */
    readonly quantiles: readonly number[];
  }[];
  readonly persistence: number;
  readonly explainedShare: number;
  /** How its numbers were read, one plain sentence. */
  readonly reading: string;
  /** Where it is likely to be in the next days, one plain sentence; null without a forecast. */
  readonly forecastSentence: string | null;
  /** What to know about this outcome's days: skipping after worse days, time that ran out. */
  readonly warnings: readonly string[];
}

/** The whole answer, for terminal, page and programs. */
export interface AnalysisDocument {
  readonly schema: "gutskin.analysis/1";
  /** What the safety rules say, before any finding. While `safety.withheld` there is none: lists are empty and the summary says so. */
  readonly safety: DocumentSafety;
  readonly seed: number;
  readonly days: number;
  readonly fdr: number;
  /** What was assumed, each a plain sentence ("column 'fibra (g)' read as fibreGrams"). */
  readonly assumed: readonly string[];
  /** True for a quick first look that a full answer will replace. */
  readonly preview: boolean;
  /** How days without an entry were taken: as saying nothing, or as worse than the rest. */
  readonly missingDays: "ignorable" | "worse-days";
  readonly edges: readonly DocumentEdge[];
  readonly groups: readonly DocumentGroup[];
  /** Outcome order, then cause. */
  readonly responses: readonly DocumentResponse[];
  readonly outcomes: readonly DocumentOutcome[];
  readonly twoWay: {
    readonly gutToSkin: { readonly probability: number | null };
    readonly skinToGut: { readonly probability: number | null; readonly viaStressOrSleep: number | null };
    /** One plain sentence on the two directions. */
    readonly sentence: string;
  };
  /** Columns that could not be used, in plain words. */
  readonly unused: readonly { readonly column: string; readonly reason: string }[];
  /** The answer in at most three plain sentences, first the most useful. */
  readonly summary: readonly string[];
  /** What to know about the answer as a whole: a first look, time that ran out, days skipped after worse ones, prior knowledge. */
  readonly notes: readonly string[];
  /** Answers to "what if"; empty when nothing was asked. */
  readonly whatIf: readonly DocumentWhatIf[];
}
