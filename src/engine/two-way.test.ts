import { describe, expect, it } from "vitest";
import { twoWayOf } from "./two-way.ts";

describe("two-way street", () => {
  it("takes the strongest equation in each direction and multiplies along a path", () => {
    const answer = twoWayOf([
      { role: "skin", name: "itch", anyFrom: { gut: 0.9, stress: 0.1 } },
      { role: "skin", name: "redness", anyFrom: { gut: 0.2 } },
      { role: "gut", name: "bloating", anyFrom: { skin: 0.3, stress: 0.8, sleep: 0.1 } },
      { role: "stress", name: "stress", anyFrom: { skin: 0.5, gut: 0.1 } },
    ]);
    expect(answer.gutToSkin.probability).toBe(0.9);
    expect(answer.skinToGut.probability).toBe(0.3);
    expect(answer.skinToGut.viaStressOrSleep).toBeCloseTo(0.4, 12);
  });

  it("says null where the diary holds no such pair", () => {
    const answer = twoWayOf([{ role: "gut", name: "Roseburia", anyFrom: { gut: 0.4, lever: 0.2 } }]);
    expect(answer).toEqual({
      gutToSkin: { probability: null },
      skinToGut: { probability: null, viaStressOrSleep: null },
    });
  });
});
