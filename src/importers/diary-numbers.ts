/**
 * Which numbers stand in the columns of a diary file?
 *
 * Reads every column that is not ignored, strictly: the first cell that is no number, too large to be believed, or ambiguous in its decimal mark is a
 * named problem. A decimal comma is accepted (and listed) only where the cells are not separated by commas. Columns
 * without any number are left out and listed, unless ROLES names them.
 */
import { ok, type Result } from "../base/result.ts";
import type { DiaryFact, FileProblem } from "./contract.ts";
import { fileProblem } from "./file-problem.ts";
import {
  believableSize,
  decideNumberStyle,
  isMissingCell,
  provesDecimalComma,
  readNumber,
  type NumberStyle,
} from "./numbers.ts";
import type { ColumnRole } from "./roles.ts";
import { cellsOf, type TextColumn, type TextTable } from "./text-table.ts";

export interface NumberColumn {
  readonly column: TextColumn;
  /** One value per row of the table, NaN = not recorded. */
  readonly values: Float64Array;
}

export interface DiaryNumbers {
  readonly columns: readonly NumberColumn[];
  readonly facts: readonly DiaryFact[];
}

/** Reads the columns. Errors: NotANumber, NumberOutOfRange, DecimalCommaAmbiguous, each with line and column. */
export function readDiaryNumbers(
  table: TextTable,
  columns: readonly TextColumn[],
  roles: ReadonlyMap<string, ColumnRole>,
): Result<DiaryNumbers, FileProblem> {
  const used = columns
    .filter((column) => roles.get(column.header)?.role !== "ignore")
    .map((column) => ({ column, cells: cellsOf(table, column) }));
  const someComma = used.some(({ cells }) => provesDecimalComma(cells));
  const read: NumberColumn[] = [];
  const facts: DiaryFact[] = [];
  for (const { column, cells } of used) {
    if (cells.every(isMissingCell) && !roles.has(column.header)) {
      facts.push({ type: "EmptyColumn", column: column.header, value: "" });
      continue;
    }
    const style = styleOfColumn(table, column, cells, someComma);
    if (!style.ok) return style;
    if (style.value.decimal === ",") facts.push({ type: "DecimalMark", column: column.header, value: "," });
    const values = readCells(table, column, cells, style.value);
    if (!values.ok) return values;
    read.push({ column, values: values.value });
  }
  return ok({ columns: read, facts });
}

function styleOfColumn(
  table: TextTable,
  column: TextColumn,
  cells: readonly string[],
  someComma: boolean,
): Result<NumberStyle, FileProblem> {
  const decision = decideNumberStyle(cells, someComma);
  const problemAt = (index: number, expected: string): Result<never, FileProblem> => {
    const place = { line: table.rows[index]?.line ?? 0, column: column.index + 1, columnName: column.header };
    return fileProblem("DecimalCommaAmbiguous", table.file, place, cells[index] ?? "", expected);
  };
  switch (decision.type) {
    case "Ambiguous":
      return problemAt(decision.index, "a decimal point and nothing between thousands");
    case "Mixed":
      return problemAt(decision.index, "one decimal mark in the whole column");
    case "Style": {
      // In a file cut by commas a quoted "1,5" is more likely a slip than a style: ask instead of guessing.
      if (decision.style.decimal === "," && table.delimiter === ",") {
        const index = cells.findIndex((cell) => cell.includes(","));
        return problemAt(index, "a decimal point, because commas separate the columns of this file");
      }
      return ok(decision.style);
    }
  }
}

function readCells(
  table: TextTable,
  column: TextColumn,
  cells: readonly string[],
  style: NumberStyle,
): Result<Float64Array, FileProblem> {
  const values = new Float64Array(cells.length).fill(Number.NaN);
  for (const [index, cell] of cells.entries()) {
    const reading = readNumber(cell, style);
    const place = { line: table.rows[index]?.line ?? 0, column: column.index + 1, columnName: column.header };
    switch (reading.type) {
      case "Missing":
        break;
      case "Number":
        values[index] = reading.value;
        break;
      case "NotANumber":
        return fileProblem("NotANumber", table.file, place, cell, "a number, or blank for not recorded");
      case "OutOfRange": {
        const expected = `0, or a size from ${String(believableSize.smallest)} to ${String(believableSize.largest)}`;
        return fileProblem("NumberOutOfRange", table.file, place, cell, expected);
      }
    }
  }
  return ok(values);
}
