/**
 * Which questions can this diary be asked? The daily table becomes one regression problem per outcome.
 *
 * Outcomes: every gut, inflammation, skin, stress and sleep column with at least 14 recorded days that moves. Candidates of an outcome: all
 * levers (from lag 0) and all other outcomes (from lag 1), never a part of the outcome itself (tautology guard), never a copy of it.
 * A score about several days is an outcome only. Context columns always enter. Columns that cannot be used are named with the reason.
 */
import { err, ok, type Result } from "../base/result.ts";
import { outcomeRoles } from "../daily/table.ts";
import type { DailyColumn, DailyTable } from "../daily/table.ts";
import { withoutHeldCells } from "../daily/held-scores.ts";
import { isSideOf, withStoolSides } from "../daily/stool-sides.ts";
import { fillExposure, type FilledExposure } from "./exposure-fill.ts";
import { createPlainWork, type CreateLinearWork } from "./linear-work.ts";
import type { AxisError, AxisOptions, EdgePrior, OutcomeRestart, Unused } from "./posterior.ts";

/** Bayesian false-discovery rate of what is reported when nobody asks for another. Realised rates are lower, because few findings per diary make the rule strict. */
export const DEFAULT_FDR = 0.1;
/** Fewest recorded days of an outcome (a run-in of two weeks: people start diaries in a flare). */
export const MIN_OUTCOME_DAYS = 14;
/** Fewest recorded days of a candidate. */
export const MIN_CANDIDATE_DAYS = 8;

export interface Candidate {
  readonly column: DailyColumn;
  readonly filled: FilledExposure;
  /** 0 for levers, 1 for other outcomes: the arrow back is another edge. */
  readonly firstLag: 0 | 1;
}

export interface OutcomeProblem {
  readonly column: DailyColumn;
  /** The objective measure of the same thing, when the outcome is the person's report of it: always in, on the same day. */
  readonly beside: { readonly name: string; readonly filled: FilledExposure } | null;
  readonly candidates: readonly Candidate[];
}

export interface AxisProblem {
  /** The table as it is looked at: stool form as its two sides. */
  readonly table: DailyTable;
  readonly context: readonly FilledExposure[];
  readonly outcomes: readonly OutcomeProblem[];
  readonly unused: readonly Unused[];
  readonly options: ProblemOptions;
  /** Reading of the clock when the problem was made; 0 without a clock. */
  readonly startedAt: number;
}

/** Options with their defaults filled in. */
export interface ProblemOptions {
  readonly seed: number;
  readonly fdr: number;
  readonly chains: number;
  readonly sweeps: number;
  readonly priors: readonly EdgePrior[];
  readonly timeBudgetMilliseconds: number;
  readonly now: (() => number) | null;
  readonly missingOutcomes: "ignorable" | "worse-days";
  readonly missingShiftSd: number;
  readonly createWork: CreateLinearWork;
  readonly restart: readonly OutcomeRestart[];
}

/** Errors: `NoOutcome`, `DiaryTooShort`, `NoUsableOutcome`. */
export function prepareAxis(given: DailyTable, options: AxisOptions): Result<AxisProblem, AxisError> {
  const table = withStoolSides(withoutHeldCells(given));
  const outcomes = table.columns.filter((column) => outcomeRoles.includes(column.role));
  if (outcomes.length === 0) return err({ type: "NoOutcome" });
  if (table.dayCount < MIN_OUTCOME_DAYS)
    return err({ type: "DiaryTooShort", have: table.dayCount, need: MIN_OUTCOME_DAYS });

  const unused: Unused[] = [];
  const filledByName = new Map<string, FilledExposure>();
  for (const column of table.columns) {
    const filled = fillExposure(
      column.values,
      table.firstDayNumber,
      column.errorKind === "berkson" ? undefined : column.sds,
    );
    const outcome = outcomeRoles.includes(column.role);
    if (filled.recorded === 0) unused.push({ type: "ColumnEmpty", column: column.name });
    else if (isConstant(column.values, filled)) unused.push({ type: "ColumnConstant", column: column.name });
    else if (outcome && filled.recorded < MIN_OUTCOME_DAYS) {
      unused.push({ type: "TooFewDays", column: column.name, have: filled.recorded, need: MIN_OUTCOME_DAYS });
    } else if (!outcome && filled.recorded < MIN_CANDIDATE_DAYS) {
      unused.push({ type: "TooFewDays", column: column.name, have: filled.recorded, need: MIN_CANDIDATE_DAYS });
    } else filledByName.set(column.name, filled);
  }

  for (const { name, recallDays = 1 } of outcomes) {
    if (recallDays > 1 && filledByName.has(name)) unused.push({ type: "RecallIsNoCause", column: name, recallDays });
  }
  const problems: OutcomeProblem[] = [];
  for (const column of outcomes) {
    if (!filledByName.has(column.name)) continue;
    if (options.outcomes && !options.outcomes.some((name) => name === column.name || isSideOf(column.name, name)))
      continue;
    const candidates: Candidate[] = [];
    for (const other of table.columns) {
      const filled = filledByName.get(other.name);
      if (!filled || other.role === "context" || other.name === column.name || partOf(other, column)) continue;
      if (other.recallDays !== undefined && other.recallDays > 1 && other.role !== "lever") continue;
      // a report is no cause of what it reports, and what is measured stands beside its report
      if (other.reportOf === column.name || column.reportOf === other.name) continue;
      if (isCopy(other.values, column.values)) {
        unused.push({ type: "CopyOfOutcome", column: other.name, outcome: column.name });
        continue;
      }
      candidates.push({ column: other, filled, firstLag: other.role === "lever" ? 0 : 1 });
    }
    const objective = column.reportOf === undefined ? undefined : filledByName.get(column.reportOf);
    const beside =
      column.reportOf !== undefined && objective !== undefined ? { name: column.reportOf, filled: objective } : null;
    problems.push({ column, beside, candidates });
  }
  if (problems.length === 0) return err({ type: "NoUsableOutcome", unused });
  return ok({
    table,
    context: table.columns.flatMap((column) => {
      const filled = column.role === "context" ? filledByName.get(column.name) : undefined;
      return filled ? [filled] : [];
    }),
    outcomes: problems,
    unused,
    options: {
      seed: options.seed,
      fdr: options.fdr ?? DEFAULT_FDR,
      chains: options.chains ?? 4,
      sweeps: options.sweeps ?? 150,
      priors: options.priors ?? [],
      timeBudgetMilliseconds: options.timeBudgetMilliseconds ?? Infinity,
      now: options.now ?? null,
      missingOutcomes: options.missingOutcomes ?? "ignorable",
      missingShiftSd: options.missingShiftSd ?? 1,
      createWork: options.linearWork ?? createPlainWork,
      restart: options.restart ?? [],
    },
    startedAt: options.now?.() ?? 0,
  });
}

function isConstant(values: Float64Array, filled: FilledExposure): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (const x of values) {
    if (Number.isNaN(x)) continue;
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  // a spread that is lost in the rounding of the values carries nothing
  return (
    !(high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high))) || !(filled.sd > 0) || !Number.isFinite(filled.sd)
  );
}

function partOf(a: DailyColumn, b: DailyColumn): boolean {
  return (a.partOf?.includes(b.name) ?? false) || (b.partOf?.includes(a.name) ?? false);
}

/** True when the two agree to a correlation beyond .9999 on at least 8 shared days. */
function isCopy(a: Float64Array, b: Float64Array): boolean {
  let n = 0;
  let [sa, sb] = [0, 0];
  for (let t = 0; t < a.length; t++) {
    const [x, y] = [a[t], b[t]];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    n += 1;
    sa += x;
    sb += y;
  }
  if (n < 8) return false;
  let [aa, bb, ab] = [0, 0, 0];
  for (let t = 0; t < a.length; t++) {
    const [x, y] = [a[t] - sa / n, b[t] - sb / n];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  return aa > 0 && bb > 0 && (ab * ab) / aa > 0.9998 * bb;
}
