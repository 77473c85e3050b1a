import { describe, expect, it } from "vitest";
import { madeEdge } from "../../test/fixtures/made-posterior.ts";
import type { EdgePosterior } from "../engine/posterior.ts";
import type { Verdict } from "./analysis-document.ts";
import type { Spoken } from "./spoken.ts";
import { delayText, directionOf, edgeSentence } from "./statements.ts";

const fibre: Spoken = { id: "fibreGrams", name: "fibre", unit: "g", role: "lever", betterIs: "neither" };
const itch: Spoken = { id: "itch", name: "itch", unit: "points", role: "skin", betterIs: "lower" };
const say = (verdict: Verdict, changes: Partial<EdgePosterior> = {}): string =>
  edgeSentence({ edge: madeEdge(changes), verdict, cause: fibre, outcome: itch, step: 10 });

describe("the sentence of an edge", () => {
  it("gives size for a step, interval and delay", () => {
    expect(say("strong")).toBe(
      "A strong sign: 10 g more fibre a day, kept up, went together with itch about 0.7 points lower (if real: 0.3 to 1.1 points lower), after about 2 days.",
    );
  });

  it("says when the interval crosses zero", () => {
    expect(say("maybe", { ifReal: { mean: 0.02, low95: -0.03, high95: 0.08 } })).toBe(
      "Maybe, and worth a fair test: 10 g more fibre a day, kept up, went together with itch about 0.2 points higher (if real: anything from 0.3 points lower to 0.8 points higher), after about 2 days.",
    );
  });

  it("makes nothing found a result, with its limit", () => {
    expect(say("none")).toBe(
      "Nothing found: for 10 g more fibre a day, an effect larger than 0.5 points on itch is unlikely, so you can stop watching this.",
    );
  });

  it("says what the diary could have shown when it cannot tell", () => {
    expect(say("not-enough-data")).toBe(
      "Not enough data yet to say how fibre and itch go together: only an effect larger than about 1.2 points for 10 g more fibre a day would have shown.",
    );
    expect(say("not-enough-data", { detectableEffect: NaN })).toBe(
      "Not enough data yet to say how fibre and itch go together: this diary cannot even say how large an effect would have to be.",
    );
  });

  it.each([
    [0.2, "on the same day"],
    [1.2, "after about 1 day"],
    [6, "after about 6 days"],
    [28, "after about 4 weeks"],
    [NaN, "after an unknown time"],
  ])("a delay of %d days is said as %s", (mean, text) => {
    expect(delayText(mean)).toBe(text);
  });
});

describe("better or worse", () => {
  const mood: Spoken = { ...itch, betterIs: "higher" };
  const stool: Spoken = { ...itch, betterIs: "neither" };
  it.each([
    [0.01, itch, "better"],
    [0.99, itch, "worse"],
    [0.5, itch, "changes"],
    [0.01, mood, "worse"],
    [0.99, mood, "better"],
    [0.99, stool, "changes"],
  ] as const)("P(positive) %d", (probabilityPositive, outcome, direction) => {
    expect(directionOf(madeEdge({ probabilityPositive }), outcome)).toBe(direction);
  });
});
