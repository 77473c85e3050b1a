/**
 * Which numbers of a meal text are lengths and so no amounts?
 *
 * "14-inch pizza", "8 to 10 inches in diameter", "12 and 3/8 inches across", "30 cm x 20 cm" say how large one thing is, never how many. They are
 * taken out and remembered on the word they stand beside (`lengthCm`), where they may choose the size of a whole. Works on joined numbers.
 */
import { unitOf } from "./household-units.ts";
import type { Token } from "./meal-tokens.ts";
import { joiners } from "./sentence-words.ts";

interface Length {
  /** Centimetres, middle of a range. */
  readonly cm: number;
  /** Token index after the last one used. */
  readonly next: number;
}

const BEFORE =
  /^(?:about|around|approx|approximately|roughly|nearly|almost|measuring|measures|measured|up|to|x|diameter|length|width|size|of|-)$/;
const MEASURE = /^(?:diameter|length|width|height|thickness)$/;
const BEHIND = /^(?:across|wide|long|thick|tall|high|deep|diameter|diam)$/;

/** The tokens without lengths. Never throws. */
export function takeLengths(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((_, at) => isLengthUnit(tokens, at))) return tokens;
  const kept: Token[] = [];
  let open: { readonly cm: number; readonly from: number; readonly to: number } | null = null;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const length = lengthAt(tokens, at);
    if (length !== null && !isShortAtStart(kept, length, tokens[length.next - 1])) {
      dropLead(kept);
      open = { cm: length.cm, from: token.from, to: tokens[length.next - 1]?.to ?? token.to };
      at = length.next;
      continue;
    }
    at += 1;
    if (open === null) {
      kept.push(token);
      continue;
    }
    const { cm, from, to } = open;
    const last = kept.findLastIndex((each) => each.kind === "word");
    // "a 14-inch, thin crust pizza": the comma parts nothing
    if (token.text === "," && (kept.at(-1)?.kind === "number" || /^an?$/.test(kept.at(-1)?.text ?? ""))) continue;
    if (token.kind === "word" && !joiners.has(token.text)) kept.push({ ...token, lengthCm: cm, from });
    else {
      setLength(kept, last, cm, to);
      kept.push(token);
    }
    open = null;
  }
  if (open !== null)
    setLength(
      kept,
      kept.findLastIndex((each) => each.kind === "word"),
      open.cm,
      open.to,
    );
  return kept;
}

/** "2 inches of ginger", "a salad, 3 cm ginger": the only amount there is; estimate-grams.ts counts no pieces by it. */
function isShortAtStart(kept: readonly Token[], { cm }: Length, last: Token | undefined): boolean {
  const before = kept.at(-1);
  const isStart = before === undefined || (before.kind === "mark" && before.text !== "(");
  return isStart && cm < 15 && (last?.text === "long" || !BEHIND.test(last?.text ?? ""));
}

function setLength(kept: Token[], at: number, lengthCm: number, to: number): void {
  const word = kept[at];
  if (word !== undefined) kept[at] = { ...word, lengthCm, to };
}

/** "About", "with a diameter of" before a length go with it. */
function dropLead(kept: Token[]): void {
  while (BEFORE.test(kept.at(-1)?.text ?? "")) {
    // "a slice of 14-inch pizza" keeps its "of"
    if (kept.at(-1)?.text === "of" && !MEASURE.test(kept.at(-2)?.text ?? "")) return;
    if (!MEASURE.test(kept.pop()?.text ?? "")) continue;
    if (/^(?:a|an|the)$/.test(kept.at(-1)?.text ?? "")) kept.pop();
    if (/^(?:with|in)$/.test(kept.at(-1)?.text ?? "")) kept.pop();
  }
}

/** Numbers with "to", "x" or "by" between them and a unit of length at least behind the last. */
function lengthAt(tokens: readonly Token[], at: number): Length | null {
  const first = tokens[at];
  if (first?.kind !== "number") return null;
  const numbers: Token[] = [];
  let size = 0;
  let next = at;
  for (;;) {
    const number = tokens[next];
    if (number?.kind !== "number") return null;
    numbers.push(number);
    next += tokens[next + 1]?.text === "-" ? 2 : 1;
    const unit = isLengthUnit(tokens, next) ? unitOf(tokens[next]?.text ?? "")?.unit : undefined;
    if (unit !== undefined) {
      size = unit.size;
      next += tokens[next + 1]?.text === "." && tokens[next]?.text === "in" ? 2 : 1;
    }
    const isLinked = /^(?:to|or|x|by)$/.test(tokens[next]?.text ?? "") && tokens[next + 1]?.kind === "number";
    if (!isLinked) {
      if (unit === undefined) return null;
      break;
    }
    // "2 x 14-inch pizzas" are two; "8 x 10 inches" is a size
    const second = tokens[next + 1];
    const isTimes = unit === undefined && /^(?:x|by)$/.test(tokens[next]?.text ?? "");
    if (isTimes && (second === undefined || 3 * number.low < second.low)) return null;
    next += 1;
  }
  if (tokens[next]?.text === "in" && MEASURE.test(tokens[next + 1]?.text ?? "")) next += 2;
  else if (BEHIND.test(tokens[next]?.text ?? "")) next += 1;
  const sum = numbers.reduce((total, { low, high }) => total + (low + high) / 2, 0);
  return { cm: (size * sum) / numbers.length, next };
}

/** "In" is an inch only where it is glued to its number ("12-in") or says a diameter. */
function isLengthUnit(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || unitOf(token.text)?.unit.kind !== "length") return false;
  const before = tokens[at - 1];
  if (before?.kind !== "number" && before?.text !== "-") return false;
  return token.text !== "in" || token.isGlued || BEHIND.test(tokens[at + 1]?.text ?? "");
}
