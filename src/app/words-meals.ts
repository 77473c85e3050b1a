/**
 * What does the page say about meals by itself?
 *
 * Part of words.ts. How a meal was read and what it brings is worded by insights. No food is praised or blamed here, and nothing is called free of anything.
 */
import type { MealSlot } from "../lib/index.ts";
import { plural } from "./words-plural.ts";

const slotNames: Readonly<Record<MealSlot, string>> = {
  breakfast: "Breakfast",
  lunch: "Lunch",
  dinner: "Dinner",
  snack: "Snack",
};

export const mealWords = {
  title: (isToday: boolean): string => (isToday ? "What did you eat?" : "What did you eat that day?"),
  loading: "…",
  label: "Write what you ate",
  placeholder: "2 slices rye bread, kefir",
  help: "As you would say it. Amounts help and are never needed.",
  tooLong: (most: number): string =>
    `This is longer than ${String(most)} characters, so it cannot be stored as one meal. Please shorten it.`,
  add: "Add",
  saveChange: "Save",
  cancel: "Cancel",
  slotGroup: "Which meal",
  slots: slotNames,
  meal: "Meal",
  rows: "What is understood",
  understood: (known: number, unknown: number): string =>
    unknown === 0
      ? `${plural(known, "thing", "things")} understood`
      : `${plural(known, "thing", "things")} understood, ${unknown} not`,
  notUnderstood: "not understood",
  notFood: "Not food",
  writeAs: (what: string): string => `Write down as ${what}`,
  writtenAs: (what: string): string => `${what} written down.`,
  more: (count: number): string => `and ${count} more`,
  change: (words: string): string => `Change ${words}`,
  which: "Which food?",
  somethingElse: "Something else",
  find: "Type another food",
  found: "Foods found",
  noneFound: "No food is called that.",
  howMuch: "How much?",
  sizes: { small: "Small", usual: "Usual", large: "Large" },
  ownGrams: (of: string): string => `Grams of ${of}`,
  one: (unit: string): string => `one ${unit}`,
  portion: "one portion",
  thisTime: "this time",
  use: "Use",
  gramsWrong: "Between 0.1 and 5000 grams.",
  remember: (words: string): string => `Remember for “${words}”`,
  amountTyped: "The amount stands in your words. Change it there.",
  otherAmount: "Other amount",
  why: "Why it was read so",
  between: (range: string): string => `Probably ${range}.`,
  forget: "Forget my choice",
  remembered: (words: string, what: string): string => `“${words}” is remembered as ${what}.`,
  forgotten: (words: string): string => `The choice for “${words}” is forgotten.`,
  close: "Close",
  favourites: "Eaten often",
  sameAsYesterday: (meal: string, texts: string): string => `Same ${meal} as yesterday: ${texts}`,
  sameDay: (texts: string): string => `Same as yesterday: ${texts}`,
  added: (meal: string | null): string => `${meal ?? "Meal"} added.`,
  changed: "Changed.",
  undo: "Undo",
  undone: "Taken back.",
  written: "Written down",
  copied: "repeated",
  changeMeal: (text: string): string => `Change ${text}`,
  removeMeal: (text: string): string => `Delete ${text}`,
  changeShort: "Change",
  removeShort: "Delete",
  removed: "Deleted.",
  restored: "Back again.",
  plate: "What it brings",
  onDay: (isToday: boolean): string => (isToday ? "Today so far" : "That day"),
  week: "The weeks before",
  nothingWritten: "Nothing is written down for this day yet, so nothing is known.",
  plants: "Which plants",
  moreKinds: "More kinds of prebiotic fibre",
  energy: "Show energy",
} as const;
