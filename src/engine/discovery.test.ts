import { describe, expect, it } from "vitest";
import { markReported } from "./discovery.ts";
import type { EdgePosterior } from "./posterior.ts";

function edges(...probabilities: number[]): EdgePosterior[] {
  return probabilities.map((inclusionProbability, i) => ({
    from: `x${String(i)}`,
    to: "y",
    fromRole: "lever",
    toRole: "skin",
    inclusionProbability,
    reported: false,
    averaged: { mean: 0, low95: 0, high95: 0 },
    ifReal: { mean: 0, low95: 0, high95: 0 },
    probabilityPositive: 0.5,
    delay: { mean: 1, low80: 1, high80: 1 },
    curve: [],
    varianceShare: 0,
    detectableEffect: 1,
    probabilityNegligible: 0,
    smallestEffectOfInterest: 1,
    furtherDaysNeeded: null,
    causeSd: 1,
    cautions: [],
  }));
}

const reported = (list: readonly EdgePosterior[]): string[] => list.filter((e) => e.reported).map((e) => e.from);

describe("the Bayesian false-discovery rule", () => {
  it("reports the largest set whose mean doubt stays within the rate", () => {
    // doubts .01 .02 .10 .40: running means .01 .015 .043 .1325
    expect(reported(markReported(edges(0.6, 0.99, 0.9, 0.98), 0.05))).toEqual(["x1", "x2", "x3"]);
    expect(reported(markReported(edges(0.6, 0.99, 0.9, 0.98), 0.014))).toEqual(["x1"]);
  });

  it("reports nothing when the best is too doubtful, and nothing of nothing", () => {
    expect(reported(markReported(edges(0.94, 0.5), 0.05))).toEqual([]);
    expect(markReported([], 0.05)).toEqual([]);
  });

  it("keeps the order of the edges", () => {
    expect(markReported(edges(0.1, 0.99, 0.3), 0.05).map((e) => e.from)).toEqual(["x0", "x1", "x2"]);
  });
});
