/**
 * One thread of `gutskin analyse`: fits the outcomes that it is handed, one after another.
 *
 * Gets table and options once, prepares the same problem as the main thread (preparing is deterministic), and answers
 * each outcome's number with progress and then the part. Which thread fits which outcome changes nothing in the numbers,
 * because every outcome has its own random stream.
 */
import { parentPort, workerData } from "node:worker_threads";
import { Defect } from "../base/defect.ts";
import { createSimdWork, outcomeSteps, prepareAxis } from "../lib/index.ts";
import { isOutcomeOrder, isThreadTask, type ThreadMessage } from "./thread-messages.ts";

const PROGRESS_MILLISECONDS = 100;

const port = parentPort;
const task: unknown = workerData;
if (port === null || !isThreadTask(task)) throw new Defect("an analysis thread was started without a task");
/** Two doubles at a time where Node can; the same bits either way. */
const simdWork = createSimdWork();
const problem = prepareAxis(task.table, {
  ...task.options,
  now: () => performance.now(),
  ...(simdWork ? { linearWork: simdWork } : {}),
});
if (!problem.ok) throw new Defect("an analysis thread could not prepare what the main thread could");

port.on("message", (order: unknown) => {
  if (!isOutcomeOrder(order)) throw new Defect("an analysis thread was handed something else than an outcome");
  const tell = (message: ThreadMessage): void => {
    port.postMessage(message);
  };
  const steps = outcomeSteps(problem.value, order.index);
  let told = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      tell({ type: "part", index: order.index, part: step.value });
      return;
    }
    if (performance.now() - told < PROGRESS_MILLISECONDS) continue;
    told = performance.now();
    tell({ type: "progress", index: order.index, fraction: step.value });
  }
});
