/**
 * How likely is it that a lever helps this person more than the smallest change that matters?
 *
 * Where the diary has the pair, its posterior decides (for a step that people can picture, in the direction that the test would go); else the trials' prior for
 * people in general. The prior speaks in SDs between people; the change that matters is then the record's own MCID, or half an SD (Norman 2003,
 * Med Care 41:582) where it names none. Rank = probability x certainty x feasibility (evidence notes, section 10); it orders cards and is not a chance of anything.
 */
import { fairTestOfColumn, LONGEST_TEST_DAYS, testDays, type FairTest } from "../evidence/fair-tests.ts";
import type { EvidencePrior } from "../evidence/priors.ts";
import type { Certainty, EvidenceRecord } from "../evidence/record.ts";
import { normalCdf } from "../numeric/normal.ts";
import type { AnalysisDocument, DocumentEdge } from "./analysis-document.ts";

const HALF_SD = 0.5;
/** 95 % of a normal lies within this many SDs. */
const SDS_95 = 1.96;
const CERTAINTY_WEIGHT: Readonly<Record<Certainty, number>> = { high: 1, moderate: 0.8, low: 0.5, "very low": 0.2 };
/** An observed diary without any trial behind it counts as low certainty. */
const DIARY_WEIGHT = 0.5;

/** P(better by more than what matters) when nothing but trials is known. `against`: the lever is left out, so the sign turns. */
export function benefitByTrials(prior: EvidencePrior, record: EvidenceRecord, against: boolean): number {
  const { mcid, smd } = record;
  const known =
    mcid !== undefined && smd !== undefined && mcid.ratio !== 0 ? Math.abs(smd.value / mcid.ratio) : HALF_SD;
  const mean = against ? -prior.mean : prior.mean;
  // negative = better skin
  return normalCdf((-known - mean) / prior.sd);
}

/** The edge of the diary that tells most about this lever: the likeliest one to a skin outcome that it may change; null when there is none. */
export function edgeOfTest(document: AnalysisDocument | null, test: FairTest): DocumentEdge | null {
  const edges = (document?.edges ?? []).filter(
    (edge) => edge.toRole === "skin" && fairTestOfColumn(edge.from, edge.fromLabel)?.lever === test.lever,
  );
  return edges.reduce<DocumentEdge | null>(
    (best, edge) => (best === null || edge.probability > best.probability ? edge : best),
    null,
  );
}

/** P(better by more than the smallest effect of interest) by the diary, for a step up, or down when less of it is tested. */
export function benefitByDiary(edge: DocumentEdge, test: FairTest): number {
  const down = test.kind === "leave-out" || test.kind === "eat-less";
  const { mean, low95, high95 } = edge.effectIfReal;
  const sd = Math.max((high95 - low95) / (2 * SDS_95), 1e-12);
  const limit = edge.smallestEffectOfInterest;
  const isBetterUp = edge.direction === "better";
  // size of the change in the direction of the test, positive = better
  const change = (isBetterUp === down ? -1 : 1) * Math.abs(mean);
  return edge.direction === "changes" ? 0 : edge.probability * normalCdf((change - limit) / sd);
}

/** Order of a card. `phaseDays`: length of one phase. */
export function rankOf(probability: number, certainty: Certainty | null, phaseDays: number, test: FairTest): number {
  const weight = certainty === null ? DIARY_WEIGHT : CERTAINTY_WEIGHT[certainty];
  return probability * weight * feasibilityOf(phaseDays, test);
}

/** 1 for a test of up to about four months, less for a longer one, least where only watching is possible. */
function feasibilityOf(phaseDays: number, test: FairTest): number {
  const days = testDays(phaseDays, 1);
  if (!test.isReversible || days > LONGEST_TEST_DAYS) return 0.3;
  return days > 126 ? 0.7 : 1;
}
