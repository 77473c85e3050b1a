import { describe, expect, it } from "vitest";
import { madeEdge } from "../../test/fixtures/made-posterior.ts";
import type { EdgePosterior } from "../engine/posterior.ts";
import { entriesSentence, knowledgeSentence, learnedSentence, shareText, whenSentences } from "./edge-words.ts";
import type { Spoken } from "./spoken.ts";
import type { EdgeView } from "./statements.ts";

const fibre: Spoken = { id: "fibreGrams", name: "fibre", unit: "g", role: "lever", betterIs: "neither" };
const itch: Spoken = { id: "itch", name: "itch", unit: "points", role: "skin", betterIs: "lower" };
const view = (changes: Partial<EdgePosterior> = {}): EdgeView => ({
  edge: madeEdge(changes),
  verdict: "likely",
  cause: fibre,
  outcome: itch,
  step: 10,
});

describe("when it comes", () => {
  const when = (mean: number, low80: number, high80: number, slow: number, known: number | null = 56): string =>
    whenSentences(madeEdge({ delay: { mean, low80, high80 }, slowProbability: slow }), known).join(" ");

  it.each([
    [0.2, 0, 1, "Mostly on the same day (80 in 100 that it is between 0 and 1 day)."],
    [2.2, 1, 4, "Mostly after about 2 days (80 in 100 that it is between 1 and 4 days)."],
    [2.2, 1.8, 2.4, "Mostly after about 2 days (80 in 100 that it is about 2 days)."],
    [10, 4, 20, "Mostly after about 10 days (80 in 100 that it is between 4 days and 3 weeks)."],
  ])("is said in days for quick ones: %d", (mean, low, high, text) => {
    expect(when(mean, low, high, 0.02)).toBe(text);
  });

  it("is said in weeks for slow ones, with the advice to wait", () => {
    expect(when(40, 20, 60, 0.9)).toBe(
      "Mostly after about 6 weeks (80 in 100 that it is between 3 and 9 weeks). It is a slow one (90 in 100 that it takes more than two weeks): it shows after weeks, not after days.",
    );
  });

  it("is open when the diary cannot tell quick from slow", () => {
    expect(when(12, 3, 30, 0.45)).toContain("Whether it is quick or slow is open: 45 in 100");
  });

  it("says where the look back ends only when longer delays are known", () => {
    expect(when(40, 20, 60, 0.9, 112)).toContain("up to 112 days are known for this; gutskin looks back 84 days");
    expect(when(40, 20, 60, 0.9, 84)).not.toContain("looks back");
    expect(when(40, 20, 60, 0.9, null)).not.toContain("looks back");
  });
});

describe("how much the diary taught", () => {
  it.each([
    [-0.2, "next to nothing"],
    [NaN, "next to nothing"],
    [0.3, "a little"],
    [0.7, "a good part"],
    [0.95, "Nearly all"],
  ])("a contraction of %d is %s", (contraction, text) => {
    expect(learnedSentence(view({ contraction }))).toContain(text);
  });
});

describe("imprecise entries", () => {
  it("say nothing when entries are exact or it is not known", () => {
    expect(entriesSentence(view({ reliability: 1 }))).toBeNull();
    expect(entriesSentence(view({ reliability: NaN }))).toBeNull();
  });

  it("say what share is real, that it was corrected, and the effect if they were exact", () => {
    const half = { mean: -0.035, low95: -0.06, high95: -0.01 };
    expect(entriesSentence(view({ reliability: 0.5, ifEntriesExact: half }))).toBe(
      "Entries of fibre are rough: they catch about half of its true ups and downs, and the effect is corrected for that. Taken as exact, they would give 0.35 points lower if real (0.1 to 0.6 lower).",
    );
    expect(entriesSentence(view({ reliability: 0.5 }))).not.toContain("Taken as exact");
  });

  it("word shares in falling order without a gap", () => {
    const shares = Array.from({ length: 101 }, (_, i) => shareText(1 - i / 100));
    expect([...new Set(shares)]).toEqual([
      "nearly all",
      "most",
      "about three quarters",
      "about two thirds",
      "about half",
      "about a third",
      "about a quarter",
      "only a small part",
    ]);
  });
});

describe("what studies found, beside the data alone", () => {
  it("stands side by side, with the chance of each", () => {
    const dataAlone = {
      inclusionProbability: 0.4,
      reported: false,
      averaged: { mean: -0.02, low95: -0.1, high95: 0.01 },
      ifReal: { mean: -0.05, low95: -0.12, high95: 0.02 },
    };
    expect(knowledgeSentence(view({ inclusionProbability: 0.85, dataAlone }))).toBe(
      "For 10 g more fibre a day: with what studies found, 0.7 points lower if real (0.3 to 1.1 lower; chance 85 in 100); by your data alone, 0.5 points lower if real (1.2 lower to 0.2 higher; chance 40 in 100).",
    );
    expect(knowledgeSentence(view())).toBeNull();
  });
});
