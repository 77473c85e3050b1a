/**
 * How does something unfold over days, and how sure is each day?
 *
 * A mean line with its band over days: the days ahead of an outcome, or the change that a lever kept up goes with. Days that are
 * talked about can be marked by dots; dots of recorded days can stand before day 0; a dashed second line is a part of the whole.
 * Linear joins between the given days: nothing is smoothed.
 */
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { ReactElement } from "react";
import { numberText, signedText } from "./number-text.ts";

export interface BandPoint {
  /** Days from now; below 0 is past. */
  readonly day: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface BandChartProps {
  /** Rising days. */
  readonly points: readonly BandPoint[];
  /** Recorded values before, e.g. of the last two weeks. */
  readonly recorded?: readonly { readonly day: number; readonly value: number }[];
  /** A part of the whole, drawn dashed. */
  readonly part?: readonly { readonly day: number; readonly mean: number }[];
  /** Days with a dot on the mean line. */
  readonly marked?: readonly number[];
  /** Changes have a sign and a zero line; amounts have neither. */
  readonly kind: "change" | "amount";
  readonly width: number;
  readonly em: number;
  /** What a screen reader says instead of the picture. */
  readonly name: string;
  /** Below the axis. */
  readonly daysLabel: string;
}

interface Place {
  readonly day: number;
  readonly value: number;
}

/** The chart; empty `points` give an empty frame. */
export function BandChart(props: BandChartProps): ReactElement {
  const { points, width, em, kind } = props;
  const { recorded = [], part = [], marked = [] } = props;
  const height = 10 * em;
  const frame = { left: 3.1 * em, right: width - 0.8 * em, top: 0.8 * em, bottom: height - 2.6 * em };
  const values = [
    ...points.flatMap((point) => [point.low, point.high, point.mean]),
    ...recorded.map((one) => one.value),
    ...part.map((one) => one.mean),
  ].filter((value) => Number.isFinite(value));
  const [low = 0, high = 1] = extent(kind === "change" ? [0, ...values] : values);
  const [firstDay = 0, lastDay = 1] = extent([
    0,
    ...points.map((point) => point.day),
    ...recorded.map((one) => one.day),
  ]);
  const room = high > low ? 0 : 1;
  const x = scaleLinear([firstDay, Math.max(lastDay, firstDay + 1)], [frame.left, frame.right]);
  const y = scaleLinear([low - room, high + room], [frame.bottom, frame.top]).nice(4);
  const band = area<BandPoint>(
    (point) => x(point.day),
    (point) => y(point.low),
    (point) => y(point.high),
  );
  const through = line<Place>(
    (place) => x(place.day),
    (place) => y(place.value),
  );
  const means = points.map((point) => ({ day: point.day, value: point.mean }));
  return (
    <svg
      className="band-chart"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      role="img"
      aria-label={props.name}
    >
      {y.ticks(4).map((tick) => (
        <g key={tick} className="chart-tick">
          <line x1={frame.left} x2={frame.right} y1={y(tick)} y2={y(tick)} />
          <text x={frame.left - 0.5 * em} y={y(tick)} textAnchor="end" dominantBaseline="central">
            {tick === 0 ? "0" : kind === "change" ? signedText(tick) : numberText(tick)}
          </text>
        </g>
      ))}
      {dayTicks(x.ticks(width < 24 * em ? 4 : 7), marked).map((tick) => (
        <text key={tick} className="chart-label" x={x(tick)} y={frame.bottom + 1.1 * em} textAnchor="middle">
          {numberText(tick)}
        </text>
      ))}
      <text className="chart-label" x={(frame.left + frame.right) / 2} y={height - 0.3 * em} textAnchor="middle">
        {props.daysLabel}
      </text>
      {kind === "change" ? <line className="chart-zero" x1={frame.left} x2={frame.right} y1={y(0)} y2={y(0)} /> : null}
      {firstDay < 0 ? <line className="band-now" x1={x(0)} x2={x(0)} y1={frame.top} y2={frame.bottom} /> : null}
      <path className="delay-band" d={band(points) ?? ""} />
      {part.length > 0 ? (
        <path
          className="band-part"
          d={through(part.map((one) => ({ day: one.day, value: one.mean }))) ?? ""}
          strokeDasharray="6 5"
        />
      ) : null}
      <path className="delay-line" d={through(means) ?? ""} />
      {recorded.map((one) => (
        <circle key={one.day} className="timeline-dot" cx={x(one.day)} cy={y(one.value)} r={0.22 * em} />
      ))}
      {means
        .filter((place) => marked.includes(place.day))
        .map((place) => (
          <circle key={place.day} className="delay-cursor" cx={x(place.day)} cy={y(place.value)} r={0.36 * em} />
        ))}
    </svg>
  );
}

/** The days that are talked about, else round ones. */
function dayTicks(ticks: readonly number[], marked: readonly number[]): readonly number[] {
  return marked.length > 0 ? [0, ...marked] : ticks.filter((tick) => Number.isInteger(tick));
}
