import { describe, expect, it } from "vitest";
import type { SkinCondition } from "../../../lib/index.ts";
import { checkInRows, foodRows, stepsOf } from "./check-in-rows.ts";

const ids = (conditions: readonly SkinCondition[]): readonly string[] => checkInRows(conditions).map((row) => row.id);

describe("rows of the check-in", () => {
  it("asks skin, itch, gut and stress when nothing was chosen", () => {
    expect(ids([])).toEqual(["skinSeverity", "itch", "bloating", "stress"]);
  });

  it("asks the item of each chosen condition", () => {
    expect(ids(["acne"])).toEqual(["skinSeverity", "acneSeverity", "newLesionCount", "bloating", "stress"]);
    expect(ids(["eczema", "rosacea"])).toEqual([
      "skinSeverity",
      "itch",
      "skinRedness",
      "skinDryness",
      "bloating",
      "stress",
    ]);
  });

  it("never asks more than six rows, and always gut and stress for up to three conditions", () => {
    const three = ids(["acne", "eczema", "psoriasis"]);
    expect(three).toHaveLength(6);
    expect(three.slice(-2)).toEqual(["bloating", "stress"]);
  });

  it("has words at both ends of every score", () => {
    const scores = checkInRows(["acne", "rosacea", "dryness"]).filter((row) => row.unit === "points");
    expect(scores.length).toBeGreaterThan(4);
    for (const row of scores) expect(row.anchors).toHaveLength(2);
  });

  it("goes from 0 to 10 for a score, and from 0 to 9 and more for a count", () => {
    const [skin, , spots] = checkInRows(["acne"]);
    if (skin === undefined || spots === undefined) throw new Error("there are five rows");
    expect(stepsOf(skin).map((step) => step.value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(stepsOf(spots).map((step) => step.text)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9+"]);
  });

  it("counts four kinds of food in servings", () => {
    expect(foodRows.map((row) => row.unit)).toEqual(["servings", "servings", "servings", "servings"]);
  });
});
