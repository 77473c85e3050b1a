/**
 * What does the engine see of a journal? Reads all entries of the store and builds the daily table, meals with all foods.
 */
import {
  buildDailyTable,
  conditionsIn,
  ok,
  safetyOfJournal,
  type DailyTable,
  type Day,
  type JournalStore,
  type Result,
  type SafetyAnswer,
  type SkinCondition,
  type StoreError,
} from "../lib/index.ts";
import { foodIndex } from "./food-tools.ts";

/** The daily table of the whole journal; `exposures`: those that the analysis looks at, or all. Errors: of the store. */
export async function journalTable(
  store: JournalStore,
  exposures: "core" | "all" = "core",
): Promise<Result<DailyTable, StoreError>> {
  const views = await store.entries({});
  return views.ok ? ok(buildDailyTable(views.value, { foods: await foodIndex(), exposures })) : views;
}

/** The table, what the safety rules say of the same entries on this day, and the skin conditions that the person watches. Errors: of the store. */
export async function journalTableAndSafety(
  store: JournalStore,
  today: Day,
): Promise<
  Result<
    { readonly table: DailyTable; readonly safety: SafetyAnswer; readonly conditions: readonly SkinCondition[] },
    StoreError
  >
> {
  const views = await store.entries({});
  if (!views.ok) return views;
  return ok({
    table: buildDailyTable(views.value, { foods: await foodIndex() }),
    safety: safetyOfJournal(views.value, today),
    conditions: conditionsIn(views.value) ?? [],
  });
}
