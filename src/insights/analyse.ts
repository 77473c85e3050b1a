/**
 * How does a daily table become the answer, step by step, so that a front door can show progress and stop?
 *
 * Drives the engine's generator and words its posterior. Every `next()` does a bounded piece of work; a caller that stops asking
 * stops the computation. Nothing is awaited here: workers and timers belong to the front doors.
 */
import { ok, type Result } from "../base/result.ts";
import type { DailyTable } from "../daily/table.ts";
import { axisSteps, previewAxis } from "../engine/fit-axis.ts";
import type { AxisError, AxisOptions, AxisProgress } from "../engine/posterior.ts";
import { DEFAULT_FDR } from "../engine/problem.ts";
import { hasUnreadEmergency, type SafetyAnswer } from "../evidence/safety.ts";
import type { DiaryFact } from "../importers/contract.ts";
import type { AnalysisDocument } from "./analysis-document.ts";
import { toDocument } from "./to-document.ts";
import { withheldDocument } from "./withheld-document.ts";

/** Options of the engine, what the safety rules say, and what the reader of the diary assumed. */
export interface AnalyseOptions extends AxisOptions {
  /** Asked before anything is shown: `safetyOfJournal(entries, today)`, or `evaluateSafety(unknownFacts(today))` of a diary of which nobody has told anything. */
  readonly safety: SafetyAnswer;
  /** What the reader of the diary decided without proof (`readDiary`); default nothing. */
  readonly assumed?: readonly DiaryFact[];
}

/** Yields progress, returns the document; while an emergency message is unread, that message at once and no finding. Errors: `NoOutcome`, `NoUsableOutcome`, `DiaryTooShort`. Same table, options and seed: same bytes. */
export function* analyseSteps(
  table: DailyTable,
  options: AnalyseOptions,
): Generator<AxisProgress, Result<AnalysisDocument, AxisError>> {
  if (hasUnreadEmergency(options.safety)) return ok(messageOnly(table, options, false));
  const posterior = yield* axisSteps(table, options);
  return posterior.ok ? ok(toDocument(posterior.value, table, options.assumed ?? [], options)) : posterior;
}

/**
 * A first look within a blink, flagged `preview`, to show while the full answer is made: no forecast, nothing reported yet.
 * Errors: those of `analyseSteps`.
 */
export function firstLook(table: DailyTable, options: AnalyseOptions): Result<AnalysisDocument, AxisError> {
  if (hasUnreadEmergency(options.safety)) return ok(messageOnly(table, options, true));
  const look = previewAxis(table, options);
  return look.ok ? ok(toDocument(look.value, table, options.assumed ?? [], { ...options, preview: true })) : look;
}

/**
 * The same without stopping on the way: for tests, scripts and short diaries.
 *
 * @example
 * ```ts
 * import { analyseTable, dailyTableFromDiary, evaluateSafety, parseDay, readDiary, unknownFacts } from "gutskin";
 * const rows = Array.from({ length: 30 }, (_, day) => `${day},${(day * 7) % 5},${(day * 3) % 4}`);
 * const bytes = new TextEncoder().encode(["day,itch,bloating", ...rows].join("\n"));
 * const diary = readDiary({ name: "diary.csv", bytes }, null);
 * if (!diary.ok) throw new Error(diary.error.type);
 * const today = parseDay("2026-11-22");
 * if (!today.ok) throw new Error("that day exists");
 * // nobody has answered anything about this person: the questions stand open, nothing is taken as safe
 * const safety = evaluateSafety(unknownFacts(today.value));
 * const answer = analyseTable(dailyTableFromDiary(diary.value), { seed: 1, safety });
 * if (!answer.ok) throw new Error(answer.error.type);
 * const [gutToSkin] = answer.value.edges.filter((edge) => edge.from === "bloating" && edge.to === "itch");
 * if (gutToSkin === undefined) throw new Error("every pair gets an answer, if only: not enough data");
 * ```
 */
export function analyseTable(table: DailyTable, options: AnalyseOptions): Result<AnalysisDocument, AxisError> {
  const steps = analyseSteps(table, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function messageOnly(table: DailyTable, options: AnalyseOptions, preview: boolean): AnalysisDocument {
  const { seed, fdr = DEFAULT_FDR, missingOutcomes: missingDays = "ignorable", safety } = options;
  return withheldDocument({ seed, days: table.dayCount, fdr, preview, missingDays }, safety);
}
