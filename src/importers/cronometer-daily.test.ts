import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ImportOptions, ImportPreview } from "./contract.ts";
import { previewImport } from "./preview-import.ts";

const options: ImportOptions = {
  person: "0".repeat(32),
  sha256: (bytes) => createHash("sha256").update(bytes).digest(),
  lastBelievableDayNumber: 21_000,
};
const preview = (text: string): ImportPreview => {
  const result = previewImport({ name: "x.csv", bytes: new TextEncoder().encode(text) }, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const values = (p: ImportPreview) =>
  p.drafts.flatMap((draft) =>
    draft.action === "put" && draft.entry.kind === "answer"
      ? [[draft.entry.day, draft.entry.item, draft.entry.value] as const]
      : [],
  );

// Header names of the 2026 daily summary, in its order (the vitamins and amino acids shortened to one each).
const HEADER =
  "Date,Energy (kcal),Alcohol (g),Caffeine (mg),Oxalate (mg),Phytate (mg),Water (g),B12 (Cobalamin) (µg),Net Carbs (g)," +
  "Carbs (g),Fiber (g),Insoluble Fiber (g),Soluble Fiber (g),Starch (g),Sugars (g),Added Sugars (g),Fat (g),Saturated (g)," +
  "Omega-3 (g),Cholesterol (mg),Protein (g),Valine (g),Sodium (mg),Completed";

describe("Cronometer dailysummary.csv", () => {
  it("maps nutrients by exact name and makes Completed the day's mark", () => {
    const p = preview(
      `${HEADER}\n2025-10-01,2000.5,0,80,,,1500,2.4,150,180,30.5,20,8,90,60,10,70,20,2,150,90,5,2300,true\n`,
    );
    expect(p.format).toBe("cronometer-daily");
    expect(values(p)).toEqual(
      [
        ["energyKcal", 2000.5],
        ["alcoholGrams", 0],
        ["caffeineMg", 80],
        ["waterMl", 1500],
        ["carbohydrateGrams", 180],
        ["fibreGrams", 30.5],
        ["insolubleFibreGrams", 20],
        ["solubleFibreGrams", 8],
        ["sugarGrams", 60],
        ["addedSugarGrams", 10],
        ["fatGrams", 70],
        ["saturatedFatGrams", 20],
        ["omega3Grams", 2],
        ["cholesterolMg", 150],
        ["proteinGrams", 90],
        ["sodiumMg", 2300],
      ].map(([item, value]) => ["2025-10-01", item, value]),
    );
    expect(p.drafts.at(-1)).toMatchObject({
      entry: { kind: "dayComplete", group: "food", complete: true, source: "cronometer" },
    });
    expect(p.unmapped).toEqual(
      ["B12 (Cobalamin) (µg)", "Net Carbs (g)", "Starch (g)", "Valine (g)"].map((column) => ({ column, filled: 1 })),
    );
  });

  it("takes blank for unknown and a 0 kcal day for a day that was not logged", () => {
    const p = preview(
      "Date,Energy (kcal),Fiber (g),Completed\n2025-10-01,0.0,0.0,false\n2025-10-02,,12,false\n2025-10-03,1500,,\n",
    );
    expect(values(p)).toEqual([
      ["2025-10-02", "fibreGrams", 12],
      ["2025-10-03", "energyKcal", 1500],
    ]);
    expect(p.countsByVariable["dayComplete"]).toBe(1);
    expect(p.ignored).toEqual([{ rule: "day-not-logged", rows: 1 }]);
    expect(p.assumptions).toEqual([{ type: "DayNotLogged", column: "Energy (kcal)", value: "1 day" }]);
    expect([p.rowsRead, p.rowsUsed, p.rowsSkipped]).toEqual([3, 2, 0]);
  });

  it("is recognised re-saved by a spreadsheet: semicolons, decimal commas, dotted dates, other order, BOM", () => {
    const p = preview("\ufeffFiber (g);Energy (kJ);Date\r\n12,5;8368,0;01.10.2025\r\n10,0;4184;02.10.2025\r\n");
    expect(values(p)).toEqual([
      ["2025-10-01", "fibreGrams", 12.5],
      ["2025-10-01", "energyKcal", 2000],
      ["2025-10-02", "fibreGrams", 10],
      ["2025-10-02", "energyKcal", 1000],
    ]);
    expect(p.assumptions.map((each) => each.type)).toEqual(["Delimiter", "DateOrder", "DecimalMark", "DecimalMark"]);
  });

  it("skips impossible amounts with their place", () => {
    const p = preview("Date,Energy (kcal),Fiber (g)\n2025-10-01,2000,9000\n2025-10-02,2000,-1\n2025-10-03,2000,<1\n");
    expect(p.skipped.map((s) => [s.line, s.column, s.code, s.found])).toEqual([
      [2, 3, "out-of-range", "9000"],
      [3, 3, "out-of-range", "-1"],
      [4, 3, "bad-number", "<1"],
    ]);
  });

  it("gives the same ids again, so that a second import adds nothing", () => {
    const text = "Date,Energy (kcal),Fiber (g),Completed\n2025-10-01,2000,20,true\n2025-10-02,2100,25,true\n";
    expect(preview(text).drafts).toEqual(preview(text).drafts);
    const edited = preview(text.replace("25,true", "26,false"));
    expect(edited.drafts.map((draft) => draft.id)).toEqual(preview(text).drafts.map((draft) => draft.id));
  });

  it("is not taken for the servings file, which is named instead", () => {
    const bytes = new TextEncoder().encode(
      "Day,Time,Group,Food Name,Amount,Energy (kcal),Fiber (g)\n2025-10-01,,,Oats,60 g,227,6\n",
    );
    const result = previewImport({ name: "servings.csv", bytes }, options);
    expect(!result.ok && result.error).toMatchObject({ type: "FormatNotSupported", found: "Cronometer servings.csv" });
  });
});
