/**
 * What can be wrong with a food table as a whole, and with one of its rows?
 *
 * A `FoodTableProblem` refuses a file or stops an import, with its place. A `FoodSkip` leaves one row out and the import goes on: in files of
 * millions of rows written by many hands some are always broken. Both are worded by insights/words-food-table.ts.
 */
import { err, type Err } from "../../base/result.ts";
import type { FileProblem } from "../contract.ts";
import { cutText, type Place } from "../file-problem.ts";

/** The file cannot be used as a food table, or not any further. `line` 0 = the whole file. */
export interface FoodTableProblem {
  readonly type:
    /** Not one of the tables that are read; `found`: the first column names. */
    | "FoodTableUnknown"
    /** The right columns, but cut by another character than the source uses. */
    | "FoodTableDelimiter"
    /** A known table without columns that are needed; `expected` names them. */
    | "FoodTableColumns"
    /** One file of a set, or a set with a file missing; `expected` names it. */
    | "FoodTablePart"
    /** Another table than the person said, or another sheet of it. */
    | "FoodTableOther"
    /** Ends in the middle: what stands before `line` was taken. */
    | "FoodTableCut"
    /** The compressed file cannot be unpacked any further. */
    | "FoodTableDamaged"
    /** Too many rows cannot be read: not the file it seems to be. */
    | "FoodTableDoubtful"
    /** One row or object is longer than any food can be. */
    | "FoodTableRowTooLong";
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly columnName: string;
  readonly found: string;
  readonly expected: string;
}

/** Why reading stops: a fault of the table, or of the file under it. */
export type FoodTableStop = FoodTableProblem | FileProblem;

/** A failed `Result` with this problem. `found` is cut to 60 characters. */
export function tableProblem(
  type: FoodTableProblem["type"],
  file: string,
  place: Place,
  found: string,
  expected: string,
): Err<FoodTableProblem> {
  return err({
    type,
    file,
    line: place.line ?? 0,
    column: place.column ?? 0,
    columnName: cutText(place.columnName ?? ""),
    found: cutText(found),
    expected,
  });
}

/** Why one row was left out because something is wrong with it. */
export type FoodSkipCode =
  | "bad-encoding"
  | "cell-count"
  | "unclosed-quote"
  | "bad-json"
  | "bad-code"
  /** Two foods under one code in a table where codes are unique. */
  | "code-twice";

/** Why rows were left out by a rule, without anything being wrong. */
export type FoodIgnoreRule =
  | "no-name"
  | "no-figures"
  | "other-country"
  | "other-barcode"
  | "without-wanted-figure"
  /** Rows of FoodData Central that are no foods to eat (samples, purchases), and figures of them. */
  | "not-a-food"
  | "other-nutrient"
  | "label-row";

/** Why one figure was not kept. */
export type FigureDropReason =
  | "not-a-number"
  | "negative"
  | "over-100-grams"
  | "energy-too-high"
  | "too-much-caffeine"
  /** Protein, fat and carbohydrate together weigh more than the food. */
  | "sum-over-100"
  /** More sugar than carbohydrate, more saturated fat than fat. */
  | "part-over-whole"
  /** Less than half or more than twice what protein, fat and carbohydrate give. */
  | "energy-unlike-macros"
  /** Carbohydrate of a label that is sold under both rules: with or without fibre is not known. */
  | "carbohydrate-unclear";

/** One row that was left out, with its place. */
export interface FoodSkip {
  readonly line: number;
  readonly code: FoodSkipCode;
  /** The start of what was found, cut. */
  readonly found: string;
}
