/**
 * How does one outcome of the posterior stand in the document?
 */
import { columnByName, type DailyTable } from "../daily/table.ts";
import type { OutcomePosterior } from "../engine/posterior.ts";
import type { AnalysisDocument, DocumentOutcome } from "./analysis-document.ts";
import { exact } from "./exact-numbers.ts";
import { numberOrNull } from "./numbers.ts";
import { forecastSentence, outcomeWarnings, readingSentence, type ScaleEnds } from "./outcome-words.ts";
import { labelIn, spokenIn } from "./table-names.ts";

/** The document's outcome. Throws `Defect` for a number that is not finite where one is promised. */
export function documentOutcome(
  outcome: OutcomePosterior,
  table: DailyTable,
  missingDays: AnalysisDocument["missingDays"],
): DocumentOutcome {
  const spoken = spokenIn(table, outcome.name);
  // a first look has no forecast yet
  const known = outcome.forecast.filter((point) => Number.isFinite(point.low80));
  const skipped = outcome.skippedAfterWorse;
  return {
    name: outcome.name,
    label: labelIn(table, outcome.name),
    role: outcome.role,
    unit: outcome.unit,
    recordedDays: outcome.recordedDays,
    sd: exact(outcome.sd),
    link: {
      type: outcome.link.type,
      transform: outcome.link.transform,
      atFloor: exact(outcome.link.atFloor),
      atCeiling: exact(outcome.link.atCeiling),
    },
    stoppedEarly: outcome.stoppedEarly,
    skippedAfterWorse: skipped && {
      oddsRatio: exact(skipped.oddsRatio),
      low95: exact(skipped.low95),
      high95: exact(skipped.high95),
    },
    diagnostics: {
      rHat: numberOrNull(outcome.diagnostics.rHat),
      ess: numberOrNull(outcome.diagnostics.ess),
      converged: outcome.diagnostics.converged,
    },
    forecast: known.map((point) => ({
      horizonDays: exact(point.horizonDays),
      mean: exact(point.mean),
      low80: exact(point.low80),
      high80: exact(point.high80),
      quantiles: point.quantiles.map(exact),
    })),
    persistence: exact(outcome.persistence),
    explainedShare: exact(outcome.explainedShare),
    reading: readingSentence(
      outcome,
      spoken,
      scaleEnds(table, outcome.name),
      outcome.beside === null ? null : spokenIn(table, outcome.beside),
    ),
    forecastSentence: forecastSentence({ ...outcome, forecast: known }, spoken),
    warnings: outcomeWarnings(outcome, spoken, missingDays),
  };
}

/** The ends of the column's scale; of a column without bounds, what was recorded. */
function scaleEnds(table: DailyTable, name: string): ScaleEnds {
  const column = columnByName(table, name);
  if (!column) return { lowest: null, highest: null };
  const seen = column.values.filter((value) => !Number.isNaN(value));
  const first = seen[0];
  if (first === undefined) return { lowest: column.min ?? null, highest: column.max ?? null };
  return {
    lowest: column.min ?? seen.reduce((least, value) => Math.min(least, value), first),
    highest: column.max ?? seen.reduce((most, value) => Math.max(most, value), first),
  };
}
