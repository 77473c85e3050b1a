/**
 * What is said when answers cannot be scored, and what is said beside a score?
 *
 * Words for every `ScoreError` of the scales room and for the remark codes of a score (score-instrument.ts). The rules behind them
 * are the instruments' own; nothing here decides.
 */
import type { ScoreError } from "../scales/score-error.ts";
import type { ScoreRemark } from "../scales/instrument.ts";
import type { ErrorFacts, Worder } from "./error-facts.ts";

export const scaleWords: Readonly<Record<ScoreError["type"], Worder>> = {
  InstrumentUnknown: (facts) => ({
    sentence: `There is no instrument ${facts.quoted("found")}.`,
    mend: "`gutskin score --list` names them all.",
  }),
  AnswersAbsent: (facts) => ({
    sentence: `There are no answers for ${nameOf(facts)}.`,
    mend: 'Give the answers as {"items": [...]}, or {"total": ...} when you have only the total.',
  }),
  ItemUnknown: (facts) => ({
    sentence: `${nameOf(facts)} has no item ${facts.quoted("item")}.`,
    mend: `Its items: ${facts.text("known") || "see `gutskin score --list`"}.`,
  }),
  ItemAnsweredTwice: (facts) => ({
    sentence: `${nameOf(facts)}: item ${facts.quoted("item")} has two answers.`,
    mend: "Keep one of them.",
  }),
  ItemCountWrong: (facts) => ({
    sentence: `${nameOf(facts)}: ${facts.quoted("place")} has ${answersText(facts.number("have"))}, ${facts.count("need")} are needed.`,
    mend: "Give one answer for each item, in order; to leave items out, give the answers by name.",
  }),
  AnswerNotNumber: (facts) => ({
    sentence: `${nameOf(facts)}, item ${facts.quoted("item")}: ${facts.quoted("found")} is not a number.`,
    mend: "Write a number without a unit, or leave the item out when there is no answer.",
  }),
  AnswerNotClock: (facts) => ({
    sentence: `${nameOf(facts)}, item ${facts.quoted("item")}: ${facts.quoted("found")} is not a time of day.`,
    mend: 'Write it as "22:30", or leave the item out when there is no answer.',
  }),
  AnswerOutOfRange: (facts) => ({
    sentence: `${nameOf(facts)}, item ${facts.quoted("item")}: ${facts.count("found")} is outside ${facts.count("min")} to ${facts.count("max")}.`,
    mend: "Check the answer; a number outside the scale is never cut to fit.",
  }),
  AnswerNotOnStep: (facts) => ({
    sentence: `${nameOf(facts)}, item ${facts.quoted("item")}: ${facts.count("found")} lies between two steps of the scale.`,
    mend:
      facts.number("step") === 1
        ? "Only whole numbers exist here."
        : `The scale goes in steps of ${facts.count("step")}.`,
  }),
  AnswersMissing: (facts) => ({
    sentence: `${nameOf(facts)} has no score: ${answersText(facts.number("missing"))} missing (${facts.text("items")}).`,
    mend:
      facts.number("allowed") === 0
        ? "This instrument needs every answer."
        : `At most ${facts.count("allowed")} may be missing; answer the others.`,
  }),
  TotalNotTaken: (facts) => ({
    sentence: `${nameOf(facts)} has no single total.`,
    mend: "Give the answers to its items; its parts are scored one by one.",
  }),
  TotalDiffersFromItems: (facts) => ({
    sentence:
      facts.number("computed") === null
        ? `${nameOf(facts)}: these answers give no total, so ${facts.count("found")} cannot be right.`
        : `${nameOf(facts)}: the answers give ${facts.count("computed")}, not ${facts.count("found")}.`,
    mend: "Check the answers, or leave the total out.",
  }),
  AgeOutsideInstrument: (facts) => ({
    sentence: `${nameOf(facts)} is made for people from ${facts.count("min")} years on, not for ${facts.count("ageYears")}.`,
    mend: "Ask the clinic for the form for this age.",
  }),
  WeightsUnknown: (facts) => ({
    sentence: `${nameOf(facts)} has no weights for children under 8.`,
    mend: "Leave the weights out: they are the same at every age.",
  }),
  WeightsContradictAge: (facts) => ({
    sentence: `${nameOf(facts)}: at ${facts.count("ageYears")} years the weights are not those called ${facts.quoted("found")}.`,
    mend: "Leave the weights out: the age decides (under 8 years: child weights).",
  }),
  AnswersContradict: (facts) => ({
    sentence: `${nameOf(facts)}: the answers to items ${facts.text("items") || "named"} cannot both be true.`,
    mend: "Check these two answers.",
  }),
  AreaPercentOutOfRange: (facts) => ({
    sentence: `${facts.count("found")} is not a share of a body region.`,
    mend: "Give a percentage from 0 to 100.",
  }),
  RaterUnfit: (facts) => ({
    sentence: `${nameOf(facts)} is not made to be rated by ${raterText(facts.text("found"))}.`,
    mend: `It is for ${raterText(facts.text("need"))}.`,
  }),
  ScoreTooSoon: (facts) => ({
    sentence: `${nameOf(facts)} was scored on ${facts.text("otherDay") || "a day near this one"}, and two of them need ${facts.count("days")} days between.`,
    mend: "Else both would count the same days. Wait for a later day, or change the one that is there.",
  }),
};

/** One sentence for a remark that a score carries. */
export function wordScoreRemark(remark: ScoreRemark): string {
  switch (remark) {
    case "adult-weights-assumed":
      return "No age was given, so the weights from 8 years on were used.";
    case "under-8-weights":
      return "The weights for children under 8 years were used; from the eighth birthday on they change.";
    case "missing-counted-as-zero":
      return "A missing answer counts as 0 here, as the instrument's own rule says.";
    case "part-not-scorable":
      return "Too many answers are missing for a part of it, so that part has no score.";
    case "slept-longer-than-in-bed":
      return "More sleep than time in bed was entered; please check the times.";
    case "total-entered-unchecked":
      return "Only the total was entered, so its sum could not be checked.";
    case "rule-unverified":
      return "Part of what is said of this instrument was not checked against the original paper.";
    case "self-rated-not-clinician":
      return "Rated by yourself; not to be compared with a clinician's score.";
    case "no-official-bands":
      return "Its author publishes no classes of severity, so none is shown.";
  }
}

function nameOf(facts: ErrorFacts): string {
  return facts.text("instrument") || "This instrument";
}

function raterText(rater: string): string {
  return rater === "clinician" ? "a clinician" : rater === "self" ? "the person" : "this rater";
}

/** "1 answer", "3 answers"; without a number "some answers". */
function answersText(count: number | null): string {
  return count === null ? "some answers" : count === 1 ? "1 answer" : `${String(count)} answers`;
}
