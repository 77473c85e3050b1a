/**
 * What do the records of one arm say together?
 */
import type { Arm } from "./arm.ts";
import { quantities, type Quantity, type SbcRecord } from "./examine.ts";
import { reliabilityOf, type Reliability } from "./reliability.ts";
import { uniformityOf, type Uniformity } from "./uniformity.ts";

/** A count of successes. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface ArmSummary {
  readonly arm: Arm;
  readonly diaries: number;
  readonly secondsPerDiary: number;
  /** Quantities that were ranked in this arm. */
  readonly ranks: readonly { readonly quantity: Quantity; readonly uniformity: Uniformity }[];
  readonly reliability: Reliability;
  /** Reported 95 % if-real intervals that hold the truth: of all real causes, and of those with probability above one half. */
  readonly coverage: Share;
  readonly coverageLikely: Share;
  /** Regression of the true persistence on its posterior mean: 1 and 0 when the means are right. */
  readonly persistence: {
    readonly slope: number;
    readonly slopeError: number;
    readonly bias: number;
    readonly biasError: number;
  };
  /** A wandering level: how often real, how often expected. */
  readonly level: { readonly real: number; readonly expected: number; readonly excess: number };
  readonly converged: Share;
  readonly heavy: Share;
  readonly lawInView: Share;
  readonly otherTransform: Share;
  readonly largestGap: number;
}

/** `records`: at least two, all of this arm. */
export function summariseArm(arm: Arm, records: readonly SbcRecord[]): ArmSummary {
  const effects = records.flatMap((record) => record.effects);
  const likely = effects.filter((effect) => effect.probability > 0.5);
  const share = (holds: (record: SbcRecord) => boolean): Share => ({
    count: records.filter(holds).length,
    of: records.length,
  });
  return {
    arm,
    diaries: records.length,
    secondsPerDiary: meanOf(records.map((record) => record.seconds)),
    ranks: quantities.flatMap((quantity) => {
      const places = placesOf(records, quantity);
      return places.length < 20 ? [] : [{ quantity, uniformity: uniformityOf(places) }];
    }),
    reliability: reliabilityOf(records.map((record) => record.inclusion)),
    coverage: { count: effects.filter((effect) => effect.inside).length, of: effects.length },
    coverageLikely: { count: likely.filter((effect) => effect.inside).length, of: likely.length },
    persistence: persistenceOf(records),
    level: levelOf(records),
    converged: share((record) => record.facts.converged),
    heavy: share((record) => record.facts.heavy),
    lawInView: share((record) => record.facts.lawInView),
    otherTransform: share((record) => record.facts.transform !== "identity"),
    largestGap: Math.max(...records.map((record) => record.facts.probabilityGap)),
  };
}

/** All places of one quantity. */
export function placesOf(records: readonly SbcRecord[], quantity: Quantity): readonly number[] {
  return records.flatMap((record) => record.places.flatMap((one) => (one.quantity === quantity ? [one.place] : [])));
}

function persistenceOf(records: readonly SbcRecord[]): ArmSummary["persistence"] {
  const n = records.length;
  const x = records.map((record) => record.persistence.mean);
  const y = records.map((record) => record.persistence.truth);
  const [mx, my] = [meanOf(x), meanOf(y)];
  const xx = x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
  const slope = x.reduce((sum, value, i) => sum + (value - mx) * (y[i] - my), 0) / xx;
  const rest = y.reduce((sum, value, i) => sum + (value - my - slope * (x[i] - mx)) ** 2, 0) / Math.max(1, n - 2);
  const gaps = x.map((value, i) => value - y[i]);
  const bias = meanOf(gaps);
  const spread = gaps.reduce((sum, gap) => sum + (gap - bias) ** 2, 0) / Math.max(1, n - 1);
  return { slope, slopeError: Math.sqrt(rest / xx), bias, biasError: Math.sqrt(spread / n) };
}

function levelOf(records: readonly SbcRecord[]): ArmSummary["level"] {
  const real = records.filter((record) => record.level.real).length;
  const stated = records.map((record) => record.level.probability);
  const expected = stated.reduce((sum, p) => sum + p, 0);
  const variance = stated.reduce((sum, p) => sum + p * (1 - p), 0);
  return { real, expected, excess: (real - expected) / Math.sqrt(Math.max(variance, 1e-9)) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
