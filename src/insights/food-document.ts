/**
 * What does `gutskin foods read --json` tell a program about one meal?
 *
 * One object per meal (`gutskin.meal/1`): each thing that was eaten with its food, how probable that is, its grams and why, and what the meal brings to the gut,
 * each as mean and SD. What was not understood is an item whose food is null. Numbers have 4 significant digits. Same text, same bytes.
 */
import { exposuresOf } from "../foods/exposures.ts";
import { exposureNames, type Exposure, type ExposureName } from "../foods/exposure.ts";
import type { Food } from "../foods/food.ts";
import type { Change, GramsSource, MealReading, ReadItem } from "../foods/meal-reading.ts";
import type { FoodIndex } from "../foods/name-index.ts";
import { roundSignificant } from "./numbers.ts";
import { wordFoodReason } from "./words-foods.ts";

const DIGITS = 4;
/** An item is counted as understood from this probability of its first food on. */
const SURE_FROM = 0.8;

export interface MealFood {
  readonly id: string;
  readonly name: string;
  /** Where its figures come from: "fndds:11115400", "ndb:16114", "parts", "own:..." */
  readonly source: string;
}

/** One thing that was eaten. */
export interface MealDocumentItem {
  /** The words as typed. */
  readonly text: string;
  /** null = not understood. */
  readonly food: MealFood | null;
  /** 0-1, of that food; 0 when there is none. */
  readonly probability: number;
  readonly grams: {
    readonly median: number;
    readonly low80: number;
    readonly high80: number;
    readonly from: GramsSource;
  };
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly changes: readonly Change[];
  readonly comment: string;
  readonly isConfirmed: boolean;
  /** What the dish is usually made of, with its share of these grams; empty for plain foods. */
  readonly parts: readonly { readonly id: string; readonly name: string; readonly grams: number }[];
  /** Up to 5, the first is `food`. */
  readonly candidates: readonly (MealFood & { readonly probability: number })[];
  readonly reasons: readonly { readonly code: string; readonly sentence: string }[];
}

/** What was understood of one meal, and what it brings. */
export interface MealDocument {
  readonly schema: "gutskin.meal/1";
  readonly text: string;
  readonly state: MealReading["state"];
  readonly items: readonly MealDocumentItem[];
  /** Named and not eaten: "no cheese". */
  readonly leftOut: readonly string[];
  /** `HH:MM` in the text; null = none. */
  readonly time: string | null;
  /** -1 for "yesterday"; null = nothing said. */
  readonly dayShift: number | null;
  /** Where reading stopped in a text that is too long; null = read to its end. */
  readonly cutAt: number | null;
  /** Share of the items whose first food has a probability of .8 or more; null without items. */
  readonly coverage: number | null;
  /** Absent = nothing is known of it for any food of this meal. */
  readonly exposures: Readonly<Partial<Record<ExposureName, Exposure>>>;
}

/** The document of a reading; `index`: the one it was read with. Cost: below 1 ms. */
export function toMealDocument(reading: MealReading, index: FoodIndex): MealDocument {
  const { items, timeMinutes } = reading;
  const sure = items.filter((item) => (item.candidates[0]?.probability ?? 0) >= SURE_FROM).length;
  const exposures = exposuresOf(reading, index);
  return {
    schema: "gutskin.meal/1",
    text: reading.text,
    state: reading.state,
    items: items.map((item) => toItem(item, index)),
    leftOut: reading.leftOut,
    time: timeMinutes === null ? null : clockText(timeMinutes),
    dayShift: reading.dayShift,
    cutAt: reading.cutAt,
    coverage: items.length === 0 ? null : round(sure / items.length),
    exposures: Object.fromEntries(
      exposureNames.flatMap((name) => {
        const exposure = exposures[name];
        return exposure === undefined ? [] : [[name, { mean: round(exposure.mean), sd: round(exposure.sd) }]];
      }),
    ),
  };
}

function toItem(item: ReadItem, index: FoodIndex): MealDocumentItem {
  const [first] = item.candidates;
  const { median, low80, high80, from } = item.grams;
  return {
    text: item.text,
    food: first === undefined ? null : toFood(first.food),
    probability: round(first?.probability ?? 0),
    grams: { median: round(median), low80: round(low80), high80: round(high80), from },
    quantity: item.quantity,
    unit: item.unit,
    changes: item.changes,
    comment: item.comment,
    isConfirmed: item.isConfirmed,
    parts: (first?.food.parts ?? []).flatMap(({ food: id, share }) => {
      const part = index.table.byId.get(id);
      return part === undefined ? [] : [{ id, name: part.names[0], grams: round((share * median) / 100) }];
    }),
    candidates: item.candidates.map(({ food, probability }) => ({ ...toFood(food), probability: round(probability) })),
    reasons: item.reasons.map((code) => ({ code, sentence: wordFoodReason(code) })),
  };
}

function toFood({ id, names, source }: Food): MealFood {
  return { id, name: names[0], source };
}

function round(value: number): number {
  return roundSignificant(value, DIGITS);
}

/** "08:05" from minutes since midnight. */
export function clockText(minutes: number): string {
  const hour = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${hour}:${String(minutes % 60).padStart(2, "0")}`;
}
