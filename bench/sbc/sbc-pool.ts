/**
 * How are many diaries examined at once? Jobs go to worker threads; records come back in the order of the jobs, so the result does not depend on how
 * many workers there were.
 */
import { runInWorkers } from "../worker-queue.ts";
import type { Arm } from "./arm.ts";
import type { SbcRecord } from "./examine.ts";

export interface SbcJob {
  readonly arm: Arm;
  readonly seed: number;
  /** Wrong prior odds for every cause, a control; absent = the right ones. */
  readonly oddsFactor?: number;
}

/** `workerFile`: the bundled sbc-worker.ts. A diary that the engine refuses leaves no record. */
export async function examineInWorkers(
  workerFile: URL,
  jobs: readonly SbcJob[],
  workers: number,
  onDone: (done: number) => void = () => undefined,
): Promise<readonly SbcRecord[]> {
  const records = await runInWorkers<SbcJob, SbcRecord | null>(workerFile, jobs, workers, {
    nameOf: ({ arm, seed }) => `${arm.name}, seed ${String(seed)}`,
    onAnswer: (_, done) => {
      onDone(done);
    },
  });
  return records.filter((record) => record !== null);
}

/** `count` jobs of every arm with seeds `first`, first + 2, ... (odd: development, even: quoted). */
export function sbcJobs(wanted: readonly Arm[], count: number, first: number): readonly SbcJob[] {
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => wanted.map((arm) => ({ arm, seed: first + 2 * i })));
}
