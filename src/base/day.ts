/**
 * Which calendar day did the person mean?
 *
 * A `Day` is a branded ISO date (`2026-11-22`), never a `Date` and never computed from a time stamp later.
 * Arithmetic runs on day numbers (whole days since 1970-01-01, proleptic Gregorian), so that clock changes,
 * travel and leap days cannot move a day. Algorithm: days-from-civil (Howard Hinnant, 2013, public domain notes).
 */
import { err, ok, type Result } from "./result.ts";

declare const dayBrand: unique symbol;

/** ISO calendar date `YYYY-MM-DD`, year 0001 to 9999. */
export type Day = string & { readonly [dayBrand]: true };

/** The text is not a calendar day written `YYYY-MM-DD`. */
export interface DayInvalid {
  readonly type: "DayInvalid";
  readonly text: string;
}

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads `YYYY-MM-DD`. Errors: `DayInvalid` for another form or a day that does not exist (30 February).
 *
 * @example
 * ```ts
 * import { addDays, parseDay } from "gutskin";
 * const day = parseDay("2028-02-28");
 * if (!day.ok || addDays(day.value, 2) !== "2028-03-01") throw new Error("2028 is a leap year");
 * if (parseDay("2026-02-29").ok) throw new Error("2026 is not");
 * ```
 */
export function parseDay(text: string): Result<Day, DayInvalid> {
  const match = PATTERN.exec(text);
  if (!match) return err({ type: "DayInvalid", text });
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return err({ type: "DayInvalid", text });
  }
  return ok(brandDay(text));
}

/** True when the text is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  return parseDay(text).ok;
}

/** Whole days since 1970-01-01 (negative before). */
export function dayToNumber(day: Day): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day that lies `dayNumber` whole days after 1970-01-01. */
export function dayFromNumber(dayNumber: number): Day {
  const z = Math.floor(dayNumber) + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return brandDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`);
}

/** The day `days` later (negative: earlier). */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayToNumber(day) + days);
}

/** 0 = Monday ... 6 = Sunday (ISO order; 1970-01-01 was a Thursday). */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function brandDay(text: string): Day {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the brand constructor: callers above have checked the text
  return text as Day;
}
