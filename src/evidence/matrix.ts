/**
 * What is known for every lever and every skin condition, on the way there and on the way back?
 *
 * One cell per pair, none left out: a pair without records says "no trial found". Nulls are counted beside hits, and one trial
 * reported twice counts once. The way there: lever to skin. The way back: skin (or what stands for it) to gut, stress and mind.
 */
import { canBackSuggestion, noEffectOf } from "./record-checks.ts";
import type { DesignKind, EvidenceRecord } from "./record.ts";
import { evidenceLevers, skinConditions } from "./levers.ts";

/**
 * mixed = hits and nulls; only-association = nothing randomised was found, people were only observed; unverified-only = trials are
 * recorded, but none of them is checked against a source, so they claim nothing.
 */
export type CellFinding =
  "favours" | "against" | "mixed" | "null" | "only-association" | "unverified-only" | "no-trial-found";

/** What is known of one lever and one manifestation; no record means that no trial was found. */
export interface EvidenceCell {
  /** Code of the lever (way there) or of the skin state (way back). */
  readonly from: string;
  /** Skin condition (way there) or gut, stress or mind outcome (way back). */
  readonly to: string;
  readonly finding: CellFinding;
  /** True when no comparison of arms (trial or pool of trials) is among the records. */
  readonly noTrialFound: boolean;
  /** Ids of all records of the cell, trials first; empty = nothing found. */
  readonly records: readonly string[];
  /** Studies or pools whose own estimate shows an effect (checked against a source only), and shows none (all). */
  readonly hits: number;
  readonly nulls: number;
  /** Grades in the cell, best first. */
  readonly certainty: readonly EvidenceRecord["certainty"]["grade"][];
  /** How many records could stand behind a suggestion. */
  readonly strongEnough: number;
  readonly unverified: number;
}

/** All cells, both directions of the street. */
export interface EvidenceMatrix {
  readonly toSkin: readonly EvidenceCell[];
  readonly fromSkin: readonly EvidenceCell[];
  readonly skinConditions: readonly string[];
  readonly levers: readonly string[];
  readonly skinStates: readonly string[];
  readonly outcomes: readonly string[];
}

const TRIALS: ReadonlySet<DesignKind> = new Set(["pool-of-trials", "randomised-trial", "crossover-experiment"]);
/** Tried on people without allotment by chance: never a hit, but a null of these counts beside the trials. */
const TRIED: ReadonlySet<DesignKind> = new Set(["trial-not-randomised", "uncontrolled"]);
/** Opinions and animals: shown, never counted as a hit. */
const NO_EFFECT_MEASURED: ReadonlySet<DesignKind> = new Set(["survey", "guideline", "animal"]);
const WAY_BACK: ReadonlySet<string> = new Set(["skin-to-gut", "skin-to-stress"]);
/** What the way back leads to; codes are the outcome names of the records. */
const wayBackOutcomes: readonly string[] = [
  "ibd",
  "crohn",
  "ulcerative-colitis",
  "ibs",
  "sibo",
  "gut-bacteria",
  "gut-barrier",
  "gut-inflammation",
  "food-allergy",
  "food-sensitisation",
  "stress",
];
const skinStates: readonly string[] = [...skinConditions, "skin-barrier", "skin-damage", "light-treatment"];
const gradeOrder = ["high", "moderate", "low", "very low"] as const;

/** True when the design compares arms that chance has allotted. */
export function isTrial(record: EvidenceRecord): boolean {
  return TRIALS.has(record.design.kind);
}

/** True when the record looks from the skin to gut or mind (associations of a skin disease with a gut outcome included). */
export function looksBack(record: EvidenceRecord): boolean {
  return (
    WAY_BACK.has(record.direction) ||
    (record.direction === "association" &&
      wayBackOutcomes.includes(record.outcome.name) &&
      record.lever.groups.some((group) => skinStates.includes(group)))
  );
}

/** Both ways of the street as full tables. Pure; the order is that of levers.ts. */
export function evidenceMatrix(records: readonly EvidenceRecord[]): EvidenceMatrix {
  const levers = evidenceLevers.map((lever) => lever.code).filter((code) => !skinStates.includes(code));
  return {
    toSkin: levers.flatMap((lever) =>
      skinConditions.map((condition) => toCell(lever, condition, recordsToSkin(records, lever, condition))),
    ),
    fromSkin: skinStates.flatMap((skin) =>
      wayBackOutcomes.map((outcome) =>
        toCell(
          skin,
          outcome,
          records.filter(
            (record) => looksBack(record) && record.lever.groups.includes(skin) && record.outcome.name === outcome,
          ),
        ),
      ),
    ),
    skinConditions,
    levers,
    skinStates,
    outcomes: wayBackOutcomes,
  };
}

/** Records about this lever and this skin condition on the way there; blood markers and safety rows are no skin outcome. */
export function recordsToSkin(
  records: readonly EvidenceRecord[],
  lever: string,
  condition: string,
): readonly EvidenceRecord[] {
  return records.filter(
    (record) =>
      !looksBack(record) &&
      record.direction !== "gut-to-mediator" &&
      record.direction !== "safety" &&
      record.lever.groups.includes(lever) &&
      record.outcome.conditions.includes(condition),
  );
}

function toCell(from: string, to: string, found: readonly EvidenceRecord[]): EvidenceCell {
  const trials = found.filter(isTrial);
  const others = found.filter((record) => !isTrial(record));
  const tried = others.filter((record) => TRIED.has(record.design.kind));
  const seenHits = (trials.length > 0 ? trials : others).filter(
    (record) => !record.null && record.seen.status === "seen" && !NO_EFFECT_MEASURED.has(record.design.kind),
  );
  const nulls = (trials.length > 0 ? [...trials, ...tried] : others).filter((record) => record.null);
  const distinct = (list: readonly EvidenceRecord[]): number => new Set(list.map((record) => record.trial)).size;
  return {
    from,
    to,
    finding: findingOf(trials, nulls, found.length),
    noTrialFound: trials.length === 0,
    records: [...trials, ...others].map((record) => record.id),
    hits: distinct(seenHits),
    nulls: distinct(nulls),
    certainty: gradeOrder.filter((grade) => found.some((record) => record.certainty.grade === grade)),
    strongEnough: found.filter(canBackSuggestion).length,
    unverified: found.filter((record) => record.seen.status === "unverified").length,
  };
}

/** Trials that were seen decide; a null of any of them, or of one of their subgroups and other outcomes, makes a cell mixed. */
function findingOf(trials: readonly EvidenceRecord[], nulls: readonly EvidenceRecord[], found: number): CellFinding {
  if (found === 0) return "no-trial-found";
  if (trials.length === 0) return "only-association";
  const seen = trials.filter((record) => record.seen.status === "seen");
  if (seen.length === 0) return "unverified-only";
  const hits = seen.filter((record) => !record.null);
  if (hits.length === 0) return "null";
  if (nulls.length > 0 || trials.some((record) => record.others.some((other) => other.null === true))) return "mixed";
  return hits.every(pointsAgainst) ? "against" : "favours";
}

/** True when the estimate lies on the side that is no good news. */
function pointsAgainst({ effect }: EvidenceRecord): boolean {
  const none = noEffectOf(effect.measure) ?? 0;
  if (effect.estimate === null) return false;
  if (effect.betterIs === "lower") return effect.estimate > none;
  return effect.betterIs === "higher" && effect.estimate < none;
}
