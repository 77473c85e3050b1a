/**
 * How is a line as people type it ("lentils, kefir; itch 4; slept 7 yesterday") turned into journal entries?
 *
 * Grammar: parts split by `;`; a part is a score, foods, a dose ("took", "rx"), a practice, #tags, @contexts or a "note"; commas separate foods, and
 * a piece between commas that reads as a score is a score. Times: line-when.ts. Pure, never throws, same result in terminal and app;
 * every character belongs to exactly one part. What is not understood is marked and kept as a note; what cannot be meant is not stored.
 */
import type { Entry, MealEntry } from "../journal/entry.ts";
import { isWholeScore, mealPart, readQuote, readTag, readWords, type Common, type ReadPart } from "./line-parts.ts";
import { cutLine } from "./line-pieces.ts";
import type { DoseVerb } from "./line-dose.ts";
import type { LineOptions, LinePart, LineProblem, LineReading } from "./line-reading.ts";
import { placeInTime, type TimedPiece, type When } from "./line-when.ts";

/** Longest line, UTF-16 units: the journal's longest text. */
export const LONGEST_LINE = 10_000;

interface ReadPiece {
  readonly read: ReadPart;
  readonly when: When;
  readonly timed: boolean;
  readonly group: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads one line. Cost: linear in the number of pieces; a piece that could be a score has at most 200 characters.
 *
 * @example
 * ```ts
 * import { parseDay, readLine } from "gutskin";
 * const today = parseDay("2026-11-22");
 * if (!today.ok) throw new Error("day");
 * const { parts } = readLine("lentils, kefir; itch 4; slept 7", { today: today.value });
 * const kinds = parts.filter((part) => part.kind !== "blank").map((part) => part.kind);
 * if (kinds.join(" ") !== "meal score sleep") throw new Error(kinds.join(" "));
 * ```
 */
export function readLine(text: string, options: LineOptions): LineReading {
  const parts = text.length > LONGEST_LINE ? [tooLong(text)] : readParts(text, options);
  return { text, today: options.today, parts, entries: parts.flatMap((part) => part.entries) };
}

function readParts(text: string, options: LineOptions): readonly LinePart[] {
  const timed = placeInTime(cutLine(text), options.today, (words) => isWholeScore(words, options));
  const joined = joinFoods(readPieces(timed, options));
  if (joined.length === 0) return text === "" ? [] : [emptyPart(text, "blank", 0, text.length)];
  // the line is tiled: separators belong to the part before them, leading ones to the first part
  return joined.map((piece, index) => {
    const start = index === 0 ? 0 : piece.start;
    const end = joined[index + 1]?.start ?? text.length;
    return finish(piece, text.slice(piece.start, piece.end), start, end, options);
  });
}

function readPieces(timed: readonly TimedPiece[], options: LineOptions): readonly ReadPiece[] {
  let verb: DoseVerb | null = null;
  let group = -1;
  return timed.map((item) => {
    if (item.piece.group !== group) verb = null;
    group = item.piece.group;
    const read = readPiece(item, options, verb);
    verb = read.verb ?? verb;
    return { read, when: item.when, timed: item.timed, group, start: item.piece.start, end: item.piece.end };
  });
}

function readPiece({ piece, words }: TimedPiece, options: LineOptions, verb: DoseVerb | null): ReadPart {
  switch (piece.kind) {
    case "quote":
      return readQuote(words, piece.open ?? false);
    case "tag":
    case "context":
      return readTag(words, options);
    case "words":
      return words === "" ? { kind: "time", label: "Time", write: () => [] } : readWords(words, options, verb);
  }
}

/** Foods that stand side by side in one part are one meal, unless a named meal or a time of its own begins a new one. */
function joinFoods(pieces: readonly ReadPiece[]): readonly ReadPiece[] {
  const joined: ReadPiece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const first = before?.read.food;
    const food = piece.read.food;
    const joins = before?.group === piece.group && (!piece.timed || sameTime(before.when, piece.when));
    if (before && first && food && food.meal === undefined && joins) {
      joined[joined.length - 1] = { ...before, read: joinMeals(first, food.words), end: piece.end };
    } else joined.push(piece);
  }
  return joined;
}

function joinMeals(first: { readonly words: string; readonly meal?: MealEntry["meal"] }, more: string): ReadPart {
  return mealPart(`${first.words}, ${more}`, first.meal);
}

function sameTime(a: When, b: When): boolean {
  return a.day === b.day && a.time === b.time && a.unknownDay === b.unknownDay;
}

/** Gives the part its place, its day and its entries. Nothing is stored under a day that cannot be meant. */
function finish(piece: ReadPiece, text: string, start: number, end: number, options: LineOptions): LinePart {
  const { read, when } = piece;
  const entries = read.write(commonOf(when, options), when.lastNight ?? false);
  const wrongDay = dayProblem(when, entries, options);
  const problem = wrongDay ?? read.problem;
  return {
    text,
    start,
    end,
    kind: wrongDay === null ? read.kind : "unread",
    label: read.label,
    entries: wrongDay === null ? entries : [],
    understood: problem === undefined,
    ...(problem === undefined ? {} : { problem }),
    ...(read.rescaledFrom === undefined ? {} : { rescaledFrom: read.rescaledFrom }),
  };
}

function commonOf(when: When, options: LineOptions): Common {
  return {
    day: when.day,
    ...(when.time === undefined ? {} : { time: when.time }),
    ...(options.offsetMinutes === undefined ? {} : { offsetMinutes: options.offsetMinutes }),
    ...(options.source === undefined ? {} : { source: options.source }),
  };
}

function dayProblem(when: When, entries: readonly Entry[], options: LineOptions): LineProblem | null {
  if (when.unknownDay !== undefined) {
    return { type: "LineDayUnknown", found: when.unknownDay, about: "", expected: "2026-11-22" };
  }
  const late = entries.find((entry) => entry.day > options.today)?.day ?? (when.day > options.today ? when.day : null);
  return late === null ? null : { type: "LineDayInFuture", found: late, about: "", expected: options.today };
}

function tooLong(text: string): LinePart {
  const problem: LineProblem = {
    type: "LineTooLong",
    found: text.slice(0, 60),
    about: "",
    expected: `${String(LONGEST_LINE)} characters`,
  };
  return { ...emptyPart(text, "unread", 0, text.length), understood: false, problem };
}

function emptyPart(text: string, kind: "blank" | "unread", start: number, end: number): LinePart {
  return { text: text.trim(), start, end, kind, label: "", entries: [], understood: true };
}
