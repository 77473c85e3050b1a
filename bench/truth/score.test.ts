import { describe, expect, it } from "vitest";
import type { Figure } from "./bootstrap.ts";
import { bayesianThreshold, reportByBenjaminiHochberg, type Claim } from "./method.ts";
import { pairedDifference, scoreMethod } from "./score.ts";
import type { ScoredDiary, ScoredEdge } from "./scored-diary.ts";

const edge = (from: string, to: string, more: Partial<ScoredEdge> = {}): ScoredEdge => ({
  from,
  to,
  effectPerUnit: 1,
  effectSd: 0.45,
  delayDays: 2,
  law: "test",
  ...more,
});

const claim = (from: string, to: string, reported: boolean, more: Partial<Claim> = {}): Claim => ({
  from,
  to,
  strength: reported ? 0.9 : 0.1,
  reported,
  sign: 1,
  ...more,
});

const diary = (truth: readonly ScoredEdge[], claims: readonly Claim[], seed = 1): ScoredDiary => ({
  family: "main",
  seed,
  variant: "",
  days: 365,
  method: "test",
  milliseconds: 10,
  truth,
  claims,
  otherStrengths: [],
  hasTenPercentList: claims.some((c) => c.reported10 !== undefined),
  twoWay: null,
  converged: null,
  forecastsOnly: false,
  forecasts: [],
});

describe("the score", () => {
  it("counts one of two true edges found and one of two reports false: power .5, FDR .5", () => {
    const score = scoreMethod([
      diary(
        [edge("fibre", "skin"), edge("gut", "skin")],
        [claim("fibre", "skin", true), claim("gut", "skin", false), claim("milk", "skin", true)],
      ),
    ]);
    expect(score.power.value).toBe(0.5);
    expect(score.fdr.value).toBe(0.5);
    expect(score.anyFalse.value).toBe(1);
    expect(score.falsePerDiary.value).toBe(1);
  });

  it("pools the FDR over diaries instead of averaging it", () => {
    const truth = [edge("a", "skin"), edge("b", "skin"), edge("c", "skin")];
    const clean = diary(truth, [claim("a", "skin", true), claim("b", "skin", true), claim("c", "skin", true)]);
    const wrong = diary([], [claim("a", "skin", true)], 3);
    expect(scoreMethod([clean, wrong]).fdr.value).toBe(0.25);
  });

  it("does not call a chain false in the second FDR: food -> gut -> skin reported as food -> skin", () => {
    const score = scoreMethod([diary([edge("food", "gut"), edge("gut", "skin")], [claim("food", "skin", true)])]);
    expect(score.fdr.value).toBe(1);
    expect(score.fdrNoPath.value).toBe(0);
  });

  it("sees an arrow drawn the wrong way round", () => {
    const score = scoreMethod([diary([edge("gut", "skin")], [claim("skin", "gut", true), claim("gut", "skin", true)])]);
    expect(score.direction.value).toBe(0.5);
  });

  it("measures coverage, size and delay of what was estimated", () => {
    const effect = { mean: 1.2, low95: 0.9, high95: 1.5 };
    const missed = { mean: 0.5, low95: 0.2, high95: 0.8 };
    const score = scoreMethod([
      diary(
        [edge("a", "skin"), edge("b", "skin")],
        [
          claim("a", "skin", true, { effect, delayDays: 3 }),
          claim("b", "skin", false, { effect: missed, delayDays: 9 }),
        ],
      ),
    ]);
    expect(score.coverageAll.value).toBe(0.5);
    expect(score.coverageReported.value).toBe(1);
    expect(score.estimateRatioAll.value).toBeCloseTo(0.85, 12);
    expect(score.estimateRatioReported.value).toBeCloseTo(1.2, 12);
    expect(score.delayError.value).toBe(1);
  });

  it("ranks: AUC 1 when every true pair is stronger than every other, .5 when all are equal", () => {
    const truth = [edge("a", "skin")];
    const ranked = [claim("a", "skin", true), claim("b", "skin", false), claim("c", "skin", false)];
    expect(scoreMethod([diary(truth, ranked)]).auc.value).toBe(1);
    expect(
      scoreMethod([
        diary(
          truth,
          ranked.map((c) => ({ ...c, strength: 0.3 })),
        ),
      ]).auc.value,
    ).toBe(0.5);
  });

  it("has nothing to say about power on null diaries", () => {
    expect(scoreMethod([diary([], [])]).power.value).toBeNaN();
  });

  it("pairs methods by diary", () => {
    const truth = [edge("a", "skin")];
    const found = [1, 3, 5].map((seed) => diary(truth, [claim("a", "skin", true)], seed));
    const missed = [5, 3, 1].map((seed) => diary(truth, [claim("a", "skin", false)], seed));
    expect(pairedDifference(found, missed, "power")).toMatchObject({ value: 1, low95: 1, high95: 1, of: 3 });
  });

  it("counts the list for 10 % apart, and only of methods that have one", () => {
    const truth = [edge("a", "skin"), edge("b", "skin")];
    const both = [
      claim("a", "skin", true, { reported10: true }),
      claim("b", "skin", false, { reported10: true }),
      claim("c", "skin", false, { reported10: true }),
    ];
    const score = scoreMethod([diary(truth, both)]);
    expect([score.power.value, score.power10.value]).toEqual([0.5, 1]);
    expect([score.fdr.value, score.fdr10.value]).toEqual([0, 1 / 3]);
    expect(scoreMethod([diary(truth, [claim("a", "skin", true)])]).power10.value).toBeNaN();
  });

  it("averages precision over the ranks of the true pairs: ranks 1 and 3 give (1 + 2/3) / 2", () => {
    const truth = [edge("a", "skin"), edge("c", "skin")];
    const claims = ["a", "b", "c"].map((from, index) => claim(from, "skin", false, { strength: 0.9 - index / 10 }));
    expect(scoreMethod([diary(truth, claims)]).averagePrecision.value).toBeCloseTo(5 / 6, 12);
    const unnamed = { ...diary(truth, [claims[0], claims[2]]), otherStrengths: [0.8] };
    expect(scoreMethod([unnamed]).averagePrecision.value).toBeCloseTo(5 / 6, 12);
    expect(scoreMethod([unnamed]).auc.value).toBe(0.5);
  });

  it("covers at 80 % by the method's own interval, or by the normal law from the 95 % one", () => {
    const wide = { mean: 0, low95: -1.5, high95: 1.5 }; // a normal 80 % interval reaches .98: just short of 1
    const score = (effect: Claim["effect"]): number =>
      scoreMethod([diary([edge("a", "skin")], [claim("a", "skin", true, effect ? { effect } : {})])]).coverage80All
        .value;
    expect(score(wide)).toBe(0);
    expect(score({ ...wide, high95: 1.6 })).toBe(1);
    expect(score({ ...wide, low80: -1.2, high80: 1.2 })).toBe(1);
  });

  it("gives widths in outcome SDs per cause SD and sizes of methods without interval", () => {
    const score = scoreMethod([
      diary(
        [edge("a", "skin"), edge("b", "skin")],
        [
          claim("a", "skin", true, { effect: { mean: 1, low95: 0, high95: 2 } }),
          claim("b", "skin", true, { estimate: 0.5 }),
        ],
      ),
    ]);
    expect(score.intervalWidth.value).toBeCloseTo(0.9, 12); // 2 units x .45 SD per unit
    expect(score.estimateRatioReported.value).toBeCloseTo(0.75, 12);
    expect(score.coverageAll.of).toBe(1);
  });

  it("takes the median delay error of fast edges in days and of slow ones as a share", () => {
    const truth = [
      ...["a", "b", "c"].map((from) => edge(from, "skin")),
      ...["x", "y"].map((from) => edge(from, "skin", { reach: "slow", delayDays: 20 })),
    ];
    const late = (from: string, delayDays: number): Claim =>
      claim(from, "skin", true, { delayDays, delay80: { low: delayDays - 1, high: delayDays + 1 } });
    const score = scoreMethod([
      diary(truth, [late("a", 2.1), late("b", 2.4), late("c", 9), late("x", 22), late("y", 26)]),
    ]);
    expect(score.delayErrorFast.value).toBeCloseTo(0.4, 12);
    expect(score.delayErrorSlow.value).toBeCloseTo(0.2, 12);
    expect(score.delayCoverageFast.value).toBeCloseTo(2 / 3, 12);
    expect(score.delayCoverageSlow.value).toBe(0);
  });

  it("knows a loop by the chains both ways, also around by stress", () => {
    const loop = [edge("gut", "skin"), edge("skin", "stress"), edge("stress", "gut")];
    const claimed = (truth: readonly ScoredEdge[]): ScoredDiary => ({ ...diary(truth, []), twoWay: true });
    expect(scoreMethod([claimed(loop)]).twoWayRight.value).toBe(1);
    expect(scoreMethod([claimed(loop)]).twoWayFalse.value).toBeNaN();
    expect(scoreMethod([claimed(loop.slice(0, 2))]).twoWayFalse.value).toBe(1);
  });

  it("asks of arrows between gut and skin only whether they are there", () => {
    const score = scoreMethod([
      diary(
        [edge("gut", "skin")],
        [claim("gut", "skin", true), claim("skin", "gut", true), claim("milk", "gut", true)],
      ),
    ]);
    expect(score.directionAxis).toMatchObject({ value: 0.5, of: 2 });
  });

  it("gives intervals that hold the value, wider for fewer diaries", () => {
    const some = (count: number): Figure =>
      scoreMethod(
        Array.from({ length: count }, (_, index) =>
          diary([edge("a", "skin")], [claim("a", "skin", index % 2 === 0)], 2 * index + 1),
        ),
      ).power;
    const [few, many] = [some(10), some(100)];
    expect(few.low95).toBeLessThan(0.5);
    expect(few.high95).toBeGreaterThan(0.5);
    expect(few.high95 - few.low95).toBeGreaterThan(2 * (many.high95 - many.low95));
  });

  it("Benjamini-Hochberg reports the worked example of the 1995 paper: 4 of 15 at 5 %", () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    const claims = reportByBenjaminiHochberg(
      p.map((value, index) => ({ from: String(index), to: "skin", p: value, sign: 1 })),
      0.05,
    );
    expect(claims.filter((c) => c.reported)).toHaveLength(4);
  });

  it("a Bayesian list at 5 % takes claims while the mean of 1 - p stays at or below it", () => {
    expect(bayesianThreshold([0.99, 0.93, 0.9, 0.5], 0.05)).toBe(0.93); // mean doubt .01, .04, .06
    expect(bayesianThreshold([0.99, 0.93, 0.9, 0.5], 0.1)).toBe(0.9);
    expect(bayesianThreshold([0.5], 0.05)).toBe(2);
  });
});
