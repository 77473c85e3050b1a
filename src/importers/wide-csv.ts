/**
 * What would this table of days (one row a day, one column a variable) add to the journal?
 *
 * The importer behind the mapping step, for any spreadsheet and for our own daily CSV. Every filled cell of a mapped column becomes one answer of
 * that day, or is skipped with line, column and reason; blank cells are nothing. The person's own variables are defined once.
 */
import { dayFromNumber } from "../base/day.ts";
import { isFormulaGuarded, unguardFormula } from "../base/csv-cell.ts";
import { ok, type Result } from "../base/result.ts";
import { variableById } from "../journal/catalogue.ts";
import type { Entry } from "../journal/entry.ts";
import { isStorableText } from "../journal/utf8.ts";
import {
  cellReader,
  checkMapping,
  proposeMapping,
  usesDecimalComma,
  yesNoOf,
  type CellReader,
} from "./column-mapping.ts";
import type {
  Assumption,
  ColumnMapping,
  ColumnTarget,
  FileProblem,
  ImportOptions,
  ImportPreview,
  SourceFile,
} from "./contract.ts";
import { selectDayRows, skipCell, type DayRow } from "./day-rows.ts";
import { isMissingCell } from "./numbers.ts";
import {
  createPreviewBuilder,
  customVariableDay,
  importedIdOf,
  isBelievable,
  type PreviewBuilder,
} from "./preview-builder.ts";
import { cellOf, cellsOf, type TextColumn, type TextTable } from "./text-table.ts";

const FORMAT = "wide-csv";
const VERSION = 1;
/** Longest note that the journal takes (journal/entry-schema.ts). */
const LONGEST_NOTE = 10_000;
/** A 0-10 score whose largest answer of many stays at 5 or below may have been given on a shorter scale. */
const SCALE_GUESS = { answers: 10, largest: 5 } as const;

interface MappedColumn {
  readonly column: TextColumn;
  readonly target: Exclude<ColumnTarget, { readonly to: "ignore" }>;
  readonly reader: CellReader;
}

/** Previews a wide table. Errors: NoDateColumn, DateUnknown, DatesMixed, DateOrderAmbiguous, MappingUnknownColumn. Cost: linear in the cells. */
export function previewWideCsv(
  file: SourceFile,
  table: TextTable,
  options: ImportOptions,
): Result<ImportPreview, FileProblem> {
  const proposed = proposeMapping(table, options);
  if (!proposed.ok) return proposed;
  const { proposals, date } = proposed.value;
  const confirmed = checkMapping(table, options.mapping ?? proposed.value.mapping);
  if (!confirmed.ok) return confirmed;
  const mapping: ColumnMapping = { ...confirmed.value, dateOrder: date.content.order };
  const told = options.mapping?.decimal ?? options.decimal;
  const mapped = mappedColumns(table, date.column, mapping, told);
  const rows = selectDayRows(
    table,
    date.column,
    date.content.order,
    options.lastBelievableDayNumber,
    mapped.map((each) => each.column),
  );
  const builder = createPreviewBuilder(file, table, rows, options);
  const largest = new Map<MappedColumn, { answers: number; value: number }>();
  const defined = new Set<string>();
  for (const dayRow of rows.accepted) {
    for (const each of mapped) {
      const value = takeCell(each, dayRow, builder, options);
      if (value === null) continue;
      const seen = largest.get(each) ?? { answers: 0, value };
      largest.set(each, { answers: seen.answers + 1, value: Math.max(seen.value, value) });
      if (each.target.to === "custom") defined.add(each.target.id);
    }
    builder.closeRow(dayRow.dayNumber, "nothing-mapped");
  }
  for (const { target } of mapped) {
    if (target.to === "custom" && defined.delete(target.id)) builder.add(definitionOf(target), "customVariable");
  }
  const assumptions: Assumption[] = [...table.assumptions];
  if (date.content.form === "slashed") {
    assumptions.push({ type: "DateOrder", column: date.column.header, value: date.content.order });
  }
  for (const each of mapped) {
    if (each.reader.style.decimal === ",")
      assumptions.push({ type: "DecimalMark", column: each.column.header, value: "," });
    const seen = largest.get(each);
    if (seen !== undefined && mayBeShorterScale(each, seen)) {
      assumptions.push({ type: "ScaleGuess", column: each.column.header, value: "0-10" });
    }
  }
  assumptions.push(...guardedNotes(table, mapped));
  const matched = proposals.filter((each) => each.why === "name-matches-catalogue").map((each) => each.header);
  const unmapped = proposals
    .filter((each) => each.why !== "date" && each.filled > 0 && !isMapped(mapped, each.header))
    .map((each) => ({ column: each.header, filled: each.filled }));
  return ok(
    builder.finish({ format: FORMAT, importerVersion: VERSION, matched, unmapped, assumptions, proposals, mapping }),
  );
}

function mappedColumns(
  table: TextTable,
  dateColumn: TextColumn,
  mapping: ColumnMapping,
  told: ColumnMapping["decimal"] | undefined,
): MappedColumn[] {
  const fileUsesComma = usesDecimalComma(table);
  return table.columns.flatMap((column) => {
    const target = Object.hasOwn(mapping.columns, column.header) ? mapping.columns[column.header] : undefined;
    if (target === undefined || target.to === "ignore" || column === dateColumn) return [];
    return [{ column, target, reader: cellReader(cellsOf(table, column), table, told, fileUsesComma) }];
  });
}

/** Adds what one cell says; answers with its number, or null when it is blank, skipped or a note. */
function takeCell(
  { column, target, reader }: MappedColumn,
  { row, dayNumber }: DayRow,
  builder: PreviewBuilder,
  options: ImportOptions,
): number | null {
  const cell = cellOf(row, column);
  const day = dayFromNumber(dayNumber);
  if (target.to === "note") {
    const text = unguardFormula(cell.trim());
    if (text === "") return null;
    if (text.length > LONGEST_NOTE || !isStorableText(text)) builder.skip(skipCell(row, column, "out-of-range", text));
    else {
      const id = importedIdOf(options, FORMAT, ["note", day, column.header]);
      builder.add({ kind: "note", day, text, source: FORMAT }, "note", id);
    }
    return null;
  }
  if (isMissingCell(cell)) return null;
  const word = variableById(target.id)?.unit === "yes" ? yesNoOf(cell) : null;
  const reading = word === null ? reader.read(cell) : ({ type: "Number", value: word } as const);
  if (reading.type !== "Number") {
    builder.skip(skipCell(row, column, "bad-number", cell));
    return null;
  }
  const { value } = reading;
  if (!isBelievable(target.id, value) || (target.to === "custom" && isOutside(target, value))) {
    builder.skip(skipCell(row, column, "out-of-range", cell));
    return null;
  }
  builder.add({ kind: "answer", day, item: target.id, value, source: FORMAT }, target.id);
  return value;
}

type CustomTarget = Extract<ColumnTarget, { readonly to: "custom" }>;

function isOutside(target: CustomTarget, value: number): boolean {
  return (target.min !== undefined && value < target.min) || (target.max !== undefined && value > target.max);
}

function definitionOf({ to: _, ...variable }: CustomTarget): Entry {
  return { kind: "customVariable", day: customVariableDay(), ...variable, source: FORMAT };
}

function mayBeShorterScale(each: MappedColumn, seen: { readonly answers: number; readonly value: number }): boolean {
  const variable = each.target.to === "variable" ? variableById(each.target.id) : null;
  const isTenPoints = variable?.unit === "points" && variable.min === 0 && variable.max === 10;
  return isTenPoints && seen.answers >= SCALE_GUESS.answers && seen.value <= SCALE_GUESS.largest;
}

function guardedNotes(table: TextTable, mapped: readonly MappedColumn[]): Assumption[] {
  return mapped
    .filter((each) => each.target.to === "note" && cellsOf(table, each.column).some((c) => isFormulaGuarded(c.trim())))
    .map((each) => ({ type: "FormulaPrefixRemoved", column: each.column.header, value: "" }));
}

function isMapped(mapped: readonly MappedColumn[], header: string): boolean {
  return mapped.some((each) => each.column.header === header);
}
