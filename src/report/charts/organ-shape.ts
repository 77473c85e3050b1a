/**
 * What shape has an organ on the picture?
 *
 * A soft, slightly uneven body around its box: eight anchor points on a rounded rectangle, pushed in and out by a fixed pattern per
 * organ, joined by Catmull-Rom curves written as cubic Beziers. Fixed numbers, so the same organ always looks the same.
 */
import type { AxisPlace } from "./axis-model.ts";
import type { Box } from "./axis-placed.ts";
import type { Point } from "./curve-geometry.ts";

/** In and out, in tenths of an em, clockwise from the top left corner. */
const wobble: Readonly<Record<AxisPlace, readonly number[]>> = {
  lever: [0, 0, 0, 0, 0, 0, 0, 0],
  gut: [2, 6, 1, 4, 3, 7, 0, 5],
  inflammation: [3, 3, 4, 2, 3, 4, 2, 3],
  skin: [1, 4, 3, 6, 0, 5, 3, 3],
  mind: [3, 5, 3, 3, 2, 6, 3, 3],
};

/** Closed SVG path around `box`, reaching out at most 0.7 em beyond it. */
export function organPath(box: Box, place: AxisPlace, em: number): string {
  const cut = 0.28 * Math.min(box.width, box.height);
  const out = (i: number): number => ((wobble[place][i] ?? 0) / 10) * em;
  const { x, y, width, height } = box;
  const right = x + width;
  const bottom = y + height;
  const corner = (i: number): number => out(i) * 0.5;
  const points: readonly Point[] = [
    { x: x + cut * 0.45 - corner(0), y: y + cut * 0.45 - corner(0) },
    { x: x + width / 2, y: y - out(1) * 0.6 },
    { x: right - cut * 0.45 + corner(2), y: y + cut * 0.45 - corner(2) },
    { x: right + out(3) * 0.6, y: y + height / 2 },
    { x: right - cut * 0.45 + corner(4), y: bottom - cut * 0.45 + corner(4) },
    { x: x + width / 2, y: bottom + out(5) * 0.6 },
    { x: x + cut * 0.45 - corner(6), y: bottom - cut * 0.45 + corner(6) },
    { x: x - out(7) * 0.6, y: y + height / 2 },
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
