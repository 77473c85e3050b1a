/**
 * When was it eaten, as far as the text says?
 *
 * "8 am", "at 13:30", "this morning", "yesterday lunch", "for dinner", "Breakfast:". The words are taken out of the text; meal words that belong to a
 * food ("breakfast burrito", "dinner roll") stay. A part of the day or a meal stands for its usual hour.
 */
import { mostTextUnits, type Token, tokensOf } from "./meal-tokens.ts";

/** The text without its time words. */
export interface TimedTokens {
  readonly tokens: readonly Token[];
  /** Minutes since midnight; null = none said. */
  readonly timeMinutes: number | null;
  /** -1 = yesterday; null = none said. */
  readonly dayShift: number | null;
}

interface TimeFound {
  readonly next: number;
  readonly minutes: number | null;
  readonly dayShift: number | null;
}

const MEALS: ReadonlyMap<string, number> = new Map([
  ["breakfast", 480],
  ["brekkie", 480],
  ["brunch", 660],
  ["elevenses", 660],
  ["lunch", 780],
  ["lunchtime", 780],
  ["dinner", 1140],
  ["supper", 1140],
  ["teatime", 1080],
]);
const PARTS: ReadonlyMap<string, number> = new Map([
  ["morning", 480],
  ["noon", 720],
  ["midday", 720],
  ["afternoon", 960],
  ["evening", 1140],
  ["night", 1260],
  ["midnight", 0],
]);
const DAYS: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["tonight", 0],
  ["tonights", 0],
  ["yesterday", -1],
  ["yesterdays", -1],
  ["todays", 0],
]);

/** Takes the time words out. The first clock time counts, without one the first meal or part of the day ("breakfast at 9" is 9 o'clock). */
export function takeTimes(tokens: readonly Token[]): TimedTokens {
  const kept: Token[] = [];
  let timeMinutes: number | null = null;
  let dayShift: number | null = null;
  let hasClock = false;
  for (let at = 0; at < tokens.length;) {
    const found = timeAt(tokens, at);
    if (found === null) {
      const token = tokens[at];
      if (token !== undefined) kept.push(token);
      at += 1;
      continue;
    }
    const isClock = tokens.slice(at, found.next).some((token) => token.kind === "number");
    if (isClock && !hasClock) timeMinutes = found.minutes;
    else timeMinutes ??= found.minutes;
    hasClock ||= isClock;
    dayShift ??= found.dayShift;
    at = found.next;
  }
  return { tokens: kept, timeMinutes, dayShift };
}

/** The first clock time that is said in numbers ("8 am", "at 13:30"), minutes since midnight; a meal or a part of the day is none. Null = none. */
export function clockTimeIn(text: string): number | null {
  const tokens = tokensOf(text.slice(0, mostTextUnits));
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind !== "number") continue;
    const before = tokens[at - 1]?.text ?? "";
    const found = clockAt(tokens, at, /^(?:at|around|about|by|circa)$/.test(before));
    if (found !== null) return found.minutes;
  }
  return null;
}

function timeAt(tokens: readonly Token[], at: number): TimeFound | null {
  const token = tokens[at];
  if (token === undefined || token.kind === "mark") return null;
  if (token.kind === "number") return clockAt(tokens, at, false);
  const next = tokens[at + 1];
  const word = token.text;
  if (/^(?:at|around|about|by|circa)$/.test(word) && next !== undefined) {
    if (next.kind === "number") return clockAt(tokens, at + 1, true);
    return wordsAt(tokens, at + 1, true);
  }
  return wordsAt(tokens, at, false);
}

/** "8:30", "8 am", "8.30pm"; after "at" also a bare hour that ends there. */
function clockAt(tokens: readonly Token[], at: number, isAfterAt: boolean): TimeFound | null {
  const hour = tokens[at];
  if (hour === undefined || hour.text.includes("/")) return null;
  const colon = tokens[at + 1];
  const minute = tokens[at + 2];
  let minutes: number | null = null;
  let next = at + 1;
  if (
    colon?.text === ":" &&
    colon.isGlued &&
    minute?.kind === "number" &&
    minute.isGlued &&
    /^[0-5]\d$/.test(minute.text)
  ) {
    minutes = hour.low * 60 + minute.low;
    next = at + 3;
  } else if (/^\d{1,2}[.,][0-5]\d$/.test(hour.text)) {
    minutes = Math.floor(hour.low) * 60 + Math.round((hour.low % 1) * 100);
  } else if (/^\d{1,2}$/.test(hour.text)) minutes = hour.low * 60;
  if (minutes === null) return null;
  const half = halfOfDay(tokens, next);
  const isColon = next === at + 3;
  if (half === null && !isColon) {
    const isOclock = tokens[next]?.text === "oclock" || tokens[next]?.text === "o";
    if (isOclock) return clock(minutes, next + 1);
    const after = tokens[next];
    const isEnd = after === undefined || after.kind === "mark" || /^(?:i|we|had|ate|then|and|with)$/.test(after.text);
    return isAfterAt && isEnd && Number.isInteger(hour.low) ? clock(minutes, next) : null;
  }
  if (half === null) return clock(minutes, next);
  if (minutes >= 780) return clock(minutes, half.next);
  const base = minutes % 720;
  return clock(half.isPm ? base + 720 : base, half.next);
}

function clock(minutes: number, next: number): TimeFound | null {
  return minutes >= 0 && minutes < 1440 ? { next, minutes, dayShift: null } : null;
}

function halfOfDay(tokens: readonly Token[], at: number): { readonly isPm: boolean; readonly next: number } | null {
  const word = tokens[at]?.text;
  if (word === "am" || word === "pm") return { isPm: word === "pm", next: at + 1 };
  if ((word === "a" || word === "p") && tokens[at + 1]?.text === "." && tokens[at + 2]?.text === "m") {
    return { isPm: word === "p", next: tokens[at + 3]?.text === "." ? at + 4 : at + 3 };
  }
  return null;
}

function wordsAt(tokens: readonly Token[], at: number, isAfterAt: boolean): TimeFound | null {
  const word = tokens[at]?.text ?? "";
  const next = tokens[at + 1]?.text ?? "";
  const day = DAYS.get(word);
  if (day !== undefined) {
    const part = PARTS.get(next) ?? MEALS.get(next);
    return {
      next: part === undefined ? at + 1 : at + 2,
      minutes: part ?? (word === "tonight" ? 1200 : null),
      dayShift: day,
    };
  }
  if (word === "last" && next === "night") return { next: at + 2, minutes: 1200, dayShift: -1 };
  if (/^(?:this|in|every|early|late|mid|that)$/.test(word)) {
    const second = next === "the" ? (tokens[at + 2]?.text ?? "") : next;
    const minutes = PARTS.get(second);
    return minutes === undefined || second === ""
      ? null
      : { next: next === "the" ? at + 3 : at + 2, minutes, dayShift: word === "this" ? 0 : null };
  }
  if (/^(?:noon|midday|midnight)$/.test(word))
    return { next: at + 1, minutes: PARTS.get(word) ?? null, dayShift: null };
  if (isAfterAt && word === "night") return { next: at + 1, minutes: 1260, dayShift: null };
  if (word === "for" || isAfterAt || word === "my" || word === "a" || word === "late" || word === "early") {
    const mealAt = isAfterAt ? at : at + 1;
    return mealAtIndex(tokens, mealAt, word === "for" || isAfterAt);
  }
  return mealAtIndex(tokens, at, false);
}

/** A meal word that stands for the time: after "for", before ":" or a number, alone on its line, or beside "yesterday". */
function mealAtIndex(tokens: readonly Token[], at: number, isAsked: boolean): TimeFound | null {
  const meal = tokens[at];
  const minutes = meal === undefined ? undefined : MEALS.get(meal.text);
  if (minutes === undefined) return null;
  const after = tokens[at + 1];
  const isDone = after === undefined || after.kind !== "word";
  if (isDone || isAsked || /^(?:was|is|were|today|yesterday|i|we|consisted|had|at|a|an|and|with)$/.test(after.text)) {
    const isStart =
      at === 0 ||
      isAsked ||
      tokens[at - 1]?.kind === "mark" ||
      /^(?:my|late|early|a)$/.test(tokens[at - 1]?.text ?? "");
    if (!isStart) return null;
    const shift = DAYS.get(after?.text ?? "");
    const skip =
      after !== undefined &&
      (shift !== undefined ||
        /^(?:was|is|were|consisted)$/.test(after.text) ||
        after.text === ":" ||
        after.text === "-");
    return { next: skip ? at + 2 : at + 1, minutes, dayShift: shift ?? null };
  }
  return null;
}
