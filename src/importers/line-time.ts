/**
 * When does the person mean: "yesterday 8pm", "last monday", "2026-11-20", "this morning"?
 *
 * Time phrases are taken from the front or the back of a piece. Days count from the given `today`; a weekday is the latest one up to
 * and including today, with "last" before today. "This morning" names a day and no clock time: none is invented.
 */
import { addDays, dayToNumber, parseDay, weekdayOf, type Day } from "../base/day.ts";

export interface TimeMark {
  /** Absent: the day does not change. */
  readonly day?: Day;
  /** `HH:MM`; absent: none given. */
  readonly time?: string;
  /** "last night": yesterday for all but sleep, whose night belongs to the day of waking. */
  readonly lastNight?: boolean;
  /** A date that does not exist, as written. */
  readonly unknownDay?: string;
}

export interface TimedText {
  readonly mark: TimeMark | null;
  readonly at: "front" | "back";
  /** What is left; "" when there was only a time. */
  readonly rest: string;
}

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const PHRASE =
  "(?:(?:on |at )?(?:yesterday|today|tonight|this morning|this afternoon|this evening|last night|noon|" +
  `(?:last )?(?:${WEEKDAYS.join("|")})|\\d{1,3} days? ago|\\d{4}-\\d{2}-\\d{2}|` +
  "\\d{1,2}:\\d{2}(?: ?[ap]m)?|\\d{1,2} ?[ap]m))";
const FRONT = new RegExp(`^(${PHRASE})(?=$|[\\s:,])[\\s:,]*`, "i");
const BACK = new RegExp(`(?:^|\\s)(${PHRASE})$`, "i");
/** "yesterday evening 8pm" has three; more is not a time. */
const MOST_PHRASES = 3;

/** Takes time phrases off the front, or else off the back. `mark` is null when there is none or when it is no possible time. */
export function takeTime(text: string, today: Day): TimedText {
  const front = takeAt(text, today, FRONT);
  if (front.mark !== null) return { ...front, at: "front" };
  return { ...takeAt(text, today, BACK), at: "back" };
}

function takeAt(text: string, today: Day, where: RegExp): { readonly mark: TimeMark | null; readonly rest: string } {
  const marks: TimeMark[] = [];
  let rest = text;
  while (marks.length < MOST_PHRASES) {
    const match = where.exec(rest);
    const mark = match === null ? null : markOf(match[1] ?? "", today);
    if (match === null || mark === null) break;
    marks.push(mark);
    rest = (where === FRONT ? rest.slice(match[0].length) : rest.slice(0, match.index)).trim();
  }
  // each phrase adds what the ones before it left open
  return { mark: marks.reduceRight<TimeMark | null>((later, mark) => ({ ...later, ...mark }), null), rest };
}

function markOf(phrase: string, today: Day): TimeMark | null {
  const words = phrase.toLowerCase().replace(/^(?:on|at) /, "");
  if (words === "yesterday") return { day: addDays(today, -1) };
  if (words === "last night") return { day: addDays(today, -1), lastNight: true };
  if (words === "today" || words === "tonight" || words.startsWith("this ")) return { day: today };
  if (words === "noon") return { time: "12:00" };
  const ago = /^(\d{1,3}) days? ago$/.exec(words);
  if (ago) return { day: addDays(today, -Number(ago[1])) };
  if (/^\d{4}-/.test(words)) {
    const day = parseDay(words);
    return day.ok ? { day: day.value } : { unknownDay: words };
  }
  const weekday = WEEKDAYS.indexOf(words.replace(/^last /, ""));
  if (weekday >= 0) return { day: latestWeekday(weekday, words.startsWith("last "), today) };
  const time = clockTime(words);
  return time === null ? null : { time };
}

function latestWeekday(weekday: number, beforeToday: boolean, today: Day): Day {
  const back = (weekdayOf(dayToNumber(today)) - weekday + 7) % 7;
  return addDays(today, -(back === 0 && beforeToday ? 7 : back));
}

/** `HH:MM` or null when there is no such time ("25:61", "13pm"). 12am is 00:00, 12pm is 12:00. */
function clockTime(words: string): string | null {
  const match = /^(\d{1,2})(?::(\d{2}))? ?([ap]m)?$/.exec(words);
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? "0")];
  const half = match[3];
  if (minute > 59 || hour > 23) return null;
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const hour24 = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  return `${String(hour24).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
