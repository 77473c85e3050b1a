/**
 * How did one or two series run over the days, and where are the holes?
 *
 * One panel per series on a shared time axis, each in its own unit and range: two scales in one frame would
 * suggest a match that the eye makes up. Days that were not recorded are hatched, never joined. `cursor`
 * marks one day; the caller moves it with a native slider, so that every point is reachable by keyboard.
 */
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useId, type ReactElement } from "react";
import { dayFromNumber } from "../../base/day.ts";
import { numberText } from "./number-text.ts";
import { missingRuns, recordedRuns } from "./timeline-runs.ts";

export interface TimelineSeries {
  readonly label: string;
  readonly unit: string;
  readonly tone: string;
  /** NaN = not recorded. */
  readonly values: Float64Array;
  readonly min?: number;
  readonly max?: number;
}

export interface TimelineProps {
  readonly series: readonly TimelineSeries[];
  /** Day number of the first value. */
  readonly firstDayNumber: number;
  readonly isCalendar: boolean;
  readonly cursor: number | null;
  readonly width: number;
  readonly em: number;
  readonly name: string;
  /** Writes a day under the axis. */
  readonly dayLabel: (dayNumber: number) => string;
}

/** The panels, one under the other. */
export function Timeline(props: TimelineProps): ReactElement {
  const { series, width, em } = props;
  const id = useId();
  const panelHeight = 9 * em;
  const gap = 2.2 * em;
  const dayCount = series[0]?.values.length ?? 0;
  const height = series.length * (panelHeight + gap) + 1.6 * em;
  const frame = { left: 2.6 * em, right: width - 0.5 * em };
  const step = dayCount > 1 ? (frame.right - frame.left) / (dayCount - 1) : 0;
  const x = (index: number): number => frame.left + index * step;
  return (
    <svg
      className="timeline"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      role="img"
      aria-label={props.name}
    >
      <defs>
        <pattern
          id={`${id}-gap`}
          width={0.5 * em}
          height={0.5 * em}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="timeline-hatch" x1={0} x2={0} y1={0} y2={0.5 * em} />
        </pattern>
      </defs>
      {series.map((one, i) => (
        <Panel
          key={one.label}
          series={one}
          x={x}
          step={step}
          top={i * (panelHeight + gap) + 1.7 * em}
          height={panelHeight - 0.6 * em}
          frame={frame}
          em={em}
          gapFill={`url(#${id}-gap)`}
        />
      ))}
      {dayTicks(dayCount, Math.max(2, Math.floor(width / (8.5 * em)))).map((index) => (
        <text
          key={index}
          className="chart-label"
          x={x(index)}
          y={height - 0.4 * em}
          textAnchor={index === 0 ? "start" : index === dayCount - 1 ? "end" : "middle"}
        >
          {props.dayLabel(props.firstDayNumber + index)}
        </text>
      ))}
      {props.cursor === null ? null : (
        <line
          className="timeline-cursor"
          x1={x(props.cursor)}
          x2={x(props.cursor)}
          y1={1.2 * em}
          y2={height - 1.8 * em}
        />
      )}
    </svg>
  );
}

function Panel(props: {
  readonly series: TimelineSeries;
  readonly x: (index: number) => number;
  readonly step: number;
  readonly top: number;
  readonly height: number;
  readonly frame: { readonly left: number; readonly right: number };
  readonly em: number;
  readonly gapFill: string;
}): ReactElement {
  const { series, x, step, top, height, frame, em } = props;
  const [seenLow = 0, seenHigh = 1] = extent(series.values.filter((value) => !Number.isNaN(value)));
  const y = scaleLinear(
    [series.min ?? Math.min(0, seenLow), Math.max(series.max ?? seenHigh, seenHigh)],
    [top + height, top],
  );
  const half = Math.max(step / 2, 0.5);
  const path = line<number>(
    (index) => x(index),
    (index) => y(series.values[index] ?? 0),
  );
  const radius = Math.min(0.26 * em, Math.max(1.3, step * 0.34));
  return (
    <g className={`timeline-panel axis-tone-${series.tone}`}>
      <text className="timeline-label" x={frame.left} y={top - 0.6 * em}>
        {series.label}
        <tspan className="chart-label"> {series.unit}</tspan>
      </text>
      {y.ticks(3).map((tick) => (
        <g key={tick} className="chart-tick">
          <line x1={frame.left} x2={frame.right} y1={y(tick)} y2={y(tick)} />
          <text x={frame.left - 0.5 * em} y={y(tick)} textAnchor="end" dominantBaseline="central">
            {numberText(tick)}
          </text>
        </g>
      ))}
      {missingRuns(series.values).map((run) => (
        <rect
          key={run.from}
          className="timeline-gap"
          x={Math.max(frame.left, x(run.from) - half)}
          y={top}
          width={Math.max(1, Math.min(frame.right, x(run.to) + half) - Math.max(frame.left, x(run.from) - half))}
          height={height}
          fill={props.gapFill}
        />
      ))}
      {recordedRuns(series.values).map((run) => (
        <path key={run.from} className="timeline-line" d={path(indices(run.from, run.to)) ?? ""} />
      ))}
      {[...series.values].map((value, index) =>
        Number.isNaN(value) ? null : (
          <circle key={index} className="timeline-dot" cx={x(index)} cy={y(value)} r={radius} />
        ),
      )}
    </g>
  );
}

/** "2026-03-12" of a day number, for tables. */
export function isoDay(dayNumber: number): string {
  return dayFromNumber(dayNumber);
}

function indices(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** First and last day and evenly between, at most `most`. */
function dayTicks(dayCount: number, most: number): readonly number[] {
  if (dayCount === 0) return [];
  const count = Math.min(most, dayCount);
  if (count === 1) return [0];
  return [...new Set(Array.from({ length: count }, (_, i) => Math.round((i * (dayCount - 1)) / (count - 1))))];
}
