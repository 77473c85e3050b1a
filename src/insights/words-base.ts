/**
 * What is said when a value does not have the promised shape, or a day does not exist?
 *
 * Words for the errors of base and of the journal's own bytes (canonical form, stored ops).
 */
import type { Worder } from "./error-facts.ts";

type BaseError = "DayInvalid" | "SchemaMismatch" | "CanonicalRefused" | "OpUnreadable" | "JsonMistake";

export const baseWords: Readonly<Record<BaseError, Worder>> = {
  DayInvalid: (facts) => ({
    sentence: `${facts.quoted("text")} is not a day in the calendar.`,
    mend: "Write the day as year-month-day, for example 2026-11-22.",
  }),
  SchemaMismatch: (facts) => {
    const first = facts.list("issues")[0];
    const place = first?.text("path") ?? "";
    const message = first?.text("message") ?? "";
    const where = place === "" ? "" : ` at ${place}`;
    return {
      sentence: `This is not a readable ${facts.text("what") || "value"}${where}${message === "" ? "" : `: ${message}`}.`,
      mend: "Check that place, or use a file that gutskin wrote itself.",
    };
  },
  CanonicalRefused: (facts) => ({
    sentence: `Something${placeOf(facts.text("path"))} cannot be stored: ${canonicalReason(facts.text("reason"))}.`,
    mend: "Shorten the text or take out unusual characters, then save again.",
  }),
  OpUnreadable: (facts) => ({
    sentence:
      facts.text("reason") === "schema-newer"
        ? "One record was written by a newer gutskin; it is kept and set aside."
        : "One record cannot be read; it is kept and set aside.",
    mend: "Update gutskin, then run gutskin doctor.",
  }),
  JsonMistake: (facts) => ({
    sentence: `Line ${facts.count("line")}, column ${facts.count("column")}: found ${facts.quoted("found")}.`,
    mend: `Expected here: ${facts.text("expected") || "valid JSON"}.`,
  }),
};

function placeOf(path: string): string {
  return path === "" ? "" : ` (${path})`;
}

function canonicalReason(reason: string): string {
  switch (reason) {
    case "not-a-number":
      return "a number is missing its value";
    case "malformed-text":
      return "the text holds a broken character";
    case "too-large":
      return "it is too long";
    case "too-deep":
      return "it is nested too deeply";
    default:
      return "it is not plain text or numbers";
  }
}
