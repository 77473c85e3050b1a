/**
 * How long does it take to read ten years of days?
 *
 * A wide CSV of 3,652 days x 22 columns with 12 % blanks, read with every check and turned into the daily table, beside a bare split-and-Number of
 * the same text; the making of the demo person; and asking the safety rules about three years of a journal.
 */
import { buildDailyTable } from "../src/daily/build-table.ts";
import { dailyTableFromDiary } from "../src/daily/from-diary.ts";
import { everydayFoodTable } from "../src/foods/everyday-table.ts";
import { createFoodIndex } from "../src/foods/name-index.ts";
import { dayFromNumber } from "../src/base/day.ts";
import { safetyOfJournal } from "../src/insights/safety-of-journal.ts";
import { catalogue } from "../src/journal/catalogue.ts";
import type { Entry } from "../src/journal/entry.ts";
import { readDiary } from "../src/importers/diary-csv.ts";
import { makeDemoPerson } from "../src/simulator/demo-person.ts";
import { median, timeRuns, type BenchRow } from "./bench-row.ts";
import { diaryCsv, rolesJson } from "./truth/diary-files.ts";
import { makeDiary } from "./truth/generate.ts";

const days = 3652;

/** The rows of reading and building tables. */
export function diaryRows(): readonly BenchRow[] {
  const { csv, roles } = tenYears();
  const encoder = new TextEncoder();
  const file = { name: "ten-years.csv", bytes: encoder.encode(csv) };
  const rolesFile = { name: "ten-years.roles.json", bytes: encoder.encode(roles) };
  const read = timeRuns(6, () => {
    const diary = readDiary(file, rolesFile);
    if (!diary.ok) throw new Error(JSON.stringify(diary.error));
    const table = dailyTableFromDiary(diary.value);
    if (table.dayCount !== days) throw new Error(`read ${String(table.dayCount)} days of ${String(days)}`);
  });
  const bare = timeRuns(6, () => csv.split("\n").map((line) => line.split(",").map(Number)));
  const demo = timeRuns(6, (run) => makeDemoPerson(run + 1));
  const person = makeDemoPerson(1);
  const foods = createFoodIndex(everydayFoodTable());
  const build = timeRuns(6, () => buildDailyTable(person.entries, { foods }));
  const json = timeRuns(6, () => {
    const copy: unknown = JSON.parse(JSON.stringify(person.entries));
    return copy;
  });
  return [
    {
      job: `read CSV of ten years (${String(Math.round(csv.length / 1024))} KB, ${String(days)} days x 22 columns) into the daily table`,
      value: median(read.slice(1)),
      unit: "ms",
      reference: { name: "bare split and Number", value: median(bare.slice(1)) },
    },
    {
      job: `build the daily table of a journal (${String(person.entries.length)} entries, 240 days)`,
      value: median(build.slice(1)),
      unit: "ms",
      reference: { name: "one pass of JSON over the same entries", value: median(json.slice(1)) },
    },
    { job: "make the demo person (240 days)", value: median(demo.slice(1)), unit: "ms" },
    safetyRow(),
  ];
}

/** Last day of the made-up journal. */
const lastDay = 20_700;

/** All rules, every gate and the facts behind them, from the entries of three years. */
function safetyRow(): BenchRow {
  const entries = threeYears();
  const today = dayFromNumber(lastDay);
  const asked = timeRuns(40, () => {
    if (safetyOfJournal(entries, today).level !== "D") throw new Error("the tag of yesterday was not seen");
  });
  return {
    job: `ask the safety rules about a journal of three years (${String(entries.length)} entries)`,
    value: median(asked.slice(20)),
    unit: "ms",
    bar: 5,
  };
}

/** 1,096 days of 20 answers, a medicine, a supplement and now and then a tag; a red flag yesterday. */
function threeYears(): readonly Entry[] {
  const items = [...catalogue.slice(0, 19).map((variable) => variable.id), "bodyWeightKilograms"];
  const daily = Array.from({ length: 1096 }, (_, back): readonly Entry[] => {
    const day = dayFromNumber(lastDay - back);
    return [
      ...items.map((item, i): Entry => ({ kind: "answer", day, item, value: 1 + ((back * 7 + i) % 4) })),
      { kind: "medicine", day, name: "Cetirizine 10 mg", taken: true, group: "other" },
      { kind: "supplement", day, product: "Lactobacillus caps", taken: true },
      ...(back % 9 === 1 ? [{ kind: "tag", day, tag: back === 1 ? "blood-in-stool" : "travel" } as const] : []),
    ];
  });
  return daily.flat();
}

/** Ten years made of eleven diaries of a year, one after the other. */
function tenYears(): { readonly csv: string; readonly roles: string } {
  const years = Array.from({ length: 11 }, (_, index) => makeDiary("main", 1 + 2 * index).table);
  const first = years[0];
  if (!first) throw new Error("no diary");
  const columns = first.columns.map((column, index) => {
    const values = Float64Array.from(years.flatMap((year) => [...(year.columns[index]?.values ?? [])])).slice(0, days);
    return { ...column, values, reasons: new Uint8Array(days) };
  });
  const table = { ...first, dayCount: days, columns };
  return { csv: diaryCsv(table), roles: rolesJson(table) };
}
