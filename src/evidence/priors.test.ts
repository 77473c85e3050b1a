import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evidenceRecords } from "./records.ts";
import { inclusionOffset, priorFromSize, priorsFor, streetPriors } from "./priors.ts";

/** Two decimals, half away from zero or towards it: the draft table rounded -0.285 to -0.28 and -0.315 to -0.32. */
const within = (value: number, printed: number): boolean => Math.abs(value - printed) <= 0.005 + 1e-9;

describe("priors from trials", () => {
  it.each([
    ["probiotic", "eczema", -0.13, 0.37, 56],
    ["synbiotic", "eczema", -0.22, 0.4, 56],
    ["elimination-diet", "eczema", -0.09, 0.37, 42],
    ["stress-treatment", "eczema", -0.6, 0.38, 56],
    ["stress", "eczema", 0.1, 0.3, 28],
    ["low-glycaemic-diet", "acne", -0.46, 0.49, 70],
    ["probiotic", "acne", -0.28, 0.5, 84],
    ["dairy", "acne", 0.02, 0.46, 56],
    ["omega-3", "acne", -0.08, 0.55, 70],
    ["mediterranean-diet", "psoriasis", -0.57, 0.4, 112],
    ["probiotic", "psoriasis", -0.41, 0.54, 84],
    ["omega-3", "psoriasis", -0.07, 0.4, 84],
    ["alcohol", "rosacea", 0.1, 0.3, 28],
    ["collagen-ceramide", "dryness", -0.32, 0.38, 56],
    ["probiotic", "dryness", -0.05, 0.39, 84],
    ["sleep", "dryness", 0.2, 0.39, 21],
  ])("come out as known for %s and %s", (lever, condition, mean, sd, minPhaseDays) => {
    const [prior, ...more] = priorsFor({ lever, condition });
    expect(more).toEqual([]);
    expect(prior?.minPhaseDays).toBe(minPhaseDays);
    expect(within(prior?.mean ?? NaN, mean)).toBe(true);
    expect(within(prior?.sd ?? NaN, sd)).toBe(true);
  });

  it("are 16, each with the record it was made from and what is assumed", () => {
    const all = priorsFor();
    const ids = new Set(evidenceRecords().map((record) => record.id));
    expect(all).toHaveLength(16);
    for (const prior of all) {
      expect(ids).toContain(prior.record);
      expect(prior.notes.length).toBeGreaterThan(0);
      expect(prior.onsetDays <= prior.halfDays && prior.halfDays <= prior.fullDays).toBe(true);
    }
    expect(priorsFor({ lever: "probiotic", condition: "eczema" })[0]?.unverified).toBe(true);
    expect(priorsFor({ lever: "probiotic", condition: "rosacea" })).toEqual([]);
    expect(priorsFor({ condition: "eczema" })).toHaveLength(5);
  });

  it("shrink more and widen more the lower the grade", () => {
    const size = { value: -0.5, lo: -0.8, hi: -0.2 };
    const numbers = (["high", "moderate", "low", "very low"] as const).map((grade) => priorFromSize(grade, size));
    expect(numbers.map(({ mean }) => mean)).toEqual([-0.5, -0.4, -0.25, -0.1]);
    for (let i = 1; i < numbers.length; i++) expect(numbers[i]!.sd).toBeGreaterThan(numbers[i - 1]!.sd);
  });

  it("use the prediction interval where the source gives one", () => {
    const [acne] = priorsFor({ lever: "probiotic", condition: "acne" });
    expect(acne?.size).toEqual({ value: -0.57, lo: -1.25, hi: 0.11 });
  });

  it("turn an odds ratio into d by ln(OR) / 1.81", () => {
    const [milk] = priorsFor({ lever: "dairy" });
    const d = (odds: number): number => Math.log(odds) / 1.81;
    expect(milk?.size?.value).toBeCloseTo(d(1.16), 4);
    expect(milk?.size?.lo).toBeCloseTo(d(1.09), 4);
    expect(milk?.size?.hi).toBeCloseTo(d(1.24), 4);
  });

  it("move the inclusion by grade, and down when biology makes a pair implausible", () => {
    expect([inclusionOffset("high"), inclusionOffset("moderate"), inclusionOffset("low"), inclusionOffset("very low")]).toEqual([1, 0.5, 0, 0]); // prettier-ignore
    expect(inclusionOffset("high", true)).toBe(-1);
  });

  it("expect nothing of the skin on the gut, and a little on the next day's stress and sleep", () => {
    expect(streetPriors().map(({ to, mean, sd }) => [to, mean, sd])).toEqual([
      ["gut", 0, 0.2],
      ["stress", 0.1, 0.2],
      ["sleep", 0.1, 0.2],
    ]);
  });
});

const table = join(import.meta.dirname, "../../../shared/data/evidence/priors.tsv");
const there = existsSync(table);
if (!there) console.log("skipped: ../shared/data/evidence/priors.tsv is not here, priors are not compared with it");

describe.skipIf(!there)("the draft table of priors", () => {
  const codes: Readonly<Record<string, string>> = {
    oral_probiotic_any: "probiotic",
    elimination_diet: "elimination-diet",
    stress_CBT: "stress-treatment",
    stress_daily: "stress",
    low_glycaemic_diet: "low-glycaemic-diet",
    milk_any: "dairy",
    omega3: "omega-3",
    mediterranean_diet: "mediterranean-diet",
    oral_collagen: "collagen-ceramide",
    sleep_restriction: "sleep",
  };
  it("agrees in every row", () => {
    const rows = readFileSync(table, "utf8").trimEnd().split("\n").slice(1).map((line) => line.split("\t"));
    expect(rows).toHaveLength(16);
    for (const [lever = "", condition = "", mean, sd, onset, half, full, phase, grade] of rows) {
      const [prior] = priorsFor({ lever: codes[lever] ?? lever, condition });
      expect(within(prior?.mean ?? NaN, Number(mean))).toBe(true);
      expect(within(prior?.sd ?? NaN, Number(sd))).toBe(true);
      expect([prior?.onsetDays, prior?.halfDays, prior?.fullDays, prior?.minPhaseDays].map(String)).toEqual([onset, half, full, phase]);
      expect(prior?.grade).toBe(grade);
    }
  }); // prettier-ignore
});
