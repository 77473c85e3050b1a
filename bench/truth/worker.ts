/**
 * What does one worker thread of the truth benchmark do?
 *
 * Makes the diary of a job, lets every method of the plan answer it and sends the scored answers back.
 */
import { parentPort, workerData } from "node:worker_threads";
import { axisSteps } from "../../src/engine/fit-axis.ts";
import { baselines } from "./baselines.ts";
import { outcomeNames } from "./diary.ts";
import { engineMethod } from "./engine-method.ts";
import { makeDiary, shuffleColumn } from "./generate.ts";
import type { Method } from "./method.ts";
import { oracle } from "./oracle.ts";
import type { Job, Plan } from "./pool.ts";
import { scoredDiary } from "./score.ts";

serve(workerData);

function serve(plan: Plan): void {
  const known: readonly Method[] = [engineMethod(axisSteps, plan.engine), oracle, ...baselines];
  const methods = plan.methods.flatMap((name) => known.filter((method) => method.name === name));
  parentPort?.on("message", ({ family, seed, shuffle }: Job) => {
    const made = makeDiary(family, seed);
    const diary = shuffle === undefined ? made : shuffleColumn(made, shuffle, seed);
    const outcomes = plan.outcomes.length === 0 ? outcomeNames(diary.table) : plan.outcomes;
    parentPort?.postMessage(
      methods.map((method) => {
        const started = performance.now();
        const answer = method.answer(diary, outcomes);
        return scoredDiary(diary, outcomes, method.name, answer, performance.now() - started);
      }),
    );
  });
}
