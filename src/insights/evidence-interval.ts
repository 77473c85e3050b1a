/**
 * What is drawn of one estimate: its interval, the line of no effect, and on which side better skin lies?
 *
 * Nothing is computed that the record does not hold. Ratios are drawn on a scale of doublings. Without limits nothing is drawn and
 * `null` is given: a dot without a whisker would look surer than it is.
 */
import { noEffectOf } from "../evidence/record-checks.ts";
import type { EvidenceRecord } from "../evidence/record.ts";

/** One estimate, ready to be drawn. */
export interface EvidenceInterval {
  readonly estimate: number;
  readonly lo: number;
  readonly hi: number;
  /** Where a new study would land, if the source says so. */
  readonly predictionLo: number | null;
  readonly predictionHi: number | null;
  /** Where nothing happens; null for a plain share. */
  readonly noEffect: number | null;
  /** True: doublings are equally long. */
  readonly isRatio: boolean;
  /** On which side of no effect the good news lies; null when it is not a matter of better or worse. */
  readonly better: "left" | "right" | null;
  /** The picture as one sentence. */
  readonly sentence: string;
}

/** The interval of a record, or null when the source gave no limits. */
export function evidenceInterval({ effect }: EvidenceRecord): EvidenceInterval | null {
  const { measure, estimate, lo, hi, predictionLo, predictionHi, betterIs } = effect;
  if (estimate === null || lo === null || hi === null) return null;
  const noEffect = noEffectOf(measure);
  const better = noEffect === null ? null : betterIs === "lower" ? "left" : betterIs === "higher" ? "right" : null;
  return {
    estimate,
    lo,
    hi,
    predictionLo: predictionLo ?? null,
    predictionHi: predictionHi ?? null,
    noEffect,
    isRatio: noEffect === 1,
    better,
    sentence: sentenceOf(estimate, [lo, hi], noEffect),
  };
}

function sentenceOf(estimate: number, [lo, hi]: readonly [number, number], noEffect: number | null): string {
  const start = `Estimate ${String(estimate)}, 95 % interval from ${String(lo)} to ${String(hi)}.`;
  if (noEffect === null) return start;
  const where =
    lo < noEffect && hi > noEffect
      ? "lies inside the interval"
      : lo === noEffect || hi === noEffect
        ? "lies at the edge of the interval"
        : "lies outside the interval";
  return `${start} No effect (${String(noEffect)}) ${where}.`;
}
