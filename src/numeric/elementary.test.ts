import { describe, expect, it } from "vitest";
import { cosine, exp, log, sine } from "./elementary.ts";

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

describe("sine and cosine", () => {
  it("agree with the platform's to 1e-14 over a century of days and both signs", () => {
    let worst = 0;
    for (let i = -100000; i < 100000; i++) {
      const x = i * 0.0917;
      worst = Math.max(worst, Math.abs(sine(x) - Math.sin(x)), Math.abs(cosine(x) - Math.cos(x)));
    }
    // far from 0 a quarter turn is no longer known to the last digit: 9,170 is some 5,800 of them
    expect(worst).toBeLessThan(1e-14);
  });

  it("stay below 1e-10 of the platform's at a hundred thousand radians", () => {
    for (const x of [1e5, -1e5, 99999.5]) {
      expect(Math.abs(sine(x) - Math.sin(x))).toBeLessThan(1e-10);
      expect(Math.abs(cosine(x) - Math.cos(x))).toBeLessThan(1e-10);
    }
  });

  it("are exact at 0, odd and even, and lie on the circle", () => {
    expect([sine(0), cosine(0)]).toEqual([0, 1]);
    for (let i = 1; i < 500; i++) {
      const x = i * 0.37;
      expect(sine(-x)).toBeCloseTo(-sine(x), 15);
      expect(cosine(-x)).toBeCloseTo(cosine(x), 15);
      expect(sine(x) * sine(x) + cosine(x) * cosine(x)).toBeCloseTo(1, 14);
    }
    expect(sine(Math.PI / 2)).toBe(1);
    expect(Math.abs(cosine(Math.PI / 2))).toBeLessThan(1e-15);
    expect(sine(NaN)).toBeNaN();
    expect(cosine(NaN)).toBeNaN();
  });
});
