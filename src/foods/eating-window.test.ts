import { describe, expect, it } from "vitest";
import { eatingWindow } from "./eating-window.ts";

const at = (hour: number, energyKcal = 400): { minutes: number; energyKcal: number } => ({
  minutes: hour * 60,
  energyKcal,
});

describe("the eating window", () => {
  it("runs from first to last bite", () => {
    expect(eatingWindow([at(19.5), at(7.25), at(13)])).toMatchObject({ firstHour: 7.25, lastHour: 19.5, hours: 12.25 });
  });

  it("does not take water, black coffee or tea for a bite", () => {
    expect(eatingWindow([at(6, 2), at(8), at(18), at(22, 1)])?.hours).toBe(10);
  });

  it("counts a snack after midnight to the evening", () => {
    expect(eatingWindow([at(8), at(0.5)])).toMatchObject({ firstHour: 8, lastHour: 24.5 });
    expect(eatingWindow([at(4), at(12)])?.firstHour).toBe(4);
  });

  it("says nothing when a bite has no time, or when there is but one", () => {
    expect(eatingWindow([at(8), { minutes: null, energyKcal: 300 }])).toBeNull();
    expect(eatingWindow([at(8), at(19), { minutes: null, energyKcal: 0 }])?.hours).toBe(11);
    expect(eatingWindow([at(8)])).toBeNull();
    expect(eatingWindow([])).toBeNull();
  });

  it("is less sure of times on the full hour", () => {
    expect(eatingWindow([at(8), at(19)])?.sd).toBeGreaterThan(eatingWindow([at(8.25), at(19)])?.sd ?? Infinity);
  });
});
