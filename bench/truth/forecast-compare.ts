/**
 * Whose forecasts are better, diary by diary?
 *
 * Mean CRPS of days 1-7 over the outcomes that every compared method forecast, in outcome SDs. "Not worse than the best" takes the best of the five plain
 * forecasts of that very week, known only afterwards: with one week per diary chance alone makes one of five look good, so the same share is
 * given for a forecaster that is told the true law. "Best on average" is the one plain forecast with the smallest mean over the family.
 */
import { bootstrapWeights, figureOf, type Figure, type Statistic } from "./bootstrap.ts";
import { forecasterNames } from "./methods.ts";
import type { ScoredDiary } from "./scored-diary.ts";

export interface ForecastRow {
  readonly method: string;
  /** Mean CRPS of days 1-7, outcome SDs; smaller is better. */
  readonly crps7: Figure;
  /** Its difference to the plain forecast that is best on average in the family (negative = better), paired. */
  readonly againstBest: Figure;
  /** Share of diaries in which it is not worse than each plain forecast. */
  readonly notWorseThan: readonly { readonly method: string; readonly share: Figure }[];
  /** ... than all five. */
  readonly notWorseThanAll: Figure;
  /** PIT over 20 bins, shares. */
  readonly pit: readonly number[];
}

export interface ForecastScores {
  readonly diaries: number;
  /** The plain forecast with the smallest mean CRPS; null when there are no forecasts. */
  readonly bestOnAverage: string | null;
  readonly rows: readonly ForecastRow[];
}

/** Scores of everybody who forecast in this family. Only diaries count on which all of them did. */
export function compareForecasts(diaries: readonly ScoredDiary[], resamples = 1000): ForecastScores {
  const methods = [...new Set(diaries.filter(({ forecasts }) => forecasts.length > 0).map(({ method }) => method))];
  const plain = methods.filter((method) => forecasterNames.includes(method));
  const weeks = weeksOf(diaries, methods);
  const weights = bootstrapWeights(weeks.length, resamples);
  const mean = (value: (week: ReadonlyMap<string, number>) => number): Figure => {
    const values = weeks.map(value);
    return figureOf(meanStatistic(values), weeks.length, weeks.length, weights);
  };
  const crps = (week: ReadonlyMap<string, number>, method: string): number => week.get(method) ?? Number.NaN;
  const average = new Map(methods.map((method) => [method, mean((week) => crps(week, method))] as const));
  const bestOnAverage = plain.reduce<string | null>(
    (best, method) =>
      best === null || (average.get(method)?.value ?? 0) < (average.get(best)?.value ?? 0) ? method : best,
    null,
  );
  const isNotWorse = (week: ReadonlyMap<string, number>, method: string, other: string): boolean =>
    crps(week, method) <= crps(week, other) + 1e-9;
  const rows = methods.map((method): ForecastRow => {
    const others = plain.filter((other) => other !== method);
    return {
      method,
      crps7: mean((week) => crps(week, method)),
      againstBest: mean((week) => crps(week, method) - crps(week, bestOnAverage ?? method)),
      notWorseThan: others.map((other) => ({
        method: other,
        share: mean((week) => (isNotWorse(week, method, other) ? 1 : 0)),
      })),
      notWorseThanAll: mean((week) => (others.every((other) => isNotWorse(week, method, other)) ? 1 : 0)),
      pit: pitOf(diaries.filter((diary) => diary.method === method)),
    };
  });
  return { diaries: weeks.length, bestOnAverage, rows };
}

/** For every diary that all methods forecast: mean CRPS by method over their common outcomes. */
function weeksOf(diaries: readonly ScoredDiary[], methods: readonly string[]): readonly ReadonlyMap<string, number>[] {
  const bySeed = new Map<number, ScoredDiary[]>();
  for (const diary of diaries) {
    if (methods.includes(diary.method)) bySeed.set(diary.seed, [...(bySeed.get(diary.seed) ?? []), diary]);
  }
  return [...bySeed.values()].flatMap((ofSeed) => {
    if (ofSeed.length < methods.length) return [];
    const common = (ofSeed[0]?.forecasts ?? [])
      .map(({ outcome }) => outcome)
      .filter((outcome) => ofSeed.every(({ forecasts }) => forecasts.some((own) => own.outcome === outcome)));
    if (common.length === 0) return [];
    return [
      new Map(
        ofSeed.map(({ method, forecasts }) => {
          const own = forecasts.filter(({ outcome }) => common.includes(outcome));
          return [method, own.reduce((sum, { crps7 }) => sum + crps7, 0) / own.length] as const;
        }),
      ),
    ];
  });
}

function pitOf(diaries: readonly ScoredDiary[]): readonly number[] {
  const sums = new Array<number>(20).fill(0);
  for (const { forecasts } of diaries) {
    for (const { pit } of forecasts) {
      pit.forEach((mass, bin) => {
        sums[bin] += mass;
      });
    }
  }
  const total = sums.reduce((a, b) => a + b, 0);
  return sums.map((mass) => mass / total);
}

function meanStatistic(values: readonly number[]): Statistic {
  return (weights) => {
    let [sum, count] = [0, 0];
    values.forEach((value, index) => {
      sum += weights[index] * value;
      count += weights[index];
    });
    return count === 0 ? Number.NaN : sum / count;
  };
}
