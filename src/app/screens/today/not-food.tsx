/**
 * What if a score or a dose was typed among the foods ("porridge, itch 4")?
 *
 * Words that are no food but read cleanly as something else can be written down as that by one tap, and are then taken out of the meal. Nothing is moved by itself.
 */
import { useMemo, type ReactElement } from "react";
import type { Day } from "../../../base/day.ts";
import { chipsOf, readLine, type Entry, type LinePart, type MealRow } from "../../../lib/index.ts";
import { localOffsetMinutes } from "../../shell/local-day.ts";
import { mealWords } from "../../words-meals.ts";

export interface NotFoodProps {
  readonly day: Day;
  readonly rows: readonly MealRow[];
  /** Writes these entries and takes the row's words out of the meal; `said`: how it is named. */
  readonly onTake: (row: MealRow, entries: readonly Entry[], said: string) => void;
}

const CLEAR: ReadonlySet<LinePart["kind"]> = new Set<LinePart["kind"]>([
  "score",
  "sleep",
  "supplement",
  "medicine",
  "practice",
  "marker",
]);
/** Longer words are no score. */
const LONGEST = 60;
const MOST = 4;

export function NotFood({ day, rows, onTake }: NotFoodProps): ReactElement | null {
  const others = useMemo(
    () =>
      rows
        .filter((row) => row.food === null && !row.sharesText && row.text.length <= LONGEST)
        .slice(0, MOST)
        .flatMap((row) => {
          const line = readLine(row.text, { today: day, offsetMinutes: localOffsetMinutes(), source: "app" });
          const isClear = line.parts.every((part) => CLEAR.has(part.kind) && part.understood);
          if (!isClear || line.entries.length === 0) return [];
          const said = chipsOf(line)
            .map((chip) => chip.text)
            .join(", ");
          return [{ row, entries: line.entries, said }];
        }),
    [rows, day],
  );
  if (others.length === 0) return null;
  return (
    <ul className="meal-options" aria-label={mealWords.notFood}>
      {others.map(({ row, entries, said }) => (
        <li key={row.item}>
          <button type="button" className="meal-option is-other" onClick={() => onTake(row, entries, said)}>
            {mealWords.writeAs(said)}
          </button>
        </li>
      ))}
    </ul>
  );
}
