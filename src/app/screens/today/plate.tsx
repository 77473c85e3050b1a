/**
 * What do the meals of this day and of the weeks before bring to the gut?
 *
 * Asked in the worker whenever the meals or the person's choices change. Plants, fibre, ferments and prebiotic fibre; energy only when somebody opens it, and
 * that is not remembered.
 */
import { useEffect, useState, type ReactElement } from "react";
import type { Day } from "../../../base/day.ts";
import {
  dayLines,
  energyText,
  moreDayLines,
  plateGap,
  PLATE_SOURCES,
  weekLines,
  type Entry,
  type MealEntry,
  type PlateDocument,
  type PlateLine,
} from "../../../lib/index.ts";
import { useSession } from "../../shell/session.ts";
import { mealWords } from "../../words-meals.ts";

export interface PlateProps {
  readonly day: Day;
  readonly isToday: boolean;
  /** Meals of the last 30 days. */
  readonly meals: readonly MealEntry[];
  /** Choices and own foods. */
  readonly known: readonly Entry[];
}

export function Plate({ day, isToday, meals, known }: PlateProps): ReactElement | null {
  const { foods } = useSession();
  const [plate, setPlate] = useState<PlateDocument | null>(null);
  const isAnything = meals.length > 0;
  useEffect(() => {
    if (!isAnything) return;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const made = await foods.plate([...meals, ...known], day);
      if (isCurrent && made !== null) setPlate(made);
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [foods, meals, known, day, isAnything]);
  if (!isAnything || plate === null) return null;
  const { onDay } = plate;
  const weeks = weekLines(plate);
  if (onDay === null && weeks.length === 0) return null;
  return (
    <section className="plate" aria-labelledby="plate-title">
      <h3 id="plate-title">{mealWords.plate}</h3>
      <h4>{mealWords.onDay(isToday)}</h4>
      {onDay === null ? <p className="quiet">{mealWords.nothingWritten}</p> : <Lines lines={dayLines(onDay)} />}
      {onDay === null || plateGap(onDay) === "" ? null : <p className="quiet">{plateGap(onDay)}</p>}
      {weeks.length === 0 ? null : (
        <>
          <h4>{mealWords.week}</h4>
          <Lines lines={weeks} />
        </>
      )}
      {plate.week.plantNames.length === 0 ? null : (
        <details>
          <summary>{mealWords.plants}</summary>
          <p>{plate.week.plantNames.join(", ")}</p>
        </details>
      )}
      {onDay === null || moreDayLines(onDay).length === 0 ? null : (
        <details>
          <summary>{mealWords.moreKinds}</summary>
          <Lines lines={moreDayLines(onDay)} />
        </details>
      )}
      {onDay === null ? null : (
        <details>
          <summary>{mealWords.energy}</summary>
          <p>{energyText(onDay)}</p>
        </details>
      )}
      <p className="quiet">{PLATE_SOURCES}</p>
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly PlateLine[] }): ReactElement {
  return (
    <dl className="plate-lines">
      {lines.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{value}</strong> {note === "" ? null : <span>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
