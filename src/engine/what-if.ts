/**
 * "10 g more fibre a day from tomorrow": what would happen to this outcome, day by day, for three months?
 *
 * The step response of the pair times the amount (all equations are linear), straight lines between its listed days, 0 on day 0. A change that ends
 * after n days is the same change begun now minus the same change begun n days later: S(d) - S(d - n), taken draw by draw, so that a response that
 * is surely over has a narrow interval again. It is what the diary's associations say would follow, not a promise: causes are shown by trials.
 */
import { intervalOfDraws } from "./draw-interval.ts";
import type { Interval95 } from "./posterior.ts";
import { RESPONSE_DAYS, type DrawnResponse } from "./step-response.ts";

/** So much more of one cause every day, from tomorrow, for so many days (absent = kept up). */
export interface LeverChange {
  readonly from: string;
  /** Natural units of the cause per day; negative = less. */
  readonly amount: number;
  /** Days that the change lasts; absent = kept up. 0 or less = no change at all. */
  readonly days?: number;
}

/** The answer to a what-if question: change of the outcome against life as usual, in its natural units. */
export interface WhatIf {
  /** P(the cause moves the outcome at all), 0-1. The intervals count the rest as "nothing happens". */
  readonly probability: number;
  /**
   * Whether the intervals were taken over joint draws. "cautious": the draws were not at hand (a response read back from a document) and the change
   * ends, so the interval is the widest that fits the two steps; it can only be too wide.
   */
  readonly intervals: "joint" | "cautious";
  /** Days 1 (the first day with the change) to 90. */
  readonly points: readonly (Interval95 & { readonly day: number })[];
}

/**
 * What would this change do to this outcome, days 1-90, mean and 95 % interval, averaged over whether there is any way at all?
 *
 * null when the responses hold no way from this cause to this outcome (nothing was found that could be told, which is not "no effect").
 * Between listed days the response is taken as straight. Nothing beyond day 90 is said. Cost: under a millisecond.
 *
 * @example
 * ```ts
 * import { stepResponses, whatIf } from "gutskin";
 * const nextDay = Float64Array.from({ length: 25 }, (_, lag) => (lag === 1 ? 1 : 0));
 * const draw = (effect: number) => ({ edges: [{ from: "fibreGrams", effect, pulse: nextDay }] });
 * const equation = { to: "itch", toRole: "skin", draws: [draw(-0.04), draw(-0.06), { edges: [] }] } as const;
 * const responses = stepResponses([equation], [{ name: "fibreGrams", role: "lever" }]);
 * const answer = whatIf(responses, { from: "fibreGrams", amount: 10, days: 7 }, "itch");
 * if (answer === null) throw new Error("there is a way in two draws of three");
 * const [first, second] = answer.points;
 * if (first?.mean !== 0) throw new Error("an effect of the next day is not there on the first day");
 * if (Math.abs((second?.mean ?? 0) + (0.4 + 0.6 + 0) / 3) > 1e-12) throw new Error("mean over all draws");
 * if (answer.points[30]?.high95 !== 0) throw new Error("over after a week");
 * ```
 */
export function whatIf(responses: readonly DrawnResponse[], change: LeverChange, outcome: string): WhatIf | null {
  const response = responses.find((one) => one.from === change.from && one.to === outcome);
  if (response === undefined) return null;
  const days = Array.from({ length: LAST_DAY }, (_, i) => i + 1);
  const { drawn } = response;
  const lasts = change.days ?? Infinity;
  const points = days.map((day) => ({
    day,
    ...(drawn
      ? jointInterval(drawn, change.amount, day, day - lasts)
      : marginalInterval(response, change.amount, day, day - lasts)),
  }));
  const intervals = drawn !== undefined || lasts >= LAST_DAY ? "joint" : "cautious";
  return { probability: response.probability, intervals, points };
}

const LAST_DAY = 90;

/** S(day) - S(dayOfEnd) in each draw. */
function jointInterval(
  drawn: NonNullable<DrawnResponse["drawn"]>,
  amount: number,
  day: number,
  dayOfEnd: number,
): Interval95 {
  const width = RESPONSE_DAYS.length;
  const present = new Float64Array(drawn.totals.length / width);
  for (let d = 0; d < present.length; d++) {
    const step = (i: number): number => drawn.totals[d * width + i];
    present[d] = amount * (between(step, day) - between(step, dayOfEnd));
  }
  return intervalOfDraws(present, drawn.count);
}

/** From means and intervals alone. */
function marginalInterval(response: DrawnResponse, amount: number, day: number, dayOfEnd: number): Interval95 {
  const at = (key: keyof Interval95, when: number): number => between((i) => response.points[i].total[key], when);
  const change = {
    low: at("low95", day) - at("high95", dayOfEnd),
    high: at("high95", day) - at("low95", dayOfEnd),
  };
  return {
    mean: amount * (at("mean", day) - at("mean", dayOfEnd)),
    low95: amount * (amount < 0 ? change.high : change.low),
    high95: amount * (amount < 0 ? change.low : change.high),
  };
}

/** The response on any day: 0 up to day 0, straight between listed days. `at(i)`: its value on `RESPONSE_DAYS[i]`. */
function between(at: (i: number) => number, day: number): number {
  if (day <= 0) return 0;
  const next = RESPONSE_DAYS.findIndex((listed) => listed >= day);
  if (next < 0) return at(RESPONSE_DAYS.length - 1);
  const to = RESPONSE_DAYS[next];
  const from = next === 0 ? 0 : RESPONSE_DAYS[next - 1];
  const before = next === 0 ? 0 : at(next - 1);
  return before + ((day - from) / (to - from)) * (at(next) - before);
}
