/**
 * What would this import be: a new one, one that goes on, or one that was done already?
 *
 * An import is known by its table, the beginning of its files and its filters. Done and with the same end of file: nothing to do. Begun and not done: its
 * state is gone on with. All else begins anew; rows that are there already change nothing.
 */
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import {
  createPartReader,
  emptyFood,
  foodTableLicences,
  ok,
  recogniseTable,
  type FoodFilters,
  type FoodTableKind,
  type FoodTableStop,
  type RecognisedTable,
  type Result,
  type TableFood,
} from "../../lib/index.ts";
import type { FoodLibraryFailed } from "../../stores/node/food-library-file.ts";
import type { FoodLibrary, LibraryLoad } from "../../stores/node/food-library-port.ts";
import type { FileUnreadable } from "../read-input.ts";
import { freshState, readState, sumTallies, type ImportState } from "./import-state.ts";
import { openLibrary } from "./open-library.ts";
import { endMarkOf, lookAtTable, markOf, type TableFiles } from "./table-file.ts";

export interface ImportPlan {
  readonly files: TableFiles;
  readonly table: RecognisedTable;
  readonly filters: FoodFilters;
  /** What begins an import in the library, but its day. */
  readonly load: Pick<LibraryLoad, "source" | "licence" | "name" | "mark" | "filters">;
  /** Mark of the end of the files. */
  readonly end: string;
  readonly first: readonly TableFood[];
}

/** What the library knows of an import. */
export type ImportBefore =
  | { readonly type: "new" }
  | { readonly type: "done"; readonly load: LibraryLoad }
  | { readonly type: "begun"; readonly load: LibraryLoad; readonly state: ImportState };

/** Looks at the files and says what they are. Errors: FileUnreadable, and those of recogniseTable. */
export async function planImport(
  path: string,
  said: FoodTableKind | null,
  filters: FoodFilters,
): Promise<Result<ImportPlan, FileUnreadable | FoodTableStop>> {
  const files = await lookAtTable(path);
  if (!files.ok) return files;
  const table = recogniseTable(files.value.members, files.value, said);
  if (!table.ok) return table;
  const { kind } = table.value;
  return ok({
    files: files.value,
    table: table.value,
    filters,
    load: {
      source: kind,
      licence: foodTableLicences[kind],
      name: files.value.name,
      mark: markOf(files.value),
      filters: filterText(filters),
    },
    end: endMarkOf(files.value),
    first: firstFoods(files.value, table.value, filters),
  });
}

/** The first foods that would come in, from the beginnings of the files; of a set only names are known so far. */
function firstFoods(files: TableFiles, table: RecognisedTable, filters: FoodFilters): readonly TableFood[] {
  for (const part of table.parts) {
    const head = files.members.find(({ name }) => name === part.member)?.head;
    if (head === undefined) continue;
    const reader = createPartReader(part, filters, { place: part.start });
    const fed = reader.feed(head.subarray(part.start.offset));
    const { changes } = reader.take();
    // a fault further on is told when the import comes to it
    if (!fed.ok && changes.length === 0) continue;
    const foods = changes.flatMap((change): readonly TableFood[] => {
      if (change.type === "food") return [change.food];
      return change.piece.label === undefined ? [] : [{ ...emptyFood(change.code), label: change.piece.label }];
    });
    if (foods.length > 0) return foods.slice(0, 3);
  }
  return [];
}

function filterText({ countries, barcodes, onlyWith }: FoodFilters): string {
  const list = barcodes === null ? null : [...barcodes].sort().join(" ");
  return JSON.stringify({
    countries: [...countries].sort(),
    barcodes: list === null ? null : createHash("sha256").update(list).digest("hex"),
    onlyWith: [...onlyWith].sort(),
  });
}

/** What the library in this folder knows of the import; no library: it is new. Errors: FoodLibraryFailed. */
export async function lookBefore(
  dataFolder: string,
  plan: ImportPlan,
): Promise<Result<ImportBefore, FoodLibraryFailed>> {
  const library = await openLibrary(dataFolder, "read");
  if (!library.ok) return library.error.reason === "StoreMissing" ? ok({ type: "new" }) : library;
  try {
    return importBefore(library.value, plan);
  } finally {
    library.value.close();
  }
}

/** The same, in an open library. */
export function importBefore(library: FoodLibrary, plan: ImportPlan): Result<ImportBefore, FoodLibraryFailed> {
  const loads = library.loads();
  if (!loads.ok) return loads;
  const { source, mark, filters } = plan.load;
  const same = loads.value.filter((load) => load.source === source && load.mark === mark && load.filters === filters);
  const last = same.at(-1);
  if (last === undefined) return ok({ type: "new" });
  const state = readState(last.state, plan.table.parts);
  if (state === null) {
    // begun and stopped before the first rows were written
    const isBegun = last.finished === null && last.state === "";
    return ok(isBegun ? { type: "begun", load: last, state: freshState(plan.table.parts, plan.end) } : { type: "new" });
  }
  if (last.finished !== null) return ok(state.end === plan.end ? { type: "done", load: last } : { type: "new" });
  return ok({ type: "begun", load: last, state: { ...state, end: plan.end } });
}

/** Where to begin and under which id; a new import is entered into the library. Errors: FoodLibraryFailed. */
export function beginImport(
  library: FoodLibrary,
  plan: ImportPlan,
  day: string,
  again: boolean,
): Result<{ readonly id: number; readonly state: ImportState }, FoodLibraryFailed> {
  const before = importBefore(library, plan);
  if (!before.ok) return before;
  if (before.value.type === "begun" && !again) return ok({ id: before.value.load.id, state: before.value.state });
  const id = library.begin({ ...plan.load, started: day });
  return id.ok ? ok({ id: id.value, state: freshState(plan.table.parts, plan.end) }) : id;
}

/** Line and rows at which an import goes on; null = from the start. */
export function placeOf(before: ImportBefore): { readonly line: number; readonly rows: number } | null {
  if (before.type !== "begun") return null;
  const { rowsRead } = sumTallies(before.state.parts.map((part) => part.tally));
  const part = before.state.parts.find(({ isDone }) => !isDone) ?? before.state.parts.at(-1);
  return rowsRead === 0 || part === undefined ? null : { line: part.place.line, rows: rowsRead };
}

/** The library's path, for people. */
export function libraryPath(dataFolder: string): string {
  return resolve(dataFolder, "foods.sqlite");
}
