/**
 * Which calendar days stand in this column?
 *
 * One form per column: `YYYY-MM-DD` (also with `/`, or with a midnight time behind it), `DD.MM.YYYY`, or two numbers before the year
 * with `/` or `-`. There the order of day and month is decided only by proof (a part above 12); without proof both readings are handed
 * back to be asked. Mixed forms are refused with their line. Days lie between 2000-01-01 and the day the caller believes in.
 */
import { dayToNumber, parseDay } from "../base/day.ts";
import type { DateOrder } from "./contract.ts";

export type DateForm = "ymd" | "dotted" | "slashed";

export type DateColumn =
  | { readonly type: "Known"; readonly form: DateForm; readonly order: DateOrder; readonly proven: boolean }
  /** Every cell can be read as day-month and as month-day. `index`: a cell that differs between the two. */
  | { readonly type: "OrderAmbiguous"; readonly index: number; readonly dayFirst: string; readonly monthFirst: string }
  /** Cell `index` has another form (or proves another order) than the cells before it. */
  | { readonly type: "Mixed"; readonly index: number; readonly before: string }
  /** Cell `index` has none of the known forms. */
  | { readonly type: "Unknown"; readonly index: number };

export const dateForms = "YYYY-MM-DD, DD.MM.YYYY, DD/MM/YYYY or MM/DD/YYYY";

/** First day that is believed: 2000-01-01. */
export const firstBelievableDayNumber = 10_957;

const YMD = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

/** Decides form and order from all filled cells. Blank cells do not count. `strangersAllowed`: cells without a known form are left to `readDate`, as long as most cells have one. */
export function decideDateColumn(cells: readonly string[], strangersAllowed: boolean): DateColumn {
  let form: DateForm | null = null;
  let firstCell = "";
  let dayFirst = -1;
  let monthFirst = -1;
  let differing = -1;
  let strangers = 0;
  let firstStranger = -1;
  for (const [index, cell] of cells.entries()) {
    const text = cell.trim();
    if (text === "") continue;
    const found = formOf(text);
    if (found === null) {
      strangers += 1;
      if (firstStranger < 0) firstStranger = index;
      if (!strangersAllowed) return { type: "Unknown", index };
      continue;
    }
    if (form === null) [form, firstCell] = [found, text];
    if (found !== form) return { type: "Mixed", index, before: firstCell };
    if (found !== "slashed") continue;
    const [first, second] = slashedParts(text);
    if (first > 12) {
      if (monthFirst >= 0) return { type: "Mixed", index, before: cells[monthFirst]?.trim() ?? "" };
      if (dayFirst < 0) dayFirst = index;
    } else if (second > 12) {
      if (dayFirst >= 0) return { type: "Mixed", index, before: cells[dayFirst]?.trim() ?? "" };
      if (monthFirst < 0) monthFirst = index;
    } else if (first !== second && differing < 0) differing = index;
  }
  const filled = cells.filter((cell) => cell.trim() !== "").length;
  if (form === null || strangers * 2 > filled) return { type: "Unknown", index: Math.max(firstStranger, 0) };
  if (form === "ymd") return { type: "Known", form, order: "ymd", proven: true };
  if (form === "dotted") return { type: "Known", form, order: "dmy", proven: true };
  if (dayFirst < 0 && monthFirst < 0 && differing >= 0) {
    const [first, second, year] = slashedParts(cells[differing]?.trim() ?? "");
    const [dayReading, monthReading] = [isoOf(year, second, first), isoOf(year, first, second)];
    return { type: "OrderAmbiguous", index: differing, dayFirst: dayReading, monthFirst: monthReading };
  }
  return { type: "Known", form, order: monthFirst >= 0 ? "mdy" : "dmy", proven: dayFirst >= 0 || monthFirst >= 0 };
}

/** The day number of one cell, or null when it is no day that exists between 2000-01-01 and `lastBelievable`. */
export function readDate(cell: string, order: DateOrder, lastBelievable: number): number | null {
  const text = cell.trim();
  const iso = isoOfCell(text, order);
  if (iso === null) return null;
  const day = parseDay(iso);
  if (!day.ok) return null;
  const dayNumber = dayToNumber(day.value);
  return dayNumber < firstBelievableDayNumber || dayNumber > lastBelievable ? null : dayNumber;
}

function isoOfCell(text: string, order: DateOrder): string | null {
  const ymd = YMD.exec(text);
  if (ymd) return order === "ymd" ? isoOf(Number(ymd[1]), Number(ymd[2]), Number(ymd[3])) : null;
  const dotted = DOTTED.exec(text);
  if (dotted) return order === "dmy" ? isoOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1])) : null;
  if (!SLASHED.test(text) || order === "ymd") return null;
  const [first, second, year] = slashedParts(text);
  return order === "dmy" ? isoOf(year, second, first) : isoOf(year, first, second);
}

function formOf(text: string): DateForm | null {
  if (YMD.test(text)) return "ymd";
  if (DOTTED.test(text)) return "dotted";
  return SLASHED.test(text) ? "slashed" : null;
}

function slashedParts(text: string): readonly [number, number, number] {
  const match = SLASHED.exec(text);
  return [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0), Number(match?.[3] ?? 0)];
}

function isoOf(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
