/**
 * Where does everything on the picture of the axis stand?
 *
 * Wide: levers left, gut in the middle, skin right, stress and sleep below the gap between them, so that
 * both directions have their own road. Narrow: levers left, and gut, skin, stress and sleep stacked on the
 * right, with the arrows between them as arcs on the outer side. A box grows with the number of arrows that
 * meet it. All lengths in CSS pixels; `em` is the size of the page's type, so that larger type makes a
 * larger picture.
 */
import type { AxisModel, AxisNode, AxisPlace, AxisRest } from "./axis-model.ts";
import type { AxisLayout, Box, PlacedEnds, PlacedGroup, PlacedNode, PlacedOthers } from "./axis-placed.ts";
import { arrowCurves } from "./axis-routes.ts";
import { pointOn, type Curve, type Point } from "./curve-geometry.ts";
import { labelLines } from "./label-lines.ts";

/** Below this many em the organs are stacked. */
const WIDE_FROM_EM = 47;

/** Names of the places, as they stand over the boxes. */
export type PlaceNames = Readonly<Record<AxisPlace, string>>;

/**
 * Places nodes, groups and arrows in `width` px with type of `em` px. `others`: text for the levers without
 * an arrow ("8 others").
 */
export function layoutAxis(model: AxisModel, names: PlaceNames, others: string, width: number, em: number): AxisLayout {
  const shape = width >= WIDE_FROM_EM * em ? "wide" : "stacked";
  const page: Page = { model, names, others, width, em };
  const placed = shape === "wide" ? placeWide(page) : placeStacked(page);
  const ends: PlacedEnds = { ...placed, shape, em, width };
  const restShown = shape === "wide" ? model.rest : uncrowdedRest(model);
  const curves = arrowCurves(model.arrows, restShown, ends);
  const arrows = model.arrows.flatMap((arrow, i) => {
    const curve = curves.arrows[i];
    return curve ? [{ arrow, curve, width: lineWidth(arrow.strength, em, shape) }] : [];
  });
  const taken: Box[] = [...placed.nodes, ...(placed.others ? [placed.others] : [])];
  const spot = (curve: Curve, size: number): Point =>
    freeSpot(curve, taken, { width: em * size, height: em * 1.7 }, width);
  return {
    width,
    height: placed.height,
    shape,
    nodes: placed.nodes,
    groups: placed.groups,
    others: placed.others,
    arrows: arrows.map((item) => ({ ...item, middle: spot(item.curve, shape === "wide" ? 3.1 : 1.8) })),
    rest: restShown.flatMap((rest, i) => {
      const curve = curves.rest[i];
      return curve ? [{ rest, curve, middle: spot(curve, 1.9) }] : [];
    }),
  };
}

/**
 * Where all roads between organs share one side, counted pairs give way to arrows; the lists below the
 * picture have them all.
 */
function uncrowdedRest(model: AxisModel): readonly AxisRest[] {
  const places = new Map(model.nodes.map((node) => [node.id, node.place]));
  const hasOrganArrow = model.arrows.some((arrow) => places.get(arrow.from) !== "lever");
  return model.rest.filter(
    (rest) => rest.from === "lever" || (!hasOrganArrow && mainRoads.includes(`${rest.from}>${rest.to}`)),
  );
}

/** The two directions between gut and skin, and the way back over stress and sleep. */
const mainRoads: readonly string[] = ["gut>skin", "skin>gut", "skin>mind", "mind>gut"];

/** Strength 0-1 to line width: at least 1.75 px, so that a weak arrow is still an arrow. */
function lineWidth(strength: number, em: number, shape: AxisLayout["shape"]): number {
  const most = shape === "wide" ? em * 1.2 : em * 0.8;
  return 1.75 + strength * most;
}

/**
 * A place on the curve where the number covers no box and no earlier number; the middle when all are taken.
 * Marks the place as taken.
 */
function freeSpot(
  curve: Curve,
  taken: Box[],
  size: { readonly width: number; readonly height: number },
  width: number,
): Point {
  const half = size.width / 2;
  const boxAt = (p: Point): Box => ({ x: p.x - half, y: p.y - size.height / 2, ...size });
  const inside = (p: Point): Point => ({ x: Math.min(Math.max(p.x, half), width - half), y: p.y });
  const tries = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8].map((t) => inside(pointOn(curve, t)));
  const spot = tries.find((p) => !taken.some((box) => overlap(box, boxAt(p)))) ?? inside(pointOn(curve, 0.5));
  taken.push(boxAt(spot));
  return spot;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

interface Page {
  readonly model: AxisModel;
  readonly names: PlaceNames;
  readonly others: string;
  readonly width: number;
  readonly em: number;
}

interface Placing {
  readonly nodes: readonly PlacedNode[];
  readonly groups: readonly PlacedGroup[];
  readonly others: PlacedOthers | null;
  readonly height: number;
  readonly laneY: { readonly top: number; readonly bottom: number };
}

function placeWide(page: Page): Placing {
  const { model, width, em } = page;
  const organ = 12 * em;
  const lever = 11.5 * em;
  const skinX = width - organ - 1.6 * em;
  const free = skinX - lever - organ;
  // the gap between gut and skin carries both directions and the roads to stress and sleep: it gets more room
  const gutX = lever + free * 0.42;
  const gapCentre = (gutX + organ + skinX) / 2;
  const hasOver = pairs(model).some(([from, to]) => from === "lever" && to === "skin");
  const hasMarker = model.nodes.some((node) => node.place === "inflammation");
  const top = Math.max(
    hasOver ? 3.6 * em : 0.6 * em,
    hasMarker ? columnBoxes(page, "inflammation", 0, 0, organ).bottom + 2.4 * em : 0,
  );
  const heights = {
    gut: columnBoxes(page, "gut", 0, 0, organ).bottom,
    skin: columnBoxes(page, "skin", 0, 0, organ).bottom,
  };
  const row = Math.max(heights.gut, heights.skin);
  const gut = columnBoxes(page, "gut", gutX, top + (row - heights.gut) / 2, organ);
  const skin = columnBoxes(page, "skin", skinX, top + (row - heights.skin) / 2, organ);
  const marker = columnBoxes(page, "inflammation", gapCentre - organ / 2, 0.6 * em, organ);
  const mind = rowBoxes(page, "mind", gapCentre, top + row + 6.2 * em, width * 0.6);
  const bottom = Math.max(mind.bottom, top + row) + 0.6 * em;
  const hasUnder = pairs(model).some(([from, to]) => from === "lever" && to === "mind");
  const leverHeight = leverColumn(page, 0, 0, lever).bottom;
  const height = Math.max(bottom + (hasUnder ? 2.4 * em : 0), leverHeight + em);
  const levers = leverColumn(page, 0, Math.max(0.5 * em, (height - leverHeight) / 2 - em), lever);
  const parts = [levers, gut, marker, skin, mind];
  return {
    nodes: parts.flatMap((part) => part.nodes),
    groups: parts.flatMap((part) => part.groups),
    others: levers.others,
    height,
    laneY: { top: Math.max(em, top - 2.4 * em), bottom: height - 0.4 * em },
  };
}

function placeStacked(page: Page): Placing {
  const { model, width, em } = page;
  const lane = Math.min(5 * em, width * 0.19);
  const organ = Math.min(11 * em, width * 0.35);
  const lever = Math.min(10 * em, width * 0.31);
  const organX = width - lane - organ;
  const places: readonly AxisPlace[] = ["gut", "inflammation", "skin", "mind"];
  let y = 0.5 * em;
  const parts = places.flatMap((place) => {
    if (!model.nodes.some((node) => node.place === place)) return [];
    const part = columnBoxes(page, place, organX, y, organ);
    y = part.bottom + 2.8 * em;
    return [part];
  });
  const bottom = Math.max(0, y - 2.8 * em);
  const leverHeight = leverColumn(page, 0, 0, lever).bottom;
  const levers = leverColumn(page, 0, Math.max(0, (bottom - leverHeight) / 2), lever);
  const height = Math.max(bottom, leverHeight) + 0.8 * em;
  return {
    nodes: [levers, ...parts].flatMap((part) => part.nodes),
    groups: [levers, ...parts].flatMap((part) => part.groups),
    others: levers.others,
    height,
    laneY: { top: 0, bottom: height },
  };
}

interface Part {
  readonly nodes: readonly PlacedNode[];
  readonly groups: readonly PlacedGroup[];
  readonly bottom: number;
}

const PAD = 0.9;
const GAP = 0.6;
const TYPE = 0.875;
const NAME_TYPE = 1.0625;

/**
 * Levers have no body around them: they are many, the organs are one each. Those without an arrow are one
 * quiet box at the end.
 */
function leverColumn(page: Page, x: number, y: number, width: number): Part & { readonly others: PlacedOthers | null } {
  const { em } = page;
  const part = columnBoxes(page, "lever", x, y, width);
  if (page.model.otherLevers <= 0) return { ...part, others: null };
  const lines = labelLines(page.others, width - em, TYPE * em);
  const height = pillHeight(lines.length, 0, em);
  const at = part.nodes.length > 0 ? part.bottom + GAP * em : part.bottom;
  const others = { lines, x, y: at, width, height };
  const groups = part.groups.map((group) => ({ ...group, height: at + height - group.y }));
  return { ...part, groups, others, bottom: at + height };
}

/** One under the other, below the place's name. */
function columnBoxes(page: Page, place: AxisPlace, x: number, y: number, width: number): Part {
  const { model, em } = page;
  const members = model.nodes.filter((node) => node.place === place);
  if (members.length === 0 && place !== "lever") return { nodes: [], groups: [], bottom: y };
  const pad = place === "lever" ? 0 : Math.min(PAD * em, width * 0.07);
  const name = labelLines(page.names[place], width - (place === "lever" ? 0 : em), NAME_TYPE * em);
  let at = y + (name.length * 1.2 + (place === "lever" ? 0.6 : 1.3)) * em;
  const nodes = members.map((node) => {
    const lines = labelLines(node.label, width - 2 * pad - 0.7 * em, TYPE * em);
    const height = pillHeight(lines.length, portsOf(model, node), em);
    const placed = { node, lines, x: x + pad, y: at, width: width - 2 * pad, height };
    at += height + GAP * em;
    return placed;
  });
  const bottom = (nodes.length > 0 ? at - GAP * em : at) + (place === "lever" ? 0 : 1.1 * em);
  const nameY = y + (place === "lever" ? 1.1 : 1.55) * em;
  return { nodes, groups: [{ place, name, nameY, x, y, width, height: bottom - y }], bottom };
}

/** Side by side, centred on `centreX`, with the name below: for what stands under the gap. */
function rowBoxes(page: Page, place: AxisPlace, centreX: number, y: number, most: number): Part {
  const { model, em } = page;
  const members = model.nodes.filter((node) => node.place === place);
  if (members.length === 0) return { nodes: [], groups: [], bottom: y };
  const pad = 1.2 * em;
  const each = Math.min(7.2 * em, (most - 2 * pad) / members.length - GAP * em);
  const width = members.length * (each + GAP * em) - GAP * em + 2 * pad;
  const left = centreX - width / 2;
  const lines = members.map((node) => labelLines(node.label, each - 0.9 * em, TYPE * em));
  const height = pillHeight(Math.max(...lines.map((line) => line.length)), 0, em);
  const nodes = members.map((node, i) => ({
    node,
    lines: lines[i] ?? [node.label],
    x: left + pad + i * (each + GAP * em),
    y: y + 1.1 * em,
    width: each,
    height,
  }));
  const nameY = y + 1.1 * em + height + 1.5 * em;
  return {
    nodes,
    groups: [{ place, name: [page.names[place]], nameY, x: left, y, width, height: nameY + 0.9 * em - y }],
    bottom: nameY + 0.9 * em,
  };
}

/** Room for the text and, beyond two, for each arrow that meets the box. */
function pillHeight(lineCount: number, ports: number, em: number): number {
  return (1.25 + lineCount * 1.05 + Math.max(0, ports - 2) * 0.75) * em;
}

function portsOf(model: AxisModel, node: AxisNode): number {
  return model.arrows.filter((arrow) => arrow.from === node.id || arrow.to === node.id).length;
}

/** Places of the two ends of everything that is drawn. */
function pairs(model: AxisModel): readonly (readonly [AxisPlace, AxisPlace])[] {
  const places = new Map(model.nodes.map((node) => [node.id, node.place]));
  const drawn = model.arrows.flatMap((arrow): readonly (readonly [AxisPlace, AxisPlace])[] => {
    const [from, to] = [places.get(arrow.from), places.get(arrow.to)];
    return from && to ? [[from, to]] : [];
  });
  return [...drawn, ...model.rest.map((rest) => [rest.from, rest.to] as const)];
}
