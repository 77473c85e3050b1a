/**
 * What does one piece of evidence not show?
 *
 * Short sentences that follow from the record alone: how the study was made, who took part, who rated, how long, how wide the interval.
 * They stand beside every record, hits and nulls alike; none is left out because the finding is a welcome one.
 */
import { isTrial } from "../evidence/matrix.ts";
import { noEffectOf } from "../evidence/record-checks.ts";
import type { DesignKind, EvidenceRecord } from "../evidence/record.ts";

/** Fewer people than this in one study: chance alone moves an average a lot. Project rule. */
const FEW_PEOPLE = 100;

const BY_DESIGN: Readonly<Partial<Record<DesignKind, string>>> = {
  "trial-not-randomised": "Chance did not decide who got what, so the two groups may have differed from the start.",
  "pool-of-observational":
    "People were only watched. Something else that they differ in may explain it, and it does not show what comes first.",
  cohort: "People were only watched. Something else that they differ in may explain it.",
  "case-control": "People were only compared as they are. It does not show what comes first.",
  "cross-sectional": "Everybody was asked once. It does not show what comes first.",
  diary: "Diaries were only watched. Something that nobody wrote down may move both.",
  "genetic-proxies": "Genes stand in for a whole life. It says little about a change of some weeks.",
  guideline: "It is what experts advise, not a measurement.",
  uncontrolled: "Nobody was compared. Skin also gets better and worse by itself, and people on placebo improve too.",
  survey: "It shows what people believe, not what happened.",
  animal: "Animals are not people.",
  registry: "Cases were counted. It does not say how often this happens.",
  "case-series": "Some cases were looked at. It does not say how often this happens elsewhere.",
};

/** What this record does not show, the weightiest first; never empty. Pure. */
export function notShownBy(record: EvidenceRecord): readonly string[] {
  const sentences = [
    record.seen.status === "unverified" ? "Nobody has checked its figures against the source yet." : null,
    BY_DESIGN[record.design.kind] ?? null,
    nullLimit(record),
    predictionLimit(record),
    record.mcid !== undefined && Math.abs(record.mcid.ratio) < 1 && !record.null
      ? "The average change is smaller than one that people notice."
      : null,
    record.outcome.name.includes("investigator")
      ? "An investigator scored the skin. It does not say that itch or sleep changed."
      : null,
    record.certainty.reasons.includes("stand-in-outcome") || record.direction === "gut-to-mediator"
      ? "Something else was measured in place of the skin."
      : null,
    whoLimit(record),
    isAboutBacteria(record) ? "It does not say the same of other strains, doses or products." : null,
    record.population.coTreatment === undefined ? null : "It was added to another treatment. Alone it may do nothing.",
    record.n !== null && record.n < FEW_PEOPLE && isTrial(record)
      ? `Only ${String(record.n)} people took part: by chance alone such an average moves a lot.`
      : null,
    timeLimit(record),
    isTrial(record) && !record.null ? "It is an average: some people may have got nothing from it, or worse." : null,
  ].filter((sentence) => sentence !== null);
  return sentences.length > 0 ? sentences : ["It does not show what happens for you."];
}

/** "No effect shown" is not proof that nothing happens. */
function nullLimit({ null: isNull, effect }: EvidenceRecord): string | null {
  if (!isNull) return null;
  const { lo, hi } = effect;
  if (lo === null || hi === null) return "No effect was shown; that is not proof that there is none.";
  return `No effect was shown; that is not proof that there is none. The interval still holds everything from ${String(lo)} to ${String(hi)}.`;
}

function predictionLimit({ effect }: EvidenceRecord): string | null {
  const none = noEffectOf(effect.measure);
  const { predictionLo: lo, predictionHi: hi } = effect;
  if (none === null || lo === undefined || hi === undefined || lo > none || hi < none) return null;
  return "A new trial may well find nothing.";
}

function whoLimit({ population }: EvidenceRecord): string | null {
  switch (population.ageBand) {
    case "infants":
      return "It was about babies. It says little about older people.";
    case "children":
      return "It was about children. It says little about adults.";
    default:
      return population.who === undefined ? null : `It was about ${population.who}. It says little about others.`;
  }
}

function isAboutBacteria({ lever, direction }: EvidenceRecord): boolean {
  return (lever.groups.includes("probiotic") || lever.groups.includes("synbiotic")) && direction === "gut-to-skin";
}

function timeLimit(record: EvidenceRecord): string | null {
  const weeks = record.time?.maxWeeks;
  if (weeks === undefined || weeks > 26 || !isTrial(record)) return null;
  return `Nothing is known of it beyond ${weeks === 1 ? "1 week" : `${String(weeks)} weeks`}.`;
}
