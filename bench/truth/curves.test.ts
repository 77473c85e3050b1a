import { describe, expect, it } from "vitest";
import { powerAtFdr, reliability, shareOfOracle, shareOfOracleAsReported } from "./curves.ts";
import type { ScoredDiary } from "./scored-diary.ts";

/** A diary whose true edges are those named T..., with these strengths; `reported` from this strength on. */
function diary(strengths: Readonly<Record<string, number>>, seed = 1, reportedFrom = 2): ScoredDiary {
  const names = Object.keys(strengths);
  const truth = names
    .filter((name) => name.startsWith("T"))
    .map((from) => ({ from, to: "skin", effectPerUnit: 1, effectSd: 1, delayDays: 1, law: "test" }));
  const claims = names.map((from) => ({
    from,
    to: "skin",
    strength: strengths[from] ?? 0,
    reported: (strengths[from] ?? 0) >= reportedFrom,
    sign: 1,
  }));
  return {
    family: "main",
    seed,
    variant: "",
    days: 365,
    method: "m",
    milliseconds: 1,
    truth,
    claims,
    otherStrengths: [],
    hasTenPercentList: false,
    twoWay: null,
    converged: null,
    forecastsOnly: false,
    forecasts: [],
  };
}

describe("curves of a method's strength", () => {
  it("find all true edges when every one is stronger than every other", () => {
    expect(powerAtFdr([diary({ T1: 0.9, T2: 0.8, a: 0.7 })], 0.05).value).toBe(1);
  });

  it("stop before the false one that the rate does not allow", () => {
    const mixed = [diary({ T1: 0.9, a: 0.8, T2: 0.7 })];
    expect(powerAtFdr(mixed, 0.05).value).toBe(0.5);
    expect(powerAtFdr(mixed, 0.34).value).toBe(1); // one of three is false
  });

  it("take ties together: a true edge cannot be told from a false one of equal strength", () => {
    expect(powerAtFdr([diary({ T1: 0.9, a: 0.9 })], 0.05).value).toBe(0);
  });

  it("have nothing to say without true edges", () => {
    expect(powerAtFdr([diary({ a: 0.9 })], 0.05).value).toBeNaN();
  });

  it("count in each bin the share that is true", () => {
    const [low, high] = reliability([diary({ a: 0.3, b: 0.34, T1: 0.96, T2: 0.98 })]).bins;
    expect(low).toMatchObject({ claims: 2, shareTrue: 0 });
    expect(low?.meanStrength).toBeCloseTo(0.32, 12);
    expect(high).toMatchObject({ claims: 2, shareTrue: 1 });
  });

  it("count strengths without names as false", () => {
    const mixed = { ...diary({ T1: 0.9, T2: 0.7 }), otherStrengths: [0.8] };
    expect(powerAtFdr([mixed], 0.05).value).toBe(0.5);
    expect(reliability([mixed]).bins.reduce((sum, bin) => sum + bin.claims, 0)).toBe(3);
  });

  it("have slope 1 when three of four claims at .75 and one of four at .25 are true, and less when they boast", () => {
    const honest = diary({ T1: 0.75, T2: 0.75, T3: 0.75, a: 0.75, T4: 0.25, b: 0.25, c: 0.25, d: 0.25 });
    expect(reliability([honest]).slope.value).toBeCloseTo(1, 12);
    const boast = diary({ T1: 1, T2: 1, T3: 1, a: 1, T4: 0, b: 0, c: 0, d: 0 });
    expect(reliability([boast]).slope.value).toBeCloseTo(0.5, 12);
  });
});

describe("the share of the oracle's power", () => {
  const oracle = [1, 3].map((seed) => diary({ T1: 0.9, T2: 0.8, a: 0.7 }, seed));

  it("is one half when one of two true edges can be had without a false one and the oracle has both", () => {
    const method = [1, 3].map((seed) => diary({ T1: 0.9, a: 0.8, T2: 0.7 }, seed));
    expect(shareOfOracle(method, oracle, 0.05).value).toBe(0.5);
    expect(shareOfOracle(oracle, oracle, 0.05)).toMatchObject({ value: 1, low95: 1, high95: 1 });
  });

  it("as reported compares the own list with the oracle at the FDR which that list had", () => {
    const careful = [1, 3].map((seed) => diary({ T1: 0.9, T2: 0.8, a: 0.1 }, seed, 0.85)); // T1 only, nothing false
    expect(shareOfOracleAsReported(careful, oracle).value).toBe(0.5);
    const bold = [1, 3].map((seed) => diary({ T1: 0.9, T2: 0.8, a: 0.7 }, seed, 0.5)); // both, and one false
    expect(shareOfOracleAsReported(bold, oracle).value).toBe(1);
  });
});
