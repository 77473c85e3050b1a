import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { madeEdge } from "../../test/fixtures/made-posterior.ts";
import { verdictOf } from "./verdict.ts";

/** Bounded well within the smallest effect of interest (.05). */
const narrow = { mean: 0.001, low95: -0.01, high95: 0.012 };

describe("the table of verdicts, line by line", () => {
  it.each([
    ["reported at .95", { inclusionProbability: 0.95, reported: true }, "strong"],
    ["reported just below .95", { inclusionProbability: 0.9499, reported: true }, "likely"],
    ["reported at .80", { inclusionProbability: 0.8, reported: true }, "likely"],
    ["reported below .80", { inclusionProbability: 0.79, reported: true }, "maybe"],
    ["reported below .50", { inclusionProbability: 0.4, reported: true }, "maybe"],
    ["not reported at .99", { inclusionProbability: 0.99, reported: false }, "maybe"],
    ["not reported at .50", { inclusionProbability: 0.5, reported: false }, "maybe"],
    [
      "nothing much, and the diary could tell",
      { inclusionProbability: 0.05, probabilityNegligible: 0.95, ifReal: narrow },
      "none",
    ],
    [
      "nothing much, and the smallest effect was detectable",
      { inclusionProbability: 0.05, probabilityNegligible: 0.95, detectableEffect: 0.05 },
      "none",
    ],
    [
      "negligible at exactly .9",
      { inclusionProbability: 0.05, probabilityNegligible: 0.9, ifReal: narrow },
      "not-enough-data",
    ],
    [
      "doubt comes from the prior alone",
      { inclusionProbability: 0.05, probabilityNegligible: 0.95 },
      "not-enough-data",
    ],
    ["otherwise", { inclusionProbability: 0.49 }, "not-enough-data"],
    [
      "nothing is known",
      { inclusionProbability: NaN, probabilityNegligible: NaN, detectableEffect: NaN },
      "not-enough-data",
    ],
    [
      "no smallest effect is given",
      { probabilityNegligible: 0.99, smallestEffectOfInterest: 0, ifReal: narrow },
      "not-enough-data",
    ],
  ] as const)("%s", (_, changes, verdict) => {
    expect(verdictOf(madeEdge(changes))).toBe(verdict);
  });

  it("never says strong or likely of an edge that is not reported, and none only above .9", () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        unit,
        unit,
        fc.double({ min: 0, max: 1 }),
        (inclusionProbability, probabilityNegligible, detectableEffect) => {
          const edge = madeEdge({ inclusionProbability, probabilityNegligible, detectableEffect, reported: false });
          const verdict = verdictOf(edge);
          expect(["strong", "likely"]).not.toContain(verdict);
          if (verdict === "none") expect(probabilityNegligible).toBeGreaterThan(0.9);
        },
      ),
    );
  });
});
