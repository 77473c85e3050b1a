import { describe, expect, it } from "vitest";
import { madeColumn, madeEdge, madeTable } from "../../test/fixtures/made-posterior.ts";
import { catalogue } from "../journal/catalogue.ts";
import { evidencePriorsOf } from "./evidence-priors.ts";
import { verdictOf } from "./verdict.ts";

const lever = (name: string, label = name): ReturnType<typeof madeColumn> =>
  madeColumn({ name, label, role: "lever", unit: name.endsWith("Grams") ? "g" : "yes", min: 0, max: 1 });
const rating = (name: string): ReturnType<typeof madeColumn> =>
  madeColumn({ name, label: name, role: "skin", unit: "points", min: 0, max: 10 });
const columns = [
  lever("probioticTaken"),
  lever("supplement:omni", "Omni Synbiotic 10"),
  lever("supplement:fish", "Fish oil"),
  lever("fibreGrams"),
  madeColumn({ name: "stress", role: "stress", unit: "points", min: 0, max: 10 }),
  rating("eczemaSeverity"),
  rating("itch"),
  rating("psoriasisSeverity"),
  madeColumn({ name: "score:scorad", role: "skin", unit: "points", min: 0, max: 103 }),
];
const diary = { ...madeTable([]), columns };
const pairs = (conditions: Parameters<typeof evidencePriorsOf>[1]): readonly string[] =>
  evidencePriorsOf(diary, conditions).map(({ from, to }) => `${from} > ${to}`);

describe("what trials say beforehand", () => {
  it("is nothing when no condition is named", () => {
    expect(evidencePriorsOf(diary, [])).toEqual([]);
  });

  it("is about the pairs of the named condition only, never about itch", () => {
    expect(pairs(["eczema"])).toEqual([
      "probioticTaken > eczemaSeverity",
      "probioticTaken > score:scorad",
      "supplement:omni > eczemaSeverity",
      "supplement:omni > score:scorad",
      "stress > eczemaSeverity",
      "stress > score:scorad",
    ]);
    expect(pairs(["psoriasis"])).toEqual(["probioticTaken > psoriasisSeverity", "supplement:fish > psoriasisSeverity"]);
  });

  it("takes skin today for the condition only while it is the only one", () => {
    const isAsked = (conditions: Parameters<typeof evidencePriorsOf>[1]): boolean =>
      evidencePriorsOf({ ...diary, columns: [...columns, rating("skinSeverity")] }, conditions).some(
        ({ to }) => to === "skinSeverity",
      );
    expect(isAsked(["eczema"])).toBe(true);
    expect(isAsked(["eczema", "psoriasis"])).toBe(false);
  });

  it("speaks in points of the outcome where the contrast is the trial's, and never cuts delays", () => {
    const [own, scorad] = evidencePriorsOf(diary, ["eczema"]);
    // Makrgeorgou 2018: -3.91 of 15 points, shrunk by half = -.13 between-person SDs (evidence notes, section 9)
    expect(own?.effect?.mean).toBeCloseTo(-0.13 * 2, 2);
    expect(scorad?.effect?.mean).toBeCloseTo(-0.13 * 15, 1);
    // .37 by the formula, but an average must not hide a person
    expect(scorad?.effect?.sd).toBe(15);
    const stress = evidencePriorsOf(diary, ["eczema"]).find(({ from }) => from === "stress");
    expect(stress).toEqual({ from: "stress", to: "eczemaSeverity", oddsFactor: 1 });
  });

  it("does not make a pair likelier for which the trials found no effect, however good they are", () => {
    // omega-3 alone in psoriasis: moderate certainty, null
    const [, omega] = evidencePriorsOf(diary, ["psoriasis"]);
    expect(omega?.from).toBe("supplement:fish");
    expect(omega?.oddsFactor).toBe(1);
  });

  it("names only columns that exist", () => {
    const known = catalogue.map(({ id, label, role, unit, min, max }) =>
      madeColumn({
        name: id,
        label,
        role,
        unit,
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
      }),
    );
    const all = evidencePriorsOf(madeTable(known), ["acne", "eczema", "rosacea", "psoriasis", "dryness"]);
    const used = new Set(all.map(({ from }) => from));
    for (const name of ["probioticTaken", "stress", "dairyServings", "omega3Grams", "alcoholGrams", "sleepHours"])
      expect(used).toContain(name);
    for (const prior of all) expect(prior.effect === undefined || prior.effect.sd > 0).toBe(true);
  });
});

describe("the word for a pair that only trials make likely", () => {
  const { averaged, ifReal } = madeEdge();
  const alone = (reported: boolean): Parameters<typeof verdictOf>[0] =>
    madeEdge({
      inclusionProbability: 0.99,
      reported: true,
      dataAlone: { inclusionProbability: 0.4, reported, averaged, ifReal },
    });

  it("is maybe, whatever the probability; with the diary's own word it is strong", () => {
    expect(verdictOf(alone(false))).toBe("maybe");
    expect(verdictOf(alone(true))).toBe("strong");
  });
});
