/**
 * What does one diary add to each figure?
 *
 * Most figures are a ratio of two sums over diaries (hits / edges), so a diary adds a pair (sum, count) and the bootstrap resamples diaries; two are medians
 * over edges, to which a diary adds its values. "False" = reported, but no direct edge in the truth; `fdrNoPath` does not count pairs that are linked
 * by a directed chain (food -> gut -> skin).
 */
import { insideCentral80 } from "./forecast-score.ts";
import type { Claim, SizedEffect } from "./method.ts";
import { edgeOf, pathExists, type ScoredDiary, type ScoredEdge } from "./scored-diary.ts";

/** Every figure, with its heading in tables. */
export const metricTitles = {
  anyReported: "diaries with any report",
  anyFalse: "with any false",
  falsePerDiary: "false per diary",
  fdr: "FDR",
  fdrNoPath: "FDR, chains allowed",
  power: "power",
  powerSkin: "power, skin",
  anyFalse10: "with any false at 10 %",
  fdr10: "FDR at nominal 10 %",
  power10: "power at nominal 10 %",
  auc: "AUC",
  averagePrecision: "average precision",
  signRight: "sign right",
  coverageAll: "coverage 95 %",
  coverageReported: "same, reported",
  coverage80All: "coverage 80 %",
  coverage80Reported: "same, reported",
  intervalWidth: "width, SD",
  estimateRatioAll: "estimate / true",
  estimateRatioReported: "same, reported",
  delayError: "delay error, days",
  delayErrorFast: "median, fast",
  delayErrorSlow: "median share, slow",
  delayCoverage80: "delay coverage 80 %",
  delayCoverageFast: "same, fast",
  delayCoverageSlow: "same, slow",
  direction: "direction right",
  directionAxis: "gut/skin arrows right",
  twoWayClaimed: "two-way claimed",
  twoWayFalse: "two-way claimed where it is not",
  twoWayRight: "two-way claimed where it is",
  converged: "converged",
  crps7: "CRPS 1-7 d, SD",
  crps14: "CRPS 1-14 d, SD",
  forecastCoverage80: "forecast coverage 80 %",
  seconds: "s per diary",
} as const;

export type MetricName = keyof typeof metricTitles;
export const metricNames = Object.keys(metricTitles) as readonly MetricName[];

/** Figures that are medians over edges and not ratios of sums. */
export const medianMetrics = ["delayErrorFast", "delayErrorSlow"] as const;
export type MedianMetric = (typeof medianMetrics)[number];
type RatioMetric = Exclude<MetricName, MedianMetric>;

export interface Tally {
  readonly ratios: Readonly<Record<RatioMetric, readonly [sum: number, count: number]>>;
  readonly medians: Readonly<Record<MedianMetric, readonly number[]>>;
}

interface Hit {
  readonly edge: ScoredEdge;
  readonly claim: Claim | undefined;
}

/** What this diary adds. O(claims x edges). */
export function tallyDiary(diary: ScoredDiary): Tally {
  const { truth, claims } = diary;
  const hits = truth.map((edge): Hit => ({ edge, claim: claimOf(claims, edge) }));
  const late = hits.flatMap(({ edge, claim }) =>
    claim?.reported && claim.delayDays !== undefined
      ? [{ isSlow: edge.reach === "slow", truly: edge.delayDays, miss: Math.abs(claim.delayDays - edge.delayDays) }]
      : [],
  );
  return {
    ratios: {
      ...(diary.forecastsOnly ? nothingReported : reportRatios(diary, hits)),
      ...sizeRatios(hits),
      ...delayRatios(hits),
      ...loopRatios(diary),
      ...forecastRatios(diary),
      delayError: [late.reduce((sum, { miss }) => sum + miss, 0), late.length],
      converged: flag(diary.converged),
      seconds: [diary.milliseconds / 1000, 1],
    },
    medians: {
      delayErrorFast: late.filter(({ isSlow }) => !isSlow).map(({ miss }) => miss),
      delayErrorSlow: late.filter(({ isSlow }) => isSlow).map(({ miss, truly }) => miss / truly),
    },
  };
}

type Ratio = readonly [sum: number, count: number];

const nothing: Ratio = [0, 0];
const nothingReported = {
  anyReported: nothing,
  anyFalse: nothing,
  falsePerDiary: nothing,
  fdr: nothing,
  fdrNoPath: nothing,
  power: nothing,
  powerSkin: nothing,
  anyFalse10: nothing,
  fdr10: nothing,
  power10: nothing,
  auc: nothing,
  averagePrecision: nothing,
  signRight: nothing,
  direction: nothing,
  directionAxis: nothing,
};

function reportRatios(diary: ScoredDiary, hits: readonly Hit[]): typeof nothingReported {
  const { truth, claims, otherStrengths } = diary;
  const isTrue = (claim: Claim): boolean => Boolean(edgeOf(truth, claim.from, claim.to));
  const reported = claims.filter((claim) => claim.reported);
  const reported10 = claims.filter((claim) => claim.reported10);
  const wrong = reported.filter((claim) => !isTrue(claim));
  const wrong10 = reported10.filter((claim) => !isTrue(claim));
  const offPath = wrong.filter((claim) => !pathExists(truth, claim.from, claim.to));
  const found = hits.flatMap(({ edge, claim }) => (claim?.reported ? [{ edge, claim }] : []));
  const signed = found.filter(({ claim }) => claim.sign !== 0);
  const skin = hits.filter(({ edge }) => edge.to === "skin");
  const oneWay = reported.filter(
    ({ from, to }) => Boolean(edgeOf(truth, from, to)) !== Boolean(edgeOf(truth, to, from)),
  );
  const onAxis = reported.filter(
    ({ from, to }) => (from === "gut" && to === "skin") || (from === "skin" && to === "gut"),
  );
  const right = claims.filter(isTrue).map(({ strength }) => strength);
  const others = [...claims.filter((claim) => !isTrue(claim)).map(({ strength }) => strength), ...otherStrengths];
  const atTen = (ratio: Ratio): Ratio => (diary.hasTenPercentList ? ratio : nothing);
  return {
    anyReported: [reported.length > 0 ? 1 : 0, 1],
    anyFalse: [wrong.length > 0 ? 1 : 0, 1],
    falsePerDiary: [wrong.length, 1],
    fdr: [wrong.length, reported.length],
    fdrNoPath: [offPath.length, reported.length],
    power: [found.length, truth.length],
    powerSkin: [skin.filter(({ claim }) => claim?.reported).length, skin.length],
    anyFalse10: atTen([wrong10.length > 0 ? 1 : 0, 1]),
    fdr10: atTen([wrong10.length, reported10.length]),
    power10: atTen([reported10.length - wrong10.length, truth.length]),
    auc: areaUnderCurve(right, others),
    averagePrecision: truth.length === 0 ? nothing : [precisionSum(right, others) / truth.length, 1],
    signRight: [signed.filter(({ edge, claim }) => claim.sign === Math.sign(edge.effectPerUnit)).length, signed.length],
    direction: [oneWay.filter(isTrue).length, oneWay.length],
    directionAxis: [onAxis.filter(isTrue).length, onAxis.length],
  };
}

function sizeRatios(
  hits: readonly Hit[],
): Record<
  | "coverageAll"
  | "coverageReported"
  | "coverage80All"
  | "coverage80Reported"
  | "intervalWidth"
  | "estimateRatioAll"
  | "estimateRatioReported",
  Ratio
> {
  const sized = hits.flatMap(({ edge, claim }) => (claim?.effect ? [{ edge, claim, effect: claim.effect }] : []));
  const reported = sized.filter(({ claim }) => claim.reported);
  const share = (of: typeof sized, covers: (effect: SizedEffect, truth: number) => boolean): Ratio => [
    of.filter(({ effect, edge }) => covers(effect, edge.effectPerUnit)).length,
    of.length,
  ];
  const ratios = (of: readonly Hit[]): Ratio => {
    const known = of.flatMap(({ edge, claim }) => {
      const size = claim?.effect?.mean ?? claim?.estimate;
      return size === undefined || edge.effectPerUnit === 0 ? [] : [size / edge.effectPerUnit];
    });
    return [known.reduce((sum, ratio) => sum + ratio, 0), known.length];
  };
  const widths = sized.flatMap(({ edge, effect }) => {
    const inSd = edge.effectSd / edge.effectPerUnit; // outcome SDs per cause SD, for one natural unit
    return Number.isFinite(inSd) ? [(effect.high95 - effect.low95) * inSd] : [];
  });
  return {
    coverageAll: share(sized, covers95),
    coverageReported: share(reported, covers95),
    coverage80All: share(sized, covers80),
    coverage80Reported: share(reported, covers80),
    intervalWidth: [widths.reduce((sum, width) => sum + width, 0), widths.length],
    estimateRatioAll: ratios(hits),
    estimateRatioReported: ratios(hits.filter(({ claim }) => claim?.reported)),
  };
}

function covers95({ low95, high95 }: SizedEffect, truth: number): boolean {
  return low95 <= truth && truth <= high95;
}

/** By the method's own 80 % interval, or by the 95 % one shrunk as a normal law would. */
function covers80({ mean, low95, high95, low80, high80 }: SizedEffect, truth: number): boolean {
  const share = 1.281552 / 1.959964;
  const low = low80 ?? mean - share * (mean - low95);
  const high = high80 ?? mean + share * (high95 - mean);
  return low <= truth && truth <= high;
}

function delayRatios(
  hits: readonly Hit[],
): Record<"delayCoverage80" | "delayCoverageFast" | "delayCoverageSlow", Ratio> {
  const ranged = hits.flatMap(({ edge, claim }) =>
    claim?.reported && claim.delay80 ? [{ edge, range: claim.delay80 }] : [],
  );
  const share = (of: typeof ranged): Ratio => [
    of.filter(({ edge, range }) => range.low <= edge.delayDays && edge.delayDays <= range.high).length,
    of.length,
  ];
  return {
    delayCoverage80: share(ranged),
    delayCoverageFast: share(ranged.filter(({ edge }) => edge.reach !== "slow")),
    delayCoverageSlow: share(ranged.filter(({ edge }) => edge.reach === "slow")),
  };
}

/** The loop is there when a chain leads from gut to skin and another one back. */
function loopRatios({ truth, twoWay }: ScoredDiary): Record<"twoWayClaimed" | "twoWayFalse" | "twoWayRight", Ratio> {
  const isLoop = pathExists(truth, "gut", "skin") && pathExists(truth, "skin", "gut");
  const claimed = flag(twoWay);
  return {
    twoWayClaimed: claimed,
    twoWayFalse: isLoop ? nothing : claimed,
    twoWayRight: isLoop ? claimed : nothing,
  };
}

function forecastRatios({ forecasts }: ScoredDiary): Record<"crps7" | "crps14" | "forecastCoverage80", Ratio> {
  const sum = (read: (forecast: (typeof forecasts)[number]) => number): number =>
    forecasts.reduce((total, forecast) => total + read(forecast), 0);
  return {
    crps7: [sum(({ crps7 }) => crps7), forecasts.length],
    crps14: [sum(({ crps14 }) => crps14), forecasts.length],
    forecastCoverage80: [sum(({ pit }) => insideCentral80(pit)), sum(({ pit }) => pit.reduce((a, b) => a + b, 0))],
  };
}

function flag(answer: boolean | null): Ratio {
  return answer === null ? nothing : [answer ? 1 : 0, 1];
}

/** Pairs (true, other) that the strength puts in the right order, of all; ties count half. */
function areaUnderCurve(right: readonly number[], others: readonly number[]): Ratio {
  let wins = 0;
  for (const a of right) for (const b of others) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return [wins, right.length * others.length];
}

/** Sum over the true pairs of the precision at their rank; a tie counts as if the others of the same strength came first. */
function precisionSum(right: readonly number[], others: readonly number[]): number {
  const sorted = [...right].sort((a, b) => b - a);
  return sorted.reduce((sum, strength) => {
    const truly = sorted.filter((other) => other >= strength).length;
    return sum + truly / (truly + others.filter((other) => other >= strength).length);
  }, 0);
}

function claimOf(claims: readonly Claim[], edge: ScoredEdge): Claim | undefined {
  return claims.find((claim) => claim.from === edge.from && claim.to === edge.to);
}
