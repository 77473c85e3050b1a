/**
 * How are many diaries answered at once?
 *
 * `answerInWorkers` hands jobs to worker threads that run the bundled worker.ts and collects the scored answers in the order of the jobs, so the
 * result does not depend on how many workers there were.
 */
import type { AxisOptions } from "../../src/engine/posterior.ts";
import { runInWorkers } from "../worker-queue.ts";
import type { Family } from "./diary.ts";
import type { ScoredDiary } from "./scored-diary.ts";

export interface Plan {
  /** Names of methods; unknown names are ignored. */
  readonly methods: readonly string[];
  /** Empty = all. */
  readonly outcomes: readonly string[];
  readonly engine: Partial<AxisOptions>;
}

export interface Job {
  readonly family: Family;
  readonly seed: number;
  /** A column to be put in random order first (a control). */
  readonly shuffle?: string;
  /** Methods that answered in an earlier run; asked again when the diary's fingerprint has changed. */
  readonly before?: { readonly fingerprint: string; readonly methods: readonly string[] };
}

/** What a worker sends back for one job. */
export interface Answered {
  readonly family: Family;
  readonly seed: number;
  readonly fingerprint: string;
  /** Only of the methods that were asked now. */
  readonly scored: readonly ScoredDiary[];
}

/** Answers every job with every method of the plan. `workerFile` is the bundled worker; `onDone` hears every answer as it comes. */
export async function answerInWorkers(
  workerFile: URL,
  jobs: readonly Job[],
  plan: Plan,
  workers: number,
  onDone: (answered: Answered, done: number) => void = () => undefined,
): Promise<readonly ScoredDiary[]> {
  const answers = await runInWorkers<Job, Answered>(workerFile, jobs, workers, {
    workerData: plan,
    nameOf: ({ family, seed }) => `${family}, seed ${String(seed)}`,
    onAnswer: onDone,
  });
  return answers.flatMap(({ scored }) => scored);
}
