/**
 * What is worth testing next, if anything?
 *
 * From the diary's posterior, the trials, the safety gates and the time a fair test takes to at most three cards. Nothing is offered while an urgent safety message
 * is unread, past a closed gate, or on the strength of a record that may not carry it (very low certainty, surveys, animals, unverified) unless the own diary
 * shows a sign itself. A lever for which the only strong record found nothing is not offered from trials. "Nothing" is a valid answer.
 */
import type { DailyTable } from "../daily/table.ts";
import { fairTests, LONGEST_TEST_DAYS, testDays, type FairTest } from "../evidence/fair-tests.ts";
import { isTrial, recordsToSkin } from "../evidence/matrix.ts";
import { priorsFor, type EvidencePrior } from "../evidence/priors.ts";
import { canBackSuggestion, noEffectOf } from "../evidence/record-checks.ts";
import type { EvidenceRecord } from "../evidence/record.ts";
import { evidenceRecords } from "../evidence/records.ts";
import type { SafetyAnswer } from "../evidence/safety.ts";
import type { SkinCondition } from "../journal/variable.ts";
import type { AnalysisDocument, DocumentEdge } from "./analysis-document.ts";
import { toSafetyDocument } from "./safety-document.ts";
import { probioticNote } from "./safety-words.ts";
import type { HeldSuggestion, Suggestion, SuggestionsDocument } from "./suggestion-document.ts";
import { benefitByDiary, benefitByTrials, edgeOfTest, rankOf } from "./suggestion-odds.ts";
import {
  deedSentence,
  durationSentence,
  gateSentences,
  leverName,
  noConditionYet,
  nothingToTest,
  nothingWhileUrgent,
  nullSentences,
  questionsFirst,
  stopSentences,
  suggestionNote,
  suggestionTitle,
  trialSentence,
} from "./suggestion-words.ts";

const MOST_CARDS = 3;
/** Below this rank a test is not worth months of a person's life. */
const LEAST_RANK = 0.02;
/** Phases are at least four weeks: 28 days are never enough for half an SD, shorter ones for nothing. */
const SHORTEST_PHASE_DAYS = 28;

/** What is known when suggestions are made. `document` null: no analysis yet. `table` of the same diary. */
export interface SuggestionInput {
  readonly document: AnalysisDocument | null;
  readonly table: DailyTable | null;
  readonly conditions: readonly SkinCondition[];
}

interface Found {
  readonly test: FairTest;
  readonly condition: SkinCondition | null;
  readonly prior: EvidencePrior | null;
  readonly record: EvidenceRecord | null;
  readonly edge: DocumentEdge | null;
  readonly probability: number;
  readonly phaseDays: number;
  readonly rank: number;
}

/** At most three cards, what is held back and why. Pure; same input, same bytes. Cost: records times levers. */
export function suggestTests(input: SuggestionInput, safety: SafetyAnswer): SuggestionsDocument {
  const messages = toSafetyDocument(safety);
  const made = (
    cards: readonly Suggestion[],
    nothing: string | null,
    held: readonly HeldSuggestion[],
  ): SuggestionsDocument => ({
    schema: "gutskin.next/1",
    safety: messages,
    cards,
    nothing,
    held,
    note: suggestionNote,
    probioticNote,
    withDiary: input.document !== null,
  });
  if (safety.flags.some((flag) => flag.level !== "D" && !flag.acknowledged)) return made([], nothingWhileUrgent, []);
  const found = fairTests
    .flatMap((test) => foundFor(test, input))
    .filter(({ rank }) => rank >= LEAST_RANK)
    .sort((a, b) => b.rank - a.rank || (a.test.lever < b.test.lever ? -1 : 1));
  const held = found
    .filter(({ test }) => safety.gates[test.experiment].state === "blocked")
    .map((one) => heldCard(one, safety));
  const cards = found
    .filter(({ test }) => safety.gates[test.experiment].state !== "blocked")
    .slice(0, MOST_CARDS)
    .map((one) => card(one, safety));
  return made(cards, cards.length > 0 ? null : whyNothing(held, input.conditions), held);
}

/** The best case for one lever: the condition whose trials or diary say most. Empty when neither may carry it. */
function foundFor(test: FairTest, input: SuggestionInput): readonly Found[] {
  const edge = edgeOfTest(input.document, test);
  const speaks = edge !== null && (edge.verdict === "strong" || edge.verdict === "likely" || edge.verdict === "maybe");
  const isExcluded = edge?.verdict === "none";
  if (isExcluded) return []; // the diary has shown that it does not matter here
  const byTrials = input.conditions.flatMap((condition) =>
    priorsFor({ lever: test.lever, condition }).map((prior) => ({ condition, prior })),
  );
  const candidates = byTrials.flatMap(({ condition, prior }): readonly Found[] => {
    const record = backingRecord(prior);
    // a pair that is judged as very low in all carries nothing, whatever one of its records is worth
    if (record === null || prior.grade === "very low") return [];
    const against = prior.orientation === "exposure" && (test.kind === "leave-out" || test.kind === "eat-less");
    const phaseDays = Math.max(SHORTEST_PHASE_DAYS, prior.minPhaseDays);
    const probability = speaks ? benefitByDiary(edge, test) : benefitByTrials(prior, record, against);
    const rank = rankOf(probability, prior.grade, phaseDays, test);
    return [{ test, condition, prior, record, edge, probability, phaseDays, rank }];
  });
  const own = speaks && candidates.length === 0 ? [ownSign(test, edge, input.conditions)] : [];
  return [...candidates, ...own].sort((a, b) => b.rank - a.rank).slice(0, 1);
}

/**
 * The record that a card may rest on: the one that the prior was made from, or, when that one is not checked yet, the largest other trial record on the same pair that may
 * carry a suggestion and shows an effect for the better. null = none: then trials offer nothing.
 */
function backingRecord(prior: EvidencePrior): EvidenceRecord | null {
  const carries = (record: EvidenceRecord): boolean =>
    canBackSuggestion(record) && !record.null && isForTheBetter(record);
  const records = recordsToSkin(evidenceRecords(), prior.lever, prior.condition);
  const own = records.find(({ id }) => id === prior.record);
  if (own === undefined || own.null) return null;
  if (carries(own)) return own;
  if (own.seen.status === "seen") return null;
  const others = records.filter((record) => isTrial(record) && carries(record));
  return others.sort((a, b) => (b.n ?? 0) - (a.n ?? 0) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** True unless the estimate lies on the side that is no good news. An exposure that goes with worse skin speaks for leaving it out. */
function isForTheBetter({ effect, lever }: EvidenceRecord): boolean {
  const none = noEffectOf(effect.measure);
  if (lever.kind === "exposure" || effect.estimate === null || none === null) return true;
  return effect.betterIs === "lower" ? effect.estimate < none : effect.betterIs !== "higher" || effect.estimate > none;
}

/** Only the diary speaks: phases long enough for three times the longest delay that it allows. */
function ownSign(test: FairTest, edge: DocumentEdge, conditions: readonly SkinCondition[]): Found {
  const phaseDays = Math.min(84, Math.max(SHORTEST_PHASE_DAYS, Math.ceil((3 * edge.delayDays.high80) / 7) * 7));
  const probability = benefitByDiary(edge, test);
  return {
    test,
    condition: conditions.length === 1 ? (conditions[0] ?? null) : null,
    prior: null,
    record: null,
    edge,
    probability,
    phaseDays,
    rank: rankOf(probability, null, phaseDays, test),
  };
}

function card(found: Found, safety: SafetyAnswer): Suggestion {
  const { test, condition, record, edge, probability, phaseDays, rank } = found;
  const onePairDays = testDays(phaseDays, 1);
  const form = test.isReversible && onePairDays <= LONGEST_TEST_DAYS ? "test" : "observe";
  const gate = safety.gates[test.experiment];
  const all = condition === null ? [] : recordsToSkin(evidenceRecords(), test.lever, condition);
  const isLive = test.lever === "probiotic" || test.lever === "synbiotic";
  return {
    lever: test.lever,
    experiment: test.experiment,
    condition,
    form,
    title: suggestionTitle(test, form),
    trials: {
      sentence: trialSentence(record, test.lever, condition),
      nulls: nullSentences(all),
      certainty: record?.certainty.grade ?? null,
      records: all.map(({ id }) => id),
    },
    diary: edge === null ? `Your diary says nothing about ${leverName(test.lever)} yet.` : edge.sentence,
    duration: `${deedSentence(test)} ${durationSentence(phaseDays, form, test.isReversible)}`,
    phaseDays,
    onePairDays,
    twoPairsDays: testDays(phaseDays, 2),
    stop: stopSentences,
    gate: {
      state: gate.state === "professional-first" ? "professional-first" : "open",
      sentences: [
        ...gateSentences(
          gate.fired.filter(({ cleared }) => !cleared).map(({ rule }) => rule),
          gate.openQuestions,
        ),
        ...(isLive ? [probioticNote] : []),
      ],
    },
    probabilityOfBenefit: probability,
    rank,
  };
}

function heldCard({ test }: Found, safety: SafetyAnswer): HeldSuggestion {
  const gate = safety.gates[test.experiment];
  return {
    lever: test.lever,
    experiment: test.experiment,
    title: leverName(test.lever),
    why: gateSentences(
      gate.fired.filter(({ cleared }) => !cleared).map(({ rule }) => rule),
      gate.openQuestions,
    ),
    openQuestions: gate.openQuestions.length,
  };
}

/** Said when there is no card: what is missing first, and only then that nothing is worth testing. */
function whyNothing(held: readonly HeldSuggestion[], conditions: readonly SkinCondition[]): string {
  if (held.some(({ openQuestions }) => openQuestions > 0)) return questionsFirst;
  return conditions.length === 0 ? noConditionYet : nothingToTest;
}
