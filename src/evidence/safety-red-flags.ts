/**
 * Which signs mean that somebody else should look at them, and how soon?
 *
 * The red flags of the project's safety notes as data; they fire before any finding is shown. "unverified" in `basis` = still to be
 * checked against a guideline; a clinician must review every row before release. For "E or S" the higher level holds when unwell.
 */
import type { Condition, FactId } from "./safety-facts.ts";
import { unreviewed, type RedFlagRule } from "./safety-rule.ts";

const fact = (id: FactId): Condition => ({ fact: id });
const any = (...ids: readonly FactId[]): Condition => ({ any: ids.map(fact) });

/** Half a year, the window in which the weight log is watched. */
const HALF_YEAR = 182;

/** All red flags in the order of the safety notes. */
export const redFlagRules: readonly RedFlagRule[] = [
  { id: "anaphylaxis", level: "E", when: fact("allergicEmergency"), basis: "anaphylaxis", ...unreviewed },
  {
    id: "erythroderma",
    level: "S",
    when: fact("mostSkinRedHotOrScaling"),
    levelIf: { level: "E", when: any("unwellFeverishOrShivering", "fever") },
    basis: "unverified",
    ...unreviewed,
  },
  {
    id: "pustules-with-fever",
    // fever is part of the sign, so the higher level of "E or S" always holds
    level: "E",
    when: { all: [fact("suddenPustulesOnRedSkin"), any("fever", "unwellFeverishOrShivering")] },
    basis: "generalised pustular psoriasis, unverified",
    ...unreviewed,
  },
  {
    id: "eczema-herpeticum",
    level: "S",
    when: { all: [fact("eczema"), any("clustersOfPainfulBlisters", "blistersNearTheEyes")] },
    levelIf: { level: "E", when: any("unwellFeverishOrShivering", "fever", "blistersNearTheEyes") },
    basis: "NICE CG57, unverified",
    ...unreviewed,
  },
  { id: "infected-skin", level: "S", when: fact("spreadingRednessOrPus"), basis: "unverified", ...unreviewed },
  {
    id: "blood-in-stool",
    level: "D",
    when: any("bloodInStool", "muchBlood"),
    levelIf: { level: "S", when: any("muchBlood", "unwellFeverishOrShivering") },
    basis: "NICE red flag",
    ...unreviewed,
  },
  {
    id: "weight-loss",
    level: "D",
    when: {
      any: [
        fact("unexplainedWeightLoss"),
        {
          all: [
            { weightLossPercent: 5, withinDays: HALF_YEAR },
            // nobody has said that it was intended: counts as not intended
            { not: { confirmed: "weightLossIntended" } },
          ],
        },
      ],
    },
    basis: "NICE; 5 % in 6 months from the weight log",
    ...unreviewed,
  },
  {
    id: "bowel-change",
    level: "D",
    when: {
      any: [
        { all: [fact("bowelChangeOverSixWeeks"), { number: "ageYears", above: 60 }] },
        any("familyBowelOrOvarianCancer", "anaemia", "lumpInBelly"),
      ],
    },
    basis: "NICE",
    ...unreviewed,
  },
  {
    id: "bowel-inflammation",
    level: "D",
    when: any(
      "nightDiarrhoea",
      "severeBellyPain",
      "persistentMouthUlcers",
      "jointOrEyeInflammation",
      "soreAroundTheBottom",
    ),
    levelIf: { level: "S", when: { all: [fact("veryIll"), fact("severeBellyPain")] } },
    basis: "red flags of inflammatory bowel disease",
    ...unreviewed,
  },
  {
    id: "self-harm",
    level: "E",
    when: fact("thoughtsOfSelfHarm"),
    askWhen: { any: [{ medicine: ["isotretinoin"] }, fact("lowMood")] },
    basis: "never behind a score",
    ...unreviewed,
  },
  {
    id: "medicine-and-pregnancy",
    level: "S",
    when: { all: [fact("pregnantOrTrying"), { medicine: ["isotretinoin", "acitretin", "methotrexate"] }] },
    basis: "unverified",
    ...unreviewed,
  },
  {
    id: "rosacea-eyes",
    level: "S",
    when: { all: [fact("rosacea"), fact("eyePainLightOrVision")] },
    basis: "unverified",
    ...unreviewed,
  },
  {
    id: "psoriasis-joints",
    level: "D",
    when: { all: [fact("psoriasis"), fact("newJointPainOrStiffness")] },
    basis: "unverified",
    ...unreviewed,
  },
];

export interface StopRule {
  readonly id: string;
  readonly when: Condition;
}

/** What ends a running experiment, besides any red flag of level E or S. */
export const stopRules: readonly StopRule[] = [
  { id: "stop-flare", when: fact("flareBeyondLimit") },
  { id: "stop-new-medicine", when: fact("newMedicineInExperiment") },
  { id: "stop-pregnancy", when: fact("pregnantOrTrying") },
  { id: "stop-gate-changed", when: fact("gateAnswerChanged") },
  { id: "stop-wish", when: fact("wishToStop") },
];
