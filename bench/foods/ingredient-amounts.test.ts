/** Are labelled amounts compared by meaning? */
import { describe, expect, it } from "vitest";
import { amountLineOf, firstNumbersOf, judgeAmount, labelledNumbers, unitMeaning } from "./ingredient-amounts.ts";
import { rowsOf } from "./shared-data.ts";

const rowOf = (sentence: string, quantity: string, unit: string) => {
  const [row] = rowsOf(`source\tsentence\tname\tquantity\tunit\nown\t${sentence}\t\t${quantity}\t${unit}\n`);
  if (row === undefined) throw new Error("no row");
  return row;
};
const verdictOf = (quantity: string, unit: string, read: { quantity: number | null; unit: string | null }) => {
  const row = rowOf("x", quantity, unit);
  const { isQuantityRight, isUnitRight, isAnyAmountRight } = judgeAmount(amountLineOf(row), read, firstNumbersOf(row));
  return [isQuantityRight, isUnitRight, isAnyAmountRight];
};

describe("labels", () => {
  it("reads fractions, mixed numbers, ranges and multipliers", () => {
    expect(labelledNumbers("1#1$2")).toEqual([1.5]);
    expect(labelledNumbers("#1$4")).toEqual([0.25]);
    expect(labelledNumbers("2-4")).toEqual([2, 4]);
    expect(labelledNumbers("2x")).toEqual([2]);
    expect(labelledNumbers("One")).toEqual([]);
  });
  it("joins fluid ounces and drops adjectives of units", () => {
    expect(amountLineOf(rowOf("640ml/22fl oz stock", "640 22", "ml fl oz"))).toMatchObject({
      quantities: [640, 22],
      units: ["ml", "floz"],
    });
    expect(amountLineOf(rowOf("a", "", "generous pinch")).units).toEqual(["pinch"]);
  });
  it("takes spellings of a unit for the same, but not T and t", () => {
    expect(["Tablespoons", "tbsp.", "Tb", "T"].map(unitMeaning)).toEqual(["tbsp", "tbsp", "tbsp", "tbsp"]);
    expect(unitMeaning("t")).toBe("tsp");
    expect(["leaves", "loaves", "glasses", "cloves", "litres", "fl oz"].map(unitMeaning)).toEqual([
      "leaf",
      "loaf",
      "glass",
      "clove",
      "l",
      "floz",
    ]);
  });
});

describe("a read amount", () => {
  it("is right at the first amount", () => {
    expect(verdictOf("640 22", "ml fl oz", { quantity: 640, unit: "ml" })).toEqual([true, true, true]);
  });
  it("is right as any amount when it is the second one whole, not when it mixes them", () => {
    expect(verdictOf("640 22", "ml fl oz", { quantity: 22, unit: "fl oz" })).toEqual([false, false, true]);
    expect(verdictOf("640 22", "ml fl oz", { quantity: 22, unit: "g" })).toEqual([false, false, false]);
  });
  it("may be anywhere in a labelled range", () => {
    expect(verdictOf("2-4", "tbsp", { quantity: 3, unit: "tablespoon" })).toEqual([true, true, true]);
    expect(verdictOf("2-4", "tbsp", { quantity: 5, unit: "tablespoon" })[0]).toBe(false);
  });
  it("wants no number and no unit where none is labelled; a size is no unit", () => {
    expect(verdictOf("", "", { quantity: null, unit: null })).toEqual([true, true, true]);
    expect(verdictOf("", "", { quantity: 3, unit: "cup" })).toEqual([false, false, false]);
    expect(verdictOf("1", "", { quantity: 1, unit: "large" })).toEqual([true, true, true]);
  });
});
