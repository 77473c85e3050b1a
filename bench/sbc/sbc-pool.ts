/**
 * How are many diaries examined at once? Jobs go to worker threads; records come back in the order of the jobs, so the result does not depend on how
 * many workers there were.
 */
import { Worker } from "node:worker_threads";
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
  const records = new Map<number, SbcRecord | null>();
  let next = 0;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile);
      let current = -1;
      const give = (): void => {
        current = next;
        next += 1;
        if (current < jobs.length) worker.postMessage(jobs[current]);
        else
          worker.terminate().then(() => {
            resolve();
          }, reject);
      };
      worker.on("message", (record: SbcRecord | null) => {
        records.set(current, record);
        onDone(records.size);
        give();
      });
      worker.on("error", reject);
      give();
    });
  await Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, one));
  return jobs.flatMap((_, index) => records.get(index) ?? []);
}

/** `count` jobs of every arm with seeds `first`, first + 2, ... (odd: development, even: quoted). */
export function sbcJobs(wanted: readonly Arm[], count: number, first: number): readonly SbcJob[] {
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => wanted.map((arm) => ({ arm, seed: first + 2 * i })));
}
