import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceText, daysText, numberOrNull, numberText, roundSignificant } from "./numbers.ts";

describe("numbers for programs", () => {
  it("keeps six significant digits, large and small", () => {
    expect(roundSignificant(1234567.8)).toBe(1234570);
    expect(roundSignificant(0.000123456789)).toBe(0.000123457);
    expect(roundSignificant(-2.5)).toBe(-2.5);
  });

  it("writes minus zero as zero", () => {
    expect(Object.is(roundSignificant(-0), 0)).toBe(true);
  });

  it("gives null for NaN and infinities, and rounding twice changes nothing", () => {
    expect(numberOrNull(NaN)).toBeNull();
    expect(numberOrNull(-Infinity)).toBeNull();
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const once = roundSignificant(value);
        expect(roundSignificant(once)).toBe(once);
      }),
    );
  });
});

describe("numbers for people", () => {
  it.each([
    [0, "0"],
    [0.0000001, "0"],
    [0.00123, "0.0012"],
    [0.0499, "0.05"],
    [0.7, "0.7"],
    [0.999, "1"],
    [1, "1"],
    [1.26, "1.3"],
    [9.96, "10"],
    [12.4, "12"],
    [120.2, "120"],
    [1500, "1500"],
    [-0.72, "-0.72"],
    [NaN, "an unknown amount"],
  ])("%d reads %s", (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it("never shows an exponent below 1e21 and is never further off than a twentieth", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 1e20, noNaN: true }), (value) => {
        const text = numberText(value);
        expect(text).not.toContain("e");
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(value / 19);
      }),
    );
  });

  it("never calls a probability certain", () => {
    expect(chanceText(1)).toBe("more than 99 in 100");
    expect(chanceText(0)).toBe("less than 1 in 100");
    expect(chanceText(0.876)).toBe("88 in 100");
    expect(chanceText(NaN)).toBe("an unknown chance");
  });

  it("turns long waits into months and years", () => {
    expect(daysText(1)).toBe("1 day");
    expect(daysText(22.2)).toBe("23 days");
    expect(daysText(150)).toBe("5 months");
    expect(daysText(1000)).toBe("2.7 years");
  });
});
