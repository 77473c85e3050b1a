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
import { LAGS } from "./kernels.ts";
import type { CurvePoint, EdgeCaution, EdgePosterior } from "./posterior.ts";
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

/** `reported` and FDR are set later, over all outcomes. */
export function summariseEdge(
  outcome: OutcomeProblem,
  candidate: Candidate,
  design: Design,
  collected: Collected,
  j: number,
  cautions: readonly EdgeCaution[],
): EdgePosterior {
  const weights = Float64Array.from(collected.chains.flatMap((chain) => chain.inclusion[j]));
  const unit = design.outcomeSd / candidate.filled.sd;
  const refined = collected.refined[j].length >= ENOUGH_REFINED;
  const draws = refined ? collected.refined[j] : collected.chains.flatMap((chain) => chain.beta[j]);
  const betas = Float64Array.from(draws, (b) => b * unit);
  const betaWeights = refined ? new Float64Array(draws.length).fill(1) : weights;
  const sample = weightedSample(betas, betaWeights);
  const delays = weightedSample(Float64Array.from(collected.chains.flatMap((chain) => chain.delay[j])), weights);
  const { mean: probability } = inclusionOf(collected, j);

  const mean = weightedMean(betas, betaWeights);
  const { important, perUnit } = smallestOfInterest(outcome, candidate, design);
  const se = meanResolution(collected, j) * unit || NaN;
  const kinds = outcome.candidates.map((other) => other.firstLag);
  const priorLogOdds = log(priorOdds(kinds, [], j));
  const slabSe = design.outcomeSd * 0.4;
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
    ifReal: { mean, low95: quantileOf(sample, 0.025), high95: quantileOf(sample, 0.975) },
    probabilityPositive: 1 - shareBelow(sample, 0),
    delay: {
      mean: weightedMean(delays.values, differences(delays.cumulative)),
      low80: quantileOf(delays, 0.1),
      high80: quantileOf(delays, 0.9),
    },
    curve: curveOf(collected, j, unit),
    varianceShare: varianceShare(collected, candidate, j),
    detectableEffect: detectable,
    probabilityNegligible: negligible,
    smallestEffectOfInterest: perUnit,
    furtherDaysNeeded: furtherDays(design.days.length, outcome.column.values.length, detectable, perUnit),
    causeSd: candidate.filled.sd,
    cautions: important > 0 ? cautions : [],
  };
}

/** Smallest change of the outcome that matters, and the effect per unit of the cause that brings it when the cause goes from one SD below to one SD above usual. */
function smallestOfInterest(
  outcome: OutcomeProblem,
  candidate: Candidate,
  design: Design,
): { important: number; perUnit: number } {
  const { min, max } = outcome.column;
  const bounded = min !== undefined && max !== undefined && max > min;
  const important = bounded ? IMPORTANT_SHARE * (max - min) : 0.5 * design.outcomeSd;
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
    const spread = 1.2815515655446008 * Math.sqrt(Math.max(0, square - mean * mean));
    sustained += mean;
    points.push({
      day: lag,
      pulseMean: mean * unit,
      pulseLow80: (mean - spread) * unit,
      pulseHigh80: (mean + spread) * unit,
      sustainedMean: sustained * unit,
    });
  }
  return points;
}

/** E[(sum_l k_l beta x_{t-l})^2] for an AR(1) cause, in outcome variances (both standardised), from the mean pulse curve. */
function varianceShare(collected: Collected, candidate: Candidate, j: number): number {
  const weight = Math.max(collected.weight[j], 1e-300);
  let sum = 0;
  for (let a = 0; a < LAGS; a++) {
    let power = 1;
    const pa = collected.pulseSum[j * LAGS + a] / weight;
    for (let b = a; b < LAGS; b++) {
      const pb = collected.pulseSum[j * LAGS + b] / weight;
      sum += (a === b ? 1 : 2) * pa * pb * power;
      power *= candidate.filled.rho;
    }
  }
  return Math.min(1, Math.max(0, sum));
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
