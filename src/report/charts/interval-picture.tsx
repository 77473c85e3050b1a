/**
 * How far could one published estimate be off, and does it reach "no effect"?
 *
 * Dot = estimate, thick whisker = 95 % interval, thin whisker = where a new study would land, vertical line = no effect, always in
 * view. Ratios on a scale of doublings. Hits and nulls are drawn alike. In the source's own units.
 */
import { extent } from "d3-array";
import { scaleLinear, scaleLog } from "d3-scale";
import type { ReactElement } from "react";
import type { EvidenceInterval } from "../../insights/evidence-interval.ts";
import { numberText } from "./number-text.ts";

export interface IntervalPictureProps {
  readonly interval: EvidenceInterval;
  readonly width: number;
  readonly em: number;
  readonly labels: {
    readonly none: string;
    readonly better: string;
    readonly worse: string;
  };
}

/** The picture; its sentence is what a screen reader says. */
export function IntervalPicture({ interval, width, em, labels }: IntervalPictureProps): ReactElement {
  const { estimate, lo, hi, predictionLo, predictionHi, noEffect, isRatio, better } = interval;
  const shown = [lo, hi, predictionLo, predictionHi, noEffect].filter((value) => value !== null);
  const x = scaleOf(shown, isRatio, [1.2 * em, width - 1.2 * em]);
  const ticks = x.ticks(width < 20 * em ? 3 : 5).filter((_, i, all) => !isRatio || all.length < 8 || i % 3 === 0);
  const rows = { head: 1.1 * em, whisker: 2.6 * em, axis: 4 * em };
  return (
    <svg
      className="interval-picture"
      viewBox={`0 0 ${String(width)} ${String(5.4 * em)}`}
      width={width}
      height={5.4 * em}
      role="img"
      aria-label={interval.sentence}
    >
      {ticks.map((tick) => (
        <g key={tick} className="chart-tick">
          <line x1={x(tick)} x2={x(tick)} y1={1.6 * em} y2={rows.axis} />
          <text x={x(tick)} y={rows.axis + 1.1 * em} textAnchor="middle">
            {numberText(tick)}
          </text>
        </g>
      ))}
      {noEffect === null ? null : (
        <g className="interval-none">
          <line x1={x(noEffect)} x2={x(noEffect)} y1={1.5 * em} y2={rows.axis + 0.2 * em} />
          <text x={within(x(noEffect), width, 2.6 * em)} y={rows.head} textAnchor="middle">
            {labels.none}
          </text>
        </g>
      )}
      {better === null || noEffect === null ? null : (
        <g className="interval-side">
          {x(noEffect) > 9 * em ? (
            <text x={0.2 * em} y={rows.head} textAnchor="start">
              ← {better === "left" ? labels.better : labels.worse}
            </text>
          ) : null}
          {width - x(noEffect) > 9 * em ? (
            <text x={width - 0.2 * em} y={rows.head} textAnchor="end">
              {better === "right" ? labels.better : labels.worse} →
            </text>
          ) : null}
        </g>
      )}
      <g className="interval-whisker">
        {predictionLo === null || predictionHi === null ? null : (
          <line
            className="interval-new"
            x1={x(predictionLo)}
            x2={x(predictionHi)}
            y1={rows.whisker}
            y2={rows.whisker}
          />
        )}
        <line className="interval-95" x1={x(lo)} x2={x(hi)} y1={rows.whisker} y2={rows.whisker} />
        <circle cx={x(estimate)} cy={rows.whisker} r={0.42 * em} />
      </g>
    </svg>
  );
}

interface Scale {
  (value: number): number;
  readonly ticks: (count: number) => number[];
}

function scaleOf(values: readonly number[], isRatio: boolean, range: readonly [number, number]): Scale {
  const [low = 0, high = 1] = extent(values);
  if (isRatio) return scaleLog([Math.min(low / 1.15, 0.8), Math.max(high * 1.15, 1.25)], range).base(2);
  const reach = high - low || 1;
  return scaleLinear([low - reach * 0.08, high + reach * 0.08], range);
}

/** Keeps a label inside the picture. */
function within(x: number, width: number, half: number): number {
  return Math.min(width - half, Math.max(half, x));
}
