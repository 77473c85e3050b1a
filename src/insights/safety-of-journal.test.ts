import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../test/support/replicas.ts";
import { addDays, type Day } from "../base/day.ts";
import { evaluateSafety } from "../evidence/safety.ts";
import { unknownFacts } from "../evidence/safety-facts.ts";
import { safetyTags } from "../evidence/safety-tags.ts";
import { changedProfile, WATCH_NOTE_ID } from "../journal/profile.ts";
import type { Entry, SafetyAnswerEntry } from "../journal/entry.ts";
import type { EntryView, FieldConflict } from "../journal/store.ts";
import { safetyFactsOf, safetyOfJournal } from "./safety-of-journal.ts";
import { safetyFactsOfTable } from "./safety-of-table.ts";
import { madeColumn } from "../../test/fixtures/made-posterior.ts";
import { dayToNumber } from "../base/day.ts";

const today = dayOf("2026-11-22");
const ago = (days: number): Day => addDays(today, -days);
const said = (fact: string, reply: SafetyAnswerEntry["reply"], days = 0): Entry => ({
  kind: "safetyAnswer",
  day: ago(days),
  fact,
  reply,
});
const tag = (name: string, days = 0): Entry => ({ kind: "tag", day: ago(days), tag: name });
const dose = (name: string, days: number, taken = true): Entry => ({
  kind: "medicine",
  day: ago(days),
  name,
  taken,
  group: "other",
});
const answer = (item: string, value: number, days = 0): Entry => ({ kind: "answer", day: ago(days), item, value });
const view = (entry: Entry, more: Partial<EntryView> = {}): EntryView => ({
  id: "0".repeat(32),
  entry,
  hidden: false,
  conflicts: [],
  heads: [],
  ...more,
});
const dispute = (field: string, ...otherValues: readonly unknown[]): readonly FieldConflict[] => [
  { field, otherValues },
];
const rules = (...entries: readonly (Entry | EntryView)[]): readonly string[] =>
  safetyOfJournal(entries, today).flags.map((flag) => flag.rule);
const facts = (...entries: readonly (Entry | EntryView)[]): ReturnType<typeof safetyFactsOf> =>
  safetyFactsOf(entries, today);

describe("answers in a journal", () => {
  it("fire a flag while they count, and are asked again afterwards", () => {
    expect(rules(said("bloodInStool", "yes", 14))).toEqual(["blood-in-stool"]);
    expect(rules(said("bloodInStool", "yes", 15))).toEqual([]);
    expect(safetyOfJournal([said("bloodInStool", "yes", 15)], today).toAsk).toContain("bloodInStool");
    expect(safetyOfJournal([said("bloodInStool", "no", 15)], today).toAsk).not.toContain("bloodInStool");
  });

  it("that clear a gate count for 90 days and until a new medicine that matters", () => {
    const answers = (...more: readonly Entry[]): unknown => facts(said("centralLine", "no", 30), ...more).answers;
    expect(answers()).toEqual({ centralLine: "no" });
    expect(answers(dose("Humira", 29))).toEqual({});
    expect(answers(dose("Humira", 29), dose("Humira", 60))).toEqual({ centralLine: "no" });
    expect(answers(dose("ibuprofen", 29))).toEqual({ centralLine: "no" });
    expect(answers(dose("Zorblatin", 29))).toEqual({});
    expect(facts(said("centralLine", "no", 91)).answers).toEqual({});
    expect(facts(said("centralLine", "yes", 3000)).answers).toEqual({ centralLine: "yes" });
  });

  it("of two devices count as the one that warns; the newest of several counts", () => {
    const one = view(said("centralLine", "no"), { conflicts: dispute("reply", "yes") });
    expect(facts(one).answers).toEqual({ centralLine: "yes" });
    const test = view(said("coeliacTestDone", "yes"), { conflicts: dispute("reply", "no") });
    expect(facts(test).answers).toEqual({ coeliacTestDone: "no" });
    expect(facts(said("centralLine", "yes", 9), said("centralLine", "no", 8)).answers).toEqual({ centralLine: "no" });
    expect(facts(said("centralLine", "no", 8), said("centralLine", "yes", 8)).answers).toEqual({ centralLine: "yes" });
  });

  it("of a day to come clear nothing, ids of a later version and deleted answers are passed over", () => {
    expect(facts(said("centralLine", "no", -9)).answers).toEqual({});
    expect(facts(said("centralLine", "yes", -9)).answers).toEqual({ centralLine: "yes" });
    expect(facts(said("ownsACat", "yes"), view(said("centralLine", "yes"), { hidden: true })).answers).toEqual({});
  });
});

describe("what entries show", () => {
  it.each(safetyTags.flatMap((row) => row.tags.map((name) => [name, row.fact, row.days] as const)))(
    "#%s says %s",
    (name, fact, days) => {
      expect(facts(tag(name, days)).logged).toEqual([fact]);
      expect(facts(tag(name, days + 1)).logged).toEqual([]);
      expect(facts({ kind: "tag", day: today, tag: name, value: 0 }).logged).toEqual([]);
    },
  );

  it("never looks into notes and meals", () => {
    const note: Entry = { kind: "note", day: today, text: "blood in stool, suicidal, trouble breathing" };
    const meal: Entry = { kind: "meal", day: today, text: "black pudding, suicidal hot sauce" };
    expect(facts(note, view(note), meal)).toEqual(unknownFacts(today));
  });

  it("takes medicines as taken: half a year, antibiotics 14 days, never one that was not taken", () => {
    const taken = (...entries: readonly Entry[]): readonly string[] => facts(...entries).loggedMedicines;
    expect(taken(dose("Stelara", 182))).toEqual(["Stelara"]);
    expect(taken(dose("Stelara", 183))).toEqual([]);
    expect(taken(dose("amoxicillin", 14))).toEqual(["amoxicillin"]);
    expect(taken(dose("amoxicillin", 15))).toEqual([]);
    expect(taken(dose("Stelara", 1, false))).toEqual([]);
    // a line "took Humira" is kept as a supplement: its name tells all the same, that of zinc does not
    const product = (name: string): Entry => ({ kind: "supplement", day: ago(2), product: name, taken: true });
    expect(taken(product("Humira"), product("zinc"), product("Humira"))).toEqual(["Humira"]);
    expect(taken({ ...dose("pills", 2), group: "antibiotic" } as Entry)).toEqual(["pills", "antibiotic"]);
    expect(taken(answer("antibioticTaken", 1, 2), answer("systemicTreatment", 0, 2))).toEqual(["antibiotic"]);
  });

  it("closes the gate for a logged medicine although the list says none, and names the contradiction", () => {
    const none = changedProfile(null, { medicines: [] }, ago(1));
    const answered = safetyOfJournal([none, said("immunosuppressed", "no"), dose("Rinvoq 15 mg", 1)], today);
    expect(answered.contradictions).toEqual(["immunosuppressed"]);
    expect(answered.gates["probiotic-bacteria"].fired.map((gate) => gate.rule)).toEqual(["live-weak-immune-system"]);
  });

  it("names 'never on a probiotic' beside one that was started yesterday", () => {
    const capsule: Entry = { kind: "supplement", day: ago(1), product: "Lactobacillus caps", taken: true };
    const contradictions = (...entries: readonly Entry[]): unknown => safetyOfJournal(entries, today).contradictions;
    expect(contradictions(said("neverUsedProbiotic", "yes"), capsule)).toEqual(["neverUsedProbiotic"]);
    expect(contradictions(said("neverUsedProbiotic", "yes", 5), capsule)).toEqual([]);
    expect(contradictions(said("neverUsedProbiotic", "yes"), { ...capsule, taken: false } as Entry)).toEqual([]);
    expect(contradictions(said("neverUsedProbiotic", "yes"), answer("probioticTaken", 1, 3))).toHaveLength(1);
  });

  it("asks about self-harm when the mood was very low, and fires nothing by the score", () => {
    const low = safetyOfJournal([answer("mood", 2, 14)], today);
    expect([low.level, low.toAsk.includes("thoughtsOfSelfHarm")]).toEqual([null, true]);
    for (const calm of [answer("mood", 3), answer("mood", 0, 15)]) {
      expect(safetyOfJournal([calm], today).toAsk).not.toContain("thoughtsOfSelfHarm");
    }
  });

  it("knows a condition from the person's own score of it, and illness as unwell for two days", () => {
    const blisters = said("clustersOfPainfulBlisters", "yes");
    expect(rules(blisters)).toEqual([]);
    expect(rules(blisters, answer("eczemaSeverity", 3, 40))).toEqual(["eczema-herpeticum"]);
    expect(rules(blisters, answer("eczemaSeverity", 0, 40))).toEqual([]);
    const level = (days: number): unknown =>
      safetyOfJournal([blisters, answer("eczemaSeverity", 3), answer("illness", 1, days)], today).level;
    expect([level(1), level(2)]).toEqual(["E", "S"]);
  });

  it("watches the weight", () => {
    const weighed = (to: number): readonly Entry[] =>
      [...Array(14).keys()].map((i) => answer("bodyWeightKilograms", i < 7 ? 80 : to, 100 - i * 7));
    expect(rules(...weighed(76))).toEqual(["weight-loss"]);
    expect(rules(...weighed(76), said("weightLossIntended", "yes"))).toEqual([]);
    expect(rules(...weighed(77))).toEqual([]);
  });
});

describe("the profile", () => {
  const person = changedProfile(
    null,
    { conditions: ["psoriasis"], birthYear: 1990, heightCentimetres: 200, region: "GB", medicines: ["Humira"] },
    ago(10),
  );

  it("gives both ages that a birth year leaves open, conditions, region and medicines", () => {
    expect(facts(person)).toMatchObject({
      ageYears: 35,
      ageYearsAtMost: 36,
      medicines: ["Humira"],
      newestMedicineDay: ago(10),
      logged: ["psoriasis"],
      region: "GB",
      bodyMassIndex: null,
    });
    expect(facts(changedProfile(null, { birthYear: 2030 }, today)).ageYears).toBe(null);
    expect(facts(changedProfile(null, { birthYear: 2026 }, today))).toMatchObject({ ageYears: 0, ageYearsAtMost: 0 });
  });

  it("makes the body mass index from the median of the last seven weighings of 90 days", () => {
    const index = (...kilograms: readonly number[]): unknown =>
      facts(person, ...kilograms.map((value, i) => answer("bodyWeightKilograms", value, i))).bodyMassIndex;
    expect(index(80)).toBe(20);
    expect(index(800, 80, 80)).toBe(20);
    expect(index(72, 80)).toBe(18);
    expect(facts(person, answer("bodyWeightKilograms", 80, 91)).bodyMassIndex).toBe(null);
  });

  it("asks for the medicines again after 90 days, and still takes the old names as taken", () => {
    const old = { ...person, medicinesDay: ago(91) };
    expect(facts(old)).toMatchObject({ medicines: null, loggedMedicines: ["Humira"] });
    expect(facts({ ...person, medicinesDay: ago(90) })).toMatchObject({ medicines: ["Humira"], loggedMedicines: [] });
  });

  it("does not know what two devices disagree on, and takes all medicines and conditions that either names", () => {
    const disputed = view(person, {
      conflicts: [
        ...dispute("birthYear", 1960),
        ...dispute("medicines", ["Rinvoq"]),
        ...dispute("conditions", ["eczema"]),
      ],
    });
    expect(facts(disputed)).toMatchObject({
      ageYears: null,
      medicines: null,
      loggedMedicines: ["Humira", "Rinvoq"],
      logged: ["eczema", "psoriasis"],
    });
  });

  it("falls back on the old note of conditions", () => {
    const note: Entry = { kind: "note", day: ago(300), text: "What I watch: eczema", source: "app" };
    expect(facts(view(note, { id: WATCH_NOTE_ID })).logged).toEqual(["eczema"]);
    expect(facts(view(note)).logged).toEqual([]);
  });
});

describe("words and messages", () => {
  it("come from the journal", () => {
    const word: Entry = {
      kind: "professionalWord",
      day: ago(3),
      experiment: "probiotic-bacteria",
      who: "dermatologist",
    };
    const strange: Entry = { ...word, experiment: "moon-walk" };
    expect(facts(word, strange).confirmations).toEqual([{ experiment: "probiotic-bacteria", day: ago(3) }]);
    const read: Entry = {
      kind: "safetyEvent",
      day: ago(2),
      rule: "blood-in-stool",
      level: "D",
      event: "acknowledged",
      ruleVersion: 1,
    };
    const flag = (...entries: readonly Entry[]): unknown => safetyOfJournal(entries, today).flags[0]?.acknowledged;
    expect(flag(tag("blood-in-stool", 2), read)).toBe(true);
    expect(flag(tag("blood-in-stool", 2), read, tag("black-stool", 1))).toBe(false);
  });
});

describe("one more entry", () => {
  it("of a red-flag tag never lowers the level", () => {
    const names = safetyTags.flatMap((row) => row.tags);
    const some = fc.array(fc.record({ name: fc.constantFrom(...names), days: fc.integer({ min: 0, max: 20 }) }), {
      maxLength: 6,
    });
    const rank = (entries: readonly Entry[]): number =>
      ["D", "S", "E"].indexOf(safetyOfJournal(entries, today).level ?? "");
    fc.assert(
      fc.property(some, fc.constantFrom(...names), (base, extra) => {
        const entries = base.map(({ name, days }) => tag(name, days));
        expect(rank([...entries, tag(extra)])).toBeGreaterThanOrEqual(rank(entries));
      }),
    );
  });
});

describe("a diary file", () => {
  const table = (
    calendar: "date" | "index",
    ...columns: readonly ReturnType<typeof madeColumn>[]
  ): Parameters<typeof safetyFactsOfTable>[0] => ({
    firstDayNumber: dayToNumber(today) - 99,
    dayCount: 100,
    calendar,
    columns,
  });
  const fill = (value: (day: number) => number): Float64Array =>
    Float64Array.from({ length: 100 }, (_, day) => value(day));

  it("shows what its own columns of known names show, and nothing is guessed", () => {
    const weight = madeColumn({ name: "Weight (kg)", unit: "kg", values: fill((day) => (day < 50 ? 80 : 72)) });
    const tagged = madeColumn({ name: "tag:blood-in-stool", values: fill((day) => (day === 95 ? 1 : 0)) });
    expect(
      evaluateSafety(safetyFactsOfTable(table("date", weight, tagged), today)).flags.map((flag) => flag.rule),
    ).toEqual(["blood-in-stool", "weight-loss"]);
    const pounds = madeColumn({ name: "Weight (lb)", unit: "", values: weight.values });
    const guessed = madeColumn({ name: "blood in stool", values: tagged.values });
    expect(safetyFactsOfTable(table("date", pounds, guessed), today)).toEqual(unknownFacts(today));
  });

  it("without dates shows nothing", () => {
    const tagged = madeColumn({ name: "tag:blood-in-stool", values: fill(() => 1) });
    expect(safetyFactsOfTable(table("index", tagged), today)).toEqual(unknownFacts(today));
  });
});
