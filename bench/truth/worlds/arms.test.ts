import { describe, expect, it } from "vitest";
import { chanceOf } from "../chance.ts";
import type { Family, TruthDiary } from "../diary.ts";
import { makeDiary } from "../generate.ts";
import { leverLaws } from "../levers.ts";
import { momentsOf } from "../simulate.ts";
import { correlation, foodPairs } from "./correlated.ts";
import { confoundedArms } from "./confounded.ts";
import { endsArms } from "./ends.ts";
import { byPortion } from "./imprecise.ts";
import { rareNames } from "./rare.ts";
import { drawSlowKernel, slowLevers } from "./slow.ts";

/** The first odd seed whose turn is this arm. */
function diaryOfArm(family: Family, arm: number): TruthDiary {
  return makeDiary(family, 2 * arm + 1);
}

function exactOf(diary: TruthDiary, name: string): Float64Array {
  return (diary.secret.complete.get(name) ?? new Float64Array()).subarray(diary.secret.runIn);
}

function recordedOf(diary: TruthDiary, name: string): Float64Array {
  return diary.table.columns.find((column) => column.name === name)?.values ?? new Float64Array();
}

const share = (values: Float64Array, is: (value: number) => boolean): number =>
  values.filter(is).length / values.length;

describe("the family with imprecise exposures", () => {
  it("has in its classical arms the reliability it says, and says the right SD", () => {
    for (const [arm, reliability] of [
      [1, 0.7],
      [2, 0.5],
      [3, 0.5],
    ] as const) {
      const diary = diaryOfArm("imprecise", arm);
      expect(diary.variant).toContain(String(reliability).slice(1));
      const ratios = leverLaws.map(({ name }) => {
        const [exact, recorded] = [exactOf(diary, name), recordedOf(diary, name)];
        const error = recorded.map((value, day) => value - (exact[day] ?? 0));
        const known = error.filter((value) => !Number.isNaN(value));
        const sds = diary.table.columns.find((column) => column.name === name)?.sds ?? new Float64Array();
        const said = sds.filter((sd) => !Number.isNaN(sd)).map((sd) => sd ** 2);
        expect([...sds].map(Number.isNaN)).toEqual([...recorded].map(Number.isNaN));
        const variance = momentsOf(known).sd ** 2;
        const exactVariance = momentsOf(exact).sd ** 2;
        return { reached: exactVariance / (exactVariance + variance), said: momentsOf(said).mean / variance };
      });
      const mean = (of: "reached" | "said"): number => ratios.reduce((sum, r) => sum + r[of], 0) / ratios.length;
      expect(Math.abs(mean("reached") - reliability), diary.variant).toBeLessThan(0.04);
      // the SD that belongs to the recorded amount is a little larger than the one that belonged to the true amount
      expect(mean("said")).toBeGreaterThan(arm === 3 ? 1.1 : 0.95);
      expect(mean("said")).toBeLessThan(arm === 3 ? 1.6 : 1.05);
    }
  });

  it("has no SDs in the exact arm and keeps nothing nothing where the error goes by size", () => {
    expect(diaryOfArm("imprecise", 0).table.columns.every((column) => column.sds === undefined)).toBe(true);
    const diary = diaryOfArm("imprecise", 3);
    const exact = exactOf(diary, "alcohol");
    const recorded = recordedOf(diary, "alcohol");
    exact.forEach((value, day) => {
      if (value === 0 && !Number.isNaN(recorded[day])) expect(recorded[day]).toBe(0);
    });
  });

  it("has in its Berkson arm exact amounts that scatter around the recorded one", () => {
    const chance = chanceOf("berkson");
    const exact = Float64Array.from({ length: 2000 }, () => 20 + 5 * chance.normal());
    const { values } = byPortion(exact, 0.5);
    const error = exact.map((value, day) => value - (values[day] ?? 0));
    expect(Math.abs(correlation(values, error))).toBeLessThan(1e-9); // not with the recorded, as in classical error with the exact
    expect(momentsOf(values).sd ** 2 / momentsOf(exact).sd ** 2).toBeCloseTo(0.5, 1);
  });
});

describe("the family of foods that travel together", () => {
  it("has three pairs that correlate as the arm says, and one cause in each", () => {
    for (const [arm, target] of [0.6, 0.7, 0.8].entries()) {
      const diary = diaryOfArm("correlated", arm);
      const causes = diary.truth.map((edge) => edge.from);
      const acting = foodPairs.filter((pair) => pair.some((name) => causes.includes(name)));
      expect(acting).toHaveLength(3);
      for (const [a, b] of acting) {
        expect(causes.includes(a)).not.toBe(causes.includes(b));
        expect(Math.abs(correlation(exactOf(diary, a), exactOf(diary, b)) - target)).toBeLessThan(0.08);
      }
    }
  });
});

describe("the family of outcomes with ends", () => {
  const all = endsArms.map((_, arm) => diaryOfArm("ends", arm));
  const arm = (name: string): TruthDiary => all[endsArms.indexOf(name)] ?? makeDiary("ends", 1);

  it("has scores that are at their end on about 60 % of days", () => {
    expect(Math.abs(share(exactOf(arm("floor 60 %"), "skin"), (v) => v === 0) - 0.6)).toBeLessThan(0.12);
    expect(Math.abs(share(exactOf(arm("ceiling 60 %"), "skin"), (v) => v === 10) - 0.6)).toBeLessThan(0.12);
  });

  it("has signs of all grades, stool forms 1-7 with both sides, counts and a yes on about 30 % of days", () => {
    expect(new Set(exactOf(arm("signs 0-3"), "skin"))).toEqual(new Set([0, 1, 2, 3]));
    expect(new Set(exactOf(arm("signs 0-4"), "skin"))).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(momentsOf(exactOf(arm("stool form"), "stoolForm")).mean).toBeGreaterThan(3.2);
    expect(momentsOf(exactOf(arm("lesion counts"), "skin")).mean).toBeGreaterThan(3.5);
    expect(momentsOf(exactOf(arm("flush episodes"), "skin")).mean).toBeLessThan(3);
    expect(Math.abs(share(exactOf(arm("yes/no"), "skin"), (v) => v === 1) - 0.3)).toBeLessThan(0.12);
  });

  it("splits one stool form into two sides of which at most one is above 0, with opposite effects", () => {
    const diary = arm("stool sides");
    const [loose, hard] = [exactOf(diary, "stoolLoose"), exactOf(diary, "stoolHard")];
    expect(loose.every((value, day) => value === 0 || hard[day] === 0)).toBe(true);
    expect(Math.max(...loose)).toBeLessThanOrEqual(3);
    for (const edge of diary.truth.filter((e) => e.to === "stoolLoose")) {
      const twin = diary.truth.find((e) => e.from === edge.from && e.to === "stoolHard");
      expect(Math.sign(twin?.effectPerUnit ?? 0)).toBe(-Math.sign(edge.effectPerUnit));
    }
  });
});

describe("the slow family", () => {
  it("delays humps by 7-28 days and reaches half of an onset after 28-56 days", () => {
    const chance = chanceOf("slow kernels");
    for (let i = 0; i < 60; i += 1) {
      const { law, weights } = drawSlowKernel(chance);
      let sum = 0;
      const half = weights.findIndex((weight) => (sum += weight) >= 0.5);
      expect(half).toBeGreaterThanOrEqual(law === "raised cosine" ? 7 : 27);
      expect(half).toBeLessThanOrEqual(law === "raised cosine" ? 28 : 56);
      expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    }
  });

  it("takes supplements in courses of weeks and knows their range of delays in every second diary", () => {
    const [known, unknown] = [diaryOfArm("slow", 0), diaryOfArm("slow", 1)];
    const ranged = (diary: TruthDiary): number => diary.table.columns.filter((column) => column.delayDays).length;
    expect([known.variant, ranged(known)]).toEqual(["reliability 1, range known", slowLevers.length]);
    expect([unknown.variant, ranged(unknown)]).toEqual(["reliability 1, range unknown", 0]);
    const probiotic = exactOf(known, "probiotic");
    // weekly halves: a course is on or off for weeks, so the value of a week ago is mostly today's
    expect(correlation(probiotic.subarray(7), probiotic.subarray(0, -7))).toBeGreaterThan(0.4);
  });

  it("writes foods down with an error in its imprecise arms, ticked supplements exactly", () => {
    const diary = diaryOfArm("slow", 4);
    expect(diary.variant).toBe("reliability .5, range known");
    const withSds = diary.table.columns.filter((column) => column.sds).map((column) => column.name);
    expect(withSds).toContain("glycaemicLoad");
    expect(withSds).toContain("fibre");
    expect(withSds).not.toContain("probiotic");
  });
});

describe("the confounded family", () => {
  it("records its driver in a context column where it says so, and only there", () => {
    confoundedArms.forEach((name, arm) => {
      const diary = diaryOfArm("confounded", arm);
      const contexts = diary.table.columns.filter((column) => column.role === "context");
      expect(contexts, name).toHaveLength(name.endsWith("recorded") ? 1 : 0);
      expect(diary.truth.some((edge) => edge.fromContext === true)).toBe(name.endsWith("recorded"));
      if (name.endsWith("no effect")) expect(diary.truth).toHaveLength(0);
    });
  });

  it("moves levers by the driver, and by yesterday's skin in the reverse arms", () => {
    const season = diaryOfArm("confounded", confoundedArms.indexOf("season recorded"));
    expect(correlation(exactOf(season, "temperature"), exactOf(season, "movement"))).toBeGreaterThan(0.3);
    const reverse = diaryOfArm("confounded", confoundedArms.indexOf("reverse, no effect"));
    const [skin, vegetables] = [exactOf(reverse, "skin"), exactOf(reverse, "vegetables")];
    expect(correlation(skin.subarray(0, -2), vegetables.subarray(2))).toBeLessThan(-0.2);
  });
});

describe("the families of shocks and of rare exposures", () => {
  it("has outliers in the arm of heavy tails and courses of seven days in the recorded one", () => {
    const kurtosis = [0, 4, 8, 12].map((turn) => {
      const values = exactOf(makeDiary("shocks", 2 * turn + 1), "sleep");
      const { mean, sd } = momentsOf(values);
      return values.reduce((sum, value) => sum + ((value - mean) / sd) ** 4, 0) / values.length;
    });
    expect(Math.max(...kurtosis)).toBeGreaterThan(4);
    const taken = recordedOf(diaryOfArm("shocks", 2), "antibioticTaken");
    expect([7, 14]).toContain(taken.reduce((a, b) => a + b, 0));
    const hidden = diaryOfArm("shocks", 3);
    expect(hidden.table.columns.some((column) => column.role === "context")).toBe(false);
    expect(hidden.secret.nuisance?.get("gut")).toHaveLength(1);
  });

  it("has exposures of 3 to 7 days a year, one of which acts unless the arm is none", () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const diary = diaryOfArm("rare", turn);
      for (const name of rareNames) {
        const days = exactOf(diary, name).reduce((a, b) => a + b, 0);
        expect(days).toBeGreaterThanOrEqual(3);
        expect(days).toBeLessThanOrEqual(7);
      }
      const acting = diary.truth.filter((edge) => rareNames.includes(edge.from));
      expect(acting).toHaveLength(diary.variant === "none" ? 0 : 1);
    }
  });
});
