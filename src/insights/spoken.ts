/**
 * What is a column called when one talks about it, and how are its amounts said?
 *
 * Catalogue labels are names for screens ("Skin today", "Itch"); inside a sentence they are lower case and without "today".
 * Names of a person's own columns and of diary headers stay as they were written. Units become words ("h" -> "hours").
 */
import type { DailyColumn } from "../daily/table.ts";
import { catalogue, variableById } from "../journal/catalogue.ts";
import type { BetterIs, Role } from "../journal/variable.ts";
import { numberText } from "./numbers.ts";
import { shown } from "./shown.ts";

/** A column as sentences see it. */
export interface Spoken {
  /** Name of the column, as in the table. */
  readonly id: string;
  /** Name inside a sentence: "itch", "fermented foods", "Bifidobacterium". */
  readonly name: string;
  readonly unit: string;
  readonly role: Role;
  readonly betterIs: BetterIs;
}

const catalogueLabels: ReadonlySet<string> = new Set(catalogue.map((variable) => variable.label));

/** Words for units: [one, several]. Other units are said as they are written ("g", "mg/L"). */
const unitWords: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["points", ["point", "points"]],
  ["servings", ["serving", "servings"]],
  ["h", ["hour", "hours"]],
  ["min", ["minute", "minutes"]],
  ["days", ["day", "days"]],
  ["spots", ["spot", "spots"]],
  ["episodes", ["episode", "episodes"]],
  ["times", ["time", "times"]],
  ["cups", ["cup", "cups"]],
  ["drinks", ["drink", "drinks"]],
]);

/** The unit as it stands after this number: "serving" after 1, "servings" else; short units as they are ("h", "g"). */
export function unitAfter(value: number, unit: string): string {
  const words = unit.length > 3 ? unitWords.get(unit) : undefined;
  return words ? words[value === 1 ? 0 : 1] : unit;
}

/** Units that count the thing itself: "new spots up by 2" needs no unit word. */
const selfCounting: ReadonlySet<string> = new Set(["spots", "episodes", "times", ""]);

/** The column as sentences see it. */
export function speakOf(column: DailyColumn): Spoken {
  return {
    id: column.name,
    name: spokenName(labelOfColumn(column)),
    unit: column.unit,
    role: column.role,
    betterIs: column.betterIs,
  };
}

/** The label of a column; a diary header that is a catalogue id ("fibreGrams") is shown with the catalogue's label. */
export function labelOfColumn(column: DailyColumn): string {
  const label = column.label === "" ? column.name : column.label;
  return variableById(label)?.label ?? label;
}

/**
 * A label inside a sentence: "Skin today" -> "skin", "CRP" stays, labels that are not of the catalogue stay. A side of a variable of
 * the catalogue speaks as such: "Stool form, loose side" -> "stool form (loose side)".
 */
export function spokenName(label: string): string {
  const side = /^(.+), (loose side|hard side)$/.exec(label);
  if (side?.[1] !== undefined && side[2] !== undefined) return `${spokenName(side[1])} (${side[2]})`;
  if (!catalogueLabels.has(label)) return shown(label);
  const bare = label.replace(/ today$/, "");
  const second = bare.charAt(1);
  // "CRP" is an abbreviation, "Itch" is a word
  return second !== second.toLowerCase() ? bare : bare.charAt(0).toLowerCase() + bare.slice(1);
}

/** "0.7 points", "1 hour", "10 g"; without a unit only the number. Amounts are shown without sign. */
export function amountText(value: number, unit: string): string {
  const number = numberText(Math.abs(value));
  if (selfCounting.has(unit)) return number;
  if (unit === "yes") return `${number} (on a scale from no = 0 to yes = 1)`;
  const words = unitWords.get(unit);
  return `${number} ${words ? words[number === "1" ? 0 : 1] : shown(unit)}`;
}

/**
 * A change of a cause as a noun phrase: "10 g more fibre a day", "2 points less stress", "probiotic every day rather than never".
 * Below 0: less of it.
 */
export function stepPhrase(cause: Spoken, step: number): string {
  const words = unitWords.get(cause.unit);
  const size = Math.abs(step);
  const number = numberText(size);
  const isLess = step < 0;
  if (cause.unit === "yes") return yesPhrase(cause.name, step);
  if (selfCounting.has(cause.unit)) return `${cause.name} ${isLess ? "down" : "up"} by ${number}`;
  if (words && cause.unit !== "points") {
    const often = cause.role === "sleep" ? "a night" : "a day";
    return `${number} ${isLess ? "fewer" : "more"} ${words[number === "1" ? 0 : 1]} of ${cause.name} ${often}`;
  }
  const rhythm = cause.role === "lever" && cause.unit !== "points" ? " a day" : "";
  return `${amountText(size, cause.unit)} ${isLess ? "less" : "more"} ${cause.name}${rhythm}`;
}

/** A yes-or-no cause: all days, or so many of 100 days more or fewer. */
function yesPhrase(name: string, step: number): string {
  const days = Math.round(Math.abs(step) * 100);
  if (days >= 100) return step > 0 ? `${name} every day rather than never` : `${name} never rather than every day`;
  return `${name} on ${String(days)} of 100 days ${step < 0 ? "fewer" : "more"}`;
}

/** Where a sentence begins: "fibre or vegetables" becomes "Fibre or vegetables". Names of outside that begin otherwise stay. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "fibre", "fibre or vegetables", "fibre, vegetables or tea". */
export function eitherOf(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} or ${names[names.length - 1] ?? ""}`;
}

/** "higher" or "lower" for an outcome; hours of sleep are "longer" or "shorter". */
export function moveWord(outcome: Spoken, change: number): string {
  if (outcome.role === "sleep" && outcome.unit === "h") return change < 0 ? "shorter" : "longer";
  return change < 0 ? "lower" : "higher";
}
