/**
 * What is one made-up diary with a known answer?
 *
 * A `TruthDiary` holds what a method may see (`table`, or the same as CSV text and roles) and, apart from it, what is true: the edges
 * that made the diary, and the facts that only the oracle is told. Effects are per natural unit, sustained. The only thing shared with the
 * engine is the table's type: numbers, kernels, error laws and dynamics are drawn in this folder.
 */
import type { DailyTable } from "../../src/daily/table.ts";

/** The families whose diaries are lived by simulate.ts; their bytes are pinned by a test, so that old figures stay comparable. */
export type ClassicFamily = "null" | "main" | "hard" | "weak" | "short" | "two-way" | "missing";

/** The families of worlds/: what they add is said at the head of each file there. */
export type WorldFamily =
  | "long"
  | "slow"
  | "confounded"
  | "correlated"
  | "ends"
  | "shocks"
  | "nonlinear"
  | "changing"
  | "rare"
  | "mechanistic"
  | "var"
  | "imprecise";

export type Family = ClassicFamily | WorldFamily;

export const families: readonly Family[] = [
  "null",
  "main",
  "hard",
  "weak",
  "short",
  "long",
  "slow",
  "two-way",
  "confounded",
  "correlated",
  "ends",
  "missing",
  "shocks",
  "nonlinear",
  "changing",
  "rare",
  "mechanistic",
  "var",
  "imprecise",
];

export interface TruthEdge {
  readonly from: string;
  readonly to: string;
  /**
   * Change of the outcome, as recorded, for a sustained rise of one natural unit of the exact cause, all other columns held. Where it is not the
   * same on every day (bent doses, changing effects, floors, the mechanistic system): its average over the diary, by least-squares projection or by
   * intervening in the simulator.
   */
  readonly effectPerUnit: number;
  /** The same in outcome SDs per within-person SD of the cause, as realised in this diary. */
  readonly effectSd: number;
  /** Mean of the true kernel, days. */
  readonly delayDays: number;
  /** Share of the effect that arrives `l` days later; sums to 1. */
  readonly kernel: readonly number[];
  /** Law of the kernel: "gamma", "triangle", "two-day box". */
  readonly law: string;
  /** "slow" = mean delay above 10 days. Absent = fast. */
  readonly reach?: "fast" | "slow";
  /** False where no linear model with one fixed effect and delay is right (nonlinear, changing, mechanistic). Absent = true. */
  readonly wellSpecified?: boolean;
  /** True when the cause is a context column (season, antibiotic): always adjusted for, so neither finding nor missing it counts. Absent = false. */
  readonly fromContext?: boolean;
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
  /** White error variance of each day that comes on top of it (heavy tails: told day by day). Run-in first, as are the following two. */
  readonly dayVariance?: ReadonlyMap<string, Float64Array>;
  /** What else moved each outcome, up to a factor per column (season, flares, the hidden confounder). */
  readonly nuisance?: ReadonlyMap<string, readonly Float64Array[]>;
  /** For pairs whose effect is bent or changes: what the effect per unit multiplies on each day, kernel included. */
  readonly regressors?: ReadonlyMap<string, Float64Array>;
}

export interface TruthDiary {
  readonly family: Family;
  readonly seed: number;
  /** Which arm or setting of the family: "phi .85", "one-way". */
  readonly variant: string;
  readonly table: DailyTable;
  readonly truth: readonly TruthEdge[];
  /** The 14 days after the diary of every outcome column as the person would have recorded them; nothing missing. */
  readonly future: ReadonlyMap<string, Float64Array>;
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
