import { describe, expect, it } from "vitest";
import type { DailyColumn } from "../daily/table.ts";
import { column, daily, momentsOf, posteriorOf, slow, table, white } from "../../test/support/made-diary.ts";
import type { ForecastPoint } from "./posterior.ts";

const QUICK = { seed: 1, sweeps: 20, chains: 2 } as const;

function forecast(values: Float64Array, extra: Partial<DailyColumn> = {}): readonly ForecastPoint[] {
  return posteriorOf(table([column("skin", "skin", values, extra)]), QUICK).outcomes[0].forecast;
}

describe("the forecast", () => {
  it("covers what comes: of 14 days ahead in 24 diaries about 80 in 100 lie within the 80 % interval", () => {
    let inside = 0;
    const diaries = 24;
    for (let seed = 0; seed < diaries; seed++) {
      const whole = slow(104, 0.7, 0.6, 100, seed);
      const points = forecast(whole.slice(0, 90));
      points.forEach(({ low80, high80 }, h) => {
        if (whole[90 + h] >= low80 && whole[90 + h] <= high80) inside += 1;
      });
    }
    // 336 days, of which those of one diary hang together
    expect(inside / (14 * diaries)).toBeGreaterThan(0.72);
    expect(inside / (14 * diaries)).toBeLessThan(0.88);
  });

  it("begins where a persistent outcome is now and goes back to its mean, less sure day by day", () => {
    const values = slow(200, 0.9, 0.2, 3);
    // an end far from the mean
    const push = daily(200, (t) => (t > 180 ? 4 * (1 - 0.9 ** (t - 180)) : 0));
    const points = forecast(values.map((x, t) => x + push[t]));
    const { mean } = momentsOf(values.slice(0, 180));
    const now = values[199] + push[199];
    expect(Math.abs(points[0].mean - now)).toBeLessThan(Math.abs(points[0].mean - mean));
    expect(Math.abs(points[13].mean - mean)).toBeLessThan(Math.abs(points[0].mean - mean));
    const width = (point: ForecastPoint): number => point.high80 - point.low80;
    expect(width(points[13])).toBeGreaterThan(1.5 * width(points[0]));
    expect(points.map((point) => point.horizonDays)).toEqual(Array.from({ length: 14 }, (_, h) => h + 1));
  });

  it("knows what has been eaten: a cause that acts after three days is seen three days ahead", () => {
    const n = 200;
    const lever = white(n, 5);
    lever[n - 1] = 4;
    const noise = white(n, 6);
    const skin = daily(n, (t) => 1.2 * (lever[t - 3] ?? 0) + 0.4 * noise[t]);
    const [outcome] = posteriorOf(table([column("a", "lever", lever), column("skin", "skin", skin)]), QUICK).outcomes;
    // day n + 2 is three days after the last one
    expect(outcome.forecast[2].mean).toBeGreaterThan(3.5);
    expect(Math.abs(outcome.forecast[6].mean)).toBeLessThan(1);
    expect(outcome.explainedShare).toBeGreaterThan(0.7);
  });

  it("speaks in values that can be written down: on the grid, within the ends, quantiles in order", () => {
    const sign = slow(150, 0.5, 0.7, 7).map((x) => Math.min(3, Math.max(0, Math.round(0.4 + x))));
    for (const point of forecast(sign, { min: 0, max: 3, step: 1 })) {
      expect(point.mean).toBeGreaterThan(0);
      expect(point.mean).toBeLessThan(3);
      for (const [i, q] of point.quantiles.entries()) {
        expect(q >= 0 && q <= 3).toBe(true);
        expect(q).toBeGreaterThanOrEqual(point.quantiles[i - 1] ?? 0);
      }
    }
  });
});
