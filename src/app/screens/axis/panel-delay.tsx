/**
 * After how many days does it come, and how can one walk along the curve?
 *
 * The document's sentences on the delay, the curve of one day's effect with its band, and the same as a table. Slow effects have
 * daily points for two weeks and weekly ones after that.
 */
import { useRef, useState, type ReactElement } from "react";
import type { DemoTruth, DocumentEdge } from "../../../lib/index.ts";
import { DelayCurve, withoutFlatEnd, type DelayPoint } from "../../../report/charts/delay-curve.tsx";
import { numberText, signedText } from "../../../report/charts/number-text.ts";
import { useSize } from "../../shell/use-size.ts";
import { panelWords } from "../../words-axis.ts";
import { words } from "../../words.ts";

/** Shares of the largest reach below this are nothing to read: more digits would look surer than it is. */
const NOTHING = 0.005;

/** Section of the panel. */
export function PanelDelay({
  edge,
  truth,
}: {
  readonly edge: DocumentEdge;
  readonly truth: DemoTruth | null;
}): ReactElement {
  const frame = useRef<HTMLDivElement>(null);
  const { width, em } = useSize(frame);
  const points = pointsOf(edge);
  const shown = withoutFlatEnd(points);
  const [cursor, setCursor] = useState<number | null>(null);
  const at = shown[cursor ?? 0];
  const readout = at ? panelWords.cursorText(at.day, signedText(at.mean), signedText(at.low), signedText(at.high)) : "";
  const { mean, low80, high80 } = edge.delayDays;
  return (
    <section className={`tone-${edge.fromRole}`}>
      <h3>{panelWords.delay}</h3>
      {edge.when.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div ref={frame} className="chart-frame">
        {width > 0 ? (
          <DelayCurve
            points={points}
            delay={{ mean, low: low80, high: high80 }}
            cursor={cursor}
            width={width}
            em={em}
            name={panelWords.curveName(numberText(mean))}
            labels={{ days: panelWords.delayDays, typical: panelWords.typical }}
            {...(truth === null ? {} : { truth: truth.delayDays })}
          />
        ) : null}
      </div>
      <label className="cursor-field">
        {panelWords.cursor}
        <input
          type="range"
          min={0}
          max={shown.length - 1}
          value={cursor ?? 0}
          aria-valuetext={readout}
          onChange={(event) => setCursor(Number(event.target.value))}
        />
        <output>{cursor === null ? "" : readout}</output>
      </label>
      <details>
        <summary>{words.history.table}</summary>
        <table>
          <thead>
            <tr>
              {[panelWords.day, panelWords.mean, panelWords.low, panelWords.high].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.day}>
                <th scope="row">{point.day}</th>
                <td>{signedText(point.mean)}</td>
                <td>{signedText(point.low)}</td>
                <td>{signedText(point.high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** The curve for the example step. */
function pointsOf(edge: DocumentEdge): readonly DelayPoint[] {
  const most = Math.max(0, ...edge.curve.flatMap((point) => [point.pulseLow80, point.pulseHigh80].map(Math.abs)));
  const forStep = (value: number): number => (Math.abs(value) < NOTHING * most ? 0 : value * edge.exampleStep);
  return edge.curve.map((point) => ({
    day: point.day,
    mean: forStep(point.pulseMean),
    low: forStep(point.pulseLow80),
    high: forStep(point.pulseHigh80),
  }));
}
