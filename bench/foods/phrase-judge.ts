/**
 * Was the right food found in a phrase?
 *
 * A phrase names foods; each has an expression that accepts descriptions of the right food and one that rejects. A food is right when an item that
 * overlaps its words in the phrase leads to an accepted description. Descriptions are the USDA's for rows with a code, names for rows without. One
 * dish for several named foods (beans on toast) is right for each that is among its parts.
 */
import type { Food, FoodTable } from "../../src/foods/food.ts";
import type { UsdaTables } from "./usda-tables.ts";
import { shareOf } from "./metrics.ts";

/** A food that a phrase names. */
export interface NamedFood {
  readonly words: string;
  readonly accept: string;
  readonly reject: string | null;
  /** Plausible grams, low and high. */
  readonly grams?: readonly number[];
}

export interface Phrase {
  readonly phrase: string;
  /** "everyday" or "hard"; absent in the development set. */
  readonly kind?: string;
  readonly foods: readonly NamedFood[];
  /** No food that was understood may match it. */
  readonly absent?: string;
  /** Of our own set every second phrase is held back: nobody who works on the reader sees its errors. */
  readonly isHeldBack?: boolean;
}

/** A food that a method proposes, by the texts that describe it (first = display name or description). */
export interface Proposal {
  readonly id: string;
  readonly texts: readonly string[];
  readonly probability: number;
  /** The display name of a row that has no USDA description of its own; such a row is right for exactly these words. */
  readonly ownName?: string;
  /** Texts of each part of a dish. */
  readonly partTexts?: readonly (readonly string[])[];
}

/** Something that a method understood as eaten. */
export interface FoundItem {
  /** Where it stands in the phrase (UTF-16 units). */
  readonly from: number;
  readonly to: number;
  /** Best first; empty = not understood. */
  readonly proposals: readonly Proposal[];
  /** Null = the method does not estimate grams. */
  readonly grams: number | null;
}

/** How one food of a phrase came out. */
export interface FoodVerdict {
  readonly phrase: string;
  readonly kind: string;
  readonly words: string;
  readonly isTop1: boolean;
  readonly isTop3: boolean;
  /** Of the item that decides: probability of its first proposal; null = nothing was understood there. */
  readonly probability: number | null;
  /** Whether the grams are plausible; null = no range given, or no grams. */
  readonly areGramsPlausible: boolean | null;
  readonly grams: number | null;
  /** What was answered: ids of the first three, or "-". */
  readonly answer: string;
}

export interface PhraseVerdict {
  readonly phrase: string;
  readonly kind: string;
  readonly isHeldBack: boolean;
  readonly foods: readonly FoodVerdict[];
  /** Every food is right at first place and nothing that must be absent is there. */
  readonly isWhole: boolean;
  /** Understood items that overlap none of the foods' words. */
  readonly extraItems: number;
  readonly hasForbidden: boolean;
}

/** The texts by which a row of the own table is judged: the USDA description of its code, else its names (and what a `like:` row is like). */
export function judgedTexts(food: Food, usda: UsdaTables): readonly string[] {
  const described = usda.byCode.get(food.source);
  if (described !== undefined) return [described.description];
  const like = usda.byCode.get(food.source.replace(/^like:/, ""));
  return like === undefined ? food.names : [...food.names, like.description];
}

/** A row of the own table as the judge sees it. */
export function proposalOf(food: Food, probability: number, table: FoodTable, usda: UsdaTables): Proposal {
  const partTexts = food.parts.flatMap((part) => {
    const own = table.byId.get(part.food);
    return own === undefined ? [] : [judgedTexts(own, usda)];
  });
  const texts = judgedTexts(food, usda);
  return {
    id: food.id,
    texts,
    probability,
    partTexts,
    ...(usda.byCode.has(food.source) ? {} : { ownName: food.names[0] }),
  };
}

/** True when one of the texts is accepted and not rejected, and the first is not rejected. */
export function isRight(named: Pick<NamedFood, "accept" | "reject">, texts: readonly string[]): boolean {
  const accept = expressionOf(named.accept);
  const reject = named.reject === null ? null : expressionOf(named.reject);
  const isRejected = (text: string): boolean => reject?.test(text) ?? false;
  if (texts[0] === undefined || isRejected(texts[0])) return false;
  return texts.some((text) => accept.test(text) && !isRejected(text));
}

function isRightProposal(named: NamedFood, proposal: Proposal, isJoint: boolean): boolean {
  if (isRight(named, proposal.texts)) return true;
  if (proposal.ownName !== undefined && proposal.ownName.toLowerCase() === named.words.toLowerCase()) return true;
  return isJoint && (proposal.partTexts ?? []).some((texts) => isRight(named, texts));
}

/** Judges what a method found in a phrase. */
export function judgePhrase(phrase: Phrase, items: readonly FoundItem[]): PhraseVerdict {
  const kind = phrase.kind ?? "development";
  const spans = phrase.foods.map((named) => spanOf(phrase.phrase, named.words));
  const isJoint = (item: FoundItem): boolean => spans.filter((span) => overlaps(item, span)).length > 1;
  const foods = phrase.foods.map((named, at): FoodVerdict => {
    const own = items.filter((item) => overlaps(item, spans[at] ?? [0, 0]));
    const rightAt = (count: number): FoundItem | undefined =>
      own.find((item) => item.proposals.slice(0, count).some((one) => isRightProposal(named, one, isJoint(item))));
    const deciding = rightAt(1) ?? rightAt(3) ?? own.find((item) => item.proposals.length > 0) ?? own[0];
    const grams = deciding?.grams ?? null;
    const [low, high] = named.grams ?? [];
    const isOwn = deciding !== undefined && !isJoint(deciding);
    const hasRange = isOwn && low !== undefined && high !== undefined && grams !== null;
    return {
      phrase: phrase.phrase,
      kind,
      words: named.words,
      isTop1: rightAt(1) !== undefined,
      isTop3: rightAt(3) !== undefined,
      probability: deciding?.proposals[0]?.probability ?? null,
      areGramsPlausible: hasRange ? grams >= low && grams <= high : null,
      grams,
      answer: deciding?.proposals.slice(0, 3).map((one) => one.id).join(" | ") || "-", // prettier-ignore
    };
  });
  const understood = items.filter((item) => item.proposals.length > 0);
  const forbidden = phrase.absent === undefined ? null : expressionOf(phrase.absent);
  const hasForbidden = understood.some((item) => forbidden?.test(item.proposals[0]?.texts[0] ?? "") ?? false);
  return {
    phrase: phrase.phrase,
    kind,
    isHeldBack: phrase.isHeldBack === true,
    foods,
    isWhole: foods.every((food) => food.isTop1) && !hasForbidden,
    extraItems: understood.filter((item) => !spans.some((span) => overlaps(item, span))).length,
    hasForbidden,
  };
}

/** Shares over all phrases; grams over the foods with a range. */
export interface PhraseScore {
  readonly phrases: number;
  readonly foods: number;
  readonly top1: number;
  readonly top3: number;
  readonly whole: number;
  readonly understood: number;
  readonly plausibleGrams: number;
  /** Per 100 phrases. */
  readonly extraItems: number;
}

export function phraseScore(verdicts: readonly PhraseVerdict[]): PhraseScore {
  const foods = verdicts.flatMap((verdict) => verdict.foods);
  const extra = verdicts.reduce((sum, verdict) => sum + verdict.extraItems, 0);
  return {
    phrases: verdicts.length,
    foods: foods.length,
    top1: shareOf(foods, (food) => food.isTop1),
    top3: shareOf(foods, (food) => food.isTop3),
    whole: shareOf(verdicts, (verdict) => verdict.isWhole),
    understood: shareOf(foods, (food) => food.probability !== null),
    plausibleGrams: shareOf(
      foods.filter((food) => food.areGramsPlausible !== null),
      (food) => food.areGramsPlausible === true,
    ),
    extraItems: (100 * extra) / Math.max(1, verdicts.length),
  };
}

const expressions = new Map<string, RegExp>();

function expressionOf(source: string): RegExp {
  const known = expressions.get(source) ?? new RegExp(source, "i");
  expressions.set(source, known);
  return known;
}

/** Where words stand in a phrase; the whole phrase when they do not. */
function spanOf(phrase: string, words: string): readonly [from: number, to: number] {
  const from = phrase.toLowerCase().indexOf(words.toLowerCase());
  return from < 0 ? [0, phrase.length] : [from, from + words.length];
}

function overlaps(item: Pick<FoundItem, "from" | "to">, [from, to]: readonly [number, number]): boolean {
  return item.from < to && item.to > from;
}
