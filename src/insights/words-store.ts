/**
 * What is said when the journal cannot be opened, read or written?
 *
 * The first worry of a person is "is my data lost?", so each sentence answers that where it can, and each mend is something that
 * can be done without knowing what a database is.
 */
import type { StoreError } from "../journal/store.ts";
import type { Worder } from "./error-facts.ts";

export const storeWords: Readonly<Record<StoreError["type"], Worder>> = {
  StoreMissing: (facts) => ({
    sentence: `There is no journal at ${facts.quoted("place")}.`,
    mend: "Start gutskin once to make one there, or point GUTSKIN_HOME to the folder that holds yours.",
  }),
  StoreReadOnly: (facts) => ({
    sentence: `The journal at ${facts.quoted("place")} may be read but not written, so nothing was saved.`,
    mend: "Allow writing to this file and its folder, then try again.",
  }),
  StoreLocked: (facts) => ({
    sentence: `Another program is using the journal at ${facts.quoted("place")} right now, so nothing was changed.`,
    mend: "Wait a moment and try again. If it stays, close other windows or commands that use gutskin.",
  }),
  StoreNotAJournal: (facts) => ({
    sentence: `The file at ${facts.quoted("place")} is not a gutskin journal. It was left as it is.`,
    mend: "Check the path, or move that file away and start gutskin again.",
  }),
  StoreNewer: (facts) => ({
    sentence: `The journal at ${facts.quoted("place")} was written by a newer gutskin. It was left as it is.`,
    mend: "Update gutskin and open it again.",
  }),
  StoreUnsupportedPlatform: (facts) => ({
    sentence: `gutskin cannot keep a journal on this kind of computer${detail(facts.text("detail"))}.`,
    mend: "Use the app in a browser instead, or run gutskin on another computer.",
  }),
  StoreDamaged: (facts) => ({
    sentence: `The journal at ${facts.quoted("place")} is damaged${detail(facts.text("detail"))}. Nothing was written to it.`,
    mend: "Make a copy of the file first, then run gutskin doctor; or go back to your last export.",
  }),
  DiskFull: (facts) => ({
    sentence: `There is no space left at ${facts.quoted("place")}, so this was not saved. What was saved before is safe.`,
    mend: "Free some space and save again.",
  }),
  StoreUnreachable: (facts) => ({
    sentence: `The journal cannot be reached${detail(facts.text("detail"))}. What was not marked as saved is not saved.`,
    mend: "Check that gutskin is still running, then try again.",
  }),
  EntryRefused: (facts) => ({
    sentence: `Entry ${String((facts.number("index") ?? 0) + 1)} was not saved: ${fieldWords(facts.text("field"))} ${refusalWords(facts.text("reason"))}.`,
    mend: "Change this field and save again; nothing of this save was stored.",
  }),
  JournalForeign: () => ({
    sentence: "This export belongs to another person's journal, so it was not mixed into yours.",
    mend: "Open a journal of its own for it, by setting GUTSKIN_HOME to another folder.",
  }),
  ExportUnreadable: (facts) => ({
    sentence: `The export cannot be read${lineWords(facts.number("line"))}: ${refusalWords(facts.text("reason"))}. Nothing was taken over.`,
    mend: "Use the file exactly as gutskin wrote it, or make a new export.",
  }),
};

function detail(text: string): string {
  return text === "" ? "" : ` (${text})`;
}

function lineWords(line: number | null): string {
  return line === null || line <= 0 ? "" : ` at line ${String(line)}`;
}

function fieldWords(field: string): string {
  return field === "" ? "it" : `"${field}"`;
}

/** Codes of entry-schema.ts and plausibility.ts; any other reason stands as it came. */
function refusalWords(reason: string): string {
  switch (reason) {
    case "missing":
      return "is missing";
    case "wrong-type":
      return "has the wrong form";
    case "not-a-number":
      return "is not a number";
    case "not-a-whole-number":
      return "is not a whole number";
    case "not-a-region":
      return "is not a country in two letters (GB, US, DE ...)";
    case "not-a-day":
      return "is not a day in the calendar";
    case "not-a-time":
      return "is not a time of day";
    case "out-of-range":
      return "is outside what can be meant";
    case "not-allowed":
      return "does not belong there";
    case "too-long":
      return "is too long";
    case "empty":
      return "is empty";
    case "malformed-text":
      return "holds a broken character";
    case "unknown-choice":
    case "unknown-kind":
      return "is none of the known choices";
    case "not-an-id":
    case "not-a-hash":
      return "is not a mark that gutskin makes";
    case "":
      return "could not be read";
    default:
      return `does not fit (${reason})`;
  }
}
