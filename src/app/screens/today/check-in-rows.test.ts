import { describe, expect, it } from "vitest";
import type { SkinCondition } from "../../../lib/index.ts";
import { checkInRows, foodRows } from "./check-in-rows.ts";

const ids = (conditions: readonly SkinCondition[]): readonly string[] => checkInRows(conditions).map((row) => row.id);

describe("rows of the check-in", () => {
  it("asks skin, itch, gut and stress when nothing was chosen", () => {
    expect(ids([])).toEqual(["skinSeverity", "itch", "bloating", "stress"]);
  });

  it("asks the item of each chosen condition", () => {
    expect(ids(["acne"])).toEqual(["skinSeverity", "acneSeverity", "bloating", "stress"]);
    expect(ids(["eczema", "rosacea"])).toContain("skinRedness");
  });

  it("never asks more than six rows, and always gut and stress for up to three conditions", () => {
    const three = ids(["acne", "eczema", "psoriasis"]);
    expect(three).toHaveLength(6);
    expect(three.slice(-2)).toEqual(["bloating", "stress"]);
  });

  it("has words at both ends of every score", () => {
    for (const row of checkInRows(["acne", "rosacea", "dryness"])) expect(row.anchors).toHaveLength(2);
  });

  it("counts four kinds of food in servings", () => {
    expect(foodRows.map((row) => row.unit)).toEqual(["servings", "servings", "servings", "servings"]);
  });
});
