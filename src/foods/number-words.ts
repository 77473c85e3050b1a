/**
 * How many is "a couple", "one and a half", "2-3" or "half a dozen"?
 *
 * Joins the tokens of one number into one number token with a low and a high value. A number word that stands in a food name ("three bean salad",
 * "half and half") keeps its words in `text`, so that the name can still be found.
 */
import { type Unit, unitOf } from "./household-units.ts";
import type { Token } from "./meal-tokens.ts";

const ONES =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";

/** Number words; low and high where the word is a guess. */
const NUMBER_WORDS: ReadonlyMap<string, readonly [low: number, high: number]> = new Map([
  ...ONES.split(" ").map((word, index) => [word, [index + 1, index + 1]] as const),
  ...TENS.split(" ").map((word, index) => [word, [20 + 10 * index, 20 + 10 * index]] as const),
  ["half", [0.5, 0.5]],
  ["halve", [0.5, 0.5]],
  ["quarter", [0.25, 0.25]],
  ["couple", [2, 2]],
  ["pair", [2, 2]],
  ["few", [2, 4]],
  ["several", [3, 6]],
  ["dozen", [12, 12]],
  ["single", [1, 1]],
  ["another", [1, 1]],
]);
/** Parts of one: "three quarters", "two thirds". */
const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 0.5],
  ["halves", 0.5],
  ["fourth", 0.25],
  ["fourths", 0.25],
  ["third", 1 / 3],
  ["thirds", 1 / 3],
  ["quarter", 0.25],
  ["quarters", 0.25],
  ...["fifth", "sixth", "seventh", "eighth", "ninth", "tenth"].flatMap((word, at) => [
    [word, 1 / (at + 5)] as const,
    [`${word}s`, 1 / (at + 5)] as const,
  ]),
]);

/**
 * Amounts of one system as one ("1 lb 5 oz", "1/4 cup plus 2 tbsp"), and only the first of two systems ("600 g/1 lb 5 oz"). For meals; who wants
 * every figure of a sentence leaves it out.
 */
export function joinAmounts(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const number = tokens[at];
    const unit = figureAt(tokens, at);
    if (number === undefined) break;
    if (unit === null) {
      joined.push(number);
      at += 1;
      continue;
    }
    let end = at + 1 + unit.length;
    let { low, high } = number;
    for (;;) {
      const link = tokens[end]?.text;
      const isLinked = link === "/" || link === "plus" || link === "and";
      const next = isLinked ? end + 1 : end;
      const more = figureAt(tokens, next);
      const second = tokens[next];
      if (more === null || second === undefined || (link !== "/" && more.unit.kind !== unit.unit.kind)) break;
      if (!isLinked && more.unit.size >= unit.unit.size) break;
      if (link !== "/") {
        low += (second.low * more.unit.size) / unit.unit.size;
        high += (second.high * more.unit.size) / unit.unit.size;
      }
      end = next + 1 + more.length;
      // "600 g/1 lb 5 oz": all of the other system goes
      while (link === "/" && figureAt(tokens, end) !== null) end += 1 + (figureAt(tokens, end)?.length ?? 1);
    }
    joined.push({ ...number, low, high }, ...tokens.slice(at + 1, at + 1 + unit.length));
    at = end;
  }
  return joined;
}

/** The unit of mass or volume behind a number at this place. */
function figureAt(tokens: readonly Token[], at: number): { readonly unit: Unit; readonly length: number } | null {
  if (tokens[at]?.kind !== "number") return null;
  const next = tokens[at + 2];
  const found = unitOf(tokens[at + 1]?.text ?? "", next?.kind === "word" ? next.text : "");
  return found?.unit.kind === "mass" || found?.unit.kind === "volume" ? found : null;
}

interface Found {
  readonly low: number;
  readonly high: number;
  /** Index after the last token used. */
  readonly next: number;
}

/** The same tokens with each number as one token. "a" and "an" stay words unless they belong to a number ("a couple", "half a"). */
export function joinNumbers(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const more = withHalfBehindUnit(tokens, at);
    if (more !== null) {
      joined.push(
        { ...token, kind: "number", low: more.low, high: more.high },
        ...tokens.slice(more.unitAt, more.unitAt + 1),
      );
      at = more.next;
      continue;
    }
    const found = rangeAt(tokens, at);
    if (found === null) {
      joined.push(token);
      at += 1;
      continue;
    }
    const used = tokens.slice(at, found.next);
    const last = used.at(-1) ?? token;
    const text = used.map((each) => each.text).join(" ");
    joined.push({ ...token, kind: "number", text, low: found.low, high: found.high, to: last.to });
    at = found.next;
  }
  return joined;
}

function rangeAt(tokens: readonly Token[], at: number): Found | null {
  if (tokens[at]?.text === "between") {
    const first = numberAt(tokens, at + 1);
    if (first === null || tokens[first.next]?.text !== "and") return null;
    const second = numberAt(tokens, first.next + 1);
    return second === null ? null : { low: first.low, high: second.high, next: second.next };
  }
  const first = numberAt(tokens, at);
  if (first === null) return null;
  const sameUnit = rangeWithUnits(tokens, first);
  if (sameUnit !== null) return sameUnit;
  const mark = tokens[first.next]?.text;
  if (mark !== "-" && mark !== "to" && mark !== "or") return first;
  const second = numberAt(tokens, first.next + 1);
  if (second === null || second.low <= first.high || second.low > 10 * first.high) return first;
  return { low: first.low, high: second.high, next: second.next };
}

/** "A slice and a half", "2 cups and a half": the half stands behind the unit. */
function withHalfBehindUnit(tokens: readonly Token[], at: number): (Found & { readonly unitAt: number }) | null {
  const first = tokens[at];
  const isOne = first?.text === "a" || first?.text === "an";
  const number = isOne ? { low: 1, high: 1, next: at + 1 } : numberAt(tokens, at);
  if (number === null || !Number.isInteger(number.low) || unitOf(tokens[number.next]?.text ?? "") === null) return null;
  if (tokens[number.next + 1]?.text !== "and") return null;
  const half = numberAt(tokens, number.next + 2);
  // "a cup of tea and half a banana" has words between; "a cup and half an avocado" goes on with a food
  if (half === null || half.low >= 1 || half.low <= 0 || /(?:a|an)$/.test(tokens[half.next - 1]?.text ?? ""))
    return null;
  return { low: number.low + half.low, high: number.high + half.high, next: half.next, unitAt: number.next };
}

/** "150 ml - 200 ml": the first unit says the same as the second. */
function rangeWithUnits(tokens: readonly Token[], first: Found): Found | null {
  const unit = unitOf(tokens[first.next]?.text ?? "")?.unit;
  const mark = tokens[first.next + 1]?.text;
  if (unit === undefined || (mark !== "-" && mark !== "to")) return null;
  const second = numberAt(tokens, first.next + 2);
  if (second === null || second.low <= first.high || unitOf(tokens[second.next]?.text ?? "")?.unit !== unit)
    return null;
  return { low: first.low, high: second.high, next: second.next };
}

function numberAt(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at];
  if (token === undefined || token.kind === "mark") return null;
  if (token.kind === "number") return withHalf(tokens, { low: token.low, high: token.high, next: at + 1 }, token);
  const times = /^x(\d{1,3})$/.exec(token.text);
  if (times !== null) return { low: Number(times[1]), high: Number(times[1]), next: at + 1 };
  if (token.text === "a" || token.text === "an") {
    const after = tokens[at + 1];
    if (after?.kind !== "word") return null;
    if (after.text === "hundred") return { low: 100, high: 100, next: at + 2 };
    const part = PARTS.get(after.text);
    if (part !== undefined && !NUMBER_WORDS.has(after.text)) return { low: part, high: part, next: at + 2 };
    return /^(?:couple|few|dozen|half|quarter|pair|single)$/.test(after.text) ? numberAt(tokens, at + 1) : null;
  }
  const value = NUMBER_WORDS.get(token.text);
  if (value === undefined) return null;
  const [low, high] = value;
  const next = tokens[at + 1]?.text;
  if (token.text === "half" && next !== undefined) {
    const isDozen = next === "dozen" || ((next === "a" || next === "of") && tokens[at + 2]?.text === "dozen");
    if (isDozen) return { low: 6, high: 6, next: next === "dozen" ? at + 2 : at + 3 };
    if (next === "a" || next === "an") return { low, high, next: at + 2 };
  }
  if (low >= 20 && low < 100) {
    const one = NUMBER_WORDS.get(next ?? "");
    if (one !== undefined && Number.isInteger(one[0]) && one[0] < 10 && one[0] === one[1] && next !== "couple") {
      return { low: low + one[0], high: low + one[0], next: at + 2 };
    }
  }
  if (next === "hundred") return { low: low * 100, high: low * 100, next: at + 2 };
  return withHalf(tokens, { low, high, next: at + 1 }, token);
}

/** "one and a half", "1 1/2", "three quarters", "2 dozen". */
function withHalf(tokens: readonly Token[], number: Found, token: Token): Found {
  const next = tokens[number.next];
  const isWhole = Number.isInteger(number.low) && number.low === number.high;
  if (next === undefined || !isWhole) return number;
  if (next.text === "dozen") return { low: number.low * 12, high: number.high * 12, next: number.next + 1 };
  const part = next.kind === "word" ? PARTS.get(next.text) : undefined;
  // "2 quarter pounders" is no half: the part follows a number word or is a plural
  if (part !== undefined && number.low < 8 && (token.kind === "word" || next.text.endsWith("s"))) {
    return { low: number.low * part, high: number.low * part, next: number.next + 1 };
  }
  if (next.kind === "number" && next.low < 1 && next.low > 0 && next.text.includes("/") && number.low < 100) {
    return { low: number.low + next.low, high: number.low + next.low, next: number.next + 1 };
  }
  if (next.text !== "and") return number;
  const more = numberAt(tokens, number.next + 1);
  if (more === null || more.low >= 1 || more.low <= 0) return number;
  // "1 and half and half" would be coffee and cream: only a plain fraction
  return { low: number.low + more.low, high: number.high + more.high, next: more.next };
}
