import { describe, expect, it } from "vitest";
import { safeText, tableLines, textWidth, wrapText } from "./table.ts";

describe("tableLines", () => {
  it("aligns columns to their widest cell, numbers to the right, without trailing spaces", () => {
    const lines = tableLines(
      [{ title: "name" }, { title: "n", align: "right" }, { title: "x" }],
      [
        ["itch", "10", "a"],
        ["sleep", "7", ""],
      ],
    );
    expect(lines).toEqual(["name    n  x", "-----  --  -", "itch   10  a", "sleep   7"]);
  });

  it("keeps columns straight with wide characters and combining marks", () => {
    const lines = tableLines(
      [{ title: "food" }, { title: "n" }],
      [
        ["納豆", "1"],
        ["cafe\u0301", "2"],
        ["kefir", "3"],
      ],
    );
    expect(lines.slice(2)).toEqual(["納豆   1", "cafe\u0301   2", "kefir  3"]);
  });

  it("gives head and rule for no rows", () => {
    expect(tableLines([{ title: "a" }], [])).toEqual(["a", "-"]);
  });
});

describe("wrapText", () => {
  it("breaks at spaces and indents what follows", () => {
    expect(wrapText("one two three four", 9, "  ")).toEqual(["one two", "  three", "  four"]);
  });

  it("never cuts a word and gives no line for no text", () => {
    expect(wrapText("incomprehensibilities", 5)).toEqual(["incomprehensibilities"]);
    expect(wrapText("", 5)).toEqual([]);
  });
});

describe("safeText", () => {
  it("removes what could move the cursor, change colours or turn the direction of writing", () => {
    expect(safeText("a\u001b[2Jb\r\nc\u0007\u202ed\u009b1m")).toBe("a [2Jb c d 1m");
  });
});

describe("textWidth", () => {
  it("counts wide characters twice and marks not at all", () => {
    expect(textWidth("ab納e\u0301")).toBe(5);
  });
});
