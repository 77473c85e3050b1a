/**
 * How is "one row per family, one mark per method, with its interval" drawn?
 *
 * A dot plot (Cleveland 1984): rows from top to bottom, a common horizontal scale, marks of a row a little below each other so that intervals can be told
 * apart. Values beyond the scale are drawn at its end.
 */
import type { Figure } from "../bootstrap.ts";
import { box, line, mark, svgFile, text, type Shape, type Tone } from "./svg.ts";

export interface Series {
  readonly name: string;
  readonly shape: Shape;
  readonly tone: Tone;
  /** One per row; null or NaN: nothing to show. */
  readonly points: readonly (Figure | null)[];
}

export interface DotPlot {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly string[];
  readonly series: readonly Series[];
  readonly scale: { readonly from: number; readonly to: number; readonly ticks: readonly number[] };
  readonly tickText: (value: number) => string;
  /** Dashed lines at these values. */
  readonly marks?: readonly number[];
  /** A tinted zone where values should be. */
  readonly zone?: readonly [from: number, to: number];
  readonly axis: string;
}

const width = 760;
const left = 150;
const right = 24;
const top = 66;

/** The SVG text. */
export function dotPlot(plot: DotPlot): string {
  const rowHeight = Math.max(22, 9 * plot.series.length + 6);
  const bottom = top + rowHeight * plot.rows.length;
  const { from, to, ticks } = plot.scale;
  const x = (value: number): number =>
    left + ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * (width - left - right);
  const body = [
    ...legend(plot.series),
    ...(plot.zone ? [box(x(plot.zone[0]), top, x(plot.zone[1]) - x(plot.zone[0]), bottom - top, "var(--band)")] : []),
    ...ticks.flatMap((tick) => [
      line(x(tick), top, x(tick), bottom, "grid"),
      text(x(tick), bottom + 16, plot.tickText(tick), "soft small", "middle"),
    ]),
    ...(plot.marks ?? []).map((value) => line(x(value), top, x(value), bottom, "mark")),
    ...plot.rows.flatMap((row, index) => {
      const y = top + rowHeight * (index + 0.5);
      return [
        ...(index === 0 ? [] : [line(16, y - rowHeight / 2, width - right, y - rowHeight / 2, "grid")]),
        text(left - 10, y + 4, row, "", "end"),
        ...plot.series.flatMap((series, order) =>
          point(series, index, x, y + 9 * (order - (plot.series.length - 1) / 2)),
        ),
      ];
    }),
    text(left + (width - left - right) / 2, bottom + 36, plot.axis, "soft small", "middle"),
  ];
  return svgFile({ width, height: bottom + 48 }, plot.title, plot.description, body);
}

function point(
  { points, shape, tone }: Series,
  row: number,
  x: (value: number) => number,
  y: number,
): readonly string[] {
  const figure = points[row];
  if (!figure || Number.isNaN(figure.value)) return [];
  const interval = Number.isNaN(figure.low95) ? [] : [line(x(figure.low95), y, x(figure.high95), y, tone)];
  return [...interval, mark(x(figure.value), y, shape, tone)];
}

function legend(series: readonly Series[]): readonly string[] {
  let x = 24;
  return series.flatMap(({ name, shape, tone }) => {
    const here = x;
    x += 24 + name.length * 6.8;
    return [mark(here, 46, shape, tone), text(here + 9, 50, name, "small")];
  });
}
