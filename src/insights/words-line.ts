/**
 * What is said when a piece of a typed line was not taken as it stands?
 *
 * The sentence repeats the person's own words, says what would be read, and says whether the words were kept as a note.
 */
import type { LineProblem } from "../importers/line-reading.ts";
import type { Worder } from "./error-facts.ts";

export const lineWords: Readonly<Record<LineProblem["type"], Worder>> = {
  LineNeedsNumber: (facts) => ({
    sentence: `${facts.quoted("found")} names ${facts.text("about") || "a measure"}, but not how much. It is kept as a note.`,
    mend: `Add a number (${facts.text("expected") || "for example itch 4"}).`,
  }),
  LineNeedsYesOrNo: (facts) => ({
    sentence: `${facts.quoted("found")} could mean yes or no for ${facts.text("about") || "this"}. It is kept as a note.`,
    mend: `Write "${facts.text("about").toLowerCase()} yes" or "no ${facts.text("about").toLowerCase()}".`,
  }),
  LineNeedsUnit: (facts) => ({
    sentence: `${facts.quoted("found")} needs a unit that fits ${facts.text("about") || "this measure"}. It is kept as a note.`,
    mend: `Write the amount in ${facts.text("expected") || "its unit"}.`,
  }),
  LineNeedsName: (facts) => ({
    sentence: `${facts.quoted("found")} does not say what. It is kept as a note.`,
    mend: `Add the name, for example "${facts.text("expected")}".`,
  }),
  LineOutOfRange: (facts) => ({
    sentence: `${facts.quoted("found")} is not stored, because ${facts.text("about") || "this"} goes from ${facts.text("expected")}.`,
    mend: "Correct the number and enter it again.",
  }),
  LineScaleUnknown: (facts) => ({
    sentence: `${facts.quoted("found")} is not stored, because that scale cannot be turned into the one for ${facts.text("about") || "this"}.`,
    mend: `Write it as a number ${facts.text("expected")}.`,
  }),
  LineDayUnknown: (facts) => ({
    sentence: `${facts.quoted("found")} is not a day in the calendar, so nothing was stored for it.`,
    mend: `Write the day as year-month-day, for example ${facts.text("expected")}.`,
  }),
  LineDayInFuture: (facts) => ({
    sentence: `${facts.quoted("found")} is still to come, so nothing was stored for it.`,
    mend: `Use a day up to today (${facts.text("expected")}).`,
  }),
  LineQuoteOpen: (facts) => ({
    sentence: `A quotation mark is opened and not closed; all that follows is kept as a note: ${facts.quoted("found")}.`,
    mend: 'Close the note with ".',
  }),
  LineNotRead: (facts) => ({
    sentence: `${facts.quoted("found")} could not be read${facts.text("about") === "" ? "" : ` as ${facts.text("about")}`}. It is kept as a note.`,
    mend: 'Write for example "itch 4", "lentils, kefir", "took zinc 25 mg", or put a note in quotation marks.',
  }),
  LineTooLong: (facts) => ({
    sentence: `The line is longer than ${facts.text("expected")} and was not stored.`,
    mend: "Split it into several lines.",
  }),
};
