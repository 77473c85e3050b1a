import { describe, expect, it } from "vitest";
import type { TruthEdge } from "./diary.ts";
import { reportByBenjaminiHochberg, type Claim } from "./method.ts";
import { pairedDifference, scoreMethod, type ScoredDiary } from "./score.ts";

const edge = (from: string, to: string, effectPerUnit = 1): TruthEdge => ({
  from,
  to,
  effectPerUnit,
  effectSd: 0.45,
  delayDays: 2,
  kernel: [0, 0, 1],
  law: "test",
});

const claim = (from: string, to: string, reported: boolean, more: Partial<Claim> = {}): Claim => ({
  from,
  to,
  strength: reported ? 0.9 : 0.1,
  reported,
  sign: 1,
  ...more,
});

const diary = (truth: readonly TruthEdge[], claims: readonly Claim[], seed = 1): ScoredDiary => ({
  family: "main",
  seed,
  variant: "",
  method: "test",
  milliseconds: 10,
  truth,
  claims,
  twoWay: null,
  converged: null,
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
});
