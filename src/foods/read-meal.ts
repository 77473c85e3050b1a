/**
 * What was eaten, as far as this text says?
 *
 * Text -> tokens -> time words -> parts -> one item per food, each with candidates, grams and reasons. Everything that was typed ends in an item, in
 * `leftOut`, or in a comment; what is not understood stays an item without candidates. Pure, never throws, bounded work.
 */
import type { Candidate, MealReading, ReadItem } from "./meal-reading.ts";
import { adjustNeighbours } from "./adjust-neighbours.ts";
import { estimateGrams } from "./estimate-grams.ts";
import { joinParts } from "./join-parts.ts";
import { mostTextUnits, tokensOf } from "./meal-tokens.ts";
import { foldInside } from "./fold-inside.ts";
import type { FoodIndex } from "./name-index.ts";
import { joinAmounts, joinNumbers } from "./number-words.ts";
import { joinOwnPhrases } from "./own-phrases.ts";
import { noPersonalFoods, type PersonalFoods } from "./personal-foods.ts";
import { noAmount } from "./read-amount.ts";
import { readPart } from "./read-part.ts";
import { splitMeal } from "./split-meal.ts";
import { takeLengths } from "./take-lengths.ts";
import { takeTimes } from "./time-words.ts";
import { NOTHING } from "./sentence-words.ts";

/** More parts than this are not read: a pasted book is no meal, and a keystroke must not wait for it. */
const MOST_PARTS = 400;

/**
 * Reads a meal text. The person's own choices win over the table. At most 10,000 UTF-16 units are read (`cutAt`). Never throws; grams are finite,
 * positive and below the caps. Cost: about 0.1 ms per food.
 */
export function readMeal(text: string, index: FoodIndex, personal: PersonalFoods = noPersonalFoods): MealReading {
  const isLong = text.length > mostTextUnits;
  const timed = takeTimes(joinOwnPhrases(tokensOf(isLong ? text.slice(0, mostTextUnits) : text), personal.phrases));
  const tokens = joinAmounts(takeLengths(joinNumbers(timed.tokens)));
  const said = { text, timeMinutes: timed.timeMinutes, dayShift: timed.dayShift, cutAt: isLong ? mostTextUnits : null };
  if (tokens.every((token) => token.kind === "mark")) {
    if (text.trim() === "") return { ...said, items: [], leftOut: [], state: "empty" };
    return { ...said, items: [unreadItem(text)], leftOut: [], state: "nothing-understood", cutAt: said.cutAt ?? 0 };
  }
  const words = tokens.flatMap((token) => (token.kind === "mark" ? [] : [token.text]));
  const isNothing = NOTHING.test(words.join(" "));
  const items: ReadItem[] = [];
  const leftOut: string[] = [];
  let parts = 0;
  let cutAt = said.cutAt;
  for (const whole of splitMeal(tokens, index)) {
    const line = whole.slice(0, MOST_PARTS - parts);
    parts += line.length;
    const read = joinParts(line, index, personal).flatMap((part) => readPart(part, text, index, personal));
    const adjusted = adjustNeighbours(foldInside(read, text, index), index);
    leftOut.push(...adjusted.leftOut);
    items.push(...adjusted.items);
    if (parts < MOST_PARTS) continue;
    cutAt = items.at(-1)?.to ?? cutAt;
    break;
  }
  const understood = items.some((item) => item.candidates.length > 0);
  if (isNothing && !understood) return { ...said, items: [], leftOut: [], state: "nothing-eaten" };
  if (items.length === 0 && leftOut.length === 0) items.push(unreadItem(text));
  const kept = isNothing ? items.filter((item) => item.candidates.length > 0) : items;
  return { ...said, items: kept, leftOut, cutAt, state: understood ? "foods" : "nothing-understood" };
}

/** Emoji or signs only: kept as typed. */
function unreadItem(text: string): ReadItem {
  const from = text.length - text.trimStart().length;
  const shown = text.trim().slice(0, 200);
  const candidates: readonly Candidate[] = [];
  return {
    text: shown,
    from,
    to: from + shown.length,
    phrase: shown.toLowerCase(),
    candidates,
    comment: "",
    quantity: null,
    unit: null,
    grams: estimateGrams(noAmount, null, null).grams,
    changes: [],
    isConfirmed: false,
    reasons: ["no-words"],
  };
}
