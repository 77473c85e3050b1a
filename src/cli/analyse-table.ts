/**
 * How does a daily table become the answer in the terminal, with progress and a way to stop?
 *
 * Drives the generator of insights on this thread, a slice at a time, so that Ctrl-C is heard within a few hundredths of
 * a second; or, for several outcomes, one worker thread per core (analyse-threads.ts). Both give the same bytes.
 */
import {
  analyseSteps,
  hasUnreadEmergency,
  outcomeRoles,
  type AnalysisDocument,
  type AxisError,
  type DailyTable,
  type Result,
} from "../lib/index.ts";
import { analyseOnThreads, axisOptionsOf, type AnalyseQuestion } from "./analyse-threads.ts";
import { breathe } from "./interrupted.ts";
import { createProgress, type Progress } from "./terminal/progress.ts";
import type { World } from "./world.ts";

/** Work between two looks at the event loop, seconds. With one step of the engine on top, Ctrl-C is heard within 0.05 s. */
const SLICE_SECONDS = 0.02;

/** The analysis document. Throws `Interrupted` on Ctrl-C. Errors: those of `analyseSteps`. */
export async function analyseInTerminal(
  world: World,
  question: AnalyseQuestion,
): Promise<Result<AnalysisDocument, AxisError>> {
  const progress = createProgress(world);
  try {
    const { workerFile, stop } = world;
    const isAlone = question.threads < 2 || outcomeCount(question.table) < 2 || hasUnreadEmergency(question.safety);
    if (workerFile === null || isAlone) {
      return await analyseHere(world, question, progress);
    }
    return await analyseOnThreads(question, { workerFile, threads: question.threads, stop, progress });
  } finally {
    progress.end();
  }
}

async function analyseHere(
  world: World,
  question: AnalyseQuestion,
  progress: Progress,
): Promise<Result<AnalysisDocument, AxisError>> {
  const { table, assumed, safety } = question;
  const now = (): number => world.seconds() * 1000;
  const steps = analyseSteps(table, { ...axisOptionsOf(question), now, assumed, safety });
  let sliceEnd = world.seconds() + SLICE_SECONDS;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (world.seconds() < sliceEnd) continue;
    const { outcome, outcomeIndex, outcomeCount: count, fraction } = step.value;
    progress.show(`${outcome} (${String(outcomeIndex + 1)} of ${String(count)})`, fraction);
    await breathe(world.stop);
    sliceEnd = world.seconds() + SLICE_SECONDS;
  }
}

/** Columns that may be outcomes; more threads than that would only wait. */
function outcomeCount(table: DailyTable): number {
  return table.columns.filter((column) => outcomeRoles.includes(column.role)).length;
}
