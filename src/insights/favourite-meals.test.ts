import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../base/day.ts";
import { dayOf } from "../../test/support/replicas.ts";
import type { MealEntry } from "../journal/entry.ts";
import { favouriteMeals, yesterdaysMeals } from "./favourite-meals.ts";

const day = dayOf("2026-11-22");
const meal = (daysAgo: number, text: string, slot?: MealEntry["meal"], time?: string): MealEntry => ({
  kind: "meal",
  day: addDays(day, -daysAgo),
  text,
  ...(slot === undefined ? {} : { meal: slot }),
  ...(time === undefined ? {} : { time }),
});
const breakfast = { day, slot: "breakfast", minutes: 480 } as const;
const texts = (meals: readonly MealEntry[], setting: Parameters<typeof favouriteMeals>[1] = breakfast): string[] =>
  favouriteMeals(meals, setting).map(({ text }) => text);

describe("favourites", () => {
  it("come in the order of how often they were written for this meal", () => {
    const meals = [
      ...[1, 2, 3].map((ago) => meal(ago, "porridge", "breakfast")),
      ...[1, 2].map((ago) => meal(ago, "Rye bread, kefir", "breakfast")),
      ...[1, 2, 3, 4].map((ago) => meal(ago, "lentil soup", "lunch")),
    ];
    expect(texts(meals)).toEqual(["porridge", "Rye bread, kefir"]);
    expect(texts(meals, { ...breakfast, slot: "lunch" })).toEqual(["lentil soup"]);
    expect(texts(meals, { ...breakfast, slot: "dinner" })).toEqual(["lentil soup", "porridge", "Rye bread, kefir"]);
    expect(texts(meals, { ...breakfast, slot: null })[0]).toBe("lentil soup");
    expect(favouriteMeals(meals, breakfast)[0]).toEqual({ text: "porridge", slot: "breakfast", times: 3 });
  });

  it("prefer about the same hour", () => {
    const meals = [meal(2, "cake", undefined, "16:00"), meal(3, "kefir", undefined, "08:00")];
    expect(texts(meals, { day, slot: null, minutes: 480 })).toEqual(["kefir", "cake"]);
    expect(texts(meals, { day, slot: null, minutes: 960 })).toEqual(["cake", "kefir"]);
  });

  it("count spellings together, look back 30 days, and leave out what stands there already", () => {
    expect(favouriteMeals([meal(1, "Kefir"), meal(2, " kefir ")], breakfast)[0]?.times).toBe(2);
    expect(texts([meal(31, "kefir", "breakfast")])).toEqual([]);
    expect(texts([meal(-1, "kefir", "breakfast")])).toEqual([]);
    expect(texts([meal(0, "kefir", "breakfast"), meal(3, "kefir", "breakfast")])).toEqual([]);
    expect(texts([meal(3, " ", "breakfast"), meal(3, "x".repeat(201), "breakfast")])).toEqual([]);
  });

  it("do not hang on the order of the entries", () => {
    const some = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 35 }), fc.constantFrom("kefir", "Kefir", "soup", "toast"))
        .map(([ago, text]) => meal(ago, text, ago % 2 === 0 ? "breakfast" : "lunch")),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(some, (meals) => {
        expect(favouriteMeals([...meals].reverse(), breakfast)).toEqual(favouriteMeals(meals, breakfast));
      }),
    );
  });
});

describe("the same as yesterday", () => {
  it("is all of that meal, in order of time, of the day before only", () => {
    const meals = [
      meal(1, "coffee", "breakfast", "09:30"),
      meal(1, "porridge", "breakfast", "08:00"),
      meal(1, "soup", "lunch"),
      meal(2, "toast", "breakfast"),
    ];
    expect(yesterdaysMeals(meals, day, "breakfast").map(({ text }) => text)).toEqual(["porridge", "coffee"]);
    expect(yesterdaysMeals(meals, day, null)).toHaveLength(3);
    expect(yesterdaysMeals(meals, day, "dinner")).toEqual([]);
  });
});
