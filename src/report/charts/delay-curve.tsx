/**
 * After how many days does the effect come, and how long does it stay?
 *
 * The effect on each day after one day with one more step of the cause: mean line with its 80 % band, given
 * that the arrow is real. The typical delay is marked. Linear joins between whole days: nothing is
 * smoothed.
 */
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { ReactElement } from "react";
import { signedText } from "./number-text.ts";

export interface DelayPoint {
  readonly day: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface DelayCurveProps {
  readonly points: readonly DelayPoint[];
  /** Typical delay, days. */
  readonly delay: { readonly mean: number; readonly low: number; readonly high: number };
  /** Built-in delay of a made-up person, days. */
  readonly truth?: number;
  /** A point that is read out at the moment: index into `points`. */
  readonly cursor?: number | null;
  readonly width: number;
  readonly em: number;
  readonly name: string;
  readonly labels: { readonly days: string; readonly typical: string };
}

/** The curve; empty `points` give an empty frame. */
export function DelayCurve(props: DelayCurveProps): ReactElement {
  const { width, em } = props;
  const height = 11 * em;
  const frame = { left: 3.1 * em, right: width - 0.6 * em, top: 1.6 * em, bottom: height - 2.6 * em };
  const shown = withoutFlatEnd(props.points);
  const lastDay = Math.max(4, shown[shown.length - 1]?.day ?? 4);
  const [low = 0, high = 1] = extent([0, ...shown.flatMap((point) => [point.low, point.high, point.mean])]);
  const x = scaleLinear([0, lastDay], [frame.left, frame.right]);
  const y = scaleLinear([low, high], [frame.bottom, frame.top]).nice(4);
  const band = area<DelayPoint>(
    (point) => x(point.day),
    (point) => y(point.low),
    (point) => y(point.high),
  );
  const mean = line<DelayPoint>(
    (point) => x(point.day),
    (point) => y(point.mean),
  );
  const at = props.cursor === undefined || props.cursor === null ? undefined : shown[props.cursor];
  const typical = Math.min(props.delay.mean, lastDay);
  return (
    <svg
      className="delay-curve"
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
            {tick === 0 ? "0" : signedText(tick)}
          </text>
        </g>
      ))}
      {wholeTicks(x.ticks(width < 24 * em ? 5 : 8)).map((tick) => (
        <text key={tick} className="chart-label" x={x(tick)} y={frame.bottom + 1.1 * em} textAnchor="middle">
          {tick}
        </text>
      ))}
      <text className="chart-label" x={(frame.left + frame.right) / 2} y={height - 0.3 * em} textAnchor="middle">
        {props.labels.days}
      </text>
      <line className="chart-zero" x1={frame.left} x2={frame.right} y1={y(0)} y2={y(0)} />
      <path className="delay-band" d={band(shown) ?? ""} />
      <path className="delay-line" d={mean(shown) ?? ""} />
      {at ? <circle className="delay-cursor" cx={x(at.day)} cy={y(at.mean)} r={0.42 * em} /> : null}
      <g className="delay-typical">
        <line x1={x(typical)} x2={x(typical)} y1={frame.top} y2={frame.bottom} />
        <text
          x={Math.min(x(typical) + 0.4 * em, frame.right - 0.2 * em)}
          y={frame.top - 0.5 * em}
          textAnchor={typical > lastDay * 0.55 ? "end" : "start"}
        >
          {props.labels.typical}
        </text>
      </g>
      {props.truth === undefined ? null : (
        <path
          className="strip-truth"
          d={`M${String(x(Math.min(props.truth, lastDay)))},${String(y(0) - 0.5 * em)}l${String(0.45 * em)},${String(0.5 * em)}l${String(-0.45 * em)},${String(0.5 * em)}l${String(-0.45 * em)},${String(-0.5 * em)}Z`}
        />
      )}
    </svg>
  );
}

/**
 * The points that are drawn: days after which the band stays within 3 % of its largest reach are left out.
 * Keeps at least eight points.
 */
export function withoutFlatEnd(points: readonly DelayPoint[]): readonly DelayPoint[] {
  const size = (point: DelayPoint): number => Math.max(Math.abs(point.low), Math.abs(point.high));
  const most = Math.max(0, ...points.map(size));
  let last = points.length - 1;
  while (last > 8 && size(points[last] ?? { day: 0, mean: 0, low: 0, high: 0 }) < most * 0.03) last -= 1;
  return points.slice(0, last + 1);
}

function wholeTicks(ticks: readonly number[]): readonly number[] {
  return ticks.filter((tick) => Number.isInteger(tick));
}
