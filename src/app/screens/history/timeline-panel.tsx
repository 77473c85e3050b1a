/**
 * How did two things run over time?
 *
 * Any two columns of the diary over a chosen span, one above the other. A native slider walks through the
 * days and reads them out; the same numbers stand in a table.
 */
import { useId, useRef, useState, type ReactElement } from "react";
import { dayFromNumber } from "../../../base/day.ts";
import { recordedDays, type DailyColumn, type DailyTable } from "../../../lib/index.ts";
import { numberText } from "../../../report/charts/number-text.ts";
import { Timeline, type TimelineSeries } from "../../../report/charts/timeline.tsx";
import { dayText } from "../../shell/local-day.ts";
import { useSize } from "../../shell/use-size.ts";
import { words } from "../../words.ts";
import { ScrollTable } from "../../shell/scroll-table.tsx";

type Span = keyof typeof words.history.ranges;

const spanDays: Readonly<Record<Span, number>> = { quarter: 92, year: 366, all: Number.POSITIVE_INFINITY };
const spans: readonly Span[] = ["quarter", "year", "all"];

/** The chart with its choices, slider and table. */
export function TimelinePanel({ table }: { readonly table: DailyTable }): ReactElement | null {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { width, em } = useSize(frame);
  const choices = chartable(table);
  const [firstName, setFirst] = useState<string | null>(null);
  const [secondName, setSecond] = useState<string | null>(null);
  const [span, setSpan] = useState<Span>("quarter");
  const [cursor, setCursor] = useState<number | null>(null);
  const first = choices.find((column) => column.name === firstName) ?? firstOf(choices, "skin") ?? choices[0];
  if (!first) return null;
  const second =
    secondName === ""
      ? undefined
      : (choices.find((column) => column.name === secondName) ??
        firstOf(choices, first.role === "gut" ? "skin" : "gut") ??
        choices.find((column) => column !== first));
  const shown = second && second !== first ? [first, second] : [first];
  const from = Math.max(0, table.dayCount - Math.min(table.dayCount, spanDays[span]));
  const series = shown.map((column) => toSeries(column, from));
  const dayCount = table.dayCount - from;
  const dayLabel = (dayNumber: number): string =>
    table.calendar === "date" ? dayText(dayFromNumber(dayNumber), "short") : String(dayNumber);
  const at = cursor === null ? null : Math.min(cursor, dayCount - 1);
  const readout = (index: number): string =>
    [dayLabel(table.firstDayNumber + from + index), ...series.map((one) => valueText(one, index))].join(", ");
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.history.timeline}</h2>
      <div className="fields">
        <ColumnSelect label={words.history.first} columns={choices} value={first.name} onChange={setFirst} />
        <ColumnSelect
          label={words.history.second}
          columns={choices}
          value={second?.name ?? ""}
          onChange={setSecond}
          none={words.history.nothing}
        />
        <label>
          {words.history.range}
          <select
            value={span}
            onChange={(event) => setSpan(spans.find((one) => one === event.target.value) ?? "quarter")}
          >
            {spans.map((one) => (
              <option key={one} value={one}>
                {words.history.ranges[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="chart-sentence">
        {shown.map((column) => `${words.history.chartSentence(column.label, countFrom(column, from), dayCount)}. `)}
        {words.history.hatched}
      </p>
      <div ref={frame} className="chart-frame">
        {width > 0 ? (
          <Timeline
            series={series}
            firstDayNumber={table.firstDayNumber + from}
            isCalendar={table.calendar === "date"}
            cursor={at}
            width={width}
            em={em}
            name={words.history.chartName(shown.map((column) => column.label).join(", "))}
            dayLabel={dayLabel}
          />
        ) : null}
      </div>
      <label className="cursor-field">
        {words.history.cursor}
        <input
          type="range"
          min={0}
          max={Math.max(0, dayCount - 1)}
          value={at ?? dayCount - 1}
          aria-valuetext={readout(at ?? dayCount - 1)}
          onChange={(event) => setCursor(Number(event.target.value))}
        />
        <output>{readout(at ?? dayCount - 1)}</output>
      </label>
      <SeriesTable
        series={series}
        dayCount={dayCount}
        dayLabel={(index) => dayLabel(table.firstDayNumber + from + index)}
      />
    </section>
  );
}

function ColumnSelect(props: {
  readonly label: string;
  readonly columns: readonly DailyColumn[];
  readonly value: string;
  readonly none?: string;
  readonly onChange: (name: string) => void;
}): ReactElement {
  return (
    <label>
      {props.label}
      <select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.columns.map((column) => (
          <option key={column.name} value={column.name}>
            {column.label}
          </option>
        ))}
        {props.none === undefined ? null : <option value="">{props.none}</option>}
      </select>
    </label>
  );
}

/** The numbers as a table, newest first; drawn only when it is opened, because ten years are many rows. */
function SeriesTable(props: {
  readonly series: readonly TimelineSeries[];
  readonly dayCount: number;
  readonly dayLabel: (index: number) => string;
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const rows = Array.from({ length: props.dayCount }, (_, i) => props.dayCount - 1 - i);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.history.table}</summary>
      {isOpen ? (
        <ScrollTable
          name={words.history.table}
          heads={[words.history.day, ...props.series.map((one) => `${one.label} (${one.unit})`)]}
        >
          {rows.map((index) => (
            <tr key={index}>
              <th scope="row">{props.dayLabel(index)}</th>
              {props.series.map((one) => (
                <td key={one.label}>{cellText(one.values[index])}</td>
              ))}
            </tr>
          ))}
        </ScrollTable>
      ) : null}
    </details>
  );
}

function toSeries(column: DailyColumn, from: number): TimelineSeries {
  const { label, unit, min, max } = column;
  return {
    label,
    unit,
    tone: column.role === "context" ? "lever" : column.role,
    values: column.values.subarray(from),
    ...(min === undefined ? {} : { min }),
    // a scale's end is shown; an open amount ends where the diary ends
    ...(max === undefined || max > 20 ? {} : { max }),
  };
}

/** Columns with at least two values, outcomes first, then by how much is known. */
function chartable(table: DailyTable): readonly DailyColumn[] {
  const isLever = (column: DailyColumn): number => (column.role === "lever" || column.role === "context" ? 1 : 0);
  return table.columns
    .map((column) => ({ column, days: recordedDays(column) }))
    .filter(({ days }) => days >= 2)
    .sort((a, b) => isLever(a.column) - isLever(b.column) || b.days - a.days)
    .map(({ column }) => column);
}

function firstOf(columns: readonly DailyColumn[], role: DailyColumn["role"]): DailyColumn | undefined {
  return columns.find((column) => column.role === role);
}

function countFrom(column: DailyColumn, from: number): number {
  return column.values.subarray(from).reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
}

function valueText(series: TimelineSeries, index: number): string {
  const value = series.values[index] ?? Number.NaN;
  return `${series.label} ${Number.isNaN(value) ? words.today.notGiven : `${numberText(value, 3)} ${series.unit}`}`;
}

function cellText(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? words.today.notGiven : numberText(value, 3);
}
