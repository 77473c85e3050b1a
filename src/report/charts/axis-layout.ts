/**
 * Where does everything on the picture of the axis stand?
 *
 * Wide: levers left, gut in the middle, skin right, stress and sleep below the gap between them, so that both directions have their own
 * road. Narrow: levers left, and gut, skin, stress and sleep stacked on the right, with the arrows between them as arcs on
 * the outer side. All lengths in CSS pixels; `em` is the size of the page's type, so that larger type makes a larger picture.
 */
import type { AxisModel, AxisPlace } from "./axis-model.ts";
import type { AxisLayout, Box, PlacedEnds, PlacedGroup, PlacedNode } from "./axis-placed.ts";
import { arrowCurves } from "./axis-routes.ts";
import { pointOn, type Curve, type Point } from "./curve-geometry.ts";
import { labelLines } from "./label-lines.ts";

/** Below this many em the organs are stacked. */
const WIDE_FROM_EM = 47;

/** Places nodes, groups and arrows in `width` px with type of `em` px. */
export function layoutAxis(model: AxisModel, width: number, em: number): AxisLayout {
  const shape = width >= WIDE_FROM_EM * em ? "wide" : "stacked";
  const placed = shape === "wide" ? placeWide(model, width, em) : placeStacked(model, width, em);
  const ends: PlacedEnds = { nodes: placed.nodes, groups: placed.groups, shape, em, laneY: placed.laneY, width };
  const curves = arrowCurves(model.arrows, model.rest, ends);
  const arrows = model.arrows.flatMap((arrow, i) => {
    const curve = curves.arrows[i];
    return curve ? [{ arrow, curve, width: lineWidth(arrow.strength, em, shape) }] : [];
  });
  const taken: Box[] = [...placed.nodes];
  return {
    width,
    height: placed.height,
    shape,
    nodes: placed.nodes,
    groups: placed.groups,
    arrows: arrows.map((item) => ({ ...item, middle: freeSpot(item.curve, taken, em) })),
    rest: model.rest.flatMap((rest, i) => {
      const curve = curves.rest[i];
      return curve ? [{ rest, curve, middle: freeSpot(curve, taken, em) }] : [];
    }),
  };
}

/** Strength 0-1 to line width: at least 1.5 px, so that a weak arrow is still an arrow. */
function lineWidth(strength: number, em: number, shape: AxisLayout["shape"]): number {
  const most = shape === "wide" ? em * 1.15 : em * 0.8;
  return 1.75 + strength * most;
}

/** A place on the curve where the number covers no box and no earlier number; the middle when all are taken. Marks the place as taken. */
function freeSpot(curve: Curve, taken: Box[], em: number): Point {
  const size = { width: em * 2.9, height: em * 1.7 };
  const boxAt = (p: Point): Box => ({ x: p.x - size.width / 2, y: p.y - size.height / 2, ...size });
  const tries = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8].map((t) => pointOn(curve, t));
  const spot = tries.find((p) => !taken.some((box) => overlap(box, boxAt(p)))) ?? pointOn(curve, 0.5);
  taken.push(boxAt(spot));
  return spot;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

interface Placing {
  readonly nodes: readonly PlacedNode[];
  readonly groups: readonly PlacedGroup[];
  readonly height: number;
  readonly laneY: { readonly top: number; readonly bottom: number };
}

function placeWide(model: AxisModel, width: number, em: number): Placing {
  const organ = 11.5 * em;
  const lever = 12 * em;
  const goesToSkin = model.arrows.some(
    (arrow) => placeOf(model, arrow.from) === "lever" && placeOf(model, arrow.to) === "skin",
  );
  const top = goesToSkin ? 3.4 * em : 0.5 * em;
  const sizes = (place: AxisPlace): number => groupHeight(model, place, organ, em);
  const between = (width - lever - 2 * organ) / 2;
  const gutX = lever + between;
  const skinX = width - organ - 1.2 * em;
  const row = Math.max(sizes("gut"), sizes("skin"));
  const inflammation = model.nodes.some((node) => node.place === "inflammation");
  const rowTop = top + (inflammation ? sizes("inflammation") + 2 * em : 0);
  const mindTop = rowTop + row + 4.6 * em;
  const mind = rowBoxes(model, "mind", (gutX + organ + skinX) / 2, mindTop, width * 0.62, em);
  const gut = columnBoxes(model, "gut", gutX, rowTop + (row - sizes("gut")) / 2, organ, em);
  const skin = columnBoxes(model, "skin", skinX, rowTop + (row - sizes("skin")) / 2, organ, em);
  const middle = (gutX + organ + skinX) / 2 - organ / 2;
  const marker = columnBoxes(model, "inflammation", middle, 0.5 * em, organ, em);
  const bottom = Math.max(mind.bottom, rowTop + row);
  const leverHeight = groupHeight(model, "lever", lever, em);
  const height = Math.max(bottom + 3.2 * em, leverHeight + em);
  const levers = columnBoxes(model, "lever", 0, Math.max(0.5 * em, (height - 2 * em - leverHeight) / 2), lever, em);
  const parts = [levers, gut, marker, skin, mind];
  return {
    nodes: parts.flatMap((part) => part.nodes),
    groups: parts.flatMap((part) => part.groups),
    height,
    laneY: { top: Math.max(em, rowTop - 2.2 * em), bottom: height - em },
  };
}

function placeStacked(model: AxisModel, width: number, em: number): Placing {
  const lane = Math.min(4.2 * em, width * 0.17);
  const organ = Math.min(10 * em, width * 0.36);
  const lever = Math.min(10 * em, width * 0.33);
  const organX = width - lane - organ;
  const places: readonly AxisPlace[] = ["gut", "inflammation", "skin", "mind"];
  let y = 0;
  const parts = places.flatMap((place) => {
    if (!model.nodes.some((node) => node.place === place)) return [];
    const part = columnBoxes(model, place, organX, y, organ, em);
    y = part.bottom + 2.6 * em;
    return [part];
  });
  const bottom = Math.max(0, y - 2.6 * em);
  const leverHeight = groupHeight(model, "lever", lever, em);
  const levers = columnBoxes(model, "lever", 0, Math.max(0, (bottom - leverHeight) / 2), lever, em);
  const height = Math.max(bottom, leverHeight) + 0.5 * em;
  return {
    nodes: [levers, ...parts].flatMap((part) => part.nodes),
    groups: [levers, ...parts].flatMap((part) => part.groups),
    height,
    laneY: { top: 0, bottom: height },
  };
}

interface Part {
  readonly nodes: readonly PlacedNode[];
  readonly groups: readonly PlacedGroup[];
  readonly bottom: number;
}

const HEADER = 2.3;
const PAD = 0.7;
const GAP = 0.55;

/** Levers have no body around them: they are many, the organs are one each. */
function columnBoxes(model: AxisModel, place: AxisPlace, x: number, y: number, width: number, em: number): Part {
  const members = model.nodes.filter((node) => node.place === place);
  if (members.length === 0 && place !== "lever") return { nodes: [], groups: [], bottom: y };
  const pad = place === "lever" ? 0 : PAD * em;
  let at = y + HEADER * em;
  const nodes = members.map((node) => {
    const lines = labelLines(node.label, width - 2 * pad - em, 0.875 * em);
    const height = pillHeight(lines.length, em);
    const placed = { node, lines, x: x + pad, y: at, width: width - 2 * pad, height };
    at += height + GAP * em;
    return placed;
  });
  const bottom = (nodes.length > 0 ? at - GAP * em : at) + pad;
  return { nodes, groups: [{ place, x, y, width, height: bottom - y }], bottom };
}

/** Side by side, centred on `centreX`: for what stands below the gap. */
function rowBoxes(model: AxisModel, place: AxisPlace, centreX: number, y: number, most: number, em: number): Part {
  const members = model.nodes.filter((node) => node.place === place);
  if (members.length === 0) return { nodes: [], groups: [], bottom: y };
  const pad = PAD * em;
  const each = Math.min(8.2 * em, (most - 2 * pad) / members.length - GAP * em);
  const width = members.length * (each + GAP * em) - GAP * em + 2 * pad;
  const left = centreX - width / 2;
  const lines = members.map((node) => labelLines(node.label, each - em, 0.875 * em));
  const height = pillHeight(Math.max(...lines.map((line) => line.length)), em);
  const nodes = members.map((node, i) => ({
    node,
    lines: lines[i] ?? [node.label],
    x: left + pad + i * (each + GAP * em),
    y: y + pad,
    width: each,
    height,
  }));
  const bottom = y + pad + height + HEADER * em;
  return { nodes, groups: [{ place, x: left, y, width, height: bottom - y }], bottom };
}

function groupHeight(model: AxisModel, place: AxisPlace, width: number, em: number): number {
  return columnBoxes(model, place, 0, 0, width, em).bottom;
}

function pillHeight(lineCount: number, em: number): number {
  return (lineCount > 1 ? 3 : 2.3) * em;
}

function placeOf(model: AxisModel, id: string): AxisPlace | null {
  return model.nodes.find((node) => node.id === id)?.place ?? null;
}
