import { describe, expect, it } from "vitest";
import { intervalOfDraws } from "./draw-interval.ts";

describe("interval of draws with zeros for what is not there", () => {
  it("agrees with numpy's quantile(method='weibull') of the draws with their zeros", () => {
    // numpy 2.4: np.quantile(v, [.025, .975], method="weibull") for v = 95 zeros and these five
    const few = intervalOfDraws(Float64Array.of(3, -4, 5, -1, 2), 100);
    expect(few.mean).toBe(0.05);
    expect(few.low95).toBeCloseTo(-0.4750000000000001, 12);
    expect(few.high95).toBeCloseTo(2.4749999999999943, 12);
    // v = arange(1, 41)
    const all = intervalOfDraws(
      Float64Array.from({ length: 40 }, (_, i) => 40 - i),
      40,
    );
    expect(all.low95).toBeCloseTo(1.025, 12);
    expect(all.high95).toBeCloseTo(39.975, 12);
  });

  it("takes the ends when the draws are too few for the tails", () => {
    expect(intervalOfDraws(Float64Array.of(7, -2), 2)).toEqual({ mean: 2.5, low95: -2, high95: 7 });
    expect(intervalOfDraws(Float64Array.of(7), 2)).toEqual({ mean: 3.5, low95: 0, high95: 7 });
  });

  it("is nothing when there is nothing", () => {
    expect(intervalOfDraws(new Float64Array(0), 100)).toEqual({ mean: 0, low95: 0, high95: 0 });
    expect(intervalOfDraws(new Float64Array(0), 0)).toEqual({ mean: 0, low95: 0, high95: 0 });
  });
});
