import { describe, expect, it } from "vitest";
import { evidenceMatrix, looksBack, recordsToSkin, type EvidenceCell } from "./matrix.ts";
import { evidenceRecords } from "./records.ts";

const records = evidenceRecords();
const matrix = evidenceMatrix(records);
const there = (from: string, to: string): EvidenceCell | undefined =>
  matrix.toSkin.find((cell) => cell.from === from && cell.to === to);
const back = (from: string, to: string): EvidenceCell | undefined =>
  matrix.fromSkin.find((cell) => cell.from === from && cell.to === to);

describe("the matrix of levers and skin", () => {
  it("has a cell for every pair in both directions, none empty", () => {
    expect(matrix.toSkin).toHaveLength(matrix.levers.length * 5);
    expect(matrix.fromSkin).toHaveLength(matrix.skinStates.length * matrix.outcomes.length);
    for (const cell of [...matrix.toSkin, ...matrix.fromSkin]) {
      expect(cell.records.length === 0).toBe(cell.finding === "no-trial-found");
      if (cell.finding === "only-association") expect(cell.noTrialFound).toBe(true);
    }
  });

  it("says what the trials say, nulls kept", () => {
    expect(there("probiotic", "eczema")).toMatchObject({ finding: "mixed", noTrialFound: false });
    expect(there("probiotic", "eczema")!.nulls).toBeGreaterThanOrEqual(3);
    expect(there("probiotic", "dryness")!.finding).toBe("mixed");
    expect(there("fermented-food", "dryness")).toMatchObject({ finding: "null", hits: 0, nulls: 1 });
    expect(there("fermented-food", "eczema")).toMatchObject({ finding: "no-trial-found", records: [] });
    expect(there("fibre", "psoriasis")).toMatchObject({ finding: "only-association", noTrialFound: true });
    expect(there("dairy", "acne")).toMatchObject({ finding: "only-association", strongEnough: 0 });
    expect(there("h-pylori", "rosacea")!.finding).toBe("null");
    expect(there("sleep", "psoriasis")).toMatchObject({ finding: "only-association", nulls: 1, hits: 0 });
    expect(there("synbiotic", "eczema")!.finding).toBe("favours");
    expect(there("omega-3", "psoriasis")!.finding).toBe("mixed");
    expect(there("omega-3", "acne")).toMatchObject({ finding: "mixed", hits: 1, nulls: 1 });
    expect(there("mediterranean-diet", "psoriasis")!.finding).toBe("favours");
  });

  it("never lets an open or an unverified trial speak in favour", () => {
    expect(there("probiotic", "rosacea")).toMatchObject({ finding: "only-association", noTrialFound: true, hits: 0 });
    expect(there("stress-treatment", "acne")).toMatchObject({ finding: "unverified-only", hits: 0, unverified: 1 });
    expect(there("gluten-free", "psoriasis")).toMatchObject({ finding: "only-association", hits: 0 });
    expect(there("weight-loss", "psoriasis")).toMatchObject({ finding: "unverified-only", nulls: 1 });
  });

  it("counts one trial that was reported twice once", () => {
    expect(there("mediterranean-diet", "psoriasis")).toMatchObject({ hits: 1, records: ["medipso-2025-pasi", "medipso-2025-pasi75"] }); // prettier-ignore
  });

  it("shows the way back apart from the way there", () => {
    expect(back("psoriasis", "crohn")!.records).toEqual(
      expect.arrayContaining(["li-2022-psoriasis-crohn", "sun-2022-psoriasis-crohn", "fu-2018-crohn"]),
    );
    expect(back("rosacea", "sibo")).toMatchObject({ hits: 0, nulls: 1 });
    expect(back("eczema", "stress")!.records).toHaveLength(2);
    expect(back("acne", "ibd")!.finding).toBe("no-trial-found");
    expect(matrix.fromSkin.every((cell) => cell.noTrialFound)).toBe(true);
    expect(recordsToSkin(records, "eczema", "eczema").filter(looksBack)).toEqual([]);
  });

  it("leaves out no record but blood markers, safety, mediators and measurements", () => {
    const placed = new Set([...matrix.toSkin, ...matrix.fromSkin].flatMap((cell) => cell.records));
    const left = records.filter((record) => !placed.has(record.id));
    expect(left.map((record) => record.direction).filter((way) => !["safety", "gut-to-mediator", "measurement", "association", "stress-to-gut"].includes(way))).toEqual([]); // prettier-ignore
  });

  it("calls a cell against when every trial points the wrong way", () => {
    const worse = records.filter((record) => record.id === "chang-2016-synbiotic").map((record) => ({
      ...record,
      effect: { ...record.effect, estimate: 6.56, lo: 1.68, hi: 11.43 },
    }));
    expect(evidenceMatrix(worse).toSkin.find((cell) => cell.from === "synbiotic" && cell.to === "eczema")?.finding).toBe("against");
  }); // prettier-ignore
});
