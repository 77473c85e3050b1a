/**
 * Where on the drawing does each field of the body map lie?
 *
 * An own drawing of a standing person in fields, front and back, in CSS pixels: no field is smaller than 44 x 44, so that it can be tapped on a phone of
 * 320 px. The right hand of the person lies left in front and right behind. Shares and ids come from the library (scales/body-surface.ts).
 */
import { bodyCells, type BodyCell, type BodyView } from "../../../lib/index.ts";

/** Width and height of one drawing. */
export const DRAWING = { width: 248, height: 484 } as const;

/** A field: its outline and its middle, where its share stands. */
export interface DrawnCell {
  readonly cell: BodyCell;
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

interface Shape {
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

const MIDDLE = DRAWING.width / 2;

/** Shapes that lie on the middle line, by the part of the cell's name after the view. */
const central: Readonly<Record<string, Shape>> = {
  head: {
    path: "M124 3c19 0 30 13 30 32 0 13-6 23-13 29v9h-34v-9c-7-6-13-16-13-29C94 16 105 3 124 3z",
    x: MIDDLE,
    y: 38,
  },
  chest: { path: "M96 77h56c12 0 20 7 20 18l-3 55H79l-3-55c0-11 8-18 20-18z", x: MIDDLE, y: 116 },
  belly: { path: "M79 154h90l-2 30 4 34H77l4-34z", x: MIDDLE, y: 187 },
  groin: { path: "M90 222h68l-8 24c-5 12-14 20-26 20s-21-8-26-20z", x: MIDDLE, y: 242 },
  upperBack: { path: "M96 77h56c12 0 20 7 20 18l-3 66H79l-3-66c0-11 8-18 20-18z", x: MIDDLE, y: 120 },
  lowerBack: { path: "M79 165h90l-1 22 3 25H77l3-25z", x: MIDDLE, y: 189 },
  buttocks: { path: "M77 216h94l4 30c0 12-10 19-24 19-11 0-20-3-27-3s-16 3-27 3c-14 0-24-7-24-19z", x: MIDDLE, y: 240 },
};

/** Shapes left of the middle line; the other side is their mirror image. */
const lateral: Readonly<Record<string, Shape>> = {
  UpperArm: { path: "M72 84c-12-3-25 3-31 17-5 13-10 38-12 62h43l2-58c0-8-1-14-2-21z", x: 51, y: 127 },
  Forearm: { path: "M29 167h43c-1 26-4 52-8 76H20c2-26 5-52 9-76z", x: 46, y: 205 },
  Hand: { path: "M20 247h44c1 12 0 24-4 33-4 10-12 15-21 15s-16-4-19-13c-3-10-2-23 0-35z", x: 41, y: 270 },
  Thigh: { path: "M74 222h13l9 26c5 11 13 18 26 21v79H80c-5-30-9-66-9-95z", x: 99, y: 306 },
  LowerLeg: { path: "M78 352h44l-2 40c-1 14-2 28-2 42H83c-5-26-7-54-5-82z", x: 100, y: 392 },
  Foot: { path: "M84 437h34c2 8 4 20 4 28 0 11-6 16-16 16H83c-10 0-14-5-13-12 2-12 10-20 14-32z", x: 98, y: 459 },
};

/** The back has buttocks instead of a groin: its thighs begin below them. */
const THIGH_BEHIND: Shape = { path: "M74 268c8 2 18 2 27 0 7-2 14-2 21-1v81H80c-4-26-7-54-6-80z", x: 99, y: 308 };

/** The fields of one view, from the head down. */
export function drawnCells(view: BodyView): readonly DrawnCell[] {
  return bodyCells
    .filter((cell) => cell.view === view)
    .flatMap((cell) => {
      const shape = shapeOf(cell);
      return shape === null ? [] : [{ cell, ...shape }];
    });
}

function shapeOf({ id, view }: BodyCell): Shape | null {
  const name = id.slice(view.length + 1);
  const own = central[name];
  if (own !== undefined) return own;
  const [, side, part = ""] = /^(right|left)(.+)$/.exec(name) ?? [];
  const shape = view === "back" && part === "Thigh" ? THIGH_BEHIND : lateral[part];
  if (shape === undefined) return null;
  const isLeftOnPaper = (side === "right") === (view === "front");
  return isLeftOnPaper ? shape : { path: mirrored(shape.path), x: DRAWING.width - shape.x, y: shape.y };
}

/** The path on the other side of the middle line. Absolute commands change x to width - x, relative ones change the sign. */
function mirrored(path: string): string {
  return path.replace(/([A-Za-z])([^A-Za-z]*)/g, (_, command: string, rest: string) => {
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const isAbsolute = command === command.toUpperCase();
    const turn = (value: number): number => (isAbsolute ? DRAWING.width - value : -value);
    const letter = command.toLowerCase();
    if (letter === "v" || letter === "z") return `${command}${numbers.join(" ")}`;
    const isX = (index: number): boolean => letter === "h" || index % 2 === 0;
    return `${command}${numbers.map((value, index) => (isX(index) ? turn(value) : value)).join(" ")}`;
  });
}
