/**
 * Which columns does the header of a food table name, and where do its rows begin?
 *
 * Read with the same scanner as the rows, on the first bytes of the file: so the place behind the header is exact, also when header cells hold line
 * ends (CIQUAL saved from its spreadsheet).
 */
import type { BytePlace } from "./byte-window.ts";
import { windows1252ToText } from "../text.ts";
import type { TableEncoding } from "./byte-text.ts";
import { createCsvScanner } from "./csv-scanner.ts";

export interface ReadHeader {
  /** Names as they stand, trimmed. */
  readonly header: readonly string[];
  /** Behind the header. */
  readonly start: BytePlace;
}

/** More columns than any food table has (Open Food Facts: some 210). */
const MOST_COLUMNS = 2000;

/** The header in these first bytes, or null when there is none that ends within them. */
export function readHeader(
  head: Uint8Array,
  form: { readonly delimiter: "," | ";" | "\t"; readonly quotes: boolean; readonly encoding: TableEncoding },
): ReadHeader | null {
  const rows: { readonly header: readonly string[]; readonly place: BytePlace }[] = [];
  const wanted = Array.from({ length: MOST_COLUMNS }, (_, column) => column);
  const bom = lengthOfMark(head);
  const scanner = createCsvScanner(
    { ...form, lastRowMayBeOpen: true, wanted },
    { offset: bom, line: 1 },
    (record) => {
      // the place inside a row is that of the row: the second one tells where the first one ended
      if (rows.length > 1) return;
      const cells = Math.min(record.cells, MOST_COLUMNS);
      const header = Array.from({ length: cells }, (_, slot) => (record.text(slot) ?? "").trim());
      rows.push({ header, place: scanner.place() });
    },
    () => undefined,
  );
  scanner.feed(head.subarray(bom));
  scanner.finish();
  const [first, second] = rows;
  if (first === undefined || first.header.length === MOST_COLUMNS) return null;
  return { header: first.header, start: second?.place ?? scanner.place() };
}

/** The first bytes, one character each (marks of the forms are ASCII), and where they begin behind a byte-order mark. */
export function startOfBytes(head: Uint8Array): { readonly text: string; readonly offset: number } {
  const offset = lengthOfMark(head);
  return { text: windows1252ToText(head.subarray(offset, offset + 65_536)), offset };
}

/** Bytes of the UTF-8 byte-order mark at the beginning. */
function lengthOfMark(head: Uint8Array): number {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}
