/**
 * What do the page and the worker say to each other about meals?
 *
 * The page asks with a number, the worker answers with the same number. Unlike an analysis, this worker lives on: it holds the food table and what the person chose
 * before (`know`, which has no answer). Answers come in the order of the questions.
 */
import {
  isDay,
  type Day,
  type Entry,
  type FoodChoiceEntry,
  type FoodOption,
  type MealRows,
  type OwnFoodEntry,
  type PlateDocument,
  type RowChoices,
} from "../lib/index.ts";

export type FoodTask =
  /** Choices and own foods that meals are read with from now on. */
  | { readonly task: "foods-know"; readonly entries: readonly (FoodChoiceEntry | OwnFoodEntry)[] }
  | { readonly task: "foods-read"; readonly id: number; readonly text: string }
  /** What row `item` of this text offers. */
  | { readonly task: "foods-open"; readonly id: number; readonly text: string; readonly item: number }
  | { readonly task: "foods-find"; readonly id: number; readonly words: string }
  | { readonly task: "foods-plate"; readonly id: number; readonly entries: readonly Entry[]; readonly day: Day };

export type FoodAnswerMessage =
  | { readonly kind: "foods-read"; readonly id: number; readonly rows: MealRows }
  | { readonly kind: "foods-open"; readonly id: number; readonly choices: RowChoices | null }
  | { readonly kind: "foods-find"; readonly id: number; readonly foods: readonly FoodOption[] }
  | { readonly kind: "foods-plate"; readonly id: number; readonly plate: PlateDocument }
  | { readonly kind: "foods-fault"; readonly id: number; readonly text: string };

/** True for a question about meals as the page sends it. */
export function isFoodTask(value: unknown): value is FoodTask {
  if (!isRecord(value)) return false;
  switch (value["task"]) {
    case "foods-know":
      return Array.isArray(value["entries"]);
    case "foods-read":
      return typeof value["id"] === "number" && typeof value["text"] === "string";
    case "foods-open":
      return typeof value["id"] === "number" && typeof value["text"] === "string" && typeof value["item"] === "number";
    case "foods-find":
      return typeof value["id"] === "number" && typeof value["words"] === "string";
    case "foods-plate":
      return (
        typeof value["id"] === "number" &&
        Array.isArray(value["entries"]) &&
        typeof value["day"] === "string" &&
        isDay(value["day"])
      );
    default:
      return false;
  }
}

/** True for an answer as the worker sends it; its contents were made by the same build on the same machine. */
export function isFoodAnswer(value: unknown): value is FoodAnswerMessage {
  if (!isRecord(value) || typeof value["id"] !== "number") return false;
  switch (value["kind"]) {
    case "foods-read":
      return isRecord(value["rows"]) && Array.isArray(value["rows"]["rows"]);
    case "foods-open":
      return value["choices"] === null || isRecord(value["choices"]);
    case "foods-find":
      return Array.isArray(value["foods"]);
    case "foods-plate":
      return isRecord(value["plate"]) && value["plate"]["schema"] === "gutskin.plate/1";
    case "foods-fault":
      return typeof value["text"] === "string";
    default:
      return false;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
