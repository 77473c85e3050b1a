/**
 * How large is the effect of one step, and how far could it be off?
 *
 * A dot-and-whisker strip: dot = mean if the arrow is real, thick whisker = its 95 % interval, thin whisker
 * below = the interval that also counts the chance that there is nothing; if given, a third row shows the size by the data
 * alone. The zero line is always in view. In the outcome's own units.
 */
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import { numberText, signedText } from "./number-text.ts";

export interface Whisker {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface EffectStripProps {
  /** If the arrow is real. */
  readonly ifReal: Whisker;
  /** Existence counted in. */
  readonly averaged: Whisker;
  /** If real, without what studies found; absent when nothing but the diary went in. */
  readonly dataAlone?: Whisker;
  /** The effect that was built into a made-up person; absent for real people. */
  readonly truth?: number;
  readonly unit: string;
  readonly width: number;
  readonly em: number;
  /** What a screen reader says instead of the picture. */
  readonly name: string;
  readonly labels: {
    readonly ifReal: string;
    readonly averaged: string;
    readonly dataAlone: string;
    readonly truth: string;
    readonly none: string;
  };
}

/** The strip; 0 is always on the axis, ticks are at most five. */
export function EffectStrip(props: EffectStripProps): ReactElement {
  const { ifReal, averaged, dataAlone, truth, width, em } = props;
  const whiskers = [ifReal, averaged, ...(dataAlone === undefined ? [] : [dataAlone])];
  const values = [0, ...whiskers.flatMap((one) => [one.low, one.high]), ...(truth === undefined ? [] : [truth])];
  const [low = 0, high = 1] = extent(values.filter((value) => Number.isFinite(value)));
  const reach = high - low || 1;
  const x = scaleLinear([low - reach * 0.06, high + reach * 0.06], [em, width - em]);
  const more = dataAlone === undefined ? 0 : 2.7 * em;
  const rows = { ifReal: 2.1 * em, averaged: 4.8 * em, dataAlone: 7.5 * em, axis: 6 * em + more };
  const height = 7.7 * em + more;
  return (
    <svg
      className="effect-strip"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      role="img"
      aria-label={props.name}
    >
      {x.ticks(width < 22 * em ? 3 : 5).map((tick) => (
        <g key={tick} className="chart-tick">
          <line x1={x(tick)} x2={x(tick)} y1={0.4 * em} y2={rows.axis} />
          <text x={x(tick)} y={rows.axis + 1.15 * em} textAnchor="middle">
            {tick === 0 ? "0" : signedText(tick)}
          </text>
        </g>
      ))}
      <line className="chart-zero" x1={x(0)} x2={x(0)} y1={0.2 * em} y2={rows.axis + 0.3 * em} />
      <WhiskerRow
        whisker={ifReal}
        y={rows.ifReal}
        x={x}
        em={em}
        className="strip-real"
        label={props.labels.ifReal}
        width={width}
      />
      <WhiskerRow
        whisker={averaged}
        y={rows.averaged}
        x={x}
        em={em}
        className="strip-averaged"
        label={props.labels.averaged}
        width={width}
      />
      {dataAlone === undefined ? null : (
        <WhiskerRow
          whisker={dataAlone}
          y={rows.dataAlone}
          x={x}
          em={em}
          className="strip-alone"
          label={props.labels.dataAlone}
          width={width}
        />
      )}
      {truth === undefined ? null : (
        <g className="strip-truth">
          <path
            d={`M${String(x(truth))},${String(rows.ifReal - 0.75 * em)}l${String(0.5 * em)},${String(0.75 * em)}l${String(-0.5 * em)},${String(0.75 * em)}l${String(-0.5 * em)},${String(-0.75 * em)}Z`}
          />
        </g>
      )}
    </svg>
  );
}

function WhiskerRow(props: {
  readonly whisker: Whisker;
  readonly y: number;
  readonly x: (value: number) => number;
  readonly em: number;
  readonly className: string;
  readonly label: string;
  readonly width: number;
}): ReactElement {
  const { whisker, y, x, em } = props;
  return (
    <g className={props.className}>
      <text className="strip-label" x={props.width - 0.2 * em} y={y - 0.95 * em} textAnchor="end">
        {props.label} {signedText(whisker.mean)}
        {" ("}
        {numberText(whisker.low)} … {numberText(whisker.high)}
        {")"}
      </text>
      <line x1={x(whisker.low)} x2={x(whisker.high)} y1={y} y2={y} />
      <line className="strip-cap" x1={x(whisker.low)} x2={x(whisker.low)} y1={y - 0.3 * em} y2={y + 0.3 * em} />
      <line className="strip-cap" x1={x(whisker.high)} x2={x(whisker.high)} y1={y - 0.3 * em} y2={y + 0.3 * em} />
      <circle cx={x(whisker.mean)} cy={y} r={0.42 * em} />
    </g>
  );
}
