/**
 * What does one piece of published evidence look like?
 *
 * One record = one estimate of one study or pool, with its interval, how sure one may be and why, what contradicts it, who
 * published it and how it was seen. Missing figures are null, never 0. Texts are short factual labels in the project's own words;
 * sentences for people are written by src/insights. `sourceRow` is the line of the table that the figures were carried from.
 */

/** How sure one may be of the figure (GRADE words). */
export type Certainty = "high" | "moderate" | "low" | "very low";

/** Which way the street was looked at. */
export type Direction =
  | "gut-to-skin"
  | "skin-to-gut"
  | "stress-to-skin"
  | "skin-to-stress"
  | "stress-to-gut"
  | "sleep-to-skin"
  | "gut-brain-to-skin"
  | "gut-to-mediator"
  | "two-way"
  | "association"
  | "safety"
  | "measurement";

/** How a study was made, from randomised trial to animal work. */
export type DesignKind =
  | "pool-of-trials"
  | "randomised-trial"
  | "trial-not-randomised"
  | "crossover-experiment"
  | "pool-of-observational"
  | "cohort"
  | "case-control"
  | "cross-sectional"
  | "diary"
  | "genetic-proxies"
  | "guideline"
  | "uncontrolled"
  | "survey"
  | "animal"
  | "registry"
  | "case-series";

/**
 * Scale of the estimate. Differences (MD, SMD, g, d, r, RD, difference) have no effect at 0, ratios (OR, aOR, HR, RR, ratio)
 * at 1; `share` is a share of people without comparison, `Z` and `direction` carry no estimate.
 */
export type Measure =
  | "MD"
  | "SMD"
  | "g"
  | "d"
  | "r"
  | "RD"
  | "difference"
  | "OR"
  | "aOR"
  | "HR"
  | "RR"
  | "ratio"
  | "share"
  | "Z"
  | "direction";

/** One effect with its limits; an absent limit was not reported. */
export interface Effect {
  readonly measure: Measure;
  readonly estimate: number | null;
  /** Limits of the 95 % interval; both or none. */
  readonly lo: number | null;
  readonly hi: number | null;
  /** published = as printed, computed = from counts or standard errors, none = no limits known. */
  readonly limits: "published" | "computed" | "none";
  /** Where a new study would land with 95 % chance, if the source says so. */
  readonly predictionLo?: number;
  readonly predictionHi?: number;
  /** Share of the spread that lies between studies, percent. */
  readonly i2?: number;
  readonly p?: number;
  readonly pForm?: "equal" | "below" | "above";
  /** An oddity of the printed figure that is kept and named. */
  readonly asPrinted?: string;
  /** Which side of the estimate is good news; none = not a matter of better or worse. */
  readonly betterIs: "lower" | "higher" | "none" | "unclear";
}

/** Another outcome or subgroup of the same source; `null` true = no effect shown, null = not a comparison. */
export interface OtherResult {
  readonly label: string;
  readonly measure?: string;
  readonly estimate?: number;
  readonly lo?: number;
  readonly hi?: number;
  readonly p?: number;
  readonly null: boolean | null;
}

/** One finding of one study or review, with its certainty and where it was seen. */
export interface EvidenceRecord {
  readonly id: string;
  /** Shared by the reports of one study, so that it is counted once. */
  readonly trial: string;
  readonly lever: {
    /** Codes of levers.ts; more than one where the lever is a combination. */
    readonly groups: readonly string[];
    readonly label: string;
    readonly kind: "intervention" | "exposure" | "prescribed-treatment";
    readonly dose?: string;
    /** As the source names them; a missing part is null. */
    readonly strains?: readonly {
      readonly genus: string;
      readonly species: string | null;
      readonly strainId: string | null;
    }[];
  };
  readonly outcome: {
    /** Skin conditions that the record speaks about; empty = none. */
    readonly conditions: readonly string[];
    readonly name: string;
    readonly instrument?: string;
    readonly scale?: { readonly min: number; readonly max: number; readonly higherIs: "worse" | "better" };
  };
  readonly direction: Direction;
  readonly population: {
    readonly ageBand: string;
    readonly who?: string;
    readonly region?: string;
    readonly coTreatment?: string;
  };
  readonly design: { readonly kind: DesignKind };
  /** What was found, as a short label. */
  readonly finding: string;
  readonly effect: Effect;
  /** The two arms or groups in absolute numbers, where the source gives them. */
  readonly absolute?: { readonly with: number; readonly without: number; readonly unit: string };
  /** In standard deviations; `assumedSd` is the assumed spread between people that points were divided by. */
  readonly smd?: {
    readonly value: number;
    readonly lo: number;
    readonly hi: number;
    readonly derivation: string;
    readonly assumedSd: number | null;
  };
  /** Smallest change that matters; ratio = size of the change for the better divided by it (negative: for the worse). */
  readonly mcid?: { readonly value: number; readonly ratio: number; readonly source: string };
  readonly others: readonly OtherResult[];
  readonly time: { readonly text: string; readonly minWeeks?: number; readonly maxWeeks?: number } | null;
  /** People; null = not stated. */
  readonly n: number | null;
  /** Studies; null = not stated. */
  readonly k: number | null;
  readonly riskOfBias: {
    readonly blinding: string;
    readonly industry: boolean | null;
    readonly attrition: "not read";
  };
  readonly certainty: {
    readonly grade: Certainty;
    readonly by: "source" | "us";
    /** Codes of certainty-reasons.ts. */
    readonly reasons: readonly string[];
  };
  /** True when the record's own estimate shows no effect. */
  readonly null: boolean;
  readonly nullBasis: string;
  /** Ids of records that say otherwise; symmetric. */
  readonly contradicts: readonly string[];
  readonly cautions: readonly string[];
  /** Parts that no source was checked for. */
  readonly doubts: readonly string[];
  readonly citation: {
    readonly authors: string | null;
    readonly year: number | null;
    readonly journal: string | null;
    readonly title?: string;
    readonly doi: string | null;
    /** doubtful = the table itself doubts it; not checked = well-formed, no resolver asked yet. */
    readonly doiState: "not checked" | "doubtful" | "none";
    readonly pmid: string | null;
    readonly retracted: "not checked";
  };
  readonly seen: {
    readonly status: "seen" | "unverified";
    readonly how: "excerpt of a public page" | "not read";
    /** The page as named in the table; null when nothing was read. */
    readonly where: string | null;
    readonly date: string | null;
  };
  /** Nobody has reviewed a record yet: all null. */
  readonly review: {
    readonly reviewer: string | null;
    readonly reviewedOn: string | null;
    readonly expiresOn: string | null;
  };
  readonly sourceRow: number;
}

/** The versioned file of all records. */
export interface EvidenceFile {
  readonly format: "gutskin-evidence";
  readonly version: 1;
  readonly compiledOn: string;
  readonly records: readonly EvidenceRecord[];
}
