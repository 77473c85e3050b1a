/**
 * Which names does the food table know, and how much does each word of them say?
 *
 * Built once from a table: every name as folded words, an inverted list word -> names, whole names by key, and the weight of each word (rare words
 * say more). Matching is on whole words; nothing here is fuzzy.
 */
import { log } from "../numeric/elementary.ts";
import type { Food, FoodTable } from "./food.ts";
import { tokensOf } from "./meal-tokens.ts";
import { connectors, cookingWords, neutralWords, stopWords } from "./word-classes.ts";
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
  /** All words, sorted by code units, for completion. */
  readonly vocabulary: readonly string[];
}

/** A phrase in the words of the index. */
export interface Forms {
  /** Folded words with connecting words. */
  readonly all: readonly string[];
  readonly key: string;
}

/** Builds the index. Cost: about 3 microseconds per name. */
export function createFoodIndex(table: FoodTable): FoodIndex {
  const fold = rememberedFold();
  const names: IndexedName[] = [];
  const byKey = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  const foodsByWord = new Map<string, number>();
  for (const food of table.foods) {
    const own = new Set<string>();
    const exact = new Set(food.exactNames);
    for (const name of new Set([...food.names, ...food.exactNames])) {
      const plain = plainWordsOf(name);
      const { all, key } = formsOf(plain, fold);
      const words = [...new Set(all.filter((word) => !connectors.has(word)))];
      if (words.length === 0) continue;
      const at = names.length;
      names.push({ food, name, key, words, head: headOf(all), exactForm: exact.has(name) ? plain.join(" ") : null });
      append(byKey, key, at);
      for (const word of words) {
        append(byWord, word, at);
        own.add(word);
      }
    }
    for (const word of own) foodsByWord.set(word, (foodsByWord.get(word) ?? 0) + 1);
  }
  const count = table.foods.length;
  const weights = new Map<string, number>();
  for (const [word, foods] of foodsByWord) weights.set(word, weightOf(count, foods));
  return {
    table,
    names,
    byKey,
    byWord,
    weights,
    unknownWeight: weightOf(count, 0.5),
    vocabulary: [...foodsByWord.keys()].sort(),
  };
}

/** 1 for a word of nearly every food, about 8 for one of a single food among a thousand. */
function weightOf(foods: number, withWord: number): number {
  return 1 + log(1 + foods / withWord);
}

/** Words of a food name as a person types them: lower case, no accents, numbers as they are. */
export function plainWordsOf(text: string): string[] {
  if (/^[a-z]+(?: [a-z]+)*$/.test(text)) return text.split(" ");
  return tokensOf(text)
    .filter((token) => token.kind !== "mark")
    .map((token) => token.text);
}

/** Folds and joins the words of a phrase; fillers fall away, connecting words keep their place. */
export function formsOf(plain: readonly string[], fold: (word: string) => string = foldWord): Forms {
  const folded = plain.map(fold);
  const all: string[] = [];
  for (let at = 0; at < folded.length;) {
    const pair = pairAt(folded, at);
    const word = pair?.word ?? folded[at] ?? "";
    at += pair?.length ?? 1;
    if (pair === null && stopWords.has(word)) continue;
    const form = word === "n" || word === "plus" ? "and" : word === "w" ? "with" : word === "over" ? "on" : word;
    if (/^(?:de|di|la|le|topped)$/.test(form)) continue;
    all.push(...(form.includes(" ") ? form.split(" ") : [form]));
  }
  while (connectors.has(all[0] ?? "")) all.shift();
  while (connectors.has(all.at(-1) ?? "")) all.pop();
  return { all, key: all.join(" ") };
}

/** The word that carries the kind: the last one before "with", "in" or "on" that is no preparation. */
export function headOf(all: readonly string[]): string {
  const cut = all.findIndex((word, index) => index > 0 && /^(?:with|in|on)$/.test(word));
  const words = (cut < 0 ? all : all.slice(0, cut)).filter((word) => !connectors.has(word));
  const carrying = words.filter((word) => !neutralWords.has(word) && !cookingWords.has(word) && !/^\d/.test(word));
  return carrying.at(-1) ?? words.at(-1) ?? "";
}

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

function append(lists: Map<string, number[]>, key: string, at: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [at]);
  else list.push(at);
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
