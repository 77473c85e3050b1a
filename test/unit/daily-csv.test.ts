/**
 * Does what leaves as a daily CSV come back as the same numbers, through the diary reader and through the importer?
 *
 * Runs over three rooms (daily, importers, journal), so it stands here and not in one of them.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayFromNumber, parseDay } from "../../src/base/day.ts";
import { createRandom } from "../../src/base/random.ts";
import { buildDailyTable } from "../../src/daily/build-table.ts";
import { dailyTableFromDiary } from "../../src/daily/from-diary.ts";
import { columnByName, recordedDays, type DailyTable } from "../../src/daily/table.ts";
import { writeDailyCsv } from "../../src/daily/wide-csv-export.ts";
import { everydayFoodTable } from "../../src/foods/everyday-table.ts";
import { createFoodIndex } from "../../src/foods/name-index.ts";
import { readDiary, type Diary } from "../../src/importers/diary-csv.ts";
import { previewImport } from "../../src/importers/preview-import.ts";
import type { Entry } from "../../src/journal/entry.ts";

const file = (text: string, name = "diary.csv") => ({ name, bytes: new TextEncoder().encode(text) });
const read = (text: string): Diary => {
  const diary = readDiary(file(text), null);
  if (!diary.ok) throw new Error(JSON.stringify(diary.error));
  return diary.value;
};
const numbersOf = (table: DailyTable) => ({
  firstDayNumber: table.firstDayNumber,
  calendar: table.calendar,
  columns: table.columns.map((column) => [column.name, [...column.values], [...(column.sds ?? [])]]),
});
const start = parseDay("2015-11-20");
if (!start.ok) throw new Error("day");
const FIRST = start.value;

/** 3,650 days of 20 columns, about 12 % missing, numbers of several sizes. */
function tenYears(): string {
  const random = createRandom(10, 3650);
  const names = [
    "itch",
    "bloating",
    "stress",
    "sleepHours",
    "fibreGrams",
    ...Array.from({ length: 15 }, (_, i) => `x${i}`),
  ];
  const lines = [["date", ...names].join(",")];
  for (let row = 0; row < 3650; row += 1) {
    const cells = names.map((_, i) => {
      if (random.uniform() < 0.12) return "";
      const value = random.uniform() * 10;
      return i < 3 ? String(Math.floor(value)) : String(i < 12 ? value : value * 1e6 - 1e-5);
    });
    lines.push([addDays(FIRST, row), ...cells].join(","));
  }
  return `${lines.join("\n")}\n`;
}

describe("ten years of days", () => {
  const text = tenYears();

  it("are read in full and exported with the same numbers", () => {
    const table = dailyTableFromDiary(read(text));
    expect([table.dayCount, table.columns.length]).toEqual([3650, 20]);
    expect(dayFromNumber(table.firstDayNumber + 3649)).toBe(addDays(FIRST, 3649));
    const cells = text
      .split("\n")
      .slice(1, -1)
      .flatMap((line) => line.split(",").slice(1));
    const filled = cells.filter((cell) => cell !== "").length;
    expect(table.columns.reduce((sum, column) => sum + recordedDays(column), 0)).toBe(filled);
    const again = dailyTableFromDiary(read(writeDailyCsv(table)));
    expect(numbersOf(again)).toEqual(numbersOf(table));
  });

  it("are imported cell by cell, and make the same table from the journal", () => {
    const preview = previewImport(file(text), {
      person: "0".repeat(32),
      sha256: (bytes) => createHash("sha256").update(bytes).digest(),
      lastBelievableDayNumber: 30_000,
    });
    if (!preview.ok) throw new Error(JSON.stringify(preview.error));
    const { rowsRead, rowsUsed, skipped, drafts } = preview.value;
    expect([rowsRead, rowsUsed, skipped.length]).toEqual([3650, 3650, 0]);
    const entries = drafts.flatMap((draft): Entry[] => (draft.action === "put" ? [draft.entry] : []));
    const fromJournal = buildDailyTable(entries, { foods: createFoodIndex(everydayFoodTable()) });
    const fromFile = dailyTableFromDiary(read(text));
    for (const column of fromFile.columns) {
      expect([...(columnByName(fromJournal, column.name)?.values ?? [])]).toEqual([...column.values]);
    }
  });
});

describe("the daily CSV", () => {
  it("writes ISO dates, blanks for missing, plain numbers, and guards names that a spreadsheet would run", () => {
    const column = { label: "", role: "lever", unit: "", betterIs: "neither", reasons: new Uint8Array(2) } as const;
    const table: DailyTable = {
      firstDayNumber: 19782,
      dayCount: 2,
      calendar: "date",
      columns: [
        { ...column, name: "=SUM(A1)", values: Float64Array.of(1.5, NaN) },
        { ...column, name: 'a,"b"', values: Float64Array.of(NaN, 1e-7), sds: Float64Array.of(NaN, 0.1) },
      ],
    };
    const text = writeDailyCsv(table);
    expect(text).toBe('date,\'=SUM(A1),"a,""b""","a,""b""_sd"\r\n2024-02-29,1.5,,\r\n2024-03-01,,1e-7,0.1\r\n');
    expect(numbersOf(dailyTableFromDiary(read(text)))).toEqual(numbersOf(table));
  });

  it("gives back any table with a recorded value in each column", () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, min: -1e15, max: 1e15 }).filter((v) => v === 0 || Math.abs(v) > 1e-300),
      fc.constant(NaN),
    );
    const table = fc
      .tuple(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 10_957, max: 40_000 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
      )
      .chain(([dayCount, firstDayNumber, isDate, width]) =>
        fc
          .array(fc.array(value, { minLength: dayCount, maxLength: dayCount }), { minLength: width, maxLength: width })
          .map((columns): DailyTable => ({
            firstDayNumber,
            dayCount,
            calendar: isDate ? "date" : "index",
            columns: columns.map((values, i) => ({
              name: `zz${i}`,
              label: "",
              role: "lever",
              unit: "",
              betterIs: "neither",
              // no column without a value: the reader leaves those out
              values: Float64Array.from(values, (v, row) => (row === 0 && Number.isNaN(v) ? 1 : v === 0 ? 0 : v)),
              reasons: new Uint8Array(values.length),
            })),
          })),
      );
    fc.assert(
      fc.property(table, (each) => {
        expect(numbersOf(dailyTableFromDiary(read(writeDailyCsv(each))))).toEqual(numbersOf(each));
      }),
      { numRuns: 200 },
    );
  });
});

describe("properties of the diary reader", () => {
  const cell = fc.oneof(fc.integer({ min: 0, max: 10 }).map(String), fc.constant(""), fc.constant("NA"));
  const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 300 }), cell, cell), {
    minLength: 1,
    maxLength: 20,
    selector: (row) => row[0],
  });
  const textOf = (table: readonly (readonly [number, string, string])[], shift = 0) =>
    `date,itch,zz\n${table.map(([d, a, b]) => `${addDays(FIRST, d + shift)},${a},${b}\n`).join("")}`;
  const tableOf = (text: string) => dailyTableFromDiary(read(text));

  it("does not depend on the order of rows or columns, nor on a further blank column", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const whole = tableOf(textOf(table));
        expect(tableOf(textOf([...table].reverse()))).toEqual(whole);
        const turned = `zz,blank,date,itch\n${table.map(([d, a, b]) => `${b},,${addDays(FIRST, d)},${a}\n`).join("")}`;
        for (const column of whole.columns) expect(columnByName(tableOf(turned), column.name)).toEqual(column);
      }),
      { numRuns: 150 },
    );
  });

  it("shifts with its dates and changes in nothing else", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: -3000, max: 3000 }), (table, k) => {
        const before = tableOf(textOf(table));
        expect(tableOf(textOf(table, k))).toEqual({ ...before, firstDayNumber: before.firstDayNumber + k });
      }),
      { numRuns: 150 },
    );
  });
});

describe("real and made-up files beside the project", () => {
  const shared = new URL("../../../shared/data/", import.meta.url);
  const options = {
    person: "0".repeat(32),
    sha256: (bytes: Uint8Array) => createHash("sha256").update(bytes).digest(),
    lastBelievableDayNumber: 30_000,
  };
  const bytesOf = (path: string): Uint8Array | null => {
    const url = new URL(path, shared);
    return existsSync(url) ? readFileSync(url) : null;
  };

  it("reads the year of david2014 with its roles", (context) => {
    const [bytes, roles] = [bytesOf("david2014/daily.csv"), bytesOf("david2014/daily.roles.json")];
    if (bytes === null || roles === null) return context.skip("../shared/data/david2014 is not here");
    const diary = readDiary({ name: "daily.csv", bytes }, { name: "daily.roles.json", bytes: roles });
    if (!diary.ok) throw new Error(JSON.stringify(diary.error));
    const table = dailyTableFromDiary(diary.value);
    expect([table.calendar, table.dayCount, table.columns.length]).toEqual(["index", 365, 42]);
    const fibre = columnByName(table, "fibreGrams");
    expect(fibre === null ? 0 : recordedDays(fibre)).toBe(140);
    expect(table.columns.filter((column) => column.role === "gut")).toHaveLength(30);
    expect(diary.value.assumed).toEqual([]);
  });

  for (const [path, expected] of [
    ["bearable/bearable_all_categories_SYNTHETIC.csv", "FormatNotSupported"],
    ["daylio/daylio_export_SYNTHETIC.csv", "FormatNotSupported"],
    ["flaredown/fd-export_SYNTHETIC.csv", "FormatNotSupported"],
    ["flaredown/user_export_wide_SYNTHETIC.csv", "FormatNotSupported"],
    ["track_and_graph/export_SYNTHETIC.csv", "FormatNotSupported"],
    ["waistline/diary_export_SYNTHETIC.csv", "DateOrderAmbiguous"],
    ["apple_health/export_gutskin_SYNTHETIC.xml", "NotText"],
  ] as const) {
    it(`names ${path} instead of reading it wrongly`, (context) => {
      const bytes = bytesOf(`imports/${path}`);
      if (bytes === null) return context.skip(`../shared/data/imports/${path} is not here`);
      const preview = previewImport({ name: path, bytes }, options);
      expect(preview.ok ? preview.value.format : preview.error.type).toBe(expected);
    });
  }
});
