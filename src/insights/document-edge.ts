/**
 * How does one pair of the posterior stand in the document: numbers rounded, every sentence made?
 */
import { columnByName, type DailyTable } from "../daily/table.ts";
import type { AxisPosterior, EdgePosterior, EdgePrior } from "../engine/posterior.ts";
import type { DocumentDataAlone, DocumentEdge } from "./analysis-document.ts";
import { cautionSentences } from "./cautions.ts";
import { entriesSentence, knowledgeSentence, learnedSentence, whenSentences } from "./edge-words.ts";
import { exact, exactInterval, orNull } from "./exact-numbers.ts";
import { numberOrNull } from "./numbers.ts";
import type { Spoken } from "./spoken.ts";
import { directionOf, edgeSentence, type EdgeView } from "./statements.ts";
import { surerSentence } from "./surer.ts";
import { labelIn, nameIn, recordedShare } from "./table-names.ts";
import { verdictOf } from "./verdict.ts";

/** What an edge is seen against. */
export interface EdgeSetting {
  readonly posterior: AxisPosterior;
  readonly table: DailyTable;
  /** Prior knowledge that was given; [] = none. */
  readonly priors: readonly EdgePrior[];
  /** Ids (`from>to`) of pairs that are told in a group. */
  readonly inGroups: ReadonlySet<string>;
}

/** The document's edge. Throws `Defect` for a number that is not finite where one is promised. */
export function documentEdge(view: EdgeView, setting: EdgeSetting): DocumentEdge {
  const { edge, verdict, cause, outcome, step } = view;
  const { posterior, table } = setting;
  const nameOf = (column: string): string => nameIn(table, column);
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
    effectPerUnit: exactInterval(edge.averaged),
    effectIfReal: exactInterval(edge.ifReal),
    effectIfEntriesExact: edge.ifEntriesExact && exactInterval(edge.ifEntriesExact),
    dataAlone: dataAloneOf(edge),
    unit: unitText(cause, outcome),
    probabilityPositive: exact(edge.probabilityPositive),
    delayDays: { mean: exact(edge.delay.mean), low80: exact(edge.delay.low80), high80: exact(edge.delay.high80) },
    slowProbability: exact(edge.slowProbability),
    varianceShare: exact(edge.varianceShare),
    causeSd: exact(edge.causeSd),
    reliability: exact(edge.reliability),
    contraction: exact(edge.contraction),
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
    when: whenSentences(edge, longestKnownDelay(edge, setting)),
    learned: learnedSentence(view),
    entries: entriesSentence(view),
    knowledge: knowledgeSentence(view),
    cautions: cautionSentences(view, diagnostics, nameOf),
    toldInGroup: setting.inGroups.has(`${edge.from}>${edge.to}`),
  };
}

/** "points per g", "units per unit". */
export function unitText(cause: Spoken, outcome: Spoken): string {
  return `${outcome.unit === "" ? "units" : outcome.unit} per ${cause.unit === "" ? "unit" : cause.unit}`;
}

function dataAloneOf(edge: EdgePosterior): DocumentDataAlone | null {
  const alone = edge.dataAlone;
  if (alone === null) return null;
  return {
    probability: exact(alone.inclusionProbability),
    reported: alone.reported,
    verdict: verdictOf({ ...edge, ...alone }),
    effectPerUnit: exactInterval(alone.averaged),
    effectIfReal: exactInterval(alone.ifReal),
  };
}

/** The longest delay that is known for the pair, days: of the cause's own range and of what studies found; null = none known. */
function longestKnownDelay(edge: EdgePosterior, { table, priors }: EdgeSetting): number | null {
  const known = priors.flatMap((prior) =>
    prior.from === edge.from && prior.to === edge.to && prior.delayDays ? [prior.delayDays.full] : [],
  );
  const ofCause = columnByName(table, edge.from)?.delayDays?.max;
  if (ofCause !== undefined) known.push(ofCause);
  return known.length === 0 ? null : Math.max(...known);
}
