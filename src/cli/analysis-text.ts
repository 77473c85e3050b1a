/**
 * How does the answer look in the terminal?
 *
 * What the safety rules say before all else; then the document's own sentences, then one row per edge that says something (reported, then likely and maybe, then
 * the strongest of the rest), the two directions, what else is known of the findings (analysis-more.ts), and what was
 * assumed or left out. No sentence is made here.
 */
import { amountText, shownGroups, type AnalysisDocument, type DocumentEdge, type Verdict } from "../lib/index.ts";
import {
  aboutFindings,
  daysAhead,
  keptUp,
  outcomeReadings,
  whatIfLines,
  type TitledSentences,
} from "./analysis-more.ts";
import { safetyLines } from "./safety-text.ts";
import { tableLines, wrapText } from "./terminal/table.ts";

/** Rows of edges that were not reported and are not "maybe" either. */
const REST_ROWS = 8;

const VERDICTS: Readonly<Record<Verdict, { readonly rank: number; readonly word: string }>> = {
  strong: { rank: 0, word: "strong" },
  likely: { rank: 1, word: "likely" },
  maybe: { rank: 2, word: "maybe" },
  none: { rank: 3, word: "none seen" },
  "not-enough-data": { rank: 4, word: "not enough data" },
};

/** The answer as lines of text for a terminal of this width. */
export function analysisText(document: AnalysisDocument, columns: number): string {
  const width = Math.max(60, Math.min(columns, 110));
  const block = ({ title, sentences }: TitledSentences): readonly string[] => titled(title, sentences, width);
  const safety = safetyLines(document.safety, width);
  if (document.safety.withheld) return `${safety.join("\n")}\n`;
  const blocks: (readonly string[])[] = [safety, document.summary.flatMap((sentence) => wrapText(sentence, width))];
  blocks.push(titled("Good to know first", firstNotes(document), width));
  for (const asked of document.whatIf) blocks.push(block(whatIfLines(asked)));
  const edges = shownEdges(document.edges.filter((edge) => !edge.toldInGroup));
  const groups = shownGroups(document);
  if (edges.length > 0) blocks.push(edgeTable(edges, width));
  blocks.push(
    titled(
      "Seen, but not by which",
      groups.map((group) => group.sentence),
      width,
    ),
  );
  const left = document.edges.filter((edge) => !edge.toldInGroup).length - edges.length;
  if (left > 0) blocks.push([`${String(left)} further pairs are in the answer with --json.`]);
  if (!document.summary.includes(document.twoWay.sentence)) blocks.push(wrapText(document.twoWay.sentence, width));
  for (const more of [...aboutFindings(edges), keptUp(document)]) blocks.push(block(more));
  blocks.push(titled("What would make it surer", surerLines(edges), width));
  blocks.push(block(daysAhead(document)), block(outcomeReadings(document)));
  blocks.push(titled("Assumed", document.assumed, width));
  blocks.push(
    titled(
      "Not used",
      document.unused.map((unused) => `${unused.column}: ${unused.reason}`),
      width,
    ),
  );
  const notMet = document.outcomes.filter((outcome) => !outcome.diagnostics.converged).map((outcome) => outcome.label);
  if (notMet.length > 0) {
    blocks.push(
      wrapText(`The calculation did not settle fully for: ${notMet.join(", ")}. Read those rows with care.`, width),
    );
  }
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function edgeTable(edges: readonly DocumentEdge[], width: number): readonly string[] {
  const rows = edges.map((edge) => [
    `${edge.fromLabel} -> ${edge.toLabel}`,
    `${valueForStep(edge, edge.effectIfReal.mean)} (${valueForStep(edge, edge.effectIfReal.low95)} to ${valueForStep(edge, edge.effectIfReal.high95)})`,
    stepText(edge),
    delayRange(edge.delayDays),
    edge.probability.toFixed(2),
    `${VERDICTS[edge.verdict].word}${edge.reported ? " *" : ""}`,
  ]);
  const titles = [
    { title: "from -> to" },
    { title: "seen together, if real (95 %)", align: "right" as const },
    { title: "for" },
    { title: "after", align: "right" as const },
    { title: "chance", align: "right" as const },
    { title: "verdict" },
  ];
  const note = "* reported: the whole list of these is held to the accepted share of false findings";
  return [...tableLines(titles, rows, width), ...(edges.some((edge) => edge.reported) ? [note] : [])];
}

/** Reported first, then by verdict, then by probability; ties by name so that the order is always the same. */
export function shownEdges(edges: readonly DocumentEdge[]): readonly DocumentEdge[] {
  const sorted = [...edges].sort(
    (a, b) =>
      Number(b.reported) - Number(a.reported) ||
      VERDICTS[a.verdict].rank - VERDICTS[b.verdict].rank ||
      b.probability - a.probability ||
      compareText(`${a.from}\n${a.to}`, `${b.from}\n${b.to}`),
  );
  const speaking = sorted.filter((edge) => edge.reported || VERDICTS[edge.verdict].rank <= 2);
  const rest = sorted
    .filter((edge) => !speaking.includes(edge))
    .sort((a, b) => b.probability - a.probability || compareText(`${a.from}\n${a.to}`, `${b.from}\n${b.to}`));
  return [...speaking, ...rest.slice(0, REST_ROWS)];
}

/** The notes, and the way to the other reading of blank days, which only this front door knows. */
function firstNotes(document: AnalysisDocument): readonly string[] {
  const skips = document.outcomes.some((outcome) => (outcome.skippedAfterWorse?.low95 ?? 0) > 1);
  return skips && document.missingDays === "ignorable"
    ? [...document.notes, "To see that: --missing worse-days"]
    : document.notes;
}

/** "0.6 to 3.1 d"; slow ones "3 to 9 wk", or "2 d to 5 wk". */
function delayRange({ low80, high80 }: DocumentEdge["delayDays"]): string {
  if (high80 < 14) return `${low80.toFixed(1)} to ${high80.toFixed(1)} d`;
  const weeks = `${(high80 / 7).toFixed(0)} wk`;
  return low80 < 7 ? `${low80.toFixed(0)} d to ${weeks}` : `${(low80 / 7).toFixed(0)} to ${weeks}`;
}

/** The advice for the first edges, without repeats. */
function surerLines(edges: readonly DocumentEdge[]): readonly string[] {
  return [...new Set(edges.slice(0, 4).map((edge) => edge.surer))].filter((sentence) => sentence !== "");
}

/** An effect per unit as the change for the edge's example step: "-0.7". */
export function valueForStep(edge: DocumentEdge, effectPerUnit: number): string {
  return signed(effectPerUnit * edge.exampleStep);
}

/** The step of the cause that is talked about: "+10 g". */
export function stepText(edge: DocumentEdge): string {
  const causeUnit = edge.unit.includes(" per ") ? (edge.unit.split(" per ").pop() ?? "") : "";
  return causeUnit === "yes" ? "yes, not no" : `+${amountText(edge.exampleStep, causeUnit)}`;
}

function titled(title: string, sentences: readonly string[], width: number): readonly string[] {
  if (sentences.length === 0) return [];
  return [title, ...sentences.flatMap((sentence) => wrapText(`- ${sentence}`, width, "  "))];
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${short(value)}`;
}

/** About three figures, without exponent for everyday sizes. */
function short(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 1e6)) return value.toExponential(1);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size === 0 ? 2 : 4;
  return value
    .toFixed(digits)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
