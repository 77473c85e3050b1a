/**
 * Which days are known?
 *
 * Months of large day buttons with one mark per known part (skin, gut, stress or sleep, food); days without
 * anything are hatched, not red. Choosing a day shows what it holds.
 */
import type { ReactElement } from "react";
import type { Day } from "../../../base/day.ts";
import { Chevron } from "../../shell/icons.tsx";
import { dayText } from "../../shell/local-day.ts";
import { words } from "../../words.ts";
import { knownParts, type KnownDay } from "./known-days.ts";
import { addMonths, monthWeeks } from "./month.ts";

export interface CalendarProps {
  readonly known: ReadonlyMap<Day, KnownDay>;
  /** First days of the months shown. */
  readonly months: readonly Day[];
  readonly firstDay: Day | null;
  readonly lastDay: Day;
  readonly chosen: Day | null;
  readonly onChoose: (day: Day) => void;
  readonly onMonth: (start: Day) => void;
}

/** The months with their legend. */
export function Calendar(props: CalendarProps): ReactElement {
  const { months } = props;
  const first = months[0];
  const last = months[months.length - 1];
  return (
    <div className="calendar">
      <div className="calendar-turn">
        <button
          type="button"
          className="icon-button"
          aria-label={words.history.earlier}
          onClick={() => first && props.onMonth(addMonths(first, -1))}
        >
          <Chevron to="left" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.history.later}
          disabled={!last || addMonths(last, 1) > props.lastDay}
          onClick={() => first && props.onMonth(addMonths(first, 1))}
        >
          <Chevron to="right" />
        </button>
      </div>
      <div className="calendar-months">
        {months.map((start) => (
          <Month key={start} start={start} {...props} />
        ))}
      </div>
      <ul className="calendar-legend">
        {knownParts.map((part) => (
          <li key={part}>
            <span className={`known-mark known-${part}`} aria-hidden="true" /> {words.history.legend[part]}
          </li>
        ))}
        <li>
          <span className="known-none" aria-hidden="true" /> {words.history.legend.none}
        </li>
      </ul>
    </div>
  );
}

function Month(props: CalendarProps & { readonly start: Day }): ReactElement {
  const { start } = props;
  return (
    <table className="month">
      <caption>{dayText(start, "month")}</caption>
      <thead>
        <tr>
          {(monthWeeks(start)[1] ?? []).map((day) => (
            <th key={day} scope="col">
              {day === null ? "" : dayText(day, "weekday")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(start).map((week, i) => (
          <tr key={i}>
            {week.map((day, weekday) => (
              <td key={weekday}>{day === null ? null : <DayCell day={day} {...props} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell(props: CalendarProps & { readonly day: Day }): ReactElement {
  const { day } = props;
  const known = props.known.get(day);
  const isOutside = day > props.lastDay;
  if (isOutside) return <span className="day-cell is-outside">{dayText(day, "dayOfMonth")}</span>;
  const isBefore = props.firstDay === null || day < props.firstDay;
  const name = known ? words.history.dayKnown(dayText(day), known.count) : words.history.dayUnknown(dayText(day));
  return (
    <button
      type="button"
      className={`day-cell${known ? " is-known" : isBefore ? " is-before" : " is-unknown"}`}
      aria-label={name}
      aria-pressed={props.chosen === day}
      onClick={() => props.onChoose(day)}
    >
      <span>{dayText(day, "dayOfMonth")}</span>
      <span className="known-marks">
        {known?.parts.map((part) => (
          <span key={part} className={`known-mark known-${part}`} />
        ))}
      </span>
    </button>
  );
}
