/**
 * Where does the computing happen, so that the page never waits?
 *
 * A dedicated worker, started for one task and ended after it; one that reads meals lives on. An analysis sends a first look at once and then runs in slices
 * (slices.ts), so that a stop is heard within 50 ms; progress is told at most every 60 ms, because each note costs the page a repaint.
 */
import { analyseSteps, createSimdWork, evaluateSafety, firstLook } from "../lib/index.ts";
import { isFoodTask, type FoodTask } from "./food-messages.ts";
import type { FoodPart } from "./food-part.ts";
import { createPause, runInSlices } from "./slices.ts";
import { isWorkerTask, type AnalyseTask, type WorkerReply } from "./worker-protocol.ts";

const PROGRESS_EVERY_MS = 60;

/** Two doubles at a time where the browser can; the same bits either way. */
const simdWork = createSimdWork();
const world = { now: (): number => performance.now(), pause: createPause() };

/** Loaded with the first question about a meal; that worker lives on (food-messages.ts). */
let foodPart: Promise<FoodPart> | null = null;

addEventListener("message", (event: MessageEvent<unknown>) => {
  if (isFoodTask(event.data)) void answerFoods(event.data);
  else void answer(event.data);
});

async function answerFoods(task: FoodTask): Promise<void> {
  const id = "id" in task ? task.id : 0;
  try {
    foodPart ??= import("./food-part.ts").then(({ createFoodPart }) => createFoodPart());
    const message = await (await foodPart).answer(task);
    if (message !== null) postMessage(message);
  } catch (fault) {
    // what could not be fetched may be there the next time
    foodPart = null;
    postMessage({ kind: "foods-fault", id, text: fault instanceof Error ? fault.name : "unknown fault" });
  }
}

async function answer(task: unknown): Promise<void> {
  if (!isWorkerTask(task)) {
    reply({ kind: "fault", text: "the worker was sent a task that it does not know" });
    return;
  }
  try {
    if (task.task === "analyse") reply(await analyse(task));
    else {
      const { makeDemoPerson, tableOfEntries } = await import("./table-part.ts");
      const { entries, truth } = task.task === "table" ? { ...task, truth: [] } : makeDemoPerson(task.seed);
      reply({ kind: "table", table: await tableOfEntries(entries), truth });
    }
  } catch (fault) {
    // No diary content: a Defect's text names code only, other faults are named by their class.
    reply({ kind: "fault", text: fault instanceof Error ? `${fault.name}: ${fault.message}` : "unknown fault" });
  }
}

async function analyse({ table, facts, conditions, seed, missingOutcomes }: AnalyseTask): Promise<WorkerReply> {
  const priors = conditions.length === 0 ? [] : (await import("./priors-part.ts")).evidencePriorsOf(table, conditions);
  const options = {
    seed,
    priors,
    missingOutcomes,
    safety: evaluateSafety(facts),
    ...(simdWork ? { linearWork: simdWork } : {}),
  };
  const look = firstLook(table, options);
  if (look.ok) reply({ kind: "preview", document: look.value });
  await world.pause();
  let toldAt = 0;
  const document = await runInSlices(
    analyseSteps(table, options),
    ({ fraction, outcome }) => {
      if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
      toldAt = performance.now();
      reply({ kind: "progress", fraction, outcome });
    },
    world,
  );
  return document.ok ? { kind: "document", document: document.value } : { kind: "error", error: document.error };
}

function reply(message: WorkerReply): void {
  postMessage(message);
}
