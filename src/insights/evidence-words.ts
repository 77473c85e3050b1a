/**
 * How is one piece of evidence said, with its size, its doubts and its source?
 *
 * A record becomes labelled lines that a page or a terminal can show: nulls carry the same mark as hits, absolute numbers come before
 * ratios, unverified figures are marked where they stand, and both sides of a contradiction are named. No figure is made here.
 */
import { certaintyReasonLabel } from "../evidence/certainty-reasons.ts";
import { isTrial, type CellFinding } from "../evidence/matrix.ts";
import type { Effect, EvidenceRecord, OtherResult } from "../evidence/record.ts";

/** One labelled line about a record. */
export interface EvidenceLine {
  readonly label: string;
  readonly text: string;
}

/** A record in words, for terminal and screen. */
export interface WordedRecord {
  readonly id: string;
  /** "NO EFFECT SHOWN", "EFFECT SHOWN", "WENT TOGETHER" or "NOT MEASURED AS AN EFFECT", with "unverified" where it is. */
  readonly mark: string;
  readonly heading: string;
  readonly lines: readonly EvidenceLine[];
}

/** One word group per state of a cell. */
export const cellFindingWords: Readonly<Record<CellFinding, string>> = {
  favours: "in favour",
  against: "against",
  mixed: "mixed",
  null: "no effect shown",
  "only-association": "no trial, only observed",
  "unverified-only": "trials not checked yet",
  "no-trial-found": "no trial found",
};

/** Shown above every list of records. */
export const evidenceNote =
  "These are averages over other people. They do not show what happens for you, and they are not advice. No one outside this project has reviewed the records yet.";

/** Shown where nothing is recorded; `pair` names lever and condition. */
export function nothingFoundWords(pair: string): string {
  return `No trial found for ${pair}. That does not mean that nothing happens; it means that nobody has tested it, or that it is not recorded here.`;
}

/** All that is known about the record as lines, in the order of reading. */
export function wordRecord(record: EvidenceRecord): WordedRecord {
  const { absolute, certainty, citation, contradicts, design, doubts, mcid, others, population, riskOfBias, seen } =
    record;
  const line = (label: string, text: string | null): readonly EvidenceLine[] =>
    text === null || text === "" ? [] : [{ label, text }];
  const unverified = seen.status === "unverified";
  return {
    id: record.id,
    mark: `${markOf(record)}${unverified ? ", unverified" : ""}`,
    heading: `${record.lever.label}: ${record.finding}`,
    lines: [
      ...line(
        "with and without",
        absolute === undefined ? null : `${absolute.with} against ${absolute.without} (${absolute.unit})`,
      ),
      ...line("size", effectText(record.effect, record.outcome.name)),
      ...line("as printed", record.effect.asPrinted ?? null),
      ...line(
        "matters?",
        mcid === undefined
          ? null
          : `${mcid.ratio} of the smallest change that matters (${mcid.value} points; ${mcid.source})`,
      ),
      ...line(
        "who, how long",
        [
          record.n === null ? "number of people not stated" : `${record.n} people`,
          record.k === null ? null : `${record.k} ${record.k === 1 ? "study" : "studies"}`,
          record.time?.text ?? null,
          population.ageBand === "not stated" ? "age not stated" : population.ageBand,
          population.who ?? null,
          population.region ?? null,
          population.coTreatment === undefined ? null : `beside ${population.coTreatment}`,
        ]
          .filter((part) => part !== null)
          .join(", "),
      ),
      ...line(
        "design",
        [
          design.kind.replaceAll("-", " "),
          `masking: ${riskOfBias.blinding}`,
          riskOfBias.industry === true ? "industry" : null,
        ]
          .filter((part) => part !== null)
          .join(", "),
      ),
      ...line(
        "certainty",
        `${certainty.grade} (${certainty.by === "source" ? "graded by the source" : "graded here"}): ${certainty.reasons.map(certaintyReasonLabel).join("; ")}`,
      ),
      ...others.map((other) => ({ label: "also", text: otherText(other) })),
      ...record.cautions.map((text) => ({ label: "note", text })),
      ...line("not checked", doubts.join("; ")),
      ...line("contradicted by", contradicts.join(", ")),
      ...line("source", citationText(citation)),
      ...line(
        "how it was seen",
        unverified
          ? "not read: no figure of this record is checked against a source"
          : `${seen.how}: ${seen.where ?? ""}`,
      ),
    ],
  };
}

/** An effect is what arms allotted by chance show; everything else that differs went together, no more. */
function markOf(record: EvidenceRecord): string {
  const { kind } = record.design;
  if (record.null) return "NO EFFECT SHOWN";
  if (record.effect.measure === "share" || kind === "guideline" || kind === "survey")
    return "NOT MEASURED AS AN EFFECT";
  return isTrial(record) ? "EFFECT SHOWN" : "WENT TOGETHER";
}

/** "MD -3.91 (95 % -5.86 to -1.96) in severity; lower is better". */
function effectText(effect: Effect, outcome: string): string {
  const { measure, estimate, lo, hi, limits, predictionLo, predictionHi, i2, p, pForm, betterIs } = effect;
  const sign = pForm === "below" ? "<" : pForm === "above" ? ">" : "=";
  const parts = [
    estimate === null
      ? `no size recorded for ${outcome}`
      : `${measure} ${estimate}${lo === null || hi === null ? " (no interval)" : ` (95 % ${lo} to ${hi}${limits === "computed" ? ", computed here" : ""})`} in ${outcome}`,
    predictionLo === undefined || predictionHi === undefined
      ? null
      : `a new trial would land between ${predictionLo} and ${predictionHi}`,
    i2 === undefined ? null : `I2 ${i2} %`,
    p === undefined ? null : `P ${sign} ${p}`,
    estimate !== null && (betterIs === "lower" || betterIs === "higher") ? `${betterIs} is better` : null,
  ];
  return parts.filter((part) => part !== null).join("; ");
}

function otherText(other: OtherResult): string {
  const { label, measure, estimate, lo, hi, p } = other;
  const size = estimate === undefined ? "" : ` ${measure ?? ""} ${estimate}`.replace(/ {2}/g, " ");
  const limits = lo === undefined || hi === undefined ? "" : ` (${lo} to ${hi})`;
  const stated = p === undefined ? "" : ` (P ${p})`;
  return `${label}${size === "" ? "" : `:${size}`}${limits}${stated}${other.null === true ? " - NO EFFECT SHOWN" : ""}`;
}

function citationText(citation: EvidenceRecord["citation"]): string {
  const named = [
    citation.authors,
    citation.year === null ? null : String(citation.year),
    citation.journal,
    citation.title ?? null,
  ];
  const doi =
    citation.doi === null
      ? "no DOI"
      : `doi:${citation.doi}${citation.doiState === "doubtful" ? " (DOI doubtful)" : " (DOI not yet checked)"}`;
  return [...named.filter((part) => part !== null), doi, citation.pmid === null ? null : `PMID ${citation.pmid}`]
    .filter((part) => part !== null)
    .join(", ");
}
