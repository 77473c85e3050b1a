import { describe, expect, it } from "vitest";
import { chanceOf } from "../../chance.ts";
import { makeDiary } from "../../generate.ts";
import { momentsOf } from "../../simulate.ts";
import { organs } from "./body.ts";
import { effectByShift, effectOf, influences, kernelOf, replay } from "./intervene.ts";
import { liveBody } from "./live-body.ts";
import { drawPerson } from "./person.ts";

const chance = chanceOf("mechanistic test");
const person = drawPerson(chance, []);
const life = liveBody(chance, person, 365);

describe("interventions in the mechanistic body", () => {
  it("give the life as it was when nothing is changed", () => {
    for (const organ of organs)
      expect(replay(life, person, organ, "gut", (value) => value)).toEqual(life.exact.get(organ));
  });

  it("do exactly nothing through a gain of 0, in every arm that says so", () => {
    const cut = drawPerson(chanceOf("cut"), ["gutToSkin", "skinToGut"]);
    const lived = liveBody(chanceOf("cut life"), cut, 100);
    for (const [from, to] of [
      ["gut", "skin"],
      ["skin", "gut"],
    ] as const)
      expect(replay(lived, cut, to, from, (value) => value + 5)).toEqual(lived.exact.get(to));
  });

  it("find the same sustained effect by raising and by the straight line, where the influence is hardly bent", () => {
    const ratios: number[] = [];
    for (const seed of [1, 2, 3, 4, 5]) {
      const own = chanceOf(`person ${String(seed)}`);
      const other = drawPerson(own, []);
      const lived = liveBody(own, other, 365);
      for (const edge of influences.filter(({ gain, from }) => other.gains[gain] !== 0 && from !== "alcohol")) {
        if (!organs.some((organ) => organ === edge.from)) continue;
        ratios.push(effectByShift(lived, other, edge) / effectOf(lived, other, edge, kernelOf(lived, other, edge)));
      }
    }
    ratios.sort((a, b) => a - b);
    expect(ratios[Math.floor(ratios.length / 2)]).toBeGreaterThan(0.85);
    expect(ratios[Math.floor(ratios.length / 2)]).toBeLessThan(1.2);
    expect(ratios[0]).toBeGreaterThan(0); // never another sign
  });

  it("have the directions of the body: leaky gut and stress are bad for the skin, sleep and cream are good", () => {
    const signs = { gut: 1, stress: 1, sleep: -1, emollient: -1 };
    for (const edge of influences.filter(({ gain, to }) => to === "skin" && person.gains[gain] !== 0)) {
      const expected = Object.entries(signs).find(([name]) => name === edge.from)?.[1];
      expect(Math.sign(effectOf(life, person, edge, kernelOf(life, person, edge)))).toBe(expected);
    }
  });
});

describe("the mechanistic family", () => {
  it("has the two gains in the truth as its arm says, and no loop where skin -> gut is 0", () => {
    const has = (arm: number, from: string, to: string): boolean =>
      makeDiary("mechanistic", 2 * arm + 1).truth.some((edge) => edge.from === from && edge.to === to);
    expect([0, 1, 2, 3].map((arm) => has(arm, "gut", "skin"))).toEqual([true, false, true, false]);
    expect([0, 1, 2, 3].map((arm) => has(arm, "skin", "gut"))).toEqual([true, true, false, false]);
    expect([2, 3].map((arm) => has(arm, "skin", "stress"))).toEqual([false, false]);
  });

  it("keeps ratings near the middle of their scales, lists no negligible edge, and confounds the diet", () => {
    for (const seed of [1, 3, 5, 7, 9, 11, 13, 15]) {
      const { secret, truth } = makeDiary("mechanistic", seed);
      for (const name of ["gut", "skin", "stress"]) {
        const { mean, sd } = momentsOf(secret.complete.get(name) ?? new Float64Array());
        expect(Math.abs(mean - 4.5), `${String(seed)} ${name}`).toBeLessThan(2.5);
        expect(sd).toBeGreaterThan(0.7);
      }
      expect(Math.min(...truth.map((edge) => Math.abs(edge.effectSd)))).toBeGreaterThan(0.05);
    }
  });
});
