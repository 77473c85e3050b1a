import { describe, expect, it } from "vitest";
import { madeEdge } from "../../test/fixtures/made-posterior.ts";
import type { EdgePosterior } from "../engine/posterior.ts";
import type { Verdict } from "./analysis-document.ts";
import { cautionSentences } from "./cautions.ts";
import type { Spoken } from "./spoken.ts";
import { mayBeVaried, surerSentence } from "./surer.ts";

const fibre: Spoken = { id: "fibreGrams", name: "fibre", unit: "g", role: "lever", betterIs: "neither" };
const alcohol: Spoken = { ...fibre, id: "alcoholGrams", name: "alcohol" };
const stress: Spoken = { id: "stress", name: "stress", unit: "points", role: "stress", betterIs: "lower" };
const itch: Spoken = { id: "itch", name: "itch", unit: "points", role: "skin", betterIs: "lower" };

interface Case {
  readonly verdict?: Verdict;
  readonly cause?: Spoken;
  readonly causeRecorded?: number;
  readonly outcomeRecorded?: number;
  readonly changes?: Partial<EdgePosterior>;
}
const say = ({
  verdict = "likely",
  cause = fibre,
  causeRecorded = 1,
  outcomeRecorded = 1,
  changes = {},
}: Case): string =>
  surerSentence({
    edge: madeEdge(changes),
    verdict,
    cause,
    outcome: itch,
    causeRecorded,
    outcomeRecorded,
    nameOf: (column) => column,
  });

describe("what would make it surer", () => {
  it("offers a fair test for a lever", () => {
    expect(say({})).toBe(
      "A fair test would make this surer: some weeks with more fibre and some with less, in an order chosen by chance.",
    );
  });

  it("asks first for what is often missing", () => {
    expect(say({ causeRecorded: 0.4 })).toBe(
      "Writing down fibre on more days would help most: so far it is there on 40 of 100 days.",
    );
    expect(say({ outcomeRecorded: 0.3 })).toContain("Writing down itch");
  });

  it("answers the engine's cautions", () => {
    const twin: EdgePosterior["cautions"] = [{ type: "NotSeparable", otherColumn: "sugar", correlation: 0.9 }];
    expect(say({ changes: { cautions: twin } })).toContain("would tell the two apart");
    expect(say({ changes: { cautions: [{ type: "OneSwitch" }] } })).toContain("apart from the passing of time");
    expect(say({ changes: { cautions: [{ type: "RareCause", days: 5 }] } })).toContain("different from usual");
  });

  it("tells how many days are still needed", () => {
    expect(say({ verdict: "not-enough-data" })).toBe(
      "About 60 days more with fibre and itch would show an effect that matters. Larger changes from week to week would get there sooner.",
    );
    expect(say({ verdict: "not-enough-data", changes: { furtherDaysNeeded: null } })).toContain("Even ten more years");
    expect(say({ verdict: "not-enough-data", changes: { furtherDaysNeeded: 0 } })).toContain("long enough in general");
  });

  it("leaves a pair alone that is settled", () => {
    expect(say({ verdict: "none" })).toBe("Nothing more is needed here: your days may go to other questions.");
  });

  it("never asks for more alcohol, more stress, more symptoms, less food or another medicine", () => {
    expect(mayBeVaried(fibre)).toBe(true);
    for (const id of ["alcoholGrams", "energyKcal", "systemicTreatment", "medicine:x"]) {
      expect(mayBeVaried({ ...fibre, id })).toBe(false);
    }
    for (const verdict of ["strong", "likely", "maybe", "not-enough-data"] as const) {
      for (const cause of [alcohol, stress]) {
        for (const furtherDaysNeeded of [null, 0, 30]) {
          const sentence = say({ verdict, cause, changes: { furtherDaysNeeded, cautions: [{ type: "OneSwitch" }] } });
          expect(sentence).not.toMatch(/more (alcohol|stress)|with less|amounts of|larger changes|back and forth/i);
        }
      }
    }
  });
});

describe("cautions in words", () => {
  const sentences = (changes: Partial<EdgePosterior>, verdict: Verdict = "likely"): readonly string[] =>
    cautionSentences({ edge: madeEdge(changes), verdict, cause: fibre, outcome: itch, step: 10 }, null, (name) => name);

  it("has one sentence for each code and none twice", () => {
    const all = sentences({
      cautions: [
        { type: "NotSeparable", otherColumn: "sugar", correlation: 0.9 },
        { type: "OneSwitch" },
        { type: "RareCause", days: 5 },
        { type: "SameDay" },
        { type: "PriorSensitive" },
        { type: "SameDay" },
      ],
    });
    expect(all).toHaveLength(5);
    expect(all[0]).toBe("It could as well be sugar: fibre and sugar nearly always changed together in this diary.");
    expect(all[2]).toContain("only 5 days");
    expect(all[3]).toContain("cannot tell whether fibre or itch came first");
  });

  it("says when a clear effect is smaller than what matters", () => {
    const small = { ifReal: { mean: 0.02, low95: 0.01, high95: 0.03 } };
    expect(sentences(small)).toEqual([
      "The effect is clear but small: below 0.5 points it may not matter in daily life.",
    ]);
    expect(sentences(small, "maybe")).toEqual([]);
    expect(sentences({})).toEqual([]);
  });
});
