/**
 * What is written down for this day already?
 *
 * The meals with their text; each can be changed in the field above or deleted, and a deletion can be undone.
 */
import { useState, type ReactElement } from "react";
import type { Draft } from "../../../lib/index.ts";
import { COPIED, mealSlots } from "../../../lib/index.ts";
import { ProblemNote, StatusNote } from "../../shell/notes.tsx";
import type { Problem } from "../../shell/problem.ts";
import { useSession } from "../../shell/session.ts";
import { mealWords } from "../../words-meals.ts";
import type { HeldMeal } from "./held-meal.ts";

export interface DayMealsProps {
  readonly held: readonly HeldMeal[];
  /** The one that stands in the field. */
  readonly editedId: string | null;
  readonly onEdit: (meal: HeldMeal) => void;
}

export function DayMeals({ held, editedId, onEdit }: DayMealsProps): ReactElement {
  const { journal, refresh } = useSession();
  const [deed, setDeed] = useState<{ readonly text: string; readonly undo: Draft | null }>({ text: "", undo: null });
  const [problem, setProblem] = useState<Problem | null>(null);
  const write = async (draft: Draft, text: string, undo: Draft | null): Promise<void> => {
    const receipt = await journal.append([draft], crypto.randomUUID());
    setProblem(receipt.ok ? null : receipt.error);
    if (!receipt.ok) return;
    setDeed({ text, undo });
    void refresh();
  };
  return (
    <>
      {held.length === 0 ? null : (
        <ul className="day-meals" aria-label={mealWords.written}>
          {[...held].sort(inOrder).map((one) => (
            <li key={one.view.id} data-edited={one.view.id === editedId}>
              <div className="day-meal-text">
                <span className="day-meal-slot">
                  {one.meal.meal === undefined ? mealWords.meal : mealWords.slots[one.meal.meal]}
                  {one.meal.time === undefined ? "" : ` ${one.meal.time}`}
                  {one.meal.source === COPIED ? `, ${mealWords.copied}` : ""}
                </span>
                <span>{one.meal.text}</span>
              </div>
              <div className="entry-deeds">
                <button
                  type="button"
                  className="button button-quiet"
                  aria-label={mealWords.changeMeal(one.meal.text)}
                  onClick={() => onEdit(one)}
                >
                  {mealWords.changeShort}
                </button>
                <button
                  type="button"
                  className="button button-quiet"
                  aria-label={mealWords.removeMeal(one.meal.text)}
                  onClick={() =>
                    void write({ action: "delete", id: one.view.id, seen: one.view.heads }, mealWords.removed, {
                      action: "restore",
                      id: one.view.id,
                    })
                  }
                >
                  {mealWords.removeShort}
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {problem ? <ProblemNote problem={problem} /> : null}
      <StatusNote text={deed.text}>
        {deed.undo === null ? null : (
          <button
            type="button"
            className="button"
            onClick={() => deed.undo && void write(deed.undo, mealWords.restored, null)}
          >
            {mealWords.undo}
          </button>
        )}
      </StatusNote>
    </>
  );
}

/** By time, then by the order of the meals of a day. */
function inOrder(a: HeldMeal, b: HeldMeal): number {
  const key = ({ meal, view }: HeldMeal): string =>
    `${String(meal.meal === undefined ? 9 : mealSlots.indexOf(meal.meal))} ${meal.time ?? ""} ${view.id}`;
  return key(a) < key(b) ? -1 : 1;
}
