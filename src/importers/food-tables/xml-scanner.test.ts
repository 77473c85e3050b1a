import { describe, expect, it } from "vitest";
import { encodeUtf8 } from "../../journal/utf8.ts";
import { textOfBytes } from "./byte-text.ts";
import { createXmlScanner, fieldsOfRecord, longestRecord } from "./xml-scanner.ts";

function scan(text: string, size: number) {
  const [records, lines]: [string[], number[]] = [[], []];
  const scanner = createXmlScanner("ALIM", { offset: 0, line: 1 }, ({ bytes, start, end, line }) => {
    records.push(textOfBytes(bytes, start, end, "utf-8")?.trim() ?? "?");
    lines.push(line);
  });
  const bytes = encodeUtf8(text);
  for (let at = 0; at < bytes.length; at += size) scanner.feed(bytes.subarray(at, at + size));
  return { records, lines, end: scanner.finish() };
}

describe("createXmlScanner", () => {
  it("cuts out the records, however the bytes are cut, and knows a longer name from its own", () => {
    const text =
      "<?xml?>\n<TABLE>\n<ALIM_GRP>x</ALIM_GRP>\n<ALIM>\n a </ALIM><ALIM> é </ALIM>\n\n<ALIM>c</ALIM></TABLE>\n";
    for (let size = 1; size < 40; size += 1) {
      expect(scan(text, size)).toEqual({ records: ["a", "é", "c"], lines: [4, 5, 7], end: "whole" });
    }
  });

  it("tells a file that ends inside a record or before its end mark", () => {
    expect(scan("<TABLE><ALIM>a</ALIM><ALIM>b", 5)).toMatchObject({ records: ["a"], end: "cut" });
    expect(scan("<TABLE><ALIM>a</ALIM>", 5)).toMatchObject({ records: ["a"], end: "cut" });
  });

  it("stops at a record that never ends, and holds no more than that of a file without records", () => {
    const scanner = createXmlScanner("ALIM", { offset: 0, line: 1 }, () => undefined);
    const filler = new Uint8Array(longestRecord).fill(97);
    for (let i = 0; i < 20; i += 1) expect(scanner.feed(filler)).toBe(true);
    expect(scanner.place().offset).toBeGreaterThan(19 * longestRecord);
    scanner.feed(encodeUtf8("<ALIM>"));
    expect([scanner.feed(filler), scanner.feed(filler)]).toContain(false);
  });
});

describe("fieldsOfRecord", () => {
  it("reads simple elements, leaves out what is missing and unpacks the usual entities", () => {
    const text =
      '<code> 7 </code><NAME>a &lt; b &amp; &quot;c&quot; &#233;&#xe9; &nbsp; &#0;</NAME><min missing=" " /><max></max><x>';
    expect([...fieldsOfRecord(text)]).toEqual([
      ["code", "7"],
      ["name", 'a < b & "c" éé &nbsp;'],
    ]);
  });

  it("expands nothing", () => {
    expect(fieldsOfRecord("<a>&lol9;</a>").get("a")).toBe("&lol9;");
  });
});
