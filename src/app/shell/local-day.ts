/**
 * Which calendar day is it for the person, and how is a day written for people?
 *
 * The browser's own clock and zone at the moment of asking; afterwards a `Day` is never computed from a
 * time again. Dates are written by the browser's language.
 */
import { addDays, dayFromNumber, dayToNumber, type Day } from "../../base/day.ts";

/** The person's calendar day at this moment. */
export function localToday(now: Date = new Date()): Day {
  const midnightAsUtc = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return dayFromNumber(Math.round(midnightAsUtc / 86_400_000));
}

/** Minutes east of UTC at this moment. */
export function localOffsetMinutes(now: Date = new Date()): number {
  return -now.getTimezoneOffset() || 0;
}

export type DayForm = "long" | "short" | "month" | "weekday" | "dayOfMonth";

const forms: Readonly<Record<DayForm, Intl.DateTimeFormatOptions>> = {
  long: { weekday: "long", day: "numeric", month: "long" },
  short: { day: "numeric", month: "short" },
  month: { month: "long", year: "numeric" },
  weekday: { weekday: "short" },
  dayOfMonth: { day: "numeric" },
};

/** "Sunday, 22 November"; with the year when it is not this one. */
export function dayText(day: Day, form: DayForm = "long"): string {
  const date = new Date(dayToNumber(day) * 86_400_000);
  const isOtherYear = (form === "long" || form === "short") && day.slice(0, 4) !== localToday().slice(0, 4);
  const options = { ...forms[form], timeZone: "UTC", ...(isOtherYear ? { year: "numeric" as const } : {}) };
  return new Intl.DateTimeFormat(undefined, options).format(date);
}

/** "Today", "Yesterday" or the date. */
export function nearDayText(
  day: Day,
  today: Day,
  words: { readonly today: string; readonly yesterday: string },
): string {
  if (day === today) return words.today;
  return day === addDays(today, -1) ? words.yesterday : dayText(day);
}
