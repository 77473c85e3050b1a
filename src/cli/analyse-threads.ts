/**
 * How are the outcomes of one diary fitted on several cores, to the same bytes?
 *
 * Outcomes are independent (engine/fit-axis.ts), so each thread takes the next one that nobody has begun; the parts are
 * put together in the order of the problem, never in the order of arrival.
 */
import { Worker } from "node:worker_threads";
import {
  assembleAxis,
  evidencePriorsOf,
  ok,
  prepareAxis,
  toDocument,
  type AnalysisDocument,
  type AxisError,
  type AxisOptions,
  type DailyTable,
  type DiaryFact,
  type OutcomePart,
  type Result,
  type SafetyAnswer,
  type SkinCondition,
} from "../lib/index.ts";
import { Interrupted } from "./interrupted.ts";
import type { Progress } from "./terminal/progress.ts";
import { isThreadMessage, type OutcomeOrder, type ThreadTask } from "./thread-messages.ts";

/** What is asked: a table and how to look at it. */
export interface AnalyseQuestion {
  readonly table: DailyTable;
  readonly seed: number;
  readonly fdr: number;
  readonly assumed: readonly DiaryFact[];
  readonly safety: SafetyAnswer;
  /** Skin conditions that the person has named: what trials found about them goes in, with the answer of the data alone beside it. Empty = the data alone. */
  readonly conditions: readonly SkinCondition[];
  /** How days without an entry are taken; default as saying nothing. */
  readonly missingOutcomes?: "ignorable" | "worse-days";
  /** Stop after about so long with the best answer so far; absent = no limit. */
  readonly timeBudgetMilliseconds?: number;
  /** At most this many threads. */
  readonly threads: number;
}

export interface ThreadOptions {
  readonly workerFile: string;
  readonly threads: number;
  readonly stop: AbortSignal;
  readonly progress: Progress;
}

/** The analysis document, fitted by up to `threads` threads. Throws `Interrupted`. Errors: those of `analyseSteps`. */
export async function analyseOnThreads(
  question: AnalyseQuestion,
  options: ThreadOptions,
): Promise<Result<AnalysisDocument, AxisError>> {
  const { table, assumed, safety } = question;
  const asked = axisOptionsOf(question);
  const problem = prepareAxis(table, asked);
  if (!problem.ok) return problem;
  const names = problem.value.outcomes.map((outcome) => outcome.column.name);
  const parts = await fitAll({ table, options: asked }, names, options);
  return ok(toDocument(assembleAxis(problem.value, parts), table, assumed, { ...asked, safety }));
}

/** The engine's options for a question, without the clock: a function cannot be sent to a thread, each side adds its own. */
export function axisOptionsOf(question: AnalyseQuestion): Omit<AxisOptions, "now"> {
  const { table, conditions, seed, fdr, missingOutcomes, timeBudgetMilliseconds } = question;
  return {
    seed,
    fdr,
    priors: evidencePriorsOf(table, conditions),
    ...(missingOutcomes === undefined ? {} : { missingOutcomes }),
    ...(timeBudgetMilliseconds === undefined ? {} : { timeBudgetMilliseconds }),
  };
}

async function fitAll(
  task: ThreadTask,
  names: readonly string[],
  { workerFile, threads, stop, progress }: ThreadOptions,
): Promise<readonly OutcomePart[]> {
  const parts: (OutcomePart | undefined)[] = names.map(() => undefined);
  const fractions = names.map(() => 0);
  const workers: Worker[] = [];
  let next = 0;
  let done = 0;
  try {
    await new Promise<void>((resolve, reject) => {
      const handOut = (worker: Worker): void => {
        if (next >= names.length) return;
        const order: OutcomeOrder = { index: next };
        next += 1;
        worker.postMessage(order);
      };
      stop.addEventListener("abort", () => {
        reject(new Interrupted("stopped"));
      });
      for (let count = Math.min(threads, names.length); count > 0; count -= 1) {
        const worker = new Worker(workerFile, { workerData: task });
        workers.push(worker);
        worker.on("error", reject);
        worker.on("message", (message: unknown) => {
          if (!isThreadMessage(message)) return;
          fractions[message.index] = message.type === "part" ? 1 : message.fraction;
          const whole = fractions.reduce((sum, fraction) => sum + fraction, 0) / names.length;
          progress.show(`${names[message.index] ?? ""} (${String(done)} of ${String(names.length)} done)`, whole);
          if (message.type === "progress") return;
          parts[message.index] = message.part;
          done += 1;
          if (done === names.length) resolve();
          else handOut(worker);
        });
        handOut(worker);
      }
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return parts.filter((part) => part !== undefined);
}
