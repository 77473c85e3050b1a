/**
 * How do the engine's numbers become the one document that is printed, saved and drawn?
 *
 * posterior + daily table (for labels, units, what is better) -> `AnalysisDocument`: numbers rounded to 6 significant digits, edges
 * sorted by outcome order, then probability (highest first), then name; every edge with verdict and sentences. Pure and
 * deterministic: same posterior, same bytes. Pairs that are true by construction are refused here a second time (tautology.ts).
 */
import { assertDefect } from "../base/defect.ts";
import { withStoolSides } from "../daily/stool-sides.ts";
import type { DailyTable } from "../daily/table.ts";
import type { AxisOptions, AxisPosterior, EdgePosterior } from "../engine/posterior.ts";
import { hasUnreadEmergency, isSafetyAnswer, type SafetyAnswer } from "../evidence/safety.ts";
import type { DiaryFact } from "../importers/contract.ts";
import type { AnalysisDocument } from "./analysis-document.ts";
import { assumedSentences } from "./assumed.ts";
import { documentEdge, type EdgeSetting } from "./document-edge.ts";
import { documentOutcome } from "./document-outcome.ts";
import { documentGroups, documentResponses, pairsInGroups } from "./document-response.ts";
import { exampleStep } from "./example-step.ts";
import { exact, orNull } from "./exact-numbers.ts";
import { documentNotes } from "./notes.ts";
import { toSafetyDocument } from "./safety-document.ts";
import type { EdgeView } from "./statements.ts";
import { summarise } from "./summary.ts";
import { movedIn, nameIn, spokenIn } from "./table-names.ts";
import { isTautology } from "./tautology.ts";
import { twoWaySentence } from "./two-way.ts";
import { unusedReasons } from "./unused.ts";
import { verdictOf } from "./verdict.ts";
import { withheldDocument } from "./withheld-document.ts";

/** How the posterior was made, as far as it must be said. */
export interface DocumentSetting extends Pick<AxisOptions, "priors" | "missingOutcomes"> {
  /** What the safety rules say; only `evaluateSafety` makes one. */
  readonly safety: SafetyAnswer;
  /** A quick first look that a full answer will replace; default false. */
  readonly preview?: boolean;
}

/** The document of one analysis, safety first; while an emergency message is unread it holds no finding. `assumed`: what the reader of the diary decided without proof. Throws `Defect` for an edge without a column or a number that is not finite where one is promised. */
export function toDocument(
  posterior: AxisPosterior,
  given: DailyTable,
  assumed: readonly DiaryFact[],
  setting: DocumentSetting,
): AnalysisDocument {
  const { safety, preview = false, missingOutcomes: missingDays = "ignorable", priors = [] } = setting;
  assertDefect(isSafetyAnswer(safety), "findings were worded before the safety rules were asked");
  const { seed, days, fdr } = posterior;
  if (hasUnreadEmergency(safety)) return withheldDocument({ seed, days, fdr, preview, missingDays }, safety);
  const table = withStoolSides(given);
  const views = viewsOf(posterior, table);
  const groups = documentGroups(posterior, table);
  const inGroups = pairsInGroups(groups);
  const edgeSetting: EdgeSetting = { posterior, table, priors, inGroups };
  const twoWay = twoWaySentence(posterior.twoWay, posterior.outcomes);
  const told = views.filter(({ edge }) => !inGroups.has(`${edge.from}>${edge.to}`));
  return {
    schema: "gutskin.analysis/1",
    safety: toSafetyDocument(safety),
    seed,
    days,
    fdr,
    assumed: assumedSentences(assumed),
    preview,
    missingDays,
    edges: views.map((view) => documentEdge(view, edgeSetting)),
    groups,
    responses: documentResponses(posterior, table),
    outcomes: posterior.outcomes.map((outcome) => documentOutcome(outcome, table, missingDays)),
    twoWay: {
      gutToSkin: { probability: orNull(posterior.twoWay.gutToSkin.probability) },
      skinToGut: {
        probability: orNull(posterior.twoWay.skinToGut.probability),
        viaStressOrSleep: orNull(posterior.twoWay.skinToGut.viaStressOrSleep),
      },
      sentence: twoWay,
    },
    unused: unusedReasons(posterior.unused, (column) => nameIn(table, column)),
    summary: summarise(told, groups, posterior.outcomes, { days: posterior.days, twoWay, preview }),
    notes: documentNotes({ posterior, preview, missingDays, spokenOf: (column) => spokenIn(table, column) }),
    whatIf: [],
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
      const cause = spokenIn(table, edge.from);
      const outcome = movedIn(table, edge.to);
      return { edge, verdict: verdictOf(edge), cause, outcome, step: exact(exampleStep(edge.causeSd, cause.unit)) };
    });
}
