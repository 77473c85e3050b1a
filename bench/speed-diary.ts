/**
 * How long does it take to read ten years of days?
 *
 * A wide CSV of 3,652 days x 22 columns with 12 % blanks, read with every check and turned into the daily table, beside a bare split-and-Number of
 * the same text; and the making of the demo person.
 */
import { buildDailyTable } from "../src/daily/build-table.ts";
import { dailyTableFromDiary } from "../src/daily/from-diary.ts";
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
  const build = timeRuns(6, () => buildDailyTable(person.entries));
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
  ];
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
