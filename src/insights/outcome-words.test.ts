import { describe, expect, it } from "vitest";
import { madeOutcome } from "../../test/fixtures/made-posterior.ts";
import type { OutcomeLink } from "../engine/posterior.ts";
import { forecastSentence, outcomeWarnings, readingSentence, skipsWorseDays } from "./outcome-words.ts";
import type { Spoken } from "./spoken.ts";

const itch: Spoken = { id: "itch", name: "itch", unit: "points", role: "skin", betterIs: "lower" };
const link = (changes: Partial<OutcomeLink>): OutcomeLink => ({
  type: "rounded",
  transform: "identity",
  atFloor: 0,
  atCeiling: 0,
  ...changes,
});
const read = (changes: Partial<OutcomeLink>): string =>
  readingSentence(madeOutcome({ link: link(changes) }), itch, { lowest: 0, highest: 10 });

describe("how the numbers were read", () => {
  it.each([
    [{ type: "exact" }, "Itch was read as it is written."],
    [{ atFloor: 0.62 }, 'Itch was read as rounded to its step; many days are at 0 (62 in 100), read as "at most 0".'],
    [
      { atFloor: 0.3, atCeiling: 0.2 },
      'Itch was read as rounded to its step; many days are at 0 (30 in 100), read as "at most 0", and at 10 (20 in 100), read as "at least 10".',
    ],
    [{ atFloor: 0.02 }, "Itch was read as rounded to its step."],
    [{ type: "ordered" }, "Itch was read as a few steps in order."],
    [
      { type: "count", transform: "log1p" },
      "Itch was read as a count (stretched inside the calculation; effects are said in its own units).",
    ],
    [{ type: "yes-no" }, "Itch was read as yes or no; effects are changes of its chance."],
  ] as const)("%j", (changes, text) => {
    expect(read(changes)).toBe(text);
  });
});

describe("the days ahead", () => {
  it("say tomorrow and the last day with their 80 % intervals, in the outcome's own units", () => {
    expect(forecastSentence(madeOutcome(), itch)).toBe(
      "Itch, if days go on like these: about 3.1 points (80 in 100: 1.2 to 5) tomorrow, and about 3.2 points (80 in 100: 0.68 to 5.8) in 14 days.",
    );
  });

  it("say nothing without a forecast, and one day when there is one", () => {
    expect(forecastSentence(madeOutcome({ forecast: [] }), itch)).toBeNull();
    const [first] = madeOutcome().forecast;
    expect(forecastSentence(madeOutcome({ forecast: [first!] }), itch)).toMatch(/ tomorrow\.$/);
  });
});

describe("warnings about days", () => {
  const skipped = { oddsRatio: 2.1, low95: 1.3, high95: 3.4 };

  it("name skipping only when it is clear", () => {
    expect(skipsWorseDays(madeOutcome({ skippedAfterWorse: skipped }))).toBe(true);
    expect(skipsWorseDays(madeOutcome({ skippedAfterWorse: { ...skipped, low95: 0.9 } }))).toBe(false);
    expect(skipsWorseDays(madeOutcome())).toBe(false);
  });

  it("say how blank days were taken", () => {
    const outcome = madeOutcome({ skippedAfterWorse: skipped, stoppedEarly: true });
    expect(outcomeWarnings(outcome, itch, "ignorable")).toEqual([
      "After a worse day of itch you skip the next entry more often (odds about 2.1 times as high; 95 in 100: 1.3 to 3.4); blank days are taken as saying nothing, which can hide what goes with hard days.",
      "Time ran out for itch: this is the best answer so far.",
    ]);
    expect(outcomeWarnings(outcome, itch, "worse-days")[0]).toContain("were taken to be worse than the rest");
  });
});
