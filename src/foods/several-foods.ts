/**
 * Do these words without a joining word between them name several foods?
 *
 * "Avocado toast" is toast with avocado, "eggs toast coffee" is a list, "lemon chicken" is chicken with a flavour, "apple vape" is none of them.
 * Only when every word belongs to a whole food name is anything split; so a name of words that nobody knows stays one thing that is not understood.
 */
import type { Food } from "./food.ts";
import { isHead } from "./head-words.ts";
import { foodsNamed, type FoodIndex, formsOf } from "./name-index.ts";
import type { Ranking } from "./rank-foods.ts";
import { brandWords, changeWords, cookingWords, neutralWords } from "./word-classes.ts";

/** One of the foods. */
export interface NamedFood {
  readonly words: readonly string[];
  /** The amount that was written is of this one. */
  readonly isMain: boolean;
  readonly reason: "named-in-dish" | "list" | "flavour" | "kind";
  /** Share of its usual grams. */
  readonly share: number;
}

interface Segment {
  readonly words: readonly string[];
  readonly food: Food;
}

const LONGEST_NAME = 5;
/** Part of its portion that a food named inside a dish is. */
const NAMED_SHARE = 0.5;

/** The foods, or null when the words are one food (or none). `words` as typed; `ranking` is what they mean as one; `isOne`: the text says it is one thing. */
export function namedFoods(
  words: readonly string[],
  ranking: Ranking,
  index: FoodIndex,
  isOne: boolean,
): readonly NamedFood[] | null {
  if (ranking.isExact || words.length < 2 || words.length > 12) return null;
  const isUnderstood = ranking.candidates.length > 0;
  if (isUnderstood && ranking.unexplained.length === 0) return null;
  const segments = segmentsOf(words, index);
  if (segments === null || segments.length < 2) return null;
  const main = segments.at(-1);
  const head = main === undefined ? "" : (formsOf(main.words).all.at(-1) ?? "");
  if (main === undefined) return null;
  // "oreo cookies", "babybel cheese": two names of one kind are one thing, and the rarer name says which
  if (!isUnderstood && segments.every((segment) => isSameKind(segment.food, main.food))) {
    const special = segments.reduce((best, each) => (rarity(each, index) > rarity(best, index) ? each : best));
    return [{ words: special.words, isMain: true, reason: "kind", share: 1 }];
  }
  if (isHead(head, "carrier")) {
    const extras = segments.slice(0, -1).filter((segment) => !isSeasoning(segment.food));
    // what the dish already explains is in it
    const unexplained = isUnderstood ? extras.filter((segment) => isUnexplained(segment, ranking)) : extras;
    const dish = isUnderstood && unexplained.length < extras.length ? wordsWithout(words, unexplained) : main.words;
    if (unexplained.length === 0) return null;
    return [
      { words: dish, isMain: true, reason: "list", share: 1 },
      ...unexplained.map(
        (segment) => ({ words: segment.words, isMain: false, reason: "named-in-dish", share: NAMED_SHARE }) as const,
      ),
    ];
  }
  if (isHead(head, "dish") || DISHES.test(main.food.category)) return null;
  const isFlavoured =
    main.food.flags.includes("drink") ||
    FLAVOURED.test(main.food.category) ||
    /^(?:meat|fish)/.test(main.food.category);
  const others = segments.slice(0, -1);
  const foods = others.filter(
    (segment) => !isSeasoning(segment.food) && !(isFlavoured && isFlavour(segment.food, main.food)),
  );
  // "cheese crackers" are crackers: nothing else was eaten
  if (foods.length === 0)
    return isUnderstood ? null : [{ words: main.words, isMain: true, reason: "flavour", share: 1 }];
  // "turkey wings", "1 tangerine orange": one thing
  const isKind = isOne || foods.every((segment) => isSameKind(segment.food, main.food));
  if (isKind) return isUnderstood ? null : [{ words: main.words, isMain: true, reason: "kind", share: 1 }];
  return [...foods, main].map(
    (segment, at) => ({ words: segment.words, isMain: at === 0, reason: "list", share: 1 }) as const,
  );
}

function rarity(segment: Segment, index: FoodIndex): number {
  return Math.max(...formsOf(segment.words).all.map((form) => index.weights.get(form) ?? 0), 0);
}

const DISHES = /^(?:dishes|mixed-dishes|sandwiches|soups|pizza)/;
const FLAVOURED = /^(?:sweets|snacks|bakery)/;

function isSameKind(one: Food, other: Food): boolean {
  return one === other || (one.category === other.category && !/^(?:fruit|vegetables|nuts)/.test(one.category));
}

/** Cuts the words into whole names, longest first; null when a word that says something is left over. */
function segmentsOf(words: readonly string[], index: FoodIndex): readonly Segment[] | null {
  const segments: Segment[] = [];
  let shades: string[] = [];
  for (let at = 0; at < words.length;) {
    let found: Segment | null = null;
    for (let length = Math.min(LONGEST_NAME, words.length - at); length >= 1 && found === null; length -= 1) {
      const slice = words.slice(at, at + length);
      const food = foodsNamed(index, slice)[0];
      if (food !== undefined) found = { words: [...shades, ...slice], food };
      if (found !== null) at += length;
    }
    if (found !== null) {
      segments.push(found);
      shades = [];
      continue;
    }
    const word = words[at] ?? "";
    const form = formsOf([word]).all[0];
    if (form !== undefined && !isShade(form)) return null;
    if (form !== undefined) shades.push(word);
    at += 1;
  }
  return segments;
}

function isShade(form: string): boolean {
  return (
    neutralWords.has(form) ||
    cookingWords.has(form) ||
    brandWords.has(form) ||
    changeWords.has(form) ||
    /^\d/.test(form)
  );
}

function isSeasoning(food: Food): boolean {
  return food.isSpice || food.flags.includes("condiment");
}

function isFlavour(food: Food, main: Food): boolean {
  if (FLAVOURED.test(main.category)) return true;
  return food.flags.includes("fruit") || food.flags.includes("nut") || food.category === "sweets";
}

function isUnexplained(segment: Segment, ranking: Ranking): boolean {
  return formsOf(segment.words).all.some((form) => ranking.unexplained.includes(form));
}

function wordsWithout(words: readonly string[], segments: readonly Segment[]): readonly string[] {
  const gone = new Set(segments.flatMap((segment) => segment.words));
  return words.filter((word) => !gone.has(word));
}
