import { describe, expect, it } from "vitest";
import { parseDay } from "../../base/day.ts";
import type { MealRows } from "../../lib/index.ts";
import type { FoodTask } from "../food-messages.ts";
import { createFoodDesk, type FoodDesk, type FoodWorker } from "./food-desk.ts";

interface Fake {
  readonly desk: FoodDesk;
  readonly tasks: FoodTask[];
  /** Answers the oldest question that is open. */
  readonly answer: () => void;
  readonly fail: () => void;
  readonly started: () => number;
}

function rowsFor(text: string): MealRows {
  return { state: "foods", rows: [], notes: [text], ask: null };
}

function fakeDesk(): Fake {
  const tasks: FoodTask[] = [];
  const open: FoodTask[] = [];
  let hear: (message: unknown) => void = () => undefined;
  let fault: () => void = () => undefined;
  let started = 0;
  const start = (): FoodWorker => {
    started += 1;
    return {
      post: (task) => {
        tasks.push(task);
        if (task.task !== "foods-know") open.push(task);
      },
      onMessage: (to) => {
        hear = to;
      },
      onFault: (to) => {
        fault = to;
      },
      end: () => undefined,
    };
  };
  return {
    desk: createFoodDesk(start),
    tasks,
    answer: () => {
      const task = open.shift();
      if (task?.task === "foods-read") hear({ kind: "foods-read", id: task.id, rows: rowsFor(task.text) });
      if (task?.task === "foods-find")
        hear({ kind: "foods-find", id: task.id, foods: [{ id: "kefir", name: "kefir" }] });
    },
    fail: () => {
      open.length = 0;
      fault();
    },
    started: () => started,
  };
}

const parsed = parseDay("2026-11-22");
if (!parsed.ok) throw new Error("that day exists");
const someDay = parsed.value;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe("the desk for meals", () => {
  it("starts no worker before it is asked, and one for all questions", async () => {
    const { desk, answer, started } = fakeDesk();
    desk.know([]);
    expect(started()).toBe(0);
    const first = desk.read("kefir");
    answer();
    expect((await first)?.notes).toEqual(["kefir"]);
    void desk.find("kef");
    expect(started()).toBe(1);
  });

  it("reads only the newest of the texts that were typed meanwhile", async () => {
    const { desk, tasks, answer } = fakeDesk();
    const all = [desk.read("k"), desk.read("ke"), desk.read("kef")];
    expect(tasks).toHaveLength(1);
    answer();
    await settle();
    answer();
    const read = await Promise.all(all);
    expect(read.map((rows) => rows?.notes[0])).toEqual(["k", undefined, "kef"]);
    expect(tasks).toHaveLength(2);
  });

  it("tells a worker that starts later what is known, before the first question", () => {
    const { desk, tasks } = fakeDesk();
    desk.know([{ kind: "ownFood", day: someDay, id: "a", label: "a", per100Grams: {}, foodSource: "label" }]);
    void desk.find("a");
    expect(tasks.map(({ task }) => task)).toEqual(["foods-know", "foods-find"]);
  });

  it("answers nothing when the worker cannot start, and starts another for the next question", async () => {
    const { desk, answer, fail, started } = fakeDesk();
    const lost = desk.read("kefir");
    const alsoLost = desk.plate([], someDay);
    fail();
    expect(await lost).toBeNull();
    expect(await alsoLost).toBeNull();
    const found = desk.find("kef");
    answer();
    expect(await found).toEqual([{ id: "kefir", name: "kefir" }]);
    expect(started()).toBe(2);
  });
});
