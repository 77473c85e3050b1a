/**
 * What is each column of a diary file: which role, which scale, whose measurement error?
 *
 * ROLES first. What ROLES leaves open comes from the catalogue variable of that name, if its role is the same; without ROLES and without
 * a catalogue name a column is a lever. Everything taken without being told is listed. If the values do not fit the catalogue's
 * plausible range (sleep in minutes, stress 0-100), only the role is taken. Values outside a range that ROLES states are refused.
 */
import { ok, type Result } from "../base/result.ts";
import { isPartOf } from "../journal/catalogue.ts";
import type { BetterIs, Role, Variable } from "../journal/variable.ts";
import type { DiaryFact, FileProblem } from "./contract.ts";
import { variableOfColumn } from "./column-variable.ts";
import type { NumberColumn } from "./diary-numbers.ts";
import { fileProblem } from "./file-problem.ts";
import type { ColumnRole } from "./roles.ts";
import type { TextTable } from "./text-table.ts";

export interface ColumnDescription {
  readonly header: string;
  readonly label: string;
  readonly role: Role;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly betterIs: BetterIs;
  readonly delayDays?: { readonly min: number; readonly max: number };
  /** Headers of columns that contain this one or are contained in it. */
  readonly partOf?: readonly string[];
  readonly measure?: "score" | "count" | "yes-no" | "stool-form";
  readonly errorKind?: "classical" | "berkson";
  /** Header of the objective measure of the same thing. */
  readonly reportOf?: string;
}

export interface DescribedColumn extends ColumnDescription {
  readonly values: Float64Array;
  readonly sds?: Float64Array;
}

export interface DescribedColumns {
  readonly columns: readonly DescribedColumn[];
  readonly facts: readonly DiaryFact[];
}

/** Describes all columns. Errors: NumberOutOfRange (outside the range of ROLES, or a negative SD). */
export function describeDiaryColumns(
  table: TextTable,
  numbers: readonly NumberColumn[],
  roles: ReadonlyMap<string, ColumnRole>,
): Result<DescribedColumns, FileProblem> {
  const facts: DiaryFact[] = [];
  const byHeader = new Map(numbers.map((column) => [column.column.header, column]));
  const sdOf = new Map<string, NumberColumn>();
  const own: NumberColumn[] = [];
  for (const column of numbers) {
    const { header } = column.column;
    const base = header.endsWith("_sd") ? header.slice(0, -3) : null;
    if (base === null || !byHeader.has(base) || roles.has(header)) own.push(column);
    else {
      sdOf.set(base, column);
      facts.push({ type: "StandardDeviationOf", column: header, value: base });
    }
  }
  const described: { readonly column: DescribedColumn; readonly variable: Variable | null }[] = [];
  for (const column of own) {
    const { header } = column.column;
    const given = roles.get(header);
    const { variable, fitsScale } = catalogueMatch(column, given);
    facts.push(...factsOf(header, given, variable, fitsScale));
    const description = describe(header, given, variable, fitsScale);
    const outside = given === undefined ? null : firstOutside(table, column, given.min, given.max);
    if (outside !== null) return outside;
    const sd = sdOf.get(header);
    const negative = sd === undefined ? null : firstOutside(table, sd, 0, undefined);
    if (negative !== null) return negative;
    const sds = sd === undefined ? {} : { sds: sd.values };
    described.push({ column: { ...description, values: column.values, ...sds }, variable });
  }
  return ok({ columns: described.map((item) => withParts(item, described)), facts });
}

/** The catalogue variable of this name, unless ROLES gives the column another role; and whether its values fit that variable's range. */
function catalogueMatch(
  column: NumberColumn,
  given: ColumnRole | undefined,
): { readonly variable: Variable | null; readonly fitsScale: boolean } {
  const found = variableOfColumn(column.column.header, given?.unit);
  const variable = found !== null && (given === undefined || given.role === found.role) ? found : null;
  const fitsScale =
    variable === null ||
    column.values.every(
      (value) => Number.isNaN(value) || (value >= variable.plausibleMin && value <= variable.plausibleMax),
    );
  return { variable, fitsScale };
}

function factsOf(
  header: string,
  given: ColumnRole | undefined,
  variable: Variable | null,
  fitsScale: boolean,
): DiaryFact[] {
  if (variable === null) {
    return given === undefined ? [{ type: "LeverByDefault", column: header, value: "lever" }] : [];
  }
  if (!fitsScale) {
    const toldAll = given?.unit !== undefined || given?.min !== undefined || given?.max !== undefined;
    return toldAll ? [] : [{ type: "ScaleNotCatalogue", column: header, value: variable.id }];
  }
  return given === undefined ? [{ type: "MatchedCatalogue", column: header, value: variable.id }] : [];
}

function describe(
  header: string,
  given: ColumnRole | undefined,
  variable: Variable | null,
  fitsScale: boolean,
): ColumnDescription {
  // A range from ROLES stands alone: the catalogue's other end may belong to another scale.
  const saysRange = given?.min !== undefined || given?.max !== undefined || given?.step !== undefined;
  const scale = variable !== null && fitsScale && given?.unit === undefined ? variable : null;
  const range = saysRange ? given : scale;
  const role = given?.role ?? variable?.role ?? "lever";
  return {
    header,
    // under a catalogue id ("fibreGrams") people know the variable by its label; any other header is their own word
    label: given?.label ?? (variable?.id === header ? variable.label : header),
    role: role === "ignore" ? "lever" : role,
    unit: given?.unit ?? scale?.unit ?? "",
    ...(range?.min === undefined ? {} : { min: range.min }),
    ...(range?.max === undefined ? {} : { max: range.max }),
    ...(range?.step === undefined ? {} : { step: range.step }),
    betterIs: given?.betterIs ?? variable?.betterIs ?? "neither",
    ...measureOf(given, variable, fitsScale),
    ...(given?.errorKind === undefined ? {} : { errorKind: given.errorKind }),
    ...(given?.reportOf === undefined ? {} : { reportOf: given.reportOf }),
    ...delayOf(given, variable),
  };
}

function delayOf(
  given: ColumnRole | undefined,
  variable: Variable | null,
): { readonly delayDays?: { readonly min: number; readonly max: number } } {
  const delayDays = given?.delayDays ?? variable?.delayDays;
  return delayDays === undefined ? {} : { delayDays };
}

/** What ROLES says, else that a stool form in its own range is one. */
function measureOf(
  given: ColumnRole | undefined,
  variable: Variable | null,
  fitsScale: boolean,
): Pick<ColumnDescription, "measure"> {
  if (given?.measure !== undefined) return { measure: given.measure };
  return variable?.id === "stoolForm" && fitsScale ? { measure: "stool-form" } : {};
}

function firstOutside(
  table: TextTable,
  { column, values }: NumberColumn,
  min: number | undefined,
  max: number | undefined,
): Result<never, FileProblem> | null {
  const index = values.findIndex((value) => (min !== undefined && value < min) || (max !== undefined && value > max));
  if (index < 0) return null;
  const row = table.rows[index];
  const place = { line: row?.line ?? 0, column: column.index + 1, columnName: column.header };
  const expected =
    `${min === undefined ? "" : `from ${String(min)}`}${max === undefined ? "" : ` to ${String(max)}`}`.trim();
  return fileProblem("NumberOutOfRange", table.file, place, row?.cells[column.index] ?? "", expected);
}

/** Adds the headers of this file whose variables contain this one or are contained in it. */
function withParts(
  item: { readonly column: DescribedColumn; readonly variable: Variable | null },
  all: readonly { readonly column: DescribedColumn; readonly variable: Variable | null }[],
): DescribedColumn {
  const { column, variable } = item;
  if (variable === null) return column;
  const partOf = all
    .filter((other) => other !== item && other.variable !== null && isPartOf(variable.id, other.variable.id))
    .map((other) => other.column.header);
  return partOf.length === 0 ? column : { ...column, partOf };
}
