/**
 * What do the safety rules know about a person, and what is asked?
 *
 * Facts come from answers, from the journal and from the profile. An answer that is missing is missing: it never clears a gate.
 * "I do not know" counts as yes at a gate. What the journal shows wins over an answer that says no, and the contradiction is named.
 */
import type { Day } from "../base/day.ts";
import type { MedicineClass } from "./medicine-classes.ts";

/** Every yes/no fact that a rule can ask for. */
export const factIds = [
  // red flags
  "allergicEmergency",
  "mostSkinRedHotOrScaling",
  "unwellFeverishOrShivering",
  "suddenPustulesOnRedSkin",
  "fever",
  "clustersOfPainfulBlisters",
  "blistersNearTheEyes",
  "spreadingRednessOrPus",
  "bloodInStool",
  "muchBlood",
  "weightLossIntended",
  "bowelChangeOverSixWeeks",
  "familyBowelOrOvarianCancer",
  "anaemia",
  "lumpInBelly",
  "nightDiarrhoea",
  "severeBellyPain",
  "persistentMouthUlcers",
  "jointOrEyeInflammation",
  "soreAroundTheBottom",
  "veryIll",
  "thoughtsOfSelfHarm",
  "eyePainLightOrVision",
  "newJointPainOrStiffness",
  "unexplainedWeightLoss",
  "lowMood",
  // conditions
  "eczema",
  "rosacea",
  "psoriasis",
  "atopic",
  // profile and gates
  "pregnantOrTrying",
  "breastFeeding",
  "immunosuppressed",
  "lowCd4",
  "transplant",
  "takesAntibiotic",
  "takesAntifungal",
  "takesAnticoagulant",
  "centralLine",
  "criticalIllness",
  "acutePancreatitis",
  "shortBowelOrDamagedGut",
  "severeActiveIbd",
  "heartValveOrEndocarditis",
  "prematureInfant",
  "recentMajorSurgery",
  "yeastAllergy",
  "personWithLineInRoom",
  "milkOrSoyAllergy",
  "eatingDisorder",
  "bmiFalling",
  "diabetesOnInsulinOrSulfonylurea",
  "immediateReactionToFood",
  "uncontrolledAsthmaWithFoodAllergy",
  "dietitianSupports",
  "coeliacTestDone",
  "coeliacTestPositive",
  // the plan of an experiment
  "moreThanOneFoodGroup",
  "foodAvoidedOverSixWeeks",
  "fishOilOverThreeGrams",
  // things logged or set in a running experiment
  "flareBeyondLimit",
  "newMedicineInExperiment",
  "gateAnswerChanged",
  "wishToStop",
  "neverUsedProbiotic",
  "usesProbiotic",
] as const;

/** Names of the facts that rules ask about. */
export type FactId = (typeof factIds)[number];

/** True for the name of a fact that the rules know. */
export function isFactId(text: string): text is FactId {
  return known.has(text);
}

const known: ReadonlySet<string> = new Set(factIds);

/** Yes, no, or not answered; not answered is never taken for no. */
export type Answer = "yes" | "no" | "do-not-know";

/** What somebody wants to try; the codes are the scopes of the rules. */
export const experimentCodes = [
  "probiotic-bacteria",
  "probiotic-yeast",
  "synbiotic",
  "live-powder",
  "fermented-food",
  "elimination-diet",
  "low-carbohydrate-diet",
  "gluten-free-diet",
  "weight-loss-diet",
  "reintroduction",
  "fish-oil",
  "collagen",
  "diet-pattern",
  "stress-programme",
  "avoid-alcohol",
  "avoid-rosacea-trigger",
  "prescribed-medicine",
  "stop-prescribed-medicine",
  "add-alcohol",
  "provoke-rosacea",
  "restrict-sleep",
  "induce-stress",
  "uv-exposure",
  "vitamin-or-zinc-megadose",
  "allergen-challenge",
] as const;

/** Which kind of experiment is about to start. */
export type ExperimentCode = (typeof experimentCodes)[number];

/** True for a kind of experiment that the rules know. */
export function isExperimentCode(text: string): text is ExperimentCode {
  return experimentCodes.some((code) => code === text);
}

/** A professional's word: for which experiment, and when it was given. */
export interface Confirmation {
  readonly experiment: ExperimentCode;
  readonly day: Day;
}

/** That a message was shown, or that the person said they have read it. */
export interface SafetyMessage {
  readonly rule: string;
  readonly level: "E" | "S" | "D" | "P" | "B";
  /** Version of the rule whose words were shown. */
  readonly version: number;
  readonly event: "shown" | "acknowledged";
  readonly day: Day;
}

/** Everything the safety rules look at; an absent fact was not answered. */
export interface SafetyFacts {
  readonly today: Day;
  readonly answers: Readonly<Partial<Record<FactId, Answer>>>;
  /** Days of the answers, where they are known. */
  readonly answerDays: Readonly<Partial<Record<FactId, Day>>>;
  /** Facts that the journal itself shows. */
  readonly logged: readonly FactId[];
  /** Newest day on which the journal shows the fact, where a day says anything (an entry, not the profile). */
  readonly loggedDays: Readonly<Partial<Record<FactId, Day>>>;
  /** Completed years; the least that the person can be when only the birth year is known. */
  readonly ageYears: number | null;
  /** The most that the person can be, years; null = as `ageYears`. "Under 18" looks at the one, "over 60" at the other. */
  readonly ageYearsAtMost: number | null;
  readonly bodyMassIndex: number | null;
  /** Names as typed; null = nobody has answered which medicines are taken, [] = none. */
  readonly medicines: readonly string[] | null;
  /** Names of medicines that the journal shows as taken, whatever was answered. */
  readonly loggedMedicines: readonly string[];
  /** Day on which the newest medicine began, as far as the journal shows; null = none. */
  readonly newestMedicineDay: Day | null;
  /** Body weights of the journal, any order. */
  readonly weights: readonly { readonly day: Day; readonly kilograms: number }[];
  /** Length of the planned elimination in days; null = not planned. */
  readonly eliminationDays: number | null;
  readonly confirmations: readonly Confirmation[];
  /** What was shown and read before, any order. */
  readonly messages: readonly SafetyMessage[];
  /** Two letters of ISO 3166-1, for the emergency number; null = not said. */
  readonly region: string | null;
}

/** A person of whom nothing is known yet. */
export function unknownFacts(today: Day): SafetyFacts {
  return {
    today,
    answers: {},
    answerDays: {},
    logged: [],
    loggedDays: {},
    ageYears: null,
    ageYearsAtMost: null,
    bodyMassIndex: null,
    medicines: null,
    loggedMedicines: [],
    newestMedicineDay: null,
    weights: [],
    eliminationDays: null,
    confirmations: [],
    messages: [],
    region: null,
  };
}

/** A condition over facts; evaluated with three values (yes, no, unknown) by safety-condition.ts. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: FactId }
  /** Yes only when the person has said yes; anything else is no. */
  | { readonly confirmed: FactId }
  /** A medicine of these classes in the list; `asked` = the question that covers names nobody here knows. */
  | { readonly medicine: readonly MedicineClass[]; readonly asked?: FactId }
  | { readonly number: "ageYears" | "bodyMassIndex" | "eliminationDays"; readonly below: number }
  | { readonly number: "ageYears" | "bodyMassIndex" | "eliminationDays"; readonly above: number }
  | { readonly weightLossPercent: number; readonly withinDays: number }
  | { readonly always: true };
