/**
 * Which entry is written for a typed meal?
 *
 * The text as typed; the day that was meant ("yesterday" in it counts from the shown day); the clock time only if one was said in numbers; the meal as chosen, else
 * by the words or the hour. Nothing of the reading is stored: the text is read anew whenever it is counted, with what is known of the person then.
 */
import { addDays, type Day } from "../base/day.ts";
import { tokensOf } from "../foods/meal-tokens.ts";
import { NOTHING } from "../foods/sentence-words.ts";
import { clockTimeIn, takeTimes } from "../foods/time-words.ts";
import type { MealEntry } from "../journal/entry.ts";
import { clockText } from "./food-document.ts";

/** One of the four meals of a day. */
export type MealSlot = NonNullable<MealEntry["meal"]>;

/** The four meals in the order of a day. */
export const mealSlots: readonly MealSlot[] = ["breakfast", "lunch", "dinner", "snack"];

/** Longest text of a meal, UTF-16 units (the journal's limit). */
export const LONGEST_MEAL = 10_000;

/** `source` of an entry that repeats an earlier meal. */
export const COPIED = "copied";

/** The same meal again on another day: its text and the numbers that were given for it, marked as copied. */
export function copiedMeal(meal: MealEntry, setting: Omit<MealSetting, "source">): MealEntry {
  return {
    kind: "meal",
    day: setting.day,
    offsetMinutes: setting.offsetMinutes,
    source: COPIED,
    text: meal.text,
    ...(setting.slot === null ? {} : { meal: setting.slot }),
    ...(meal.counts === undefined ? {} : { counts: meal.counts }),
    ...(meal.amounts === undefined ? {} : { amounts: meal.amounts }),
  };
}

/** The meal usual at this time, minutes since midnight. Own judgement: 4:00-10:29, 11:30-14:59 and 17:30-21:59 are meals, the rest snacks. */
export function slotAtMinutes(minutes: number): MealSlot {
  if (minutes >= 240 && minutes < 630) return "breakfast";
  if (minutes >= 690 && minutes < 900) return "lunch";
  return minutes >= 1050 && minutes < 1320 ? "dinner" : "snack";
}

/** The meal to be expected at this time; null for "nothing" without a meal named, which is said of the whole day, and without a time. */
export function usualSlot(text: string, minutes: number | null): MealSlot | null {
  if (minutes === null) return null;
  const words = tokensOf(text.slice(0, 200)).flatMap((token) => (token.kind === "mark" ? [] : [token.text]));
  return NOTHING.test(words.join(" ")) ? null : slotAtMinutes(minutes);
}

/** The meal that the text names or whose time it says; null = it says nothing of it. */
export function slotInText(text: string): MealSlot | null {
  if (/^\s*(?:\w+ )?snacks?\s*[:,–-]|\b(?:as|for) an? (?:\w+ )?snack\b/i.test(text)) return "snack";
  const { timeMinutes } = takeTimes(tokensOf(text.slice(0, LONGEST_MEAL)));
  return timeMinutes === null ? null : slotAtMinutes(timeMinutes);
}

/** What an entry says besides its text. */
export interface MealSetting {
  readonly day: Day;
  /** null = not said: the entry has no meal. */
  readonly slot: MealSlot | null;
  readonly offsetMinutes: number;
  /** "app", "cli", or `COPIED`. */
  readonly source: string;
}

/** The entry for a text of 1 to 10,000 characters. */
export function mealEntry(text: string, setting: MealSetting): MealEntry {
  const minutes = clockTimeIn(text);
  const { dayShift } = takeTimes(tokensOf(text.slice(0, LONGEST_MEAL)));
  return {
    kind: "meal",
    day: addDays(setting.day, dayShift ?? 0),
    offsetMinutes: setting.offsetMinutes,
    source: setting.source,
    text: text.trim(),
    ...(minutes === null ? {} : { time: clockText(minutes) }),
    ...(setting.slot === null ? {} : { meal: setting.slot }),
  };
}
