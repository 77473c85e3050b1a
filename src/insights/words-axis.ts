/**
 * What is said when a diary cannot be analysed yet?
 *
 * Too little is normal at the start and never the person's fault: each sentence says what is there and how much more is needed.
 */
import type { AxisError, Unused } from "../engine/posterior.ts";
import type { ErrorFacts, Worder } from "./error-facts.ts";
import { quoted } from "./shown.ts";
import type { WhatIfError } from "./what-if.ts";

/** Columns named as help. */
const MOST_NAMES = 8;

export const axisWords: Readonly<Record<AxisError["type"] | Unused["type"] | WhatIfError["type"], Worder>> = {
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
  RecallIsNoCause: (facts) => ({
    sentence: `${facts.quoted("column")} looks back over several days at once, so it is looked at as what may follow, not as what comes first.`,
    mend: "Nothing has to be done. A daily item of the same kind can be looked at both ways.",
  }),
  CopyOfOutcome: (facts) => ({
    sentence: `${facts.quoted("column")} is a copy of ${facts.quoted("outcome")}, so one cannot be explained by the other.`,
    mend: "Leave one of the two out.",
  }),
  SetAside: (facts) => ({
    sentence: `There are many columns for so long a diary, so ${facts.quoted("column")} was not weighed for ${facts.quoted("outcome")}.`,
    mend: "Fewer columns or more days let every column be weighed.",
  }),
  WhatIfUnreadable: (facts) => ({
    sentence: `${facts.quoted("found")} does not say what changes and by how much.`,
    mend: "Write the name of a column, an equals sign and an amount per day, for example fibreGrams=+10 or stress=-2.",
  }),
  WhatIfNotANumber: (facts) => ({
    sentence: `${facts.quoted("found")} is not an amount of ${facts.quoted("column")}.`,
    mend: "Write a number with its sign and without a unit, for example +10 or -2.",
  }),
  WhatIfColumnUnknown: (facts) => ({
    sentence: `This diary has no column named ${facts.quoted("column")}.`,
    mend: knownWords(facts.texts("known")),
  }),
  WhatIfBeyondYes: (facts) => ({
    sentence: `${facts.quoted("column")} is yes or no, so it cannot change by more than 1.`,
    mend: "Ask for +1 (every day rather than never) or -1 (never rather than every day).",
  }),
  WhatIfNoAnswer: (facts) => ({
    sentence: `Nothing is known yet of what goes with changes of ${facts.quoted("column")}.`,
    mend: "It may be an outcome only, have too few days, or never change; the list of what was not used says more.",
  }),
  WhatIfWithheld: () => ({
    sentence: "A safety message waits to be read first.",
    mend: "Read it, say that you have read it, and ask again.",
  }),
};

/** The first columns by name. */
function knownWords(names: readonly string[]): string {
  if (names.length === 0) return "The diary has no columns to ask about.";
  const more = names.length > MOST_NAMES ? ` and ${String(names.length - MOST_NAMES)} more` : "";
  return `Its columns are ${names.slice(0, MOST_NAMES).map(quoted).join(", ")}${more}.`;
}

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
