/**
 * For how long does an answer count?
 *
 * An answer that warns stays until it is changed; an answer that clears is asked again. Signs pass: a "yes" about a sign counts for 14 days,
 * a "no" for 30. Everything else: the clearing reply counts for 90 days and until a newer medicine (safety notes); the warning
 * reply counts until another one is given. Except the 90 days these are project rules, for the clinician to confirm.
 */
import { dayToNumber, type Day } from "../base/day.ts";
import type { Answer, FactId } from "./safety-facts.ts";

/** Days for which an answer, or an entry of the journal, counts. */
export const countingDays = { signYes: 14, signNo: 30, clearing: 90 } as const;

/** How a person is now: passes, or is asked again soon. */
export const signs: ReadonlySet<FactId> = new Set<FactId>([
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
  "bowelChangeOverSixWeeks",
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
  "flareBeyondLimit",
  "newMedicineInExperiment",
  "gateAnswerChanged",
  "wishToStop",
]);

/** Facts of which "yes" opens something; of all others "no" does. */
const opensByYes: ReadonlySet<FactId> = new Set<FactId>([
  "weightLossIntended",
  "dietitianSupports",
  "coeliacTestDone",
  "coeliacTestPositive",
]);

/** Belong to one planned or running experiment: its own form asks them, no list of questions does. */
export const askedByThePlan: ReadonlySet<FactId> = new Set<FactId>([
  "moreThanOneFoodGroup",
  "foodAvoidedOverSixWeeks",
  "fishOilOverThreeGrams",
  "flareBeyondLimit",
  "newMedicineInExperiment",
  "gateAnswerChanged",
  "wishToStop",
]);

/** True for the reply that warns: the one that keeps something closed or fires a flag. "I do not know" warns. */
export function isWarning(fact: FactId, reply: Answer): boolean {
  return reply !== (opensByYes.has(fact) ? "yes" : "no");
}

/** Does an answer of this day still count today? */
export function answerCounts(
  fact: FactId,
  answer: { readonly reply: Answer; readonly day: Day },
  today: Day,
  newestMedicineDay: Day | null,
): boolean {
  const age = dayToNumber(today) - dayToNumber(answer.day);
  // of a day that has not come yet (tomorrow may be today further east) only a warning is believed
  if (age < -1) return isWarning(fact, answer.reply);
  if (signs.has(fact)) return age <= (answer.reply === "yes" ? countingDays.signYes : countingDays.signNo);
  if (isWarning(fact, answer.reply)) return true;
  return age <= countingDays.clearing && (newestMedicineDay === null || newestMedicineDay <= answer.day);
}
