import { describe, expect, it } from "vitest";
import { dayOf } from "../../test/support/replicas.ts";
import { entrySchema } from "../journal/entry-schema.ts";
import type { FoodChoiceEntry } from "../journal/entry.ts";
import { foodChoiceEntry, rememberedPhrase } from "./remembered-food.ts";

const day = dayOf("2026-11-22");
const known: readonly FoodChoiceEntry[] = [
  { kind: "foodChoice", day, phrase: "kefir", food: "kefir", gramsPerPortion: 250 },
  { kind: "foodChoice", day, phrase: "soup", unit: "bowl", gramsPerPortion: 400 },
];

describe("a remembered food", () => {
  it("keeps the grams when the food changes, and the food when the grams change", () => {
    expect(foodChoiceEntry({ phrase: "kefir", unit: null, food: "kefir-fruit" }, known, day, "app")).toEqual({
      kind: "foodChoice",
      day,
      source: "app",
      phrase: "kefir",
      food: "kefir-fruit",
      gramsPerPortion: 250,
    });
    expect(foodChoiceEntry({ phrase: "Kefir ", unit: null, gramsPerPortion: 300 }, known, day, "cli")).toMatchObject({
      food: "kefir",
      gramsPerPortion: 300,
    });
  });

  it("keeps units apart", () => {
    const entry = foodChoiceEntry({ phrase: "soup", unit: null, gramsPerPortion: 350 }, known, day, "app");
    expect(entry).toEqual({ kind: "foodChoice", day, source: "app", phrase: "soup", gramsPerPortion: 350 });
  });

  it.each([
    [{ phrase: "  ", unit: null, food: "kefir" }],
    [{ phrase: "a".repeat(201), unit: null, food: "kefir" }],
    [{ phrase: "kefir", unit: null }],
    [{ phrase: "kefir", unit: null, gramsPerPortion: -5 }],
    [{ phrase: "kefir", unit: null, gramsPerPortion: 1e9 }],
    [{ phrase: "kefir", unit: null, gramsPerPortion: Number.NaN }],
  ])("is none for %j", (answer) => {
    expect(foodChoiceEntry(answer, known, day, "app")).toBeNull();
  });

  it("can be stored", () => {
    const entry = foodChoiceEntry({ phrase: "My  Bowl", unit: "bowl", gramsPerPortion: 260 }, [], day, "cli");
    expect(entrySchema.check(entry).ok).toBe(true);
    expect(rememberedPhrase("My  Bowl")).toBe("my bowl");
  });
});
