/**
 * From weighted draws to what is said of one edge: probability, size, delay, curve, and what the diary could have shown.
 *
 * Detectable effect (derived): an effect shows when its log Bayes factor lifts prior odds to PIP .95, that is z^2 / 2 = logit(.95) - logit(prior)
 * + log(spread of the kernel prior) + 1/2 log(1 + slab / SE^2); with probability .8 the estimate reaches it when beta = (z + .84) SE.
 * SE shrinks with 1 / sqrt(days), which gives the further days needed.
 */
import { log } from "../numeric/elementary.ts";
import { quantileOf, quantileWithZeroAtom, shareBelow, weightedSample } from "../numeric/weighted-quantile.ts";
import { priorOdds } from "./inclusion-prior.ts";
import { inclusionOf, type Collected } from "./collect.ts";
import type { Design } from "./design.ts";
import { DAILY_LAGS, dailyWeights, LAG_DAYS, LAGS, REACH_DAYS } from "./kernels.ts";
import type { CurvePoint, DelayPosterior, EdgeCaution, EdgePosterior, Interval95 } from "./posterior.ts";
import type { Candidate, OutcomeProblem } from "./problem.ts";

/** z of the 80 % point: power of "would show". */
const POWER_Z = 0.8416212335729142;
const LOGIT_95 = 2.9444389791664403;
/** A real kernel is near about a tenth of the kernel prior. */
const KERNEL_SPREAD = 2.302585092994046;
const TEN_YEARS = 3653;
/** Draws with completed causes from which on they speak for the effect, instead of the weighted draws at conditional means. */
const ENOUGH_REFINED = 200;
/** Fraction of a bounded scale that matters: 1 point of 0-10; else half an SD. */
const IMPORTANT_SHARE = 0.1;

/** Mean delays beyond this are called slow, days. */
const SLOW_FROM = 14;

/** `reported` and FDR are set later, over all outcomes. `priorSd`: prior SD of the coefficient given in, outcome SDs per cause SD. */
export function summariseEdge(
  outcome: OutcomeProblem,
  candidate: Candidate,
  design: Design,
  collected: Collected,
  j: number,
  priorSd: number,
  cautions: readonly EdgeCaution[],
): EdgePosterior {
  const weights = Float64Array.from(collected.chains.flatMap((chain) => chain.inclusion[j]));
  const unit = design.reading.sd / candidate.filled.sd;
  const refined = collected.refined[j].length >= ENOUGH_REFINED;
  const draws = refined ? collected.refined[j] : collected.chains.flatMap((chain) => chain.beta[j]);
  const betas = Float64Array.from(draws, (b) => b * unit);
  const betaWeights = refined ? new Float64Array(draws.length).fill(1) : weights;
  const sample = weightedSample(betas, betaWeights);
  const delays = weightedSample(Float64Array.from(collected.chains.flatMap((chain) => chain.delay[j])), weights);
  const { mean: probability } = inclusionOf(collected, j);

  const mean = weightedMean(betas, betaWeights);
  const ifReal = { mean, low95: quantileOf(sample, 0.025), high95: quantileOf(sample, 0.975) };
  const { important, perUnit } = smallestOfInterest(outcome, candidate, design);
  const se = meanResolution(collected, j) * unit || NaN;
  const kinds = outcome.candidates.map((other) => other.firstLag);
  const priorLogOdds = log(priorOdds(kinds, [], j));
  const slabSe = design.reading.sd * 0.4;
  const seSustained = se * candidate.filled.sd;
  const z = Math.sqrt(
    2 * (LOGIT_95 - priorLogOdds + KERNEL_SPREAD + 0.5 * log(1 + (slabSe * slabSe) / (seSustained * seSustained))),
  );
  const detectable = (z + POWER_Z) * se;
  const negligible = 1 - probability + probability * (shareBelow(sample, perUnit) - shareBelow(sample, -perUnit));
  return {
    from: candidate.column.name,
    to: outcome.column.name,
    fromRole: candidate.column.role,
    toRole: outcome.column.role,
    inclusionProbability: probability,
    reported: false,
    averaged: {
      mean: probability * mean,
      low95: quantileWithZeroAtom(sample, probability, 0.025),
      high95: quantileWithZeroAtom(sample, probability, 0.975),
    },
    ifReal,
    probabilityPositive: 1 - shareBelow(sample, 0),
    delay: delayOf(delays, candidate.firstLag),
    curve: curveOf(collected, j, unit),
    varianceShare: varianceShare(collected, candidate, j),
    detectableEffect: detectable,
    probabilityNegligible: negligible,
    smallestEffectOfInterest: perUnit,
    furtherDaysNeeded: furtherDays(design.recordedDays, outcome.column.values.length, detectable, perUnit),
    causeSd: candidate.filled.sd,
    slowProbability: 1 - shareBelow(delays, SLOW_FROM),
    contraction: contractionOf(betas, betaWeights, mean, unit, priorSd),
    reliability: candidate.filled.reliability,
    ifEntriesExact: candidate.filled.reliability < 1 ? scaled(ifReal, candidate.filled.reliability) : null,
    dataAlone: null,
    cautions: important > 0 ? cautions : [],
  };
}

/**
 * Mean delay with its 80 % interval. Real kernels are none of ours, so that the sampled delays are too sure of themselves: a misfit of .1 day, or 4 % of a
 * late delay, is added to either side (development diaries: 63 of 100 true delays inside without it, 80 with it).
 */
function delayOf(delays: ReturnType<typeof weightedSample>, firstLag: number): DelayPosterior {
  const mean = weightedMean(delays.values, differences(delays.cumulative));
  const misfit = Z80 * Math.max(SHAPE_MISFIT_DAYS, SHAPE_MISFIT_SHARE * mean);
  const side = (width: number): number => Math.sqrt(width * width + misfit * misfit);
  return {
    mean,
    low80: Math.max(firstLag, mean - side(mean - quantileOf(delays, 0.1))),
    high80: mean + side(quantileOf(delays, 0.9) - mean),
  };
}

const Z80 = 1.2815515655446008;
const SHAPE_MISFIT_DAYS = 0.1;
const SHAPE_MISFIT_SHARE = 0.04;

/** Smallest change of the outcome that matters, and the effect per unit of the cause that brings it when the cause goes from one SD below to one SD above usual. */
function smallestOfInterest(
  outcome: OutcomeProblem,
  candidate: Candidate,
  design: Design,
): { important: number; perUnit: number } {
  const { min, max } = outcome.column;
  const bounded = min !== undefined && max !== undefined && max > min;
  const important = bounded ? IMPORTANT_SHARE * (max - min) : 0.5 * design.reading.sd;
  return { important, perUnit: important / (2 * candidate.filled.sd) };
}

/** Days still to come at the present rate of recording; null beyond ten years. */
function furtherDays(recorded: number, elapsed: number, detectable: number, wanted: number): number | null {
  if (!(detectable > 0) || !(wanted > 0)) return null;
  const ratio = detectable / wanted;
  const needed = recorded * ratio * ratio - recorded;
  if (needed <= 0) return 0;
  const days = Math.ceil((needed * elapsed) / recorded);
  return days <= TEN_YEARS ? days : null;
}

function meanResolution(collected: Collected, j: number): number {
  let sum = 0;
  let count = 0;
  for (const chain of collected.chains) {
    sum += chain.resolution[j];
    count += chain.logMarginal.length;
  }
  return sum / count;
}

function curveOf(collected: Collected, j: number, unit: number): CurvePoint[] {
  const weight = Math.max(collected.weight[j], 1e-300);
  const points: CurvePoint[] = [];
  let sustained = 0;
  for (let lag = 0; lag < LAGS; lag++) {
    const mean = collected.pulseSum[j * LAGS + lag] / weight;
    const square = collected.pulseSquare[j * LAGS + lag] / weight;
    const spread = Z80 * Math.sqrt(Math.max(0, square - mean * mean));
    // a week's column holds the effect of seven days
    const days = lag < DAILY_LAGS ? 1 : 7;
    sustained += mean;
    points.push({
      day: LAG_DAYS[lag],
      pulseMean: (mean * unit) / days,
      pulseLow80: ((mean - spread) * unit) / days,
      pulseHigh80: ((mean + spread) * unit) / days,
      sustainedMean: sustained * unit,
    });
  }
  return points;
}

/** E[(sum_l k_l beta x_{t-l})^2] for an AR(1) cause, in outcome variances (both standardised), from the mean pulse curve. */
function varianceShare(collected: Collected, candidate: Candidate, j: number): number {
  const weight = Math.max(collected.weight[j], 1e-300);
  const pulse = dailyWeights(collected.pulseSum.subarray(j * LAGS, (j + 1) * LAGS));
  let sum = 0;
  for (let a = 0; a < REACH_DAYS; a++) {
    let power = 1;
    for (let b = a; b < REACH_DAYS && power > 1e-6; b++) {
      sum += (a === b ? 1 : 2) * pulse[a] * pulse[b] * power;
      power *= candidate.filled.rho;
    }
  }
  return Math.min(1, Math.max(0, sum / (weight * weight)));
}

/** 1 - posterior / prior variance, both in outcome SDs per cause SD; 0 at least. */
function contractionOf(
  betas: Float64Array,
  weights: Float64Array,
  mean: number,
  unit: number,
  priorSd: number,
): number {
  let square = 0;
  let total = 0;
  for (let i = 0; i < betas.length; i++) {
    square += weights[i] * (betas[i] - mean) * (betas[i] - mean);
    total += weights[i];
  }
  const ratio = square / total / (unit * unit * priorSd * priorSd);
  return Math.min(1, Math.max(0, 1 - ratio));
}

function scaled(interval: Interval95, factor: number): Interval95 {
  return { mean: interval.mean * factor, low95: interval.low95 * factor, high95: interval.high95 * factor };
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    sum += weights[i] * values[i];
    total += weights[i];
  }
  return sum / total;
}

function differences(cumulative: Float64Array): Float64Array {
  return cumulative.map((value, i) => (i === 0 ? value : value - cumulative[i - 1]));
}
