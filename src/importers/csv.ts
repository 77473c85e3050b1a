/**
 * Which cells stand in this text, and on which line?
 *
 * RFC 4180 reader: quotes, `""`, line ends inside quotes, CRLF, LF and CR. The delimiter (`,` `;` tab `|`) is the one that cuts the first
 * records into equally many cells. Lines are never cut before quotes are read. Hard limits stop a hostile line early:
 * a cell of 1 MiB, 2,000 columns, 1,000,000 rows. Headers and rows are returned as they stand (not trimmed).
 */
import { ok, type Result } from "../base/result.ts";
import type { FileProblem } from "./contract.ts";
import { fileProblem } from "./file-problem.ts";

export type Delimiter = "," | ";" | "\t" | "|";

export interface CsvRow {
  /** 1-based line where the row starts. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly delimiter: Delimiter;
  readonly header: CsvRow;
  /** Data rows; lines without any character are not rows. */
  readonly rows: readonly CsvRow[];
  /** False when the text stops without a line end: the last row may be cut off. */
  readonly endsWithLineEnd: boolean;
}

export const csvLimits = { cellCharacters: 1_048_576, columns: 2_000, rows: 1_000_000 } as const;

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];
const SNIFFED_RECORDS = 50;
const SNIFFED_CHARACTERS = 65_536;

/** Reads the whole table. Errors: FileEmpty, CellTooLong, TooManyColumns, TooManyRows, UnclosedQuote. Cost: linear in the text. */
export function readCsv(text: string, file: string): Result<CsvTable, FileProblem> {
  const declared = /^sep=([,;\t|])(?:\r\n|\r|\n)/.exec(text.slice(0, 16));
  const delimiter = declared ? delimiterOf(declared[1] ?? ",") : sniffDelimiter(text);
  const records = readRecords(text, delimiter, file, csvLimits.rows + 2, declared ? declared[0].length : 0);
  if (!records.ok) return records;
  const [header, ...rows] = declared
    ? records.value.map((row) => ({ line: row.line + 1, cells: row.cells }))
    : records.value;
  if (header === undefined)
    return fileProblem("FileEmpty", file, {}, "no line with text", "a text table with a header line");
  return ok({ delimiter, header, rows, endsWithLineEnd: /[\r\n]$/.test(text.slice(-1)) });
}

/** The delimiter that gives the most records the same cell count as the first record; ties: the one with more cells. A comma when nothing is cut. */
export function sniffDelimiter(text: string): Delimiter {
  const head = text.slice(0, SNIFFED_CHARACTERS);
  let best: Delimiter = ",";
  let bestScore = -1;
  let bestWidth = 1;
  for (const delimiter of DELIMITERS) {
    const records = sniffedWidths(head, delimiter, head.length < text.length);
    const width = records[0] ?? 1;
    if (width < 2) continue;
    const agreeing = records.filter((count) => count === width).length / records.length;
    if (agreeing > bestScore || (agreeing === bestScore && width > bestWidth)) {
      [best, bestScore, bestWidth] = [delimiter, agreeing, width];
    }
  }
  return best;
}

function sniffedWidths(head: string, delimiter: Delimiter, isCut: boolean): number[] {
  const widths: number[] = [];
  scan(head, delimiter, 0, (row) => {
    widths.push(row.cells.length);
    return widths.length < SNIFFED_RECORDS;
  });
  // The last record of a cut text may be half a record: it only counts when there is no other.
  if (isCut && widths.length > 1 && widths.length < SNIFFED_RECORDS) widths.pop();
  return widths;
}

function delimiterOf(character: string): Delimiter {
  return DELIMITERS.find((delimiter) => delimiter === character) ?? ",";
}

function readRecords(
  text: string,
  delimiter: Delimiter,
  file: string,
  maxRecords: number,
  start: number,
): Result<CsvRow[], FileProblem> {
  const records: CsvRow[] = [];
  const end = scan(text, delimiter, start, (row) => {
    if (records.length < maxRecords) records.push(row);
    return records.length < maxRecords;
  });
  switch (end.type) {
    case "Done":
      return ok(records);
    case "Stopped":
      return fileProblem("TooManyRows", file, { line: end.line }, "more rows", `${String(csvLimits.rows)} rows`);
    case "CellTooLong":
      return fileProblem(
        "CellTooLong",
        file,
        { line: end.line, column: end.column },
        end.found,
        `${String(csvLimits.cellCharacters)} characters in a cell`,
      );
    case "TooManyColumns":
      return fileProblem(
        "TooManyColumns",
        file,
        { line: end.line, column: end.column },
        end.found,
        `${String(csvLimits.columns)} columns`,
      );
    case "UnclosedQuote":
      return fileProblem("UnclosedQuote", file, { line: end.line, column: end.column }, end.found, 'a closing "');
  }
}

type ScanEnd =
  | { readonly type: "Done" | "Stopped"; readonly line: number }
  | {
      readonly type: "CellTooLong" | "TooManyColumns" | "UnclosedQuote";
      readonly line: number;
      readonly column: number;
      readonly found: string;
    };

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Walks over the text once and hands every record to `take` until it answers false. Stops at the first broken limit. */
function scan(text: string, delimiter: Delimiter, start: number, take: (row: CsvRow) => boolean): ScanEnd {
  const cut = delimiter.charCodeAt(0);
  let i = start;
  let line = 1;
  while (i < text.length) {
    const rowLine = line;
    const cells: string[] = [];
    let ended = false;
    while (!ended) {
      const cellStart = i;
      let cell: string;
      if (text.charCodeAt(i) === QUOTE) {
        const quoted = readQuoted(text, i, cut);
        if (quoted.type !== "Cell") {
          return { type: quoted.type, line, column: cells.length + 1, found: text.slice(i, i + 60) };
        }
        [cell, i] = [quoted.cell, quoted.next];
        line += quoted.lineEnds;
      } else {
        while (i < text.length && !isCut(text.charCodeAt(i), cut)) {
          i += 1;
          if (i - cellStart > csvLimits.cellCharacters) {
            const found = text.slice(cellStart, cellStart + 60);
            return { type: "CellTooLong", line, column: cells.length + 1, found };
          }
        }
        cell = text.slice(cellStart, i);
      }
      if (cells.length === csvLimits.columns) {
        return { type: "TooManyColumns", line: rowLine, column: cells.length + 1, found: cell.slice(0, 60) };
      }
      cells.push(cell);
      if (text.charCodeAt(i) === cut) {
        i += 1; // another cell of this record follows, even when the text ends here
      } else {
        ended = true;
        if (text.charCodeAt(i) === CR && text.charCodeAt(i + 1) === LF) i += 1;
        i += 1;
        line += 1;
      }
    }
    const isBlankLine = cells.length === 1 && cells[0] === "";
    if (!isBlankLine && !take({ line: rowLine, cells })) return { type: "Stopped", line };
  }
  return { type: "Done", line };
}

function isCut(code: number, delimiter: number): boolean {
  return code === delimiter || code === LF || code === CR;
}

type Quoted =
  | { readonly type: "Cell"; readonly cell: string; readonly next: number; readonly lineEnds: number }
  | { readonly type: "CellTooLong" | "UnclosedQuote" };

/** Reads from the opening quote at `start`. Characters between the closing quote and the next delimiter are kept as they are. */
function readQuoted(text: string, start: number, delimiter: number): Quoted {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      return { type: text.length - start > csvLimits.cellCharacters ? "CellTooLong" : "UnclosedQuote" };
    }
    if (quote - start > csvLimits.cellCharacters) return { type: "CellTooLong" };
    parts.push(text.slice(from, quote));
    from = quote + 1;
    if (text.charCodeAt(from) !== QUOTE) break;
    parts.push('"');
    from += 1;
  }
  let next = from;
  while (next < text.length && !isCut(text.charCodeAt(next), delimiter)) next += 1;
  if (next - start > csvLimits.cellCharacters) return { type: "CellTooLong" };
  const cell = parts.join("") + text.slice(from, next);
  return { type: "Cell", cell, next, lineEnds: countLineEnds(text, start, from) };
}

function countLineEnds(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) count += 1;
  }
  return count;
}
