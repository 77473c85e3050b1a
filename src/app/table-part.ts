/**
 * How do entries become the daily table, in the worker?
 *
 * A file of its own, loaded when a table is asked for: it brings the reader of meals and all foods, which an analysis does not need and the first
 * picture must not wait for. Same foods as in the terminal, so the same table.
 */
import { buildDailyTable, createFoodIndex, loadFoodTable, type DailyTable, type Entry } from "../lib/index.ts";

/** The made-up person is only ever asked for together with their table. */
export { makeDemoPerson } from "../lib/index.ts";

/** The daily table of these entries. */
export async function tableOfEntries(entries: readonly Entry[]): Promise<DailyTable> {
  return buildDailyTable(entries, { foods: createFoodIndex(await loadFoodTable()) });
}
