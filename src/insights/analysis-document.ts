/**
 * What is printed, saved and drawn as "the answer"?
 *
 * The one document behind `gutskin analyse --json`, the terminal table and the screen *My axis*. Schema name
 * `gutskin.analysis/1`. Same diary, options and seed give the same bytes: no time, no machine in it. Numbers are rounded to 6 significant digits.
 */
import type { Role } from "../journal/variable.ts";

/** The one word about an edge; rules in verdict.ts. */
export type Verdict = "strong" | "likely" | "maybe" | "none" | "not-enough-data";

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
  readonly effectPerUnit: { readonly mean: number; readonly low95: number; readonly high95: number };
  readonly effectIfReal: { readonly mean: number; readonly low95: number; readonly high95: number };
  /** "points per g". */
  readonly unit: string;
  readonly probabilityPositive: number;
  readonly delayDays: { readonly mean: number; readonly low80: number; readonly high80: number };
  readonly varianceShare: number;
  /** null when it cannot be said. */
  readonly detectableEffect: number | null;
  readonly smallestEffectOfInterest: number;
  /** null: not within ten years of days like these. */
  readonly furtherDaysNeeded: number | null;
  /** A step of the cause people can picture: +10 g, +1 serving, +1 h. */
  readonly exampleStep: number;
  /** Effect over the days after a one-day pulse, and of a sustained rise; per unit, given real. */
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
  /** Cautions in plain words (not separable, same day, rare ...). */
  readonly cautions: readonly string[];
}

/** One outcome: how well it was recorded, computed and explained. */
export interface DocumentOutcome {
  readonly name: string;
  readonly label: string;
  readonly role: Role;
  readonly unit: string;
  readonly recordedDays: number;
  /** rHat and ess are null when they cannot be computed (chains that never met or never moved): converged is then false. */
  readonly diagnostics: { readonly rHat: number | null; readonly ess: number | null; readonly converged: boolean };
  readonly forecast: readonly {
    readonly horizonDays: number;
    readonly mean: number;
    readonly low80: number;
    readonly high80: number;
  }[];
  readonly persistence: number;
  readonly explainedShare: number;
}

/** The whole answer, for terminal, page and programs. */
export interface AnalysisDocument {
  readonly schema: "gutskin.analysis/1";
  readonly seed: number;
  readonly days: number;
  readonly fdr: number;
  /** What was assumed, each a plain sentence ("column 'fibra (g)' read as fibreGrams"). */
  readonly assumed: readonly string[];
  readonly edges: readonly DocumentEdge[];
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
}
