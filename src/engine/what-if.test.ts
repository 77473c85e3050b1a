import { describe, expect, it } from "vitest";
import type { EquationDraws } from "./equation-draws.ts";
import { stepResponses, type DrawnResponse } from "./step-response.ts";
import { whatIf, type LeverChange, type WhatIf } from "./what-if.ts";

/** Draws of one edge a -> y; null = the draw has none. Delay: a single lag column. */
function responses(draws: readonly (readonly [effect: number, lag: number] | null)[]): DrawnResponse[] {
  const equation: EquationDraws = {
    to: "y",
    toRole: "skin",
    draws: draws.map((draw) => {
      if (draw === null) return { edges: [] };
      const pulse = new Float64Array(25);
      pulse[draw[1]] = 1;
      return { edges: [{ from: "a", effect: draw[0], pulse }] };
    }),
  };
  return stepResponses([equation], [{ name: "a", role: "lever" }]);
}

/** As after a journey through a document: no draws. */
function withoutDraws(given: readonly DrawnResponse[]): DrawnResponse[] {
  return given.map(({ from, to, probability, points, paths }) => ({ from, to, probability, points, paths }));
}

function ask(given: readonly DrawnResponse[], change: Omit<LeverChange, "from">): WhatIf {
  const answer = whatIf(given, { from: "a", ...change }, "y");
  if (answer === null) throw new Error("no answer");
  return answer;
}

const on = (answer: WhatIf, day: number): WhatIf["points"][number] => answer.points[day - 1];

describe("what if", () => {
  it("multiplies the response by the amount, from the first day with the change to day 90", () => {
    const answer = ask(responses([[0.5, 4]]), { amount: -10 });
    expect(answer.points.map((point) => point.day)).toEqual(Array.from({ length: 90 }, (_, i) => i + 1));
    // lag 4 arrives on day 5; between the listed days 3 and 5 the line is straight
    expect([1, 3, 4, 5, 90].map((day) => on(answer, day).mean)).toEqual([0, 0, -2.5, -5, -5]);
  });

  it("is over so many days later when the change ends", () => {
    const answer = ask(responses([[0.5, 1]]), { amount: 10, days: 5 });
    expect([1, 2, 3, 5, 6, 7, 8, 90].map((day) => on(answer, day).mean)).toEqual([0, 5, 5, 5, 5, 0, 0, 0]);
    // S(6) - S(1) = 5: the last raised day is day 5 and acts on day 6
  });

  it("counts draws without a way as nothing", () => {
    const half = responses([...Array.from({ length: 50 }, () => [2, 0] as const), ...new Array<null>(50).fill(null)]);
    const answer = ask(half, { amount: 3 });
    expect(answer.probability).toBe(0.5);
    expect(on(answer, 30)).toEqual({ day: 30, mean: 3, low95: 0, high95: 6 });
  });

  it("takes the difference draw by draw, so that what is over is surely over", () => {
    const unsure = responses(Array.from({ length: 100 }, (_, d) => [d - 20, 0] as const));
    const joint = ask(unsure, { amount: 1, days: 7 });
    expect(joint.intervals).toBe("joint");
    expect(on(joint, 60)).toEqual({ day: 60, mean: 0, low95: 0, high95: 0 });
    const cautious = ask(withoutDraws(unsure), { amount: 1, days: 7 });
    expect(cautious.intervals).toBe("cautious");
    expect(on(cautious, 60).mean).toBeCloseTo(0, 12);
    for (const [i, point] of cautious.points.entries()) {
      expect(point.low95).toBeLessThanOrEqual(joint.points[i].low95);
      expect(point.high95).toBeGreaterThanOrEqual(joint.points[i].high95);
    }
  });

  it("gives the same kept-up change with and without the draws, on listed days", () => {
    const given = responses(Array.from({ length: 40 }, (_, d) => (d % 3 === 0 ? null : ([d - 10, d % 15] as const))));
    const [joint, plain] = [ask(given, { amount: -2 }), ask(withoutDraws(given), { amount: -2 })];
    expect(plain.intervals).toBe("joint");
    for (const day of [1, 7, 14, 30, 90]) {
      expect(on(plain, day).mean).toBeCloseTo(on(joint, day).mean, 12);
      expect(on(plain, day).low95).toBeCloseTo(on(joint, day).low95, 12);
      expect(on(plain, day).high95).toBeCloseTo(on(joint, day).high95, 12);
    }
  });

  it("changes nothing for no days, and answers null for a pair without a way", () => {
    const given = responses([[1, 0]]);
    expect(ask(given, { amount: 5, days: 0 }).points.every((point) => point.mean === 0 && point.high95 === 0)).toBe(
      true,
    );
    expect(whatIf(given, { from: "b", amount: 1 }, "y")).toBeNull();
    expect(whatIf(given, { from: "a", amount: 1 }, "z")).toBeNull();
  });
});
