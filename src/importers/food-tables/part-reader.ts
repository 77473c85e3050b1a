/**
 * How is one file of a food table read, piece by piece, so that it can be stopped and gone on with?
 *
 * `feed` takes bytes, `take` gives what was read since the last call together with the place up to which that is all: whoever stores both in one
 * transaction can go on from there after anything. Memory does not depend on the length of the file.
 */
import { ok, type Result } from "../../base/result.ts";
import type { BytePlace, RecordScanner } from "./byte-window.ts";
import { readCiqualCsv, readCiqualXml } from "./ciqual-tables.ts";
import { readCofidCsv } from "./cofid-table.ts";
import { readFdcCsv, type GroupedScanner } from "./fdc-csv.ts";
import { readFdcJson } from "./fdc-json.ts";
import type { FoodChange } from "./food-change.ts";
import type { FoodFilters } from "./food-filters.ts";
import { readOffCsv, readOffJson, type RowReading } from "./off-tables.ts";
import { createTally, skippedRows, type TallyNumbers } from "./read-tally.ts";
import type { TablePart } from "./table-part.ts";
import { tableProblem, type FoodTableProblem } from "./table-problem.ts";

/** What was read since the last `take`. */
export interface PartBatch {
  readonly changes: readonly FoodChange[];
  /** Everything before this place is in this batch or an earlier one. */
  readonly place: BytePlace;
  readonly tally: TallyNumbers;
}

/** Reads one file of a table, piece by piece, in constant memory. */
export interface PartReader {
  /** Errors: FoodTableRowTooLong, FoodTableDoubtful; what was read before stands and can be taken. */
  readonly feed: (chunk: Uint8Array) => Result<null, FoodTableProblem>;
  /** After the last bytes. Errors: FoodTableCut when the file ends inside a row or before its end mark. */
  readonly finish: () => Result<null, FoodTableProblem>;
  /** What was read since the last call, and the place up to which that is all. */
  readonly take: () => PartBatch;
  /** Number of changes that `take` would give. */
  readonly pending: () => number;
}

/** Above this share of rows that cannot be read (from 200 rows on), the file is not what it seems to be. */
const MOST_SKIPPED = 0.1;
const JUDGED_ROWS = 200;

/** Opens a reader at `at` (the part's start, or where an earlier reading stopped, with its tally). */
export function createPartReader(
  part: TablePart,
  filters: FoodFilters,
  at: { readonly place: BytePlace; readonly tally?: TallyNumbers },
): PartReader {
  const tally = createTally(at.tally);
  let changes: FoodChange[] = [];
  const emit = (change: FoodChange): void => {
    changes.push(change);
  };
  const scanner = openScanner(part, at.place, { filters, tally, emit });
  const problem = (type: FoodTableProblem["type"], found: string, expected: string): Result<null, FoodTableProblem> =>
    tableProblem(type, part.member, { line: scanner.place().line }, found, expected);
  return {
    feed: (chunk) => {
      if (!scanner.feed(chunk)) return problem("FoodTableRowTooLong", "", "rows of some kilobytes");
      const numbers = tally.numbers();
      const skipped = skippedRows(numbers);
      if (numbers.rowsRead < JUDGED_ROWS || skipped <= MOST_SKIPPED * numbers.rowsRead) return ok(null);
      return problem(
        "FoodTableDoubtful",
        `${String(skipped)} of ${String(numbers.rowsRead)} rows`,
        numbers.examples[0]?.code ?? "",
      );
    },
    finish: () => {
      if (scanner.finish() === "whole") return ok(null);
      const { rowsRead } = tally.numbers();
      return problem("FoodTableCut", `${String(rowsRead)} rows before it`, "a whole row and the end of the file");
    },
    take: () => {
      scanner.flush();
      const batch = { changes, place: scanner.place(), tally: tally.numbers() };
      changes = [];
      return batch;
    },
    pending: () => changes.length,
  };
}

function openScanner(part: TablePart, place: BytePlace, reading: RowReading): GroupedScanner {
  const plain = (scanner: RecordScanner): GroupedScanner => ({ ...scanner, flush: () => undefined });
  switch (part.form) {
    case "off-csv":
      return plain(readOffCsv(part.header, place, reading));
    case "off-json":
      return plain(readOffJson(place, reading));
    case "fdc-json":
      return plain(readFdcJson(place, reading));
    case "fdc-csv":
      return readFdcCsv(part.file, place, { ...reading, header: part.header, lookups: part.lookups });
    case "ciqual-xml":
      return readCiqualXml(part.record, part.encoding, place, reading);
    case "ciqual-csv":
      return readCiqualCsv(part, part.header, place, reading);
    case "cofid-csv":
      return readCofidCsv(part, part.header, place, reading);
  }
}
