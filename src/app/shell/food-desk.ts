/**
 * How does the page ask about meals without waiting for the answer?
 *
 * One worker that lives as long as the page, started with the first question. Of texts that are typed quickly only the newest is read: an older one that has not been
 * begun is answered with null. A worker that cannot start (the server went away) answers null until it is asked again.
 */
import type {
  Day,
  Entry,
  FoodChoiceEntry,
  FoodOption,
  MealRows,
  OwnFoodEntry,
  PlateDocument,
  RowChoices,
} from "../../lib/index.ts";
import { isFoodAnswer, type FoodAnswerMessage, type FoodTask } from "../food-messages.ts";

export interface FoodDesk {
  /** What meals are read with from now on. */
  readonly know: (entries: readonly (FoodChoiceEntry | OwnFoodEntry)[]) => void;
  /** null = a newer text was asked for, or there is no answer. */
  readonly read: (text: string) => Promise<MealRows | null>;
  readonly open: (text: string, item: number) => Promise<RowChoices | null>;
  readonly find: (words: string) => Promise<readonly FoodOption[]>;
  readonly plate: (entries: readonly Entry[], day: Day) => Promise<PlateDocument | null>;
}

/** The part of a worker that the desk needs; tests put a plain object here. */
export interface FoodWorker {
  readonly post: (task: FoodTask) => void;
  readonly onMessage: (hear: (message: unknown) => void) => void;
  readonly onFault: (hear: () => void) => void;
  readonly end: () => void;
}

interface Waiting {
  readonly text: string;
  readonly resolve: (rows: MealRows | null) => void;
}

/** A desk that starts its worker by `startWorker` when it is first asked. */
export function createFoodDesk(startWorker: () => FoodWorker): FoodDesk {
  let worker: FoodWorker | null = null;
  let lastId = 0;
  let known: readonly (FoodChoiceEntry | OwnFoodEntry)[] = [];
  const asked = new Map<number, (answer: FoodAnswerMessage | null) => void>();
  let isReading = false;
  let waiting: Waiting | null = null;

  const giveUp = (): void => {
    worker?.end();
    worker = null;
    const open = [...asked.values()];
    asked.clear();
    for (const resolve of open) resolve(null);
  };
  const running = (): FoodWorker => {
    if (worker !== null) return worker;
    const started = startWorker();
    worker = started;
    started.onFault(giveUp);
    started.onMessage((message) => {
      if (!isFoodAnswer(message)) return;
      const resolve = asked.get(message.id);
      asked.delete(message.id);
      resolve?.(message);
    });
    if (known.length > 0) started.post({ task: "foods-know", entries: known });
    return started;
  };
  const ask = (task: (id: number) => FoodTask): Promise<FoodAnswerMessage | null> =>
    new Promise((resolve) => {
      lastId += 1;
      asked.set(lastId, resolve);
      running().post(task(lastId));
    });
  const readNow = async ({ text, resolve }: Waiting): Promise<void> => {
    isReading = true;
    const answer = await ask((id) => ({ task: "foods-read", id, text }));
    isReading = false;
    resolve(answer?.kind === "foods-read" ? answer.rows : null);
    const next = waiting;
    waiting = null;
    if (next !== null) void readNow(next);
  };

  return {
    know: (entries) => {
      if (entries === known) return;
      known = entries;
      worker?.post({ task: "foods-know", entries });
    },
    read: (text) =>
      new Promise((resolve) => {
        if (!isReading) {
          void readNow({ text, resolve });
          return;
        }
        waiting?.resolve(null);
        waiting = { text, resolve };
      }),
    open: async (text, item) => {
      const answer = await ask((id) => ({ task: "foods-open", id, text, item }));
      return answer?.kind === "foods-open" ? answer.choices : null;
    },
    find: async (words) => {
      const answer = await ask((id) => ({ task: "foods-find", id, words }));
      return answer?.kind === "foods-find" ? answer.foods : [];
    },
    plate: async (entries, day) => {
      const answer = await ask((id) => ({ task: "foods-plate", id, entries, day }));
      return answer?.kind === "foods-plate" ? answer.plate : null;
    },
  };
}

/** The browser's worker at this (trusted) address. */
export function startFoodWorker(workerAddress: string): FoodWorker {
  const worker = new Worker(workerAddress, { type: "module", name: "gutskin foods" });
  return {
    post: (task) => worker.postMessage(task),
    onMessage: (hear) => worker.addEventListener("message", (event: MessageEvent<unknown>) => hear(event.data)),
    onFault: (hear) => worker.addEventListener("error", hear),
    end: () => worker.terminate(),
  };
}
