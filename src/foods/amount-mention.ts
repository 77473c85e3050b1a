/**
 * Is there an amount at this place of the text: "2 large handfuls of", "a bowl of", "1 1/2 cups", "pinch of", "330 ml"?
 *
 * One mention = a number (or "a", or nothing), words that only shade it, and a unit. Whether it belongs to the food before or after is decided by
 * read-amount.ts. Works on tokens whose numbers are joined.
 */
import { misspeltUnit, type Unit, unitOf } from "./household-units.ts";
import type { Token } from "./meal-tokens.ts";

/** "small", "large" ... said of the food or of its unit. */
export type SizeWord = "small" | "medium" | "large";

/** An amount as it stands in the text. */
export interface Mention {
  /** Null = no number ("bowl of soup"). */
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit | null;
  readonly size: SizeWord | null;
  /** "about", "roughly", "a few". */
  readonly isGuess: boolean;
  /** "a" or "an" instead of a number. */
  readonly isArticle: boolean;
  /** Token index after the last one used. */
  readonly next: number;
  /** The unit was misspelt. */
  readonly isMisspelt: boolean;
}

const SIZES: ReadonlyMap<string, SizeWord> = new Map([
  ...["small", "sm", "little", "tiny", "mini", "scant", "thin", "fine"].map((word) => [word, "small"] as const),
  ...["medium", "md", "med", "average", "normal", "regular", "standard", "sized"].map(
    (word) => [word, "medium"] as const,
  ),
  ...[
    "large",
    "lg",
    "big",
    "huge",
    "jumbo",
    "heaped",
    "heaping",
    "generous",
    "thick",
    "massive",
    "giant",
    "xl",
    "tall",
    "grande",
  ].map((word) => [word, "large"] as const),
]);
/** Sizes that are said of the food itself without a number: "large fries". */
const SIZES_OF_FOOD = new Set("small sm little tiny medium md med large lg big huge".split(" "));
/** Shade a number or unit and say nothing else. */
const SHADES = new Set("level rounded good full whole flat plump more very nice decent the my our of cut".split(" "));
const HEDGES = new Set(
  "about approx approximately around roughly circa ca nearly almost maybe probably over under ish least most up to".split(
    " ",
  ),
);
/** Only units after a number: alone they are letters or other words. */
const NEEDS_NUMBER = new Set(
  "c l g t m in pt gal cc lt tb pc ea gs dl cl ml mm cm lb pound pounds kg half quarter side unit recipe c. round rounds".split(
    " ",
  ),
);

/** The size a word means, or null. */
export function sizeOf(word: string): SizeWord | null {
  return SIZES.get(word) ?? null;
}

/** Knows whether a word is part of a food name: such a word is never a misspelt unit. */
export type IsFoodWord = (word: string) => boolean;

/** The amount that begins at token `at`, or null. A bare "a" counts only when a unit, a size or a food word follows. */
export function mentionAt(tokens: readonly Token[], at: number, isFoodWord: IsFoodWord): Mention | null {
  let index = at;
  let isGuess = false;
  let isArticle = false;
  let size: SizeWord | null = null;
  let number: Token | null = null;
  for (; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === "number" && number === null) {
      number = token;
      isGuess ||= token.low !== token.high && token.text.search(/\d/) < 0;
    } else if (token.kind === "word") {
      if (number === null && !isArticle && HEDGES.has(token.text)) isGuess = true;
      else if (number === null && !isArticle && (token.text === "a" || token.text === "an")) isArticle = true;
      else if (token.text === "x" && number !== null && size === null) continue;
      else {
        const sized = sizeOf(token.text);
        if (sized !== null && unitAt(tokens, index, number !== null, isFoodWord) === null) size = size ?? sized;
        else if (!((number !== null || isArticle || size !== null) && SHADES.has(token.text))) break;
      }
    } else break;
  }
  const found = unitAt(tokens, index, number !== null, isFoodWord);
  const isSizeOnly = size !== null && SIZES_OF_FOOD.has(tokens[at]?.text ?? "") && index < tokens.length;
  if (number === null && !isArticle && found === null && !isSizeOnly) return null;
  const isBare = found === null;
  if (isBare && number === null && size === null && index >= tokens.length) return null;
  return {
    low: number?.low ?? (isArticle ? 1 : null),
    high: number?.high ?? (isArticle ? 1 : null),
    unit: found?.unit ?? null,
    size,
    isGuess,
    isArticle,
    next: found === null ? index : found.next,
    isMisspelt: found?.isMisspelt ?? false,
  };
}

function unitAt(
  tokens: readonly Token[],
  at: number,
  hasNumber: boolean,
  isFoodWord: IsFoodWord,
): { readonly unit: Unit; readonly next: number; readonly isMisspelt: boolean } | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const after = tokens[at + 1];
  const next = after?.kind === "word" ? after.text : "";
  const unit = unitOf(token.text, next);
  if (unit !== null && (hasNumber || !NEEDS_NUMBER.has(token.text))) {
    const end = at + unit.length;
    // "tsp." and "oz.": the full stop belongs to the unit
    return { unit: unit.unit, next: tokens[end]?.text === "." ? end + 1 : end, isMisspelt: false };
  }
  if (unit !== null || isFoodWord(token.text) || (!hasNumber && next !== "of") || next === "") return null;
  const meant = misspeltUnit(token.text);
  return meant === null ? null : { unit: meant, next: at + 1, isMisspelt: true };
}
