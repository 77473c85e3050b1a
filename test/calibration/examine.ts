/**
 * How is a method examined on a small set of made-up diaries? Shared by the calibration tests.
 *
 * Even seeds (the engine is tuned on odd ones), two outcomes (skin and gut) to keep the time of one run short.
 */
import { makeDiary } from "../../bench/truth/generate.ts";
import type { Family, TruthDiary } from "../../bench/truth/diary.ts";
import type { Method } from "../../bench/truth/method.ts";
import { scoredDiary, scoreMethod, type Score } from "../../bench/truth/score.ts";

/** The first `count` even-seeded diaries of the family. */
export function evenDiaries(family: Family, count: number): readonly TruthDiary[] {
  return Array.from({ length: count }, (_, index) => makeDiary(family, 2 * (index + 1)));
}

/** What the method makes of these diaries. */
export function examine(
  method: Method,
  diaries: readonly TruthDiary[],
  outcomes: readonly string[] = ["skin", "gut"],
): Score {
  const scored = diaries.map((diary) => scoredDiary(diary, outcomes, method.name, method.answer(diary, outcomes), 0));
  return scoreMethod(scored, 50);
}

/** A line for the log, so that a run shows its figures and not only that it passed. */
export function figures(name: string, score: Score): string {
  const of = (metric: keyof Score): string => score[metric].value.toFixed(2);
  return `${name}: any ${of("anyReported")}, FDR ${of("fdr")}, power ${of("power")}, coverage ${of("coverageAll")}, estimate/true ${of("estimateRatioAll")}, delay error ${of("delayError")} d, direction ${of("direction")}`;
}
