import { describe, expect, it } from "vitest";
import type { Forecast } from "../method.ts";
import { forecasters, quantileOf } from "./forecasters.ts";
import { diaryOf, noise, persistent } from "./hand-made.ts";

function forecastOf(name: string, values: ArrayLike<number>, horizonDays: number): Forecast {
  const method = forecasters.find((forecaster) => forecaster.name === name);
  const { forecasts = [] } =
    method?.answer(diaryOf([{ name: "skin", role: "skin", min: 0, max: 10, values }]), ["skin"]) ?? {};
  const found = forecasts.find((forecast) => forecast.horizonDays === horizonDays);
  if (!found) throw new Error(`${name} has no forecast for day ${String(horizonDays)}`);
  return found;
}

const median = 9; // index of level .50

describe("the plain forecasts", () => {
  it("persistence repeats the last recorded value; with constant steps its errors are the step times the horizon", () => {
    const ramp = Array.from({ length: 40 }, (_, day) => day / 10);
    const { quantiles } = forecastOf("persistence", ramp, 5);
    for (const value of quantiles) expect(value).toBeCloseTo(3.9 + 0.5, 10);
    const gap = [...ramp.slice(0, 38), Number.NaN, Number.NaN];
    expect(forecastOf("persistence", gap, 1).quantiles[median]).toBeCloseTo(3.7 + 0.1, 10);
  });

  it("historical gives the quantiles of the record", () => {
    const values = noise(400, "record").map((value) => 5 + value);
    const { quantiles } = forecastOf("historical", values, 3);
    const sorted = [...values.subarray(10)].sort((a, b) => a - b);
    expect(quantiles[0]).toBeCloseTo(quantileOf(sorted, 0.05), 10);
    expect(quantiles[median]).toBeCloseTo(quantileOf(sorted, 0.5), 10);
  });

  it("weekday knows that Sundays are bad", () => {
    const values = Array.from({ length: 70 }, (_, day) => (day % 7 === 6 ? 8 : 3)); // 70 days: the next is weekday 0
    expect(forecastOf("weekday", values, 7).mean).toBeCloseTo(8, 10);
    expect(forecastOf("weekday", values, 1).mean).toBeCloseTo(3, 10);
  });

  it("AR(1) goes back to the mean as phi to the power of the horizon, and its spread grows", () => {
    const values = persistent(2000, 0.8, "ar").map((value) => 5 + value);
    values[1999] = 8;
    const mean = values.reduce((sum, value) => sum + value, 0) / 2000;
    const near = forecastOf("ar1", values, 1);
    const far = forecastOf("ar1", values, 14);
    expect(near.mean - mean).toBeCloseTo(0.8 * (8 - mean), 0);
    expect(Math.abs(far.mean - mean)).toBeLessThan(0.35);
    expect(near.quantiles[18] - near.quantiles[0]).toBeCloseTo(2 * 1.645 * 0.6, 0);
    expect(far.quantiles[18] - far.quantiles[0]).toBeCloseTo(2 * 1.645, 0);
  });

  it("exponential smoothing follows a step and ignores white noise", () => {
    const step = Array.from({ length: 100 }, (_, day) => (day < 50 ? 2 : 8));
    expect(forecastOf("ets", step, 1).quantiles[median]).toBeCloseTo(8, 6);
    const white = noise(400, "white").map((value) => 5 + value);
    white[399] = 9;
    expect(Math.abs(forecastOf("ets", white, 1).mean - 5)).toBeLessThan(0.4);
  });

  it("stay on the scale and say nothing about a fortnight of data or less", () => {
    const low = persistent(200, 0.5, "low").map((value) => Math.max(0, value));
    for (const { name } of forecasters) expect(forecastOf(name, low, 7).quantiles[0], name).toBeGreaterThanOrEqual(0);
    expect(() => forecastOf("ar1", low.subarray(0, 10), 1)).toThrow("no forecast");
  });
});
