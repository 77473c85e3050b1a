/** Do the plain portion rules do what a careful program would do? */
import { describe, expect, it } from "vitest";
import { cleanPieces } from "./clean-pieces.ts";
import { gramsByPortions, ownNumber } from "./usda-tables.ts";

const portions = [
  { text: "10 chips", grams: 20 },
  { text: "1 cup", grams: 240 },
  { text: "1 fl oz", grams: 30 },
  { text: "Quantity not specified", grams: 55 },
];

describe("grams by portions", () => {
  it("keeps weights, divides a portion's own number out, and falls back on the usual portion", () => {
    expect(gramsByPortions(portions, 200, "grams")).toBe(200);
    expect(gramsByPortions(portions, 2, "lb")).toBeCloseTo(907.2, 9);
    expect(gramsByPortions(portions, 5, "chips")).toBe(10);
    expect(gramsByPortions(portions, 8, "fluid ounce")).toBe(240);
    expect(gramsByPortions(portions, 2, "")).toBe(110);
    expect(gramsByPortions(portions, 2, "bowl")).toBe(110);
  });
  it("knows nothing without portions, unless it is a weight", () => {
    expect(gramsByPortions([], 2, "cup")).toBeNull();
    expect(gramsByPortions([], 2, "oz")).toBeCloseTo(56.7, 9);
  });
  it("reads the number that a portion begins with", () => {
    expect(["10 rings", "1/2 cup", "slice", "0.5 can"].map(ownNumber)).toEqual([10, 0.5, 1, 0.5]);
  });
});

describe("clean pieces", () => {
  it("splits at with, and, on and commas, and drops amounts and fillers", () => {
    expect(
      cleanPieces("2 slices of rye bread with butter, a 250 ml glass of kefir").map((piece) => piece.words),
    ).toEqual(["rye bread", "butter", "kefir"]);
  });
  it("keeps where each piece stands", () => {
    const text = "tea and toast";
    expect(cleanPieces(text).map(({ from, to }) => text.slice(from, to))).toEqual(["tea", "toast"]);
  });
  it("gives nothing for numbers only", () => {
    expect(cleanPieces("2 x 3")).toEqual([{ words: "x", from: 0, to: 5 }]);
    expect(cleanPieces("250 g")).toEqual([]);
  });
});
