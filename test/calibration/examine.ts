/**
 * How is a method examined on a small set of made-up diaries? Shared by the calibration tests.
 *
 * Even seeds (the engine is tuned on odd ones). The engine runs bundled and in worker threads as people run it: inside the test runner's module
 * loader the same arithmetic takes three times as long.
 */
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import type { Family } from "../../bench/truth/diary.ts";
import { answerInWorkers, type Job } from "../../bench/truth/pool.ts";
import { scoreMethod, type Score } from "../../bench/truth/score.ts";
import type { ScoredDiary } from "../../bench/truth/scored-diary.ts";
import { bundle } from "../../scripts/bundle-bench.mjs";

/** The first `count` even-seeded jobs of the family. */
export function evenJobs(family: Family, count: number): readonly Job[] {
  return Array.from({ length: count }, (_, index) => ({ family, seed: 2 * (index + 1) }));
}

/** Answers of these methods on these diaries, for these outcomes. */
export async function answersOf(
  jobs: readonly Job[],
  methods: readonly string[],
  outcomes: readonly string[],
): Promise<readonly ScoredDiary[]> {
  const workerFile = pathToFileURL(await bundle("bench/truth/worker.ts"));
  return answerInWorkers(workerFile, jobs, { methods, outcomes, engine: {} }, Math.min(2, availableParallelism()));
}

/** The figures of one method among these answers. */
export function scoreOf(method: string, answers: readonly ScoredDiary[]): Score {
  return scoreMethod(
    answers.filter((answer) => answer.method === method),
    50,
  );
}

/** A line for the log, so that a run shows its figures and not only that it passed. */
export function figures(name: string, score: Score): string {
  const of = (metric: keyof Score): string => score[metric].value.toFixed(2);
  return `${name}: any ${of("anyReported")}, FDR ${of("fdr")}, power ${of("power")}, coverage ${of("coverageAll")}, estimate/true ${of("estimateRatioAll")}, delay error ${of("delayError")} d, direction ${of("direction")}, ${of("seconds")} s`;
}
