import { describe, expect, it } from "vitest";
import type { Claim, Method } from "../method.ts";
import { bearableLike, gutaiCount, perfice, studyuWelch, welch } from "./app-rules.ts";
import { diaryOf } from "./hand-made.ts";

function claimOf(method: Method, columns: Parameters<typeof diaryOf>[0]): Claim | undefined {
  return method.answer(diaryOf(columns), ["skin"]).claims.find((claim) => claim.from === "milk");
}

/** 60 days: milk on every third, and a skin that is 6 on those days and 4 on the others. */
const milk = Array.from({ length: 60 }, (_, day) => (day % 3 === 0 ? 1 : 0));
/** Half a point up and down in turn, the same on days with and without. */
const wobble = milk.map((_, day) => (Math.floor(day / 3) % 2 === 0 ? 0.5 : -0.5));
const moved = milk.map((cups) => (cups > 0 ? 6 : 4));

describe("Welch's t", () => {
  it("gives SciPy's answer: ttest_ind([1,2,3,4,5], [2,4,6,8], equal_var=False) has t -1.35873, p .235194", () => {
    const { t, p, difference } = welch([1, 2, 3, 4, 5], [2, 4, 6, 8]);
    expect(difference).toBe(-2);
    expect(t).toBeCloseTo(-1.3587324409735149, 12);
    expect(p).toBeCloseTo(0.23519411138940557, 9);
  });

  it("says nothing about an arm of one day", () => {
    expect(welch([1], [2, 3]).p).toBe(1);
  });
});

describe("the rules of apps", () => {
  it("perfice shows r = 1 and not a series without relation", () => {
    const columns = [{ name: "milk", values: milk }];
    expect(claimOf(perfice, [...columns, { name: "skin", role: "skin", values: moved }])).toMatchObject({
      reported: true,
      sign: 1,
    });
    const alternating = milk.map((_, day) => (day % 2 === 0 ? 1 : -1));
    expect(claimOf(perfice, [...columns, { name: "skin", role: "skin", values: alternating }])?.reported).toBe(false);
  });

  it("bearable-like shows 6 with against 4 without as +50 %", () => {
    const claim = claimOf(bearableLike, [
      { name: "milk", values: milk },
      { name: "skin", role: "skin", values: moved },
    ]);
    expect(claim?.strength).toBeCloseTo(0.5, 12);
    expect(claim?.reported).toBe(true);
  });

  it("bearable-like waits for three days with", () => {
    const twice = milk.map((_, day) => (day === 40 || day === 50 ? 1 : 0));
    const claim = claimOf(bearableLike, [
      { name: "milk", values: twice },
      { name: "skin", role: "skin", values: twice.map((cups) => (cups > 0 ? 9 : 4)) },
    ]);
    expect(claim?.reported).toBe(false);
  });

  it("studyu-welch sees an arm that is 2 points worse and not one that is alike", () => {
    const skin = (size: number): readonly number[] => milk.map((cups, day) => 4 + size * cups + wobble[day]);
    const answer = (size: number): Claim | undefined =>
      claimOf(studyuWelch, [
        { name: "milk", values: milk },
        { name: "skin", role: "skin", values: skin(size) },
      ]);
    expect(answer(2)).toMatchObject({ reported: true, sign: 1 });
    expect(answer(0)?.reported).toBe(false);
  });

  it("studyu-welch drops the baseline: an effect of the first 14 days only is not seen", () => {
    const skin = milk.map((cups, day) => (day < 14 ? 20 * cups : 4) + wobble[day]);
    const claim = claimOf(studyuWelch, [
      { name: "milk", values: milk },
      { name: "skin", role: "skin", values: skin },
    ]);
    expect(claim?.reported).toBe(false);
  });

  it('gutai-count calls a food of every day "High" after 15 bad days, whatever the other days say', () => {
    const answer = (days: number): Claim | undefined =>
      claimOf(gutaiCount, [
        { name: "milk", values: Array.from({ length: days }, () => 1) },
        { name: "skin", role: "skin", values: Array.from({ length: days }, (_, day) => (day % 3 === 0 ? 7 : 3)) },
      ]);
    expect(answer(60)).toMatchObject({ reported: true, sign: 1 }); // 20 bad days
    expect(answer(30)?.reported).toBe(false); // 10 bad days
  });

  it("gutai-count blames food for little sleep and not for much", () => {
    const nights = Array.from({ length: 60 }, (_, day) => (day % 3 === 0 ? 5 : 8));
    const claim = gutaiCount
      .answer(
        diaryOf([
          { name: "milk", values: milk },
          { name: "skin", role: "skin", betterIs: "higher", values: nights },
        ]),
        ["skin"],
      )
      .claims.find(({ from }) => from === "milk");
    expect(claim).toMatchObject({ reported: true, sign: -1 });
  });
});
