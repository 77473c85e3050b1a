/**
 * Diaries that are hard to answer: too little, too much, too even, too wild.
 *
 * Each is a list of columns; the cause is called "a", the outcome "skin".
 */
import type { DailyColumn } from "../../src/daily/table.ts";
import { column, daily, slow, white } from "./made-diary.ts";

const N = 100;
export const lever: Float64Array = white(N, 1);
export const noise: Float64Array = white(N, 2);
const SIGN = { min: 0, max: 3, step: 1 } as const;
const SLIDER = { min: 0, max: 10, step: 1 } as const;

export const other = (role: DailyColumn["role"], values: Float64Array, extra: Partial<DailyColumn> = {}): DailyColumn =>
  column(role === "skin" ? "skin" : "a", role, values, extra);
export const follows = (scale: number): Float64Array => daily(N, (t) => scale * (lever[t - 1] ?? 0));

export type Case = readonly [name: string, columns: readonly DailyColumn[]];
export const hardDiaries: readonly Case[] = [
  ["an outcome without any cause to look at", [other("skin", noise)]],
  [
    "two values on a ten-point scale",
    [
      other("lever", lever),
      other(
        "skin",
        noise.map((x) => (x > 1 ? 5 : 2)),
        SLIDER,
      ),
    ],
  ],
  [
    "only the two ends of a scale",
    [
      other("lever", lever),
      other(
        "skin",
        noise.map((x) => (x > 0 ? 10 : 0)),
        SLIDER,
      ),
    ],
  ],
  [
    "yes on one single day",
    [
      other("lever", lever),
      other(
        "skin",
        daily(N, (t) => (t === 50 ? 1 : 0)),
      ),
    ],
  ],
  [
    "yes from one day on",
    [
      other("lever", lever),
      other(
        "skin",
        daily(N, (t) => (t > 50 ? 1 : 0)),
      ),
    ],
  ],
  [
    "yes and no told apart perfectly",
    [
      other("lever", lever),
      other(
        "skin",
        follows(1).map((x) => (x > 0 ? 1 : 0)),
      ),
    ],
  ],
  [
    "levels told apart perfectly",
    [
      other("lever", lever),
      other(
        "skin",
        follows(2).map((x) => Math.min(3, Math.max(0, Math.round(1.5 + x)))),
        SIGN,
      ),
    ],
  ],
  [
    "all but one day at the floor",
    [
      other("lever", lever),
      other(
        "skin",
        daily(N, (t) => (t === 3 ? 7 : 0)),
        SLIDER,
      ),
    ],
  ],
  [
    "values far outside the declared scale",
    [
      other("lever", lever),
      other(
        "skin",
        noise.map((x) => 20 * x),
        SLIDER,
      ),
    ],
  ],
  ["an answer without any noise", [other("lever", lever), other("skin", follows(1))]],
  [
    "a straight line as outcome",
    [
      other("lever", lever),
      other(
        "skin",
        daily(N, (t) => t / 10),
      ),
    ],
  ],
  [
    "a lever that alternates with the outcome",
    [
      other(
        "lever",
        daily(N, (t) => t % 2),
      ),
      other(
        "skin",
        daily(N, (t) => (t + 1) % 2),
      ),
    ],
  ],
  [
    "a lever on one weekday only",
    [
      other(
        "lever",
        daily(N, (t) => (t % 7 === 0 ? 1 : 0)),
      ),
      other("skin", noise),
    ],
  ],
  [
    "a lever that is also context, twice",
    [other("lever", lever), column("c", "context", lever), column("d", "context", lever), other("skin", noise)],
  ],
  [
    "more context columns than days",
    [
      other("lever", lever.slice(0, 30)),
      ...Array.from({ length: 40 }, (_, k) => column(`c${k}`, "context", white(30, 3, k))),
      other("skin", noise.slice(0, 30)),
    ],
  ],
  ["fourteen days", [other("lever", lever.slice(0, 14)), other("skin", noise.slice(0, 14))]],
  [
    "fourteen days of yes and no",
    [
      other("lever", lever.slice(0, 14)),
      other(
        "skin",
        noise.slice(0, 14).map((x) => (x > 0 ? 1 : 0)),
      ),
    ],
  ],
  [
    "fourteen entries in three thousand days",
    [
      other("lever", white(3000, 4)),
      other(
        "skin",
        daily(3000, (t) => (t % 200 === 0 && t < 2800 ? noise[t / 200] : NaN)),
      ),
    ],
  ],
  [
    "a lever with eight entries",
    [
      other(
        "lever",
        daily(N, (t) => (t % 13 === 0 ? lever[t] : NaN)),
      ),
      other("skin", noise),
    ],
  ],
  [
    "one wild day of the outcome",
    [
      other("lever", lever),
      other(
        "skin",
        noise.map((x, t) => (t === 40 ? 1e12 : x)),
      ),
    ],
  ],
  [
    "one wild day of the lever",
    [
      other(
        "lever",
        lever.map((x, t) => (t === 40 ? 1e12 : x)),
      ),
      other("skin", noise),
    ],
  ],
  [
    "a wandering outcome far from zero",
    [
      other("lever", lever),
      other(
        "skin",
        slow(N, 0.99, 0.1, 5).map((x) => 1e9 + x),
      ),
    ],
  ],
  [
    "bouts of counts up to a million",
    [
      other("lever", lever),
      other(
        "skin",
        noise.map((x) => Math.round(Math.exp(5 + 3 * x))),
        { min: 0, measure: "count" },
      ),
    ],
  ],
  ["entries that are all error", [other("lever", lever, { sds: new Float64Array(N).fill(1e9) }), other("skin", noise)]],
  [
    "a time-step lever",
    [
      other(
        "lever",
        daily(N, (t) => (t > 50 ? 1 : 0)),
      ),
      other("skin", noise),
    ],
  ],
];
