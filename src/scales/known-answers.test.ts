import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { areaScore } from "./area-score.ts";
import { scoreInstrument, type Score, type ScoreAnswers } from "./score-instrument.ts";

/** Seven parts of the PSQI by the names of the fixtures. */
const PSQI_PARTS = {
  comp2_latency: "latency",
  comp3_duration: "duration",
  comp4_efficiency: "efficiency",
  comp5_disturbance: "disturbances",
  comp7_daytime: "daytime",
} as const;

function scoreOf(id: string, answers: ScoreAnswers): Score {
  const score = scoreInstrument(id, answers);
  if (!score.ok) throw new Error(`${id}: ${JSON.stringify(score.error)}`);
  return score.value;
}

/** EASI with the same five numbers in each region. */
function allRegions(five: readonly number[]): ScoreAnswers["items"] {
  return { head: five, arms: five, trunk: five, legs: five };
}

/** Sum 0-18 spread over six signs, as a person would tick them. */
function spread(sum: number, count: number, most: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.max(0, Math.min(most, sum - index * most)));
}

/** POEM, DLQI, IBS-SSS: bands Charman 2013, Hongbo 2005, Francis 1997; the totals are sums. */
const sums: readonly (readonly [string, readonly number[], number, string])[] = [
  ["poem", [0, 0, 0, 0, 0, 0, 0], 0, "clear/almost clear"],
  ["poem", [1, 1, 1, 1, 1, 1, 1], 7, "mild"],
  ["poem", [4, 2, 0, 1, 2, 3, 4], 16, "moderate"],
  ["poem", [4, 4, 4, 3, 3, 4, 3], 25, "very severe"],
  ["poem", [4, 4, 4, 4, 4, 4, 4], 28, "very severe"],
  ["dlqi", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0, "none"],
  ["dlqi", [1, 1, 0, 0, 0, 0, 0, 0, 0, 0], 2, "small"],
  ["dlqi", [3, 3, 3, 3, 3, 3, 3, 0, 0, 0], 21, "extremely large"],
  ["dlqi", [3, 3, 3, 3, 3, 3, 3, 3, 3, 3], 30, "extremely large"],
  ["ibs-sss", [40, 30, 20, 60, 50], 200, "moderate"],
  ["ibs-sss", [100, 100, 100, 100, 100], 500, "severe"],
  // factors as in ramiefathy/SkinScore, grades of the worst lesion as in Doshi 1997
  ["gags", [0, 0, 0, 0, 0, 0], 0, "none"],
  ["gags", [3, 3, 3, 2, 2, 1], 25, "moderate"],
];

/** Totals without bands: PSS raw answers (items 4, 5, 7, 8 and 2, 3 reversed; LOINC 106860-0), SRRC (EEMCO guidance). */
const plain: readonly (readonly [string, readonly number[], number])[] = [
  ["pss-10", Array<number>(10).fill(0), 16],
  ["pss-10", Array<number>(10).fill(4), 24],
  ["pss-4", [0, 0, 0, 0], 8],
  ["srrc", [2, 1, 1, 0], 4],
];

/**
 * PSQI: fixtures of LCBC-UiO/questionnaires (MIT, copyright 2019 Øystein Sørensen; permission is granted, free of charge, to use, copy
 * and modify with this notice), confirmed by a recomputation. Bedtime, latency, rising, hours slept, 5a, 5b-5j, 6, 7, 8, 9 ->
 * global; latency, duration, efficiency, disturbances, daytime.
 */
const nights: readonly (readonly [readonly (number | string | null)[], readonly (number | null)[]])[] = [
  [
    ["22:30", 5, "05:50", 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [1, 0, 1, 0, 0, 0],
  ],
  [
    ["07:00", 10, "17:00", 9.75, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 1, 0, 0, 0],
    [2, 0, 0, 0, 1, 0],
  ],
  [
    ["22:30", 30, "06:30", 8, 1, 2, 3, 0, 1, 1, 1, 0, 0, null, 2, 0, 0, 1],
    [5, 1, 0, 0, 1, 1],
  ],
  [
    [null, 20, null, 9, 2, 0, 1, 0, 0, 0, 1, 0, 0, null, 1, 0, 1, 0],
    [null, 2, 0, null, 1, 1],
  ],
  [
    ["21:45", 20, "05:30", 6, 0, 2, 1, 0, 0, 0, 2, 0, 0, 2, 2, 0, 0, 0],
    [6, 1, 1, 1, 1, 0],
  ],
  [
    ["23:30", 95, "08:45", 6.5, 0, 1, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0],
    [6, 2, 1, 2, 1, 0],
  ],
];

describe("known answers", () => {
  it.each(sums)("%s %j is %d, %s", (id, items, total, band) => {
    expect(scoreOf(id, { items })).toMatchObject({ total, band: { name: band } });
  });

  it.each(plain)("%s %j is %d", (id, items, total) => {
    expect(scoreOf(id, { items })).toMatchObject({ total, band: null });
  });

  // A/5 + 7B/2 + C (European Task Force on Atopic Dermatitis 1993)
  it.each([
    [20, 8, 9, 41, 32],
    [100, 18, 20, 103, 83],
  ])("SCORAD with A %d, B %d, C %d is %d, objective %d", (a, b, c, total, objective) => {
    expect(scoreOf("scorad", { items: { A: a, B: b, C: c } })).toMatchObject({ total, parts: { objective } });
    const ticked = [a, ...spread(b, 6, 3), ...spread(c, 2, 10)];
    expect(scoreOf("scorad", { items: ticked })).toMatchObject({ total, parts: { objective } });
    expect(scoreOf("objective-scorad", { items: [a, b] }).total).toBe(objective);
  });

  // inputs of MrAntix/easi-components (MIT), totals from the formula
  it.each([
    [[3, 3, 3, 3, 3], "adult", 36],
    [[3, 3, 3, 3, 3], "under8", 36],
    [[3, 3, 3, 3, 6], "adult", 72],
  ] as const)("EASI with %j in every region and %s weights is %d", (five, weights, total) => {
    expect(scoreOf("easi", { items: allRegions(five) ?? [], weights }).total).toBe(total);
  });

  it("PASI reaches 72 with everything at its worst", () => {
    expect(scoreOf("pasi", { items: allRegions([4, 4, 4, 6]) ?? [] }).total).toBe(72);
  });

  // percent of the region: area classes of PASI
  it.each([
    [0, 0],
    [0.5, 1],
    [9.99, 1],
    [30, 3],
    [70, 5],
    [89.9, 5],
  ])("%d percent of a region has area score %d", (percent, score) => {
    expect(areaScore(percent)).toEqual({ ok: true, value: score });
    expect(scoreOf("area-score", { items: { percent } }).total).toBe(score);
  });

  it.each(nights)("PSQI %j gives %j", (items, [total, latency, duration, efficiency, disturbances, daytime]) => {
    expect(scoreOf("psqi", { items })).toMatchObject({
      total,
      parts: { latency, duration, efficiency, disturbances, daytime },
    });
  });
});

interface GivenCase {
  readonly id: string;
  readonly instrument: string;
  readonly input: unknown;
  readonly expected: unknown;
}

/** What the file expects, in the words of a `Score`. */
function expectationOf({ instrument, expected }: GivenCase): object {
  if (typeof expected === "number") return { total: expected };
  const facts = expected as Record<string, number | string | null>;
  if (instrument === "SCORAD") return { total: facts["scorad"], parts: { objective: facts["objective"] } };
  if (instrument !== "PSQI") return { total: facts["total"], band: { name: facts["band"] } };
  const parts = Object.entries(PSQI_PARTS).map(([given, ours]) => [ours, facts[given]]);
  return { total: facts["global_score"], parts: Object.fromEntries(parts) };
}

function answersOf({ instrument, input }: GivenCase): ScoreAnswers {
  if (instrument.startsWith("area score")) return { items: [input as number] };
  if (instrument === "EASI") {
    const { all_regions: five, under8 } = input as { all_regions: readonly number[]; under8: boolean };
    return { items: allRegions(five) ?? [], ageYears: under8 ? 5 : 30 };
  }
  return { items: input as NonNullable<ScoreAnswers["items"]> };
}

describe("the known answers beside the project", () => {
  it("all come out exactly", (context) => {
    const file = new URL("../../../shared/data/scales/known_answers.json", import.meta.url);
    if (!existsSync(file)) return context.skip("../shared/data/scales is not here");
    const cases = JSON.parse(readFileSync(file, "utf8")) as readonly GivenCase[];
    expect(cases.length).toBeGreaterThan(30);
    for (const one of cases) {
      const id = one.instrument.startsWith("area score") ? "area-score" : one.instrument.toLowerCase();
      expect(scoreOf(id, answersOf(one)), one.id).toMatchObject(expectationOf(one));
    }
  });
});
