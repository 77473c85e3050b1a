/**
 * What stands below the table of arrows in the terminal?
 *
 * Blocks of the document's own sentences: what else is known of each finding, levers kept up for weeks, the days ahead, how numbers
 * were read, and the answer to a what-if. Titles only are made here.
 */
import { likelyResponses, type AnalysisDocument, type DocumentEdge, type DocumentWhatIf } from "../lib/index.ts";

export interface TitledSentences {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** Findings that get a block of their own. */
const MOST_FINDINGS = 6;
/** Outcomes named in an answer to a what-if. */
const MOST_ANSWERS = 6;

/** One block per finding: when it comes, what the diary taught, imprecise entries, studies beside the data alone, cautions. */
export function aboutFindings(edges: readonly DocumentEdge[]): readonly TitledSentences[] {
  return edges
    .filter((edge) => edge.reported || edge.verdict === "maybe")
    .slice(0, MOST_FINDINGS)
    .map((edge) => ({
      title: `${edge.fromLabel} -> ${edge.toLabel}`,
      sentences: [
        ...edge.when,
        edge.learned,
        ...[edge.entries, edge.knowledge].filter((sentence) => sentence !== null),
        ...edge.cautions,
      ],
    }));
}

/** Whole effects of levers, kept up, that are likely in some way, with their direct part and their ways. */
export function keptUp(document: AnalysisDocument): TitledSentences {
  return {
    title: "Kept up for weeks",
    sentences: likelyResponses(document, MOST_FINDINGS).flatMap((response) => [
      response.sentence,
      ...(response.directSentence === null ? [] : [response.directSentence]),
      ...response.paths.map((path) => path.sentence),
    ]),
  };
}

/** One sentence per outcome with a forecast. */
export function daysAhead(document: AnalysisDocument): TitledSentences {
  return {
    title: "The days ahead",
    sentences: document.outcomes.flatMap((outcome) =>
      outcome.forecastSentence === null ? [] : [outcome.forecastSentence],
    ),
  };
}

/** How the numbers of each outcome were read; those read as they are written need no word. */
export function outcomeReadings(document: AnalysisDocument): TitledSentences {
  const special = document.outcomes.filter(
    (outcome) => outcome.link.type !== "exact" || outcome.link.transform !== "identity",
  );
  return { title: "How the numbers were read", sentences: special.map((outcome) => outcome.reading) };
}

/** The answer to one what-if, likeliest outcomes first. */
export function whatIfLines(asked: DocumentWhatIf): TitledSentences {
  const answers = asked.outcomes.slice(0, MOST_ANSWERS).map((outcome) => outcome.sentence);
  return { title: `What if: ${asked.change}`, sentences: [...answers, ...asked.hints] };
}
