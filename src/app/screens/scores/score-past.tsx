/**
 * How did this score go so far?
 *
 * One small chart and table per rater: one's own scores and a clinician's are never in one line. Stripes are the classes of the instrument's first cut-offs.
 */
import { useRef, type ReactElement } from "react";
import { dayFromNumber, dayToNumber } from "../../../base/day.ts";
import { bandText, partWords, type PastScore, type ScoreLine } from "../../../lib/index.ts";
import { ScoreChart, type ScorePoint } from "../../../report/charts/score-chart.tsx";
import { dayText } from "../../shell/local-day.ts";
import { ScrollTable } from "../../shell/scroll-table.tsx";
import { useSize } from "../../shell/use-size.ts";
import { scoreWords } from "../../words-scores.ts";

/** The past of one instrument, a part per rater. */
export function ScorePast({ lines }: { readonly lines: readonly ScoreLine[] }): ReactElement {
  return (
    <section className="card score-past" aria-labelledby="score-past-title">
      <h2 id="score-past-title">{scoreWords.past}</h2>
      {lines.length === 0 ? <p className="quiet">{scoreWords.noPast}</p> : null}
      {lines.map((line) => (
        <PastLine key={line.rater} line={line} />
      ))}
    </section>
  );
}

function PastLine({ line }: { readonly line: ScoreLine }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const { width, em } = useSize(place);
  const { instrument, scores } = line;
  const points = scores.flatMap(({ day, total }): readonly ScorePoint[] =>
    total === null ? [] : [{ day: dayToNumber(day), value: total }],
  );
  const range = instrument.total;
  const isPartsOnly = range === null;
  const words = scoreWords.columns;
  const heads = [
    words.day,
    words.score,
    ...(instrument.bands === null ? [] : [words.band]),
    ...(isPartsOnly ? [] : [words.change]),
  ];
  return (
    <div>
      <h3>{scoreWords.rated[line.rater]}</h3>
      <div ref={place}>
        {width > 0 && range !== null && points.length > 1 ? (
          <ScoreChart
            points={points}
            min={range.min - halfStep(line, MOST_GRADES)}
            max={range.max}
            stripes={(instrument.bands?.bands ?? []).map(({ name, upTo }) => ({ name, upTo: upTo + halfStep(line) }))}
            width={Math.min(width, 640)}
            em={em}
            name={scoreWords.chartName(instrument.name, points.length)}
            dayLabel={(day) => dayText(dayFromNumber(day), "short")}
          />
        ) : null}
      </div>
      <ScrollTable name={scoreWords.table} heads={heads}>
        {[...scores].reverse().map((score) => (
          <tr key={score.day}>
            <th scope="row">{dayText(score.day, "short")}</th>
            <td>{scoreText(line, score)}</td>
            {instrument.bands === null ? null : <td>{score.band === null ? "" : bandText(instrument, score.band)}</td>}
            {isPartsOnly ? null : <td>{changeText(score)}</td>}
          </tr>
        ))}
      </ScrollTable>
    </div>
  );
}

/** The total, or the parts one after another. */
export function scoreText({ instrument }: ScoreLine, { total, entry }: PastScore): string {
  if (total !== null) return String(total);
  const parts = instrument.parts.flatMap(({ id }) => {
    const value = entry.parts?.[id];
    return value === undefined ? [] : [scoreWords.part(partWords(id), String(value))];
  });
  return parts.length === 0 ? scoreWords.noPart : parts.join(", ");
}

/** "−4 (−25 %)"; "" without a score before. */
function changeText({ change }: PastScore): string {
  if (change === null) return "";
  const percent = change.percent === null || change.points === 0 ? "" : ` (${signed(change.percent)} %)`;
  return `${signed(change.points)}${percent}`;
}

/** Scales with so many grades at most are drawn from half a grade below the first. */
const MOST_GRADES = 10;

/** Whole numbers belong to the middle of their stripe: a grade 2 on the edge between two classes could be read as either. */
function halfStep({ instrument: { total } }: ScoreLine, longest: number = Infinity): number {
  return total !== null && total.step === 1 && total.max - total.min <= longest ? 0.5 : 0;
}

function signed(value: number): string {
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${String(Math.abs(value))}`;
}
