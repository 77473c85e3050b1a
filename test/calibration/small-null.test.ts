/**
 * Does the engine stay silent when there is nothing to find?
 *
 * Forty null diaries (persistence 0 to .85, weekdays, trends, foods that travel together). At a true false-alarm rate of 5 % more than five of
 * forty come about once in seventy sets, so "at most five" is a bound that an honest engine keeps and a screening rule cannot.
 */
import { describe, expect, it } from "vitest";
import { bearableLike, bestLag, perfice, sameDay } from "../../bench/truth/baselines.ts";
import { engineMethod } from "../../bench/truth/engine-method.ts";
import { axisSteps } from "../../src/engine/fit-axis.ts";
import { evenDiaries, examine, figures } from "./examine.ts";

const diaries = evenDiaries("null", 40);
const bound = 5 / 40;

describe("on forty diaries without any effect", () => {
  it("the engine reports something in at most five", () => {
    const score = examine(engineMethod(axisSteps), diaries);
    console.info(figures("null, gutskin", score));
    expect(score.anyReported.value).toBeLessThanOrEqual(bound);
  });

  it("the bound is one that can be broken: screening rules break it", () => {
    for (const rule of [sameDay, bestLag, perfice, bearableLike]) {
      expect(examine(rule, diaries).anyReported.value, rule.name).toBeGreaterThan(bound);
    }
  });
});
