/**
 * How is a food found that was not among the choices?
 *
 * A field; what fits is listed while typing, the beginning of a word is enough. A tap chooses.
 */
import { useEffect, useId, useRef, useState, type ReactElement } from "react";
import type { FoodOption } from "../../../lib/index.ts";
import { useSession } from "../../shell/session.ts";
import { mealWords } from "../../words-meals.ts";

export interface FoodSearchProps {
  /** True: it was asked for, so the field takes the focus. */
  readonly isFirst: boolean;
  readonly onFood: (food: FoodOption) => void;
}

interface Found {
  readonly words: string;
  readonly foods: readonly FoodOption[];
}

export function FoodSearch({ isFirst, onFood }: FoodSearchProps): ReactElement {
  const id = useId();
  const { foods } = useSession();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const [found, setFound] = useState<Found>({ words: "", foods: [] });
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);
  useEffect(() => {
    let isCurrent = true;
    const find = async (): Promise<void> => {
      const list = words.trim() === "" ? [] : await foods.find(words);
      if (isCurrent) setFound({ words: words.trim(), foods: list });
    };
    void find();
    return () => {
      isCurrent = false;
    };
  }, [foods, words]);
  return (
    <div className="food-search">
      <label htmlFor={`${id}-words`}>{mealWords.find}</label>
      <input
        id={`${id}-words`}
        ref={field}
        type="text"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className="meal-options" aria-label={mealWords.found}>
        {found.foods.map((food) => (
          <li key={food.id}>
            <button type="button" className="meal-option" onClick={() => onFood(food)}>
              {food.name}
            </button>
          </li>
        ))}
      </ul>
      {found.words !== "" && found.foods.length === 0 ? <p className="quiet">{mealWords.noneFound}</p> : null}
    </div>
  );
}
