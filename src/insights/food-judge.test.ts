import { describe, expect, it } from "vitest";
import { isDay } from "../base/day.ts";
import { readLine } from "../importers/line-entry.ts";
import { canBeFood } from "./food-judge.ts";

describe("can it be food", () => {
  it.each(["lentils", "2 eggs", "oats 60 g", "quinoa salad", "a bowl of lentils with some rice and kefir", "eggs 2"])(
    "%s can",
    (words) => {
      expect(canBeFood(words)).toBe(true);
    },
  );

  it.each(["tiredness 4", "felt awful after work today", "everything hurts and nothing helps"])(
    "%s cannot",
    (words) => {
      expect(canBeFood(words)).toBe(false);
    },
  );

  it("keeps such words as a marked note in a typed line", () => {
    const today = "2026-11-22";
    if (!isDay(today)) throw new Error(today);
    const { parts } = readLine("lentils; tiredness 4", { today, isFood: canBeFood });
    expect(parts.map((part) => [part.kind, part.understood])).toEqual([
      ["meal", true],
      ["unread", false],
    ]);
  });
});
