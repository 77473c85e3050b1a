/**
 * Where would each column of a wide table go, and why?
 *
 * `proposeMapping` looks at names and cells and proposes; the person confirms or changes. A name of the catalogue goes to its variable, an unknown
 * name with numbers to a variable of the person's own (a lever, to be changed), text called a note to notes, all else is left out and listed. Nothing is
 * guessed that can be asked: date order and decimal mark come only from proof or from the options.
 */
import * as z from "zod/mini";
import { ok, type Result } from "../base/result.ts";
import { schemaOf, type Schema } from "../base/schema.ts";
import { normaliseName } from "../journal/catalogue.ts";
import { variableOfColumn } from "./column-variable.ts";
import type { ColumnMapping, ColumnProposal, ColumnTarget, FileProblem, ImportOptions } from "./contract.ts";
import { dateColumnProblem, findDateColumn } from "./date-column.ts";
import { decideDateColumn, type DateColumn } from "./dates.ts";
import { cutText, fileProblem } from "./file-problem.ts";
import {
  decideNumberStyle,
  isAmbiguousNumber,
  isMissingCell,
  plainStyle,
  provesDecimalComma,
  readNumber,
  type NumberReading,
  type NumberStyle,
} from "./numbers.ts";
import { cellsOf, type TextColumn, type TextTable } from "./text-table.ts";

const target = z.discriminatedUnion("to", [
  z.strictObject({ to: z.literal("variable"), id: z.string().check(z.minLength(1), z.maxLength(120)) }),
  z.strictObject({
    to: z.literal("custom"),
    id: z.string().check(z.minLength(1), z.maxLength(120)),
    label: z.string().check(z.minLength(1), z.maxLength(200)),
    role: z.enum(["lever", "gut", "inflammation", "skin", "stress", "sleep", "context"]),
    unit: z.string().check(z.maxLength(40)),
    min: z.exactOptional(z.number()),
    max: z.exactOptional(z.number()),
    step: z.exactOptional(z.number().check(z.positive())),
    betterIs: z.enum(["lower", "higher", "neither"]),
  }),
  z.strictObject({ to: z.literal("note") }),
  z.strictObject({ to: z.literal("ignore") }),
]);

/** A mapping as the app sends it or the terminal reads it from a file; unknown fields are refused. */
export const columnMappingSchema: Schema<ColumnMapping> = schemaOf<ColumnMapping>(
  "column mapping",
  z.strictObject({
    dateColumn: z.string(),
    dateOrder: z.enum(["ymd", "dmy", "mdy"]),
    decimal: z.enum([".", ","]),
    columns: z.record(z.string(), target),
  }),
);

export interface MappingProposal {
  readonly mapping: ColumnMapping;
  readonly proposals: readonly ColumnProposal[];
  readonly date: { readonly column: TextColumn; readonly content: Extract<DateColumn, { readonly type: "Known" }> };
}

const NOTE_NAMES = new Set(["note", "notes", "comment", "comments", "journal", "notiz", "notizen", "nota", "notas"]);

/** Proposes a mapping for a wide table. Errors: NoDateColumn, DateUnknown, DatesMixed, DateOrderAmbiguous, MappingUnknownColumn (of `options.mapping`). */
export function proposeMapping(table: TextTable, options: ImportOptions): Result<MappingProposal, FileProblem> {
  const named = options.mapping?.dateColumn;
  const column = named === undefined ? findDateColumn(table) : columnNamed(table, named);
  if (column === null && named !== undefined) return unknownColumn(table, named);
  if (column === null) {
    const found = table.columns.map((each) => each.header).join(", ");
    return fileProblem("NoDateColumn", table.file, { line: 1 }, found, "a first column named date (YYYY-MM-DD)");
  }
  const content = dateContent(table, column, options);
  if (!content.ok) return content;
  const others = table.columns.filter((each) => each !== column);
  const looks = others.map((each) => lookAt(table, each));
  const decimal = options.decimal ?? (usesDecimalComma(table) ? "," : ".");
  const headers = new Set(others.map((each) => each.header));
  const dateProposal: ColumnProposal = {
    header: column.header,
    filled: table.rows.length,
    samples: samplesOf(cellsOf(table, column)),
    numeric: false,
    target: { to: "ignore" },
    why: "date",
  };
  const proposals = [dateProposal, ...others.map((each, index) => proposeColumn(each, looks[index], headers))];
  const columns = Object.fromEntries(proposals.slice(1).map((proposal) => [proposal.header, proposal.target]));
  const mapping: ColumnMapping = { dateColumn: column.header, dateOrder: content.value.order, decimal, columns };
  return ok({ mapping, proposals, date: { column, content: content.value } });
}

/** Checks a confirmed mapping against the table. Errors: MappingUnknownColumn. */
export function checkMapping(table: TextTable, mapping: ColumnMapping): Result<ColumnMapping, FileProblem> {
  const stranger = Object.keys(mapping.columns).find((header) => columnNamed(table, header) === null);
  return stranger === undefined ? ok(mapping) : unknownColumn(table, stranger);
}

export interface CellReader {
  readonly style: NumberStyle;
  readonly read: (cell: string) => NumberReading;
}

/**
 * How the cells of a column are read: in the style that the column proves, else with the mark that the person named (`told`). Without either, cells that
 * may be a decimal or a thousand are refused. In a table cut by commas a decimal comma is believed only when told. `fileUsesComma`: see `usesDecimalComma`.
 */
export function cellReader(
  cells: readonly string[],
  table: TextTable,
  told: "." | "," | undefined,
  fileUsesComma: boolean,
): CellReader {
  const decision = decideNumberStyle(cells, told === "," || (told === undefined && fileUsesComma));
  if (decision.type === "Style") {
    const isSlip = decision.style.decimal === "," && table.delimiter === "," && told !== ",";
    const style = isSlip ? plainStyle : decision.style;
    return { style, read: (cell) => readNumber(cell, style) };
  }
  if (told === ",") {
    const style: NumberStyle = { decimal: ",", thousands: "." };
    return { style, read: (cell) => readNumber(cell, style) };
  }
  const read = (cell: string): NumberReading =>
    isAmbiguousNumber(cell) ? { type: "NotANumber" } : readNumber(cell, plainStyle);
  return { style: plainStyle, read };
}

/** True when some column of a table that is not cut by commas proves a decimal comma. */
export function usesDecimalComma(table: TextTable): boolean {
  return table.delimiter !== "," && table.columns.some((column) => provesDecimalComma(cellsOf(table, column)));
}

function dateContent(
  table: TextTable,
  column: TextColumn,
  options: ImportOptions,
): Result<Extract<DateColumn, { readonly type: "Known" }>, FileProblem> {
  const content = decideDateColumn(cellsOf(table, column), true);
  if (content.type === "Known") return ok(content);
  const told = options.mapping?.dateOrder ?? options.dateOrder;
  if (content.type === "OrderAmbiguous" && (told === "dmy" || told === "mdy")) {
    return ok({ type: "Known", form: "slashed", order: told, proven: false });
  }
  return dateColumnProblem(table, column, content);
}

interface Look {
  readonly filled: number;
  readonly samples: readonly string[];
  readonly numbers: number;
  /** At least half of the filled cells can be read as numbers in one of the two styles. */
  readonly numeric: boolean;
}

function lookAt(table: TextTable, column: TextColumn): Look {
  const cells = cellsOf(table, column);
  const filled = cells.filter((cell) => !isMissingCell(cell));
  const decision = decideNumberStyle(cells, false);
  const styles = decision.type === "Style" ? [decision.style] : [plainStyle, { decimal: ",", thousands: "." } as const];
  const numbers = filled.filter((cell) => styles.some((each) => readNumber(cell, each).type === "Number"));
  return {
    filled: filled.length,
    samples: samplesOf(filled),
    numbers: numbers.length,
    numeric: filled.length > 0 && numbers.length * 2 >= filled.length,
  };
}

function proposeColumn(column: TextColumn, look: Look | undefined, headers: ReadonlySet<string>): ColumnProposal {
  const { filled = 0, samples = [], numbers = 0, numeric = false } = look ?? {};
  const { header } = column;
  const propose = (to: ColumnTarget, why: ColumnProposal["why"]): ColumnProposal => ({
    header,
    filled,
    samples,
    numeric,
    target: to,
    why,
  });
  if (filled === 0) return propose({ to: "ignore" }, "empty");
  const variable = variableOfColumn(header);
  const readsYesNo = variable?.unit === "yes" && samples.every((sample) => yesNoOf(sample) !== null);
  // under a known name a single number is enough: the cells that are none show up as skipped
  if (variable !== null && (numbers > 0 || readsYesNo)) {
    return propose({ to: "variable", id: variable.id }, "name-matches-catalogue");
  }
  // our own daily CSV writes the measurement error of x as x_sd: it is no variable of its own
  const isError = header.endsWith("_sd") && headers.has(header.slice(0, -3));
  if (numeric && isError) return propose({ to: "ignore" }, "numeric-unknown-name");
  if (numeric) {
    const id = header.slice(0, 120);
    const custom = { to: "custom", id, label: id, role: "lever", unit: "", betterIs: "neither" } as const;
    return propose(custom, "numeric-unknown-name");
  }
  return propose(NOTE_NAMES.has(normaliseName(header)) ? { to: "note" } : { to: "ignore" }, "text");
}

/** 1 for yes, 0 for no, null for anything else. */
export function yesNoOf(cell: string): number | null {
  const word = cell.trim().toLowerCase();
  if (["yes", "y", "true", "ja", "sí", "si", "oui"].includes(word)) return 1;
  return ["no", "n", "false", "nein", "non"].includes(word) ? 0 : null;
}

function samplesOf(cells: readonly string[]): string[] {
  const shown = new Set<string>();
  for (const cell of cells) {
    if (cell.trim() !== "") shown.add(cutText(cell.trim()));
    if (shown.size === 3) break;
  }
  return [...shown];
}

function columnNamed(table: TextTable, header: string): TextColumn | null {
  return table.columns.find((column) => column.header === header) ?? null;
}

function unknownColumn(table: TextTable, header: string): Result<never, FileProblem> {
  const expected = `one of: ${table.columns
    .slice(0, 12)
    .map((column) => column.header)
    .join(", ")}`;
  return fileProblem("MappingUnknownColumn", table.file, { line: 1, columnName: header }, header, expected);
}
