/**
 * Does the engine stay silent when there is nothing, find what is there, size it rightly and point the right way?
 *
 * Forty null diaries and twelve of the main family (48 true edges into skin and gut), seeded, so a run is repeatable. Each bound leaves room for the
 * chance of a set this small, and for each a control shows that it can be broken.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { scoreMethod, type Score } from "../../bench/truth/score.ts";
import type { ScoredDiary } from "../../bench/truth/scored-diary.ts";
import { answersOf, evenJobs, figures, scoreOf } from "./examine.ts";

/** How many diaries of each part; together they must stay under two minutes on two cores. */
const size = { null: 40, main: 12, shuffled: 6 } as const;

/** At a true false-alarm rate of 5 % more than five of forty diaries come about once in seventy sets. */
const nullBound = 5 / size.null;
const outcomes = ["skin", "gut"];
const patience = 600_000; // a stop for hangs, not a speed bar

describe("on forty diaries without any effect", () => {
  let answers: readonly ScoredDiary[] = [];
  beforeAll(async () => {
    const methods = ["gutskin", "same-day-r", "best-lag-r", "perfice-r05", "bearable-like"];
    answers = await answersOf(evenJobs("null", size.null), methods, outcomes);
    console.info(figures("null, gutskin", scoreOf("gutskin", answers)));
  }, patience);

  it("the engine reports something in at most five", () => {
    const score = scoreOf("gutskin", answers);
    expect(score.anyReported.of).toBe(size.null);
    expect(score.anyReported.value).toBeLessThanOrEqual(nullBound);
  });

  it("control: screening rules break that bound", () => {
    for (const rule of ["same-day-r", "best-lag-r", "perfice-r05", "bearable-like"]) {
      expect(scoreOf(rule, answers).anyReported.value, rule).toBeGreaterThan(nullBound);
    }
  });
});

describe("on twelve diaries with known effects", () => {
  let answers: readonly ScoredDiary[] = [];
  let score: Score;
  beforeAll(async () => {
    answers = await answersOf(
      evenJobs("main", size.main),
      ["gutskin", "oracle", "best-lag-r", "perfice-r05"],
      outcomes,
    );
    score = scoreOf("gutskin", answers);
    console.info(figures("main, gutskin", score));
    console.info(figures("main, oracle", scoreOf("oracle", answers)));
  }, patience);

  it("the engine finds at least half of the true edges; control: the |r| >= .5 rule does not", () => {
    expect(score.power.of).toBe(4 * size.main);
    expect(score.power.value).toBeGreaterThanOrEqual(0.5);
    expect(scoreOf("perfice-r05", answers).power.value).toBeLessThan(0.5);
  });

  it("at most 15 % of what it reports is false; control: the best-lag rule breaks that", () => {
    expect(score.fdr.value).toBeLessThanOrEqual(0.15);
    expect(scoreOf("best-lag-r", answers).fdr.value).toBeGreaterThan(0.15);
  });

  it("its 95 % intervals hold at least 85 % of the true effects, which are on average .8 to 1.2 of the true size", () => {
    expect(score.coverageAll.of).toBe(4 * size.main);
    expect(score.coverageAll.value).toBeGreaterThanOrEqual(0.85);
    expect(score.estimateRatioAll.value).toBeGreaterThan(0.8);
    expect(score.estimateRatioAll.value).toBeLessThan(1.2);
  });

  it("control: effects half as large with intervals a quarter as wide break both bounds", () => {
    const broken = scoreMethod(answers.filter((answer) => answer.method === "gutskin").map(boastful), 50);
    expect(broken.coverageAll.value).toBeLessThan(0.85);
    expect(broken.estimateRatioAll.value).toBeLessThan(0.8);
  });

  it("its reported effects have the right sign and the right delay to within a day on average", () => {
    expect(score.signRight.value).toBe(1);
    expect(score.delayError.value).toBeLessThan(1);
  });

  it("control: with the skin's days shuffled there are no causes left to find", async () => {
    const jobs = evenJobs("main", size.shuffled).map((job) => ({ ...job, shuffle: "skin" }));
    const shuffled = scoreOf("gutskin", await answersOf(jobs, ["gutskin"], ["skin"]));
    expect(shuffled.power.of).toBe(3 * size.shuffled);
    expect(shuffled.power.value).toBeLessThanOrEqual(1 / (3 * size.shuffled));
  });
});

/** The same answer, boasting: half the effect, a quarter of the interval. */
function boastful(answer: ScoredDiary): ScoredDiary {
  const claims = answer.claims.map((claim) => {
    if (!claim.effect) return claim;
    const mean = claim.effect.mean / 2;
    const reach = (claim.effect.high95 - claim.effect.low95) / 8;
    return { ...claim, effect: { mean, low95: mean - reach, high95: mean + reach } };
  });
  return { ...answer, claims };
}
