/**
 * How is one arrow of the picture bent, where does it end, and where is its middle?
 *
 * A curve is one or more cubic Bezier pieces: start point, then (control, control, end) per piece. The last
 * bit is cut off for the head, whose direction is that of the last control line.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface CubicPiece {
  readonly c1: Point;
  readonly c2: Point;
  readonly end: Point;
}

export interface Curve {
  readonly start: Point;
  readonly pieces: readonly [CubicPiece, ...CubicPiece[]];
}

/** SVG path data, one decimal. */
export function curvePath(curve: Curve): string {
  const piece = (p: CubicPiece): string => `C${pair(p.c1)} ${pair(p.c2)} ${pair(p.end)}`;
  return `M${pair(curve.start)}${curve.pieces.map(piece).join("")}`;
}

/** The curve shortened by `length` at its end, to leave room for the head. */
export function shortenedCurve(curve: Curve, length: number): Curve {
  const last = curve.pieces[curve.pieces.length - 1] ?? curve.pieces[0];
  const direction = endDirection(curve);
  const end = { x: last.end.x - direction.x * length, y: last.end.y - direction.y * length };
  const [first, ...others] = curve.pieces;
  const cut: CubicPiece = { ...last, end };
  return others.length === 0
    ? { start: curve.start, pieces: [cut] }
    : { start: curve.start, pieces: [first, ...others.slice(0, -1), cut] };
}

/** A triangle whose tip is the curve's end; `length` along, `breadth` across. */
export function headPath(curve: Curve, length: number, breadth: number): string {
  const last = curve.pieces[curve.pieces.length - 1] ?? curve.pieces[0];
  const d = endDirection(curve);
  const base = { x: last.end.x - d.x * length, y: last.end.y - d.y * length };
  const half = breadth / 2;
  const left = { x: base.x - d.y * half, y: base.y + d.x * half };
  const right = { x: base.x + d.y * half, y: base.y - d.x * half };
  return `M${pair(last.end)}L${pair(left)}L${pair(right)}Z`;
}

/** The point at share `t` (0-1) of the whole curve, pieces counted alike. */
export function pointOn(curve: Curve, t: number): Point {
  const scaled = Math.min(Math.max(t, 0), 1) * curve.pieces.length;
  const index = Math.min(Math.floor(scaled), curve.pieces.length - 1);
  const piece = curve.pieces[index] ?? curve.pieces[0];
  const from = index === 0 ? curve.start : (curve.pieces[index - 1]?.end ?? curve.start);
  const u = scaled - index;
  const v = 1 - u;
  const [a, b, c, d] = [v * v * v, 3 * v * v * u, 3 * v * u * u, u * u * u];
  return {
    x: a * from.x + b * piece.c1.x + c * piece.c2.x + d * piece.end.x,
    y: a * from.y + b * piece.c1.y + c * piece.c2.y + d * piece.end.y,
  };
}

function endDirection(curve: Curve): Point {
  const last = curve.pieces[curve.pieces.length - 1] ?? curve.pieces[0];
  const dx = last.end.x - last.c2.x;
  const dy = last.end.y - last.c2.y;
  const length = Math.sqrt(dx * dx + dy * dy);
  return length > 0 ? { x: dx / length, y: dy / length } : { x: 1, y: 0 };
}

function pair(point: Point): string {
  return `${round(point.x)},${round(point.y)}`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
