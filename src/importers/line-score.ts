/**
 * Which variable does this piece name, and which number does it give it?
 *
 * "itch 4", "skin 3/10", "slept 7h30", "3 spots", "no antibiotics", "period: yes". A name without a number is asked, not guessed. Words that
 * are food first and a variable second (milk, coffee) stay food unless a fitting unit says otherwise: "coffee 2" is not 2 mg of caffeine.
 */
import { normaliseName, variableByName } from "../journal/catalogue.ts";
import type { CustomVariableEntry } from "../journal/entry.ts";
import { durationMinutes, lineNumber, NUMBER_SOURCE, tidy, unitFactor } from "./line-amount.ts";
import type { LineProblem } from "./line-reading.ts";

/** What the line needs to know of a catalogue or custom variable. */
export interface LineVariable {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly role: string;
  readonly scaleMin?: number;
  readonly scaleMax?: number;
  readonly lowest: number;
  readonly highest: number;
}

export type ScoreReading =
  | { readonly type: "Value"; readonly variable: LineVariable; readonly value: number; readonly rescaledFrom?: string }
  | { readonly type: "Refused"; readonly variable: LineVariable; readonly problem: LineProblem }
  /** Names a variable and gives no number. */
  | { readonly type: "Bare"; readonly variable: LineVariable }
  /** Begins with a variable's name, but the rest cannot be read. */
  | { readonly type: "Muddled"; readonly variable: LineVariable }
  | { readonly type: "None" };

/** Catalogue names that are first of all food: as bare words or with a food's amount they belong to a meal. */
const foodFirst: ReadonlySet<string> = new Set(
  "milk,wine,beer,coffee,kaffee,water,salt,sugar,sugars,zucker,fat,legumes,cholesterol".split(","),
);

/** Amounts whose number means nothing without a unit: 2 of alcohol may be drinks, 7 of energy a feeling, CRP is printed in mg/L or mg/dL, weight is kg or lb. */
const needsUnit = (variable: LineVariable): boolean =>
  ["mg", "ml", "kcal", "mg/L", "kg"].includes(variable.unit) || variable.id === "alcoholGrams";

const AFTER = new RegExp(
  `^(\\D*?[^\\d\\s:=])\\s*[:=]?\\s*(${NUMBER_SOURCE})(?:\\s*/\\s*(${NUMBER_SOURCE}))?\\s*([^\\d\\s]*)$`,
  "u",
);
const BEFORE = new RegExp(`^(${NUMBER_SOURCE})\\s*(.+)$`, "u");
const ANSWER = /^(.+?)\s*[:=]?\s+(yes|no|none)$/iu;
const NO = /^no\s+(.+)$/iu;

/** Reads one piece of words. Custom variables are tried before the catalogue. */
export function readScore(words: string, custom: readonly CustomVariableEntry[]): ScoreReading {
  const find = (name: string): LineVariable | null => variableNamed(name, custom);
  const bare = find(words);
  if (bare) return isFoodFirst(words) ? { type: "None" } : { type: "Bare", variable: bare };
  return (
    noneOf(words, find) ??
    durationOf(words, find) ??
    numberAfter(words, find) ??
    numberBefore(words, find) ??
    muddled(words, find)
  );
}

type Find = (name: string) => LineVariable | null;

/** "no antibiotics", "itch none", "period yes". */
function noneOf(words: string, find: Find): ScoreReading | null {
  const answer = ANSWER.exec(words);
  const name = NO.exec(words)?.[1] ?? answer?.[1];
  if (name === undefined || isFoodFirst(name)) return null;
  const variable = find(name);
  if (!variable) return null;
  const says = answer?.[2]?.toLowerCase() === "yes" ? 1 : 0;
  if (says === 1 && variable.unit !== "yes") return null;
  return valueOf(variable, says, words);
}

/** "slept 7:30", "yoga 1h", for variables kept in hours or minutes. */
function durationOf(words: string, find: Find): ScoreReading | null {
  const after = /^(\D+?)\s*[:=]?\s*(\d.*)$/u.exec(words);
  const before = /^(\d[\d.,]*\s*(?:h|hr|hrs|hours?|m|min|mins|minutes?))\s+(?:of\s+)?(\D+)$/iu.exec(words);
  for (const [name, amount] of [
    [after?.[1], after?.[2]],
    [before?.[2], before?.[1]],
  ]) {
    const variable = name === undefined ? null : find(name.trim());
    if (!variable || amount === undefined || (variable.unit !== "h" && variable.unit !== "min")) continue;
    const minutes = durationMinutes(amount, variable.unit);
    if (minutes === null) continue;
    return valueOf(variable, tidy(variable.unit === "h" ? minutes / 60 : minutes), amount);
  }
  return null;
}

/** "itch 4", "skin: 3/10", "fibre 25 g". */
function numberAfter(words: string, find: Find): ScoreReading | null {
  const match = AFTER.exec(words);
  if (match === null) return null;
  const [, name = "", number = "", max, unit = ""] = match;
  const variable = find(name);
  if (!variable || (isFoodFirst(name) && !fitsExactly(unit, variable))) return null;
  if (max !== undefined) return outOf(variable, lineNumber(number), lineNumber(max), `${number}/${max}`);
  return withUnit(variable, lineNumber(number), unit, words);
}

/** "3 spots", "30 g fibre", "2 servings of fermented foods". */
function numberBefore(words: string, find: Find): ScoreReading | null {
  const match = BEFORE.exec(words);
  if (match === null) return null;
  const [, number = "", rest = ""] = match;
  const whole = find(rest);
  if (whole && !isFoodFirst(rest)) return withUnit(whole, lineNumber(number), "", words);
  const split = /^(\S+)\s+(?:of\s+)?(.+)$/u.exec(rest);
  const [unit = "", name = ""] = [split?.[1], split?.[2]];
  const variable = name === "" ? null : find(name);
  if (!variable || isFoodFirst(name) || unitFactor(unit, variable.unit) === null) return null;
  return withUnit(variable, lineNumber(number), unit, words);
}

/** "slept badly": begins with a variable that is not a food, and cannot be read further. */
function muddled(words: string, find: Find): ScoreReading {
  const first = /^[\p{L}-]+/u.exec(words)?.[0] ?? "";
  const variable = first === "" || isFoodFirst(first) ? null : find(first);
  return variable ? { type: "Muddled", variable } : { type: "None" };
}

function withUnit(variable: LineVariable, number: number, unit: string, found: string): ScoreReading {
  if (variable.unit === "yes") {
    if (unit !== "" || (number !== 0 && number !== 1)) return refuse(variable, "LineNeedsYesOrNo", found, "yes or no");
    return { type: "Value", variable, value: number };
  }
  if (unit === "" && needsUnit(variable)) return refuse(variable, "LineNeedsUnit", found, variable.unit);
  // grams may be left out ("fibre 25"); a unit that is written must fit
  const factor = unit === "" ? 1 : unitFactor(unit, variable.unit);
  if (factor === null) return refuse(variable, "LineNeedsUnit", found, variable.unit);
  return valueOf(variable, tidy(number * factor), found);
}

/** "3/5": taken as it is on the same scale, stretched when both scales start at 0, else refused. */
function outOf(variable: LineVariable, number: number, max: number, found: string): ScoreReading {
  const top = variable.scaleMax;
  if (top === max) return valueOf(variable, number, found);
  if (top === undefined || variable.scaleMin !== 0 || !(max > 0)) {
    return refuse(variable, "LineScaleUnknown", found, top === undefined ? variable.unit : `out of ${String(top)}`);
  }
  if (number < 0 || number > max) return refuse(variable, "LineOutOfRange", found, `0 to ${String(max)}`);
  return { type: "Value", variable, value: tidy((number / max) * top), rescaledFrom: found };
}

function valueOf(variable: LineVariable, value: number, found: string): ScoreReading {
  if (value >= variable.lowest && value <= variable.highest) return { type: "Value", variable, value };
  const expected = `${String(variable.lowest)} to ${String(variable.highest)}`;
  return refuse(variable, "LineOutOfRange", found, expected);
}

function refuse(variable: LineVariable, type: LineProblem["type"], found: string, expected: string): ScoreReading {
  return { type: "Refused", variable, problem: { type, found, about: variable.label, expected } };
}

function isFoodFirst(name: string): boolean {
  return foodFirst.has(normaliseName(name));
}

/** Only "milk 2 servings" and the like: a food with grams or millilitres is a food. */
function fitsExactly(unit: string, variable: LineVariable): boolean {
  return unit !== "" && variable.unit === "servings" && unitFactor(unit, variable.unit) !== null;
}

/** The variable of this name, custom ones first. */
export function variableNamed(name: string, custom: readonly CustomVariableEntry[]): LineVariable | null {
  const wanted = normaliseName(name);
  if (wanted === "") return null;
  const own = custom.find((entry) => normaliseName(entry.label) === wanted || normaliseName(entry.id) === wanted);
  if (own) {
    return {
      id: own.id,
      label: own.label,
      unit: own.unit,
      role: own.role,
      ...(own.min === undefined ? {} : { scaleMin: own.min }),
      ...(own.max === undefined ? {} : { scaleMax: own.max }),
      lowest: own.min ?? -1e12,
      highest: own.max ?? 1e12,
    };
  }
  const known = variableByName(wanted);
  if (!known) return null;
  return {
    id: known.id,
    label: known.label,
    unit: known.unit,
    role: known.role,
    ...(known.min === undefined ? {} : { scaleMin: known.min }),
    ...(known.max === undefined ? {} : { scaleMax: known.max }),
    lowest: known.plausibleMin,
    highest: known.plausibleMax,
  };
}
