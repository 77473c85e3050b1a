/**
 * What is understood of the text that is being typed?
 *
 * Asked in the worker at every change of the text or of what is remembered; the last answer stays until the next is there, with the text it is about. Before the foods
 * are loaded there is no answer, and nothing is said.
 */
import { useEffect, useState } from "react";
import type { MealRows, RowChoices } from "../../../lib/index.ts";
import { useSession } from "../../shell/session.ts";
import type { FoodChoices } from "./use-food-choices.ts";

export interface MealReadingNow {
  /** The text that `meal` is about; behind the typed one for some milliseconds. */
  readonly text: string;
  readonly meal: MealRows;
}

/** The reading of `text`; null = none yet, or there is no text. */
export function useMealReading(text: string, entries: FoodChoices["entries"]): MealReadingNow | null {
  const { foods } = useSession();
  const [reading, setReading] = useState<MealReadingNow | null>(null);
  const isEmpty = text.trim() === "";
  useEffect(() => {
    if (isEmpty) {
      setReading(null);
      // the foods are fetched while nothing else happens, so that the first word is read at once
      void foods.find("");
      return;
    }
    foods.know(entries ?? []);
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const meal = await foods.read(text);
      if (isCurrent && meal !== null) setReading({ text, meal });
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [foods, text, isEmpty, entries]);
  return isEmpty ? null : reading;
}

/** What a row offers; null while it is being looked up, or `item` is null. */
export function useRowChoices(reading: MealReadingNow | null, item: number | null): RowChoices | null {
  const { foods } = useSession();
  const [found, setFound] = useState<{
    readonly reading: MealReadingNow;
    readonly item: number;
    readonly choices: RowChoices;
  } | null>(null);
  useEffect(() => {
    if (reading === null || item === null) return;
    let isCurrent = true;
    const open = async (): Promise<void> => {
      const choices = await foods.open(reading.text, item);
      if (isCurrent && choices !== null) setFound({ reading, item, choices });
    };
    void open();
    return () => {
      isCurrent = false;
    };
  }, [foods, reading, item]);
  return found !== null && found.item === item ? found.choices : null;
}
