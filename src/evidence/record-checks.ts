/**
 * Do the evidence records make sense, one by one and among themselves?
 *
 * The checks that must fail a build: limits in order, null flag as the interval says, DOI well-formed, unverified marked,
 * contradictions on both sides, reasons and levers known, standardised sizes believable. Each finding names record and rule.
 * A limit printed exactly at no effect is borderline: the stated P decides, and without one the record is not called null but says so.
 */
import { isCertaintyReason } from "./certainty-reasons.ts";
import { leverByCode } from "./levers.ts";
import type { Effect, EvidenceRecord, Measure } from "./record.ts";

export interface RecordFinding {
  readonly id: string;
  readonly rule: string;
}

/** Value of the measure at which nothing happens: 0, 1, or null where there is no such value. */
export function noEffectOf(measure: Measure): number | null {
  switch (measure) {
    case "MD":
    case "SMD":
    case "g":
    case "d":
    case "r":
    case "RD":
    case "difference":
      return 0;
    case "OR":
    case "aOR":
    case "HR":
    case "RR":
    case "ratio":
      return 1;
    case "share":
    case "Z":
    case "direction":
      return null;
  }
}

/** What the figures alone say about the null flag; null = they leave it open (no limits and no P, or a plain share). */
export function nullByFigures(effect: Effect): boolean | null {
  const none = noEffectOf(effect.measure);
  const stated = effect.p === undefined ? null : effect.p > 0.05 || (effect.p === 0.05 && effect.pForm === "above");
  if (none !== null && effect.lo !== null && effect.hi !== null) {
    if (effect.lo === none || effect.hi === none) return stated ?? false;
    return effect.lo < none && effect.hi > none;
  }
  return stated;
}

const DOI = /^10\.\d{4,9}\/[-._;()/:A-Za-z0-9]+$/;

/** Everything that is not in order; empty = fit to ship. */
export function checkRecords(records: readonly EvidenceRecord[]): readonly RecordFinding[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const findings = records.flatMap((record) => [
    ...checkFigures(record),
    ...checkSources(record),
    ...checkLinks(record, byId),
  ]);
  if (byId.size !== records.length) findings.push({ id: "", rule: "two records share an id" });
  return findings;
}

/** Keeps the rules whose condition is broken. */
function broken(id: string, rules: readonly (readonly [boolean, string])[]): readonly RecordFinding[] {
  return rules.filter(([holds]) => !holds).map(([, rule]) => ({ id, rule }));
}

function checkFigures({ id, effect, smd, mcid, null: isNull, others }: EvidenceRecord): readonly RecordFinding[] {
  const { estimate, lo, hi, predictionLo, predictionHi } = effect;
  const ratio = noEffectOf(effect.measure) === 1;
  const figures = [estimate, lo, hi].filter((value) => value !== null);
  const expected = nullByFigures(effect);
  return broken(id, [
    [(lo === null) === (hi === null), "one limit without the other"],
    [(effect.limits === "none") === (lo === null), "limits and their origin disagree"],
    [lo === null || hi === null || (estimate !== null && lo <= estimate && estimate <= hi), "lo <= estimate <= hi"],
    [predictionLo === undefined || lo === null || predictionLo <= lo, "prediction interval narrower below"],
    [predictionHi === undefined || hi === null || predictionHi >= hi, "prediction interval narrower above"],
    [!ratio || figures.every((value) => value > 0), "a ratio is above 0"],
    [effect.measure !== "share" || figures.every((value) => value >= 0 && value <= 1), "a share is between 0 and 1"],
    [smd === undefined || Math.abs(smd.value) <= 3, "a standardised size beyond 3"],
    [smd === undefined || (smd.lo <= smd.value && smd.value <= smd.hi), "order of the standardised limits"],
    [mcid === undefined || mcid.value > 0, "a change that matters is above 0"],
    [expected === null || expected === isNull, "null flag against the figures"],
    [(effect.p === undefined) === (effect.pForm === undefined), "P without its form"],
    [others.every((o) => o.lo === undefined || o.hi === undefined || o.lo <= o.hi), "order of limits in other results"],
    [
      others.every(
        (o) =>
          o.estimate === undefined || o.lo === undefined || (o.lo <= o.estimate && o.estimate <= (o.hi ?? o.estimate)),
      ),
      "lo <= estimate <= hi in other results",
    ],
  ]);
}

function checkSources({ id, citation, seen, certainty, lever }: EvidenceRecord): readonly RecordFinding[] {
  const named = citation.authors ?? citation.journal ?? citation.title;
  return broken(id, [
    [named !== undefined, "a claim without a source"],
    [citation.doi === null || DOI.test(citation.doi), "DOI form"],
    [(citation.doi === null) === (citation.doiState === "none"), "DOI and its state disagree"],
    [(seen.status === "unverified") === (seen.how === "not read"), "unverified and how it was seen disagree"],
    [seen.status === "unverified" || seen.where !== null, "seen, but nowhere"],
    [
      (seen.status === "unverified") === certainty.reasons.includes("figures-unverified"),
      "unverified is not among the reasons",
    ],
    [certainty.reasons.every(isCertaintyReason), "unknown reason"],
    [lever.groups.every((code) => leverByCode(code) !== null), "unknown lever"],
  ]);
}

function checkLinks(
  { id, contradicts }: EvidenceRecord,
  byId: ReadonlyMap<string, EvidenceRecord>,
): readonly RecordFinding[] {
  return broken(id, [
    [contradicts.every((other) => byId.has(other)), "contradicts an unknown record"],
    [
      contradicts.every((other) => byId.get(other)?.contradicts.includes(id) !== false),
      "contradiction on one side only",
    ],
    [!contradicts.includes(id), "contradicts itself"],
  ]);
}

const TOO_WEAK: ReadonlySet<string> = new Set(["survey", "animal", "uncontrolled", "cross-sectional"]);

/**
 * May this record stand behind a suggestion? Never when it is unverified, very low, a survey, an animal study, without
 * comparison or of one point in time.
 */
export function canBackSuggestion(record: EvidenceRecord): boolean {
  return record.seen.status === "seen" && record.certainty.grade !== "very low" && !TOO_WEAK.has(record.design.kind);
}
