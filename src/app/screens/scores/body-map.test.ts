import { describe, expect, it } from "vitest";
import { bodyCells, bodyPercent } from "../../../lib/index.ts";
import { ALL, coverageOf, nextCell, tapped, withQuarters, type Quarters } from "./body-coverage.ts";
import { DRAWING, drawnCells } from "./body-drawing.ts";

const views = ["front", "back"] as const;
const none: Quarters = new Map();

/** Corners of a path: absolute end points of its commands (good enough for its size). */
function box(path: string): {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
} {
  let [x, y] = [0, 0];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, command = "", rest = ""] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const letter = command.toLowerCase();
    const step = letter === "c" ? 6 : letter === "h" || letter === "v" ? 1 : 2;
    for (let at = 0; at + step <= numbers.length; at += step) {
      const end = numbers.slice(at + (step === 6 ? 4 : 0), at + step);
      const isRelative = command === letter;
      if (letter === "v") y = (isRelative ? y : 0) + (end[0] ?? 0);
      else {
        x = (isRelative ? x : 0) + (end[0] ?? 0);
        if (letter !== "h") y = (isRelative ? y : 0) + (end[1] ?? 0);
      }
      xs.push(x);
      ys.push(y);
    }
  }
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  return { width: right - left, height: Math.max(...ys) - Math.min(...ys), left, right };
}

describe.each(views)("the drawing from the %s", (view) => {
  const drawn = drawnCells(view);

  it("has every field of the library once", () => {
    expect(drawn.map(({ cell }) => cell.id)).toEqual(
      bodyCells.filter((cell) => cell.view === view).map(({ id }) => id),
    );
  });

  it("has no field smaller than a finger, and none outside the picture", () => {
    for (const { cell, path, x, y } of drawn) {
      const { width, height, left, right } = box(path);
      expect(width, `width of ${cell.id}`).toBeGreaterThanOrEqual(44);
      expect(height, `height of ${cell.id}`).toBeGreaterThanOrEqual(44);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(DRAWING.width);
      expect(x > left && x < right && y > 0 && y < DRAWING.height, `middle of ${cell.id}`).toBe(true);
    }
  });

  it("has the person's right on the left in front and on the right behind", () => {
    const hand = drawn.find(({ cell }) => cell.id === `${view}.rightHand`);
    expect((hand?.x ?? 0) < DRAWING.width / 2).toBe(view === "front");
  });

  it("mirrors both sides", () => {
    for (const part of ["UpperArm", "Forearm", "Hand", "Thigh", "LowerLeg", "Foot"]) {
      const [a, b] = ["right", "left"].map((side) => drawn.find(({ cell }) => cell.id === `${view}.${side}${part}`));
      if (a === undefined || b === undefined) throw new Error(`no ${part}`);
      const [one, two] = [box(a.path), box(b.path)];
      expect(one.width).toBeCloseTo(two.width, 6);
      expect(one.left + two.right).toBeCloseTo(DRAWING.width, 6);
      expect(a.x + b.x).toBeCloseTo(DRAWING.width, 6);
    }
  });

  it("reaches every field by arrow keys from the head", () => {
    const reached = new Set<string>([`${view}.head`]);
    for (const id of reached) {
      for (const arrow of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const) {
        const next = nextCell(drawn, id, arrow);
        if (next !== null) reached.add(next);
      }
    }
    expect(reached.size).toBe(drawn.length);
    expect(nextCell(drawn, `${view}.head`, "ArrowUp")).toBeNull();
    expect(nextCell(drawn, "nowhere", "ArrowUp")).toBe(`${view}.head`);
  });
});

describe("marks", () => {
  it("go by quarters and begin again after the whole", () => {
    let marks = none;
    const seen = Array.from({ length: ALL + 1 }, () => {
      marks = tapped(marks, "front.chest");
      return marks.get("front.chest") ?? 0;
    });
    expect(seen).toEqual([1, 2, 3, 4, 0]);
    expect(marks.size).toBe(0);
    expect(withQuarters(none, "front.chest", 2).get("front.chest")).toBe(2);
  });

  it("become shares of the body", () => {
    expect(bodyPercent(coverageOf(withQuarters(none, "front.chest", 2)))).toBe(4.5);
    expect(bodyPercent(coverageOf(new Map(bodyCells.map(({ id }) => [id, ALL]))))).toBe(100);
  });
});
