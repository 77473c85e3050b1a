import { describe, expect, it } from "vitest";
import { bootstrapWeights, wilson } from "./bootstrap.ts";
import { compareForecasts } from "./forecast-compare.ts";
import { crpsOfQuantiles, insideCentral80, scoreForecasts, twentieths } from "./forecast-score.ts";
import { quantileLevels } from "./method.ts";
import type { ScoredDiary } from "./scored-diary.ts";
import { diaryOf, noise } from "./baselines/hand-made.ts";
import { momentsOf } from "./simulate.ts";

const uniform = quantileLevels; // a forecast of "anything between 0 and 1"

describe("the CRPS of 19 quantiles", () => {
  it("is the distance when the forecast is one point", () => {
    expect(crpsOfQuantiles(new Array<number>(19).fill(3), 5)).toBeCloseTo(2, 12);
    expect(crpsOfQuantiles(new Array<number>(19).fill(3), 3)).toBe(0);
  });

  it("of a uniform forecast is about u^2 - u + 1/3 (exact law), within .02", () => {
    for (const u of [0, 0.3, 0.5, 1]) {
      expect(Math.abs(crpsOfQuantiles(uniform, u) - (u * u - u + 1 / 3)), String(u)).toBeLessThan(0.02);
    }
  });

  it("is smaller for the narrower of two right forecasts", () => {
    const wide = uniform.map((q) => 10 * (q - 0.5));
    const narrow = uniform.map((q) => q - 0.5);
    expect(crpsOfQuantiles(narrow, 0)).toBeLessThan(crpsOfQuantiles(wide, 0));
  });
});

describe("where the truth fell", () => {
  it("is the twentieth between its neighbours", () => {
    expect(twentieths(uniform, 0.51).indexOf(1)).toBe(10);
    expect(twentieths(uniform, -1).indexOf(1)).toBe(0);
    expect(twentieths(uniform, 2).indexOf(1)).toBe(19);
  });

  it("is shared when a pile makes quantiles equal", () => {
    const pile = uniform.map((q) => (q <= 0.5 ? 0 : q)); // half of the days at 0
    const mass = twentieths(pile, 0);
    expect(mass.slice(0, 11).every((share) => Math.abs(share - 1 / 11) < 1e-12)).toBe(true);
    expect(mass.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it("is inside the central 80 % from the third to the eighteenth twentieth", () => {
    expect(insideCentral80(twentieths(uniform, 0.1001))).toBe(1);
    expect(insideCentral80(twentieths(uniform, 0.0999))).toBe(0);
    expect(insideCentral80(twentieths(uniform, 0.9001))).toBe(0);
  });
});

describe("the score of a diary's forecasts", () => {
  const { table } = diaryOf([{ name: "skin", role: "skin", values: noise(100, "skin") }]);
  const forecasts = Array.from({ length: 14 }, (_, index) => ({
    outcome: "skin",
    horizonDays: index + 1,
    mean: 0,
    quantiles: new Array<number>(19).fill(0),
  }));
  const future = new Map([["skin", Float64Array.from({ length: 14 }, (_, day) => (day < 7 ? 1 : 3))]]);

  it("is in outcome SDs, days 1-7 apart from days 1-14", () => {
    const [score] = scoreForecasts(forecasts, future, table);
    const { sd } = momentsOf(table.columns[0].values);
    expect(score.crps7).toBeCloseTo(1 / sd, 12);
    expect(score.crps14).toBeCloseTo(2 / sd, 12);
    expect(score.pit[19]).toBe(7);
  });

  it("leaves out an outcome that was not forecast for the whole week", () => {
    expect(scoreForecasts(forecasts.slice(0, 5), future, table)).toEqual([]);
  });
});

describe("the comparison of forecasts", () => {
  const diary = (method: string, seed: number, crps7: number): ScoredDiary => ({
    family: "main",
    seed,
    variant: "",
    days: 365,
    method,
    milliseconds: 1,
    truth: [],
    claims: [],
    otherStrengths: [],
    hasTenPercentList: false,
    twoWay: null,
    converged: null,
    forecastsOnly: true,
    forecasts: [{ outcome: "skin", crps7, crps14: crps7, pit: new Array<number>(20).fill(7 / 20) }],
  });
  const all = [1, 3].flatMap((seed) => [
    diary("gutskin", seed, seed === 1 ? 0.4 : 0.6),
    diary("persistence", seed, seed === 1 ? 0.4 : 0.9),
    diary("weekday", seed, 0.5),
  ]);

  it("counts ties for the method and takes the best of the week afterwards", () => {
    const { rows, bestOnAverage, diaries } = compareForecasts(all);
    const engine = rows.find(({ method }) => method === "gutskin");
    expect(diaries).toBe(2);
    expect(bestOnAverage).toBe("weekday");
    expect(engine?.notWorseThan.map(({ method, share }) => [method, share.value])).toEqual([
      ["persistence", 1],
      ["weekday", 0.5],
    ]);
    expect(engine?.notWorseThanAll.value).toBe(0.5);
    expect(engine?.againstBest.value).toBeCloseTo(0, 12);
  });

  it("leaves out a diary that one of them did not forecast", () => {
    expect(compareForecasts(all.slice(0, 5)).diaries).toBe(1);
  });
});

describe("intervals", () => {
  it("by Wilson: 0 of 200 is 0 to 1.9 %, 10 of 20 is .30 to .70", () => {
    expect(wilson(0, 200)[0]).toBe(0);
    expect(wilson(0, 200)[1]).toBeCloseTo(0.01885, 4);
    expect(wilson(10, 20)[0]).toBeCloseTo(0.29929, 4);
    expect(wilson(10, 20)[1]).toBeCloseTo(0.70071, 4);
  });

  it("resample as many diaries as there are", () => {
    for (const weights of bootstrapWeights(30, 20)) expect(weights.reduce((a, b) => a + b, 0)).toBe(30);
  });
});
