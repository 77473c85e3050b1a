/**
 * How is a fair test offered, in plain words?
 *
 * No promise and no push: what trials found with the nulls, what the own diary says, how long, and what would end it. Sentences only; the choice is made in suggest.ts.
 */
import { RUN_IN_DAYS, testDays, type FairTest, type FairTestKind } from "../evidence/fair-tests.ts";
import { leverByCode } from "../evidence/levers.ts";
import type { EvidenceRecord } from "../evidence/record.ts";
import type { OpenQuestion } from "../evidence/safety-condition.ts";
import { wordSafety } from "./safety-words.ts";
import { daysText } from "./numbers.ts";

const NAMES: Readonly<Record<string, string>> = {
  probiotic: "a probiotic by mouth",
  synbiotic: "a synbiotic (live bacteria with their food)",
  fibre: "more fibre",
  "fermented-food": "more fermented food",
  "low-glycaemic-diet": "food that raises blood sugar slowly",
  dairy: "weeks without milk",
  "sugar-and-processed-food": "less sugar and ready-made food",
  "mediterranean-diet": "a Mediterranean way of eating",
  "omega-3": "fish oil (omega-3)",
  "stress-treatment": "a calm practice or a stress programme",
  alcohol: "weeks without alcohol",
  "spicy-food": "weeks without spicy food and hot drinks",
  "collagen-ceramide": "collagen or ceramide by mouth",
};

const DEEDS: Readonly<Record<FairTestKind, string>> = {
  take: "You would take it for some weeks and not for others.",
  "eat-more": "You would do this for some weeks and eat as usual for others.",
  "eat-less": "You would do this for some weeks and eat as usual for others.",
  "leave-out": "You would leave it out for some weeks and have it as usual for others.",
  practise: "You would practise, and keep writing down practice and skin.",
};

/** "A fair test of fish oil (omega-3)". */
export function suggestionTitle(test: FairTest, form: "test" | "observe"): string {
  const name = leverName(test.lever);
  return form === "test" ? `A fair test you could run: ${name}` : `Something to watch: ${name}`;
}

/** Name of a lever inside a sentence. */
export function leverName(lever: string): string {
  return NAMES[lever] ?? leverByCode(lever)?.label ?? lever;
}

/** What the record behind the card found, in absolute numbers where it has them. */
export function trialSentence(record: EvidenceRecord | null, lever: string, condition: string | null): string {
  if (record === null) {
    const about = condition === null ? "your skin" : condition;
    return `No trial was found on ${leverName(lever)} and ${about}. That does not mean that nothing happens.`;
  }
  const { absolute, certainty, finding } = record;
  const numbers =
    absolute === undefined
      ? ""
      : ` In numbers: ${String(absolute.with)} with it, ${String(absolute.without)} without (${absolute.unit}).`;
  return `Trials found on average: ${finding}.${numbers} How sure that is: ${certainty.grade}.`;
}

/** One sentence per record or part of a record that shows no effect, and per record that says otherwise. */
export function nullSentences(records: readonly EvidenceRecord[]): readonly string[] {
  const whole = records
    .filter((record) => record.null)
    .map((record) => `No effect shown: ${record.finding} (${sourceOf(record)}).`);
  const parts = records.flatMap((record) =>
    record.others
      .filter((other) => other.null === true)
      .map((other) => `No effect shown in the same work: ${other.label} (${sourceOf(record)}).`),
  );
  return [...new Set([...whole, ...parts])];
}

function sourceOf({ citation }: EvidenceRecord): string {
  return [citation.authors, citation.year].filter((part) => part !== null).join(" ");
}

/** How long before one could tell, and how little one pair of phases can say. */
export function durationSentence(phaseDays: number, form: "test" | "observe", isReversible: boolean): string {
  if (!isReversible) {
    return `What is learnt stays, so weeks with and without cannot be compared fairly. Expect ${daysText(phaseDays)} or more before a change could show.`;
  }
  const [one, two] = [testDays(phaseDays, 1), testDays(phaseDays, 2)];
  if (form === "observe") {
    return `A fair test would need ${daysText(one)} at least, so it is better watched than tested.`;
  }
  return (
    `It takes ${String(one)} days: ${String(RUN_IN_DAYS)} days to settle, then two phases of ${String(phaseDays)} days in an order that chance decides. ` +
    `One such pair gives a weak answer; two pairs take ${String(two)} days.`
  );
}

/** What to do in the phases. */
export function deedSentence(test: FairTest): string {
  return DEEDS[test.kind];
}

/** What ends a test early; the same for all. */
export const stopSentences: readonly string[] = [
  "Any urgent safety sign ends it at once.",
  "So does a flare beyond the limit you set before, a new medicine, or a pregnancy.",
  "You can stop at any time, without a reason. Keep every prescribed treatment as it is.",
];

/** Why a gate stands before a test: titles of its rules, then what is still to be answered. */
export function gateSentences(rules: readonly string[], open: readonly OpenQuestion[]): readonly string[] {
  const reasons = rules.flatMap((rule) => {
    const words = wordSafety(rule);
    return words === null ? [] : [`${words.title}. ${words.text}`];
  });
  if (open.length === 0) return reasons;
  const count = open.length === 1 ? "One question is" : `${String(open.length)} questions are`;
  return [...reasons, `${count} still to be answered before this can be offered.`];
}

/** Said when nothing is offered. */
export const nothingToTest =
  "There is nothing worth testing now. That is a good place to be: keep writing, and look again in a few weeks.";
export const nothingWhileUrgent = "First things first: please read the safety message. Tests can wait.";
export const questionsFirst = "A few questions come first. Then it can be said what may be worth testing.";
export const noConditionYet = "Say which skin condition you watch, and what trials found for it can be weighed.";

export const suggestionNote =
  "These are tests, not advice and not treatment. Averages of other people say little about you; that is why a test may be worth it.";
