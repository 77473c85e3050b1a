/**
 * What is said in an import preview: why was a row or cell left out, and what was decided?
 *
 * Words for the codes of importers/contract.ts that are not errors: skips, ignored rows, assumptions, reasons of a column guess.
 */
import type { Assumption, ColumnProposal, IgnoredRows, Skip, SkipCode } from "../importers/contract.ts";
import { assumedSentence } from "./assumed.ts";
import type { Wording } from "./error-facts.ts";
import { quoted } from "./shown.ts";

/** One skipped row or cell: place, reason, mend. */
export function wordSkip(skip: Skip): Wording {
  const column = skip.columnName === "" ? "" : `, column ${quoted(skip.columnName)}`;
  const { why, mend } = skipWords(skip.code);
  const found = skip.found === "" ? "" : ` (found ${quoted(skip.found)})`;
  return { sentence: `Line ${String(skip.line)}${column}: ${why}${found}.`, mend };
}

/** Heading for all skips of one code in a preview: "not a number". */
export function skipCodeWords(code: SkipCode): string {
  return skipWords(code).why;
}

function skipWords(code: SkipCode): { readonly why: string; readonly mend: string } {
  switch (code) {
    case "bad-number":
      return { why: "not a number", mend: "Write a plain number, or leave the cell blank when nothing was recorded." };
    case "bad-date":
      return { why: "not a day that can be meant", mend: "Write days like 2026-11-22, not later than tomorrow." };
    case "out-of-range":
      return { why: "outside what can be meant for this measure", mend: "Check the number and its unit." };
    case "too-many-cells":
      return { why: "more cells than the header has", mend: "Put quotation marks around text that holds commas." };
    case "no-variable":
      return {
        why: "no place in the journal for this",
        mend: "Map the column to a measure, a new one of your own, or a note.",
      };
    case "duplicate-day":
      return { why: "a second row for a day that is already there", mend: "Join the rows of that day into one." };
    case "sentinel":
      return { why: "a mark for not recorded, not a value", mend: "Nothing to do: it is read as not recorded." };
    case "superseded":
      return { why: "replaced by a later row of the same file", mend: "Nothing to do: the later row is used." };
  }
}

/** One ignored group of rows: "12 blank rows". */
export function wordIgnored(ignored: IgnoredRows): string {
  const rows = ignored.rows === 1 ? "1 row" : `${String(ignored.rows)} rows`;
  switch (ignored.rule) {
    case "blank-row":
      return `${rows} without any value.`;
    case "day-not-logged":
      return `${rows} of days on which nothing was written down; they count as not recorded, not as zero.`;
    case "nothing-mapped":
      return `${rows} with values only in columns that are not taken over.`;
    case "cut-off-row":
      return `${rows} at the end of the file that is cut off.`;
  }
}

/** One decision of an importer, as a plain sentence. */
export function wordAssumption(assumption: Assumption): string {
  return assumedSentence(assumption);
}

/** Why a column was guessed to go where it goes. */
export function wordProposal(why: ColumnProposal["why"]): string {
  switch (why) {
    case "name-matches-catalogue":
      return "The name is one that gutskin knows.";
    case "numeric-unknown-name":
      return "It holds numbers, but the name is not known: please choose.";
    case "text":
      return "It holds text, so it can become a note.";
    case "empty":
      return "It has no values.";
    case "date":
      return "It holds the days.";
  }
}
