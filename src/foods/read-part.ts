/**
 * Which food, how much of it, and why: for one part of a meal text?
 *
 * Takes the amount off, asks the person's own choices, then the ranker; a name that holds a number or unit word ("7 up", "pot noodle") is a name
 * first. A part may turn out to be several foods ("eggs toast", "avocado toast"); all of them are given.
 */
import { bracketAmount, isOneOfMany, unitBehind, unitInside, withBrackets } from "./amount-beside.ts";
import { sizeOf } from "./amount-mention.ts";
import { estimateGrams, partOfGrams } from "./estimate-grams.ts";
import type { Food } from "./food.ts";
import type { JoinedPart } from "./join-parts.ts";
import type { Candidate, Change, ReadItem } from "./meal-reading.ts";
import type { Token } from "./meal-tokens.ts";
import { foodsNamed, type FoodIndex, formsOf, isKnownWord, plainWordsOf } from "./name-index.ts";
import { choiceFor, ownVesselGrams, type PersonalFoods } from "./personal-foods.ts";
import { isPlantMade } from "./plant-guard.ts";
import { type Ranking, rankFoods } from "./rank-foods.ts";
import { type Amount, noAmount, takeAmount } from "./read-amount.ts";
import type { ReadingReason } from "./reading-reasons.ts";
import { namedFoods } from "./several-foods.ts";
import type { Inside, Joiner } from "./sentence-words.ts";
import { changeWords, connectors, drinkWords, stopWords } from "./word-classes.ts";

/** An item with what its neighbours need to know. */
export interface PartItem {
  readonly item: ReadItem;
  readonly joiner: Joiner;
  readonly isNegated: boolean;
  readonly inside: Inside | null;
  readonly amount: Amount;
  /** Folded words. */
  readonly forms: readonly string[];
}

/** Reads one part; no items when it holds no words of food ("then we had"). */
export function readPart(part: JoinedPart, text: string, index: FoodIndex, personal: PersonalFoods): PartItem[] {
  const tokens = withoutFillers(part.tokens);
  if (tokens.length === 0) return [];
  const isFoodWord = (word: string): boolean => isKnownWord(index, word);
  const taken = takeAmount(tokens, isFoodWord);
  let amount = taken.amount;
  let words = wordsOf(taken.rest);
  const reasons = [...taken.reasons];
  const whole = wordsOf(tokens);
  const lastWord = whole.at(-1);
  if (
    words.length === 0 &&
    lastWord !== undefined &&
    amount.unit !== null &&
    foodsNamed(index, [lastWord]).length > 0
  ) {
    // "5 cloves", "2 bars": what could be a unit is the food
    words = [lastWord];
    amount = { ...amount, unit: null };
  }
  if (whole.length > words.length && isWholeName(whole, words, index)) {
    amount = noAmount;
    words = whole;
  } else {
    const behind = unitBehind(words, amount, index);
    if (behind !== null) {
      amount = { ...amount, unit: behind };
      words = words.slice(0, -1);
    }
  }
  if (words.length === 0 || rankFoods(words, index).candidates.length === 0) {
    // "1 (Chipotle) bowl": the name in brackets is part of the food's name
    const named = [
      ...wordsOf(part.comment.filter((token) => token.kind === "word")),
      ...(words.length === 0 ? whole.slice(-1) : words),
    ];
    if (part.comment.length > 0 && foodsNamed(index, named).length > 0) words = named;
  }
  const inBrackets = bracketAmount(part.comment, isFoodWord);
  if (inBrackets !== null) amount = withBrackets(amount, inBrackets);
  if (isOneOfMany(amount, words)) amount = { ...amount, low: null, high: null };
  const size = part.comment.map((token) => sizeOf(token.text)).find((each) => each !== null) ?? null;
  if (amount.size === null && size !== null && part.comment.length <= 2) amount = { ...amount, size };
  const length = [...part.tokens, ...part.comment].find((token) => token.lengthCm !== undefined)?.lengthCm;
  if (length !== undefined) amount = { ...amount, lengthCm: length };
  const phrase = words.join(" ");
  if (words.every((word) => stopWords.has(word) || word.length === 0)) return [];
  const from = Math.min(...part.tokens.map((token) => token.from));
  const to = Math.max(...part.tokens.map((token) => token.to), ...part.comment.map((token) => token.to));
  const comment = commentOf(part.comment, text);
  const shared = { text: text.slice(from, to).trim(), from, to, comment };
  const one = (
    foodWords: readonly string[],
    ranking: Ranking,
    own: Amount,
    more: readonly ReadingReason[],
    share = 1,
  ): PartItem => {
    const item = itemOf(foodWords, ranking, own, part, index, personal, [...more, ...reasons], share);
    return {
      item: { ...shared, ...item },
      joiner: part.joiner,
      isNegated: part.isNegated,
      inside: part.inside,
      amount: own,
      forms: ranking.forms,
    };
  };
  const ranking = pouredRanking(rankFoods(words, index, part.headFirst), words, amount, part.comment, index);
  const inside = ranking.candidates.length > 0 ? null : unitInside(words, amount, index);
  if (inside !== null) return [one(inside.words, rankFoods(inside.words, index), { ...amount, unit: inside.unit }, [])];
  const isChosen =
    choiceFor(personal, phrase, amount.unit?.name ?? null) !== null || foodsNamed(personal.index, words).length > 0;
  const several = isChosen || part.isNegated ? null : namedFoods(words, ranking, index, amount.low === 1);
  if (several === null) return [one(words, ranking, amount, [])];
  return several.map((each, at) => {
    const ofWords = rankFoods(each.words, index);
    return one(each.words, ofWords, at === 0 || each.isMain ? amount : noAmount, [each.reason], each.share);
  });
}

function itemOf(
  words: readonly string[],
  ranking: Ranking,
  amount: Amount,
  part: JoinedPart,
  index: FoodIndex,
  personal: PersonalFoods,
  more: readonly ReadingReason[],
  share: number,
): Omit<ReadItem, "text" | "from" | "to" | "comment"> {
  const phrase = words.join(" ");
  const isPortion = amount.unit?.kind === "portion";
  const unit = amount.unit?.name ?? null;
  const choice = choiceFor(personal, phrase, isPortion ? null : unit);
  const chosen = chosenFood(choice?.foodId, words, index, personal);
  const candidates: readonly Candidate[] = chosen === null ? ranking.candidates : [{ food: chosen, probability: 1 }];
  const food = candidates[0]?.food ?? null;
  const isDrink =
    ranking.forms.some((form) => drinkWords.has(form)) ||
    /^(?:glass|mug|bottle|pint|can|cup|floz|ml|cl|l|shot|jug)$/.test(unit ?? "");
  const own = choice?.gramsPerPortion ?? ownVesselGrams(personal, isPortion ? null : unit, food);
  const estimated = estimateGrams(amount, food, own, isDrink);
  return {
    phrase,
    candidates,
    quantity: amount.low === null ? null : (amount.low + (amount.high ?? amount.low)) / 2,
    unit,
    grams: share === 1 ? estimated.grams : partOfGrams(estimated.grams, share),
    changes: changesOf(ranking, part.comment, food, index),
    isConfirmed: chosen !== null,
    reasons: [...(chosen === null ? ranking.reasons : ["personal"]), ...more, ...estimated.reasons],
  };
}

function chosenFood(
  foodId: string | undefined,
  words: readonly string[],
  index: FoodIndex,
  personal: PersonalFoods,
): Food | null {
  if (foodId === undefined) return foodsNamed(personal.index, words)[0] ?? null;
  return personal.foods.find((food) => food.id === foodId) ?? index.table.byId.get(foodId) ?? null;
}

/** True when the words with number and unit are the name of another food than the words without ("pot noodle", "7 up"). */
function isWholeName(whole: readonly string[], rest: readonly string[], index: FoodIndex): boolean {
  const named = foodsNamed(index, whole);
  if (named.length === 0) return false;
  const bare = foodsNamed(index, rest);
  return (
    bare.length === 0 ||
    (!whole.includes("of") && !/^(?:a|an|\d)/.test(whole[0] ?? "") && !named.some((food) => bare.includes(food)))
  );
}

/** Fluid ounces of grapes are no grapes: with a name in brackets ("20 fl oz (Powerade) grape") it is the drink, else it is doubted. */
function pouredRanking(
  ranking: Ranking,
  words: readonly string[],
  amount: Amount,
  comment: readonly Token[],
  index: FoodIndex,
): Ranking {
  const food = ranking.candidates[0]?.food;
  if (food === undefined || !/^(?:floz|pint|l|cl)$/.test(amount.unit?.name ?? "") || !isSolid(food)) return ranking;
  const named = rankFoods([...wordsOf(comment), ...words], index);
  const drink = named.candidates.find((each) => each.food.flags.includes("drink"));
  if (drink !== undefined && drink === named.candidates[0]) return { ...named, reasons: [...named.reasons, "poured"] };
  const candidates = ranking.candidates.map((each) => ({ ...each, probability: 0.3 * each.probability }));
  return { ...ranking, candidates, reasons: [...ranking.reasons, "poured"] };
}

function isSolid(food: Food): boolean {
  if (food.flags.some((flag) => /^(?:drink|condiment|milk|skim-milk|fermented-dairy|cream-butter)$/.test(flag)))
    return false;
  return (
    food.flags.some((flag) => /^(?:fruit|vegetable|nut|cheese|red-meat|legume|gluten-grain)$/.test(flag)) &&
    !/soup/.test(food.id)
  );
}

/** A change is said by its word; where the food's own name has the word, the food is that kind already. */
function changesOf(
  ranking: Ranking,
  comment: readonly Token[],
  food: Food | null,
  index: FoodIndex,
): readonly Change[] {
  const changes = new Set<Change>();
  const isInName = (form: string): boolean =>
    food !== null && food.names.some((name) => formsOf(plainWordsOf(name)).all.includes(form));
  for (const form of [...ranking.forms, ...formsOf(wordsOf(comment)).all]) {
    const change = changeWords.get(form);
    if (change === undefined) continue;
    if (!LASTING.has(change) && isInName(form)) continue;
    changes.add(change);
  }
  if (
    food !== null &&
    index.dairyFoods.has(food) &&
    (ranking.isPlantChange || isPlantMade(formsOf(wordsOf(comment)).all))
  )
    changes.add("plant-based");
  return [...changes];
}

/** Saying these twice does no harm. */
const LASTING: ReadonlySet<Change> = new Set<Change>(["decaf", "alcohol-free", "plant-based", "gluten-free"]);

function withoutFillers(tokens: readonly Token[]): readonly Token[] {
  let at = 0;
  while (isFiller(tokens[at])) at += 1;
  let end = tokens.length;
  while (end > at && /^(?:only|too|again|also|please|though|today|later|instead)$/.test(tokens[end - 1]?.text ?? ""))
    end -= 1;
  return tokens.slice(at, end);
}

function isFiller(token: Token | undefined): boolean {
  return token?.kind === "word" && !KEPT.has(token.text) && (stopWords.has(token.text) || connectors.has(token.text));
}

/** Before a food they say nothing; "a" and "couple" are amounts. */
const KEPT = new Set("a an couple each half more".split(" "));

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token.kind === "mark" ? [] : [token.text]));
}

function commentOf(comment: readonly Token[], text: string): string {
  const first = comment[0];
  const last = comment.at(-1);
  return first === undefined || last === undefined ? "" : text.slice(first.from, last.to);
}
