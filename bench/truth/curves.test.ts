import { describe, expect, it } from "vitest";
import { powerAtFdr, reliability } from "./curves.ts";
import type { ScoredDiary } from "./score.ts";

/** A diary whose true edges are those named T..., with these strengths. */
function diary(strengths: Readonly<Record<string, number>>): ScoredDiary {
  const names = Object.keys(strengths);
  const truth = names
    .filter((name) => name.startsWith("T"))
    .map((from) => ({ from, to: "skin", effectPerUnit: 1, effectSd: 1, delayDays: 1, kernel: [0, 1], law: "test" }));
  const claims = names.map((from) => ({
    from,
    to: "skin",
    strength: strengths[from] ?? 0,
    reported: false,
    sign: 1,
  }));
  return {
    family: "main",
    seed: 1,
    variant: "",
    method: "m",
    milliseconds: 1,
    truth,
    claims,
    twoWay: null,
    converged: null,
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
    const [low, high] = reliability([diary({ a: 0.3, b: 0.4, T1: 0.96, T2: 0.98 })]);
    expect(low).toMatchObject({ claims: 2, shareTrue: 0 });
    expect(low?.meanStrength).toBeCloseTo(0.35, 12);
    expect(high).toMatchObject({ claims: 2, shareTrue: 1 });
  });
});
