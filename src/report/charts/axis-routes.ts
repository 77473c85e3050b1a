/**
 * Which way does each arrow take between its two boxes?
 *
 * Each box side offers its middle part; arrows that share a side are spread over it, forward ones above the
 * ones that come back. Wide: levers reach the skin over the gut and the mind below it; gut and skin bow up
 * forwards and down backwards. Stacked: all roads between organs are arcs on the outer side, the longer the
 * further out.
 */
import { arcReaches, bend, type End, type Port, type Road, type Side } from "./axis-bends.ts";
import type { AxisArrow, AxisPlace, AxisRest } from "./axis-model.ts";
import type { Box, PlacedEnds } from "./axis-placed.ts";
import type { Curve, Point } from "./curve-geometry.ts";

/** One curve per arrow and per counted bundle, in their order; null when an end is not on the picture. */
export function arrowCurves(
  arrows: readonly AxisArrow[],
  rest: readonly AxisRest[],
  ends: PlacedEnds,
): { readonly arrows: readonly (Curve | null)[]; readonly rest: readonly (Curve | null)[] } {
  const nodeEnd = (id: string): End | null => {
    const box = ends.nodes.find((placed) => placed.node.id === id);
    return box ? { box, place: box.node.place, key: id } : null;
  };
  const groupEnd = (place: AxisPlace): End | null => {
    const box = ends.groups.find((group) => group.place === place);
    return box ? { box, place, key: `group ${place}` } : null;
  };
  const roads = [
    ...arrows.map((arrow) => roadBetween(nodeEnd(arrow.from), nodeEnd(arrow.to), ends.shape)),
    ...rest.map((pair) => restRoad(groupEnd(pair.from), groupEnd(pair.to), ends)),
  ];
  const ports = spreadPorts(roads);
  const reaches = arcReaches(roads, ports, ends);
  const curves = roads.map((road, i) => {
    const port = ports[i];
    return road && port ? bend(road, port.start, port.end, ends, reaches[i] ?? 0) : null;
  });
  return { arrows: curves.slice(0, arrows.length), rest: curves.slice(arrows.length) };
}

function roadBetween(from: End | null, to: End | null, shape: PlacedEnds["shape"]): Road | null {
  if (!from || !to) return null;
  const [leave, arrive] = shape === "wide" ? wideSides(from.place, to.place) : stackedSides(from.place);
  return { from, to, leave, arrive };
}

/** Counted pairs keep to the outside of the bodies, away from the arrows between the boxes. */
function restRoad(from: End | null, to: End | null, ends: PlacedEnds): Road | null {
  if (!from || !to) return null;
  // levers without an arrow start at their own box
  const start: End = from.place === "lever" && ends.others ? { ...from, box: ends.others, key: "others" } : from;
  if (ends.shape === "stacked") return roadBetween(start, to, "stacked");
  const [leave, arrive] = restSides(from.place, to.place);
  return { from: start, to, leave, arrive };
}

function restSides(from: AxisPlace, to: AxisPlace): readonly [Side, Side] {
  if (from === "lever") return ["right", to === "skin" ? "top" : "left"];
  if (from === "mind") return [to === "skin" ? "right" : "left", "bottom"];
  if (to === "mind") return ["bottom", from === "skin" ? "right" : "left"];
  return wideSides(from, to);
}

function stackedSides(from: AxisPlace): readonly [Side, Side] {
  return from === "lever" ? ["right", "left"] : ["right", "right"];
}

function wideSides(from: AxisPlace, to: AxisPlace): readonly [Side, Side] {
  if (from === "lever") return ["right", to === "mind" ? "bottom" : "left"];
  if (from === to)
    return from === "mind" ? ["bottom", "bottom"] : from === "gut" ? ["left", "left"] : ["right", "right"];
  return [facing(from, to), facing(to, from)];
}

/** The side of `place` that looks towards `other`. */
function facing(place: AxisPlace, other: AxisPlace): Side {
  switch (place) {
    case "mind":
      return "top";
    case "inflammation":
      return "bottom";
    case "gut":
    case "lever":
      return "right";
    case "skin":
      return other === "lever" ? "right" : "left";
  }
}

/** Spreads the ends that share one side of one box over the middle 76 % of that side. */
function spreadPorts(roads: readonly (Road | null)[]): readonly (Port | null)[] {
  interface Visit {
    readonly road: number;
    readonly isStart: boolean;
    readonly box: Box;
    readonly side: Side;
    readonly order: number;
  }
  const visits = new Map<string, Visit[]>();
  roads.forEach((road, i) => {
    if (!road) return;
    const note = (end: End, other: End, side: Side, isStart: boolean): void => {
      const list = visits.get(`${end.key} ${side}`) ?? [];
      list.push({ road: i, isStart, box: end.box, side, order: orderOf(end, other, side) });
      visits.set(`${end.key} ${side}`, list);
    };
    note(road.from, road.to, road.leave, true);
    note(road.to, road.from, road.arrive, false);
  });
  const starts = new Map<number, Point>();
  const stops = new Map<number, Point>();
  for (const list of visits.values()) {
    const sorted = [...list].sort((a, b) => a.order - b.order || a.road - b.road);
    sorted.forEach((visit, i) => {
      const share = sorted.length === 1 ? 0.5 : 0.12 + (0.76 * i) / (sorted.length - 1);
      (visit.isStart ? starts : stops).set(visit.road, portAt(visit.box, visit.side, share));
    });
  }
  return roads.map((_, i) => {
    const [start, end] = [starts.get(i), stops.get(i)];
    return start && end ? { start, end } : null;
  });
}

/**
 * Along a vertical side: by the height of the other end; along a horizontal one: by its x. Forward roads
 * stand first.
 */
function orderOf(end: End, other: End, side: Side): number {
  const [mine, theirs] = [centre(end.box), centre(other.box)];
  if (side === "top" || side === "bottom") return theirs.x;
  const isBack = rank(other.place) < rank(end.place) || other.place === "mind" ? 0.5 : 0;
  // of several roads down to the same row, the one that goes furthest across starts on top, so that they do not cross
  const across = other.place === "mind" ? -Math.abs(theirs.x - mine.x) / 1000 : 0;
  return theirs.y - mine.y + isBack + across;
}

function rank(place: AxisPlace): number {
  return ["lever", "gut", "inflammation", "skin", "mind"].indexOf(place);
}

function portAt(box: Box, side: Side, share: number): Point {
  switch (side) {
    case "left":
      return { x: box.x, y: box.y + box.height * share };
    case "right":
      return { x: box.x + box.width, y: box.y + box.height * share };
    case "top":
      return { x: box.x + box.width * share, y: box.y };
    case "bottom":
      return { x: box.x + box.width * share, y: box.y + box.height };
  }
}

function centre(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
