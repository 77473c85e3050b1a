/**
 * Where does the computing happen, so that the page never waits?
 *
 * A dedicated worker, started for one task and ended after it. Steps of the analysis are bounded pieces of
 * work; progress is told at most every 60 ms, because each note costs the page a repaint.
 */
import { analyseSteps, buildDailyTable, makeDemoPerson, wordError } from "../lib/index.ts";
import { isWorkerTask, type WorkerReply, type WorkerTask } from "./worker-protocol.ts";

const PROGRESS_EVERY_MS = 60;

addEventListener("message", (event: MessageEvent<unknown>) => {
  if (!isWorkerTask(event.data)) {
    reply({ kind: "fault", text: "the worker was sent a task that it does not know" });
    return;
  }
  try {
    reply(work(event.data));
  } catch (fault) {
    // No diary content: a Defect's text names code only, other faults are named by their class.
    reply({ kind: "fault", text: fault instanceof Error ? `${fault.name}: ${fault.message}` : "unknown fault" });
  }
});

function work(task: WorkerTask): WorkerReply {
  if (task.task === "table") return { kind: "table", table: buildDailyTable(task.entries), truth: [] };
  if (task.task === "demo") {
    const person = makeDemoPerson(task.seed);
    return { kind: "table", table: buildDailyTable(person.entries), truth: person.truth };
  }
  const steps = analyseSteps(task.table, { seed: task.seed });
  let toldAt = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      if (step.value.ok) return { kind: "document", document: step.value.value };
      const words = wordError(step.value.error);
      return { kind: "error", error: step.value.error, title: words.sentence, detail: words.mend };
    }
    if (performance.now() - toldAt < PROGRESS_EVERY_MS) continue;
    toldAt = performance.now();
    reply({ kind: "progress", fraction: step.value.fraction, outcome: step.value.outcome });
  }
}

function reply(message: WorkerReply): void {
  postMessage(message);
}
