/**
 * How much of it, and which words are left for the food?
 *
 * An amount stands before the food ("2 slices of rye bread"), after it as diaries have it ("Multigrain chips 20", "Mixed drink 20 oz"), or both
 * ("2 cans of beer 330 ml": each). What cannot be an amount (a price, a negative number) is dropped and named, never believed.
 */
import { type IsFoodWord, mentionAt, type Mention, type SizeWord, sizeOf } from "./amount-mention.ts";
import { type Unit, unitOf } from "./household-units.ts";
import type { Token } from "./meal-tokens.ts";
import type { ReadingReason } from "./reading-reasons.ts";

/** An amount as it was read; nulls = not said. */
export interface Amount {
  /** Lower and higher number ("2-3"). */
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit | null;
  readonly size: SizeWord | null;
  /** What one of them holds: "2 cans 330 ml". */
  readonly pack: { readonly value: number; readonly unit: Unit } | null;
  readonly isGuess: boolean;
  /** "a", not a number: "a banana". */
  readonly isArticle: boolean;
  /** "The rest of": the amount is not known. */
  readonly isRest: boolean;
  /** A bare number behind the food: "rice 200" may be grams. */
  readonly isBareBehind: boolean;
  /** How large one is, cm ("14-inch"); null = not said. */
  readonly lengthCm: number | null;
}

/** Nothing was said. */
export const noAmount: Amount = {
  low: null,
  high: null,
  unit: null,
  size: null,
  pack: null,
  isGuess: false,
  isArticle: false,
  isRest: false,
  isBareBehind: false,
  lengthCm: null,
};

/** What takeAmount found. */
export interface TakenAmount {
  readonly amount: Amount;
  /** The tokens that are not the amount. */
  readonly rest: readonly Token[];
  readonly reasons: readonly ReadingReason[];
}

/** Takes the amount off the tokens of one food. Numbers and amounts are joined already (number-words.ts). */
export function takeAmount(tokens: readonly Token[], isFoodWord: IsFoodWord): TakenAmount {
  const reasons: ReadingReason[] = [];
  let rest: readonly Token[] = tokens.filter(
    (token) => token.kind !== "mark" || token.text === "-" || token.text === "/",
  );
  let isNegative = false;
  if (rest[0]?.text === "-") {
    isNegative = rest[1]?.kind === "number" && rest[1].isGlued;
    rest = rest.slice(1);
  }
  const isRest = rest[0]?.text === "rest" || (rest[0]?.text === "the" && rest[1]?.text === "rest");
  if (isRest) rest = dropOf(rest.slice(rest[0]?.text === "the" ? 2 : 1));
  let lead = mentionAt(rest, 0, isFoodWord);
  if (lead !== null) rest = dropOf(rest.slice(lead.next), rest[lead.next - 1]?.text === "of");
  // "a 330 ml can of cola": the container of a figure says nothing more
  if (lead?.unit?.kind === "mass" || lead?.unit?.kind === "volume") {
    const vessel = mentionAt(rest, 0, isFoodWord);
    const isVessel = vessel !== null && vessel.low === null && vessel.unit !== null && vessel.unit.kind !== "length";
    if (
      isVessel &&
      (rest[vessel.next]?.text === "of" || vessel.unit.kind === "container") &&
      rest.length > vessel.next
    ) {
      rest = dropOf(rest.slice(vessel.next));
    }
  }
  let pack = lead === null ? null : packOf(rest, isFoodWord);
  if (pack !== null) {
    if (lead?.unit === null) {
      // "1 14-ounce can": the container stands behind its size
      const behind = mentionAt(rest, pack.next, isFoodWord);
      const unit = behind?.low === null ? behind.unit : null;
      if (behind !== null && unit !== null) {
        lead = { ...lead, unit };
        pack = { ...pack, next: behind.next };
      }
    }
    rest = dropOf(rest.slice(pack.next));
  }
  const tail = tailOf(rest, lead !== null);
  if (tail !== null) {
    rest = rest.slice(0, tail.start);
    if (tail.isPrice) reasons.push("price-ignored");
  }
  rest = rest.filter((token) => token.kind !== "mark");
  if (isRest) reasons.push("rest-of");
  if (lead?.isMisspelt === true) reasons.push("unit-spelling");
  const amount = merge(lead, pack, tail, isRest);
  if (isNegative) return { amount: { ...noAmount, isGuess: true }, rest, reasons: [...reasons, "negative-amount"] };
  return { amount, rest, reasons };
}

interface Tail {
  readonly start: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit | null;
  readonly size: SizeWord | null;
  readonly isPrice: boolean;
}

function packOf(
  tokens: readonly Token[],
  isFoodWord: IsFoodWord,
): (Mention & { readonly value: number; readonly unit: Unit }) | null {
  const start = tokens[0]?.text === "x" ? 1 : 0;
  if (tokens[start]?.kind !== "number") return null;
  const pack = mentionAt(tokens, start, isFoodWord);
  if (pack === null || pack.low === null || pack.high === null || pack.unit === null) return null;
  if (pack.unit.kind !== "mass" && pack.unit.kind !== "volume") return null;
  return { ...pack, value: (pack.low + pack.high) / 2, unit: pack.unit };
}

/** Containers and portions that stand behind the food without a number: "Milk cup". The bar, roll or pot is more often part of the name. */
const BARE_TAILS = new Set("cup glass mug bottle can tin slice handful serving g floz tbsp tsp ml oz piece".split(" "));

function tailOf(tokens: readonly Token[], hasLead: boolean): Tail | null {
  let end = tokens.length;
  while (end > 0 && /^(?:each|total|x|-|approx|about|or|so|ish)$/.test(tokens[end - 1]?.text ?? "")) end -= 1;
  const last = tokens[end - 1];
  if (last === undefined) return null;
  const before = tokens[end - 2];
  const two = before?.kind === "word" && last.kind === "word" ? unitOf(before.text, last.text) : null;
  const unitLength = two?.length === 2 ? 2 : last.kind === "word" && unitOf(last.text) !== null ? 1 : 0;
  const unit = unitLength === 2 ? (two?.unit ?? null) : unitLength === 1 ? (unitOf(last.text)?.unit ?? null) : null;
  let at = end - unitLength - 1;
  let size: SizeWord | null = null;
  const sized = tokens[at];
  if (sized?.kind === "word" && unit !== null && sizeOf(sized.text) !== null) {
    size = sizeOf(sized.text);
    at -= 1;
  }
  const number = tokens[at];
  if (number?.kind === "number" && !/\b(?:half|quarter)$/.test(number.text)) {
    const isPrice = unit === null && /^\d+[.,]\d\d$/.test(number.text) && at > 0;
    let start = at;
    while (
      start > 0 &&
      /^(?:x|-|about|around|approx|approximately|roughly|circa|nearly|weighing)$/.test(tokens[start - 1]?.text ?? "")
    ) {
      start -= 1;
    }
    if (isPrice) return { start, low: null, high: null, unit: null, size: null, isPrice };
    return { start, low: number.low, high: number.high, unit, size, isPrice };
  }
  if (unit === null || hasLead || at < 0 || !BARE_TAILS.has(unit.name)) return null;
  // "milk cup": said without a number, it is one of them; "grams" alone says nothing of how many
  const isFigure = unit.kind === "mass" || unit.name === "ml" || unit.name === "floz";
  return { start: at + 1, low: null, high: null, unit: isFigure ? null : unit, size, isPrice: false };
}

function merge(
  lead: Mention | null,
  pack: { readonly value: number; readonly unit: Unit } | null,
  tail: Tail | null,
  isRest: boolean,
): Amount {
  const size = lead?.size ?? tail?.size ?? null;
  const isGuess = lead?.isGuess ?? false;
  const isArticle = lead?.isArticle === true && lead.low === 1 && lead.high === 1;
  const first = {
    low: lead?.low ?? null,
    high: lead?.high ?? null,
    unit: lead?.unit ?? null,
    size,
    isGuess,
    isArticle,
    isRest,
    isBareBehind: false,
    lengthCm: null,
  };
  const each = pack === null ? null : { value: pack.value, unit: pack.unit };
  if (tail === null || tail.isPrice) return { ...first, pack: each };
  if (lead === null) {
    return {
      ...noAmount,
      low: tail.low,
      high: tail.high,
      unit: tail.unit,
      size,
      isRest,
      isBareBehind: tail.unit === null && tail.low !== null,
    };
  }
  // "a large pizza, three slices": the number behind says more than "a"
  if (tail.low !== null && (isArticle || lead.low === null) && lead.unit === null) {
    return { ...first, low: tail.low, high: tail.high, unit: tail.unit, size: tail.size, isArticle: false, pack: each };
  }
  const figure = tail.unit?.kind === "mass" || tail.unit?.kind === "volume" ? tail.unit : null;
  if (figure === null || tail.low === null) return { ...first, pack: each };
  const value = (tail.low + (tail.high ?? tail.low)) / 2;
  // "2 cans 330 ml" is 330 ml each; "2 eggs 100 g" is 100 g of eggs
  const isEach = lead.unit?.kind === "container" || lead.unit?.kind === "piece" || isArticle || lead.low === 1;
  if (isEach) return { ...first, pack: { value, unit: figure } };
  return { ...first, low: tail.low, high: tail.high ?? tail.low, unit: figure, pack: null };
}

function dropOf(tokens: readonly Token[], isBehindOf = false): readonly Token[] {
  let at = 0;
  while (/^(?:of|full|the|my|some|worth)$/.test(tokens[at]?.text ?? "")) at += 1;
  // "a quarter of a pizza", "half of a 400 g tin"
  if ((isBehindOf || tokens[at - 1]?.text === "of") && /^an?$/.test(tokens[at]?.text ?? "")) at += 1;
  return tokens.slice(at);
}
