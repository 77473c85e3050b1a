/**
 * What shape has an organ on the picture?
 *
 * A soft, slightly uneven body around its box: twelve anchor points on a rounded rectangle, pushed out by a fixed pattern per organ,
 * joined by Catmull-Rom curves written as cubic Beziers. Fixed numbers, so the same organ always looks the same.
 */
import type { AxisPlace } from "./axis-model.ts";
import type { Box } from "./axis-placed.ts";
import type { Point } from "./curve-geometry.ts";

/** How far out, in tenths of an em, clockwise from the top left corner: corner, side, corner, side ... */
const wobble: Readonly<Record<AxisPlace, readonly number[]>> = {
  lever: [0, 0, 0, 0, 0, 0, 0, 0],
  gut: [2, 6, 1, 4, 3, 7, 0, 5],
  inflammation: [3, 3, 4, 2, 3, 4, 2, 3],
  skin: [1, 4, 3, 6, 0, 5, 3, 3],
  mind: [3, 5, 3, 3, 2, 6, 3, 3],
};

/** Closed SVG path around `box`, reaching out at most 0.7 em beyond it. */
export function organPath(box: Box, place: AxisPlace, em: number): string {
  const cut = 0.34 * Math.min(box.width, box.height);
  const out = (i: number): number => ((wobble[place][i] ?? 0) / 10) * em;
  const { x, y, width, height } = box;
  const right = x + width;
  const bottom = y + height;
  // two points per corner keep it round, one per side lets it breathe
  const points: readonly Point[] = [
    { x: x + cut, y: y - out(0) * 0.3 },
    { x: x + width / 2, y: y - out(1) },
    { x: right - cut, y: y - out(2) * 0.3 },
    { x: right + out(2) * 0.3, y: y + cut },
    { x: right + out(3), y: y + height / 2 },
    { x: right + out(4) * 0.3, y: bottom - cut },
    { x: right - cut, y: bottom + out(4) * 0.3 },
    { x: x + width / 2, y: bottom + out(5) },
    { x: x + cut, y: bottom + out(6) * 0.3 },
    { x: x - out(6) * 0.3, y: bottom - cut },
    { x: x - out(7), y: y + height / 2 },
    { x: x - out(0) * 0.3, y: y + cut },
  ];
  return closedCurve(points);
}

/** Smooth closed curve through the points (Catmull-Rom, tension 1/2, as cubic Beziers). */
function closedCurve(points: readonly Point[]): string {
  const at = (i: number): Point => points[(i + points.length) % points.length] ?? { x: 0, y: 0 };
  const first = at(0);
  const pieces = points.map((point, i) => {
    const [before, next, after] = [at(i - 1), at(i + 1), at(i + 2)];
    const c1 = { x: point.x + (next.x - before.x) / 6, y: point.y + (next.y - before.y) / 6 };
    const c2 = { x: next.x - (after.x - point.x) / 6, y: next.y - (after.y - point.y) / 6 };
    return `C${pair(c1)} ${pair(c2)} ${pair(next)}`;
  });
  return `M${pair(first)}${pieces.join("")}Z`;
}

function pair(point: Point): string {
  return `${String(Math.round(point.x * 10) / 10)},${String(Math.round(point.y * 10) / 10)}`;
}
