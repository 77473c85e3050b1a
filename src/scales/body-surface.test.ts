import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bodyCells,
  bodyPercent,
  bodyRegions,
  regionAreaScores,
  regionPercent,
  type BodyCoverage,
} from "./body-surface.ts";

const all = (share: number): BodyCoverage => new Map(bodyCells.map(({ id }) => [id, share]));
const only = (...ids: readonly string[]): BodyCoverage => new Map(ids.map((id) => [id, 1]));
const sumOfCells = (pattern: RegExp): number =>
  bodyCells.filter(({ id }) => pattern.test(id)).reduce((sum, one) => sum + one.bodyPercent, 0);

describe("shares of the body (rule of nines)", () => {
  it.each([
    ["head and neck", /head$/, 9],
    ["right arm", /right(UpperArm|Forearm|Hand)$/, 9],
    ["left arm", /left(UpperArm|Forearm|Hand)$/, 9],
    ["front of the trunk", /^front\.(chest|belly)$/, 18],
    ["back of the trunk", /^back\.(upperBack|lowerBack|buttocks)$/, 18],
    ["groin", /groin$/, 1],
    ["right leg", /right(Thigh|LowerLeg|Foot)$/, 18],
    ["left leg", /left(Thigh|LowerLeg|Foot)$/, 18],
    ["everything", /./, 100],
  ])("%s", (_name, pattern, percent) => {
    expect(sumOfCells(pattern)).toBeCloseTo(percent, 10);
  });

  it("has each cell once", () => {
    expect(new Set(bodyCells.map(({ id }) => id)).size).toBe(bodyCells.length);
  });
});

describe("a marked map", () => {
  it("is 0 when nothing and 100 when everything is marked", () => {
    expect(bodyPercent(new Map())).toBe(0);
    expect(bodyPercent(all(1))).toBe(100);
    expect(bodyPercent(all(0.5))).toBe(50);
    expect(regionAreaScores(new Map())).toEqual({ head: 0, arms: 0, trunk: 0, legs: 0 });
    expect(regionAreaScores(all(1))).toEqual({ head: 6, arms: 6, trunk: 6, legs: 6 });
  });

  it("gives the percent of a region, not of the body", () => {
    // one hand on both sides: 2 of 18 percent of the arms
    expect(regionPercent("arms", only("front.rightHand", "back.rightHand"))).toBe(11.1);
    expect(bodyPercent(only("front.rightHand", "back.rightHand"))).toBe(2);
    expect(regionPercent("head", only("front.head"))).toBe(50);
    expect(regionAreaScores(only("front.head")).head).toBe(4);
  });

  it("counts buttocks with the legs and groin with the trunk, as EASI and PASI do", () => {
    expect(regionPercent("trunk", only("back.buttocks"))).toBe(0);
    expect(regionPercent("legs", only("back.buttocks"))).toBe(12.2);
    expect(regionPercent("trunk", only("front.groin"))).toBe(3.1);
  });

  it("never rounds a trace to nothing", () => {
    const trace = new Map([["front.rightHand", 0.001]]);
    expect(regionPercent("arms", trace)).toBe(0.1);
    expect(regionAreaScores(trace).arms).toBe(1);
  });

  it("passes over cells that it does not know", () => {
    expect(bodyPercent(only("front.tail"))).toBe(0);
  });

  it("stays in range, and more marked is never less", () => {
    const coverage = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: bodyCells.length,
      maxLength: bodyCells.length,
    });
    fc.assert(
      fc.property(coverage, fc.nat(bodyCells.length - 1), (shares, more) => {
        const before = new Map(bodyCells.map(({ id }, index) => [id, shares[index] ?? 0]));
        const after = new Map(before).set(bodyCells[more]?.id ?? "", 1);
        expect(bodyPercent(after)).toBeGreaterThanOrEqual(bodyPercent(before));
        for (const region of bodyRegions) {
          expect(regionPercent(region, after)).toBeGreaterThanOrEqual(regionPercent(region, before));
          expect(regionPercent(region, after)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
