/**
 * Which meals will this person most likely write down now?
 *
 * Equal texts of the last 30 days count together; recent ones, those of the same meal and those of about the same hour count more. The day before of the same meal
 * can be repeated as a whole. Pure counting: no food is praised or left out.
 */
import { dayToNumber, type Day } from "../base/day.ts";
import type { MealEntry } from "../journal/entry.ts";
import type { MealSlot } from "./meal-entry.ts";

/** Days that are looked back on. */
export const FAVOURITE_DAYS = 30;

/** A text that is often written. */
export interface Favourite {
  readonly text: string;
  readonly slot: MealSlot | null;
  /** How often in the last 30 days. */
  readonly times: number;
}

/** Which meal is being written now. */
export interface FavouriteSetting {
  /** The day that is being written. */
  readonly day: Day;
  /** The meal that is being written; null = not known. */
  readonly slot: MealSlot | null;
  /** Minutes since midnight; null = another day than today. */
  readonly minutes: number | null;
}

/** Own judgement: another meal counts a fifth (it is shown only while there is nothing else), another hour by the distance, a month ago half. */
const OTHER_SLOT = 0.2;
const HOURS_APART = 3;
const AGE_HALF_DAYS = 30;

interface Group {
  readonly text: string;
  readonly slot: MealSlot | null;
  times: number;
  score: number;
  isWrittenToday: boolean;
}

/**
 * At most `limit`, most likely first; texts that stand for this meal on this day already are left out, and those of other meals while there are any of this one.
 * Order of entries never matters.
 */
export function favouriteMeals(
  meals: readonly MealEntry[],
  { day, slot, minutes }: FavouriteSetting,
  limit = 5,
): readonly Favourite[] {
  const today = dayToNumber(day);
  const groups = new Map<string, Group>();
  for (const meal of [...meals].sort(inOrder)) {
    const age = today - dayToNumber(meal.day);
    const words = meal.text.trim();
    if (age < 0 || age > FAVOURITE_DAYS || words === "" || words.length > 200) continue;
    const own = meal.meal ?? null;
    const key = `${own ?? ""} ${words.toLowerCase().replace(/\s+/g, " ")}`;
    const group = groups.get(key) ?? { text: words, slot: own, times: 0, score: 0, isWrittenToday: false };
    groups.set(key, group);
    if (age === 0) group.isWrittenToday ||= slot === null || own === null || own === slot;
    if (age === 0) continue;
    group.times += 1;
    group.score += slotWeight(own, slot) * hourWeight(meal.time, minutes) * (1 - age / (2 * AGE_HALF_DAYS));
  }
  const likely = [...groups.values()].filter((group) => group.score > 0 && !group.isWrittenToday);
  const ofMeal = likely.filter((group) => slot === null || group.slot === null || group.slot === slot);
  return (ofMeal.length > 0 ? ofMeal : likely)
    .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1))
    .slice(0, limit)
    .map(({ text, slot: of, times }) => ({ text, slot: of, times }));
}

/** The meals of the day before that "same as yesterday" repeats: those of this meal, or all when no meal is chosen. In order of time and text. */
export function yesterdaysMeals(meals: readonly MealEntry[], day: Day, slot: MealSlot | null): readonly MealEntry[] {
  const wanted = dayToNumber(day) - 1;
  return meals
    .filter(
      (meal) => dayToNumber(meal.day) === wanted && (slot === null || meal.meal === slot) && meal.text.trim() !== "",
    )
    .sort(inOrder);
}

function slotWeight(own: MealSlot | null, wanted: MealSlot | null): number {
  if (wanted === null) return 1;
  if (own === null) return 0.5;
  return own === wanted ? 1 : OTHER_SLOT;
}

function hourWeight(time: string | undefined, minutes: number | null): number {
  if (time === undefined || minutes === null) return 0.7;
  const [hour = "0", minute = "0"] = time.split(":");
  const apart = Math.abs(60 * Number(hour) + Number(minute) - minutes) / 60;
  return 1 / (1 + apart / HOURS_APART);
}

function inOrder(a: MealEntry, b: MealEntry): number {
  const key = (meal: MealEntry): string => `${meal.day} ${meal.time ?? "99:99"} ${meal.meal ?? ""} ${meal.text}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
