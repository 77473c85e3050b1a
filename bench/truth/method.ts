/**
 * What must a method answer to be scored?
 *
 * One `Claim` for every ordered pair it looked at: does it report the pair, how strongly, and where it can, how much and how late. A method gets
 * the diary and the outcomes to look at; only the oracle may open `diary.secret`.
 */
import type { TruthDiary } from "./diary.ts";

export interface Claim {
  readonly from: string;
  readonly to: string;
  /** 0-1, higher = surer: an inclusion probability, or 1 - p. Only its order is used. */
  readonly strength: number;
  readonly reported: boolean;
  /** Sign of the claimed effect: -1, 0 (not said), 1. */
  readonly sign: number;
  /** Sustained effect per natural unit with its 95 % interval, given that it is real. */
  readonly effect?: { readonly mean: number; readonly low95: number; readonly high95: number };
  /** The same, existence included. */
  readonly averaged?: { readonly low95: number; readonly high95: number };
  readonly delayDays?: number;
  readonly delay80?: { readonly low: number; readonly high: number };
}

export interface MethodAnswer {
  readonly claims: readonly Claim[];
  /** Set by methods that answer it: the loop gut -> skin -> gut is claimed. */
  readonly twoWay?: boolean;
  /** False when the method's own diagnostics say so. */
  readonly converged?: boolean;
}

export interface Method {
  readonly name: string;
  /** One line: what the rule is. */
  readonly rule: string;
  readonly answer: (diary: TruthDiary, outcomes: readonly string[]) => MethodAnswer;
}

/** A pair with a p-value, before a rule decides what is reported. */
export interface TestedPair {
  readonly from: string;
  readonly to: string;
  readonly p: number;
  readonly sign: number;
  readonly effect?: { readonly mean: number; readonly low95: number; readonly high95: number };
  readonly delayDays?: number;
}

/** Reports p < alpha without any correction. */
export function reportBelow(pairs: readonly TestedPair[], alpha: number): readonly Claim[] {
  return pairs.map(({ p, ...rest }) => ({ ...rest, strength: 1 - p, reported: p < alpha }));
}

/** Reports by Benjamini & Hochberg (1995) over all pairs of all outcomes at false-discovery rate `fdr`. */
export function reportByBenjaminiHochberg(pairs: readonly TestedPair[], fdr: number): readonly Claim[] {
  const sorted = pairs.map((pair) => pair.p).sort((a, b) => a - b);
  let threshold = -1;
  sorted.forEach((p, index) => {
    if (p <= (fdr * (index + 1)) / sorted.length) threshold = p;
  });
  return pairs.map(({ p, ...rest }) => ({ ...rest, strength: 1 - p, reported: p <= threshold }));
}
