/**
 * What must be known about an instrument before a number of it is believed, shown or analysed?
 *
 * One constant per instrument says who owns it, what may be shipped (licence mode), how it is added up, which answers may be
 * missing, where the bands are cut and by whom, how large a change matters, and which stretch of time it looks back on. The daily
 * table and the engine read the same facts (range, step, direction, level, recall), so no code knows an instrument by name.
 * Names of items are generic signs or printed item numbers; the wording of owned questionnaires is not here (mode N).
 */
import type { Result } from "../base/result.ts";
import type { ScoreError } from "./score-error.ts";

/**
 * T = the owner's text may be shipped unmodified with credit; N = only numbers are entered, the form is filled in at the owner's
 * place; O = own words and the published arithmetic.
 */
export type LicenceMode = "O" | "T" | "N";

/** Who gives the answers; scores of different raters never share one line. */
export type Rater = "self" | "clinician" | "either";

/** What kind of number it is for a model: a count, an ordinal grade, a bounded sum that is treated as continuous. */
export type ScaleLevel = "count" | "ordinal" | "continuous";

/** What the instrument is about, in the person's words. */
export type ScaleTopic =
  "eczema" | "psoriasis" | "acne" | "rosacea" | "dryness" | "itch" | "quality of life" | "gut" | "stress" | "sleep";

/** One answer: its name, and what it can be. */
export interface ScaleItem {
  /** Generic name ("redness"), printed number ("5a"), or `region.sign`: the part before the dot is the group. */
  readonly id: string;
  readonly min: number;
  readonly max: number;
  /** 1 = whole numbers only; null = any number in range. */
  readonly step: number | null;
  /** "clock": entered as `HH:MM`, kept as minutes since midnight. */
  readonly kind: "number" | "clock";
  /** Other names that are understood. */
  readonly aliases: readonly string[];
}

/** What happens with unanswered items. */
export type MissingRule =
  /** None may be missing. */
  | { readonly rule: "refused" }
  /** Up to `atMost` count as 0, more give no score. */
  | { readonly rule: "counted-as-zero"; readonly atMost: number }
  /** Each part follows its own rule (`text` says which); a part or total that cannot be scored is null. */
  | { readonly rule: "by-part"; readonly text: string };

/** Range of a total or a part. */
export interface ScaleRange {
  readonly min: number;
  readonly max: number;
  /** Resolution; null = continuous. */
  readonly step: number | null;
}

/** A part of the score that stands on its own (objective SCORAD, a Skindex domain, a PSQI component). */
export interface ScalePart extends ScaleRange {
  readonly id: string;
}

/** One class of severity: every total up to `upTo`, that value itself included or not. */
export interface Band {
  readonly name: string;
  readonly upTo: number;
  readonly inclusive: boolean;
}

/** A named set of cut-offs, ascending; the last band reaches the maximum. */
export interface BandTable {
  /** Who cut here, as it is shown: "Charman 2013". */
  readonly cutoffs: string;
  readonly bands: readonly Band[];
  readonly verified: boolean;
}

/** How large a change is more than noise, or matters to people. */
export interface ImportantDifference {
  /** Size of the change: `points` of the score, `percent` of the starting value, whole `grades`. */
  readonly value: number;
  readonly unit: "points" | "percent" | "grades";
  readonly meaning: string;
  readonly source: string;
  readonly verified: boolean;
}

/** A code of a public or of the project's own code system. */
export interface ScaleCode {
  readonly system: "LOINC" | "ICD-10" | "urn:gutskin:scales";
  readonly code: string;
  readonly about: string;
}

/** A remark that a score carries, as a code; `insights/words-scales.ts` has the sentence. */
export type ScoreRemark =
  | "adult-weights-assumed"
  | "under-8-weights"
  | "missing-counted-as-zero"
  | "part-not-scorable"
  | "slept-longer-than-in-bed"
  | "total-entered-unchecked"
  | "rule-unverified"
  | "self-rated-not-clinician"
  | "no-official-bands";

/** Checked answers by item id; null = not answered. */
export type CheckedAnswers = ReadonlyMap<string, number | null>;

/** What a form computes. */
export interface Computed {
  /** Rounded once; null when it cannot or must not be formed. */
  readonly total: number | null;
  readonly parts: Readonly<Record<string, number | null>>;
  readonly remarks: readonly ScoreRemark[];
}

/** What arithmetic may depend on besides the answers. */
export interface ScoringContext {
  readonly ageYears: number | null;
  readonly weights: "adult" | "under8" | null;
}

/** One way to answer an instrument. */
export interface ScaleForm {
  readonly id: string;
  readonly items: readonly ScaleItem[];
  readonly missing: MissingRule;
  /** Missing answers are already handled as `missing` says: nulls arrive only under "by-part". */
  readonly compute: (answers: CheckedAnswers, context: ScoringContext) => Result<Computed, ScoreError>;
}

/** An instrument: everything about it that the product uses. */
export interface Instrument {
  readonly id: string;
  readonly name: string;
  readonly topic: ScaleTopic;
  readonly mode: LicenceMode;
  readonly owner: string;
  /** The line that is shown beside every score of it. */
  readonly licence: string;
  /** Where the official form is (mode N) or where the owner describes it; null = nobody's page is needed. */
  readonly link: string | null;
  /** The arithmetic as text, for people. */
  readonly formula: string;
  /** Where formula and ranges are published. */
  readonly source: string;
  readonly rater: Rater;
  /** Days it looks back: 0 = now, null = the form states none. */
  readonly recallDays: number | null;
  /** Fewest days between two uses, so that recall windows do not overlap; 0 = no limit. */
  readonly minimumDaysBetween: number;
  readonly betterIs: "lower" | "neither";
  readonly level: ScaleLevel;
  /** Range of the total; null when the instrument has parts and no total. */
  readonly total: ScaleRange | null;
  readonly parts: readonly ScalePart[];
  /** First the usual form. */
  readonly forms: readonly [ScaleForm, ...ScaleForm[]];
  readonly bands: BandTable | null;
  /** Further published cut-offs; shown beside, never mixed in one chart. */
  readonly otherBands: readonly BandTable[];
  /** The first is the one that a change is held against. */
  readonly importantDifferences: readonly ImportantDifference[];
  readonly codes: readonly ScaleCode[];
  /** Youngest age in years that it is made for; null = none stated here. */
  readonly minimumAgeYears: number | null;
  /** True when there are separate weights for children under 8. */
  readonly hasChildWeights: boolean;
  /** Facts that were not seen in the original paper: they are marked wherever they are shown. */
  readonly unverified: readonly string[];
}
