/**
 * What does a person see of a meal while it is typed?
 *
 * One row per thing eaten: the words, the food, how much, and how sure in words; at most one question; and what could not be read, said as it is. Numbers and
 * places for the screen, sentences for people. Made from a reading (foods/read-meal.ts); nothing is guessed here.
 */
import { mealQuestion } from "../foods/meal-question.ts";
import type { GramsEstimate, MealReading, ReadItem } from "../foods/meal-reading.ts";
import type { FoodIndex } from "../foods/name-index.ts";
import type { PersonalFoods } from "../foods/personal-foods.ts";
import { type PortionOption, portionOptions } from "../foods/portion-options.ts";
import { suggestFoods } from "../foods/suggest-foods.ts";
import { gramsText, wordAmount, wordMealState, wordQuestion, wordSureness } from "./words-meals.ts";
import { toldReasons, wordFoodReason } from "./words-foods.ts";

/** A food that can be chosen. */
export interface FoodOption {
  readonly id: string;
  readonly name: string;
}

/** own = the person's choice; sure, doubt = read; unknown = not understood. */
export type MealRowTone = "own" | "sure" | "doubt" | "unknown";

/** One thing that was eaten. */
export interface MealRow {
  /** Index of the item in the reading. */
  readonly item: number;
  /** The words as typed, with a size or weight in brackets behind them, and where they stand (UTF-16 units). */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The words alone, as a choice is remembered for them. */
  readonly phrase: string;
  /** Household unit ("bowl") that own grams are remembered for; null = the usual portion. */
  readonly unit: string | null;
  readonly food: FoodOption | null;
  readonly tone: MealRowTone;
  /** "about 200 g, a usual portion" */
  readonly amount: string;
  /** "quite sure" */
  readonly sureness: string;
  /** An amount was not taken as typed: why; "" = it was. */
  readonly told: string;
  /** Median, and what one unit or portion of it weighs. */
  readonly grams: number;
  readonly gramsOfOne: number;
  readonly hasOwnFood: boolean;
  readonly hasOwnPortion: boolean;
  /** A weight or volume was typed, or more than anybody eats: the amount is changed in the text. */
  readonly isAmountGiven: boolean;
  /** Other rows come from the same words: they are changed by choices, not in the text. */
  readonly sharesText: boolean;
}

/** The question of the meal. */
export interface MealAsk {
  /** Index in `rows`. */
  readonly row: number;
  readonly asks: "food" | "portion";
  readonly sentence: string;
}

/** All that is shown of a reading. */
export interface MealRows {
  readonly state: MealReading["state"];
  readonly rows: readonly MealRow[];
  /** Sentences about what is not in the rows: nothing eaten, nothing understood, left out, cut. */
  readonly notes: readonly string[];
  readonly ask: MealAsk | null;
}

/** A probability from here on is shown without doubt. */
const SURE = 0.8;

/** Rows of a reading; `index` and `personal`: those it was read with. Cost: below 3 ms. */
export function mealRows(reading: MealReading, index: FoodIndex): MealRows {
  const rows = reading.items.map((item, at) => rowOf(item, at, reading));
  const question = mealQuestion(reading, index);
  const asked = question === null ? undefined : rows[question.item];
  return {
    state: reading.state,
    rows,
    notes: wordMealState(reading),
    ask:
      question === null || asked === undefined
        ? null
        : { row: question.item, asks: question.asks, sentence: wordQuestion(question.asks, asked) },
  };
}

/** What one row offers when it is opened. */
export interface RowChoices {
  /** 3-5 foods it may be, the present one first; fewer when nothing is like it. */
  readonly foods: readonly FoodOption[];
  readonly portions: readonly (PortionOption & { readonly label: string })[];
  /** Why it was read so, in sentences. */
  readonly why: readonly string[];
  /** "110 to 360 g" */
  readonly range: string;
}

const MOST_FOODS = 5;

/** The choices of a row. Cost: a few readings of its words, about 3 ms. */
export function rowChoices(item: ReadItem, text: string, index: FoodIndex, personal: PersonalFoods): RowChoices {
  const foods = new Map<string, FoodOption>();
  for (const { food } of [...item.candidates, ...suggestFoods(item.phrase, index, personal, MOST_FOODS)]) {
    foods.set(food.id, { id: food.id, name: food.names[0] });
  }
  return {
    foods: [...foods.values()].slice(0, MOST_FOODS),
    portions: portionOptions(text, index, personal).map((option) => ({ ...option, label: gramsText(option.grams) })),
    why: item.reasons.map(wordFoodReason),
    range: item.candidates.length === 0 ? "" : rangeText(item.grams),
  };
}

/** Foods for words that are still being typed into "something else". */
export function foodOptions(
  words: string,
  index: FoodIndex,
  personal: PersonalFoods,
  limit = 6,
): readonly FoodOption[] {
  return suggestFoods(words, index, personal, limit).map(({ food }) => ({ id: food.id, name: food.names[0] }));
}

function rowOf(item: ReadItem, at: number, { text, items }: MealReading): MealRow {
  const [first] = item.candidates;
  // a bracket that was opened within the words belongs to them
  const isOpen = text[item.to] === ")" && item.text.includes("(");
  const to = isOpen ? item.to + 1 : item.to;
  const { from, median } = item.grams;
  const isAmountGiven = from === "weight" || from === "volume" || from === "capped";
  const tone =
    first === undefined ? "unknown" : item.isConfirmed ? "own" : first.probability >= SURE ? "sure" : "doubt";
  return {
    item: at,
    text: text.slice(item.from, to).trim(),
    from: item.from,
    to,
    phrase: item.phrase,
    unit: isAmountGiven ? null : item.unit,
    food: first === undefined ? null : { id: first.food.id, name: first.food.names[0] },
    tone,
    amount: first === undefined ? "" : wordAmount(item.grams),
    sureness: wordSureness(first?.probability ?? 0, item.isConfirmed),
    told: first === undefined ? "" : toldReasons(item.reasons).join(" "),
    grams: median,
    gramsOfOne: median / Math.max(item.quantity ?? 1, 0.01),
    hasOwnFood: item.isConfirmed,
    hasOwnPortion: from === "personal",
    isAmountGiven,
    sharesText: items.some((other, place) => place !== at && other.from < to && item.from < other.to),
  };
}

function rangeText({ low80, high80 }: GramsEstimate): string {
  return `${gramsText(low80)} to ${gramsText(high80)}`;
}
