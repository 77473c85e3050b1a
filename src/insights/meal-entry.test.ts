import { describe, expect, it } from "vitest";
import { dayOf } from "../../test/support/replicas.ts";
import { mealEntry, slotAtMinutes, slotInText } from "./meal-entry.ts";

const day = dayOf("2026-11-22");
const setting = { day, slot: null, offsetMinutes: 60, source: "app" } as const;

describe("the entry of a meal", () => {
  it("holds the text as typed, and only the time that was said in numbers", () => {
    expect(mealEntry(" kefir,  2 slices rye bread (Lidl) ", null, setting)).toEqual({
      kind: "meal",
      day,
      offsetMinutes: 60,
      source: "app",
      text: "kefir,  2 slices rye bread (Lidl)",
    });
    expect(mealEntry("porridge for breakfast", null, setting).time).toBeUndefined();
    expect(mealEntry("breakfast at 9: porridge", null, setting).time).toBe("09:00");
    expect(mealEntry("8.05 pm kefir", null, setting).time).toBe("20:05");
  });

  it("moves to yesterday when the words say so", () => {
    expect(mealEntry("soup yesterday", -1, setting).day).toBe("2026-11-21");
  });

  it("has the meal that was chosen", () => {
    expect(mealEntry("soup", null, { ...setting, slot: "lunch" }).meal).toBe("lunch");
  });
});

describe("the meal of an hour or a text", () => {
  it.each([
    [0, "snack"],
    [239, "snack"],
    [240, "breakfast"],
    [629, "breakfast"],
    [660, "snack"],
    [780, "lunch"],
    [960, "snack"],
    [1140, "dinner"],
    [1320, "snack"],
  ])("at minute %i is %s", (minutes, slot) => {
    expect(slotAtMinutes(minutes)).toBe(slot);
  });

  it.each([
    ["breakfast: porridge", "breakfast"],
    ["soup for lunch", "lunch"],
    ["this morning kefir", "breakfast"],
    ["snack: apple", "snack"],
    ["an apple as a snack", "snack"],
    ["snack bar", null],
    ["kefir 8 pm", "dinner"],
    ["kefir", null],
  ])("of %j is %s", (text, slot) => {
    expect(slotInText(text)).toBe(slot);
  });
});
