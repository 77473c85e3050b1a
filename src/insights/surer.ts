/**
 * What would make the answer about this pair surer?
 *
 * One sentence, the most useful step first: write down what is often missing, change the lever more than once, take apart two
 * levers that move together, a fair test, or simply more days. Never asked of anyone: to change a medicine, to eat less, to
 * drink, or to bring on symptoms or stress; those pairs are answered by days alone.
 */
import type { EdgePosterior } from "../engine/posterior.ts";
import type { Verdict } from "./analysis-document.ts";
import { daysText } from "./numbers.ts";
import { shown } from "./shown.ts";
import type { Spoken } from "./spoken.ts";

export interface SurerFacts {
  readonly edge: EdgePosterior;
  readonly verdict: Verdict;
  readonly cause: Spoken;
  readonly outcome: Spoken;
  /** Share of the diary's days on which the cause, the outcome is recorded, 0-1. */
  readonly causeRecorded: number;
  readonly outcomeRecorded: number;
  /** Name of a column inside a sentence. */
  readonly nameOf: (column: string) => string;
}

/** Below this share of recorded days, writing it down more often helps most. */
const OFTEN_MISSING = 0.6;

/** Levers that nobody is asked to vary: eating less or more as such, alcohol, medicines. */
const neverVaried: ReadonlySet<string> = new Set([
  "energyKcal",
  "fatGrams",
  "carbohydrateGrams",
  "proteinGrams",
  "alcoholGrams",
  "antibioticTaken",
  "topicalTreatment",
  "systemicTreatment",
]);

/** True when a person may be asked to try different amounts of this. Outcomes (symptoms, stress, sleep) never. */
export function mayBeVaried(cause: Spoken): boolean {
  return cause.role === "lever" && !neverVaried.has(cause.id) && !cause.id.startsWith("medicine:");
}

/** One plain sentence. */
export function surerSentence(facts: SurerFacts): string {
  const { edge, verdict, cause, outcome } = facts;
  if (verdict === "none") return "Nothing more is needed here: your days may go to other questions.";
  if (facts.causeRecorded < OFTEN_MISSING) return writeDown(cause.name, facts.causeRecorded);
  if (facts.outcomeRecorded < OFTEN_MISSING) return writeDown(outcome.name, facts.outcomeRecorded);

  const varied = mayBeVaried(cause);
  for (const caution of edge.cautions) {
    if (caution.type === "NotSeparable" && varied) {
      const other = shown(facts.nameOf(caution.otherColumn));
      return `Some days with more ${cause.name} but not more ${other}, and some the other way round, would tell the two apart.`;
    }
    if (caution.type === "OneSwitch" && varied) {
      return `Changing ${cause.name} back and forth a few times, in an order chosen by chance, would tell it apart from the passing of time.`;
    }
    if (caution.type === "RareCause" && varied) {
      return `More days on which ${cause.name} is different from usual would help most.`;
    }
  }
  if (verdict === "not-enough-data") return moreDays(facts, varied);
  return varied
    ? `A fair test would make this surer: some weeks with more ${cause.name} and some with less, in an order chosen by chance.`
    : `More days of both, at good times and hard times alike, would make this surer.`;
}

function writeDown(name: string, share: number): string {
  return `Writing down ${name} on more days would help most: so far it is there on ${String(Math.round(share * 100))} of 100 days.`;
}

function moreDays({ edge, cause, outcome }: SurerFacts, varied: boolean): string {
  const days = edge.furtherDaysNeeded;
  const also = varied ? " Larger changes from week to week would get there sooner." : "";
  if (days === null) {
    const instead = varied
      ? `; weeks with clearly different amounts of ${cause.name}, in an order chosen by chance, could`
      : "";
    return `Even ten more years of days like these would not show a small effect${instead}.`;
  }
  if (days <= 0) return `The diary is long enough in general; more days would still sharpen this pair.${also}`;
  return `About ${daysText(days)} more with ${cause.name} and ${outcome.name} would show an effect that matters.${also}`;
}
