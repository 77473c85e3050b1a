/**
 * How is a list of jobs spread over worker threads?
 *
 * Each worker gets the next job that nobody has begun; answers come back in the order of the jobs, so the result does not depend on how many
 * workers there were. The worker file answers every message with one message.
 */
import { Worker } from "node:worker_threads";

/** `workerData` goes to every worker once; `onAnswer` hears answers as they come. Rejects with the job's name when a worker throws. */
export async function runInWorkers<Job, Answer>(
  workerFile: URL,
  jobs: readonly Job[],
  workers: number,
  setting: {
    readonly workerData?: unknown;
    readonly nameOf: (job: Job) => string;
    readonly onAnswer: (answer: Answer, done: number) => void;
  },
): Promise<readonly Answer[]> {
  const answers = new Map<number, Answer>();
  let next = 0;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, { workerData: setting.workerData });
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
      worker.on("message", (answer: Answer) => {
        answers.set(current, answer);
        setting.onAnswer(answer, answers.size);
        give();
      });
      worker.on("error", (error) => {
        const job = jobs[current];
        const name = job === undefined ? "no job" : setting.nameOf(job);
        reject(new Error(`${name}: ${String(error)}`, { cause: error }));
      });
      give();
    });
  await Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, one));
  return [...answers.entries()].sort((a, b) => a[0] - b[0]).map(([, answer]) => answer);
}
