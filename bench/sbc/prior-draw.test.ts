import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/base/random.ts";
import { priorOdds } from "../../src/engine/inclusion-prior.ts";
import { delayOf } from "../../src/engine/kernels.ts";
import { NOISE_LAWS } from "../../src/engine/noise-grid.ts";
import { prepareAxis } from "../../src/engine/problem.ts";
import { arms, tinyArm } from "./arm.ts";
import { AHEAD, makeSbcDiary } from "./diary.ts";
import { drawInclusion, drawKernel, drawLaw, SLABS } from "./prior-draw.ts";
import { walkOutcome } from "./walk.ts";

const kinds = [0, 0, 0, 0, 0, 0, 1, 1];

describe("draws from the engine's prior", () => {
  it("inclusion: among draws that agree elsewhere, a candidate is in as often as its conditional odds say", () => {
    const random = createRandom(1, 1);
    const counts = new Map<number, { inside: number; all: number }>();
    for (let d = 0; d < 40_000; d++) {
      const inside = drawInclusion(kinds, random);
      const others = inside.filter((real, j) => real && j > 0 && kinds[j] === 0).length;
      const count = counts.get(others) ?? { inside: 0, all: 0 };
      counts.set(others, { inside: count.inside + (inside[0] ? 1 : 0), all: count.all + 1 });
    }
    for (const others of [0, 1, 2]) {
      const odds = priorOdds(
        kinds,
        Array.from({ length: others }, (_, i) => i + 1),
        0,
      );
      const { inside, all } = counts.get(others) ?? { inside: 0, all: 1 };
      const expected = odds / (1 + odds);
      const error = Math.sqrt((expected * (1 - expected)) / all);
      expect(Math.abs(inside / all - expected), `${others} others`).toBeLessThan(4 * error);
    }
  });

  it("noise laws come as often as their weights say", () => {
    const random = createRandom(2, 1);
    const withLevel = Array.from({ length: 4000 }, () => NOISE_LAWS[drawLaw(random)].level > 0).filter(Boolean).length;
    const weight = (pick: (level: number) => boolean): number =>
      NOISE_LAWS.filter((law) => pick(law.level)).reduce((sum, law) => sum + Math.exp(law.logPrior), 0);
    const expected = weight((level) => level > 0) / weight(() => true);
    expect(withLevel / 4000).toBeGreaterThan(expected - 4 * Math.sqrt(0.25 / 4000));
    expect(withLevel / 4000).toBeLessThan(expected + 4 * Math.sqrt(0.25 / 4000));
  });

  it("kernels of other outcomes never act on the same day; a known slow range gives late ones", () => {
    const random = createRandom(3, 1);
    for (let d = 0; d < 200; d++) expect(drawKernel(1, null, random)[0]).toBe(0);
    const late = Array.from({ length: 300 }, () => delayOf(drawKernel(0, { type: "range", min: 14, max: 42 }, random)));
    expect(late.filter((delay) => delay > 6).length).toBeGreaterThan(150);
  });

  it("the slab variances written here are those that the engine's chains visit", () => {
    const { table } = makeSbcDiary(tinyArm, 5);
    const problem = prepareAxis(table, { seed: 5, outcomes: ["skin"] });
    if (!problem.ok) throw new Error(problem.error.type);
    const { states } = walkOutcome(problem.value, []);
    const seen = states.flatMap(({ state }) => state.slabs.map((slab) => slab / NOISE_LAWS[state.law].scale));
    expect(seen.length).toBeGreaterThan(20);
    for (const slab of seen) expect(Math.min(...SLABS.map((known) => Math.abs(slab / known - 1)))).toBeLessThan(1e-9);
    for (const known of SLABS) expect(seen.some((slab) => Math.abs(slab / known - 1) < 1e-9)).toBe(true);
  });

  it("a diary has the blanks, bounds and errors of its arm; the same seed gives the same diary", () => {
    for (const arm of arms) {
      const { table, truth } = makeSbcDiary(arm, 7);
      expect(table.columns.length).toBe(arm.levers + arm.others + 1);
      const skin = table.columns[table.columns.length - 1];
      const recorded = skin.values.filter((value) => !Number.isNaN(value));
      expect(recorded.length).toBeLessThan(arm.days);
      expect(truth.future.length).toBe(AHEAD);
      if (arm.outcome === "score")
        for (const value of recorded) expect(value >= 0 && value <= 10 && value % 1 === 0).toBe(true);
      expect(table.columns[0].values.some((value) => Number.isNaN(value))).toBe(arm.blankCauses > 0);
      expect(table.columns[0].sds !== undefined).toBe(arm.reliability < 1);
      expect(makeSbcDiary(arm, 7)).toEqual({ table, truth });
    }
  });
});
