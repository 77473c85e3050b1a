/**
 * What is known so far?
 *
 * Calendar of known days, timeline of two series, and the entries of a chosen day. For the made-up person
 * the same, without anything to change.
 */
import { useState, type ReactElement } from "react";
import { dayFromNumber, dayToNumber, type Day } from "../../../base/day.ts";
import type { DailyTable } from "../../../lib/index.ts";
import { localToday } from "../../shell/local-day.ts";
import { routeHash } from "../../shell/route.ts";
import { useDiary } from "../../shell/use-diary.ts";
import { words } from "../../words.ts";
import { Calendar } from "./calendar.tsx";
import { DayEntries } from "./day-entries.tsx";
import { knownDays } from "./known-days.ts";
import { addMonths, monthStart } from "./month.ts";
import { TimelinePanel } from "./timeline-panel.tsx";

/** The screen; `day` opens a day at once. */
export function HistoryScreen({ isDemo, day }: { readonly isDemo: boolean; readonly day: Day | null }): ReactElement {
  const { diary } = useDiary(isDemo);
  return (
    <div className="history">
      <h1>{words.history.title}</h1>
      {diary === null ? <p className="quiet">{words.app.loading}</p> : null}
      {diary && diary.table.dayCount === 0 ? <Empty /> : null}
      {diary && diary.table.dayCount > 0 ? <Filled table={diary.table} isDemo={isDemo} day={day} /> : null}
    </div>
  );
}

function Empty(): ReactElement {
  return (
    <section className="card empty">
      <p>{words.history.empty}</p>
      <p className="quiet">{words.history.emptyHint}</p>
      <div className="row">
        <a className="button button-strong" href={routeHash({ screen: "today" })}>
          {words.start.today.title}
        </a>
        <a className="button" href={routeHash({ screen: "data" })}>
          {words.start.data.title}
        </a>
      </div>
    </section>
  );
}

function Filled(props: {
  readonly table: DailyTable;
  readonly isDemo: boolean;
  readonly day: Day | null;
}): ReactElement {
  const { table, isDemo } = props;
  const lastOfTable = dayFromNumber(table.firstDayNumber + table.dayCount - 1);
  const today = localToday();
  // the made-up diary ends on a day of its own; the real one is looked at from today
  const lastDay = isDemo || lastOfTable > today ? lastOfTable : today;
  const firstDay = dayFromNumber(table.firstDayNumber);
  const [chosen, setChosen] = useState<Day | null>(props.day);
  const [month, setMonth] = useState<Day>(() => addMonths(monthStart(props.day ?? lastDay), -2));
  const known = knownDays(table);
  const span = dayToNumber(lastDay) - table.firstDayNumber + 1;
  return (
    <>
      <section className="card" aria-labelledby="calendar-title">
        <h2 id="calendar-title">{words.history.calendar}</h2>
        <p>{words.history.known(known.size, span)}</p>
        {isDemo ? <p className="quiet">{words.history.isDemo}</p> : null}
        <Calendar
          known={known}
          months={[0, 1, 2].map((i) => addMonths(month, i)).filter((start) => start <= lastDay)}
          firstDay={firstDay}
          lastDay={lastDay}
          chosen={chosen}
          onChoose={setChosen}
          onMonth={setMonth}
        />
      </section>
      {chosen && !isDemo ? <DayEntries key={chosen} day={chosen} /> : null}
      <TimelinePanel table={table} />
    </>
  );
}
