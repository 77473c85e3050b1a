/**
 * What does the diary file of `gutskin analyse FILE.csv [--roles ROLES.json]` hold?
 *
 * FILE: a header; a column `date` (YYYY-MM-DD and the forms of dates.ts) or `day` (whole numbers); else numeric columns; blank, NA and NaN = not recorded.
 * Rows may come in any order and with gaps: the result runs without gaps from the first to the last day. Strict: whatever cannot be
 * read exactly is one named problem with line and column, and nothing is analysed. What was decided without being told
 * is listed in `assumed`. A column `x_sd` beside `x` is the measurement error of `x`.
 */
import { ok, type Result } from "../base/result.ts";
import type { BetterIs, Role } from "../journal/variable.ts";
import type { DiaryFact, FileProblem, SourceFile } from "./contract.ts";
import { dateColumnProblem, findDateColumn } from "./date-column.ts";
import { decideDateColumn, readDate } from "./dates.ts";
import { describeDiaryColumns, type ColumnDescription } from "./diary-columns.ts";
import { readDiaryNumbers } from "./diary-numbers.ts";
import { fileProblem } from "./file-problem.ts";
import { isMissingCell, plainStyle, readNumber } from "./numbers.ts";
import { readRoles, type ColumnRole } from "./roles.ts";
import { cellOf, cellsOf, extraCell, readTextTable, type TextColumn, type TextTable } from "./text-table.ts";

/** One numeric column of a diary file. */
export interface DiaryColumn extends ColumnDescription {
  readonly header: string;
  readonly role: Role;
  readonly betterIs: BetterIs;
  /** One value per day, NaN = not recorded. */
  readonly values: Float64Array;
  /** Measurement error (SD) of each value in the same unit; absent = none given. */
  readonly sds?: Float64Array;
}

/** A diary file, read: days without gaps, numeric columns, and what was assumed. */
export interface Diary {
  readonly file: string;
  readonly calendar: "date" | "index";
  /** Every day from first to last without gaps: days since 1970-01-01, or the numbers of the `day` column. */
  readonly dayNumbers: readonly number[];
  /** In the order of the file. */
  readonly columns: readonly DiaryColumn[];
  readonly assumed: readonly DiaryFact[];
}

/** A diary may span at most this many days (100 years): one wrong year must not make a table of millions of rows. */
export const maxDiaryDays: number = 36_525;

/** Dates after this day are refused when the caller names no other: 2199-12-31. */
const LAST_DAY_OF_ALL = 84_005;

/** What reading a diary needs to know from outside. */
export interface DiaryOptions {
  /** Highest believable day number (today + 1): no clock here. */
  readonly lastBelievableDayNumber?: number;
}

/** Reads a diary. Errors: every type of `FileProblem` but the importers' own. Cost: linear in the file. */
export function readDiary(
  file: SourceFile,
  rolesFile: SourceFile | null,
  options: DiaryOptions = {},
): Result<Diary, FileProblem> {
  const table = readTextTable(file);
  if (!table.ok) return table;
  const tooLong = firstRowTooLong(table.value);
  if (tooLong !== null) return tooLong;
  const dateColumn = findDateColumn(table.value);
  if (dateColumn === null) return noDateColumn(table.value);
  const headers = table.value.columns.map((column) => column.header);
  const roles = rolesFile === null ? ok(new Map<string, ColumnRole>()) : readRoles(rolesFile, headers);
  if (!roles.ok) return roles;
  const days = readDays(table.value, dateColumn, options.lastBelievableDayNumber ?? LAST_DAY_OF_ALL);
  if (!days.ok) return days;
  const others = table.value.columns.filter((column) => column !== dateColumn);
  const numbers = readDiaryNumbers(table.value, others, roles.value);
  if (!numbers.ok) return numbers;
  const described = describeDiaryColumns(table.value, numbers.value.columns, roles.value);
  if (!described.ok) return described;

  const { firstDay, dayCount, rowDays } = days.value;
  const onDays = (values: Float64Array): Float64Array => placeOnDays(values, rowDays, firstDay, dayCount);
  const columns = described.value.columns.map(({ sds, values, ...column }) => ({
    ...column,
    values: onDays(values),
    ...(sds === undefined ? {} : { sds: onDays(sds) }),
  }));
  return ok({
    file: file.name,
    calendar: days.value.calendar,
    dayNumbers: Array.from({ length: dayCount }, (_, index) => firstDay + index),
    columns,
    assumed: [...table.value.assumptions, ...days.value.facts, ...numbers.value.facts, ...described.value.facts],
  });
}

function noDateColumn(table: TextTable): Result<never, FileProblem> {
  const found = table.columns.map((column) => column.header).join(", ");
  const expected = "a first column named date (YYYY-MM-DD) or day (whole numbers)";
  return fileProblem("NoDateColumn", table.file, { line: 1, column: 1 }, found, expected);
}

function firstRowTooLong(table: TextTable): Result<never, FileProblem> | null {
  for (const row of table.rows) {
    const extra = extraCell(table, row);
    if (extra === null) continue;
    const width = (table.columns.at(-1)?.index ?? 0) + 1;
    const place = { line: row.line, column: extra.column };
    return fileProblem("RowTooLong", table.file, place, extra.found, `${String(width)} cells, as in the header`);
  }
  return null;
}

interface Days {
  readonly calendar: "date" | "index";
  readonly firstDay: number;
  readonly dayCount: number;
  /** Day number of each row of the table. */
  readonly rowDays: readonly number[];
  readonly facts: readonly DiaryFact[];
}

function readDays(table: TextTable, column: TextColumn, lastBelievable: number): Result<Days, FileProblem> {
  const cells = cellsOf(table, column);
  const isIndex = /^(day|tag|día|dia|jour|giorno)$/i.test(column.header) && wholeNumber(cells[0] ?? "") !== null;
  const rowDays: number[] = [];
  const facts: DiaryFact[] = [];
  const problemAt = (index: number, expected: string): Result<never, FileProblem> => {
    const place = { line: table.rows[index]?.line ?? 0, column: column.index + 1, columnName: column.header };
    return fileProblem("DateUnknown", table.file, place, cells[index] ?? "", expected);
  };
  if (isIndex) {
    for (const [index, cell] of cells.entries()) {
      const dayNumber = wholeNumber(cell);
      if (dayNumber === null) return problemAt(index, "a whole number");
      rowDays.push(dayNumber);
    }
  } else {
    const content = decideDateColumn(cells, false);
    if (content.type !== "Known") return dateColumnProblem(table, column, content);
    if (content.form === "slashed") {
      facts.push({ type: "DateOrder", column: column.header, value: content.order });
    }
    for (const [index, cell] of cells.entries()) {
      const dayNumber = readDate(cell, content.order, lastBelievable);
      if (dayNumber === null) return problemAt(index, "a day that exists, from 2000-01-01 to tomorrow");
      rowDays.push(dayNumber);
    }
  }
  const twice = firstDayTwice(table, column, rowDays);
  if (twice !== null) return twice;
  // not Math.min(...): the argument list of a call is bounded
  const firstDay = rowDays.reduce((least, day) => Math.min(least, day), Infinity);
  const lastDay = rowDays.reduce((most, day) => Math.max(most, day), -Infinity);
  const dayCount = lastDay - firstDay + 1;
  if (dayCount > maxDiaryDays) {
    const index = rowDays.indexOf(lastDay);
    const place = { line: table.rows[index]?.line ?? 0, column: column.index + 1, columnName: column.header };
    const expected = `at most ${String(maxDiaryDays)} days from first to last`;
    return fileProblem("TooManyRows", table.file, place, `${String(dayCount)} days`, expected);
  }
  return ok({ calendar: isIndex ? "index" : "date", firstDay, dayCount, rowDays, facts });
}

function wholeNumber(cell: string): number | null {
  if (isMissingCell(cell)) return null;
  const reading = readNumber(cell, plainStyle);
  return reading.type === "Number" && Number.isSafeInteger(reading.value) ? reading.value : null;
}

function firstDayTwice(
  table: TextTable,
  column: TextColumn,
  rowDays: readonly number[],
): Result<never, FileProblem> | null {
  const lineByDay = new Map<number, number>();
  for (const [index, day] of rowDays.entries()) {
    const row = table.rows[index];
    if (row === undefined) continue;
    const earlier = lineByDay.get(day);
    if (earlier !== undefined) {
      const place = { line: row.line, column: column.index + 1, columnName: column.header };
      const expected = `one row per day (also on line ${String(earlier)})`;
      return fileProblem("DayTwice", table.file, place, cellOf(row, column), expected);
    }
    lineByDay.set(day, row.line);
  }
  return null;
}

/** Row values on their days; days without a row are NaN. */
function placeOnDays(
  values: Float64Array,
  rowDays: readonly number[],
  firstDay: number,
  dayCount: number,
): Float64Array {
  const onDays = new Float64Array(dayCount).fill(Number.NaN);
  for (const [index, day] of rowDays.entries()) onDays[day - firstDay] = values[index] ?? Number.NaN;
  return onDays;
}
