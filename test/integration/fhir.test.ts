/**
 * Would a clinic's software take our export? Every kind of entry, checked with the public FHIR R4 JSON schema (cut by scripts/write-fhir-schema.mjs).
 */
import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { dayOf, idOf } from "../support/replicas.ts";
import { entryKinds, toFhirBundle, type Entry, type EntryView } from "../../src/lib/index.ts";

const day = dayOf("2026-03-01");
const common = { day, time: "08:30", source: "app" };
const entries: readonly Entry[] = [
  { ...common, kind: "answer", item: "itch", value: 4 },
  { ...common, kind: "answer", item: "travel", value: 0 },
  { ...common, kind: "answer", item: "own:sebum", value: -1.5 },
  { ...common, kind: "answer", item: "bodyWeightKilograms", value: 71.5 },
  { ...common, kind: "meal", text: "lentils & kefir 🥛 <b>", meal: "lunch", counts: { fermented: 0 }, amounts: { fibreGrams: 9.5 } },
  { ...common, kind: "meal", text: "", amounts: { energyKcal: 0 } },
  { ...common, kind: "supplement", product: "Omni", taken: true, strain: "LGG", log10Cfu: 9.7, amount: { value: 1, unit: "capsule" } },
  { ...common, kind: "supplement", product: "Omni", taken: false },
  { ...common, kind: "medicine", name: "doxycycline", taken: true, group: "antibiotic", amount: { value: 40, unit: "mg" } },
  { ...common, kind: "practice", practice: "breathing", minutes: 12 },
  { ...common, kind: "marker", marker: "crp", amount: { value: 0.4, unit: "mg/L" } },
  { ...common, kind: "cycle", event: "flow", flow: "light" },
  { ...common, kind: "weather", temperatureCelsius: -12, humidityPercent: 30 },
  { ...common, kind: "tag", tag: "work", value: 3 },
  { ...common, kind: "tag", tag: "tired" },
  { ...common, kind: "note", text: "a private thought" },
  { ...common, kind: "dayComplete", group: "food", complete: true },
  { ...common, kind: "score", instrument: "poem", rater: "self", total: 16, items: { "1": 4, "2": 2 } },
  { ...common, kind: "score", instrument: "scorad", rater: "clinician", total: 41, parts: { objective: 32 } },
  { ...common, kind: "score", instrument: "skindex-16", rater: "self", parts: { symptoms: 40 } },
  { ...common, kind: "score", instrument: "of-tomorrow", rater: "self" },
  { ...common, kind: "profile", conditions: ["eczema", "acne", "rosacea", "psoriasis", "dryness"], birthYear: 1990 },
  { ...common, kind: "safetyAnswer", fact: "centralLine", reply: "no" },
  { ...common, kind: "professionalWord", experiment: "synbiotic" },
  { ...common, kind: "safetyEvent", rule: "blood", level: "D", event: "shown", ruleVersion: 1 },
  { ...common, kind: "foodChoice", phrase: "porridge", food: "oat-porridge" },
  { ...common, kind: "ownFood", id: "rye", label: "Rye", per100Grams: {}, foodSource: "label" },
  { ...common, kind: "customVariable", id: "own:sebum", label: "Sebum", role: "skin", unit: "", betterIs: "lower" },
  { ...common, kind: "importReceipt", file: "a.csv", fileSha256: "0".repeat(64), format: "wide", importerVersion: 1, added: 1, changed: 0 },
]; // prettier-ignore
const viewOf = (entry: Entry, index: number): EntryView => ({
  id: idOf((index % 16).toString(16)).slice(0, 30) + String(index).padStart(2, "0"),
  entry,
  hidden: false,
  conflicts: [],
  heads: [],
});
const views = entries.map(viewOf);

function schemaOfFhir(): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
  const draft6 = read("../../node_modules/ajv/dist/refs/json-schema-draft-06.json");
  const schema = read("../reference/fhir-r4.schema.json");
  if (!isObject(draft6) || !isObject(schema)) throw new Error("schemas are objects");
  ajv.addMetaSchema(draft6);
  return ajv.compile(schema);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const validate = schemaOfFhir();
const faults = (bundle: unknown): readonly string[] =>
  validate(JSON.parse(JSON.stringify(bundle)))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);

describe("the FHIR R4 bundle", () => {
  const bundle = toFhirBundle(views, { today: day, withNotes: true });

  it("has every kind of entry in the test, and passes the public schema", () => {
    expect([...new Set(entries.map(({ kind }) => kind))].sort()).toEqual([...entryKinds].sort());
    expect(faults(bundle)).toEqual([]);
    for (const { resource } of bundle.entry) expect(faults(resource)).toEqual([]);
  });

  it("control: a wrong status, a missing code, an unknown key and a bad id do not pass", () => {
    const [person, first] = bundle.entry;
    const broken = (change: object): readonly string[] =>
      faults({ ...bundle, entry: [person, { ...first, resource: { ...first?.resource, ...change } }] });
    expect(broken({ status: "done" })).not.toEqual([]);
    expect(broken({ code: undefined })).not.toEqual([]);
    expect(broken({ gutskin: 1 })).not.toEqual([]);
    expect(broken({ id: "with spaces" })).not.toEqual([]);
    expect(broken({})).toEqual([]);
  });

  it("has unique addresses, and every reference leads to one of them", () => {
    const addresses = bundle.entry.map(({ fullUrl }) => fullUrl);
    expect(new Set(addresses).size).toBe(addresses.length);
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map((match) => match[1]);
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) expect(addresses).toContain(reference);
  });

  it("keeps zero, says when something was left out on purpose, and codes what has a code", () => {
    const codes = [...JSON.stringify(bundle).matchAll(/"code":"([^"]+)"/g)].map((match) => match[1]);
    const of = (match: (resource: Record<string, unknown>) => boolean): unknown =>
      bundle.entry.map(({ resource }) => resource).find((resource) => isObject(resource) && match({ ...resource }));
    expect(of((one) => one["valueBoolean"] === false)).toBeDefined();
    expect(of((one) => one["status"] === "not-taken")).toMatchObject({ medicationCodeableConcept: { text: "Omni" } });
    // POEM's total, not its panel; the domain of Skindex on its part, not on the score
    expect(codes).toContain("89870-0");
    expect(codes).not.toContain("89862-7");
    expect(codes).not.toContain("95977-5");
    expect(codes).toContain("L20.9");
    expect(of((one) => isObject(one["code"]) && one["code"]["text"] === "POEM")).toMatchObject({
      valueQuantity: { value: 16 },
    });
    expect(JSON.stringify(bundle).includes("not a diagnosis")).toBe(true);
  });

  it("leaves private notes, deleted entries and other days out unless they are asked for", () => {
    const plain = toFhirBundle(views, { today: day });
    expect(JSON.stringify(plain)).not.toContain("a private thought");
    expect(JSON.stringify(bundle)).toContain("a private thought");
    const hidden = views.map((view) => ({ ...view, hidden: true }));
    expect(toFhirBundle(hidden, { today: day }).entry).toHaveLength(1);
    const later = toFhirBundle(views, { today: day, fromDay: dayOf("2026-03-02") });
    expect(later.entry.map(({ resource }) => resource.resourceType)).toEqual([
      "Patient",
      ...Array.from({ length: 5 }, () => "Condition"),
    ]);
  });

  it("is the same whatever the order of entries", () => {
    expect(JSON.stringify(toFhirBundle(views.toReversed(), { today: day, withNotes: true }))).toBe(
      JSON.stringify(bundle),
    );
  });
});
