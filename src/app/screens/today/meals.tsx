/**
 * What was eaten on this day?
 *
 * One field for a meal, favourites to repeat, what is written down already, and what it brings. A part of the Today screen with a file of its own, so that the first
 * picture does not wait for it.
 */
import { useMemo, useState, type ReactElement } from "react";
import { addDays, type Day } from "../../../base/day.ts";
import { FAVOURITE_DAYS } from "../../../lib/index.ts";
import { ProblemNote } from "../../shell/notes.tsx";
import { useEntries } from "../../shell/session.ts";
import { mealWords } from "../../words-meals.ts";
import { DayMeals } from "./day-meals.tsx";
import { heldMeals, type HeldMeal } from "./held-meal.ts";
import { MealEntry } from "./meal-entry.tsx";
import { Plate } from "./plate.tsx";
import { useFoodChoices } from "./use-food-choices.ts";

/** The meals of `day`. */
export function Meals({ day, isToday }: { readonly day: Day; readonly isToday: boolean }): ReactElement {
  const { views, problem } = useEntries({ fromDay: addDays(day, -FAVOURITE_DAYS), toDay: day, kinds: ["meal"] });
  const choices = useFoodChoices(day);
  const [editing, setEditing] = useState<HeldMeal | null>(null);
  const held = useMemo(() => heldMeals(views ?? []), [views]);
  const meals = useMemo(() => held.map(({ meal }) => meal), [held]);
  return (
    <section className="meals" aria-labelledby="meals-title">
      <h2 id="meals-title">{mealWords.title(isToday)}</h2>
      {problem ? <ProblemNote problem={problem} /> : null}
      <MealEntry
        key={editing?.view.id ?? "new"}
        day={day}
        isToday={isToday}
        meals={meals}
        choices={choices}
        editing={editing}
        onEdited={() => setEditing(null)}
      />
      <DayMeals
        held={held.filter(({ meal }) => meal.day === day)}
        editedId={editing?.view.id ?? null}
        onEdit={setEditing}
      />
      {views === null || choices.entries === null ? null : (
        <Plate day={day} isToday={isToday} meals={meals} known={choices.entries} />
      )}
    </section>
  );
}
