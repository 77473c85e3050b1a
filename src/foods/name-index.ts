/**
 * Which names does the food table know, and how much does each word of them say?
 *
 * Built once from a table: every name as folded words, an inverted list word -> names, whole names by key, and the weight of each word (rare words
 * say more). Matching is on whole words; nothing here is fuzzy.
 */
import { log } from "../numeric/elementary.ts";
import type { Food, FoodTable } from "./food.ts";
import { dairyFoodsOf } from "./plant-guard.ts";
import { tokensOf } from "./meal-tokens.ts";
import { brandWords, changeWords, connectors, cookingWords, neutralWords, stopWords } from "./word-classes.ts";
import { foldWord, pairAt } from "./word-forms.ts";

/** One name of one food. */
export interface IndexedName {
  readonly food: Food;
  readonly name: string;
  /** Folded words in order, connecting words kept: "mac and cheese". */
  readonly key: string;
  /** Folded words that say something, each once. */
  readonly words: readonly string[];
  /** The word that says what kind of food it is: the last one before "with" or "in". */
  readonly head: string;
  /** Counts in exactly this written form only ("crisps", not "crisp"); null = any. */
  readonly exactForm: string | null;
}

/** Foods by their names; the shape is the reader's own business. */
export interface FoodIndex {
  readonly table: FoodTable;
  readonly names: readonly IndexedName[];
  /** Indices of `names` by whole key. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  /** Indices of `names` by word. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** How much a word says; a word that no food has is not in it. */
  readonly weights: ReadonlyMap<string, number>;
  /** Weight of a word that no food has. */
  readonly unknownWeight: number;
  /** Foods with dairy in them or in a part of them. */
  readonly dairyFoods: ReadonlySet<Food>;
  /** All words, sorted by code units, for completion. */
  readonly vocabulary: readonly string[];
}

/** A phrase in the words of the index. */
export interface Forms {
  /** Folded words with connecting words. */
  readonly all: readonly string[];
  readonly key: string;
}

/** Builds the index. Cost: about 4 microseconds per name. */
export function createFoodIndex(table: FoodTable): FoodIndex {
  const fold = rememberedFold();
  const names: IndexedName[] = [];
  const byKey = new Map<string, number[]>();
  const words = new Map<string, WordUse>();
  for (const food of table.foods) {
    for (const name of food.names) {
      const plain = plainWordsOf(name);
      const { all, key } = formsOf(plain, fold);
      const same = byKey.get(key);
      // "whole wheat bread" and "wholewheat bread" are one name
      if (same?.some((each) => names[each]?.food === food && names[each].exactForm === null) === true) continue;
      const saying = sayingWords(all);
      if (saying.length === 0) continue;
      const at = names.length;
      const exactForm = food.exactNames.length > 0 && food.exactNames.includes(name) ? plain.join(" ") : null;
      names.push({ food, name, key, words: saying, head: headOf(all), exactForm });
      if (same === undefined) byKey.set(key, [at]);
      else same.push(at);
      for (const word of saying) {
        const use = words.get(word);
        if (use === undefined) words.set(word, { names: [at], foods: 1, last: food });
        else {
          use.names.push(at);
          if (use.last !== food) use.foods += 1;
          use.last = food;
        }
      }
    }
  }
  const byWord = new Map<string, readonly number[]>();
  const weights = new Map<string, number>();
  for (const [word, use] of words) {
    byWord.set(word, use.names);
    weights.set(word, weightOf(table.foods.length, use.foods));
  }
  const unknownWeight = weightOf(table.foods.length, 0.5);
  const dairyFoods = dairyFoodsOf(table);
  return { table, names, byKey, byWord, weights, unknownWeight, dairyFoods, vocabulary: [...byWord.keys()].sort() };
}

interface WordUse {
  readonly names: number[];
  foods: number;
  last: Food;
}

/** The words without connecting words, each once. */
function sayingWords(all: readonly string[]): string[] {
  const saying: string[] = [];
  for (const word of all) if (!connectors.has(word) && !saying.includes(word)) saying.push(word);
  return saying;
}

/** 1 for a word of nearly every food, about 8 for one of a single food among a thousand. */
function weightOf(foods: number, withWord: number): number {
  return 1 + log(1 + foods / withWord);
}

/** Words of a food name as a person types them: lower case, no accents, numbers as they are. */
export function plainWordsOf(text: string): string[] {
  if (SIMPLE.test(text)) return text.split(" ");
  if (ASCII.test(text)) {
    const words = text.toLowerCase().match(WORD) ?? [];
    return text.includes("'") ? words.map((word) => word.replaceAll("'", "")) : words;
  }
  return tokensOf(text)
    .filter((token) => token.kind !== "mark")
    .map((token) => token.text);
}

const SIMPLE = /^[a-z]+(?: [a-z]+)*$/;
/** Names that need no lexer: the same words come out. */
const ASCII = /^[a-zA-Z0-9 '%(),-]+$/;
const WORD = /\d+%|\d+|[a-z][a-z0-9]*(?:'[a-z]+)*/g;

/** Folds and joins the words of a phrase; fillers fall away, connecting words keep their place. */
export function formsOf(plain: readonly string[], fold: (word: string) => string = foldWord): Forms {
  const folded = plain.map(fold);
  const all: string[] = [];
  for (let at = 0; at < folded.length;) {
    const pair = pairAt(folded, at);
    if (pair !== null) {
      all.push(...pair.word.split(" "));
      at += pair.length;
      continue;
    }
    const word = folded[at] ?? "";
    at += 1;
    if (stopWords.has(word)) continue;
    const form = CONNECTOR_FORMS.get(word) ?? word;
    if (form !== "") all.push(form);
  }
  while (all.length > 0 && connectors.has(all[0] ?? "")) all.shift();
  while (all.length > 0 && connectors.has(all.at(-1) ?? "")) all.pop();
  return { all, key: all.join(" ") };
}

const CONNECTOR_FORMS: ReadonlyMap<string, string> = new Map([
  ["zero", "sugarfree"],
  ["n", "and"],
  ["plus", "and"],
  ["w", "with"],
  ["over", "on"],
  ...["de", "di", "la", "le", "topped"].map((word) => [word, ""] as const),
]);

/** The word that carries the kind: the last one before "with", "in" or "on" that is no preparation. */
export function headOf(all: readonly string[]): string {
  let last = "";
  let carrying = "";
  for (const word of all) {
    if (connectors.has(word)) {
      if (last !== "" && (word === "with" || word === "in" || word === "on")) break;
      continue;
    }
    last = word;
    if (!preparations.has(word) && !/^\d/.test(word)) carrying = word;
  }
  return carrying === "" ? last : carrying;
}

const preparations: ReadonlySet<string> = new Set([
  ...neutralWords,
  ...cookingWords,
  ...changeWords.keys(),
  ...brandWords,
]);

/** True when the word stands in a food name. */
export function isKnownWord(index: FoodIndex, word: string): boolean {
  return index.weights.has(foldWord(word));
}

/** Foods that have exactly these words as a name (`plain` as typed decides for names that count in one form only). */
export function foodsNamed(index: FoodIndex, plain: readonly string[]): readonly Food[] {
  const { key } = formsOf(plain);
  const written = plain.join(" ");
  return (index.byKey.get(key) ?? []).flatMap((at) => {
    const name = index.names[at];
    return name === undefined || (name.exactForm !== null && name.exactForm !== written) ? [] : [name.food];
  });
}

function rememberedFold(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const form = foldWord(word);
    known.set(word, form);
    return form;
  };
}
