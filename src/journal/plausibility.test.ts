import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, dayOf } from "../../test/support/replicas.ts";
import { catalogue } from "./catalogue.ts";
import { entryKinds, entryOfFields, entrySchema, isKnownFieldValue } from "./entry-schema.ts";
import type { Entry, EntryKind } from "./entry.ts";
import { checkEntry } from "./plausibility.ts";

const day = dayOf("2026-03-01");
const common = { day, offsetMinutes: -90, time: "23:59", source: "app", receipt: "a".repeat(32) };

/** One full example of each kind. */
const examples: Readonly<Record<EntryKind, Entry>> = {
  answer: { ...common, kind: "answer", item: "itch", value: 0, slot: "morning" },
  meal: {
    ...common,
    kind: "meal",
    text: "lentils, kefir 🥛",
    meal: "lunch",
    counts: { fibreRich: 1, fermented: 0.5, prebiotic: 0, ultraProcessed: 2 },
    amounts: { fibreGrams: 12.5, energyKcal: 640, alcoholGrams: 0, addedSugarGrams: 3 },
  },
  supplement: {
    ...common,
    kind: "supplement",
    product: "Mutaflor",
    taken: false,
    strain: "E. coli Nissle 1917",
    log10Cfu: 9.4,
    amount: { value: 1, unit: "capsule" },
  },
  medicine: {
    ...common,
    kind: "medicine",
    name: "doxycycline",
    taken: true,
    group: "antibiotic",
    amount: { value: 40, unit: "mg" },
  },
  practice: { ...common, kind: "practice", practice: "breathing", minutes: 12 },
  marker: { ...common, kind: "marker", marker: "crp", amount: { value: 0.4, unit: "mg/L" } },
  cycle: { ...common, kind: "cycle", event: "flow", flow: "light" },
  weather: { ...common, kind: "weather", temperatureCelsius: -12, humidityPercent: 30 },
  tag: { ...common, kind: "tag", tag: "#travel", value: 8 },
  note: { ...common, kind: "note", text: "" },
  dayComplete: { ...common, kind: "dayComplete", group: "food", complete: true },
  score: {
    ...common,
    kind: "score",
    instrument: "scorad",
    rater: "clinician",
    total: 41.5,
    parts: { objective: 32 },
    items: { area: 20, itch: 4.5 },
    form: "items",
    ageYears: 7.5,
    weights: "under8",
  },
  profile: {
    ...common,
    kind: "profile",
    conditions: ["eczema", "acne"],
    birthYear: 1990,
    heightCentimetres: 171.5,
    region: "GB",
    medicines: ["cetirizine"],
  },
  safetyAnswer: { ...common, kind: "safetyAnswer", fact: "centralLine", reply: "do-not-know" },
  professionalWord: { ...common, kind: "professionalWord", experiment: "synbiotic", who: "dermatologist" },
  safetyEvent: { ...common, kind: "safetyEvent", rule: "blood", level: "D", event: "acknowledged", ruleVersion: 1 },
  foodChoice: {
    ...common,
    kind: "foodChoice",
    phrase: "my porridge",
    food: "oat-porridge",
    gramsPerPortion: 260,
    unit: "bowl",
  },
  ownFood: {
    ...common,
    kind: "ownFood",
    id: "grandmas-rye",
    label: "Grandma's rye bread",
    names: ["rye bread"],
    per100Grams: { fibreGrams: 8.5, energyKcal: 240 },
    traits: ["plant:rye"],
    gramsPerPortion: 45,
    foodSource: "label",
    licence: "own",
    barcode: "4006040055136",
  },
  customVariable: {
    ...common,
    kind: "customVariable",
    id: "custom:sebum",
    label: "Sebum",
    role: "skin",
    unit: "",
    min: 0,
    max: 5,
    step: 1,
    betterIs: "lower",
  },
  importReceipt: {
    ...common,
    kind: "importReceipt",
    file: "diary.csv",
    fileSha256: "0".repeat(64),
    format: "wide-csv",
    importerVersion: 1,
    added: 3,
    changed: 0,
  },
};

const refusal = (value: unknown): string => {
  const entry = checkEntry(value, 0);
  return entry.ok ? "accepted" : `${entry.error.field}: ${entry.error.reason}`;
};

describe("checkEntry", () => {
  it("takes a full example of every kind as it is", () => {
    expect(Object.keys(examples).sort()).toEqual([...entryKinds].sort());
    for (const entry of Object.values(examples)) expect(checkEntry(entry, 0)).toEqual({ ok: true, value: entry });
  });

  it("holds every catalogue item to its plausibility bounds, both ends included", () => {
    for (const { id, plausibleMin, plausibleMax } of catalogue) {
      expect(refusal(answer(id, plausibleMin))).toBe("accepted");
      expect(refusal(answer(id, plausibleMax))).toBe("accepted");
      expect(refusal(answer(id, plausibleMin - 0.01))).toBe("value: out-of-range");
      expect(refusal(answer(id, plausibleMax + 0.01))).toBe("value: out-of-range");
    }
  });

  it("allows own items any finite value that can be measured", () => {
    expect(refusal(answer("custom:sebum", -12345))).toBe("accepted");
    expect(refusal(answer("custom:sebum", 1e308))).toBe("value: out-of-range");
    expect(refusal(answer("custom:sebum", Number.NaN))).toBe("value: not-a-number");
    expect(refusal(answer("custom:sebum", Number.POSITIVE_INFINITY))).toBe("value: not-a-number");
  });

  const { meal, supplement, marker, weather, practice, medicine, note, cycle, dayComplete, customVariable } = examples;
  it.each<[string, unknown, string]>([
    ["a number as text", { ...answer("itch", 1), value: "4" }, "value: not-a-number"],
    ["no value", { kind: "answer", day, item: "itch" }, "value: missing"],
    ["no day", { kind: "note", text: "x" }, "day: missing"],
    ["30 February", { ...note, day: "2026-02-30" }, "day: not-a-day"],
    ["another day form", { ...note, day: "1.3.2026" }, "day: not-a-day"],
    ["a day of the year 1", { ...note, day: "0001-01-01" }, "day: out-of-range"],
    ["a day of the year 9999", { ...note, day: "9999-12-31" }, "day: out-of-range"],
    ["a time of 24:00", { ...note, time: "24:00" }, "time: not-a-time"],
    ["an offset of a week", { ...note, offsetMinutes: 10080 }, "offsetMinutes: out-of-range"],
    ["a region in words", { kind: "profile", day, region: "Britain" }, "region: not-a-region"],
    ["a person of 3 m", { kind: "profile", day, heightCentimetres: 300 }, "heightCentimetres: out-of-range"],
    ["a portion of nothing", { ...examples.foodChoice, gramsPerPortion: 0 }, "gramsPerPortion: out-of-range"],
    ["a negative figure", { ...examples.ownFood, per100Grams: { fibreGrams: -1 } }, "per100Grams: out-of-range"],
    ["a score beyond measure", { ...examples.score, total: 1e13 }, "total: out-of-range"],
    ["a condition in other words", { kind: "profile", day, conditions: ["hives"] }, "conditions[0]: unknown-choice"],
    ["an unknown kind", { ...note, kind: "photo" }, "kind: unknown-kind"],
    ["no object", 7, "unknown-kind"],
    ["an unknown field", { ...note, colour: "red" }, "colour: not-allowed"],
    ["an unknown field inside", { ...meal, counts: { meat: 1 } }, "counts.meat: not-allowed"],
    [
      "a prototype key",
      JSON.parse(`{"kind":"note","day":"2026-03-01","text":"x","__proto__":{"a":1}}`),
      "__proto__: not-allowed",
    ],
    ["an empty item", answer(" ", 1), "item: empty"],
    ["U+0000 in a text", { ...note, text: "a\u0000" }, "text: malformed-text"],
    ["half an emoji", { ...note, text: "\ud83e" }, "text: malformed-text"],
    ["a text beyond the limit", { ...note, text: "x".repeat(10_001) }, "text: too-long"],
    ["two hundred servings", { ...meal, counts: { fermented: 200 } }, "counts.fermented: out-of-range"],
    ["negative grams", { ...meal, amounts: { fibreGrams: -1 } }, "amounts.fibreGrams: out-of-range"],
    ["more bacteria than fit", { ...supplement, log10Cfu: 99 }, "log10Cfu: out-of-range"],
    ["an amount without unit", { ...medicine, amount: { value: 1 } }, "amount.unit: missing"],
    ["a negative amount", { ...medicine, amount: { value: -1, unit: "mg" } }, "amount.value: out-of-range"],
    ["CRP beyond any report", { ...marker, amount: { value: 900, unit: "mg/L" } }, "amount.value: out-of-range"],
    ["ice age", { ...weather, temperatureCelsius: -90 }, "temperatureCelsius: out-of-range"],
    ["twenty hours of yoga", { ...practice, minutes: 1200 }, "minutes: out-of-range"],
    ["an unknown choice", { ...cycle, flow: "huge" }, "flow: unknown-choice"],
    ["yes as text", { ...dayComplete, complete: "yes" }, "complete: wrong-type"],
    ["a negative step", { ...customVariable, step: -1 }, "step: out-of-range"],
    ["half an import", { ...examples.importReceipt, added: 1.5 }, "added: not-a-whole-number"],
    ["a short hash", { ...examples.importReceipt, fileSha256: "00" }, "fileSha256: not-a-hash"],
  ])("refuses %s", (_, value, expected) => {
    expect(refusal(value).replace(/^: /, "")).toBe(expected);
  });

  it("never throws, whatever comes in, and takes only what the schema takes", () => {
    const kinds = fc.constantFrom(...entryKinds, "x");
    fc.assert(
      fc.property(fc.anything(), kinds, fc.dictionary(fc.string(), fc.anything()), (junk, kind, fields) => {
        for (const value of [junk, { ...fields, kind }]) {
          if (checkEntry(value, 0).ok) expect(entrySchema.check(value).ok).toBe(true);
        }
      }),
    );
  });
});

describe("entrySchema", () => {
  it("stays open to values beyond today's bounds, so that old entries stay readable", () => {
    expect(entrySchema.check(answer("itch", 11)).ok).toBe(true);
  });
});

describe("isKnownFieldValue", () => {
  it("knows each field of each example, and cleared fields", () => {
    for (const entry of Object.values(examples)) {
      for (const [field, value] of Object.entries(entry)) {
        expect(isKnownFieldValue(field, value)).toBe(true);
        expect(isKnownFieldValue(field, null)).toBe(true);
      }
    }
  });

  it("does not know what a newer version may write", () => {
    expect(isKnownFieldValue("kind", "photo")).toBe(false);
    expect(isKnownFieldValue("pixels", 1)).toBe(false);
    expect(isKnownFieldValue("group", "vaccine")).toBe(false);
    expect(isKnownFieldValue("__proto__", null)).toBe(false);
    expect(isKnownFieldValue("constructor", {})).toBe(false);
  });
});

describe("entryOfFields", () => {
  it("gives each example back from its fields", () => {
    for (const entry of Object.values(examples)) expect(entryOfFields({ ...entry, stray: null })).toEqual(entry);
  });
});
