/**
 * How does a benchmark diary look to another tool?
 *
 * As the two files that `gutskin analyse FILE.csv --roles ROLES.json` reads: a wide CSV with one row per day (blank = not recorded) and the
 * roles of its columns. Peers in R or Python read the same CSV.
 */
import type { DailyTable } from "../../src/daily/table.ts";

/** Wide CSV: `date`, then every column; blank cells are missing. */
export function diaryCsv(table: DailyTable): string {
  const head = ["date", ...table.columns.map((column) => column.name)].join(",");
  const rows = Array.from({ length: table.dayCount }, (_, day) => {
    const cells = table.columns.map((column) => cellText(column.values[day]));
    return [isoDate(table.firstDayNumber + day), ...cells].join(",");
  });
  return `${[head, ...rows].join("\n")}\n`;
}

/** The roles file of the same table. */
export function rolesJson(table: DailyTable): string {
  const columns = table.columns.map((column) => {
    const { role, unit, min, max, step, betterIs } = column;
    return [column.name, { role, unit, min, max, step, betterIs }] as const; // JSON drops what is absent
  });
  return `${JSON.stringify({ columns: Object.fromEntries(columns) }, null, 2)}\n`;
}

function cellText(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? "" : String(Math.round(value * 1e6) / 1e6);
}

function isoDate(dayNumber: number): string {
  return new Date(dayNumber * 86400000).toISOString().slice(0, 10);
}
