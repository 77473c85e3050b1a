/** Do the measures say what their names promise, also at the edges? */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calibrationError,
  calibrationTenths,
  clusteredSpread,
  correlation,
  groupedBy,
  lognormalInterval,
  meanAbsoluteError,
  middle,
  quantile,
  shareWithinFactor,
} from "./metrics.ts";

describe("middle and quantile", () => {
  it("takes the mean of the two middle values of an even count", () => {
    expect(middle([4, 1, 3, 2])).toBe(2.5);
    expect(middle([9, 1, 5])).toBe(5);
  });
  it("is not a number for an empty list", () => {
    expect(middle([])).toBeNaN();
    expect(quantile([], 0.5)).toBeNaN();
  });
  it("gives the smallest value that the share reaches", () => {
    const values = [10, 20, 30, 40];
    expect([0, 0.25, 0.26, 0.99, 1].map((share) => quantile(values, share))).toEqual([10, 10, 20, 40, 40]);
  });
});

describe("errors and agreement", () => {
  it("counts the distance whichever way it goes", () => {
    expect(meanAbsoluteError([{ guess: 1, truth: 3 }, { guess: 8, truth: 4 }])).toBe(3); // prettier-ignore
  });
  it("correlates 1 with a straightened copy, -1 with a mirrored one, 0 with a constant", () => {
    const truth = [1, 4, 2, 9];
    expect(correlation(truth.map((value) => ({ guess: 3 * value + 2, truth: value })))).toBeCloseTo(1, 12);
    expect(correlation(truth.map((value) => ({ guess: -value, truth: value })))).toBeCloseTo(-1, 12);
    expect(correlation(truth.map((value) => ({ guess: 5, truth: value })))).toBe(0);
  });
  it("is within a factor both ways, and never when the guess is nothing", () => {
    const pairs = [
      { guess: 150, truth: 100 },
      { guess: 66, truth: 100 },
      { guess: 0, truth: 100 },
      { guess: 5, truth: 0 },
    ];
    expect(shareWithinFactor(pairs, 1.5)).toBeCloseTo(1 / 3, 12);
  });
});

describe("lognormal interval", () => {
  it("has the mean and the SD that it was given", () => {
    const [low, high] = lognormalInterval(10, 5);
    const median = Math.sqrt(low * high);
    const variance = (Math.log(high / low) / (2 * 1.2815515655446004)) ** 2;
    expect(median * Math.exp(variance / 2)).toBeCloseTo(10, 9);
    expect(10 * Math.sqrt(Math.exp(variance) - 1)).toBeCloseTo(5, 9);
  });
  it("is a point without an SD and nothing at 0", () => {
    expect(lognormalInterval(3, 0)).toEqual([3, 3]);
    expect(lognormalInterval(0, 2)).toEqual([0, 0]);
  });
  it("widens with the SD", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (mean, sd) => {
          const narrow = lognormalInterval(mean, sd);
          const wide = lognormalInterval(mean, 2 * sd);
          expect(wide[1] / wide[0]).toBeGreaterThan(narrow[1] / narrow[0]);
        },
      ),
    );
  });
});

describe("calibration", () => {
  it("puts 1 into the last tenth and leaves empty tenths out", () => {
    const tenths = calibrationTenths([
      { probability: 1, isRight: true },
      { probability: 0.92, isRight: false },
      { probability: 0.31, isRight: true },
    ]);
    expect(tenths.map(({ from, count, right }) => [from, count, right])).toEqual([
      [0.3, 1, 1],
      [0.9, 2, 0.5],
    ]);
    expect(calibrationError(tenths)).toBeCloseTo((0.69 + 2 * 0.46) / 3, 12);
  });
});

describe("bootstrap over people and days", () => {
  const days = ["a", "a", "a", "b", "b", "c"].map((person, at) => ({ person, value: at }));
  const meanOf = (own: readonly { readonly value: number }[]): number =>
    own.reduce((sum, day) => sum + day.value, 0) / own.length;
  it("gives the same interval for the same name, and one that holds the value", () => {
    const spread = clusteredSpread(days, meanOf, "x", 500);
    expect(clusteredSpread(days, meanOf, "x", 500)).toEqual(spread);
    expect(spread.value).toBe(2.5);
    expect(spread.low95).toBeLessThan(2.5);
    expect(spread.high95).toBeGreaterThan(2.5);
  });
  it("is wider when the days of a person are alike than when they were taken for strangers", () => {
    const alike = Array.from({ length: 40 }, (_, at) => ({ person: String(at % 4), value: at % 4 }));
    const strangers = alike.map((day, at) => ({ ...day, person: String(at) }));
    const width = (own: typeof alike): number => {
      const { low95, high95 } = clusteredSpread(own, meanOf, "y", 500);
      return high95 - low95;
    };
    expect(width(alike)).toBeGreaterThan(2 * width(strangers));
  });
  it("groups in the order of first appearance", () => {
    expect([...groupedBy(["b1", "a1", "b2"], (text) => text.slice(0, 1)).entries()]).toEqual([
      ["b", ["b1", "b2"]],
      ["a", ["a1"]],
    ]);
  });
});
