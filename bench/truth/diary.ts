/**
 * What is one made-up diary with a known answer?
 *
 * A `TruthDiary` holds what a method may see (`table`, or the same as CSV text and roles) and, apart from it, what is true: the edges
 * that made the diary, and the facts that only the oracle is told. Effects are per natural unit, sustained. The only thing shared with the
 * engine is the table's type: numbers, kernels, error laws and dynamics are drawn in this folder.
 */
import type { DailyTable } from "../../src/daily/table.ts";

export type Family = "null" | "main" | "hard" | "weak" | "short" | "two-way" | "missing";

export const families: readonly Family[] = ["null", "main", "hard", "weak", "short", "two-way", "missing"];

export interface TruthEdge {
  readonly from: string;
  readonly to: string;
  /** Change of the outcome for a sustained rise of one natural unit of the cause. */
  readonly effectPerUnit: number;
  /** The same in outcome SDs per within-person SD of the cause, as realised in this diary. */
  readonly effectSd: number;
  /** Mean of the true kernel, days. */
  readonly delayDays: number;
  /** Share of the effect that arrives `l` days later; sums to 1. */
  readonly kernel: readonly number[];
  /** Law of the kernel: "gamma", "triangle", "two-day box". */
  readonly law: string;
}

/** What the oracle is told and nobody else. */
export interface Secret {
  /** Complete values of every column, days of run-in before the first diary day first. */
  readonly complete: ReadonlyMap<string, Float64Array>;
  /** Days of run-in at the start of each complete column. */
  readonly runIn: number;
  /** For every ordered pair `from>to`: the kernel it has (true edges) or would have had (all other pairs). */
  readonly kernels: ReadonlyMap<string, readonly number[]>;
  /** Autocovariance of the error of each outcome, lags 0.., natural units squared. */
  readonly errorAutocovariance: ReadonlyMap<string, Float64Array>;
}

export interface TruthDiary {
  readonly family: Family;
  readonly seed: number;
  /** Which arm or setting of the family: "phi .85", "one-way". */
  readonly variant: string;
  readonly table: DailyTable;
  readonly truth: readonly TruthEdge[];
  readonly secret: Secret;
}

/** The key under which `Secret.kernels` holds a pair. */
export function pairKey(from: string, to: string): string {
  return `${from}>${to}`;
}

/** Outcome columns of the table, in order. */
export function outcomeNames(table: DailyTable): readonly string[] {
  return table.columns.filter((column) => column.role !== "lever" && column.role !== "context").map((c) => c.name);
}
