import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerAt, createCourse, createLink, put } from "./lag-response.ts";

/** Weight of each lag 0-84, weeks spread out. */
function dailyWeights(pulse: Float64Array): number[] {
  return Array.from({ length: 85 }, (_, lag) => (lag < 15 ? pulse[lag] : pulse[15 + Math.floor((lag - 15) / 7)] / 7));
}

describe("what one edge passes on", () => {
  it("is the sum over 85 daily lags, for any kernel and any course", () => {
    const weight = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(weight, { minLength: 25, maxLength: 25 }),
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 120 }),
        (weights, values) => {
          const pulse = Float64Array.from(weights);
          const link = createLink(0, 1, -2, pulse);
          const course = createCourse(values.length);
          values.forEach((x, t) => {
            put(course, t, x);
          });
          const daily = dailyWeights(pulse);
          values.forEach((_, t) => {
            let expected = 0;
            for (let lag = 0; lag <= Math.min(t, 84); lag++) expected += -2 * daily[lag] * values[t - lag];
            expect(answerAt(link, course, t)).toBeCloseTo(expected, 9);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is nothing for a kernel without weights", () => {
    const course = createCourse(3);
    for (let t = 0; t < 3; t++) put(course, t, 1);
    expect(answerAt(createLink(0, 1, 5, new Float64Array(25)), course, 2)).toBe(0);
  });
});
