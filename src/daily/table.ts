/**
 * What does the engine see? One row per calendar day, one column per variable, blank stays blank.
 *
 * A cell is a number or NaN = not recorded; beside it stands a reason why. Days run without gaps from `firstDay`
 * for `dayCount` days: a day without any entry is a row of NaN. Lags are therefore always calendar lags.
 */
import type { BetterIs, Role } from "../journal/variable.ts";

// The engine looks at the table and not at the journal: it takes the names of the roles from here.
export { outcomeRoles } from "../journal/variable.ts";
export type { BetterIs, Role };

/** Why a cell holds a value or not. */
export type CellReason =
  | "recorded"
  | "inferred-zero-complete-day"
  | "partial-day-lower-bound"
  | "copied"
  | "disputed"
  | "held-for-recall-period"
  | "missing-not-recorded"
  | "missing-silence-on-incomplete-day"
  | "missing-food-not-recognised"
  | "missing-unreadable";

/** All reasons; `DailyColumn.reasons` holds indices into this list. */
export const cellReasons: readonly CellReason[] = [
  "recorded",
  "inferred-zero-complete-day",
  "partial-day-lower-bound",
  "copied",
  "disputed",
  "missing-not-recorded",
  "missing-silence-on-incomplete-day",
  "missing-food-not-recognised",
  "missing-unreadable",
  "held-for-recall-period",
];

/** One variable over all days. */
export interface DailyColumn {
  /** Catalogue id, custom id, `supplement:<product>`, `tag:<name>`, or the header of a diary file. */
  readonly name: string;
  readonly label: string;
  readonly role: Role;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly betterIs: BetterIs;
  /** Usual delay as a cause, days; absent = not known. */
  readonly delayDays?: { readonly min: number; readonly max: number };
  /** Names of columns that contain this one or are contained in it. */
  readonly partOf?: readonly string[];
  /** dayCount values; NaN = not recorded. */
  readonly values: Float64Array;
  /** dayCount codes into `cellReasons`. */
  readonly reasons: Uint8Array;
  /**
   * Measurement error SD of each value, same unit; absent, NaN or 0 = exact. Of exposures read from meals: the classical part of the error only, which
   * makes effects look smaller; usual portions and class ranges that were assigned do not (foods/exposure-errors.ts).
   */
  readonly sds?: Float64Array;
  /** classical (default): recorded = true + error. berkson: true = recorded + deviation, as when a typical value was assigned. */
  readonly errorKind?: "classical" | "berkson";
  /** Name of the column that measures the same thing objectively (a count from photographs, actigraphy), when this one is the person's own report of it. */
  readonly reportOf?: string;
  /** The value of a row is about this many days up to and including it (POEM 7, SCORAD's itch 3); absent or 1 = the day itself. */
  readonly recallDays?: number;
  /** What kind of number it is; absent = seen from its values and bounds. stool-form: 1-7, read as two outcomes, loose and hard side. */
  readonly measure?: "score" | "count" | "yes-no" | "stool-form";
}

/** A column without its cells: what it is, on which scale. */
export type ColumnDescription = Omit<DailyColumn, "values" | "reasons" | "sds" | "partOf">;

/** Days x variables, the only thing the engine sees. */
export interface DailyTable {
  /** Day number (days since 1970-01-01) of row 0; for diaries with a plain `day` column, that integer. */
  readonly firstDayNumber: number;
  readonly dayCount: number;
  /** "date": rows are calendar days (weekdays are known). "index": rows are numbered days. */
  readonly calendar: "date" | "index";
  readonly columns: readonly DailyColumn[];
}

/** The column with this name, or null. */
export function columnByName(table: DailyTable, name: string): DailyColumn | null {
  return table.columns.find((column) => column.name === name) ?? null;
}

/** How many cells of the column hold a value. */
export function recordedDays(column: DailyColumn): number {
  let count = 0;
  for (const value of column.values) if (!Number.isNaN(value)) count += 1;
  return count;
}
