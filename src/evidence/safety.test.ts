import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isDay, type Day } from "../base/day.ts";
import { medicineClasses, readMedicine } from "./medicine-classes.ts";
import { evaluateSafety, isOpen, safetyVocabulary } from "./safety.ts";
import { unknownFacts, type Answer, type ExperimentCode, type FactId, type SafetyFacts } from "./safety-facts.ts";
import { gateRules, immunosuppressants } from "./safety-gates.ts";
import { redFlagRules, stopRules } from "./safety-red-flags.ts";

const day = (text: string): Day => {
  if (!isDay(text)) throw new Error(text);
  return text;
};
const today = day("2026-11-22");
const allNo: Partial<Record<FactId, Answer>> = Object.fromEntries(
  safetyVocabulary.facts.map((id) => [id, "no" as const]),
);
/** A person who has answered everything with no. */
const healthy: SafetyFacts = {
  ...unknownFacts(today),
  answers: { ...allNo, coeliacTestDone: "yes" },
  ageYears: 35,
  bodyMassIndex: 23,
  medicines: [],
  eliminationDays: 42,
};
const yes = (...ids: readonly FactId[]): Partial<Record<FactId, Answer>> =>
  Object.fromEntries(ids.map((id) => [id, "yes" as const]));
const person = (ids: readonly FactId[], changes: Partial<SafetyFacts> = {}): SafetyFacts => ({
  ...healthy,
  ...changes,
  answers: { ...healthy.answers, ...yes(...ids), ...changes.answers },
});
const weights = (from: number, to: number): SafetyFacts["weights"] =>
  [...Array(14).keys()].map((i) => ({ day: addDays(today, -100 + i * 7), kilograms: i < 7 ? from : to }));

/** Rule, a person who fires it, and a near miss. */
type Case = readonly [string, SafetyFacts, SafetyFacts];
const flagCases: readonly Case[] = [
  ["anaphylaxis", person(["allergicEmergency"]), person(["immediateReactionToFood"])],
  ["erythroderma", person(["mostSkinRedHotOrScaling"]), person(["fever"])],
  ["pustules-with-fever", person(["suddenPustulesOnRedSkin", "fever"]), person(["suddenPustulesOnRedSkin"])],
  ["eczema-herpeticum", person(["eczema", "clustersOfPainfulBlisters"]), person(["clustersOfPainfulBlisters"])],
  ["infected-skin", person(["spreadingRednessOrPus"]), person(["fever"])],
  ["blood-in-stool", person(["bloodInStool"]), person(["nightDiarrhoea"])],
  ["weight-loss", person([], { weights: weights(80, 76) }), person([], { weights: weights(80, 76.1) })],
  [
    "bowel-change",
    person(["bowelChangeOverSixWeeks"], { ageYears: 61 }),
    person(["bowelChangeOverSixWeeks"], { ageYears: 60 }),
  ],
  ["bowel-inflammation", person(["nightDiarrhoea"]), person(["bowelChangeOverSixWeeks"])],
  ["self-harm", person(["thoughtsOfSelfHarm"]), person(["lowMood"])],
  [
    "medicine-and-pregnancy",
    person(["pregnantOrTrying"], { medicines: ["Roaccutane 20 mg"] }),
    person([], { medicines: ["Roaccutane 20 mg"] }),
  ],
  ["rosacea-eyes", person(["rosacea", "eyePainLightOrVision"]), person(["eyePainLightOrVision"])],
  ["psoriasis-joints", person(["psoriasis", "newJointPainOrStiffness"]), person(["psoriasis"])],
];

type GateCase = readonly [string, ExperimentCode, SafetyFacts, SafetyFacts];
const gateCases: readonly GateCase[] = [
  [
    "live-weak-immune-system",
    "probiotic-bacteria",
    person([], { medicines: ["Rinvoq 15 mg"] }),
    person([], { medicines: ["ibuprofen"] }),
  ],
  ["live-central-line", "synbiotic", person(["centralLine"]), person(["personWithLineInRoom"])],
  ["live-critical-illness", "probiotic-bacteria", person(["criticalIllness"]), person(["recentMajorSurgery"])],
  ["live-pancreatitis", "probiotic-bacteria", person(["acutePancreatitis"]), person(["severeBellyPain"])],
  ["live-damaged-gut", "live-powder", person(["shortBowelOrDamagedGut"]), person(["nightDiarrhoea"])],
  ["live-severe-bowel-disease", "probiotic-bacteria", person(["severeActiveIbd"]), person(["bloodInStool"])],
  ["live-heart-valve", "probiotic-bacteria", person(["heartValveOrEndocarditis"]), person(["anaemia"])],
  ["live-premature-infant", "probiotic-bacteria", person(["prematureInfant"]), person([], { ageYears: 1 })],
  ["live-recent-surgery", "probiotic-bacteria", person(["recentMajorSurgery"]), person(["criticalIllness"])],
  ["yeast-allergy", "probiotic-yeast", person(["yeastAllergy"]), person(["milkOrSoyAllergy"])],
  ["yeast-line-in-room", "probiotic-yeast", person(["personWithLineInRoom"]), person(["yeastAllergy"])],
  [
    "yeast-antifungal",
    "probiotic-yeast",
    person([], { medicines: ["fluconazole"] }),
    person([], { medicines: ["ketoconazole cream"] }),
  ],
  ["live-pregnancy", "synbiotic", person(["breastFeeding"]), person([], { ageYears: 18 })],
  ["live-under-18", "probiotic-bacteria", person([], { ageYears: 17.9 }), person([], { ageYears: 18 })],
  ["live-milk-or-soy-allergy", "live-powder", person(["milkOrSoyAllergy"]), person(["yeastAllergy"])],
  [
    "live-antibiotic",
    "probiotic-bacteria",
    person([], { medicines: ["doxycycline"] }),
    person([], { medicines: ["clindamycin gel"] }),
  ],
  ["fermented-food-severe", "fermented-food", person(["transplant"]), person(["milkOrSoyAllergy"])],
  ["diet-under-18", "elimination-diet", person([], { ageYears: 17 }), person(["dietitianSupports"], { ageYears: 17 })],
  ["diet-pregnancy", "gluten-free-diet", person(["pregnantOrTrying"]), person(["psoriasis"])],
  ["diet-eating-disorder", "weight-loss-diet", person(["eatingDisorder"]), person(["lowMood"])],
  ["diet-low-weight", "elimination-diet", person([], { bodyMassIndex: 18.4 }), person([], { bodyMassIndex: 18.5 })],
  [
    "diet-weight-loss",
    "elimination-diet",
    person([], { weights: weights(80, 75) }),
    person(["weightLossIntended"], { weights: weights(80, 75) }),
  ],
  [
    "diet-diabetes-medicine",
    "low-carbohydrate-diet",
    person([], { medicines: ["gliclazide"] }),
    person([], { medicines: ["metformin"] }),
  ],
  ["diet-immediate-reaction", "reintroduction", person(["immediateReactionToFood"]), person(["milkOrSoyAllergy"])],
  [
    "diet-asthma-and-food-allergy",
    "elimination-diet",
    person(["uncontrolledAsthmaWithFoodAllergy"]),
    person(["milkOrSoyAllergy"]),
  ],
  ["diet-one-food-group", "elimination-diet", person(["moreThanOneFoodGroup"]), person(["foodAvoidedOverSixWeeks"])],
  ["diet-six-weeks", "elimination-diet", person([], { eliminationDays: 43 }), person([], { eliminationDays: 42 })],
  ["reintroduction-atopic", "reintroduction", person(["eczema"]), person(["psoriasis"])],
  [
    "reintroduction-after-long-avoidance",
    "reintroduction",
    person(["atopic", "foodAvoidedOverSixWeeks"]),
    person(["foodAvoidedOverSixWeeks"]),
  ],
  ["gluten-test-first", "gluten-free-diet", person([], { answers: { coeliacTestDone: "no" } }), person([])],
  ["gluten-psoriasis", "gluten-free-diet", person(["psoriasis"]), person(["psoriasis", "coeliacTestPositive"])],
  ["never-infants", "collagen", person([], { ageYears: 0.9 }), person([], { ageYears: 1 })],
  [
    "fish-oil-dose-or-blood-thinner",
    "fish-oil",
    person([], { medicines: ["Eliquis"] }),
    person([], { medicines: ["cetirizine"] }),
  ],
];
const neverCases: readonly (readonly [string, ExperimentCode, ExperimentCode])[] = [
  ["never-prescribed-medicine", "prescribed-medicine", "diet-pattern"],
  ["never-stop-treatment", "stop-prescribed-medicine", "stress-programme"],
  ["never-add-alcohol", "add-alcohol", "avoid-alcohol"],
  ["never-provoke-rosacea", "provoke-rosacea", "avoid-rosacea-trigger"],
  ["never-restrict-sleep", "restrict-sleep", "stress-programme"],
  ["never-induce-stress", "induce-stress", "stress-programme"],
  ["never-uv", "uv-exposure", "diet-pattern"],
  ["never-megadose", "vitamin-or-zinc-megadose", "collagen"],
  ["never-allergen-challenge", "allergen-challenge", "fermented-food"],
];
const flagsOf = (facts: SafetyFacts): readonly string[] => evaluateSafety(facts).flags.map((flag) => flag.rule);
const gatesOf = (facts: SafetyFacts, code: ExperimentCode): readonly string[] =>
  evaluateSafety(facts).gates[code].fired.map((gate) => gate.rule);

describe("the red flags", () => {
  it.each(flagCases)("%s fires, and a near miss does not", (rule, fires, misses) => {
    expect(flagsOf(fires)).toContain(rule);
    expect(flagsOf(misses)).not.toContain(rule);
  });

  it("all have a case, and nothing fires for a healthy person", () => {
    expect(flagCases.map(([rule]) => rule)).toEqual(redFlagRules.map((rule) => rule.id));
    expect(evaluateSafety(healthy)).toMatchObject({ level: null, flags: [], toAsk: [], stop: [], contradictions: [] });
  });

  it.each<[string, readonly FactId[], string, readonly FactId[], string]>([
    ["erythroderma", ["mostSkinRedHotOrScaling"], "S", ["unwellFeverishOrShivering"], "E"],
    ["eczema-herpeticum", ["eczema", "clustersOfPainfulBlisters"], "S", ["blistersNearTheEyes"], "E"],
    ["blood-in-stool", ["bloodInStool"], "D", ["muchBlood"], "S"],
    ["bowel-inflammation", ["severeBellyPain"], "D", ["veryIll"], "S"],
  ])("%s is raised when more is known", (_, base, low, more, high) => {
    expect(evaluateSafety(person(base)).level).toBe(low);
    expect(evaluateSafety(person([...base, ...more])).level).toBe(high);
  });

  it("list all reasons, the highest level first", () => {
    const { level, flags } = evaluateSafety(person(["bloodInStool", "spreadingRednessOrPus", "allergicEmergency"]));
    expect(level).toBe("E");
    expect(flags.map((flag) => flag.level)).toEqual(["E", "S", "D"]);
  });

  it("never fall when one more sign is added", () => {
    const rank = (facts: SafetyFacts): number => ["D", "S", "E"].indexOf(evaluateSafety(facts).level ?? "");
    const sign = fc.constantFrom(...safetyVocabulary.facts.slice(0, 26).filter((id) => id !== "weightLossIntended"));
    fc.assert(
      fc.property(fc.array(sign), sign, (signs, extra) => rank(person([...signs, extra])) >= rank(person(signs))),
    );
  });

  it("ask what is not known instead of taking it as safe", () => {
    const { level, toAsk } = evaluateSafety(unknownFacts(today));
    expect(level).toBe(null);
    expect(toAsk).toEqual(expect.arrayContaining(["allergicEmergency", "bloodInStool", "pregnantOrTrying"]));
    expect(toAsk).not.toContain("thoughtsOfSelfHarm");
    expect(evaluateSafety({ ...unknownFacts(today), medicines: ["isotretinoin"] }).toAsk).toContain(
      "thoughtsOfSelfHarm",
    );
    expect(evaluateSafety(person([], { answers: { bloodInStool: "do-not-know" } })).toAsk).toEqual(["bloodInStool"]);
  });

  it("do not fire for weight on one typing error or on fewer than 14 weighings", () => {
    const typo = weights(80, 80).map((row, i) => (i === 13 ? { ...row, kilograms: 8 } : row));
    expect(flagsOf(person([], { weights: typo }))).toEqual([]);
    expect(flagsOf(person([], { weights: weights(80, 70).slice(1) }))).toEqual([]);
    const old = weights(80, 70).map((row) => ({ ...row, day: addDays(row.day, -400) }));
    expect(flagsOf(person([], { weights: old }))).toEqual([]);
  });
});

describe("the gates", () => {
  it.each(gateCases)("%s closes %s, and a near miss does not", (rule, code, fires, misses) => {
    expect(gatesOf(fires, code)).toContain(rule);
    expect(evaluateSafety(fires).gates[code].state).not.toBe("open");
    expect(gatesOf(misses, code)).not.toContain(rule);
  });

  it.each(neverCases)("%s: %s is never started, whatever anybody confirms; %s is not meant", (rule, code, other) => {
    const confirmed = person([], { confirmations: [{ experiment: code, day: today }] });
    expect(gatesOf(confirmed, code)).toContain(rule);
    expect(evaluateSafety(confirmed).gates[code].state).toBe("blocked");
    expect(gatesOf(healthy, other)).not.toContain(rule);
  });

  it("all have a case", () => {
    const tested = [...gateCases, ...neverCases].map(([rule]) => rule).sort();
    expect(tested).toEqual(gateRules.map((rule) => rule.id).sort());
  });

  it("are open for a healthy person who has answered everything", () => {
    const answer = evaluateSafety(healthy);
    const closed = safetyVocabulary.experiments.filter((code) => !isOpen(answer, code));
    expect(closed).toEqual([
      "prescribed-medicine",
      "stop-prescribed-medicine",
      "add-alcohol",
      "provoke-rosacea",
      "restrict-sleep",
      "induce-stress",
      "uv-exposure",
      "vitamin-or-zinc-megadose",
      "allergen-challenge",
    ]);
  });

  it("are blocked by every single unanswered question of the probiotic gate", () => {
    const { state, openQuestions } = evaluateSafety(unknownFacts(today)).gates["probiotic-yeast"];
    expect(state).toBe("blocked");
    const asked = openQuestions.filter(
      (id) => id !== "ageYears" && id !== "medicines" && id !== "bodyMassIndex" && id !== "eliminationDays",
    );
    expect(asked.length).toBeGreaterThan(15);
    for (const id of asked) {
      const rest = Object.fromEntries(Object.entries(healthy.answers).filter(([name]) => name !== id));
      const answer = evaluateSafety({
        ...healthy,
        answers: rest,
        confirmations: [{ experiment: "probiotic-yeast", day: today }],
      });
      expect([id, answer.gates["probiotic-yeast"].state]).toEqual([id, "blocked"]);
    }
    for (const gap of [{ medicines: null }, { ageYears: null }]) {
      expect(evaluateSafety({ ...healthy, ...gap }).gates["probiotic-bacteria"].state).toBe("blocked");
    }
  });

  it("take 'I do not know' as yes", () => {
    const unsure = person([], { answers: { immunosuppressed: "do-not-know" } });
    expect(gatesOf(unsure, "probiotic-bacteria")).toEqual(["live-weak-immune-system"]);
  });

  it("open by a professional's word for 90 days, for that experiment only, until a newer medicine", () => {
    const jak = (changes: Partial<SafetyFacts>): string =>
      evaluateSafety(person([], { medicines: ["upadacitinib"], ...changes })).gates["probiotic-bacteria"].state;
    const word = (experiment: ExperimentCode, back: number): Partial<SafetyFacts> => ({
      confirmations: [{ experiment, day: addDays(today, -back) }],
    });
    expect(jak({})).toBe("blocked");
    expect(jak(word("probiotic-bacteria", 90))).toBe("open");
    expect(jak(word("probiotic-bacteria", 91))).toBe("blocked");
    expect(jak(word("probiotic-bacteria", -1))).toBe("blocked");
    expect(jak(word("synbiotic", 1))).toBe("blocked");
    expect(jak({ ...word("probiotic-bacteria", 10), newestMedicineDay: addDays(today, -3) })).toBe("blocked");
  });

  it("close for every class of medicine that weakens the immune system, by generic and brand name", () => {
    for (const medicine of immunosuppressants) {
      const row = medicineClasses.find((found) => found.medicine === medicine);
      expect(row?.names.length).toBeGreaterThan(2);
      for (const name of row?.names ?? []) {
        expect([
          name,
          evaluateSafety(person([], { medicines: [`${name.toUpperCase()} 1x daily`] })).gates["probiotic-bacteria"]
            .state,
        ]).toEqual([name, "blocked"]);
      }
    }
  });

  it("believe the journal against an answer, and name the contradiction", () => {
    const denied = evaluateSafety(person([], { medicines: ["Humira"] }));
    expect(denied.contradictions).toEqual(["immunosuppressed"]);
    expect(denied.gates["probiotic-bacteria"].state).toBe("blocked");
    expect(evaluateSafety(person([], { logged: ["bloodInStool"] }))).toMatchObject({
      level: "D",
      contradictions: ["bloodInStool"],
    });
    expect(evaluateSafety(person(["neverUsedProbiotic"], { logged: ["usesProbiotic"] })).contradictions).toContain(
      "neverUsedProbiotic",
    );
  });

  it("do not take a medicine that nobody recognises as harmless until the question is answered", () => {
    const { immunosuppressed: _, ...rest } = healthy.answers;
    const strange = { ...healthy, answers: rest, medicines: ["Zorblatin"] };
    expect(evaluateSafety(strange)).toMatchObject({ unrecognisedMedicines: ["Zorblatin"] });
    expect(evaluateSafety(strange).gates["probiotic-bacteria"].state).toBe("blocked");
    expect(evaluateSafety({ ...strange, answers: healthy.answers }).gates["probiotic-bacteria"].state).toBe("open");
  });
});

describe("a running experiment", () => {
  it.each<[string, FactId]>([
    ["stop-flare", "flareBeyondLimit"],
    ["stop-new-medicine", "newMedicineInExperiment"],
    ["stop-pregnancy", "pregnantOrTrying"],
    ["stop-gate-changed", "gateAnswerChanged"],
    ["stop-wish", "wishToStop"],
  ])("has the reason to end %s", (rule, id) => {
    expect(evaluateSafety(person([id])).stop).toEqual([rule]);
    expect(evaluateSafety(person(["lowMood"])).stop).toEqual([]);
    expect(stopRules.map((found) => found.id)).toContain(rule);
  });

  it("ends on a flag of level E or S, not on D", () => {
    expect(evaluateSafety(person(["spreadingRednessOrPus"])).stop).toEqual(["stop-red-flag"]);
    expect(evaluateSafety(person(["bloodInStool"])).stop).toEqual([]);
  });
});

describe("reading medicines", () => {
  it.each([
    ["Dupixent (dupilumab) 300 mg", ["biologic"]],
    ["tildrakizumab", ["biologic"]],
    ["etanercept", ["biologic"]],
    ["Olumiant", ["jak-inhibitor"]],
    ["Opzelura cream", ["jak-inhibitor"]],
    ["tacrolimus ointment 0.1%", []],
    ["Prograf", ["transplant-medicine"]],
    ["methotrexate + folic acid", ["methotrexate"]],
    ["apixaban", ["anticoagulant"]],
    ["ibuprofen", []],
  ])("finds the class of %s", (name, classes) => {
    const reading = readMedicine(name);
    expect(reading.recognised).toBe(true);
    expect(reading.classes.filter((found) => found !== "chemotherapy")).toEqual(classes);
  });

  it("says when it does not know a name", () => {
    expect(readMedicine("Zorblatin")).toEqual({ classes: [], recognised: false });
    expect(readMedicine("")).toEqual({ classes: [], recognised: false });
  });
});
