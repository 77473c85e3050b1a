import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../test/support/replicas.ts";
import { madeEdge, madePosterior, madeTable } from "../../test/fixtures/made-posterior.ts";
import { fairTestOfColumn, fairTests, testDays } from "../evidence/fair-tests.ts";
import { canBackSuggestion } from "../evidence/record-checks.ts";
import { evidenceRecords } from "../evidence/records.ts";
import { evaluateSafety, safetyVocabulary } from "../evidence/safety.ts";
import { unknownFacts, type Answer, type FactId, type SafetyFacts } from "../evidence/safety-facts.ts";
import type { SkinCondition } from "../journal/variable.ts";
import type { AnalysisDocument } from "./analysis-document.ts";
import { suggestTests } from "./suggest.ts";
import { toDocument } from "./to-document.ts";

const today = dayOf("2026-11-22");
const allNo: Partial<Record<FactId, Answer>> = Object.fromEntries(safetyVocabulary.facts.map((id) => [id, "no"]));
const clear: SafetyFacts = {
  ...unknownFacts(today),
  answers: allNo,
  ageYears: 35,
  bodyMassIndex: 23,
  medicines: [],
  eliminationDays: 28,
};
const safe = evaluateSafety(clear);
const table = madeTable();
const documentOf = (...edges: readonly Parameters<typeof madeEdge>[0][]): AnalysisDocument =>
  toDocument(madePosterior({ edges: edges.map((edge) => madeEdge(edge)) }), table, [], { safety: safe });
const ask = (
  conditions: readonly SkinCondition[],
  facts: SafetyFacts = clear,
  document: AnalysisDocument | null = null,
): ReturnType<typeof suggestTests> => suggestTests({ document, table, conditions }, evaluateSafety(facts));

describe("what is worth testing next", () => {
  it("offers what trials may carry, with nulls, time and stops; never more than three", () => {
    const { cards } = ask(["eczema", "acne", "psoriasis"]);
    expect(cards).toHaveLength(3);
    for (const card of cards) {
      expect(card.trials.records.length).toBeGreaterThan(0);
      expect(card.stop.length).toBeGreaterThan(1);
      expect(card.twoPairsDays).toBe(14 + 4 * card.phaseDays);
      expect(card.duration).toMatch(/days|months/);
    }
    const probiotic = ask(["eczema"]).cards.find(({ lever }) => lever === "probiotic");
    // the pooled trials found nothing on itch as the person rates it: that stands on the card
    expect(probiotic?.trials.nulls.join(" ")).toMatch(/itch/i);
    expect(probiotic?.gate.sentences.join(" ")).toContain("Talk to a doctor or a pharmacist");
  });

  it("has nothing to offer where trials are too weak, and says so without a push", () => {
    const rosacea = ask(["rosacea"]);
    for (const card of rosacea.cards) expect(card.lever).not.toBe("probiotic");
    const none = ask([]);
    expect(none.cards).toEqual([]);
    expect(none.nothing).toContain("Say which skin condition");
  });

  it("never rests a card of trials on a record that may not carry it, nor on one that found nothing", () => {
    for (const condition of ["acne", "eczema", "rosacea", "psoriasis", "dryness"] as const) {
      for (const card of ask([condition]).cards) {
        const behind = evidenceRecords().filter(({ id }) => card.trials.records.includes(id));
        expect(behind.some((record) => canBackSuggestion(record) && !record.null)).toBe(true);
        expect(card.trials.certainty).not.toBe("very low");
        expect(card.trials.sentence).toContain(`How sure that is: ${card.trials.certainty ?? ""}.`);
      }
    }
    // omega-3 alone in psoriasis: the one strong record is null
    expect(ask(["psoriasis"]).cards.map(({ lever }) => lever)).not.toContain("omega-3");
  });

  it("keeps a probiotic back while one gate answer is missing or yes, and names why", () => {
    const { centralLine: _unasked, ...rest } = allNo;
    for (const answers of [
      rest,
      { ...allNo, centralLine: "yes" as const },
      { ...allNo, centralLine: "do-not-know" as const },
    ]) {
      const { cards, held } = ask(["eczema"], { ...clear, answers });
      expect(cards.map(({ lever }) => lever)).not.toContain("probiotic");
      expect(held.find(({ lever }) => lever === "probiotic")?.why.length).toBeGreaterThan(0);
    }
  });

  it("asks first where only unanswered questions keep everything back, and names the experiment that they belong to", () => {
    const { cards, held, nothing } = ask(["eczema"], unknownFacts(today));
    expect(cards).toEqual([]);
    expect(held.length).toBeGreaterThan(0);
    for (const one of held) {
      expect(one.openQuestions).toBeGreaterThan(0);
      expect(fairTests.some(({ lever, experiment }) => lever === one.lever && experiment === one.experiment)).toBe(
        true,
      );
    }
    expect(nothing).toContain("questions come first");
    expect(ask(["eczema"]).nothing).toBeNull();
  });

  it("says what stands for everybody: ask before a probiotic, and whether the diary was looked at", () => {
    const alone = ask(["rosacea"]);
    expect(alone.probioticNote).toContain("Talk to a doctor or a pharmacist");
    expect(alone.withDiary).toBe(false);
    expect(ask(["rosacea"], clear, documentOf({})).withDiary).toBe(true);
  });

  it("offers nothing while an urgent message is unread", () => {
    const urgent = ask(["eczema"], { ...clear, answers: { ...allNo, allergicEmergency: "yes" } });
    expect(urgent.cards).toEqual([]);
    expect(urgent.safety.flags[0]?.rule).toBe("anaphylaxis");
    expect(urgent.nothing).toContain("safety message");
  });

  it("lets the diary speak where no trial does, and drops what the diary has excluded", () => {
    const fibre = { from: "fibreGrams", to: "skinSeverity", toRole: "skin" as const };
    const found = documentOf({
      ...fibre,
      inclusionProbability: 0.97,
      reported: true,
      ifReal: { mean: -0.09, low95: -0.12, high95: -0.06 },
      smallestEffectOfInterest: 0.02,
    });
    const card = ask(["eczema"], clear, found).cards.find(({ lever }) => lever === "fibre");
    expect(card?.trials.certainty).toBeNull();
    expect(card?.trials.sentence).toContain("No trial was found");
    expect(card?.diary).toBe(found.edges[0]?.sentence);
    expect(card?.probabilityOfBenefit).toBeGreaterThan(0.9);
    // the same size for the worse: nobody is offered more of it
    const worse = documentOf({
      ...fibre,
      inclusionProbability: 0.97,
      reported: true,
      ifReal: { mean: 0.09, low95: 0.06, high95: 0.12 },
      averaged: { mean: 0.087, low95: 0, high95: 0.12 },
      probabilityPositive: 0.99,
      smallestEffectOfInterest: 0.02,
    });
    expect(ask(["eczema"], clear, worse).cards.map(({ lever }) => lever)).not.toContain("fibre");
  });

  it("never adds what may harm: alcohol, milk and triggers are only left out", () => {
    for (const test of fairTests) {
      if (["alcohol", "dairy", "spicy-food"].includes(test.lever)) expect(test.kind).toBe("leave-out");
      expect(safetyVocabulary.experiments).toContain(test.experiment);
    }
    expect(fairTestOfColumn("supplement:x", "Omni Synbiotic 10")?.lever).toBe("synbiotic");
    expect(fairTestOfColumn("medicine:isotretinoin", "Isotretinoin")).toBeNull();
    expect([28, 42, 56, 70, 84, 112].map((days) => [testDays(days, 1), testDays(days, 2)])).toEqual([
      [70, 126],
      [98, 182],
      [126, 238],
      [154, 294],
      [182, 350],
      [238, 462],
    ]);
  });

  it("is the same for the same input, whatever is answered", () => {
    const reply = fc.constantFrom<Answer>("yes", "no", "do-not-know");
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...safetyVocabulary.facts), reply), (answers) => {
        const facts = { ...clear, answers };
        const once = ask(["eczema", "acne"], facts);
        expect(JSON.stringify(once)).toBe(JSON.stringify(ask(["eczema", "acne"], facts)));
        expect(once.cards.length).toBeLessThanOrEqual(3);
        const gates = evaluateSafety(facts).gates;
        for (const card of once.cards) expect(gates[card.experiment].state).not.toBe("blocked");
      }),
      { numRuns: 60 },
    );
  });
});
