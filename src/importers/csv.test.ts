import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quoteCsvCell } from "../base/csv-cell.ts";
import { csvLimits, readCsv, sniffDelimiter } from "./csv.ts";

const cellsOf = (text: string) => {
  const table = readCsv(text, "a.csv");
  return table.ok ? [table.value.header, ...table.value.rows].map((row) => row.cells) : table.error.type;
};
const problemOf = (text: string) => {
  const table = readCsv(text, "a.csv");
  return table.ok ? null : table.error;
};

describe("CSV", () => {
  it("reads quotes, doubled quotes, and line ends inside quotes", () => {
    expect(cellsOf('a,b\n"x ""y"", z","l1\r\nl2"\n')).toEqual([
      ["a", "b"],
      ['x "y", z', "l1\r\nl2"],
    ]);
  });

  it("reads CRLF, LF and CR, and does not take blank lines for rows", () => {
    for (const end of ["\r\n", "\n", "\r"]) {
      expect(cellsOf(["a,b", "1,2", "", "3,4", ""].join(end))).toEqual([
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
      ]);
    }
  });

  it("keeps the empty cell behind a last delimiter", () => {
    expect(cellsOf("a,b\n1,")).toEqual([
      ["a", "b"],
      ["1", ""],
    ]);
  });

  it("counts lines over quoted line ends", () => {
    const table = readCsv('a,b\r\n"1\r\n2\n3",x\r\n4,5\r\n', "a.csv");
    expect(table.ok && table.value.rows.map((row) => row.line)).toEqual([2, 5]);
  });

  it("leaves a quote inside an unquoted cell alone", () => {
    expect(cellsOf('a,b\n5" pizza,2\n')).toEqual([
      ["a", "b"],
      ['5" pizza', "2"],
    ]);
  });

  it("finds the delimiter by equal cell counts, also beside decimal commas and commas in text", () => {
    expect(sniffDelimiter("date;a;b\n2025-01-01;1,5;2,5\n2025-01-02;1,0;2,0\n")).toBe(";");
    expect(sniffDelimiter("date\ta, b\n2025-01-01\t1\n")).toBe("\t");
    expect(sniffDelimiter("date|a\n2025-01-01|1\n")).toBe("|");
    expect(sniffDelimiter('date,note\n2025-01-01,"a;b;c"\n2025-01-02,"d;e"\n')).toBe(",");
    expect(sniffDelimiter("date\n2025-01-01\n")).toBe(",");
  });

  it("obeys a sep= line and still counts lines from the top", () => {
    const table = readCsv("sep=;\r\na;b\r\n1;2\r\n", "a.csv");
    expect(table.ok && [table.value.delimiter, table.value.header.line, table.value.rows[0]?.line]).toEqual([
      ";",
      2,
      3,
    ]);
  });

  it("names an unclosed quote with the line where it opens", () => {
    expect(problemOf('a,b\n1,2\n3,"oops\n4,5\n')).toMatchObject({ type: "UnclosedQuote", line: 3, column: 2 });
  });

  it("stops at 5,000 columns", () => {
    const header = Array.from({ length: 5000 }, (_, i) => `c${i}`).join(",");
    expect(problemOf(`${header}\n`)).toMatchObject({
      type: "TooManyColumns",
      line: 1,
      column: 2001,
      expected: "2000 columns",
    });
  });

  it("stops in a 20 MB line, with or without quotes and delimiters", () => {
    const long = "x".repeat(20_000_000);
    expect(problemOf(`a,b\n1,${long}\n`)).toMatchObject({ type: "CellTooLong", line: 2, column: 2 });
    expect(problemOf(`a,b\n1,"${long}"\n`)).toMatchObject({ type: "CellTooLong", line: 2, column: 2 });
    expect(problemOf(`a,b\n1,"${long}`)).toMatchObject({ type: "CellTooLong", line: 2, column: 2 });
    expect(problemOf(`a,b\n${"1,".repeat(10_000_000)}\n`)).toMatchObject({ type: "TooManyColumns", line: 2 });
    expect(problemOf(long)).toMatchObject({ type: "CellTooLong", line: 1, column: 1 });
  });

  it("accepts a cell of exactly the limit", () => {
    expect(problemOf(`a,b\n1,${"x".repeat(csvLimits.cellCharacters)}\n`)).toBeNull();
    expect(problemOf(`a,b\n1,${"x".repeat(csvLimits.cellCharacters + 1)}\n`)).toMatchObject({ type: "CellTooLong" });
  });

  it("gives back any table that was written after RFC 4180", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", ";", '"', "\n", "\r", " ", "é", "1"), maxLength: 6 });
    const table = fc.array(fc.tuple(fc.constantFrom("k", "l"), cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const all = [["x", "y", "z"], ...rows];
        const text = all.map((row) => row.map(quoteCsvCell).join(",")).join("\r\n") + "\r\n";
        const read = readCsv(`sep=,\r\n${text}`, "a.csv");
        return (
          read.ok && JSON.stringify([read.value.header, ...read.value.rows].map((r) => r.cells)) === JSON.stringify(all)
        );
      }),
      { numRuns: 300 },
    );
  });
});
