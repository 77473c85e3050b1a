import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeRange, changeText, grainOf, scaled, shortChange } from "./change-words.ts";
import type { Spoken } from "./spoken.ts";

const itch: Spoken = { id: "itch", name: "itch", unit: "points", role: "skin", betterIs: "lower" };
const sleep: Spoken = { id: "sleepHours", name: "sleep", unit: "h", role: "sleep", betterIs: "higher" };

describe("a change in words", () => {
  it.each([
    [-0.63, "0.63 points lower"],
    [1, "1 point higher"],
    [0.01, "unchanged"],
    [0, "unchanged"],
    [NaN, "unchanged"],
  ])("%d is said as %s", (value, text) => {
    expect(changeText(value, itch, 0.04)).toBe(text);
  });

  it("is longer or shorter for hours of sleep, and has no unit when it was said before", () => {
    expect(changeText(-0.5, sleep, 0)).toBe("0.5 hours shorter");
    expect(shortChange(-0.5, sleep, 0)).toBe("0.5 shorter");
  });

  it.each([
    [-1.1, -0.3, "0.3 to 1.1 lower"],
    [0.3, 1.1, "0.3 to 1.1 higher"],
    [-1.1, 0.058, "1.1 lower to 0.06 higher"],
    [-1.1, 0.01, "no change to 1.1 lower"],
    [-0.01, 0.5, "no change to 0.5 higher"],
    [-0.01, 0.01, "no change"],
  ])("an interval from %d to %d is said as %s", (low95, high95, text) => {
    expect(changeRange({ mean: 0, low95, high95 }, itch, 0.04)).toBe(text);
  });

  it("keeps low below high when the step is a fall", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (mean, half) => {
          const turned = scaled({ mean, low95: mean - half, high95: mean + half }, -2);
          expect(turned.low95).toBeLessThanOrEqual(turned.high95);
          expect(turned.mean).toBe(mean * -2);
        },
      ),
    );
  });

  it("has a grain of a fiftieth of the outcome's spread, and none when that is not known", () => {
    expect(grainOf(2)).toBeCloseTo(0.04, 12);
    expect(grainOf(NaN)).toBe(0);
    expect(changeText(0.0012, itch, 0)).toBe("0.0012 points higher");
  });
});
