/**
 * Which foods could be meant while a person is still typing, or when they are asked "which of these?"
 *
 * The ranker's own candidates first, then foods whose name goes on where the last word stops. Only here is a beginning of a word enough.
 */
import type { Candidate } from "./meal-reading.ts";
import { type FoodIndex, formsOf, isKnownWord, plainWordsOf } from "./name-index.ts";
import { noPersonalFoods, type PersonalFoods } from "./personal-foods.ts";
import { rankFoods } from "./rank-foods.ts";

/** Words of the vocabulary that are tried for an unfinished word. */
const MOST_COMPLETIONS = 200;

/** At most `limit` foods, best first, each food once; own foods first. Probabilities are a ranking aid here, not a claim. Cost: below 1 ms. */
export function suggestFoods(
  phrase: string,
  index: FoodIndex,
  personal: PersonalFoods = noPersonalFoods,
  limit = 5,
): readonly Candidate[] {
  const plain = plainWordsOf(phrase.slice(0, 200).trim());
  if (plain.length === 0 || limit <= 0) return [];
  const found = new Map<string, Candidate>();
  const add = (candidates: readonly Candidate[]): void => {
    for (const each of candidates) if (!found.has(each.food.id)) found.set(each.food.id, each);
  };
  for (const source of personal.foods.length === 0 ? [index] : [personal.index, index]) {
    // an unfinished last word says more by what it begins than by the words before it
    const isFinished = isKnownWord(source, plain.at(-1) ?? "");
    if (!isFinished) add(completions(plain, source));
    add(rankFoods(plain, source).candidates);
    if (isFinished) add(completions(plain, source));
  }
  return [...found.values()].slice(0, limit);
}

/** Foods whose name holds all finished words and a word that begins as the last one does. */
function completions(plain: readonly string[], index: FoodIndex): Candidate[] {
  const last = plain.at(-1) ?? "";
  const asked = formsOf(plain.slice(0, -1)).all;
  const best = new Map<string, { readonly candidate: Candidate; readonly score: number }>();
  for (const word of wordsBeginning(last, index.vocabulary)) {
    for (const at of index.byWord.get(word) ?? []) {
      const name = index.names[at];
      if (name === undefined || asked.some((form) => !name.words.includes(form))) continue;
      const rest = name.words.length - asked.length - 1;
      const score =
        2 * name.food.commonness -
        rest -
        (name.name === name.food.names[0] ? 0 : 0.3) +
        (name.words[0] === word ? 1 : 0) +
        (name.head === word ? 0.5 : 0);
      const before = best.get(name.food.id);
      if (before === undefined || score > before.score)
        best.set(name.food.id, { candidate: { food: name.food, probability: 0 }, score });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.candidate.food.id < b.candidate.food.id ? -1 : 1))
    .map((each) => each.candidate);
}

/** Binary search in the sorted vocabulary. */
function wordsBeginning(start: string, vocabulary: readonly string[]): readonly string[] {
  let low = 0;
  let high = vocabulary.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((vocabulary[middle] ?? "") < start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; at < vocabulary.length && found.length < MOST_COMPLETIONS; at += 1) {
    const word = vocabulary[at] ?? "";
    if (!word.startsWith(start)) break;
    found.push(word);
  }
  return found;
}
