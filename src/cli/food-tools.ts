/**
 * What does a command need to read meals: the foods, and what this person chose before?
 *
 * All foods are loaded (about 30 ms); the journal is asked for choices and own foods when there is one. Without a journal nothing is made.
 */
import {
  createFoodIndex,
  createPersonalFoods,
  loadFoodTable,
  noPersonalFoods,
  ok,
  type FoodIndex,
  type JournalStore,
  type PersonalFoods,
  type Result,
  type StoreError,
} from "../lib/index.ts";
import type { Call } from "./arguments.ts";
import { dataFolder } from "./data-folder.ts";
import { openJournal } from "./open-journal.ts";

export interface FoodTools {
  readonly index: FoodIndex;
  readonly personal: PersonalFoods;
}

/** Index of all foods, made once per process. */
export async function foodIndex(): Promise<FoodIndex> {
  return createFoodIndex(await loadFoodTable());
}

/** What the journal remembers of foods. Errors: of the store. */
export async function personalFoodsOf(store: JournalStore): Promise<Result<PersonalFoods, StoreError>> {
  const views = await store.entries({ kinds: ["foodChoice", "ownFood"] });
  if (!views.ok) return views;
  const entries = views.value.map(({ entry }) => entry);
  return ok(
    createPersonalFoods(
      entries.flatMap((entry) => (entry.kind === "foodChoice" ? [entry] : [])),
      entries.flatMap((entry) => (entry.kind === "ownFood" ? [entry] : [])),
    ),
  );
}

/** Tools for reading without writing: a missing journal is no error. */
export async function foodTools(call: Call): Promise<Result<FoodTools, StoreError>> {
  const index = await foodIndex();
  if (call.options["plain"] !== undefined) return ok({ index, personal: noPersonalFoods });
  const journal = await openJournal(dataFolder(call), "read");
  if (!journal.ok) {
    return journal.error.type === "StoreMissing" ? ok({ index, personal: noPersonalFoods }) : journal;
  }
  try {
    const personal = await personalFoodsOf(journal.value.store);
    return personal.ok ? ok({ index, personal: personal.value }) : personal;
  } finally {
    await journal.value.store.close();
  }
}
