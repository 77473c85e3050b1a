/**
 * How did a clinical score move from time to time, and in which classes?
 *
 * One dot per score, joined by a thin dashed line because nothing is known between two of them. The classes of severity are stripes with their names, so
 * that a dot is read without a table; the names stand beside, where no dot can cover them. The picture is high enough for the class that the highest score is in, not for the whole scale.
 */
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { ReactElement } from "react";
import { numberText } from "./number-text.ts";

export interface ScorePoint {
  /** Any day number, rising. */
  readonly day: number;
  readonly value: number;
}

/** A class from the limit of the one before (or the smallest value) up to `upTo`. */
export interface ScoreStripe {
  readonly name: string;
  readonly upTo: number;
}

export interface ScoreChartProps {
  readonly points: readonly ScorePoint[];
  /** Ends of the scale; an infinite or very large maximum is cut to the scores. */
  readonly min: number;
  readonly max: number;
  readonly stripes: readonly ScoreStripe[];
  readonly width: number;
  readonly em: number;
  /** What a screen reader says instead of the picture. */
  readonly name: string;
  /** A day number as a short date. */
  readonly dayLabel: (day: number) => string;
}

/** The chart; no points give an empty frame. */
export function ScoreChart(props: ScoreChartProps): ReactElement {
  const { points, min, width, em, stripes } = props;
  const height = 12 * em;
  const frame = {
    left: 2.6 * em,
    right: width - (stripes.length > 0 ? 5.6 : 0.8) * em,
    top: 0.8 * em,
    bottom: height - 1.9 * em,
  };
  const top = topOf(props);
  const y = scaleLinear([min, top], [frame.bottom, frame.top]);
  const [first = 0, last = 0] = extent(points, (point) => point.day);
  const inset = 0.9 * em;
  const x = scaleLinear([first, Math.max(last, first + 1)], [frame.left + inset, frame.right - inset]);
  const at = (point: ScorePoint): number => (first === last ? (frame.left + frame.right) / 2 : x(point.day));
  const through = line<ScorePoint>(at, (point) => y(point.value));
  const shown = stripesUpTo(stripes, min, top);
  const ends = first === last ? [first] : [first, last];
  return (
    <svg
      className="score-chart"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      role="img"
      aria-label={props.name}
    >
      {shown.map((stripe, index) => (
        <g key={stripe.name} className="score-stripe" data-odd={index % 2 === 1}>
          <rect
            x={frame.left}
            width={frame.right - frame.left}
            y={y(stripe.to)}
            height={Math.max(0, y(stripe.from) - y(stripe.to))}
          />
          {y(stripe.from) - y(stripe.to) < 1.05 * em ? null : (
            <text x={frame.right + 0.5 * em} y={(y(stripe.from) + y(stripe.to)) / 2} dominantBaseline="central">
              {stripe.name}
            </text>
          )}
        </g>
      ))}
      {y.ticks(4).map((tick) => (
        <g key={tick} className="chart-tick">
          <line x1={frame.left} x2={frame.right} y1={y(tick)} y2={y(tick)} />
          <text x={frame.left - 0.5 * em} y={y(tick)} textAnchor="end" dominantBaseline="central">
            {numberText(tick)}
          </text>
        </g>
      ))}
      {ends.map((day, index) => (
        <text
          key={day}
          className="chart-label"
          x={ends.length === 1 ? (frame.left + frame.right) / 2 : index === 0 ? frame.left : frame.right}
          y={height - 0.4 * em}
          textAnchor={ends.length === 1 ? "middle" : index === 0 ? "start" : "end"}
        >
          {props.dayLabel(day)}
        </text>
      ))}
      <path className="score-line" d={through(points) ?? ""} />
      {points.map((point) => (
        <circle key={point.day} className="score-dot" cx={at(point)} cy={y(point.value)} r={0.34 * em} />
      ))}
    </svg>
  );
}

/** The upper limit of the class of the highest score, else a little above it; never above the scale. */
function topOf({ points, min, max, stripes }: ScoreChartProps): number {
  const highest = Math.max(min, ...points.map((point) => point.value));
  const limit = stripes.find((stripe) => stripe.upTo >= highest)?.upTo ?? Math.min(max, highest * 1.15);
  const room = stripes.find((stripe) => stripe.upTo > limit)?.upTo;
  // a score at the very limit of its class would sit on the edge
  const top = highest === limit && room !== undefined ? room : limit;
  return top > min ? top : min + 1;
}

interface Stripe {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function stripesUpTo(stripes: readonly ScoreStripe[], min: number, top: number): readonly Stripe[] {
  return stripes
    .map((stripe, index) => ({
      name: stripe.name,
      from: index === 0 ? min : (stripes[index - 1]?.upTo ?? min),
      to: Math.min(top, stripe.upTo),
    }))
    .filter((stripe) => stripe.from < top);
}
