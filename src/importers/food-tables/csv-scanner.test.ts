import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { must } from "../../../test/support/replicas.ts";
import { encodeUtf8 } from "../../journal/utf8.ts";
import { readCsv } from "../csv.ts";
import type { BytePlace } from "./byte-window.ts";
import { createCsvScanner, longestRow, type CsvForm } from "./csv-scanner.ts";

const form: CsvForm = {
  delimiter: ",",
  quotes: true,
  encoding: "utf-8",
  lastRowMayBeOpen: true,
  wanted: [0, 1, 2, 3, 4, 5],
};

interface Scanned {
  readonly rows: readonly { readonly line: number; readonly cells: readonly (string | null)[] }[];
  readonly places: readonly BytePlace[];
  readonly unclosed: readonly number[];
  readonly end: "whole" | "cut" | "too long";
}

/** Reads bytes in pieces of `size`. */
function scan(
  bytes: Uint8Array,
  size: number,
  changes: Partial<CsvForm> = {},
  start = { offset: 0, line: 1 },
): Scanned {
  const rows: Scanned["rows"][number][] = [];
  const [places, unclosed]: [BytePlace[], number[]] = [[], []];
  const all = { ...form, ...changes };
  const scanner = createCsvScanner(
    all,
    start,
    (record) => {
      const cells = Array.from({ length: Math.min(record.cells, all.wanted.length) }, (_, slot) => record.text(slot));
      rows.push({ line: record.line, cells });
    },
    (line) => unclosed.push(line),
  );
  for (let at = start.offset; at < bytes.length; at += size) {
    if (!scanner.feed(bytes.subarray(at, at + size))) return { rows, places, unclosed, end: "too long" };
    places.push(scanner.place());
  }
  return { rows, places, unclosed, end: scanner.finish() };
}

const cell = fc.stringMatching(/^[a-zé🥛 "',;\t\n]{0,6}$/u);
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe("createCsvScanner", () => {
  it("gives what the reader of whole files gives, however the bytes are cut into pieces", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), fc.constantFrom("\n", "\r\n"), (rows, size, lineEnd) => {
        const text = rows.map((row) => row.map(quoted).join(",") + lineEnd).join("");
        const whole = must(readCsv(`sep=,\n${text}`, "x.csv"));
        const { rows: found, end } = scan(encodeUtf8(text), size);
        // control characters inside a cell become spaces: names stand on one line
        const plain = (one: string): string => one.replace(/[\n\t\r]+/g, " ");
        expect(found).toEqual(
          [whole.header, ...whole.rows].map((row) => ({ line: row.line - 1, cells: row.cells.map(plain) })),
        );
        expect(end).toBe("whole");
      }),
    );
  });

  it("goes on from any place as if it had never stopped", () => {
    const text = 'a,1\n"b\nb",2\n\nc,"3"""\r\nd,4\n';
    const bytes = encodeUtf8(text);
    const { rows, places } = scan(bytes, 3);
    expect(rows.map((row) => row.cells[0])).toEqual(["a", "b b", "c", "d"]);
    for (const place of places) {
      const rest = scan(bytes, 5, {}, place).rows;
      expect(rows.slice(rows.length - rest.length)).toEqual(rest);
      expect(rows.filter((row) => row.line < place.line).length + rest.length).toBe(rows.length);
    }
  });

  it("takes quotes for letters where the source never quotes", () => {
    const { rows } = scan(encodeUtf8('6 x 4"\t"a"\n"b\tc\n'), 4, { delimiter: "\t", quotes: false });
    expect(rows.map((row) => row.cells)).toEqual([
      ['6 x 4"', '"a"'],
      ['"b', "c"],
    ]);
  });

  it("loses only the line of a quote that is never closed", () => {
    const bytes = encodeUtf8('a,1\n"b,2\nc,3\n"d",4\n');
    const { rows, unclosed } = scan(bytes, 7);
    expect(unclosed).toEqual([2]);
    expect(rows.map((row) => row.cells[0])).toEqual(["a", "c", "d"]);
  });

  it("closes an open quote within its own row first, so that text with line ends stays whole", () => {
    const { rows, unclosed } = scan(encodeUtf8('a,"one\ntwo"\nb,2\n'), 3);
    expect(unclosed).toEqual([]);
    expect(rows.map((row) => row.cells)).toEqual([
      ["a", "one two"],
      ["b", "2"],
    ]);
  });

  it("stops at a row that is longer than any row can be, and keeps no more than that", () => {
    const hole = new Uint8Array(longestRow / 4);
    const scanner = createCsvScanner(form, { offset: 0, line: 1 }, () => undefined, () => undefined); // prettier-ignore
    expect(scanner.feed(encodeUtf8("a,1\n"))).toBe(true);
    const answers = Array.from({ length: 8 }, () => scanner.feed(hole));
    expect(answers.indexOf(false)).toBe(4);
    expect(scanner.place()).toEqual({ offset: 4, line: 2 });
  });

  it("tells a file that ends inside a row, where that is a sign", () => {
    for (const text of ["a,1\nb,2", "a,1\nb", 'a,1\nb,"2']) {
      const { rows, end } = scan(encodeUtf8(text), 50, { lastRowMayBeOpen: false });
      expect({ rows: rows.length, end }).toEqual({ rows: 1, end: "cut" });
    }
    expect(scan(encodeUtf8("a,1\nb,2\n"), 50, { lastRowMayBeOpen: false }).end).toBe("whole");
    expect(scan(encodeUtf8("a,1\nb,2"), 50).rows).toHaveLength(2);
  });

  it("answers null for bytes that are no text and an empty text for cells that are not there", () => {
    const bytes = Uint8Array.from([0x61, 0xff, 0x2c, 0x62, 10]);
    expect(scan(bytes, 9, { wanted: [0, 1, 5, -1] }).rows[0]?.cells).toEqual([null, "b"]);
    expect(scan(bytes, 9, { encoding: "windows-1252" }).rows[0]?.cells).toEqual(["aÿ", "b"]);
    let beyond: string | null = "x";
    const scanner = createCsvScanner({ ...form, wanted: [9] }, { offset: 0, line: 1 }, (record) => (beyond = record.text(0)), () => undefined); // prettier-ignore
    scanner.feed(encodeUtf8("a,b\n"));
    expect(beyond).toBe("");
  });
});
