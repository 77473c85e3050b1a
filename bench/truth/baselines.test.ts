import { describe, expect, it } from "vitest";
import { bestLag } from "./baselines/correlations.ts";
import { granger } from "./baselines/granger.ts";
import { baselines } from "./baselines.ts";
import { outcomeNames } from "./diary.ts";
import { makeDiary, shuffleColumn } from "./generate.ts";
import { oracle } from "./oracle.ts";
import { scoreMethod, type Score } from "./score.ts";
import { scoredDiary } from "./scored-diary.ts";
import type { Method } from "./method.ts";
import type { TruthDiary } from "./diary.ts";

const seeds = [1, 3, 5, 7, 9, 11, 13, 15];

function scoreOf(method: Method, diaries: readonly TruthDiary[]): Score {
  const scored = diaries.map((diary) => {
    const outcomes = outcomeNames(diary.table);
    return scoredDiary(diary, outcomes, method, method.answer(diary, outcomes), 0);
  });
  return scoreMethod(scored, 20);
}

describe("the methods to compare with", () => {
  it("all answer every ordered pair of the outcomes", () => {
    const diary = makeDiary("main", 1);
    for (const method of [...baselines, oracle]) {
      expect(method.answer(diary, ["skin"]).claims, method.name).toHaveLength(21);
      expect(method.answer(diary, outcomeNames(diary.table)).claims, method.name).toHaveLength(84);
    }
  });

  it("best lag without correction raises a false alarm on every null diary", () => {
    expect(
      scoreOf(
        bestLag,
        seeds.map((seed) => makeDiary("null", seed)),
      ).anyReported.value,
    ).toBe(1);
  });

  it("the oracle finds more than eight of ten and covers about 95 %, Granger finds fewer", () => {
    const diaries = seeds.map((seed) => makeDiary("main", seed));
    const told = scoreOf(oracle, diaries);
    expect(told.power.value).toBeGreaterThan(0.8);
    expect(told.coverageAll.value).toBeGreaterThan(0.85);
    expect(told.fdr.value).toBeLessThan(0.15);
    expect(scoreOf(granger, diaries).power.value).toBeLessThan(told.power.value);
  });

  it("nobody finds the causes of a shuffled skin", () => {
    const shuffled = seeds.map((seed) => shuffleColumn(makeDiary("main", seed), "skin", seed));
    expect(scoreOf(granger, shuffled).powerSkin.value).toBeLessThan(0.1);
    expect(scoreOf(oracle, shuffled).powerSkin.value).toBeLessThan(0.1);
  });
});
