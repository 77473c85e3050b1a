import { describe, expect, it } from "vitest";
import { exp, log } from "./elementary.ts";

describe("exp and log", () => {
  it("agree with the platform's to within two units in the last place over 200,000 arguments", () => {
    let worst = 0;
    for (let i = 0; i < 200000; i++) {
      const x = -700 + (i * 1400) / 200000;
      const own = exp(x);
      const theirs = Math.exp(x);
      worst = Math.max(worst, Math.abs(own / theirs - 1));
    }
    expect(worst).toBeLessThan(2 ** -51);
    let worstLog = 0;
    for (let i = 1; i < 200000; i++) {
      const x = i / 777;
      const theirs = Math.log(x);
      if (theirs !== 0) worstLog = Math.max(worstLog, Math.abs(log(x) / theirs - 1));
    }
    expect(worstLog).toBeLessThan(2 ** -51);
  });

  it("are exact at the anchors and named at the edges", () => {
    expect(exp(0)).toBe(1);
    expect(log(1)).toBe(0);
    expect(exp(-1000)).toBe(0);
    expect(exp(1000)).toBe(Infinity);
    expect(exp(NaN)).toBeNaN();
    expect(log(0)).toBe(-Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 10);
    expect(exp(-740) / Math.exp(-740)).toBeCloseTo(1, 3);
  });
});
