import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleStep } from "./example-step.ts";

describe("the step a person can picture", () => {
  it.each([
    [8, "g", 10],
    [4, "g", 5],
    [0.03, "g", 0.02],
    [2, "points", 2],
    [0.4, "points", 1],
    [1.1, "h", 1],
    [0.6, "servings", 1],
    [0.5, "yes", 1],
    [12, "min", 10],
    [300, "kcal", 200],
    [NaN, "points", 2],
    [0, "g", 10],
    [Infinity, "", 1],
  ])("spread %d %s gives %d", (sd, unit, step) => {
    expect(exampleStep(sd, unit)).toBe(step);
  });

  it("is positive and, without a familiar unit, within one and a half spreads", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 1e8, noNaN: true }), (sd) => {
        const step = exampleStep(sd, "log share");
        expect(step).toBeGreaterThan(0);
        expect(step).toBeLessThanOrEqual(1.5 * sd);
        expect(step).toBeGreaterThan(0.55 * sd);
      }),
    );
  });
});
