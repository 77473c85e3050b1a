/**
 * What does one piece of a typed line mean, and which entries would it write?
 *
 * Tried in this order: practice, dose, score, food. A piece is only a part of the line here: day and time come later (line-when.ts), so that
 * a reading is a description with a `write` that makes the entries once they are known.
 */
import { addDays, type Day } from "../base/day.ts";
import type { Entry, MealEntry } from "../journal/entry.ts";
import { doseVerb, readDose, readPractice, type DoseVerb } from "./line-dose.ts";
import { lineNumber, NUMBER_SOURCE } from "./line-amount.ts";
import type { LineOptions, LinePartKind, LineProblem } from "./line-reading.ts";
import { readScore, variableNamed, type LineVariable, type ScoreReading } from "./line-score.ts";

/** What all entries of a part share. */
export interface Common {
  readonly day: Day;
  readonly time?: string;
  readonly offsetMinutes?: number;
  readonly source?: string;
}

export interface ReadPart {
  readonly kind: LinePartKind;
  readonly label: string;
  readonly problem?: LineProblem;
  readonly rescaledFrom?: string;
  readonly write: (common: Common, lastNight: boolean) => readonly Entry[];
  /** Foods, so that neighbours between commas can join them. */
  readonly food?: { readonly words: string; readonly meal?: NonNullable<MealEntry["meal"]> };
  /** A dose: what follows after a comma may be one too. */
  readonly verb?: DoseVerb;
}

/** Longer pieces are food or a note: no score is that long. */
const LONGEST_SCORE = 200;
const NAME_LIMIT = 200;

/** Reads words. `verb`: the dose verb that the part began with, or null. */
export function readWords(words: string, options: LineOptions, verb: DoseVerb | null): ReadPart {
  if (words.length > LONGEST_SCORE) return readFood(words, options);
  const practice = readPractice(words);
  if (practice) return practicePart(practice, words);
  const dose = doseVerb(words);
  if (dose) return dosePart(dose.rest, dose.verb, words);
  const score = readScore(words, options.customVariables ?? []);
  if (score.type === "Value" || score.type === "Refused") return scorePart(score, words);
  if (verb !== null) return dosePart(words, verb, words);
  if (score.type === "Bare") return askPart(score.variable, words);
  if (score.type === "Muddled" && options.isFood?.(words) !== true) return unread(words, score.variable.label);
  return readFood(words, options);
}

/** True when the words are a whole score, so that "7:30" in them is no time of day. */
export function isWholeScore(words: string, options: LineOptions): boolean {
  return words.length <= LONGEST_SCORE && readScore(words, options.customVariables ?? []).type === "Value";
}

/** `#mood(8)` answers a variable of that name, `#ill` a yes/no variable, any other tag and `@context` is kept as a tag. */
export function readTag(text: string, options: LineOptions): ReadPart {
  const match = /^([#@])([^()]+)(?:\(([^()]*)\))?$/u.exec(text);
  const name = match?.[2] ?? text;
  const inside = (match?.[3] ?? "").trim();
  const isNumber = new RegExp(`^${NUMBER_SOURCE}$`).test(inside);
  const variable = match?.[1] === "#" ? variableNamed(name, options.customVariables ?? []) : null;
  if (variable && (isNumber || (inside === "" && variable.unit === "yes"))) {
    const value = isNumber ? lineNumber(inside) : 1;
    if (value < variable.lowest || value > variable.highest) {
      const expected = `${String(variable.lowest)} to ${String(variable.highest)}`;
      return scorePart(
        {
          type: "Refused",
          variable,
          problem: { type: "LineOutOfRange", found: text, about: variable.label, expected },
        },
        text,
      );
    }
    return scorePart({ type: "Value", variable, value }, text);
  }
  if (inside !== "" && !isNumber) return unread(text, "");
  if (name.length > NAME_LIMIT) return unread(text, "");
  const tag = name.toLowerCase();
  const value = isNumber ? { value: lineNumber(inside) } : {};
  return { kind: "tag", label: "Tag", write: (common) => [{ kind: "tag", ...common, tag, ...value }] };
}

/** A quoted note. */
export function readQuote(text: string, open: boolean): ReadPart {
  const problem: LineProblem = { type: "LineQuoteOpen", found: text, about: "", expected: '"' };
  if (text === "") return { kind: "blank", label: "", write: () => [], ...(open ? { problem } : {}) };
  return { kind: "note", label: "Note", write: writeNote(text), ...(open ? { problem } : {}) };
}

function scorePart(score: Extract<ScoreReading, { readonly type: "Value" | "Refused" }>, words: string): ReadPart {
  const { variable } = score;
  const kind = variable.role === "sleep" ? "sleep" : "score";
  if (score.type === "Refused") {
    // a number that cannot be meant is not stored; one that lacks its unit is kept as a note until it is answered
    const asked = score.problem.type === "LineNeedsUnit" || score.problem.type === "LineNeedsYesOrNo";
    return {
      kind: "unread",
      label: variable.label,
      problem: score.problem,
      write: asked ? writeNote(words) : () => [],
    };
  }
  const marker = markerOf(variable, score.value);
  return {
    kind: marker ? "marker" : kind,
    label: variable.label,
    ...(score.rescaledFrom === undefined ? {} : { rescaledFrom: score.rescaledFrom }),
    write: (common, lastNight) => {
      // nights belong to the date of waking
      const day = lastNight && kind === "sleep" ? addDays(common.day, 1) : common.day;
      if (marker) return [{ kind: "marker", ...common, ...marker }];
      return [{ kind: "answer", ...common, day, item: variable.id, value: score.value }];
    },
  };
}

/** Laboratory values are kept with their unit. */
function markerOf(
  variable: LineVariable,
  value: number,
): Pick<Extract<Entry, { kind: "marker" }>, "marker" | "amount"> | null {
  if (variable.id === "crpMgPerL") return { marker: "crp", amount: { value, unit: variable.unit } };
  if (variable.id === "calprotectinUgPerG") return { marker: "calprotectin", amount: { value, unit: variable.unit } };
  return null;
}

function askPart(variable: LineVariable, words: string): ReadPart {
  const type = variable.unit === "yes" ? "LineNeedsYesOrNo" : "LineNeedsNumber";
  const expected =
    variable.unit === "yes"
      ? "yes or no"
      : `${String(variable.lowest)} to ${String(variable.highest)} ${variable.unit}`;
  const problem: LineProblem = { type, found: words, about: variable.label, expected };
  return { kind: "unread", label: variable.label, problem, write: writeNote(words) };
}

function dosePart(rest: string, verb: DoseVerb, words: string): ReadPart {
  const dose = readDose(rest, verb);
  if (dose === null || dose.name.length > NAME_LIMIT) {
    const problem: LineProblem = { type: "LineNeedsName", found: words, about: "", expected: "took zinc 25 mg" };
    return { kind: "unread", label: "Note", problem, write: writeNote(words), verb };
  }
  const { name, taken, group } = dose;
  const amount = dose.amount === undefined ? {} : { amount: dose.amount };
  const cfu = dose.log10Cfu === undefined ? {} : { log10Cfu: dose.log10Cfu };
  return dose.kind === "medicine"
    ? {
        kind: "medicine",
        label: "Medicine",
        verb,
        write: (common) => [{ kind: "medicine", ...common, name, taken, group, ...amount }],
      }
    : {
        kind: "supplement",
        label: "Supplement",
        verb,
        write: (common) => [{ kind: "supplement", ...common, product: name, taken, ...amount, ...cfu }],
      };
}

function practicePart(reading: NonNullable<ReturnType<typeof readPractice>>, words: string): ReadPart {
  const { practice } = reading;
  const label = practice.charAt(0).toUpperCase() + practice.slice(1);
  switch (reading.type) {
    case "Minutes": {
      const { minutes } = reading;
      return { kind: "practice", label, write: (common) => [{ kind: "practice", ...common, practice, minutes }] };
    }
    case "NoMinutes": {
      const problem: LineProblem = { type: "LineNeedsNumber", found: words, about: label, expected: "minutes" };
      return { kind: "unread", label, problem, write: writeNote(words) };
    }
    case "TooLong": {
      const expected = `0 to ${String(reading.most)} minutes`;
      const problem: LineProblem = { type: "LineOutOfRange", found: words, about: label, expected };
      return { kind: "unread", label, problem, write: () => [] };
    }
  }
}

const MEAL = /^(breakfast|lunch|dinner|supper|snacks?)\b\s*:?\s*(.*)$/iu;
const ATE = /^(?:ate|had|drank|eaten)\s+(.+)$/iu;

function readFood(words: string, options: LineOptions): ReadPart {
  const named = MEAL.exec(words);
  const after = named ? (named[2] ?? "") : words;
  const foods = ATE.exec(after)?.[1] ?? after;
  if (named && foods === "") {
    const problem: LineProblem = { type: "LineNeedsName", found: words, about: "", expected: "lunch: lentils, rice" };
    return { kind: "unread", label: "Note", problem, write: writeNote(words) };
  }
  // "no milk" must not become milk
  const possible = /\p{L}/u.test(foods) && !/^(?:no|not|without)\s/iu.test(foods);
  if (!possible || options.isFood?.(foods) === false) return unread(words, "");
  return mealPart(foods, named ? mealName(named[1] ?? "") : undefined);
}

/** A meal of these words; also used to join foods between commas. */
export function mealPart(words: string, meal: MealEntry["meal"]): ReadPart {
  const name = meal === undefined ? {} : { meal };
  return {
    kind: "meal",
    label: meal === undefined ? "Meal" : meal.charAt(0).toUpperCase() + meal.slice(1),
    food: { words, ...name },
    write: (common) => [{ kind: "meal", ...common, text: storable(words), ...name }],
  };
}

function mealName(word: string): NonNullable<MealEntry["meal"]> {
  const lower = word.toLowerCase();
  if (lower === "breakfast" || lower === "lunch") return lower;
  return lower.startsWith("snack") ? "snack" : "dinner";
}

/** Not understood: kept as a note and marked. */
export function unread(words: string, about: string): ReadPart {
  const problem: LineProblem = { type: "LineNotRead", found: words, about, expected: "" };
  return { kind: "unread", label: "Note", problem, write: writeNote(words) };
}

function writeNote(text: string): ReadPart["write"] {
  return (common) => [{ kind: "note", ...common, text: storable(text) }];
}

/** The journal takes well-formed text without U+0000: broken characters become the replacement character. */
function storable(text: string): string {
  return text.replace(/\p{Cs}|\0/gu, "\uFFFD");
}
