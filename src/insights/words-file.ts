/**
 * What is said when a file cannot be read, and where in it is the place to mend?
 *
 * Every sentence starts with file, line and column as far as they are known; every mend says what would be read instead. Nothing of
 * a refused file is stored, and the front doors say so once.
 */
import type { FileProblem } from "../importers/contract.ts";
import type { ErrorFacts, Worder } from "./error-facts.ts";

export const fileWords: Readonly<Record<FileProblem["type"], Worder>> = {
  FileEmpty: at("the file is empty", "Export it again from the app it came from, and check that it holds data."),
  NoDataRows: at(
    "there is a header but no row of data below it",
    "Add one row per day below the header, or export a range of days that holds entries.",
  ),
  NotText: at(
    (facts) => `this is not a text table (found: ${facts.text("found") || "other content"})`,
    "Save or export it as CSV. If it came from a web page, log in there and download the file again.",
  ),
  LooksLikeZip: at(
    "this is a zip archive, not a table",
    "Unpack it first and choose the CSV file inside. A spreadsheet (.xlsx) has to be saved as CSV.",
  ),
  EncodingUnsupported: at(
    (facts) => `the text is in a form that is not read here (${facts.text("found") || "unknown"})`,
    "Save it again as CSV in UTF-8.",
  ),
  CellTooLong: at(
    (facts) => `one cell is longer than ${facts.text("expected") || "can be read"}`,
    "Look for a missing quotation mark near this place, or shorten the cell.",
  ),
  TooManyColumns: at(
    (facts) => `there are more than ${facts.text("expected") || "the columns that can be read"}`,
    "Keep only the columns you want to ask about, and try again.",
  ),
  TooManyRows: at(
    (facts) => `there is more than can be read at once (${facts.text("found")}; read are ${facts.text("expected")})`,
    "Split the file into shorter spans of time. If one date is far away from the others, check its year.",
  ),
  UnclosedQuote: at(
    "a quotation mark is opened here and never closed",
    'Close it with a second ", or remove it. If the file was cut off, download it again.',
  ),
  DuplicateColumns: at(
    (facts) => `two columns have the name ${facts.quoted("columnName")}`,
    "Rename one of them, so that each name is there once.",
  ),
  NoDateColumn: at(
    (facts) => `no column with the day was found (columns: ${facts.text("found") || "none"})`,
    'Name the first column "date" with days like 2026-11-22, or "day" with whole numbers.',
  ),
  DateUnknown: at(
    (facts) => `${facts.quoted("found")} is not read as a day`,
    (facts) => `Write ${facts.text("expected") || "days like 2026-11-22"}.`,
  ),
  DateOrderAmbiguous: at(
    (facts) => `${facts.quoted("found")} can be read in two ways (${facts.text("expected")})`,
    "Say which comes first, the day or the month, or write the dates as year-month-day.",
  ),
  DatesMixed: at(
    (facts) => `${facts.quoted("found")} is written in another form than the dates before it`,
    (facts) => `Write all dates in one form: ${facts.text("expected") || "year-month-day"}.`,
  ),
  DayTwice: at(
    (facts) => `the day ${facts.quoted("found")} is there twice`,
    (facts) => `Join the two rows into one or remove one: ${facts.text("expected") || "one row per day"}.`,
  ),
  NotANumber: at(
    (facts) => `${facts.quoted("found")} is not a number`,
    "Write a number without a unit, or leave the cell blank when nothing was recorded.",
  ),
  NumberOutOfRange: at(
    (facts) => `${facts.quoted("found")} lies outside what can be meant (${facts.text("expected")})`,
    "Correct the number, or leave the cell blank when it is not known.",
  ),
  DecimalCommaAmbiguous: at(
    (facts) => `${facts.quoted("found")} can be read in two ways`,
    (facts) => `Use ${facts.text("expected") || "a decimal point"}.`,
  ),
  RowTooLong: at(
    (facts) => `this row has more cells than the header (first extra cell: ${facts.quoted("found")})`,
    (facts) =>
      `Give each row ${facts.text("expected") || "as many cells as the header"}. A comma inside text needs quotation marks around the text.`,
  ),
  RolesUnreadable: at(
    (facts) => `the roles file cannot be read here (found ${facts.quoted("found")})`,
    (facts) => `Expected: ${facts.text("expected") || '{"columns": {"gut": {"role": "gut"}}}'}.`,
  ),
  RolesUnknownColumn: at(
    (facts) => `the roles file names ${facts.quoted("columnName")}, but the diary has no such column`,
    (facts) => `Correct the name; the diary has ${facts.text("expected") || "other columns"}.`,
  ),
  JournalUnreadable: at(
    (facts) => `this is not a whole gutskin export (found ${facts.quoted("found")})`,
    "Use the file exactly as gutskin wrote it, or make a new export.",
  ),
  MappingUnknownColumn: at(
    (facts) => `the column choices name ${facts.quoted("columnName")}, but the file has no such column`,
    "Choose among the columns of this file, or use the file that the choices were made for.",
  ),
  FileTooBig: at(
    (facts) => `the file is too big (${facts.text("found")}; read are up to ${facts.text("expected")})`,
    "Split it into shorter spans of time.",
  ),
  FormatNotSupported: at(
    (facts) => `this looks like ${facts.text("found") || "a known format"}, which is not read yet`,
    (facts) =>
      `Read so far: ${facts.text("expected") || "CSV tables and gutskin's own export"}. A table saved as CSV always works.`,
  ),
};

type Text = string | ((facts: ErrorFacts) => string);

/** Sentence = place + what is wrong there. */
export function at(what: Text, mend: Text): Worder {
  return (facts) => ({
    sentence: `${placeWords(facts)}: ${typeof what === "string" ? what : what(facts)}.`,
    mend: typeof mend === "string" ? mend : mend(facts),
  });
}

/** `diary.csv, line 12, column 3 ("fibre")`; parts that are not known (0 or empty) are left out. */
function placeWords(facts: ErrorFacts): string {
  const line = facts.number("line") ?? 0;
  const column = facts.number("column") ?? 0;
  const name = facts.text("columnName");
  const parts = [facts.text("file") || "The file"];
  if (line > 0) parts.push(`line ${String(line)}`);
  if (column > 0) parts.push(name === "" ? `column ${String(column)}` : `column ${String(column)} ("${name}")`);
  else if (name !== "") parts.push(`column "${name}"`);
  return parts.join(", ");
}
