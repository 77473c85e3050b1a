import { describe, expect, it } from "vitest";
import { evidenceMatrix } from "../evidence/matrix.ts";
import { evidenceRecords } from "../evidence/records.ts";
import { cellSentence, certaintySpan, nameOfEnd, nameOfStart, pairName } from "./evidence-cell-words.ts";
import { evidenceLessons } from "./evidence-lessons.ts";

const { toSkin, fromSkin } = evidenceMatrix(evidenceRecords());
const cells = [...toSkin, ...fromSkin];

describe("the sentence of a cell", () => {
  it("is there for every cell, and says 'no trial found' in every empty one", () => {
    for (const cell of cells) {
      const sentence = cellSentence(cell);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(/no trial (was )?found/i.test(sentence), sentence).toBe(
        cell.finding === "no-trial-found" || cell.finding === "only-association",
      );
    }
  });

  it("counts hits and nulls side by side", () => {
    const cell = cells.find(({ from, to }) => from === "probiotic" && to === "eczema");
    if (cell === undefined) throw new Error("the cell is there");
    expect(cell.nulls).toBeGreaterThan(0);
    expect(cellSentence(cell)).toMatch(/\d+ stud(y|ies) with an effect, \d+ stud(y|ies) with none/);
  });

  it("names every lever, condition and outcome in words, never by its code", () => {
    for (const cell of cells) expect(pairName(cell)).not.toMatch(/[a-z]-[a-z]+-|undefined/);
    expect(nameOfEnd("ibd")).toBe("inflammatory bowel disease");
    expect(nameOfStart("stress")).toBe("daily stress");
    expect(nameOfEnd("stress")).toBe("stress and low mood");
  }); // prettier-ignore

  it("says one grade, or the span from the lowest to the highest", () => {
    expect(certaintySpan([])).toBe("");
    expect(certaintySpan(["low"])).toBe("low");
    expect(certaintySpan(["moderate", "low", "very low"])).toBe("very low to moderate");
  });
});

describe("the three things to keep in mind", () => {
  const byId = new Map(evidenceRecords().map((record) => [record.id, record]));

  it("rest on records that were seen, each with the numbers that the text says", () => {
    for (const { records, title } of evidenceLessons) {
      expect(records.length, title).toBeGreaterThan(0);
      for (const id of records) expect(byId.get(id)?.seen.status, id).toBe("seen");
    }
    expect(byId.get("nosrati-2017-perceived")?.effect.estimate).toBeCloseTo(0.514);
    expect(byId.get("afifi-2017-perceived")?.effect.estimate).toBeCloseTo(0.538);
    expect(byId.get("oykhman-2022-response")?.absolute).toEqual({ with: 50, without: 41, unit: "in 100" });
    expect(byId.get("smith-2007-lesions-a")?.absolute?.without).toBe(-13.8);
    expect(byId.get("smith-2007-lesions-a")?.time?.maxWeeks).toBe(12);
  });

  it("hold when they say that no trial went from the skin to the gut", () => {
    expect(fromSkin.every((cell) => cell.noTrialFound)).toBe(true);
  });
});
