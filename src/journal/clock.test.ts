import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adoptClock, compareHlc, tickClock, type Hlc } from "./clock.ts";

const MINUTE = 60_000;
const anyHlc: fc.Arbitrary<Hlc> = fc.tuple(fc.nat(2 ** 31), fc.nat(65535));

describe("tickClock", () => {
  it("takes now when it is later, else steps the counter", () => {
    expect(tickClock([100, 7], 101)).toEqual([101, 0]);
    expect(tickClock([100, 7], 100)).toEqual([100, 8]);
    expect(tickClock([100, 7], -5)).toEqual([100, 8]);
    expect(tickClock([100, 7], Number.NaN)).toEqual([100, 8]);
  });

  it("carries a full counter into the milliseconds", () => {
    expect(tickClock([100, 65535], 50)).toEqual([101, 0]);
  });

  it("never leaves the range of the format, whatever the system clock says", () => {
    expect(tickClock([0, 0], 1e300)).toEqual([2 ** 48 - 1, 0]);
    expect(tickClock([2 ** 48 - 1, 65535], 1e300)).toEqual([2 ** 48 - 1, 65535]);
    expect(tickClock([0, 0], 12.9)).toEqual([12, 0]);
  });

  it("always moves forward", () => {
    fc.assert(
      fc.property(anyHlc, fc.integer({ min: -1000, max: 2 ** 31 }), (clock, now) => {
        expect(compareHlc(tickClock(clock, now), clock)).toBeGreaterThan(0);
      }),
    );
  });
});

describe("adoptClock", () => {
  it("moves just past a foreign clock that is ahead by at most five minutes", () => {
    expect(adoptClock([1000, 3], [1000 + 5 * MINUTE, 2], 1000)).toEqual([1000 + 5 * MINUTE, 3]);
    expect(adoptClock([1000, 3], [1001 + 5 * MINUTE, 2], 1000)).toEqual([1000, 3]);
  });

  it("is not moved by an earlier or equal clock", () => {
    expect(adoptClock([1000, 3], [1000, 3], 5000)).toEqual([1000, 3]);
    expect(adoptClock([1000, 3], [999, 9], 5000)).toEqual([1000, 3]);
  });
});
