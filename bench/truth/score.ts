/**
 * How good are a method's answers on diaries whose truth is known?
 *
 * Takes what a method claimed on many diaries of one family and gives every figure of `tally.ts`, each with a 95 % bootstrap interval over diaries (1,000
 * resamples, seeded). FDR is pooled: false reports / all reports of all diaries together.
 */
import { bootstrapWeights, figureOf, type Figure, type Statistic } from "./bootstrap.ts";
import type { ScoredDiary } from "./scored-diary.ts";
import { medianMetrics, metricNames, tallyDiary, type MedianMetric, type MetricName, type Tally } from "./tally.ts";

export type Score = Readonly<Record<MetricName, Figure>>;

/** All figures of one method on one family. NaN where nothing can be said (power on null diaries). */
export function scoreMethod(diaries: readonly ScoredDiary[], resamples = 1000): Score {
  const tallies = diaries.map(tallyDiary);
  const weights = bootstrapWeights(diaries.length, resamples);
  return mapMetrics((metric) => {
    const { statistic, of } = statisticOf(tallies, metric);
    return figureOf(statistic, tallies.length, of, weights);
  });
}

/**
 * Difference of one metric, `a` minus `b`, on the same diaries, with a paired 95 % bootstrap interval. Diaries that one of the two did not
 * answer are left out.
 */
export function pairedDifference(
  a: readonly ScoredDiary[],
  b: readonly ScoredDiary[],
  metric: MetricName,
  resamples = 1000,
): Figure {
  const pairs = pairUp(a, b);
  const [first, second] = [0, 1].map((side) =>
    statisticOf(
      pairs.map((pair) => tallyDiary(pair[side])),
      metric,
    ),
  );
  const difference: Statistic = (weights) => first.statistic(weights) - second.statistic(weights);
  return figureOf(difference, pairs.length, pairs.length, bootstrapWeights(pairs.length, resamples));
}

/** The diaries that both answered, in the order of `a`. */
export function pairUp(
  a: readonly ScoredDiary[],
  b: readonly ScoredDiary[],
): readonly (readonly [ScoredDiary, ScoredDiary])[] {
  const key = ({ family, seed }: ScoredDiary): string => `${family} ${String(seed)}`;
  const others = new Map(b.map((diary) => [key(diary), diary] as const));
  return a.flatMap((diary) => {
    const other = others.get(key(diary));
    return other ? [[diary, other] as const] : [];
  });
}

function statisticOf(
  tallies: readonly Tally[],
  metric: MetricName,
): { readonly statistic: Statistic; readonly of: number } {
  if (isMedian(metric)) return medianStatistic(tallies.map((tally) => tally.medians[metric]));
  const sums = Float64Array.from(tallies, (tally) => tally.ratios[metric][0]);
  const counts = Float64Array.from(tallies, (tally) => tally.ratios[metric][1]);
  const statistic: Statistic = (weights) => {
    let [sum, count] = [0, 0];
    for (let i = 0; i < weights.length; i += 1) {
      sum += weights[i] * sums[i];
      count += weights[i] * counts[i];
    }
    return count === 0 ? Number.NaN : sum / count;
  };
  return { statistic, of: counts.reduce((sum, count) => sum + count, 0) };
}

function medianStatistic(values: readonly (readonly number[])[]): {
  readonly statistic: Statistic;
  readonly of: number;
} {
  const marked = values.flatMap((own, diary) => own.map((value) => ({ value, diary })));
  marked.sort((a, b) => a.value - b.value);
  const statistic: Statistic = (weights) => {
    const total = marked.reduce((sum, { diary }) => sum + weights[diary], 0);
    let passed = 0;
    let lower = Number.NaN;
    for (const { value, diary } of marked) {
      passed += weights[diary];
      // with an even count the median is the mean of the two in the middle
      if (Number.isNaN(lower) && passed * 2 >= total && passed > 0) lower = value;
      if (passed * 2 > total) return (lower + value) / 2;
    }
    return Number.NaN;
  };
  return { statistic, of: marked.length };
}

function isMedian(metric: MetricName): metric is MedianMetric {
  return medianMetrics.some((name) => name === metric);
}

function mapMetrics(make: (metric: MetricName) => Figure): Score {
  return Object.fromEntries(metricNames.map((metric) => [metric, make(metric)] as const)) as Score;
}
