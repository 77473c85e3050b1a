/**
 * Which day is being written?
 *
 * Today at first; a step back, a step on, or any past day by the browser's own date field.
 */
import { useId, type ReactElement } from "react";
import { addDays, isDay, type Day } from "../../../base/day.ts";
import { Chevron } from "../../shell/icons.tsx";
import { dayText, nearDayText } from "../../shell/local-day.ts";
import { routeHash } from "../../shell/route.ts";
import { words } from "../../words.ts";

/** Links to the neighbouring days and a field for any other; days to come cannot be opened. */
export function DayPicker({ day, today }: { readonly day: Day; readonly today: Day }): ReactElement {
  const id = useId();
  const open = (next: Day): void => {
    window.location.hash = routeHash({ screen: "today", day: next === today ? null : next });
  };
  return (
    <div className="day-picker">
      <a
        className="icon-button"
        href={routeHash({ screen: "today", day: addDays(day, -1) })}
        aria-label={words.today.dayBefore}
      >
        <Chevron to="left" />
      </a>
      <label htmlFor={`${id}-day`} className="day-picker-day">
        <span className="day-picker-name">{nearDayText(day, today, words.today)}</span>
        <span className="quiet">{dayText(day, "short")}</span>
        <span className="visually-hidden">{words.today.otherDay}</span>
        <input
          id={`${id}-day`}
          type="date"
          value={day}
          max={today}
          onChange={(event) => {
            const wanted = event.target.value;
            if (isDay(wanted) && wanted <= today) open(wanted);
          }}
          onClick={(event) => openPicker(event.currentTarget)}
        />
      </label>
      {day < today ? (
        <a
          className="icon-button"
          href={routeHash({ screen: "today", day: addDays(day, 1) === today ? null : addDays(day, 1) })}
          aria-label={words.today.dayAfter}
        >
          <Chevron to="right" />
        </a>
      ) : (
        <span className="icon-button is-off" aria-hidden="true">
          <Chevron to="right" />
        </span>
      )}
    </div>
  );
}

/** Opens the browser's calendar where it can be opened; typing works everywhere. */
function openPicker(field: HTMLInputElement): void {
  try {
    field.showPicker();
  } catch {
    // some browsers refuse outside a direct tap; the field itself stays usable
  }
}
