import { describe, expect, it } from "vitest";
import { decideDiscoveries, markReported } from "./discovery.ts";
import type { EdgePosterior, InseparableGroup } from "./posterior.ts";

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
    slowProbability: 0,
    contraction: 0,
    reliability: 1,
    ifEntriesExact: null,
    dataAlone: null,
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

const group = (probabilityAny: number, ...from: string[]): InseparableGroup => ({
  to: "y",
  from,
  probabilityAny,
  reported: false,
});

const reportedGroups = (groups: readonly InseparableGroup[]): string[] =>
  groups.filter((one) => one.reported).map((one) => one.from.join("|"));

describe("groups in the false-discovery rule", () => {
  it("fill what the edges left of the rate, surest first, and change nothing for the edges", () => {
    const given = edges(0.99, 0.5, 0.45, 0.5, 0.4);
    const groups = [group(0.9, "x3", "x4"), group(0.94, "x1", "x2")];
    // doubts .01 | .06 .10: running means .01, .035, .0567
    const decided = decideDiscoveries(given, groups, 0.05);
    expect(reported(decided.edges)).toEqual(["x0"]);
    expect(reportedGroups(decided.groups)).toEqual(["x1|x2"]);
    expect(reportedGroups(decideDiscoveries(given, groups, 0.06).groups)).toEqual(["x3|x4", "x1|x2"]);
    expect(decided.edges).toEqual(markReported(given, 0.05));
  });

  it("need a doubt within the rate when no edge is reported", () => {
    expect(reportedGroups(decideDiscoveries(edges(0.5, 0.46), [group(0.96, "x0", "x1")], 0.05).groups)).toEqual([
      "x0|x1",
    ]);
    expect(reportedGroups(decideDiscoveries(edges(0.5, 0.44), [group(0.94, "x0", "x1")], 0.05).groups)).toEqual([]);
  });

  it("are not reported when one of their members is, for the same outcome", () => {
    const decided = decideDiscoveries(edges(0.97, 0.2), [group(0.99, "x0", "x1")], 0.05);
    expect(reportedGroups(decided.groups)).toEqual([]);
    const elsewhere = { ...group(0.99, "x0", "x1"), to: "other" };
    expect(reportedGroups(decideDiscoveries(edges(0.97, 0.2), [elsewhere], 0.05).groups)).toEqual(["x0|x1"]);
  });

  it("stay unreported beside an edge that uses the whole rate, when they are as doubtful", () => {
    expect(reportedGroups(decideDiscoveries(edges(0.95, 0.4, 0.5), [group(0.94, "x1", "x2")], 0.05).groups)).toEqual(
      [],
    );
  });
});
