import { describe, expect, it } from "vitest";
import type { TruthDiary } from "../diary.ts";
import { diaryOf, persistent } from "./hand-made.ts";
import { oracleForecast } from "./oracle-forecast.ts";

const phi = 0.8;

/** 400 days of a known AR(1) with variance 1 around 5; milk moves it by `effect` per unit, one day later. */
function known(effect: number): TruthDiary {
  const milk = persistent(400, 0, "milk");
  const skin = persistent(400, phi, "skin").map((value, day) => 5 + value + effect * (milk[day - 1] ?? 0));
  const diary = diaryOf([
    { name: "milk", values: milk },
    { name: "skin", role: "skin", values: skin },
  ]);
  const edge = { from: "milk", to: "skin", effectPerUnit: effect, effectSd: 1, delayDays: 1, kernel: [0, 1], law: "t" };
  return {
    ...diary,
    truth: effect === 0 ? [] : [edge],
    secret: {
      ...diary.secret,
      complete: new Map([["milk", milk]]),
      kernels: new Map([["milk>skin", [0, 1]]]),
      errorAutocovariance: new Map([["skin", Float64Array.from({ length: 400 }, (_, lag) => phi ** lag)]]),
    },
  };
}

describe("the forecast that is told the law", () => {
  it("of a pure AR(1) goes back to its level by phi a day, with the spread of the law", () => {
    const diary = known(0);
    const { forecasts = [] } = oracleForecast.answer(diary, ["skin"]);
    const last = diary.table.columns[1].values[399];
    const level = forecasts[13].mean; // nearly back
    expect(forecasts).toHaveLength(14);
    expect(Math.abs(forecasts[0].mean - (level + phi * (last - level)))).toBeLessThan(0.35);
    const sd = (index: number): number =>
      (forecasts[index].quantiles[18] - forecasts[index].quantiles[0]) / (2 * 1.644854);
    expect(Math.abs(sd(0) - Math.sqrt(1 - phi ** 2))).toBeLessThan(0.06);
    expect(sd(13)).toBeGreaterThan(0.95);
    expect(sd(13)).toBeLessThan(1.2);
  });

  it("uses what was eaten yesterday and allows for what will be eaten", () => {
    const diary = known(3);
    const { forecasts = [] } = oracleForecast.answer(diary, ["skin"]);
    const milk = diary.table.columns[0].values[399];
    const without = oracleForecast.answer(known(0), ["skin"]).forecasts ?? [];
    expect(Math.abs(forecasts[0].mean - without[0].mean - 3 * milk)).toBeLessThan(0.6);
    const width = (index: number): number => forecasts[index].quantiles[18] - forecasts[index].quantiles[0];
    expect(width(1)).toBeGreaterThan(2.5 * width(0)); // from the second day on the milk is unknown
  });
});
