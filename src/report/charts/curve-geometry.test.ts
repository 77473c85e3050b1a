import { describe, expect, it } from "vitest";
import { curvePath, headPath, pointOn, shortenedCurve, type Curve } from "./curve-geometry.ts";
import { organPath } from "./organ-shape.ts";

const straight: Curve = {
  start: { x: 0, y: 0 },
  pieces: [{ c1: { x: 30, y: 0 }, c2: { x: 60, y: 0 }, end: { x: 90, y: 0 } }],
};

describe("curves of arrows", () => {
  it("starts, halves and ends where it should", () => {
    expect(pointOn(straight, 0)).toEqual({ x: 0, y: 0 });
    expect(pointOn(straight, 0.5).x).toBeCloseTo(45, 12);
    expect(pointOn(straight, 1)).toEqual({ x: 90, y: 0 });
  });

  it("counts the pieces of a longer curve alike", () => {
    const two: Curve = {
      start: straight.start,
      pieces: [...straight.pieces, { c1: { x: 90, y: 30 }, c2: { x: 90, y: 60 }, end: { x: 90, y: 90 } }],
    };
    expect(pointOn(two, 0.5)).toEqual({ x: 90, y: 0 });
  });

  it("leaves room for the head along the last direction", () => {
    expect(shortenedCurve(straight, 10).pieces[0].end).toEqual({ x: 80, y: 0 });
    expect(headPath(straight, 10, 8)).toBe("M90,0L80,4L80,-4Z");
  });

  it("survives an end that lies on its control point", () => {
    const point: Curve = {
      start: { x: 1, y: 1 },
      pieces: [{ c1: { x: 1, y: 1 }, c2: { x: 1, y: 1 }, end: { x: 1, y: 1 } }],
    };
    expect(headPath(point, 5, 5)).not.toContain("NaN");
    expect(curvePath(point)).toBe("M1,1C1,1 1,1 1,1");
  });
});

describe("bodies of organs", () => {
  it("is closed, the same every time, and different for each organ", () => {
    const box = { x: 10, y: 20, width: 100, height: 80 };
    expect(organPath(box, "gut", 16)).toBe(organPath(box, "gut", 16));
    expect(organPath(box, "gut", 16)).not.toBe(organPath(box, "skin", 16));
    expect(organPath(box, "gut", 16)).toMatch(/^M.*Z$/);
  });

  it("goes around its box and not far beyond", () => {
    const numbers = [
      ...organPath({ x: 0, y: 0, width: 200, height: 100 }, "mind", 16).matchAll(/(-?[\d.]+),(-?[\d.]+)/g),
    ];
    const xs = numbers.map((pair) => Number(pair[1]));
    expect(Math.min(...xs)).toBeLessThan(0);
    expect(Math.min(...xs)).toBeGreaterThan(-16);
    expect(Math.max(...xs)).toBeGreaterThan(200);
    expect(Math.max(...xs)).toBeLessThan(216);
  });
});
