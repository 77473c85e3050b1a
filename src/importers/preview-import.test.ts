import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImportOptions } from "./contract.ts";
import { readDiary } from "./diary-csv.ts";
import { previewImport } from "./preview-import.ts";

const options: ImportOptions = {
  person: "0".repeat(32),
  sha256: (bytes) => createHash("sha256").update(bytes).digest(),
  lastBelievableDayNumber: 21_000,
};
const encode = (text: string) => new TextEncoder().encode(text);
const outcome = (bytes: Uint8Array) => {
  const result = previewImport({ name: "x", bytes }, options);
  return result.ok ? result.value.format : result.error.type;
};

describe("any file", () => {
  it.each([
    ["an empty file", "", "FileEmpty"],
    ["a header only", "date,itch\n", "NoDataRows"],
    ["two columns of one name", "date,itch,itch\n2025-01-01,1,2\n", "DuplicateColumns"],
    ["no dates at all", "a,b\n1,2\n", "NoDateColumn"],
    ["mixed dates", "date,a\n2025-01-01,1\n01.02.2025,2\n", "DatesMixed"],
    ["unknown dates", "date,a\nyesterday,1\n", "DateUnknown"],
    ["an unclosed quote", 'date,a\n2025-01-01,"1\n', "UnclosedQuote"],
    ["a zip", "PK\u0003\u0004", "LooksLikeZip"],
    ["other JSON", '{"data": []}', "FormatNotSupported"],
    ["a cut export of gutskin", '{"format":"gutskin.journal/1",\n"person":"0', "JournalUnreadable"],
    ["a newer export of gutskin", '{"format":"gutskin.journal/9"}', "JournalUnreadable"],
    [
      "Bearable",
      "date,weekday,time of day,category,rating/amount,detail,notes\n1st Oct 2025,,,,,,\n",
      "FormatNotSupported",
    ],
    [
      "Daylio",
      "full_date,date,weekday,time,mood,activities,note_title,note\n2025-10-02,,,,good,,,\n",
      "FormatNotSupported",
    ],
    ["a table of days", "date,itch\n2025-01-01,1\n", "wide-csv"],
    ["a Cronometer day", "Date,Energy (kcal),Fiber (g)\n2025-01-01,2000,1\n", "cronometer-daily"],
  ])("%s", (_what, text, expected) => {
    expect(outcome(encode(text))).toBe(expected);
  });

  it("reads the journal's own export, of no entries too", () => {
    const hash = createHash("sha256").update("").digest("hex");
    const text = `{"format":"gutskin.journal/1","person":"${"a".repeat(32)}","vector":{},"opsSha256":"${hash}","ops":[],"entries":[]}`;
    const result = previewImport({ name: "x", bytes: encode(text) }, options);
    expect(result.ok && result.value).toMatchObject({ format: "gutskin-journal", person: "a".repeat(32), ops: [] });
  });

  const seeds = [
    "date,itch,Steps,note\n2025-01-01,3,900,hello\n2025-01-02,,800,\n2025-01-03,5,NA,x\n",
    'date;a;b\r\n31.01.2025;1,5;"x;y"\r\n01.02.2025;2,5;\r\n',
    "Date,Energy (kcal),Fiber (g),Completed\n2025-10-01,2000,20,true\n2025-10-02,0,0,false\n",
    '{"format":"gutskin.journal/1","person":"","vector":{},"opsSha256":"","ops":[],"entries":[]}',
    "day,x,x_sd\n0,1,2\n1,2,3\n",
  ].map(encode);
  /** Bytes of a good file with a few of them changed, removed, doubled or cut. */
  const mutated = fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.constantFrom("set", "drop", "copy", "cut"),
          fc.oneof(fc.nat(255), fc.constantFrom(...encode(',;"\n\r-=0'))),
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
    )
    .map(([seed, changes]) => {
      let bytes = [...seed];
      for (const [place, how, byte] of changes) {
        const at = place % Math.max(1, bytes.length);
        if (how === "set") bytes[at] = byte;
        if (how === "drop") bytes.splice(at, 1);
        if (how === "copy") bytes.splice(at, 0, ...bytes.slice(at, at + 30));
        if (how === "cut" && byte < 64) bytes = bytes.slice(0, at);
      }
      return Uint8Array.from(bytes);
    });

  it("never throws on changed bytes, accounts for all rows, and reads the same twice", () => {
    fc.assert(
      fc.property(mutated, (bytes) => {
        const result = previewImport({ name: "x", bytes }, options);
        if (!result.ok) return result.error.type.length > 0;
        const p = result.value;
        const rows = p.rowsUsed + p.rowsSkipped + p.ignored.reduce((sum, each) => sum + each.rows, 0);
        return (
          rows === p.rowsRead && JSON.stringify(previewImport({ name: "x", bytes }, options)) === JSON.stringify(result)
        );
      }),
      { numRuns: 500 },
    );
  });

  it("never throws when changed bytes are analysed as a diary, and gives gapless finite days", () => {
    fc.assert(
      fc.property(mutated, fc.option(mutated), (bytes, roles) => {
        const result = readDiary({ name: "x", bytes }, roles === null ? null : { name: "r", bytes: roles });
        if (!result.ok) return result.error.line >= 0;
        const { dayNumbers, columns } = result.value;
        return columns.every(
          ({ values }) =>
            values.length === dayNumbers.length && values.every((v) => Number.isNaN(v) || Number.isFinite(v)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
