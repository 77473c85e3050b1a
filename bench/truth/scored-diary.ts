/**
 * What is kept of one method's answer on one diary?
 *
 * Everything that scoring needs and no more, so that a full run of some 70,000 answers fits on a disk and can be scored again: true pairs and reported
 * pairs in full, of all other pairs only the strength; forecasts as their scores. Edges from context columns are cut from the truth (always adjusted
 * for: neither finding nor missing them counts).
 */
import { scoreForecasts, type OutcomeForecastScore } from "./forecast-score.ts";
import type { Family, TruthDiary, TruthEdge } from "./diary.ts";
import type { Claim, Method, MethodAnswer } from "./method.ts";

export type ScoredEdge = Omit<TruthEdge, "kernel">;

export interface ScoredDiary {
  readonly family: Family;
  readonly seed: number;
  readonly variant: string;
  readonly days: number;
  readonly method: string;
  readonly milliseconds: number;
  /** Edges into the outcomes that were looked at. */
  readonly truth: readonly ScoredEdge[];
  /** True pairs, and all that were reported at a nominal 5 or 10 %. */
  readonly claims: readonly Claim[];
  /** Strengths of all other pairs: not true, not reported. */
  readonly otherStrengths: readonly number[];
  /** Whether the method has a list for a nominal FDR of 10 % too. */
  readonly hasTenPercentList: boolean;
  readonly twoWay: boolean | null;
  readonly converged: boolean | null;
  /** Says nothing about causes. */
  readonly forecastsOnly: boolean;
  readonly forecasts: readonly OutcomeForecastScore[];
}

/** Keeps of a diary and its answer what scoring needs; truth is cut to the outcomes that were looked at. */
export function scoredDiary(
  diary: TruthDiary,
  outcomes: readonly string[],
  method: Pick<Method, "name" | "forecastsOnly">,
  answer: MethodAnswer,
  milliseconds: number,
): ScoredDiary {
  const truth = diary.truth.filter((edge) => outcomes.includes(edge.to) && edge.fromContext !== true);
  const isContext = new Set(diary.table.columns.flatMap(({ role, name }) => (role === "context" ? [name] : [])));
  const claims = answer.claims.filter((claim) => !isContext.has(claim.from));
  const matters = (claim: Claim): boolean =>
    claim.reported || claim.reported10 === true || Boolean(edgeOf(truth, claim.from, claim.to));
  return {
    family: diary.family,
    seed: diary.seed,
    variant: diary.variant,
    days: diary.table.dayCount,
    method: method.name,
    milliseconds,
    truth: truth.map(({ kernel: _kernel, ...edge }) => edge),
    claims: claims.filter(matters),
    otherStrengths: claims.filter((claim) => !matters(claim)).map(({ strength }) => strength),
    hasTenPercentList: claims.some((claim) => claim.reported10 !== undefined),
    twoWay: answer.twoWay ?? null,
    converged: answer.converged ?? null,
    forecastsOnly: method.forecastsOnly ?? false,
    forecasts: scoreForecasts(answer.forecasts ?? [], diary.future, diary.table),
  };
}

/** The true edge of this pair, if there is one. */
export function edgeOf(truth: readonly ScoredEdge[], from: string, to: string): ScoredEdge | undefined {
  return truth.find((edge) => edge.from === from && edge.to === to);
}

/** Whether a directed chain of true edges leads from one column to the other. */
export function pathExists(truth: readonly ScoredEdge[], from: string, to: string): boolean {
  const reached = new Set<string>();
  let border = [from];
  while (border.length > 0) {
    const next = border.flatMap((name) => truth.filter((edge) => edge.from === name).map((edge) => edge.to));
    border = next.filter((name) => !reached.has(name));
    for (const name of border) reached.add(name);
  }
  return reached.has(to);
}
