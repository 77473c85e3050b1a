/**
 * What may the engine believe about a lever before it has seen this person's diary?
 *
 * mean = shrink(grade) x SMD; sd = sqrt(((hi - lo) / 3.92)^2 + bias(grade)^2 + spread between people^2). The prediction
 * interval stands in for the confidence interval where the source gives one. Units: standard deviations BETWEEN people; the
 * engine works in the person's own day-to-day spread and has to convert through points of the instrument. Weak on purpose.
 */
import { Defect } from "../base/defect.ts";
import { priorInputs, type PriorInput, type StandardisedSize, type StreetPrior } from "./prior-inputs.ts";
import type { Certainty, EvidenceRecord } from "./record.ts";
import { evidenceRecords } from "./records.ts";

/** Width of a 95 % interval of the normal distribution in standard deviations. */
const WIDTH95 = 3.92;

export interface PriorNumbers {
  readonly mean: number;
  readonly sd: number;
}

/** A prior for one pair: mean and SD in outcome SDs, days to effect, and the grade it came from. */
export interface EvidencePrior extends PriorNumbers {
  readonly lever: string;
  readonly condition: string;
  readonly orientation: PriorInput["orientation"];
  readonly grade: Certainty;
  /** Added to the logit of the inclusion probability. */
  readonly inclusionOffset: number;
  /** The size that went in; null = set by hand. */
  readonly size: StandardisedSize | null;
  readonly basis: PriorInput["basis"];
  /** The record that it was made from, for the citation. */
  readonly record: string;
  /** True when the record behind it is not checked against a source, or its size is. */
  readonly unverified: boolean;
  readonly onsetDays: number;
  readonly halfDays: number;
  readonly fullDays: number;
  readonly minPhaseDays: number;
  readonly notes: readonly string[];
}

/** Grade and standardised size into a normal prior (formula above). */
export function priorFromSize(grade: Certainty, size: StandardisedSize): PriorNumbers {
  const { grades, personSpreadSd } = priorInputs();
  const { shrink, biasSd } = grades[grade];
  const standardError = (size.hi - size.lo) / WIDTH95;
  return {
    mean: shrink * size.value,
    sd: Math.sqrt(standardError * standardError + biasSd * biasSd + personSpreadSd * personSpreadSd),
  };
}

/** Offset on the logit of inclusion: by grade, or the lower one for a pair that biology makes implausible. */
export function inclusionOffset(grade: Certainty, implausible = false): number {
  const { grades, implausibleOffset } = priorInputs();
  return implausible ? implausibleOffset : grades[grade].inclusionOffset;
}

/**
 * The priors that trials give for this lever, this condition, or both; all when nothing is named. Empty = no listed pair: the
 * engine uses its flat prior. The answer with flat priors is shown beside every answer that used one of these.
 */
export function priorsFor(
  wanted: { readonly lever?: string; readonly condition?: string } = {},
): readonly EvidencePrior[] {
  const records = new Map(evidenceRecords().map((record) => [record.id, record]));
  return priorInputs()
    .pairs.filter(
      (pair) =>
        (wanted.lever === undefined || pair.lever === wanted.lever) &&
        (wanted.condition === undefined || pair.condition === wanted.condition),
    )
    .map((pair) => toPrior(pair, records.get(pair.record)));
}

/** Priors of the way back: skin to gut, and skin to the next day's stress or sleep. */
export function streetPriors(): readonly StreetPrior[] {
  return priorInputs().street;
}

function toPrior(pair: PriorInput, record: EvidenceRecord | undefined): EvidencePrior {
  if (record === undefined) throw new Defect(`prior without its record: ${pair.record}`);
  const size = sizeOf(pair, record);
  const numbers = pair.handSet ?? (size === null ? null : priorFromSize(pair.grade, size));
  if (numbers === null) throw new Defect(`prior without a size: ${pair.lever}, ${pair.condition}`);
  const { lever, condition, orientation, grade, basis, onsetDays, halfDays, fullDays, minPhaseDays, notes } = pair;
  return {
    lever,
    condition,
    orientation,
    grade,
    mean: numbers.mean,
    sd: numbers.sd,
    inclusionOffset: inclusionOffset(grade),
    size,
    basis,
    record: record.id,
    unverified: record.seen.status === "unverified" || record.doubts.length > 0,
    onsetDays,
    halfDays,
    fullDays,
    minPhaseDays,
    notes,
  };
}

/** The size by its basis: the record's own, its prediction interval, or the one written down with the pair. */
function sizeOf({ basis, size }: PriorInput, { smd, effect }: EvidenceRecord): StandardisedSize | null {
  if (basis === "record") return smd === undefined ? null : { value: smd.value, lo: smd.lo, hi: smd.hi };
  if (basis === "prediction") {
    const { predictionLo: lo, predictionHi: hi } = effect;
    return smd === undefined || lo === undefined || hi === undefined ? null : { value: smd.value, lo, hi };
  }
  return size;
}
