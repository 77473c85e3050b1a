/**
 * What does one worker thread of the truth benchmark do?
 *
 * Makes the diary of a job, lets every method of the plan answer it that has not answered this very diary before, and sends the scored answers back.
 */
import { parentPort, workerData } from "node:worker_threads";
import { axisSteps } from "../../src/engine/fit-axis.ts";
import { createSimdWork } from "../../src/simd/simd-work.ts";
import { baselines, forecasters } from "./baselines.ts";
import { oracleForecast } from "./baselines/oracle-forecast.ts";
import { diaryCsv } from "./diary-files.ts";
import { outcomeNames, type TruthDiary } from "./diary.ts";
import { engineMethod } from "./engine-method.ts";
import { makeDiary, shuffleColumn } from "./generate.ts";
import type { Method } from "./method.ts";
import { oracle } from "./oracle.ts";
import type { Answered, Job, Plan } from "./pool.ts";
import { scoredDiary } from "./scored-diary.ts";

const simdWork = createSimdWork();

serve(workerData);

function serve(plan: Plan): void {
  const known: readonly Method[] = [
    engineMethod(axisSteps, { ...plan.engine, ...(simdWork ? { linearWork: simdWork } : {}) }),
    oracle,
    ...baselines,
    ...forecasters,
    oracleForecast,
  ];
  const methods = plan.methods.flatMap((name) => known.filter((method) => method.name === name));
  parentPort?.on("message", ({ family, seed, shuffle, before }: Job) => {
    const made = makeDiary(family, seed);
    const diary = shuffle === undefined ? made : shuffleColumn(made, shuffle, seed);
    const outcomes = plan.outcomes.length === 0 ? outcomeNames(diary.table) : plan.outcomes;
    const fingerprint = fingerprintOf(diary, outcomes);
    const isDone = (name: string): boolean =>
      before !== undefined && before.fingerprint === fingerprint && before.methods.includes(name);
    const answered: Answered = {
      family,
      seed,
      fingerprint,
      scored: methods
        .filter((method) => !isDone(method.name))
        .map((method) => {
          const started = performance.now();
          const answer = method.answer(diary, outcomes);
          return scoredDiary(diary, outcomes, method, answer, performance.now() - started);
        }),
    };
    parentPort?.postMessage(answered);
  });
}

/** Changes when anything changes that a method sees, is asked or is scored by. FNV-1a, 32 bits. */
function fingerprintOf({ table, truth, future }: TruthDiary, outcomes: readonly string[]): string {
  const text =
    diaryCsv(table) +
    JSON.stringify(truth) +
    outcomes.join() +
    JSON.stringify([...future].map(([name, values]) => [name, ...values]));
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
}
