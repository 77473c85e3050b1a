import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/base/random.ts";
import { reliabilityOf, type Stated } from "./reliability.ts";

/** 300 diaries of 8 causes; `truth` turns a stated logit into the true one. */
function diaries(truth: (logit: number) => number): readonly (readonly Stated[])[] {
  const random = createRandom(8, 1);
  return Array.from({ length: 300 }, () =>
    Array.from({ length: 8 }, () => {
      const logit = -4 + 6 * random.uniform();
      const real = random.uniform() < 1 / (1 + Math.exp(-truth(logit)));
      return { real, probability: 1 / (1 + Math.exp(-logit)) };
    }),
  );
}

describe("reliability of stated probabilities", () => {
  it("of honest probabilities: slope 1, intercept 0, the promised Brier score", () => {
    const honest = reliabilityOf(diaries((logit) => logit));
    expect(honest.slope.low).toBeLessThan(1);
    expect(honest.slope.high).toBeGreaterThan(1);
    expect(honest.intercept.low).toBeLessThan(0);
    expect(honest.intercept.high).toBeGreaterThan(0);
    expect(Math.abs(honest.excess)).toBeLessThan(3);
    expect(honest.brier).toBeCloseTo(honest.promisedBrier, 1);
    for (const bin of honest.bins) expect(bin.real, `${bin.from}`).toBeLessThanOrEqual(bin.high * 1.5 + 3);
  });

  it("of probabilities whose odds are three times too high: intercept -1.1", () => {
    const boastful = reliabilityOf(diaries((logit) => logit - Math.log(3)));
    expect(boastful.intercept.high).toBeLessThan(-0.6);
    expect(boastful.excess).toBeLessThan(-5);
  });

  it("of probabilities that are too sure: slope below 1", () => {
    const sure = reliabilityOf(diaries((logit) => 0.6 * logit));
    expect(sure.slope.value).toBeCloseTo(0.6, 0);
    expect(sure.slope.high).toBeLessThan(0.8);
  });
});
