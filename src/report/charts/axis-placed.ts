/**
 * What does the picture of the axis consist of, once everything has its place? All lengths in CSS pixels.
 */
import type { AxisArrow, AxisNode, AxisPlace, AxisRest } from "./axis-model.ts";
import type { Curve, Point } from "./curve-geometry.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends Box {
  readonly node: AxisNode;
  readonly lines: readonly string[];
}

export interface PlacedGroup extends Box {
  readonly place: AxisPlace;
  /** Lines of its name, and the baseline of the first. */
  readonly name: readonly string[];
  readonly nameY: number;
}

/** The levers that have no arrow, as one box. */
export interface PlacedOthers extends Box {
  readonly lines: readonly string[];
}

export interface PlacedArrow {
  readonly arrow: AxisArrow;
  readonly curve: Curve;
  /** Where the number stands. */
  readonly middle: Point;
  /** Line width in px. */
  readonly width: number;
}

export interface PlacedRest {
  readonly rest: AxisRest;
  readonly curve: Curve;
  readonly middle: Point;
}

export interface AxisLayout {
  readonly width: number;
  readonly height: number;
  readonly shape: "wide" | "stacked";
  readonly nodes: readonly PlacedNode[];
  readonly groups: readonly PlacedGroup[];
  readonly others: PlacedOthers | null;
  readonly arrows: readonly PlacedArrow[];
  readonly rest: readonly PlacedRest[];
}

/** What the routes must know of the places. */
export interface PlacedEnds {
  readonly nodes: readonly PlacedNode[];
  readonly groups: readonly PlacedGroup[];
  readonly others: PlacedOthers | null;
  readonly shape: "wide" | "stacked";
  readonly em: number;
  readonly laneY: { readonly top: number; readonly bottom: number };
  readonly width: number;
}
