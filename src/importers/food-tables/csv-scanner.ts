/**
 * Which cells stand in a table of any size?
 *
 * Streaming reader of separated values over bytes: one pass, only the wanted cells are remembered, nothing is decoded before it is asked for. With
 * `quotes` as in RFC 4180; without, a `"` is a letter (Open Food Facts writes inch signs bare and never quotes). A quote that is never closed, or closed in the
 * middle of a cell, costs its own line only: reading goes on in the next one. Memory: the longest row, at most `longestRow`.
 */
import { advance, addBytes, countLineFeeds, createWindow, type BytePlace, type RecordScanner } from "./byte-window.ts";
import { textOfBytes, type TableEncoding } from "./byte-text.ts";

/** Longest row in bytes: many times the longest list of ingredients. */
export const longestRow: number = 1 << 20;

export interface CsvForm {
  readonly delimiter: "," | ";" | "\t";
  readonly quotes: boolean;
  readonly encoding: TableEncoding;
  /** True: a last row without a line end is taken (spreadsheets). False: it is a sign that the file is cut off. */
  readonly lastRowMayBeOpen: boolean;
  /** Column numbers from 0 that are wanted; the slot of a cell is its place in this list. -1: the column is not there. */
  readonly wanted: readonly number[];
}

/** One row, valid only while it is handed on. */
export interface CsvRecord {
  readonly line: number;
  /** Number of cells in the row. */
  readonly cells: number;
  /** Text of a wanted cell; "" when the row or the table does not have it, null when its bytes are no text. */
  readonly text: (slot: number) => string | null;
}

/** Opens a scanner whose next byte is at `start`. `take` gets rows in order, `unclosed` the lines with a quote that is never closed. */
export function createCsvScanner(
  form: CsvForm,
  start: BytePlace,
  take: (record: CsvRecord) => void,
  unclosed: (line: number, found: string) => void,
): RecordScanner {
  const window = createWindow(start);
  const delimiter = form.delimiter.charCodeAt(0);
  const { quotes, encoding } = form;
  const slotOfColumn = new Int16Array(Math.max(0, ...form.wanted) + 2).fill(-1);
  form.wanted.forEach((column, slot) => {
    if (column >= 0) slotOfColumn[column] = slot;
  });
  const starts = new Int32Array(form.wanted.length);
  const ends = new Int32Array(form.wanted.length);
  let line = start.line;
  let cells = 0;
  const text = (slot: number): string | null => {
    const [from, to] = [starts[slot] ?? -1, ends[slot] ?? -1];
    if (from < 0 || to <= from) return "";
    if (!quotes || window.bytes[from] !== 34) return textOfBytes(window.bytes, from, to, encoding);
    const closing = window.bytes.lastIndexOf(34, to - 1);
    const inner = textOfBytes(window.bytes, from + 1, Math.max(from + 1, closing), encoding);
    return inner === null ? null : inner.replaceAll('""', '"');
  };
  const record: CsvRecord = {
    get line() {
      return line;
    },
    get cells() {
      return cells;
    },
    text,
  };

  /** Looks for the end of the next row. Index behind it, or why there is none yet. */
  const scanRow = (isLast: boolean): number | "incomplete" | "unclosed" => {
    const { bytes, from, to } = window;
    starts.fill(-1);
    const wantedColumns = slotOfColumn.length;
    let column = 0;
    let cellStart = from;
    let i = from;
    for (;;) {
      if (quotes && i === cellStart && i < to && bytes[i] === 34) {
        const behind = endOfQuoted(bytes, i, to, isLast);
        if (behind < 0) return isLast || to - from > longestRow ? "unclosed" : "incomplete";
        i = behind;
        // behind its closing quote a cell has to end; else the quote was opened by mistake
        if (i >= to && !isLast) return "incomplete";
        if (i < to && bytes[i] !== delimiter && bytes[i] !== 10 && bytes[i] !== 13) return "unclosed";
      }
      while (i < to && bytes[i] !== delimiter && bytes[i] !== 10) i += 1;
      if (i >= to && !isLast) return "incomplete";
      const slot = column < wantedColumns ? (slotOfColumn[column] ?? -1) : -1;
      const isEnd = i >= to || bytes[i] === 10;
      if (slot >= 0) {
        starts[slot] = cellStart;
        ends[slot] = isEnd && bytes[i - 1] === 13 ? i - 1 : i;
      }
      column += 1;
      if (isEnd) {
        cells = column;
        return i >= to ? to : i + 1;
      }
      i += 1;
      cellStart = i;
    }
  };

  const isBlank = (next: number): boolean =>
    cells === 1 && (next - window.from <= 1 || (next - window.from === 2 && window.bytes[window.from] === 13));

  /** Hands on every whole row; false when one is too long. */
  const scanAll = (isLast: boolean): boolean => {
    while (window.from < window.to) {
      const next = scanRow(isLast);
      if (next === "incomplete") return window.to - window.from <= longestRow;
      if (next === "unclosed") {
        const lineEnd = window.bytes.indexOf(10, window.from);
        const behind = lineEnd < 0 || lineEnd >= window.to ? window.to : lineEnd + 1;
        if (behind - window.from > longestRow) return false;
        unclosed(
          window.line,
          textOfBytes(window.bytes, window.from, Math.min(behind, window.from + 60), encoding) ?? "",
        );
        advance(window, behind, 1);
        continue;
      }
      line = window.line;
      if (!isBlank(next)) take(record);
      advance(window, next, quotes ? countLineFeeds(window.bytes, window.from, next) : 1);
    }
    return true;
  };

  let endsWithLine = true;
  return {
    feed: (chunk) => {
      if (chunk.length === 0) return true;
      endsWithLine = chunk[chunk.length - 1] === 10;
      addBytes(window, chunk);
      return scanAll(false);
    },
    finish: () => {
      if (endsWithLine && window.from === window.to) return "whole";
      if (!form.lastRowMayBeOpen) return "cut";
      scanAll(true);
      return "whole";
    },
    place: () => ({ offset: window.offset, line: window.line }),
  };
}

/** Index behind the closing quote of the cell that opens at `open`, or -1 when it is not among the bytes. */
function endOfQuoted(bytes: Uint8Array, open: number, to: number, isLast: boolean): number {
  let from = open + 1;
  for (;;) {
    const quote = bytes.indexOf(34, from);
    if (quote < 0 || quote >= to) return -1;
    // the next byte decides whether this quote closes or stands for itself
    if (quote + 1 >= to) return isLast ? quote + 1 : -1;
    if (bytes[quote + 1] !== 34) return quote + 1;
    from = quote + 2;
  }
}
