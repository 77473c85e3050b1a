/**
 * Where is each score likely to be in the next two weeks?
 *
 * One sentence and one small chart per outcome: the recorded days of the last two weeks, then the 80 % band of the days ahead. Said
 * of days that go on like these; it is no promise and no goal.
 */
import { useRef, type ReactElement } from "react";
import { withStoolSides, type AnalysisDocument, type DailyTable, type DocumentOutcome } from "../../../lib/index.ts";
import { BandChart } from "../../../report/charts/band-chart.tsx";
import { numberText } from "../../../report/charts/number-text.ts";
import { ScrollTable } from "../../shell/scroll-table.tsx";
import { useSize } from "../../shell/use-size.ts";
import { forecastWords } from "../../words-axis.ts";

/** Recorded days that stand before the band. */
const DAYS_BEFORE = 14;

/** All outcomes with a forecast; nothing when there is none. */
export function Forecasts({
  document,
  table,
}: {
  readonly document: AnalysisDocument;
  readonly table: DailyTable;
}): ReactElement | null {
  const outcomes = document.outcomes.filter((outcome) => outcome.forecastSentence !== null);
  if (outcomes.length === 0) return null;
  return (
    <section className="forecasts" aria-labelledby="forecast-title">
      <h2 id="forecast-title">{forecastWords.title}</h2>
      <p className="quiet">{forecastWords.hint}</p>
      <ul className="forecast-list">
        {outcomes.map((outcome) => (
          <li key={outcome.name} className={`tone-${outcome.role}`}>
            <Forecast outcome={outcome} table={table} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Forecast({ outcome, table }: { readonly outcome: DocumentOutcome; readonly table: DailyTable }): ReactElement {
  const frame = useRef<HTMLDivElement>(null);
  const { width, em } = useSize(frame);
  const points = outcome.forecast.map(({ horizonDays, mean, low80, high80 }) => ({
    day: horizonDays,
    mean,
    low: low80,
    high: high80,
  }));
  const name = forecastWords.tableName(outcome.label);
  return (
    <>
      <h3>{outcome.label}</h3>
      <p>{outcome.forecastSentence}</p>
      <div ref={frame} className="chart-frame">
        {width > 0 ? (
          <BandChart
            points={points}
            recorded={recordedBefore(table, outcome.name)}
            kind="amount"
            width={width}
            em={em}
            name={outcome.forecastSentence ?? outcome.label}
            daysLabel={forecastWords.days}
          />
        ) : null}
      </div>
      <details>
        <summary>{name}</summary>
        <ScrollTable name={name} heads={forecastWords.heads}>
          {points.map((point) => (
            <tr key={point.day}>
              <th scope="row">{point.day}</th>
              <td>{numberText(point.mean)}</td>
              <td>{numberText(point.low)}</td>
              <td>{numberText(point.high)}</td>
            </tr>
          ))}
        </ScrollTable>
      </details>
    </>
  );
}

/** The last days of the diary as days before tomorrow: the last row is day 0. */
function recordedBefore(table: DailyTable, name: string): readonly { readonly day: number; readonly value: number }[] {
  const values = withStoolSides(table).columns.find((column) => column.name === name)?.values;
  if (!values) return [];
  const first = Math.max(0, values.length - DAYS_BEFORE);
  return Array.from(values.slice(first), (value, i) => ({ day: first + i + 1 - values.length, value })).filter(
    (one) => !Number.isNaN(one.value),
  );
}
