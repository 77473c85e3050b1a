/**
 * Which foods may these words mean, and how probable is each?
 *
 * Every name that shares a word is scored: typed words explained (rare words and the head weigh more), words of the name that nobody typed, whole
 * names first. A softmax with "something else" beside the foods gives probabilities. Less than half explained: not understood.
 */
import { exp } from "../numeric/elementary.ts";
import type { Food } from "./food.ts";
import type { Candidate } from "./meal-reading.ts";
import { type FoodIndex, formsOf, headOf, type IndexedName } from "./name-index.ts";
import { joinKnown, respelt } from "./near-words.ts";
import type { ReadingReason } from "./reading-reasons.ts";
import { rankerWeights as weights } from "./ranker-weights.ts";
import {
  asideWords,
  brandWords,
  changeWords,
  connectors,
  cookingWords,
  formWords,
  neutralWords,
} from "./word-classes.ts";
import { isPlantMade, withoutDairy } from "./plant-guard.ts";

/** What the words were found to mean. */
export interface Ranking {
  /** Best first; empty = not understood. */
  readonly candidates: readonly Candidate[];
  /** Share of the typed weight that the best food explains, 0-1. */
  readonly coverage: number;
  /** A whole name in the order typed. */
  readonly isExact: boolean;
  /** Folded words that the best food does not explain and that could be food. */
  readonly unexplained: readonly string[];
  /** Folded words of the phrase as they were looked up. */
  readonly forms: readonly string[];
  /** The words say that it is made of plants while the best food has dairy. */
  readonly isPlantChange: boolean;
  readonly reasons: readonly ReadingReason[];
}

interface QueryWord {
  readonly form: string;
  readonly weight: number;
}

interface Scored {
  readonly name: IndexedName;
  readonly score: number;
  readonly coverage: number;
  readonly isExact: boolean;
  readonly mask: number;
}

/** More words than this are not looked at: no food has such a name. */
const MOST_WORDS = 20;

/** Rankings made before, per index: people write the same things again and again. Only speed hangs on it; all are forgotten when there are many. */
const rankedBefore = new WeakMap<FoodIndex, Map<string, Ranking>>();
const MOST_REMEMBERED = 3000;

/**
 * Ranks foods for a phrase. `plain` are the words as typed, lower case. `headFirst`: the kind stands first and its attributes behind, as in official
 * names ("bread", "whole", "wheat"). Never throws.
 */
export function rankFoods(
  plain: readonly string[],
  index: FoodIndex,
  headFirst: readonly string[] | null = null,
): Ranking {
  const key = `${plain.join(" ")}\n${headFirst === null ? "" : `,${headFirst.join(" ")}`}`;
  const known = rankedBefore.get(index) ?? new Map<string, Ranking>();
  const before = known.get(key);
  if (before !== undefined) return before;
  const ranking = rankNew(plain, index, headFirst);
  if (known.size >= MOST_REMEMBERED) known.clear();
  rankedBefore.set(index, known.set(key, ranking));
  return ranking;
}

function rankNew(plain: readonly string[], index: FoodIndex, headFirst: readonly string[] | null): Ranking {
  const forms = joinKnown(formsOf(plain.slice(0, MOST_WORDS)).all, index).slice(0, MOST_WORDS);
  const head = headFirst === null ? headOf(forms) : headOf(formsOf(headFirst).all);
  const first = rankForms(forms, plain, head, index, headFirst !== null);
  if (first.candidates.length > 0) return first;
  // "ready to cook noodle mix": what is said around a food may go
  const bare = forms.filter((form) => !asideWords.has(form) && !neutralWords.has(form));
  if (bare.length > 0 && bare.length < forms.length && headFirst === null) {
    const second = rankForms(bare, bare, headOf(bare), index, false, weights.spelling);
    if (second.candidates.length > 0) return { ...second, isExact: false, forms };
  }
  const corrected = forms.map((form) => (index.weights.has(form) ? form : (respelt(form, index) ?? form)));
  if (corrected.every((form, at) => form === forms[at])) return first;
  const newHead = corrected[forms.lastIndexOf(head)] ?? head;
  const second = rankForms(corrected, corrected, newHead, index, headFirst !== null, weights.spelling);
  if (second.candidates.length === 0) return first;
  return { ...second, isExact: false, reasons: [...second.reasons, "spelling"] };
}

function rankForms(
  forms: readonly string[],
  plain: readonly string[],
  head: string,
  index: FoodIndex,
  isHeadFirst: boolean,
  malus = 0,
): Ranking {
  const query = queryOf(forms, head, index);
  const total = query.reduce((sum, word) => sum + word.weight, 0);
  const scored = total === 0 ? [] : scoreNames(query, total, forms, plain, head, index, malus, isHeadFirst);
  const all = (1 << query.length) - 1;
  const hasWhole = scored.some((each) => each.isExact);
  // when a whole name is there, names that leave a word out are another food ("tea" for "iced tea")
  const best = bestByFood(
    hasWhole
      ? scored.map((each) =>
          each.isExact || each.mask === all ? each : { ...each, score: each.score - weights.lessThanWhole },
        )
      : scored,
  );
  // as a choice they may be shown, but they never bring dairy in
  const isDairy = best[0] !== undefined && index.dairyFoods.has(best[0].name.food);
  const explained =
    hasWhole && !isDairy ? best.filter((each) => each.mask === all || !index.dairyFoods.has(each.name.food)) : best;
  const isPlant = isPlantMade(forms);
  const kept = isPlant ? withoutDairy(explained, index.dairyFoods) : explained;
  const top = kept[0];
  const candidates = probabilities(kept);
  if (
    top === undefined ||
    top.coverage < weights.coverageGate ||
    (candidates[0]?.probability ?? 0) < weights.leastFirst
  ) {
    return {
      candidates: [],
      coverage: top?.coverage ?? 0,
      isExact: false,
      unexplained: [],
      forms,
      isPlantChange: isPlant,
      reasons: ["coverage-gate"],
    };
  }
  const reasons: ReadingReason[] = [top.isExact ? "exact-name" : top.name.head === head ? "head-word" : "words"];
  if (isPlant) reasons.push("plant-guard");
  return {
    candidates,
    coverage: top.coverage,
    isExact: top.isExact,
    unexplained: query
      .filter((word, at) => (top.mask & (1 << at)) === 0 && !isShade(word.form))
      .map((word) => word.form),
    forms,
    isPlantChange: isPlant,
    reasons,
  };
}

function queryOf(forms: readonly string[], head: string, index: FoodIndex): readonly QueryWord[] {
  const seen = new Set<string>();
  const query: QueryWord[] = [];
  let unknown = 0;
  for (const form of forms) {
    if (connectors.has(form) || seen.has(form)) continue;
    seen.add(form);
    const known = index.weights.get(form);
    const share = shareOf(form, form === head, known !== undefined);
    // several unknown words before the head are one brand or place
    const isMore = known === undefined && form !== head && unknown > 0;
    if (known === undefined && form !== head) unknown += 1;
    query.push({
      form,
      weight: (known ?? index.unknownWeight) * (isMore ? Math.min(share, weights.brandShare) : share),
    });
  }
  return query;
}

function shareOf(form: string, isHead: boolean, isKnown: boolean): number {
  if (brandWords.has(form)) return weights.brandShare;
  if (isHead) return weights.headBoost;
  if (neutralWords.has(form) || /^\d/.test(form)) return weights.neutralShare;
  if (cookingWords.has(form)) return weights.cookingShare;
  if (changeWords.has(form)) return weights.changeShare;
  return isKnown ? 1 : weights.unknownShare;
}

function isShade(form: string): boolean {
  return neutralWords.has(form) || cookingWords.has(form) || brandWords.has(form) || changeWords.has(form);
}

function scoreNames(
  query: readonly QueryWord[],
  total: number,
  forms: readonly string[],
  plain: readonly string[],
  head: string,
  index: FoodIndex,
  malus: number,
  isHeadFirst: boolean,
): Scored[] {
  const masks = new Map<number, number>();
  query.forEach((word, at) => {
    for (const name of index.byWord.get(word.form) ?? []) masks.set(name, (masks.get(name) ?? 0) | (1 << at));
  });
  const asked = new Set(query.map((word) => word.form));
  const key = forms.join(" ");
  const written = plain.join(" ");
  const carrying = query.filter((word) => !isShade(word.form));
  const scored: Scored[] = [];
  for (const [at, mask] of masks) {
    const name = index.names[at];
    if (name === undefined || (name.exactForm !== null && name.exactForm !== written)) continue;
    let found = 0;
    query.forEach((word, bit) => {
      if ((mask & (1 << bit)) !== 0) found += word.weight;
    });
    const coverage = found / total;
    const missing = name.words.filter((word) => !asked.has(word));
    let score = weights.coverage * coverage - malus + weights.commonness * name.food.commonness;
    for (const word of missing) score -= unaskedCost(word, word === name.head);
    if (name.head !== head && missing.every((word) => word !== name.head)) score -= weights.headMoved;
    const isExact = name.key === key;
    if (isExact) score += weights.exactName + (name.name === name.food.names[0] ? weights.displayName : 0);
    else if (missing.length === 0) score += nameBonus(name, query, carrying, isHeadFirst);
    scored.push({ name, score, coverage, isExact, mask });
  }
  return scored;
}

/** All words of the name were typed, but not as the whole name in order. */
function nameBonus(
  name: IndexedName,
  query: readonly QueryWord[],
  carrying: readonly QueryWord[],
  isHeadFirst: boolean,
): number {
  if (!carrying.every((word) => name.words.includes(word.form))) return 0;
  if (name.words.length < query.length) return weights.onlyShadesLeft;
  return isHeadFirst || carrying.length < 2 ? weights.sameWordsShaded : weights.sameWords;
}

function unaskedCost(word: string, isHead: boolean): number {
  const cost = neutralWords.has(word)
    ? weights.unaskedNeutral
    : cookingWords.has(word)
      ? weights.unaskedCooking
      : formWords.has(word)
        ? weights.unaskedForm
        : weights.unaskedOther;
  return isHead ? cost + weights.unaskedHead : cost;
}

function bestByFood(scored: readonly Scored[]): Scored[] {
  const best = new Map<Food, Scored>();
  for (const each of scored) {
    const before = best.get(each.name.food);
    if (before === undefined || each.score > before.score) best.set(each.name.food, each);
  }
  return [...best.values()].sort(
    (a, b) =>
      b.score - a.score || a.name.words.length - b.name.words.length || (a.name.food.id < b.name.food.id ? -1 : 1),
  );
}

function probabilities(best: readonly Scored[]): Candidate[] {
  const shown = best.slice(0, 12);
  const top = Math.max(shown[0]?.score ?? 0, weights.elseScore);
  const chance = (score: number): number => exp((score - top) / weights.temperature);
  const sum = shown.reduce((total, each) => total + chance(each.score), chance(weights.elseScore));
  return shown
    .map((each) => ({ food: each.name.food, probability: ((1 - weights.neverSure) * chance(each.score)) / sum }))
    .filter((candidate, at) => at < weights.alwaysShown || candidate.probability >= weights.leastProbability)
    .slice(0, weights.mostCandidates);
}
