/**
 * How do a score, the scores of the journal and the list of instruments look in a terminal?
 *
 * The number with its range, the band with whose cut-offs, the important difference, what was missing, then remarks and licence. Past scores are a table
 * per instrument and rater, with the change since the one before.
 */
import type { Instrument, InstrumentSummary, SavedScore, ScoreDocument, ScoreHistoryDocument } from "../lib/index.ts";
import { tableLines, wrapText } from "./terminal/table.ts";

/** The lines of one score. */
export function scoreText(score: ScoreDocument, width: number): string {
  const { range, band, minimalImportantDifference: difference } = score;
  const of = range === null ? "" : ` of ${String(range.min)} to ${String(range.max)}`;
  const lines = [
    `${score.name}: ${score.total === null ? "no total" : `${String(score.total)}${of}`}`,
    ...score.parts.map((part) => `  ${part.id}: ${part.value === null ? "no score" : String(part.value)}`),
    ...(band === null ? [] : [`Band: ${band.name} (${band.cutoffs}${unsure(band.verified)})`]),
    ...score.otherBands.map((other) => `By other cut-offs: ${other.name} (${other.cutoffs}${unsure(other.verified)})`),
    `A change that matters: ${difference === null ? "none published that we know of" : differenceText(difference)}`,
    ...score.otherImportantDifferences.map((other) => `  also: ${differenceText(other)}`),
    ...(score.missingItems.length === 0 ? [] : [`Missing: ${score.missingItems.join(", ")}`]),
    `Rated by: ${raterText(score.rater)}. Looks back: ${recallText(score.recallDays)}.`,
    "",
    ...score.remarks.map(({ sentence }) => sentence),
    ...(score.unverified.length === 0 ? [] : [`Not verified: ${score.unverified.join("; ")}.`]),
    score.licence,
    ...(score.link === null ? [] : [score.link]),
  ];
  return `${lines.flatMap((line) => (line === "" ? [""] : indented(line, width))).join("\n")}\n`;
}

/** Where the score went, how it compares, and how to take it back. */
export function savedText(saved: SavedScore, width: number): string {
  const lines = [
    ...(saved.change === null
      ? ["It is the first one of this kind by this rater, so there is nothing to compare it with."]
      : saved.change.sentences),
    "",
    ...(saved.undo === null
      ? [`The journal had this score of ${saved.day} already.`]
      : [
          `Saved for ${saved.day}, rated by ${raterText(saved.rater)}.`,
          `To take it back: gutskin log --undo ${saved.undo}`,
        ]),
  ];
  return `\n${lines.flatMap((line) => (line === "" ? [""] : wrapText(line, width))).join("\n")}\n`;
}

/** The scores of the journal, one table per instrument and rater. */
export function pastScoresText({ lines }: ScoreHistoryDocument, width: number): string {
  if (lines.length === 0) {
    const help =
      "Write one down with: gutskin score INSTRUMENT ANSWERS --save (gutskin score --list names the instruments).";
    return `There are no scores in the journal yet.\n${wrapText(help, width).join("\n")}\n`;
  }
  return lines.map((line) => pastLineText(line, width)).join("\n");
}

function pastLineText(line: ScoreHistoryDocument["lines"][number], width: number): string {
  const { range, scores } = line;
  const of = range === null ? "" : `, ${String(range.min)} to ${String(range.max)}`;
  const rows = scores.map(({ day, total, parts, band, change }) => [
    day,
    total === null ? partsText(parts) : String(total),
    band === null ? "" : band.name,
    change === null ? "" : `${change.points > 0 ? "+" : ""}${String(change.points)}`,
    change === null || change.percent === null ? "" : `${change.percent > 0 ? "+" : ""}${String(change.percent)} %`,
  ]);
  const columns = [{ title: "day" }, { title: "score" }, { title: "class" }, ...rightColumns];
  const cutoffs = [...new Set(scores.flatMap(({ band }) => (band === null ? [] : [band.cutoffs])))];
  const notes = [
    ...(scores.at(-1)?.change?.sentences ?? []),
    ...(cutoffs.length === 0 ? [] : [`Classes: ${cutoffs.join("; ")}.`]),
    line.licence,
  ];
  const head = `${line.name}, rated by ${raterText(line.rater)}${of}`;
  return `${[head, ...tableLines(columns, rows, width), ...notes.flatMap((note) => wrapText(note, width))].join("\n")}\n`;
}

const rightColumns = [
  { title: "change", align: "right" },
  { title: "percent", align: "right" },
] as const;

function partsText(parts: Readonly<Record<string, number>>): string {
  const named = Object.entries(parts).map(([name, value]) => `${name} ${String(value)}`);
  return named.length === 0 ? "no total" : named.join(", ");
}

/** One row per instrument, then how to use it. */
export function instrumentsText(instruments: readonly InstrumentSummary[], width: number): string {
  const rows = instruments.map((one) => [
    one.id,
    one.topic,
    one.mode,
    one.total === null ? "parts" : `${String(one.total.min)}-${String(one.total.max)}`,
    recallText(one.recallDays),
    formText(one),
  ]);
  const columns = ["instrument", "about", "mode", "total", "looks back", "items"].map((title) => ({ title }));
  const notes = [
    "mode O: own words and the published arithmetic. T: the owner's scale, unmodified, with credit.",
    "N: fill in the official form at its owner's place and give the numbers here; its wording is not part of gutskin.",
    'Answers: {"items": [...]} in order or by name, or {"total": ...}; for EASI also "ageYears".',
    "Everything about each instrument: gutskin score --list --json",
  ];
  const lines = [...tableLines(columns, rows, width), "", ...notes.flatMap((note) => wrapText(note, width, "   "))];
  return `${lines.join("\n")}\n`;
}

/** How many items, and whether they go by number, name or body region; few names are named. */
function formText(one: InstrumentSummary): string {
  const items = one.forms[0]?.items ?? [];
  const groups = [...new Set(items.flatMap(({ id }) => (id.includes(".") ? [id.split(".")[0] ?? ""] : [])))];
  if (groups.length > 0) return `${String(items.length)} items by ${groups.join(", ")}`;
  if (items.every(({ id }) => /^\d/.test(id))) return `${String(items.length)} items`;
  return items.length > 4 ? `${String(items.length)} items by name` : items.map(({ id }) => id).join(", ");
}

function differenceText(difference: NonNullable<ScoreDocument["minimalImportantDifference"]>): string {
  return `${difference.meaning} (${difference.source}${unsure(difference.verified)})`;
}

function unsure(verified: boolean): string {
  return verified ? "" : "; not verified";
}

function recallText(days: number | null): string {
  return days === null ? "not stated" : days === 0 ? "now" : days === 1 ? "24 hours" : `${String(days)} days`;
}

function raterText(rater: Instrument["rater"]): string {
  return rater === "self" ? "yourself" : rater === "clinician" ? "a clinician" : "yourself or a clinician";
}

function indented(line: string, width: number): readonly string[] {
  const indent = line.startsWith("  ") ? "  " : "";
  return wrapText(line.trimStart(), width - indent.length, "  ").map((part) => indent + part);
}
