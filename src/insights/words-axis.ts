/**
 * What is said when a diary cannot be analysed yet?
 *
 * Too little is normal at the start and never the person's fault: each sentence says what is there and how much more is needed.
 */
import type { AxisError, Unused } from "../engine/posterior.ts";
import type { ErrorFacts, Worder } from "./error-facts.ts";
import { quoted } from "./shown.ts";

export const axisWords: Readonly<Record<AxisError["type"] | Unused["type"], Worder>> = {
  NoOutcome: () => ({
    sentence: "There is no gut, skin, stress or sleep score in this diary, so there is nothing to explain yet.",
    mend: 'Add at least one such column (for example "itch" or "bloating"), or say in a roles file which column it is.',
  }),
  NoUsableOutcome: (facts) => ({
    sentence: `None of the gut, skin, stress or sleep scores can be used yet${reasonsWords(facts.list("unused"))}.`,
    mend: "Write down at least one of them on 14 or more days; days in between may stay empty.",
  }),
  DiaryTooShort: (facts) => ({
    sentence: `The diary has ${days(facts.number("have"))} so far; ${days(facts.number("need"))} are needed for a first look.`,
    mend: `About ${days(missingDays(facts))} more will do.`,
  }),
  TooFewDays: (facts) => ({
    sentence: `${facts.quoted("column")} is written down on ${days(facts.number("have"))}; ${days(facts.number("need"))} are needed.`,
    mend: `About ${days(missingDays(facts))} more with it will do.`,
  }),
  ColumnConstant: (facts) => ({
    sentence: `${facts.quoted("column")} has the same value on every day, so nothing can be learned from its changes.`,
    mend: "It can be used as soon as it differs on some days.",
  }),
  ColumnEmpty: (facts) => ({
    sentence: `${facts.quoted("column")} has no values.`,
    mend: "Write it down on some days, or leave the column out.",
  }),
  CopyOfOutcome: (facts) => ({
    sentence: `${facts.quoted("column")} is a copy of ${facts.quoted("outcome")}, so one cannot be explained by the other.`,
    mend: "Leave one of the two out.",
  }),
};

function missingDays(facts: ErrorFacts): number | null {
  const have = facts.number("have");
  const need = facts.number("need");
  return have === null || need === null ? null : Math.max(1, need - have);
}

function days(count: number | null): string {
  if (count === null) return "some days";
  return count === 1 ? "1 day" : `${String(count)} days`;
}

/** The first three columns by name. */
function reasonsWords(unused: readonly ErrorFacts[]): string {
  const names = [...new Set(unused.map((item) => quoted(item.text("column"))))];
  if (names.length === 0) return "";
  const more = names.length > 3 ? ` and ${String(names.length - 3)} more` : "";
  return ` (too few days or no change in ${names.slice(0, 3).join(", ")}${more})`;
}
