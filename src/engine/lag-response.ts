/**
 * What does one edge pass on, given the course of its cause so far?
 *
 * answer(t) = sum over lags l of weight(l) * course(t - l). The 25 weights stand for days 0-14 and ten whole weeks (lags 15-84), so with running
 * sums of the course a day costs at most 25 products, however slow the kernel: a week's share is (sum(t - 15 - 7w) - sum(t - 22 - 7w)) / 7.
 * Before day 0 every course is 0: all of this is about changes against life as usual.
 */

/** Lag columns of single days: 0-14. */
export const DAILY_LAGS = 15;
/** Lag columns of whole weeks after them: 15-21, ..., 78-84. */
export const WEEKLY_LAGS = 10;

/** What an answer needs of an edge: its effect, its 25 weights, and which of them are not 0 (`From` first, `To` one past the last). */
export interface Link {
  /** Node that acts. */
  readonly from: number;
  /** Node that answers. */
  readonly to: number;
  readonly effect: number;
  readonly pulse: Float64Array;
  readonly dayFrom: number;
  readonly dayTo: number;
  readonly weekFrom: number;
  readonly weekTo: number;
}

/** One value per day from day 0, with running sums. */
export interface Course {
  readonly values: Float64Array;
  readonly sums: Float64Array;
}

export function createCourse(days: number): Course {
  return { values: new Float64Array(days), sums: new Float64Array(days) };
}

/** A cause that is one unit higher from day 0 on. */
export function heldCourse(days: number): Course {
  const course = createCourse(days);
  for (let t = 0; t < days; t++) put(course, t, 1);
  return course;
}

/** Sets day t; the days before it must be set already. */
export function put(course: Course, t: number, value: number): void {
  course.values[t] = value;
  course.sums[t] = t === 0 ? value : course.sums[t - 1] + value;
}

/** The edge with the range of its weights looked up. Keeps `pulse` itself, no copy. */
export function createLink(from: number, to: number, effect: number, pulse: Float64Array): Link {
  const [dayFrom, dayTo] = rangeOf(pulse, 0, DAILY_LAGS);
  const [weekFrom, weekTo] = rangeOf(pulse, DAILY_LAGS, DAILY_LAGS + WEEKLY_LAGS);
  return { from, to, effect, pulse, dayFrom, dayTo, weekFrom: weekFrom - DAILY_LAGS, weekTo: weekTo - DAILY_LAGS };
}

function rangeOf(pulse: Float64Array, start: number, end: number): readonly [number, number] {
  let first = start;
  let last = end;
  while (first < end && pulse[first] === 0) first += 1;
  while (last > first && pulse[last - 1] === 0) last -= 1;
  return [first, last];
}

/** Answer on day t, natural units of the node that answers. Reads the course up to day t minus the edge's smallest lag. */
export function answerAt(link: Link, course: Course, t: number): number {
  const { pulse } = link;
  const { values, sums } = course;
  let sum = 0;
  const lastDay = Math.min(link.dayTo, t + 1);
  for (let lag = link.dayFrom; lag < lastDay; lag++) sum += pulse[lag] * values[t - lag];
  for (let w = link.weekFrom; w < link.weekTo; w++) {
    const newest = t - DAILY_LAGS - 7 * w;
    if (newest < 0) break;
    const before = newest >= 7 ? sums[newest - 7] : 0;
    sum += (pulse[DAILY_LAGS + w] * (sums[newest] - before)) / 7;
  }
  return link.effect * sum;
}
