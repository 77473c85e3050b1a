/**
 * How is the one question of a meal asked?
 *
 * A sentence and its answers as buttons. The answer is remembered for these words; not answering changes nothing.
 */
import type { ReactElement } from "react";
import type { MealAsk, MealRow, RowChoices } from "../../../lib/index.ts";
import { mealWords } from "../../words-meals.ts";

export interface AskedQuestionProps {
  readonly ask: MealAsk;
  readonly row: MealRow;
  readonly choices: RowChoices;
  /** Opens the row with all its choices. */
  readonly onOpen: () => void;
  readonly onRemember: (what: { readonly food?: string; readonly gramsPerPortion?: number }, said: string) => void;
}

export function AskedQuestion({ ask, row, choices, onOpen, onRemember }: AskedQuestionProps): ReactElement {
  const count = row.grams / row.gramsOfOne;
  return (
    <div className="meal-ask" role="group" aria-label={ask.sentence}>
      <p>{ask.sentence}</p>
      <div className="meal-options">
        {ask.asks === "food"
          ? choices.foods.map((food) => (
              <button
                key={food.id}
                type="button"
                className="meal-option"
                onClick={() => onRemember({ food: food.id }, food.name)}
              >
                {food.name}
              </button>
            ))
          : choices.portions.map(({ size, grams, label }) => (
              <button
                key={size}
                type="button"
                className="meal-option"
                onClick={() => onRemember({ gramsPerPortion: roundGrams(grams / count) }, label)}
              >
                {mealWords.sizes[size]}, {label}
              </button>
            ))}
        <button type="button" className="meal-option is-other" onClick={onOpen}>
          {ask.asks === "food" ? mealWords.somethingElse : mealWords.otherAmount}
        </button>
      </div>
    </div>
  );
}

/** Remembered grams: whole from 10 on. */
export function roundGrams(grams: number): number {
  return grams >= 10 ? Math.round(grams) : Math.max(0.1, Math.round(10 * grams) / 10);
}
