import { describe, expect, it } from "vitest";
import { answer, dayOf } from "../../test/support/replicas.ts";
import { cellsOfEntry } from "./cells.ts";

const day = dayOf("2026-03-01");

describe("cellsOfEntry", () => {
  it("gives an answer's value with the catalogue's unit, zero included", () => {
    expect(cellsOfEntry(answer("itch", 0))).toEqual([{ item: "itch", value: 0, unit: "points" }]);
    expect(cellsOfEntry(answer("custom:sebum", 3))).toEqual([{ item: "custom:sebum", value: 3, unit: "" }]);
  });

  it("gives only what a meal says: absent counts are no cell, never zero", () => {
    expect(cellsOfEntry({ kind: "meal", day, text: "x" })).toEqual([]);
    expect(
      cellsOfEntry({ kind: "meal", day, text: "x", counts: { fermented: 0 }, amounts: { fibreGrams: 8 } }),
    ).toEqual([
      { item: "fermentedServings", value: 0, unit: "servings" },
      { item: "fibreGrams", value: 8, unit: "g" },
    ]);
  });

  it("keeps a marker's own unit", () => {
    expect(cellsOfEntry({ kind: "marker", day, marker: "calprotectin", amount: { value: 50, unit: "mg/kg" } })).toEqual(
      [{ item: "calprotectinUgPerG", value: 50, unit: "mg/kg" }],
    );
  });

  it("counts taken as 1, left out on purpose as 0", () => {
    const supplement = { kind: "supplement", day, product: "Mutaflor", taken: false } as const;
    expect(cellsOfEntry(supplement)).toEqual([{ item: "supplement:Mutaflor", value: 0, unit: "yes" }]);
    expect(cellsOfEntry({ kind: "medicine", day, name: "x", group: "topical", taken: true })).toEqual([
      { item: "medicine:topical", value: 1, unit: "yes" },
    ]);
  });

  it("gives tags, practice and weather their own items", () => {
    expect(cellsOfEntry({ kind: "tag", day, tag: "#travel" })).toEqual([{ item: "tag:#travel", value: 1, unit: "" }]);
    expect(cellsOfEntry({ kind: "practice", day, practice: "yoga", minutes: 20 })[0]?.item).toBe("practiceMinutes");
    expect(cellsOfEntry({ kind: "weather", day, humidityPercent: 40 })).toHaveLength(1);
  });

  it("makes none of notes, marks and bookkeeping, and never two of one item", () => {
    expect(cellsOfEntry({ kind: "note", day, text: "x" })).toEqual([]);
    expect(cellsOfEntry({ kind: "cycle", day, event: "periodStart" })).toEqual([]);
    expect(cellsOfEntry({ kind: "dayComplete", day, group: "all", complete: true })).toEqual([]);
    const all = cellsOfEntry({
      kind: "meal",
      day,
      text: "",
      counts: { fibreRich: 1, fermented: 1, prebiotic: 1, ultraProcessed: 1 },
      amounts: { fibreGrams: 1, energyKcal: 1, alcoholGrams: 1, addedSugarGrams: 1 },
    });
    expect(new Set(all.map(({ item }) => item)).size).toBe(8);
  });
});
