import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardFormula, isFormulaGuarded, quoteCsvCell, unguardFormula } from "./csv-cell.ts";

describe("csv cells", () => {
  it("guards text that a spreadsheet would run, and leaves other text alone", () => {
    expect(["=1+1", "+x", "-x", "@x", "\tx", "plain", "'quoted"].map(guardFormula)).toEqual([
      "'=1+1",
      "'+x",
      "'-x",
      "'@x",
      "'\tx",
      "plain",
      "'quoted",
    ]);
  });

  it("takes the guard away again, for any text", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^'{0,3}[=+\-@\t]?.{0,5}$/), (text) => unguardFormula(guardFormula(text)) === text),
      { numRuns: 300 },
    );
  });

  it("knows a guard from a plain apostrophe", () => {
    expect([isFormulaGuarded("'=1"), isFormulaGuarded("'s"), isFormulaGuarded("=1")]).toEqual([true, false, false]);
  });

  it("quotes only what RFC 4180 asks for, and outer spaces", () => {
    expect(['a"b', "a,b", "a\nb", " a", "a b"].map(quoteCsvCell)).toEqual(['"a""b"', '"a,b"', '"a\nb"', '" a"', "a b"]);
  });
});
