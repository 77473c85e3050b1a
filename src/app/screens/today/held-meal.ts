/**
 * What is a meal on the screen: the entry, and how the journal knows it?
 */
import type { EntryView, MealEntry } from "../../../lib/index.ts";

/** A meal as the journal holds it. */
export interface HeldMeal {
  readonly view: EntryView;
  readonly meal: MealEntry;
}

/** The meals among these views; deleted ones are passed over. */
export function heldMeals(views: readonly EntryView[]): readonly HeldMeal[] {
  return views.flatMap((view) => (view.entry.kind === "meal" && !view.hidden ? [{ view, meal: view.entry }] : []));
}
