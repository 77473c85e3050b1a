/**
 * What does this file look like as a table with named columns?
 *
 * bytes -> text -> cells -> headers that can be trusted: trimmed, no duplicates, no nameless column with content. Rows without any filled cell are
 * counted and left out; a last row that stops in the middle (shorter than all others, no line end) is set aside, because its last number may be half a number.
 * Shared by the diary reader and all CSV importers.
 */
import { isFormulaGuarded, unguardFormula } from "../base/csv-cell.ts";
import { ok, type Result } from "../base/result.ts";
import type { Assumption, FileProblem, SourceFile } from "./contract.ts";
import { readCsv, type CsvRow, type CsvTable, type Delimiter } from "./csv.ts";
import { fileProblem } from "./file-problem.ts";
import { decodeText } from "./text.ts";

export interface TextColumn {
  readonly header: string;
  /** Index into the cells of a row. */
  readonly index: number;
}

export interface TextTable {
  readonly file: string;
  readonly delimiter: Delimiter;
  readonly columns: readonly TextColumn[];
  readonly rows: readonly CsvRow[];
  readonly blankRows: number;
  readonly cutOffRows: number;
  readonly assumptions: readonly Assumption[];
}

/** Reads the file as a table. Errors: those of `decodeText` and `readCsv`, DuplicateColumns, NoDataRows. */
export function readTextTable(file: SourceFile): Result<TextTable, FileProblem> {
  const decoded = decodeText(file);
  if (!decoded.ok) return decoded;
  const csv = readCsv(decoded.value.text, file.name);
  if (!csv.ok) return csv;
  return textTableOf(csv.value, file.name, decoded.value.assumptions);
}

/** Names the columns of a parsed CSV. Errors: DuplicateColumns, NoDataRows. */
export function textTableOf(csv: CsvTable, file: string, known: readonly Assumption[]): Result<TextTable, FileProblem> {
  const assumptions: Assumption[] = [...known];
  if (csv.delimiter !== ",")
    assumptions.push({ type: "Delimiter", column: "", value: csv.delimiter === "\t" ? "tab" : csv.delimiter });
  const filled = csv.rows.filter((row) => row.cells.some((cell) => cell.trim() !== ""));
  const cutOff = cutOffRow(csv, filled);
  const rows = cutOff === null ? filled : filled.slice(0, -1);
  if (cutOff !== null) assumptions.push({ type: "PartialFile", column: "", value: `line ${String(cutOff.line)}` });

  const columns: TextColumn[] = [];
  const indexByHeader = new Map<string, number>();
  for (const [index, raw] of csv.header.cells.entries()) {
    const text = raw.trim().normalize("NFC");
    if (text === "" && !rows.some((row) => (row.cells[index] ?? "").trim() !== "")) continue;
    if (isFormulaGuarded(text)) assumptions.push({ type: "FormulaPrefixRemoved", column: text, value: "" });
    const header = text === "" ? `column ${String(index + 1)}` : unguardFormula(text);
    const earlier = indexByHeader.get(header);
    if (earlier !== undefined) {
      const place = { line: csv.header.line, column: index + 1, columnName: header };
      return fileProblem(
        "DuplicateColumns",
        file,
        place,
        header,
        `one column of this name (column ${String(earlier + 1)})`,
      );
    }
    indexByHeader.set(header, index);
    columns.push({ header, index });
  }
  if (rows.length === 0) {
    const found = csv.rows.length === 0 ? "only a header" : "only blank rows";
    return fileProblem("NoDataRows", file, { line: csv.header.line }, found, "a row per day below the header");
  }
  return ok({
    file,
    delimiter: csv.delimiter,
    columns,
    rows,
    blankRows: csv.rows.length - filled.length,
    cutOffRows: cutOff === null ? 0 : 1,
    assumptions,
  });
}

/** The last row, when it alone is shorter than the header and the text has no line end behind it. */
function cutOffRow(csv: CsvTable, rows: readonly CsvRow[]): CsvRow | null {
  const last = rows.at(-1);
  const isLastLine = last !== undefined && last === csv.rows.at(-1);
  if (csv.endsWithLineEnd || !isLastLine || rows.length < 2) return null;
  const width = csv.header.cells.length;
  const others = rows.slice(0, -1);
  return last.cells.length < width && others.every((row) => row.cells.length >= width) ? last : null;
}

/** First cell beyond the last column that holds something, or null: such a row does not fit its header. */
export function extraCell(table: TextTable, row: CsvRow): { readonly column: number; readonly found: string } | null {
  const width = (table.columns.at(-1)?.index ?? -1) + 1;
  for (let i = width; i < row.cells.length; i += 1) {
    const found = row.cells[i] ?? "";
    if (found.trim() !== "") return { column: i + 1, found };
  }
  return null;
}

/** The cell of this column in this row; short rows end in blanks. */
export function cellOf(row: CsvRow, column: TextColumn): string {
  return row.cells[column.index] ?? "";
}

/** All cells of one column, row by row. */
export function cellsOf(table: TextTable, column: TextColumn): string[] {
  return table.rows.map((row) => cellOf(row, column));
}
