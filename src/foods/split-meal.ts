/**
 * Where does one thing that was eaten end and the next begin?
 *
 * Cuts a text at lines, commas, joining words, verbs of eating, before negations ("no cheese") and at numbers in the middle. This cuts too often on
 * purpose: join-parts.ts puts names that belong together ("mac and cheese", "Bread, whole wheat") back into one. Brackets stay with their part.
 */
import { cutAtNumbers } from "./cut-at-numbers.ts";
import { unitOf } from "./household-units.ts";
import type { Part } from "./meal-part.ts";
import type { Token } from "./meal-tokens.ts";
import { foodsNamed, type FoodIndex } from "./name-index.ts";
import {
  commentStarters,
  containingWords,
  eatingVerbs,
  type Inside,
  insideWords,
  type Joiner,
  joiners,
  madeWith,
  negations,
} from "./sentence-words.ts";
import { foldWord, pairAt } from "./word-forms.ts";

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
  inside: Inside | null;
}

function partsOf(line: readonly Token[], index: FoodIndex): Part[] {
  const parts: Open[] = [];
  let open: Open = { tokens: [], comment: [], joiner: "start", isNegated: false, inside: null };
  parts.push(open);
  const cut = (joiner: Joiner, isNegated = false, inside: Inside | null = null): void => {
    if (open.tokens.length === 0 && open.comment.length === 0) {
      // "and with", ", and": the stronger word counts
      if (open.joiner === "comma" && joiner === "and") open.joiner = "comma-and";
      else if (open.joiner !== "start" && joiner !== "comma" && joiner !== "none") open.joiner = joiner;
      open.isNegated ||= isNegated;
      open.inside ??= inside;
      return;
    }
    open = { tokens: [], comment: [], joiner, isNegated, inside };
    parts.push(open);
  };
  const folded = line.map((token) => (token.kind === "word" ? foldWord(token.text) : token.text));
  const textAt = (at: number): string => {
    const token = line[at];
    return token?.kind === "word" ? token.text : "";
  };
  let depth = 0;
  for (let at = 0; at < line.length; at += 1) {
    const token = line[at];
    if (token === undefined) break;
    if (token.text === "(" || token.text === ")") depth = token.text === "(" ? depth + 1 : Math.max(0, depth - 1);
    else if (depth > 0) open.comment.push(token);
    else if (token.kind === "mark") {
      if (token.text === ",") cut("comma");
      else if (token.text === ":") asHeader(open);
      else if (token.text === "/" && textAt(at + 1) !== "" && textAt(at - 1) !== "") cut("or");
      else if (token.text === "-" && textAt(at + 1) !== "") cut("comma");
      else open.tokens.push(token);
    } else if (token.kind === "number") open.tokens.push(token);
    else {
      const next = textAt(at + 1);
      const pair = pairAt(folded, at);
      const joiner = joiners.get(token.text);
      if (pair !== null) {
        open.tokens.push(...line.slice(at, at + pair.length));
        at += pair.length - 1;
      } else if (joiner !== undefined) {
        const isWithout = token.text === "w" && line[at + 1]?.text === "/" && textAt(at + 2) === "o";
        cut(isWithout ? "and" : joiner, isWithout);
        if (token.text === "w" && line[at + 1]?.text === "/") at += isWithout ? 2 : 1;
      } else if ((token.text === "instead" || token.text === "rather") && /^(?:of|than)$/.test(next)) {
        cut("none", true);
        at += 1;
      } else if (isFreeOf(token.text, next, textAt(at + 2)) && open.tokens.length === 0) {
        // "no sugar coke" is a kind of coke; "coke, no sugar" leaves the sugar out
        open.tokens.push({
          ...token,
          text: next === "caffeine" ? "decaf" : `${next}free`,
          to: line[at + 1]?.to ?? token.to,
        });
        at += 1;
      } else if (isNegation(token.text, next, open.tokens.length === 0)) cut("none", true);
      else if (containingWords.has(token.text)) cut("with", false, containingWords.get(token.text));
      else if ((madeWith.has(token.text) || insideWords.has(token.text)) && (joiners.has(next) || BY.test(next))) {
        cut("with", false, insideWords.get(token.text));
        if (BY.test(next)) at += 1;
      } else if (
        eatingVerbs.has(token.text) &&
        !isReady(textAt(at - 1), textAt(at - 2)) &&
        foodsNamed(index, [token.text, next]).length === 0
      ) {
        cut("none");
      } else if (token.text === "to" && /^(?:serve|taste|garnish)$/.test(next)) at += 1;
      else if (commentStarters.has(token.text) && (open.tokens.length > 0 || open.joiner === "comma")) {
        // "from the canteen": a comment up to the next cut
        while (textAt(at + 1) !== "" && !joiners.has(textAt(at + 1)) && !eatingVerbs.has(textAt(at + 1))) {
          at += 1;
          open.comment.push(...line.slice(at, at + 1));
        }
      } else open.tokens.push(token);
    }
  }
  return parts.flatMap((part) => cutAtNumbers(part, index));
}

/** Behind "made", "consisting". */
const BY = /^(?:by|of|from|using)$/;

/** "Ready-made", "ready to eat". */
function isReady(before: string, first: string): boolean {
  return before === "ready" || (before === "to" && first === "ready");
}

/** "No", "without" before a word of food; "zero" only where a part begins ("coke zero and crisps" leaves nothing out). */
function isNegation(word: string, next: string, isFirst: boolean): boolean {
  return negations.has(word) && next !== "" && !joiners.has(next) && (word !== "zero" || isFirst);
}

function isFreeOf(word: string, next: string, after: string): boolean {
  return (
    word === "no" && /^(?:sugar|fat|alcohol|caffeine|dairy|gluten)$/.test(next) && after !== "" && !joiners.has(after)
  );
}

/** "Smoothie: banana, oats": the word before the colon names the list and is not eaten besides. */
function asHeader(open: Open): void {
  if (open.tokens.every((token) => token.kind === "word")) {
    open.comment.push(...open.tokens);
    open.tokens = [];
  }
}
