/**
 * What was decided without proof while reading a file, said so that a person can object?
 *
 * Each code of the importers becomes one plain sentence that names the column. The same code for many columns is said once
 * with the columns listed, so that a file of forty levers does not give forty sentences.
 */
import type { DiaryFact } from "../importers/contract.ts";
import { variableById } from "../journal/catalogue.ts";
import { quoted, shown } from "./shown.ts";

/** Names listed in one sentence before "and N more". */
const MOST_NAMES = 12;

/** One plain sentence per decision, in the order in which they were made; levers by default are gathered in one. */
export function assumedSentences(facts: readonly DiaryFact[]): readonly string[] {
  const levers = facts.filter((fact) => fact.type === "LeverByDefault").map((fact) => fact.column);
  const sentences: string[] = [];
  let leversSaid = false;
  for (const fact of facts) {
    if (fact.type !== "LeverByDefault") sentences.push(assumedSentence(fact));
    else if (!leversSaid) {
      sentences.push(leverSentence(levers));
      leversSaid = true;
    }
  }
  return [...new Set(sentences)];
}

/** One plain sentence for one decision. */
export function assumedSentence(fact: DiaryFact): string {
  const column = fact.column === "" ? "" : `Column ${quoted(fact.column)}`;
  const place = column === "" ? "The file" : column;
  const one = column === "" ? "A column" : column;
  const value = shown(fact.value);
  switch (fact.type) {
    case "DateOrder":
      return `${column === "" ? "Dates" : `${column}: dates`} were read as ${dateOrderWords(fact.value)}.`;
    case "DecimalMark":
      return `${place}: ${fact.value === "," ? "a comma" : fact.value === "." ? "a point" : quoted(fact.value)} was read as the decimal mark.`;
    case "Encoding":
      return `The text of the file was read as ${value}.`;
    case "Delimiter":
      return `The columns of the file were split at ${delimiterWords(fact.value)}.`;
    case "DayNotLogged":
      return `${column === "" ? "" : `${column}: `}${value === "" ? "Some days" : value} without any food were read as not written down, not as zero.`;
    case "ScaleGuess":
      return `${place} was read on the scale ${value}.`;
    case "FormulaPrefixRemoved":
      return `${place}: a quote mark in front of text that looks like a spreadsheet formula was taken away.`;
    case "PartialFile":
      return `The file seems to be cut off${value === "" ? "" : ` at line ${value}`}; only the whole rows before the cut were read.`;
    case "MatchedCatalogue":
      return `${one} was read as ${labelOf(fact.value)}, because of its name.`;
    case "LeverByDefault":
      return leverSentence([fact.column]);
    case "ScaleNotCatalogue":
      return `${one} is named like ${labelOf(fact.value)} but has values outside that scale, so it was read as a measure of the same kind without a unit.`;
    case "EmptyColumn":
      return `${one} has no values and was left out.`;
    case "StandardDeviationOf":
      return `${one} was read as the measurement error of ${quoted(fact.value)}.`;
  }
}

function leverSentence(columns: readonly string[]): string {
  const named = columns.slice(0, MOST_NAMES).map(quoted).join(", ");
  const rest = columns.length - MOST_NAMES;
  const list = rest > 0 ? `${named} and ${String(rest)} more` : named;
  return columns.length === 1
    ? `Column ${list} has a name that is not known, so it was taken as a lever: something done or eaten.`
    : `Columns ${list} have names that are not known, so they were taken as levers: things done or eaten.`;
}

function labelOf(id: string): string {
  const variable = variableById(id);
  return variable ? `${variable.label} (${variable.id})` : quoted(id);
}

function dateOrderWords(order: string): string {
  if (order === "ymd") return "year, month, day";
  if (order === "dmy") return "day, month, year";
  if (order === "mdy") return "month, day, year";
  return shown(order);
}

function delimiterWords(mark: string): string {
  if (mark === ",") return "commas";
  if (mark === ";") return "semicolons";
  if (mark === "\t" || mark === "tab") return "tabs";
  if (mark === "|") return "upright bars";
  return quoted(mark);
}
