import { describe, expect, it } from "vitest";
import { dayOf } from "../../test/support/replicas.ts";
import { copiedMeal, mealEntry, slotAtMinutes, slotInText, usualSlot } from "./meal-entry.ts";

const day = dayOf("2026-11-22");
const setting = { day, slot: null, offsetMinutes: 60, source: "app" } as const;

describe("the entry of a meal", () => {
  it("holds the text as typed, and only the time that was said in numbers", () => {
    expect(mealEntry(" kefir,  2 slices rye bread (Lidl) ", setting)).toEqual({
      kind: "meal",
      day,
      offsetMinutes: 60,
      source: "app",
      text: "kefir,  2 slices rye bread (Lidl)",
    });
    expect(mealEntry("porridge for breakfast", setting).time).toBeUndefined();
    expect(mealEntry("breakfast at 9: porridge", setting).time).toBe("09:00");
    expect(mealEntry("8.05 pm kefir", setting).time).toBe("20:05");
  });

  it("moves to yesterday when the words say so", () => {
    expect(mealEntry("soup yesterday", setting).day).toBe("2026-11-21");
  });

  it("is marked when it repeats an earlier one, without that one's time", () => {
    const before = { ...mealEntry("soup at 13:30", { ...setting, slot: "lunch" }), counts: { fermented: 1 } };
    expect(copiedMeal(before, { day, slot: "dinner", offsetMinutes: 0 })).toEqual({
      kind: "meal",
      day,
      offsetMinutes: 0,
      source: "copied",
      text: "soup at 13:30",
      meal: "dinner",
      counts: { fermented: 1 },
    });
  });

  it("has the meal that was chosen", () => {
    expect(mealEntry("soup", { ...setting, slot: "lunch" }).meal).toBe("lunch");
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

  it("is none by the hour for 'nothing', which is said of the day", () => {
    expect(usualSlot("nothing today", 1140)).toBeNull();
    expect(usualSlot("kefir", 1140)).toBe("dinner");
    expect(usualSlot("", 1140)).toBe("dinner");
    expect(usualSlot("kefir", null)).toBeNull();
    expect(slotInText("nothing for breakfast")).toBe("breakfast");
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
