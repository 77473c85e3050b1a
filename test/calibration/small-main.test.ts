/**
 * Does the engine find what is there, size it rightly and point the right way?
 *
 * Twelve diaries of the main family (48 true edges into skin and gut): power, false discoveries, coverage, size, delay. The bounds leave room for
 * the chance of a set this small (standard error of power about .07, of coverage about .03). Controls show that each bound can be broken.
 */
import { describe, expect, it } from "vitest";
import { bestLag, perfice } from "../../bench/truth/baselines.ts";
import { engineMethod } from "../../bench/truth/engine-method.ts";
import { shuffleColumn } from "../../bench/truth/generate.ts";
import type { TruthDiary } from "../../bench/truth/diary.ts";
import type { Method, MethodAnswer } from "../../bench/truth/method.ts";
import { axisSteps } from "../../src/engine/fit-axis.ts";
import { evenDiaries, examine, figures } from "./examine.ts";

const diaries = evenDiaries("main", 12);
const engine = remembering(engineMethod(axisSteps)); // the controls reuse the answers

describe("on twelve diaries with known effects", () => {
  const score = examine(engine, diaries);
  console.info(figures("main, gutskin", score));

  it("the engine finds at least half of the true edges", () => {
    expect(score.power.of).toBe(48);
    expect(score.power.value).toBeGreaterThanOrEqual(0.5);
  });

  it("at most 15 % of what it reports is false", () => {
    expect(score.fdr.value).toBeLessThanOrEqual(0.15);
  });

  it("its 95 % intervals hold the true effect of at least 85 % of all true edges", () => {
    expect(score.coverageAll.value).toBeGreaterThanOrEqual(0.85);
  });

  it("its effects are on average between .8 and 1.2 of the true ones", () => {
    expect(score.estimateRatioAll.value).toBeGreaterThan(0.8);
    expect(score.estimateRatioAll.value).toBeLessThan(1.2);
  });

  it("its reported effects have the right sign, and the right delay to within a day on average", () => {
    expect(score.signRight.value).toBe(1);
    expect(score.delayError.value).toBeLessThan(1);
  });
});

describe("controls: the bounds can be broken", () => {
  it("a shuffled skin has no causes left to find", () => {
    const shuffled = diaries.slice(0, 6).map((diary) => shuffleColumn(diary, "skin", diary.seed));
    expect(examine(engine, shuffled, ["skin"]).power.value).toBeLessThanOrEqual(0.06);
  });

  it("the |r| >= .5 rule fails the power bound, the best-lag rule the FDR bound", () => {
    expect(examine(perfice, diaries).power.value).toBeLessThan(0.5);
    expect(examine(bestLag, diaries).fdr.value).toBeGreaterThan(0.15);
  });

  it("intervals a quarter as wide, or effects half as large, fail the bounds on coverage and size", () => {
    const boastful = altered((effect) => {
      const reach = (effect.high95 - effect.low95) / 8;
      return { mean: effect.mean / 2, low95: effect.mean / 2 - reach, high95: effect.mean / 2 + reach };
    });
    const broken = examine(boastful, diaries.slice(0, 4));
    expect(broken.coverageAll.value).toBeLessThan(0.85);
    expect(broken.estimateRatioAll.value).toBeLessThan(0.8);
  });
});

/** Answers each diary once. */
function remembering(method: Method): Method {
  const known = new Map<TruthDiary, MethodAnswer>();
  return {
    ...method,
    answer: (diary, outcomes) => {
      const answer = known.get(diary) ?? method.answer(diary, outcomes);
      known.set(diary, answer);
      return answer;
    },
  };
}

type Effect = { readonly mean: number; readonly low95: number; readonly high95: number };

/** The engine with its effects spoilt. */
function altered(spoil: (effect: Effect) => Effect): Method {
  return {
    ...engine,
    answer: (diary, outcomes) => {
      const answer = engine.answer(diary, outcomes);
      const claims = answer.claims.map((claim) => (claim.effect ? { ...claim, effect: spoil(claim.effect) } : claim));
      return { ...answer, claims };
    },
  };
}
