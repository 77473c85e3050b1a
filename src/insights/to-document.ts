/**
 * How do the engine's numbers become the one document that is printed, saved and drawn?
 *
 * posterior + daily table (for labels, units, what is better) -> `AnalysisDocument`: numbers rounded to 6 significant digits, edges
 * sorted by outcome order, then probability (highest first), then name; every edge with verdict and sentences. Pure and
 * deterministic: same posterior, same bytes. Pairs that are true by construction are refused here a second time (tautology.ts).
 */
import { assertDefect } from "../base/defect.ts";
import { columnByName, recordedDays, type DailyTable } from "../daily/table.ts";
import type { AxisPosterior, EdgePosterior, OutcomePosterior } from "../engine/posterior.ts";
import type { DiaryFact } from "../importers/contract.ts";
import type { AnalysisDocument, DocumentEdge, DocumentOutcome } from "./analysis-document.ts";
import { assumedSentences } from "./assumed.ts";
import { cautionSentences } from "./cautions.ts";
import { exampleStep } from "./example-step.ts";
import { numberOrNull, roundSignificant } from "./numbers.ts";
import { labelOfColumn, speakOf, spokenName, type Spoken } from "./spoken.ts";
import { directionOf, edgeSentence, type EdgeView } from "./statements.ts";
import { summarise } from "./summary.ts";
import { surerSentence } from "./surer.ts";
import { isTautology } from "./tautology.ts";
import { twoWaySentence } from "./two-way.ts";
import { unusedReasons } from "./unused.ts";
import { verdictOf } from "./verdict.ts";

/** The document of one analysis. `assumed`: what the reader of the diary decided without proof. Throws `Defect` for an edge without a column or a number that is not finite where one is promised. */
export function toDocument(
  posterior: AxisPosterior,
  table: DailyTable,
  assumed: readonly DiaryFact[],
): AnalysisDocument {
  const views = viewsOf(posterior, table);
  const nameOf = (column: string): string => spokenName(labelIn(table, column));
  const twoWay = twoWaySentence(posterior.twoWay, posterior.outcomes);
  return {
    schema: "gutskin.analysis/1",
    seed: posterior.seed,
    days: posterior.days,
    fdr: posterior.fdr,
    assumed: assumedSentences(assumed),
    edges: views.map((view) => documentEdge(view, posterior, table, nameOf)),
    outcomes: posterior.outcomes.map((outcome) => documentOutcome(outcome, table)),
    twoWay: {
      gutToSkin: { probability: orNull(posterior.twoWay.gutToSkin.probability) },
      skinToGut: {
        probability: orNull(posterior.twoWay.skinToGut.probability),
        viaStressOrSleep: orNull(posterior.twoWay.skinToGut.viaStressOrSleep),
      },
      sentence: twoWay,
    },
    unused: unusedReasons(posterior.unused, nameOf),
    summary: summarise(views, posterior.outcomes, posterior.days, twoWay),
  };
}

/** Edges that may be talked about, in the document's order. */
function viewsOf(posterior: AxisPosterior, table: DailyTable): readonly EdgeView[] {
  const order = new Map(posterior.outcomes.map((outcome, index) => [outcome.name, index]));
  const place = (edge: EdgePosterior): number => order.get(edge.to) ?? order.size;
  return posterior.edges
    .filter((edge) => !isTautology(table, edge.from, edge.to))
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        b.inclusionProbability - a.inclusionProbability ||
        (a.from < b.from ? -1 : a.from > b.from ? 1 : 0),
    )
    .map((edge) => {
      const cause = spokenColumn(table, edge.from);
      const outcome = spokenColumn(table, edge.to);
      return { edge, verdict: verdictOf(edge), cause, outcome, step: exampleStep(edge.causeSd, cause.unit) };
    });
}

function spokenColumn(table: DailyTable, name: string): Spoken {
  const column = columnByName(table, name);
  assertDefect(column !== null, "an edge names a column that is not in the daily table");
  return speakOf(column);
}

function documentEdge(
  view: EdgeView,
  posterior: AxisPosterior,
  table: DailyTable,
  nameOf: (column: string) => string,
): DocumentEdge {
  const { edge, verdict, cause, outcome, step } = view;
  const diagnostics = posterior.outcomes.find((entry) => entry.name === edge.to)?.diagnostics ?? null;
  return {
    from: edge.from,
    to: edge.to,
    fromLabel: labelIn(table, edge.from),
    toLabel: labelIn(table, edge.to),
    fromRole: edge.fromRole,
    toRole: edge.toRole,
    probability: exact(edge.inclusionProbability),
    reported: edge.reported,
    verdict,
    effectPerUnit: intervalOf(edge.averaged),
    effectIfReal: intervalOf(edge.ifReal),
    unit: `${outcome.unit === "" ? "units" : outcome.unit} per ${cause.unit === "" ? "unit" : cause.unit}`,
    probabilityPositive: exact(edge.probabilityPositive),
    delayDays: { mean: exact(edge.delay.mean), low80: exact(edge.delay.low80), high80: exact(edge.delay.high80) },
    varianceShare: exact(edge.varianceShare),
    detectableEffect: numberOrNull(edge.detectableEffect),
    smallestEffectOfInterest: exact(edge.smallestEffectOfInterest),
    furtherDaysNeeded: orNull(edge.furtherDaysNeeded),
    exampleStep: step,
    curve: edge.curve.map((point) => ({
      day: exact(point.day),
      pulseMean: exact(point.pulseMean),
      pulseLow80: exact(point.pulseLow80),
      pulseHigh80: exact(point.pulseHigh80),
      sustainedMean: exact(point.sustainedMean),
    })),
    direction: directionOf(edge, outcome),
    sentence: edgeSentence(view),
    surer: surerSentence({
      edge,
      verdict,
      cause,
      outcome,
      causeRecorded: recordedShare(table, edge.from),
      outcomeRecorded: recordedShare(table, edge.to),
      nameOf,
    }),
    cautions: cautionSentences(view, diagnostics, nameOf),
  };
}

function documentOutcome(outcome: OutcomePosterior, table: DailyTable): DocumentOutcome {
  return {
    name: outcome.name,
    label: labelIn(table, outcome.name),
    role: outcome.role,
    unit: outcome.unit,
    recordedDays: outcome.recordedDays,
    diagnostics: {
      rHat: numberOrNull(outcome.diagnostics.rHat),
      ess: numberOrNull(outcome.diagnostics.ess),
      converged: outcome.diagnostics.converged,
    },
    forecast: outcome.forecast.map((point) => ({
      horizonDays: exact(point.horizonDays),
      mean: exact(point.mean),
      low80: exact(point.low80),
      high80: exact(point.high80),
    })),
    persistence: exact(outcome.persistence),
    explainedShare: exact(outcome.explainedShare),
  };
}

function intervalOf(interval: { readonly mean: number; readonly low95: number; readonly high95: number }): {
  readonly mean: number;
  readonly low95: number;
  readonly high95: number;
} {
  return { mean: exact(interval.mean), low95: exact(interval.low95), high95: exact(interval.high95) };
}

/** Rounded, and finite: the document promises a number here. */
function exact(value: number): number {
  assertDefect(Number.isFinite(value), "the engine gave a number that is not finite");
  return roundSignificant(value);
}

function orNull(value: number | null): number | null {
  return value === null ? null : numberOrNull(value);
}

function labelIn(table: DailyTable, name: string): string {
  const column = columnByName(table, name);
  return column ? labelOfColumn(column) : name;
}

function recordedShare(table: DailyTable, name: string): number {
  const column = columnByName(table, name);
  return column && table.dayCount > 0 ? recordedDays(column) / table.dayCount : 0;
}
