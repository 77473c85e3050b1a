/**
 * How are the two forms of Open Food Facts read, row by row?
 *
 * CSV: the header names the columns, each row must have as many cells. JSONL: one object per line, figures under `nutriments`, lists as arrays.
 */
import type { BytePlace, ByteRecord, RecordScanner } from "./byte-window.ts";
import { textOfBytes } from "./byte-text.ts";
import { createCsvScanner } from "./csv-scanner.ts";
import type { FoodChange } from "./food-change.ts";
import type { FoodFilters } from "./food-filters.ts";
import { createJsonScanner, listMember, memberOf, parseObject, shortText, textMember } from "./json-scanner.ts";
import { offFields, readOffProduct, type OffFieldName } from "./off-product.ts";
import { skippedRow, type ReadTally, type RowOutcome } from "./read-tally.ts";
import type { TableFood } from "./table-food.ts";

/** What a reader of rows is given and where it puts the foods. */
export interface RowReading {
  readonly filters: FoodFilters;
  readonly tally: ReadTally;
  readonly emit: (change: FoodChange) => void;
}

/** Reads the rows of the CSV export from `start` on; `header` names all columns. */
export function readOffCsv(header: readonly string[], start: BytePlace, reading: RowReading): RecordScanner {
  const slotByField = new Map<OffFieldName, number>(offFields.map((name, slot) => [name, slot]));
  const wanted = offFields.map((name) => {
    const column = header.indexOf(name);
    return column >= 0 ? column : header.indexOf(`-${name}`);
  });
  const { filters, tally, emit } = reading;
  const take = (food: TableFood): void => emit({ type: "food", food });
  const form = { delimiter: "\t", quotes: false, encoding: "utf-8", lastRowMayBeOpen: false, wanted } as const;
  return createCsvScanner(
    form,
    start,
    (record) => {
      const field = (name: OffFieldName): string | null => record.text(slotByField.get(name) ?? -1);
      const outcome =
        record.cells === header.length
          ? readOffProduct(field, filters, tally, take)
          : skippedRow("cell-count", `${String(record.cells)} cells, ${field("code") ?? ""}`);
      tally.note(outcome, record.line);
    },
    () => undefined,
  );
}

/** Reads the JSONL export from `start` on. */
export function readOffJson(start: BytePlace, reading: RowReading): RecordScanner {
  const { filters, tally, emit } = reading;
  const judge = ({ bytes, start: from, end }: ByteRecord): RowOutcome => {
    const text = textOfBytes(bytes, from, end, "utf-8");
    if (text === null) return skippedRow("bad-encoding", shortText(bytes, from, end));
    const product = parseObject(text);
    if (product === null) return skippedRow("bad-json", shortText(bytes, from, end));
    const nutriments = memberOf(product, "nutriments");
    const field = (name: OffFieldName): string => {
      if (name.endsWith("_100g")) return textMember(nutriments, name);
      const list = listMember(product, name);
      if (list.length > 0) return list.filter((item) => typeof item === "string").join(",");
      return textMember(product, name);
    };
    return readOffProduct(field, filters, tally, (food) => emit({ type: "food", food }));
  };
  return createJsonScanner(
    false,
    start,
    (record) => tally.note(judge(record), record.line),
    (line, found) => tally.note(skippedRow("bad-json", found), line),
  );
}
