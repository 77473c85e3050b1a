import { describe, expect, it } from "vitest";
import { assumedSentences } from "./assumed.ts";
import { skipCodeWords, wordIgnored, wordProposal, wordSkip } from "./words-import.ts";

describe("what was decided without proof", () => {
  it.each([
    [
      { type: "MatchedCatalogue", column: "fibra (g)", value: "fibreGrams" },
      'Column "fibra (g)" was read as Fibre (fibreGrams), because of its name.',
    ],
    [
      { type: "LeverByDefault", column: "tea", value: "lever" },
      'Column "tea" has a name that is not known, so it was taken as a lever: something done or eaten.',
    ],
    [
      { type: "ScaleNotCatalogue", column: "sleep", value: "sleepHours" },
      'Column "sleep" is named like Sleep (sleepHours) but has values outside that scale, so it was read as a measure of the same kind without a unit.',
    ],
    [
      { type: "StandardDeviationOf", column: "fibre_sd", value: "fibre" },
      'Column "fibre_sd" was read as the measurement error of "fibre".',
    ],
    [{ type: "EmptyColumn", column: "x", value: "" }, 'Column "x" has no values and was left out.'],
    [{ type: "DateOrder", column: "date", value: "DD/MM/YYYY" }, 'Column "date": dates were read as DD/MM/YYYY.'],
    [{ type: "DateOrder", column: "", value: "dmy" }, "Dates were read as day, month, year."],
    [{ type: "DecimalMark", column: "x", value: "," }, 'Column "x": a comma was read as the decimal mark.'],
    [{ type: "Delimiter", column: "", value: ";" }, "The columns of the file were split at semicolons."],
    [
      { type: "PartialFile", column: "", value: "120" },
      "The file seems to be cut off at line 120; only the whole rows before the cut were read.",
    ],
  ] as const)("%j", (fact, sentence) => {
    expect(assumedSentences([fact])).toEqual([sentence]);
  });

  it("gathers forty unknown columns in one sentence", () => {
    const facts = Array.from(
      { length: 40 },
      (_, i) => ({ type: "LeverByDefault", column: `c${String(i)}`, value: "" }) as const,
    );
    const sentences = assumedSentences([...facts, { type: "EmptyColumn", column: "z", value: "" }]);
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toContain('"c11" and 28 more have names');
  });
});

describe("the words of an import preview", () => {
  it("names line, column, reason and what was found", () => {
    expect(wordSkip({ line: 7, column: 2, columnName: "itch", code: "out-of-range", found: "14" })).toEqual({
      sentence: 'Line 7, column "itch": outside what can be meant for this measure (found "14").',
      mend: "Check the number and its unit.",
    });
    expect(skipCodeWords("bad-date")).toBe("not a day that can be meant");
  });

  it("tells blank days from zero", () => {
    expect(wordIgnored({ rule: "day-not-logged", rows: 3 })).toContain("not as zero");
    expect(wordIgnored({ rule: "blank-row", rows: 1 })).toBe("1 row without any value.");
    expect(wordProposal("numeric-unknown-name")).toContain("please choose");
  });
});
