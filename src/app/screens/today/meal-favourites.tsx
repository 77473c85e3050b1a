/**
 * What is likely eaten now, as a single tap?
 *
 * Yesterday's meal of the same kind as a whole, then what this person often writes for it. A tap writes it down at once, with Undo; nothing is shown before there
 * is anything to repeat.
 */
import { useMemo, type ReactElement } from "react";
import type { Day } from "../../../base/day.ts";
import { favouriteMeals, yesterdaysMeals, type MealEntry, type MealSlot } from "../../../lib/index.ts";
import { mealWords } from "../../words-meals.ts";

export interface MealFavouritesProps {
  readonly day: Day;
  readonly slot: MealSlot | null;
  readonly minutes: number | null;
  readonly meals: readonly MealEntry[];
  readonly isBusy: boolean;
  readonly onRepeat: (meals: readonly MealEntry[]) => void;
}

const MOST = 3;
const LONGEST_SHOWN = 60;

export function MealFavourites({
  day,
  slot,
  minutes,
  meals,
  isBusy,
  onRepeat,
}: MealFavouritesProps): ReactElement | null {
  const yesterday = useMemo(() => yesterdaysMeals(meals, day, slot), [meals, day, slot]);
  const isDone = meals.some((meal) => meal.day === day && (slot === null || meal.meal === slot));
  const favourites = useMemo(() => favouriteMeals(meals, { day, slot, minutes }, MOST), [meals, day, slot, minutes]);
  const showsYesterday = yesterday.length > 0 && !isDone;
  // a single meal of yesterday is offered once
  const [only] = yesterday.length === 1 && showsYesterday ? yesterday : [];
  const others = favourites.filter(({ text }) => text.toLowerCase() !== only?.text.toLowerCase());
  if (!showsYesterday && others.length === 0) return null;
  const texts = cut(yesterday.map((meal) => meal.text).join("; "));
  return (
    <ul className="meal-favourites" aria-label={mealWords.favourites}>
      {showsYesterday ? (
        <li>
          <button
            type="button"
            className="meal-favourite is-yesterday"
            disabled={isBusy}
            onClick={() => onRepeat(yesterday)}
          >
            {slot === null
              ? mealWords.sameDay(texts)
              : mealWords.sameAsYesterday(mealWords.slots[slot].toLowerCase(), texts)}
          </button>
        </li>
      ) : null}
      {others.map((favourite) => (
        <li key={`${favourite.slot ?? ""} ${favourite.text}`}>
          <button
            type="button"
            className="meal-favourite"
            disabled={isBusy}
            onClick={() =>
              onRepeat([
                {
                  kind: "meal",
                  day,
                  text: favourite.text,
                  ...(favourite.slot === null ? {} : { meal: favourite.slot }),
                },
              ])
            }
          >
            {cut(favourite.text)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function cut(text: string): string {
  const letters = Array.from(text.replace(/\s+/g, " "));
  return letters.length <= LONGEST_SHOWN ? letters.join("") : `${letters.slice(0, LONGEST_SHOWN - 1).join("")}…`;
}
