import { describe, expect, it } from "vitest";
import { readDiary, type Diary } from "./diary-csv.ts";

const file = (text: string, name = "diary.csv") => ({ name, bytes: new TextEncoder().encode(text) });
const rolesFile = (columns: unknown) => file(JSON.stringify({ columns }), "roles.json");
const read = (text: string, roles: unknown = null): Diary => {
  const diary = readDiary(file(text), roles === null ? null : rolesFile(roles));
  if (!diary.ok) throw new Error(JSON.stringify(diary.error));
  return diary.value;
};
const problem = (text: string, roles: ReturnType<typeof file> | null = null) => {
  const diary = readDiary(file(text), roles);
  return diary.ok ? null : diary.error;
};
const column = (diary: Diary, header: string) => {
  const found = diary.columns.find((candidate) => candidate.header === header);
  if (found === undefined) throw new Error(`no column ${header}`);
  return found;
};

describe("a diary file", () => {
  it("runs over calendar days without gaps, whatever the order of rows", () => {
    const diary = read("date,itch\n2025-03-01,4\n2025-02-26,2\n2025-02-27,NA\n");
    expect(diary.calendar).toBe("date");
    expect(diary.dayNumbers).toEqual([20145, 20146, 20147, 20148]);
    expect([...column(diary, "itch").values]).toEqual([2, NaN, NaN, 4]);
  });

  it("reads a day column of whole numbers", () => {
    const diary = read("day,a\n3,1\n-1,0\n");
    expect([diary.calendar, diary.dayNumbers]).toEqual(["index", [-1, 0, 1, 2, 3]]);
    expect([...column(diary, "a").values]).toEqual([0, NaN, NaN, NaN, 1]);
  });

  it("takes roles and scales from ROLES, then from the catalogue, then lever, and lists what it took", () => {
    const diary = read("date,gut,Fibre (g),zzz,note\n2025-01-01,3,20,1,hello\n", {
      gut: { role: "gut", min: 0, max: 10, step: 1, betterIs: "lower" },
      note: { role: "ignore" },
    });
    expect(diary.columns.map(({ values: _, ...rest }) => rest)).toEqual([
      { header: "gut", label: "gut", role: "gut", unit: "points", min: 0, max: 10, step: 1, betterIs: "lower" },
      {
        header: "Fibre (g)",
        label: "Fibre (g)",
        role: "lever",
        unit: "g",
        min: 0,
        betterIs: "neither",
        delayDays: { min: 0, max: 56 },
      },
      { header: "zzz", label: "zzz", role: "lever", unit: "", betterIs: "neither" },
    ]);
    expect(diary.assumed).toEqual([
      { type: "MatchedCatalogue", column: "Fibre (g)", value: "fibreGrams" },
      { type: "LeverByDefault", column: "zzz", value: "lever" },
    ]);
  });

  it("does not borrow from a catalogue variable of another role", () => {
    const diary = read("day,pain\n0,70\n", { pain: { role: "skin", max: 100 } });
    expect(column(diary, "pain")).toMatchObject({ role: "skin", unit: "", max: 100, betterIs: "neither" });
  });

  it("keeps only the role of a catalogue name when the values are on another scale", () => {
    const diary = read("day,sleep,stress\n0,430,55\n1,400,70\n");
    expect(column(diary, "sleep")).toMatchObject({ role: "sleep", unit: "", betterIs: "higher" });
    expect(column(diary, "stress").max).toBeUndefined();
    expect(diary.assumed.map((fact) => fact.type)).toEqual(["ScaleNotCatalogue", "ScaleNotCatalogue"]);
  });

  it("knows which columns are part of another", () => {
    const diary = read("day,skin,itch,bloating\n0,1,2,3\n");
    expect(column(diary, "skin").partOf).toEqual(["itch"]);
    expect(column(diary, "itch").partOf).toEqual(["skin"]);
    expect(column(diary, "bloating").partOf).toBeUndefined();
  });

  it("takes x_sd as the measurement error of x, on the same days", () => {
    const diary = read("day,fibre,fibre_sd,other_sd\n1,20,4,1\n0,10,,2\n");
    expect(diary.columns.map((each) => each.header)).toEqual(["fibre", "other_sd"]);
    expect([...(column(diary, "fibre").sds ?? [])]).toEqual([NaN, 4]);
    expect(problem("day,fibre,fibre_sd\n0,20,-1\n")).toMatchObject({ type: "NumberOutOfRange", line: 2, column: 3 });
  });

  it("takes from ROLES what kind of number a column is, its delay, its kind of error and what it reports", () => {
    const roles = {
      stool: { role: "gut", measure: "stool-form", min: 1, max: 7 },
      itch: { role: "skin", reportOf: "wheals" },
      wheals: { role: "skin", measure: "count" },
      fibre: { role: "lever", errorKind: "berkson", delayDays: { min: 14, max: 84 } },
    };
    const diary = read("day,stool,itch,wheals,fibre,fibre_sd\n0,4,3,2,20,5\n1,5,4,3,25,5\n", roles);
    expect(column(diary, "stool").measure).toBe("stool-form");
    expect(column(diary, "itch").reportOf).toBe("wheals");
    expect(column(diary, "wheals").measure).toBe("count");
    expect(column(diary, "fibre")).toMatchObject({ errorKind: "berkson", delayDays: { min: 14, max: 84 } });
  });

  it("knows a stool form by its name, and refuses a report of a column that is not there", () => {
    expect(column(read("day,bristol\n0,4\n1,6\n"), "bristol").measure).toBe("stool-form");
    const roles = rolesFile({ itch: { role: "skin", reportOf: "whales" } });
    expect(problem("day,itch,wheals\n0,3,2\n", roles)).toMatchObject({
      type: "RolesUnknownColumn",
      found: "whales",
      columnName: "whales",
    });
  });

  it("leaves a column without any value out, and says so, unless ROLES names it", () => {
    expect(read("day,a,b\n0,1,\n").assumed).toContainEqual({ type: "EmptyColumn", column: "b", value: "" });
    expect(read("day,a,b\n0,1,\n", { b: { role: "gut" } }).columns).toHaveLength(2);
  });

  it("accepts DD.MM.YYYY, and DD/MM/YYYY when a day proves it, and says so", () => {
    expect(read("date;a\n28.02.2025;1\n01.03.2025;2\n").dayNumbers).toEqual([20147, 20148]);
    const diary = read("date,a\n28/02/2025,1\n01/03/2025,2\n");
    expect(diary.dayNumbers).toEqual([20147, 20148]);
    expect(diary.assumed).toContainEqual({ type: "DateOrder", column: "date", value: "dmy" });
  });

  it("accepts BOM, CRLF, tab and UTF-16", () => {
    const text = "date\titch\r\n2025-01-01\t3\r\n";
    const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
    const utf16 = Uint8Array.from([0xfffe, ...units].flatMap((u) => (u === 0xfffe ? [0xff, 0xfe] : [u & 255, u >> 8])));
    for (const bytes of [new TextEncoder().encode(`\ufeff${text}`), utf16]) {
      const diary = readDiary({ name: "x", bytes }, null);
      expect(diary.ok && [...(diary.value.columns[0]?.values ?? [])]).toEqual([3]);
    }
  });

  it("accepts decimal commas where commas do not cut the columns, and says so", () => {
    const diary = read("date;a\n2025-01-01;1,5\n2025-01-02;1.234,5\n");
    expect([...column(diary, "a").values]).toEqual([1.5, 1234.5]);
    expect(diary.assumed).toContainEqual({ type: "DecimalMark", column: "a", value: "," });
  });

  it("reads -0 as 0 and a leap day as a day", () => {
    const diary = read("date,a\n2024-02-28,-0\n2024-03-01,1\n");
    expect(Object.is(column(diary, "a").values[0], 0)).toBe(true);
    expect(diary.dayNumbers).toHaveLength(3);
  });

  it("sets a last row aside that stops in the middle of the file", () => {
    const diary = read("day,a,b\n0,1,2\n1,3,4\n2,5");
    expect(diary.dayNumbers).toHaveLength(2);
    expect(diary.assumed).toContainEqual({ type: "PartialFile", column: "", value: "line 4" });
  });
});

describe("bad diary files are refused with place and expectation", () => {
  it.each([
    ["empty file", "", { type: "FileEmpty" }],
    ["header only", "date,itch\n", { type: "NoDataRows", line: 1 }],
    ["header and blank rows", "date,itch\n,\n,\n", { type: "NoDataRows", line: 1 }],
    ["duplicate columns", "date,a,a\n2025-01-01,1,2\n", { type: "DuplicateColumns", line: 1, column: 3, found: "a" }],
    ["no date column", "a,b\n1,2\n", { type: "NoDateColumn", line: 1 }],
    ["unknown date format", "date,a\n20250101,1\n", { type: "DateUnknown", line: 2, column: 1, found: "20250101" }],
    ["a day that does not exist", "date,a\n2025-02-30,1\n", { type: "DateUnknown", line: 2, found: "2025-02-30" }],
    ["a blank date", "date,a\n2025-02-01,1\n,2\n", { type: "DateUnknown", line: 3, found: "" }],
    ["a part of a day", "day,a\n0,1\n0.5,2\n", { type: "DateUnknown", line: 3, found: "0.5" }],
    ["mixed date forms", "date,a\n2025-01-01,1\n02.01.2025,2\n", { type: "DatesMixed", line: 3, found: "02.01.2025" }],
    [
      "ambiguous date order",
      "date,a\n01/02/2025,1\n02/02/2025,2\n",
      {
        type: "DateOrderAmbiguous",
        line: 2,
        found: "01/02/2025",
        expected: "DD/MM/YYYY = 2025-02-01 or MM/DD/YYYY = 2025-01-02",
      },
    ],
    [
      "two rows for one day",
      "date,a\n2025-01-01,1\n2025-01-02,1\n2025-01-01,1\n",
      { type: "DayTwice", line: 4, column: 1, expected: "one row per day (also on line 2)" },
    ],
    [
      "text in a number column",
      "date,a,b\n2025-01-01,1,lots\n",
      { type: "NotANumber", line: 2, column: 3, columnName: "b" },
    ],
    ["a formula cell", "date,a\n2025-01-01,=1+1\n", { type: "NotANumber", line: 2, column: 2, found: "=1+1" }],
    ["1e308", "date,a\n2025-01-01,1e308\n", { type: "NumberOutOfRange", line: 2, column: 2, found: "1e308" }],
    ["Infinity", "date,a\n2025-01-01,Infinity\n", { type: "NumberOutOfRange", line: 2 }],
    ["unquoted decimal commas", "date,a\n2025-01-01,1,5\n", { type: "RowTooLong", line: 2, column: 3, found: "5" }],
    ["quoted decimal commas", 'date,a\n2025-01-01,"1,5"\n', { type: "DecimalCommaAmbiguous", line: 2, column: 2 }],
    ["a comma that may be a thousand", "date;a\n2025-01-01;1,234\n", { type: "DecimalCommaAmbiguous", line: 2 }],
    ["both marks", "date;a\n2025-01-01;1,5\n2025-01-02;1.5\n", { type: "DecimalCommaAmbiguous", line: 3 }],
    [
      "a row longer than the header",
      "date,a\n2025-01-01,1,2\n",
      { type: "RowTooLong", line: 2, expected: "2 cells, as in the header" },
    ],
    ["an unclosed quote", 'date,a\n2025-01-01,"1\n', { type: "UnclosedQuote", line: 2, column: 2 }],
    ["a span of a million days", "day,a\n0,1\n1000000,2\n", { type: "TooManyRows", line: 3, found: "1000001 days" }],
    ["zip instead of CSV", "PK\u0003\u0004date,a\n2025-01-01,1\n", { type: "LooksLikeZip" }],
  ])("%s", (_what, text, expected) => {
    expect(problem(text)).toMatchObject({ file: "diary.csv", ...expected });
  });

  it("5,000 columns", () => {
    const text = `date,${Array.from({ length: 5000 }, (_, i) => `c${i}`).join(",")}\n2025-01-01\n`;
    expect(problem(text)).toMatchObject({ type: "TooManyColumns", line: 1, column: 2001 });
  });

  it("a 20 MB line", () => {
    expect(problem(`date,a\n2025-01-01,${"9".repeat(20_000_000)}\n`)).toMatchObject({ type: "CellTooLong", line: 2 });
  });

  it("a future day, when the caller says what day it is", () => {
    const refused = readDiary(file("date,a\n2025-01-03,1\n"), null, { lastBelievableDayNumber: 20090 });
    expect(!refused.ok && refused.error).toMatchObject({ type: "DateUnknown", line: 2 });
  });

  it("a value outside the range that ROLES states", () => {
    expect(problem("day,a\n0,3\n1,14\n", rolesFile({ a: { role: "gut", min: 0, max: 10 } }))).toMatchObject({
      type: "NumberOutOfRange",
      line: 3,
      column: 2,
      found: "14",
      expected: "from 0 to 10",
    });
  });
});

describe("bad ROLES files are refused with place", () => {
  const diary = "day,a\n0,1\n";
  it.each([
    ["not JSON", '{"columns":\n {"a": }}', { type: "RolesUnreadable", line: 2, column: 8, expected: "a JSON value" }],
    ["an unknown role", '{"columns": {\n"a": {"role": "magic"}}}', { type: "RolesUnreadable", line: 2, column: 15 }],
    [
      "an unknown field",
      '{"columns": {"a": {"role": "gut", "mn": 0}}}',
      { type: "RolesUnreadable", line: 1, column: 19 },
    ],
    ["no role", '{"columns": {"a": {}}}', { type: "RolesUnreadable", found: "columns.a.role" }],
    [
      "min above max",
      '{"columns": {"a": {"role": "gut", "min": 2, "max": 1}}}',
      { type: "RolesUnreadable", found: "min 2, max 1" },
    ],
    [
      "a name twice",
      '{"columns": {"a": {"role": "gut"}, "a": {"role": "skin"}}}',
      { type: "RolesUnreadable", column: 36 },
    ],
    [
      "a column that is not there",
      '{"columns": {\n "b": {"role": "gut"}}}',
      { type: "RolesUnknownColumn", line: 2, columnName: "b" },
    ],
    ["an empty file", "", { type: "FileEmpty" }],
    ["a list", "[]", { type: "RolesUnreadable", line: 1, column: 1 }],
  ])("%s", (_what, text, expected) => {
    expect(problem(diary, file(text, "roles.json"))).toMatchObject({ file: "roles.json", ...expected });
  });

  it("takes __proto__ and constructor for plain names", () => {
    const names = '{"columns": {"__proto__": {"role": "gut"}, "constructor": {"role": "skin"}}}';
    expect(problem(diary, file(names, "roles.json"))).toMatchObject({ type: "RolesUnknownColumn" });
    const read = readDiary(file("day,__proto__,constructor\n0,1,2\n"), null);
    expect(read.ok && read.value.columns.map((each) => each.header)).toEqual(["__proto__", "constructor"]);
  });
});
