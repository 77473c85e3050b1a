/**
 * What must a method answer to be scored?
 *
 * One `Claim` for every ordered pair it looked at: does it report the pair, how strongly, and where it can, how much and how late; and, where it
 * can, forecasts of the two weeks after the diary. A method gets the diary and the outcomes to look at; only the oracle may open `diary.secret`,
 * and nobody but the scorer opens `diary.truth` and `diary.future`.
 */
import type { TruthDiary } from "./diary.ts";

export interface SizedEffect {
  readonly mean: number;
  readonly low95: number;
  readonly high95: number;
  /** Absent: the scorer shrinks the 95 % interval towards the mean as a normal law would. */
  readonly low80?: number;
  readonly high80?: number;
}

export interface Claim {
  readonly from: string;
  readonly to: string;
  /** 0-1, higher = surer: an inclusion probability, or 1 - p. Only its order is used (and its value in the reliability curve). */
  readonly strength: number;
  /** Reported by the method's own rule (at a nominal FDR of 5 % where it has one). */
  readonly reported: boolean;
  /** Reported at a nominal FDR of 10 %; absent: the method has no such knob. */
  readonly reported10?: boolean;
  /** Sign of the claimed effect: -1, 0 (not said), 1. */
  readonly sign: number;
  /** Sustained effect per natural unit with its 95 % interval, given that it is real. */
  readonly effect?: SizedEffect;
  /** Sustained effect per natural unit of a method that gives no interval. */
  readonly estimate?: number;
  /** The same as `effect`, existence included. */
  readonly averaged?: { readonly low95: number; readonly high95: number };
  readonly delayDays?: number;
  readonly delay80?: { readonly low: number; readonly high: number };
}

/** The levels of `Forecast.quantiles`: .05, .10, ... .95. */
export const quantileLevels: readonly number[] = Array.from({ length: 19 }, (_, index) => (index + 1) / 20);

/** What the person will record `horizonDays` (1-14) after the last day of the diary. */
export interface Forecast {
  readonly outcome: string;
  readonly horizonDays: number;
  readonly mean: number;
  /** 19 values, at `quantileLevels`. */
  readonly quantiles: readonly number[];
}

export interface MethodAnswer {
  readonly claims: readonly Claim[];
  /** Set by methods that answer it: the loop gut -> skin -> gut is claimed. */
  readonly twoWay?: boolean;
  /** False when the method's own diagnostics say so. */
  readonly converged?: boolean;
  readonly forecasts?: readonly Forecast[];
}

export interface Method {
  readonly name: string;
  /** One line: what the rule is. */
  readonly rule: string;
  /** True of the forecasting baselines: they say nothing about causes, and their claims are not scored. */
  readonly forecastsOnly?: boolean;
  readonly answer: (diary: TruthDiary, outcomes: readonly string[]) => MethodAnswer;
}

/** A pair with a p-value, before a rule decides what is reported. */
export interface TestedPair {
  readonly from: string;
  readonly to: string;
  readonly p: number;
  readonly sign: number;
  readonly effect?: SizedEffect;
  readonly estimate?: number;
  readonly delayDays?: number;
}

/** Reports p < alpha without any correction. */
export function reportBelow(pairs: readonly TestedPair[], alpha: number): readonly Claim[] {
  return pairs.map(({ p, ...rest }) => ({ ...rest, strength: 1 - p, reported: p < alpha }));
}

/** Reports by Benjamini & Hochberg (1995) over all pairs of all outcomes at false-discovery rate `fdr`, and notes what 10 % would report. */
export function reportByBenjaminiHochberg(pairs: readonly TestedPair[], fdr: number): readonly Claim[] {
  const p = pairs.map((pair) => pair.p);
  const threshold = benjaminiHochberg(p, fdr);
  const threshold10 = benjaminiHochberg(p, 0.1);
  return pairs.map(({ p: own, ...rest }) => ({
    ...rest,
    strength: 1 - own,
    reported: own <= threshold,
    reported10: own <= threshold10,
  }));
}

/** The largest p that is reported, -1 when none is. */
export function benjaminiHochberg(p: readonly number[], fdr: number): number {
  const sorted = [...p].sort((a, b) => a - b);
  let threshold = -1;
  sorted.forEach((value, index) => {
    if (value <= (fdr * (index + 1)) / sorted.length) threshold = value;
  });
  return threshold;
}

/** The smallest inclusion probability of the largest set whose mean (1 - probability) is at most `fdr`; 2 when there is none. */
export function bayesianThreshold(probabilities: readonly number[], fdr: number): number {
  const sorted = [...probabilities].sort((a, b) => b - a);
  let [sum, threshold] = [0, 2];
  sorted.forEach((value, index) => {
    sum += 1 - value;
    if (sum <= fdr * (index + 1)) threshold = value;
  });
  return threshold;
}
