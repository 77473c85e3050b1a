/**
 * How are meals read in the worker?
 *
 * A file of its own, loaded with the first question: it brings the reader and all foods (the same as in the terminal), and keeps them. Reading stays out of the page's
 * way, however long a pasted text is.
 */
import {
  createFoodIndex,
  createPersonalFoods,
  foodOptions,
  loadFoodTable,
  mealRows,
  noPersonalFoods,
  plateDocument,
  readMeal,
  rowChoices,
  type PersonalFoods,
} from "../lib/index.ts";
import type { FoodAnswerMessage, FoodTask } from "./food-messages.ts";

/** Answers questions about meals; one per worker. */
export interface FoodPart {
  /** null: the task has no answer. */
  readonly answer: (task: FoodTask) => Promise<FoodAnswerMessage | null>;
}

/** Starts to load the foods. */
export function createFoodPart(): FoodPart {
  const loading = loadFoodTable().then(createFoodIndex);
  let personal: PersonalFoods = noPersonalFoods;
  return {
    answer: async (task) => {
      if (task.task === "foods-know") {
        personal = createPersonalFoods(
          task.entries.flatMap((entry) => (entry.kind === "foodChoice" ? [entry] : [])),
          task.entries.flatMap((entry) => (entry.kind === "ownFood" ? [entry] : [])),
        );
        return null;
      }
      const index = await loading;
      const { id } = task;
      switch (task.task) {
        case "foods-read":
          return { kind: "foods-read", id, rows: mealRows(readMeal(task.text, index, personal), index) };
        case "foods-open": {
          const reading = readMeal(task.text, index, personal);
          const item = reading.items[task.item];
          const row = mealRows(reading, index).rows[task.item];
          const found = item === undefined || row === undefined ? null : rowChoices(item, row.text, index, personal);
          return { kind: "foods-open", id, choices: found };
        }
        case "foods-find":
          return { kind: "foods-find", id, foods: foodOptions(task.words, index, personal) };
        case "foods-plate":
          return { kind: "foods-plate", id, plate: plateDocument(task.entries, task.day, index) };
      }
    },
  };
}
