/**
 * How good was a forecast, now that the two weeks are known?
 *
 * CRPS from 19 quantiles as twice the mean pinball loss (Gneiting & Ranjan 2011), in SDs of the recorded outcome so that outcomes may be averaged; and
 * in which twentieth of the forecast the truth fell (PIT). A truth that equals several quantiles (piles at the end of a scale) is shared
 * between the twentieths that it could belong to, so a right forecast of a discrete score has a flat PIT.
 */
import type { DailyTable } from "../../src/daily/table.ts";
import { quantileLevels, type Forecast } from "./method.ts";
import { momentsOf } from "./simulate.ts";

export interface OutcomeForecastScore {
  readonly outcome: string;
  /** Mean CRPS of days 1-7, in outcome SDs. */
  readonly crps7: number;
  /** Of days 1-14. */
  readonly crps14: number;
  /** Mass in each twentieth of the forecast, summed over days 1-7; 20 numbers. */
  readonly pit: readonly number[];
}

/** One entry per outcome that was forecast on all of days 1-7 and varied in the diary. */
export function scoreForecasts(
  forecasts: readonly Forecast[],
  future: ReadonlyMap<string, Float64Array>,
  table: DailyTable,
): readonly OutcomeForecastScore[] {
  return [...new Set(forecasts.map((forecast) => forecast.outcome))].flatMap((outcome) => {
    const actual = future.get(outcome);
    const column = table.columns.find(({ name }) => name === outcome);
    const own = forecasts.filter((forecast) => forecast.outcome === outcome);
    const sd = column ? momentsOf(column.values).sd : Number.NaN;
    const week = own.filter(({ horizonDays }) => horizonDays <= 7);
    if (!actual || !(sd > 0) || week.length < 7) return [];
    const crps = (of: readonly Forecast[]): number =>
      of.reduce((sum, { quantiles, horizonDays }) => sum + crpsOfQuantiles(quantiles, actual[horizonDays - 1]), 0) /
      of.length /
      sd;
    const pit = new Array<number>(20).fill(0);
    for (const { quantiles, horizonDays } of week) {
      twentieths(quantiles, actual[horizonDays - 1]).forEach((mass, bin) => {
        pit[bin] += mass;
      });
    }
    return [{ outcome, crps7: crps(week), crps14: crps(own), pit }];
  });
}

/** Twice the mean pinball loss of the 19 quantiles. */
export function crpsOfQuantiles(quantiles: readonly number[], actual: number): number {
  const loss = quantileLevels.reduce((sum, level, index) => {
    const miss = actual - quantiles[index];
    return sum + (miss >= 0 ? level * miss : (level - 1) * miss);
  }, 0);
  return (2 * loss) / quantileLevels.length;
}

/** Where the truth fell: mass 1 over 20 bins, bin b = between quantiles b and b + 1; ties share. */
export function twentieths(quantiles: readonly number[], actual: number): readonly number[] {
  const below = quantiles.filter((quantile) => quantile < actual).length;
  const notAbove = quantiles.filter((quantile) => quantile <= actual).length;
  const width = notAbove - below + 1;
  return Array.from({ length: 20 }, (_, bin) => (bin >= below && bin <= notAbove ? 1 / width : 0));
}

/** Mass between the 10 % and the 90 % quantile. */
export function insideCentral80(pit: readonly number[]): number {
  return pit.slice(2, 18).reduce((sum, mass) => sum + mass, 0);
}
