import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isDay, type Day } from "../base/day.ts";
import { emergencyNumberOf, emergencyNumbers } from "./emergency-numbers.ts";
import { medicineClasses } from "./medicine-classes.ts";
import { immunosuppressants } from "./safety-gates.ts";
import { evaluateSafety, hasUnreadEmergency, isSafetyAnswer, safetyVocabulary } from "./safety.ts";
import { unknownFacts, type FactId, type SafetyFacts, type SafetyMessage } from "./safety-facts.ts";
import { safetyTags, tagMeaning } from "./safety-tags.ts";
import { answerCounts, isWarning, signs } from "./safety-validity.ts";

const day = (text: string): Day => {
  if (!isDay(text)) throw new Error(text);
  return text;
};
const today = day("2026-11-22");
const ago = (days: number): Day => addDays(today, -days);
const said = (fact: FactId, days: number, more: Partial<SafetyFacts> = {}): SafetyFacts => ({
  ...unknownFacts(today),
  ...more,
  answers: { [fact]: "yes", ...more.answers },
  answerDays: { [fact]: ago(days), ...more.answerDays },
});
const read = (rule: string, level: SafetyMessage["level"], days: number, version = 1): SafetyMessage => ({
  rule,
  level,
  version,
  event: "acknowledged",
  day: ago(days),
});
const isRead = (facts: SafetyFacts): boolean | undefined => evaluateSafety(facts).flags[0]?.acknowledged;

describe("a message", () => {
  it("is unread until somebody says that they have read it, and read from then on", () => {
    expect(isRead(said("bloodInStool", 3))).toBe(false);
    expect(isRead(said("bloodInStool", 3, { messages: [read("blood-in-stool", "D", 3)] }))).toBe(true);
    expect(isRead(said("bloodInStool", 3, { messages: [read("infected-skin", "S", 3)] }))).toBe(false);
    expect(isRead(said("bloodInStool", 3, { messages: [{ ...read("blood-in-stool", "D", 3), event: "shown" }] }))).toBe(
      false,
    );
  });

  it("comes back with a newer answer, a newer entry, a higher level and other words, and a day to come reads nothing", () => {
    const messages = [read("blood-in-stool", "D", 3)];
    expect(isRead(said("bloodInStool", 2, { messages }))).toBe(false);
    expect(isRead(said("bloodInStool", 5, { messages, loggedDays: { bloodInStool: ago(1) } }))).toBe(false);
    const worse = said("bloodInStool", 5, {
      messages,
      answers: { muchBlood: "yes" },
      answerDays: { muchBlood: ago(5) },
    });
    expect(evaluateSafety(worse).flags[0]).toMatchObject({ level: "S", acknowledged: false });
    expect(isRead(said("bloodInStool", 5, { messages: [read("blood-in-stool", "D", 3, 2)] }))).toBe(false);
    expect(isRead(said("bloodInStool", 5, { messages: [read("blood-in-stool", "D", -2)] }))).toBe(false);
  });

  it("about a sign that is dated tomorrow (further east) can be read today, and is there again tomorrow", () => {
    const tomorrow = { loggedDays: { bloodInStool: ago(-1) }, logged: ["bloodInStool"] as const };
    expect(isRead({ ...unknownFacts(today), ...tomorrow })).toBe(false);
    const messages = [read("blood-in-stool", "D", 0)];
    expect(isRead({ ...unknownFacts(today), ...tomorrow, messages })).toBe(true);
    expect(isRead({ ...unknownFacts(ago(-1)), ...tomorrow, messages })).toBe(false);
  });

  it("that was read at a higher level stays read at a lower one", () => {
    expect(isRead(said("bloodInStool", 5, { messages: [read("blood-in-stool", "S", 3)] }))).toBe(true);
  });

  it("of level E holds everything back until it was read, of other levels never", () => {
    const emergency = said("allergicEmergency", 0);
    expect(hasUnreadEmergency(evaluateSafety(emergency))).toBe(true);
    const after = { ...emergency, messages: [read("anaphylaxis", "E", 0)] };
    expect(hasUnreadEmergency(evaluateSafety(after))).toBe(false);
    expect(evaluateSafety(after).level).toBe("E");
    expect(hasUnreadEmergency(evaluateSafety(said("spreadingRednessOrPus", 0)))).toBe(false);
  });

  it("about a loss of weight comes back after 30 days", () => {
    const weights = [...Array(14).keys()].map((i) => ({ day: ago(100 - i * 7), kilograms: i < 7 ? 80 : 72 }));
    const facts = (days: number): SafetyFacts => ({
      ...unknownFacts(today),
      weights,
      messages: [read("weight-loss", "D", days)],
    });
    expect(isRead(facts(30))).toBe(true);
    expect(isRead(facts(31))).toBe(false);
  });
});

describe("an answer of the rules", () => {
  it("cannot be copied or made up", () => {
    const answer = evaluateSafety(unknownFacts(today));
    expect(isSafetyAnswer(answer)).toBe(true);
    expect(isSafetyAnswer(Object.assign({}, answer))).toBe(false);
    expect(isSafetyAnswer(structuredClone(answer))).toBe(false);
    expect(isSafetyAnswer(null)).toBe(false);
  });

  it("takes the youngest age for what is closed to the young and the oldest for what is a sign in the old", () => {
    const born = (ageYears: number): SafetyFacts =>
      said("bowelChangeOverSixWeeks", 0, { ageYears, ageYearsAtMost: ageYears + 1 });
    expect(evaluateSafety(born(60)).level).toBe("D");
    expect(evaluateSafety(born(59)).level).toBe(null);
    const gate = (ageYears: number): readonly string[] =>
      evaluateSafety(born(ageYears)).gates["probiotic-bacteria"].fired.map((fired) => fired.rule);
    expect(gate(17)).toContain("live-under-18");
    expect(gate(18)).not.toContain("live-under-18");
  });

  it("closes the gate of live yeast or bacteria for every name of every class that matters there", () => {
    const classes = ["antibiotic", "antifungal", ...immunosuppressants] as const;
    for (const row of medicineClasses.filter((found) => classes.some((medicine) => medicine === found.medicine))) {
      const code = row.medicine === "antifungal" ? "probiotic-yeast" : "probiotic-bacteria";
      for (const name of row.names) {
        const { fired } = evaluateSafety({ ...unknownFacts(today), loggedMedicines: [name] }).gates[code];
        expect([name, fired.length > 0]).toEqual([name, true]);
      }
    }
  });

  it("fires for a medicine that only the journal shows, while the list stays unanswered", () => {
    const answer = evaluateSafety({ ...unknownFacts(today), loggedMedicines: ["Rinvoq"] });
    expect(answer.gates["probiotic-bacteria"].fired.map((fired) => fired.rule)).toEqual(["live-weak-immune-system"]);
    expect(answer.gates["probiotic-bacteria"].openQuestions).toContain("medicines");
  });

  it("names what contradicts an answer, and not what came after it", () => {
    const never = (answered: number, taken: number): readonly FactId[] =>
      evaluateSafety(
        said("neverUsedProbiotic", answered, { logged: ["usesProbiotic"], loggedDays: { usesProbiotic: ago(taken) } }),
      ).contradictions;
    expect(never(0, 1)).toEqual(["neverUsedProbiotic"]);
    expect(never(5, 1)).toEqual([]);
  });
});

describe("how long an answer counts", () => {
  const counts = (
    fact: FactId,
    reply: "yes" | "no" | "do-not-know",
    days: number,
    medicine: Day | null = null,
  ): boolean => answerCounts(fact, { reply, day: ago(days) }, today, medicine);

  it("is 14 days for a sign that is there and 30 for one that is not", () => {
    expect([counts("bloodInStool", "yes", 14), counts("bloodInStool", "yes", 15)]).toEqual([true, false]);
    expect([counts("bloodInStool", "no", 30), counts("bloodInStool", "no", 31)]).toEqual([true, false]);
  });

  it("is 90 days, and no longer than until a new medicine, for what opens a gate", () => {
    expect([counts("centralLine", "no", 90), counts("centralLine", "no", 91)]).toEqual([true, false]);
    expect([counts("dietitianSupports", "yes", 90), counts("dietitianSupports", "yes", 91)]).toEqual([true, false]);
    expect([counts("centralLine", "no", 9, ago(9)), counts("centralLine", "no", 9, ago(8))]).toEqual([true, false]);
  });

  it("has no end for what warns, whatever the fact", () => {
    const standing = safetyVocabulary.facts.filter((fact) => !signs.has(fact));
    fc.assert(
      fc.property(fc.constantFrom(...standing), fc.integer({ min: 0, max: 4000 }), (fact, days) => {
        for (const reply of ["yes", "no", "do-not-know"] as const) {
          if (isWarning(fact, reply)) expect(counts(fact, reply, days, today)).toBe(true);
        }
      }),
    );
  });
});

describe("tags", () => {
  it("say something only when they are one of the list, however they are written", () => {
    expect(tagMeaning("#Blood in_stool")).toEqual({ fact: "bloodInStool", days: 14 });
    for (const tag of ["blood", "no blood in stool", "suicide squad", "travel", ""]) expect(tagMeaning(tag)).toBe(null);
  });

  it("stand in the list once", () => {
    const all = safetyTags.flatMap((row) => row.tags);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(20);
  });
});

describe("emergency numbers", () => {
  it("are digits with a source, one row a region, and none is guessed", () => {
    for (const row of emergencyNumbers) {
      expect(row.number).toMatch(/^\d{3}( or \d{3})?$/);
      expect(row.region).toMatch(/^[A-Z]{2}$/);
      expect(row.source.length).toBeGreaterThan(10);
    }
    expect(new Set(emergencyNumbers.map((row) => row.region)).size).toBe(emergencyNumbers.length);
    expect(emergencyNumbers.filter((row) => row.source.startsWith("Directive (EU)"))).toHaveLength(27);
    expect(emergencyNumberOf("GB")?.number).toBe("999 or 112");
    expect([emergencyNumberOf(null), emergencyNumberOf("XX")]).toEqual([null, null]);
  });
});
