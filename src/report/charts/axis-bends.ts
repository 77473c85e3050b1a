/**
 * How is one road of the picture bent between its two ports?
 *
 * Level curves between columns, a bow over or under the gut, quarter turns down to stress and sleep, and arcs
 * on the outer side where the organs are stacked.
 */
import type { AxisPlace } from "./axis-model.ts";
import type { Box, PlacedEnds } from "./axis-placed.ts";
import type { Curve, Point } from "./curve-geometry.ts";

export type Side = "left" | "right" | "top" | "bottom";

export interface End {
  readonly box: Box;
  readonly place: AxisPlace;
  readonly key: string;
}

export interface Road {
  readonly from: End;
  readonly to: End;
  readonly leave: Side;
  readonly arrive: Side;
}

export interface Port {
  readonly start: Point;
  readonly end: Point;
}

/** The curve of a road. `reach`: how far an arc of the stacked picture goes out (arcReaches). */
export function bend(road: Road, start: Point, end: Point, ends: PlacedEnds, reach: number): Curve {
  const { em } = ends;
  const { from, to } = road;
  if (ends.shape === "stacked") {
    return from.place === "lever" ? levelCurve(start, end) : sideArc(start, end, reach);
  }
  if (from.place === to.place) return arc(start, end, road.leave, em);
  if (from.place === "lever" && to.place === "skin") return overCurve(start, end, road.arrive, ends);
  if (from.place === "lever" && to.place === "mind" && road.arrive === "bottom") return underCurve(start, end, ends);
  if (road.leave !== "top" && road.arrive !== "top" && road.leave !== "bottom" && road.arrive !== "bottom") {
    const bow = from.place === "gut" ? -1 : from.place === "skin" ? 1 : 0;
    return levelCurve(start, end, bow * em * 1.6);
  }
  return cornerCurve(road, start, end);
}

/** Leaves and arrives level; `bow` lifts (negative) or lowers both control points. */
function levelCurve(start: Point, end: Point, bow: number = 0): Curve {
  const reach = Math.max(Math.abs(end.x - start.x) * 0.5, 20);
  const sign = end.x >= start.x ? 1 : -1;
  return {
    start,
    pieces: [
      { c1: { x: start.x + sign * reach, y: start.y + bow }, c2: { x: end.x - sign * reach, y: end.y + bow }, end },
    ],
  };
}

/** Out and back on one side of a body, for two scores of the same organ. */
function arc(start: Point, end: Point, side: Side, em: number): Curve {
  if (side === "bottom") {
    const depth = Math.min(2.6 * em, 0.8 * em + Math.abs(end.x - start.x) * 0.25);
    return {
      start,
      pieces: [{ c1: { x: start.x, y: start.y + depth }, c2: { x: end.x, y: end.y + depth }, end }],
    };
  }
  const reach = 1.2 * em + Math.abs(end.y - start.y) * 0.2;
  return sideArc(start, end, side === "right" ? reach : -reach);
}

function sideArc(start: Point, end: Point, reach: number): Curve {
  return {
    start,
    pieces: [{ c1: { x: start.x + reach, y: start.y }, c2: { x: end.x + reach, y: end.y }, end }],
  };
}

/**
 * How far each arc of the stacked picture reaches out: the longer roads outside, each in its own lane. 0
 * for other roads.
 */
export function arcReaches(
  roads: readonly (Road | null)[],
  ports: readonly (Port | null)[],
  ends: PlacedEnds,
): readonly number[] {
  const arcs = roads.flatMap((road, i) => {
    const port = ports[i];
    const isArc = ends.shape === "stacked" && road && port && road.from.place !== "lever";
    return isArc ? [{ i, x: Math.max(port.start.x, port.end.x), span: Math.abs(port.end.y - port.start.y) }] : [];
  });
  const sorted = [...arcs].sort((a, b) => a.span - b.span || a.i - b.i);
  const reaches = roads.map(() => 0);
  sorted.forEach(({ i, x }, rank) => {
    // a cubic with both controls at distance r reaches out 0.75 r
    const room = (ends.width - x - 0.6 * ends.em) / 0.75;
    const share = sorted.length === 1 ? 0.8 : 0.38 + (0.62 * rank) / (sorted.length - 1);
    reaches[i] = room * share;
  });
  return reaches;
}

/** From a lever to the skin, over the gut; into its side, or from above. */
function overCurve(start: Point, end: Point, arrive: Side, ends: PlacedEnds): Curve {
  const gut = ends.groups.find((group) => group.place === "gut");
  const lift = arrive === "top" ? ends.em * 0.9 : 0;
  const top = { x: gut ? gut.x + gut.width / 2 : (start.x + end.x) / 2, y: ends.laneY.top - lift };
  const reach = (top.x - start.x) * 0.45;
  const last = arrive === "top" ? { x: end.x, y: top.y } : { x: end.x - (end.x - top.x) * 0.4, y: end.y };
  return {
    start,
    pieces: [
      { c1: { x: start.x + reach, y: start.y }, c2: { x: top.x - reach, y: top.y }, end: top },
      { c1: { x: top.x + (end.x - top.x) * 0.5, y: top.y }, c2: last, end },
    ],
  };
}

/** From a lever to stress or sleep, below the gut. */
function underCurve(start: Point, end: Point, ends: PlacedEnds): Curve {
  const low = ends.laneY.bottom;
  return {
    start,
    pieces: [
      { c1: { x: start.x + (end.x - start.x) * 0.45, y: start.y }, c2: { x: end.x, y: low + ends.em * 2 }, end },
    ],
  };
}

/** A quarter turn between a side and a top or bottom. */
function cornerCurve(road: Road, start: Point, end: Point): Curve {
  const pull = (point: Point, side: Side, reach: number): Point => {
    switch (side) {
      case "left":
        return { x: point.x - reach, y: point.y };
      case "right":
        return { x: point.x + reach, y: point.y };
      case "top":
        return { x: point.x, y: point.y - reach };
      case "bottom":
        return { x: point.x, y: point.y + reach };
    }
  };
  const across = Math.max(30, Math.abs(end.x - start.x) * 0.75);
  const along = Math.max(24, Math.abs(end.y - start.y) * 0.55);
  const reachOf = (side: Side): number => (side === "left" || side === "right" ? across : along);
  return {
    start,
    pieces: [
      { c1: pull(start, road.leave, reachOf(road.leave)), c2: pull(end, road.arrive, reachOf(road.arrive)), end },
    ],
  };
}
