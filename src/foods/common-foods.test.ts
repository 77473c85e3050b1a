import { describe, expect, it } from "vitest";
import { holdsCommonFood } from "./common-foods.ts";
import { everydayFoodTable } from "./everyday-table.ts";

describe("common foods", () => {
  it.each([
    "lentils",
    "2 eggs",
    "a bowl of Lentils",
    "fresh raspberries",
    "potatoes",
    "radishes",
    "cherries & kefir",
    "YOGURT",
  ])("stand in %s", (words) => expect(holdsCommonFood(words)).toBe(true));

  it.each([
    "",
    "tiredness 4",
    "felt awful after work today",
    "everything hurts",
    "went on a date",
    "pain in the knee",
    "on a roll",
  ])("do not stand in %j", (words) => expect(holdsCommonFood(words)).toBe(false));

  it("are in the name of most everyday foods that people write down most", () => {
    const often = everydayFoodTable().foods.filter((food) => food.commonness >= 2);
    const held = often.filter((food) => food.names.some((name) => holdsCommonFood(name)));
    expect(often.length).toBeGreaterThan(20);
    expect(held.length / often.length).toBeGreaterThan(0.85);
  });
});
