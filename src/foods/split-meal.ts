/**
 * Where does one thing that was eaten end and the next begin?
 *
 * Cuts a text at lines, commas and joining words, before negations ("no cheese") and at numbers in the middle ("2 eggs 1 toast"). This cuts too
 * often on purpose: join-parts.ts puts names that belong together ("mac and cheese", "Bread, whole wheat") back into one. Brackets stay with their part.
 */
import { mentionAt } from "./amount-mention.ts";
import { unitOf } from "./household-units.ts";
import type { Token } from "./meal-tokens.ts";
import { foodsNamed, type FoodIndex, isKnownWord } from "./name-index.ts";
import { negations, stopWords } from "./word-classes.ts";
import { pairAt, foldWord } from "./word-forms.ts";

/** What stands between a part and the one before it. */
export type Joiner = "start" | "comma" | "and" | "with" | "on" | "in" | "or" | "none";

/** A piece of a line between two joining words. */
export interface Part {
  readonly tokens: readonly Token[];
  /** Tokens of brackets. */
  readonly comment: readonly Token[];
  readonly joiner: Joiner;
  /** "No", "without", "hold the" stands before it. */
  readonly isNegated: boolean;
}

const JOINERS: ReadonlyMap<string, Joiner> = new Map<string, Joiner>([
  ...["and", "n", "plus", "then", "also", "but", "followed", "alongside", "along", "together"].map(
    (word) => [word, "and"] as const,
  ),
  ...["with", "w", "served", "topped", "using", "containing", "wi"].map((word) => [word, "with"] as const),
  ...["on", "over", "atop"].map((word) => [word, "on"] as const),
  ...["in", "inside", "into"].map((word) => [word, "in"] as const),
  ["or", "or"],
]);

/** Lines of parts; a line is what stands between line breaks, full stops and semicolons. */
export function splitMeal(tokens: readonly Token[], index: FoodIndex): readonly (readonly Part[])[] {
  return linesOf(tokens)
    .map((line) => partsOf(line, index))
    .filter((parts) => parts.length > 0);
}

function linesOf(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  tokens.forEach((token, at) => {
    const isStop = token.text === "." && token.kind === "mark";
    if (token.kind === "mark" && (token.text === "\n" || (isStop && !isAbbreviation(tokens, at)))) lines.push([]);
    else if (!isStop) lines.at(-1)?.push(token);
  });
  return lines;
}

/** "tsp. sugar": the full stop of a unit or of one letter ends nothing. */
function isAbbreviation(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== "word" || tokens[at + 1]?.kind === "mark") return false;
  return (
    before.text.length === 1 ||
    (before.text.length <= 4 && unitOf(before.text) !== null && tokens[at - 2]?.kind === "number")
  );
}

interface Open {
  tokens: Token[];
  comment: Token[];
  joiner: Joiner;
  isNegated: boolean;
}

function partsOf(line: readonly Token[], index: FoodIndex): Part[] {
  const parts: Open[] = [];
  let open: Open = { tokens: [], comment: [], joiner: "start", isNegated: false };
  parts.push(open);
  const cut = (joiner: Joiner, isNegated = false): void => {
    if (open.tokens.length === 0 && open.comment.length === 0) {
      // "and with", ", and": the stronger word counts
      open.joiner = open.joiner === "start" ? "start" : joiner === "comma" ? open.joiner : joiner;
      open.isNegated ||= isNegated;
      return;
    }
    open = { tokens: [], comment: [], joiner, isNegated };
    parts.push(open);
  };
  const folded = line.map((token) => (token.kind === "word" ? foldWord(token.text) : token.text));
  let depth = 0;
  for (let at = 0; at < line.length; at += 1) {
    const token = line[at];
    if (token === undefined) break;
    if (token.kind === "mark") {
      if (token.text === "(") depth += 1;
      else if (token.text === ")") depth = Math.max(0, depth - 1);
      else if (depth > 0) open.comment.push(token);
      else if (token.text === ",") cut("comma");
      else if (token.text === ":") asHeader(open);
      else if (token.text === "/" && line[at + 1]?.kind === "word" && line[at - 1]?.kind === "word") cut("or");
      else if (token.text === "-" && line[at + 1]?.kind === "word") cut("comma");
      else open.tokens.push(token);
      continue;
    }
    if (depth > 0) {
      open.comment.push(token);
      continue;
    }
    const pair = token.kind === "word" ? pairAt(folded, at) : null;
    if (pair !== null) {
      open.tokens.push(...line.slice(at, at + pair.length));
      at += pair.length - 1;
      continue;
    }
    const joiner = token.kind === "word" ? JOINERS.get(token.text) : undefined;
    if (joiner !== undefined) {
      const isWithout = joiner === "with" && line[at + 1]?.text === "/" && line[at + 2]?.text === "o";
      cut(isWithout ? "and" : joiner, isWithout);
      if (isWithout) at += 2;
      else if (token.text === "w" && line[at + 1]?.text === "/") at += 1;
    } else if (isNegation(line, at, open.tokens.length === 0)) {
      cut("none", true);
    } else if (/^(?:from|at)$/.test(token.text) && open.tokens.length > 0) {
      // "from the canteen": a comment up to the next cut
      while (line[at + 1]?.kind === "word" && JOINERS.get(line[at + 1]?.text ?? "") === undefined) {
        at += 1;
        const word = line[at];
        if (word !== undefined) open.comment.push(word);
      }
    } else open.tokens.push(token);
  }
  return parts.flatMap((part) => cutAtNumbers(part, index));
}

/** "No", "without" before a word of food; "zero" only where a part begins ("coke zero and crisps" leaves nothing out). */
function isNegation(line: readonly Token[], at: number, isFirst: boolean): boolean {
  const word = line[at]?.text ?? "";
  const next = line[at + 1];
  if (!negations.has(word) || next?.kind !== "word" || JOINERS.has(next.text)) return false;
  return word !== "zero" || isFirst;
}

/** "Smoothie: banana, oats": the word before the colon names the list and is not eaten besides. */
function asHeader(open: Open): void {
  if (open.tokens.every((token) => token.kind === "word")) {
    open.comment.push(...open.tokens);
    open.tokens = [];
  }
}

/** "2 eggs 1 toast" and "chips 20 toast 2" become two parts each; one amount before or behind stays where it is. */
function cutAtNumbers(part: Open, index: FoodIndex): Part[] {
  const tokens = part.tokens.filter((token) => token.text !== "/" || token.kind !== "mark");
  const numbers = tokens.flatMap((token, at) => (token.kind === "number" ? [at] : []));
  const firstFood = tokens.findIndex((token) => token.kind === "word" && !stopWords.has(token.text));
  const inside = numbers.filter((at) => at > firstFood && firstFood >= 0);
  const isName =
    foodsNamed(
      index,
      tokens.map((token) => token.text),
    ).length > 0;
  if (inside.length === 0 || isName) return [part];
  const known = (word: string): boolean => isKnownWord(index, word);
  const cuts: number[] = [];
  const lead = mentionAt(part.tokens, 0, known);
  const isTrailing =
    part.tokens[0]?.kind === "word" && lead === null && endsInAmount(part.tokens, known) && inside.length > 1;
  part.tokens.forEach((token, at) => {
    if (token.kind !== "number" || at === 0) return;
    if (lead !== null && at < lead.next) return;
    const mention = mentionAt(part.tokens, at, known);
    if (mention === null) return;
    const isEnd = mention.next >= part.tokens.length;
    const behindUnit =
      part.tokens[at - 1]?.kind === "mark" ||
      part.tokens[at - 1]?.kind === "number" ||
      part.tokens[at - 1]?.text === "x";
    const isPack = lead !== null && (at === lead.next || part.tokens[at - 1]?.text === "of") && mention.unit !== null;
    if (isTrailing) {
      if (!isEnd) cuts.push(mention.next);
    } else if (!isEnd && !behindUnit && !isPack && !isNumberOfName(part.tokens, at, index)) cuts.push(at);
  });
  if (cuts.length === 0) return [part];
  const bounds = [0, ...cuts, part.tokens.length];
  return bounds.slice(1).map((to, at) => ({
    tokens: part.tokens.slice(bounds[at], to),
    comment: at === 0 ? part.comment : [],
    joiner: at === 0 ? part.joiner : "none",
    isNegated: at === 0 && part.isNegated,
  }));
}

function endsInAmount(tokens: readonly Token[], known: (word: string) => boolean): boolean {
  for (let at = tokens.length - 1; at > 0 && at >= tokens.length - 4; at -= 1) {
    if (tokens[at]?.kind === "number") return (mentionAt(tokens, at, known)?.next ?? 0) >= tokens.length;
  }
  return false;
}

/** "2 cans of 7 up": the number and the words behind it are a name. */
function isNumberOfName(tokens: readonly Token[], at: number, index: FoodIndex): boolean {
  return (
    foodsNamed(
      index,
      tokens.slice(at).map((token) => token.text),
    ).length > 0
  );
}
