/**
 * What shape has an organ on the picture?
 *
 * A soft, slightly uneven body around its box: a superellipse |x/a|^n + |y/b|^n = 1 with n = 3.6, whose
 * radius breathes by about two in a hundred in two slow waves of fixed phase per organ. Fixed numbers, so
 * the same organ always looks the same.
 */
import type { AxisPlace } from "./axis-model.ts";
import type { Box } from "./axis-placed.ts";
import type { Point } from "./curve-geometry.ts";

/** Phases of the two waves, radians. */
const phases: Readonly<Record<AxisPlace, readonly [number, number]>> = {
  lever: [0, 0],
  gut: [0.4, 2.1],
  inflammation: [1.2, 0.3],
  skin: [2.6, 0.9],
  mind: [1.9, 3.4],
};

const POINTS = 40;
const ROUNDNESS = 3.6;

/** Closed SVG path around `box`, reaching out about 0.5 em beyond it. */
export function organPath(box: Box, place: AxisPlace, em: number): string {
  const [first, second] = phases[place];
  const [a, b] = [box.width / 2 + 0.3 * em, box.height / 2 + 0.3 * em];
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const points = Array.from({ length: POINTS }, (_, i): Point => {
    const t = (2 * Math.PI * i) / POINTS;
    const breath = 1 + 0.016 * Math.sin(2 * t + first) + 0.014 * Math.sin(3 * t + second);
    return { x: centre.x + a * breath * bulge(Math.cos(t)), y: centre.y + b * breath * bulge(Math.sin(t)) };
  });
  return closedCurve(points);
}

/** Signed power 2/n: turns a circle into a superellipse. */
function bulge(value: number): number {
  return Math.sign(value) * Math.pow(Math.abs(value), 2 / ROUNDNESS);
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
