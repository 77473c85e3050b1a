import { describe, expect, it } from "vitest";
import type { Role } from "../daily/table.ts";
import type { DrawnEdge, EquationDraws } from "./equation-draws.ts";
import { RESPONSE_DAYS, runawayShare, stepResponses } from "./step-response.ts";
import type { StepResponse } from "./posterior.ts";

const lever = (name: string): { name: string; role: Role } => ({ name, role: "lever" });

/** All weight on one lag column. */
function at(column: number): Float64Array {
  const pulse = new Float64Array(25);
  pulse[column] = 1;
  return pulse;
}

type Draws = readonly (readonly DrawnEdge[])[];

function equation(to: string, draws: Draws): EquationDraws {
  return { to, toRole: "skin", draws: draws.map((edges) => ({ edges })) };
}

function find(responses: readonly StepResponse[], from: string, to: string): StepResponse {
  const found = responses.find((one) => one.from === from && one.to === to);
  if (!found) throw new Error(`no response of ${to} to ${from}`);
  return found;
}

function pointOf(response: StepResponse, day: number): StepResponse["points"][number] {
  const found = response.points.find((point) => point.day === day);
  if (!found) throw new Error(`no day ${String(day)}`);
  return found;
}

describe("step responses in closed form", () => {
  const chain = [
    equation("b", [[{ from: "a", effect: 2, pulse: at(1) }]]),
    equation("c", [[{ from: "b", effect: -3, pulse: at(2) }]]),
  ];

  it("multiplies effects and adds delays along a chain a -> b -> c", () => {
    const response = find(stepResponses(chain, [lever("a")]), "a", "c");
    // day d holds lags 0 .. d - 1: lag 1 + 2 = 3 arrives on day 4
    const totals = response.points.map((point) => [point.day, point.total.mean]);
    expect(totals).toEqual(RESPONSE_DAYS.map((day) => [day, day >= 4 ? -6 : 0]));
    expect(response.points.every((point) => point.direct.mean === 0)).toBe(true);
    expect(response.probability).toBe(1);
    expect(response.paths).toEqual([{ via: ["b"], probability: 1, effect: { mean: -6, low95: -6, high95: -6 } }]);
  });

  it("settles at direct gain / (1 - loop gain) when two outcomes feed each other", () => {
    const loop = [
      equation("b", [
        [
          { from: "a", effect: 2, pulse: at(0) },
          { from: "c", effect: 0.5, pulse: at(1) },
        ],
      ]),
      equation("c", [[{ from: "b", effect: 0.8, pulse: at(1) }]]),
    ];
    const responses = stepResponses(loop, [lever("a")]);
    const toB = find(responses, "a", "b");
    // after n rounds of two days: 2 (1 - g^(n+1)) / (1 - g), g = .4
    expect(pointOf(toB, 1).total.mean).toBe(2);
    expect(pointOf(toB, 5).total.mean).toBeCloseTo(2 * (1 + 0.4 + 0.16), 12);
    expect(pointOf(toB, 90).total.mean).toBeCloseTo(2 / (1 - 0.4), 12);
    expect(pointOf(toB, 90).direct.mean).toBe(2);
    expect(pointOf(find(responses, "a", "c"), 90).total.mean).toBeCloseTo((2 * 0.8) / (1 - 0.4), 12);
    expect(toB.paths).toEqual([]);
  });

  it("spreads a weekly weight evenly over its seven days, up to 84 days", () => {
    const slow = new Float64Array(25);
    slow[15] = 0.3;
    slow[24] = 0.7;
    const response = find(
      stepResponses([equation("b", [[{ from: "a", effect: 10, pulse: slow }]])], [lever("a")]),
      "a",
      "b",
    );
    // lags 15-21 arrive on days 16-22, lags 78-84 on days 79-85
    const expected = [0, 0, 0, 0, 0, 0, (10 * 0.3 * 6) / 7, 3, 3, 3, 3, 10];
    response.points.forEach((point, i) => {
      expect(point.total.mean).toBeCloseTo(expected[i], 12);
      expect(point.direct.mean).toBeCloseTo(expected[i], 12);
    });
  });

  it("passes on what happens on the same day, in whatever order the equations come", () => {
    const sameDay = [
      equation("c", [[{ from: "b", effect: 3, pulse: at(0) }]]),
      equation("b", [[{ from: "a", effect: 2, pulse: at(0) }]]),
    ];
    expect(pointOf(find(stepResponses(sameDay, [lever("a")]), "a", "c"), 1).total.mean).toBe(6);
  });

  it("holds a cause that is itself an outcome, whatever its own causes do", () => {
    const equations = [
      equation("stress", [[{ from: "itch", effect: 0.9, pulse: at(1) }]]),
      equation("itch", [[{ from: "stress", effect: 0.5, pulse: at(1) }]]),
    ];
    const responses = stepResponses(equations, [{ name: "stress", role: "stress" }]);
    expect(responses.map((one) => `${one.from} ${one.to}`)).toEqual(["stress itch"]);
    expect(pointOf(responses[0], 90).total.mean).toBe(0.5);
  });
});

describe("ways of a held cause", () => {
  it("do not go through the cause itself", () => {
    const equations = [
      equation("stress", [[{ from: "itch", effect: 0.9, pulse: at(1) }]]),
      equation("itch", [[{ from: "stress", effect: 0.5, pulse: at(1) }]]),
      equation("bloating", [[{ from: "stress", effect: 2, pulse: at(1) }]]),
    ];
    const response = find(stepResponses(equations, [{ name: "stress", role: "stress" }]), "stress", "bloating");
    expect(pointOf(response, 90).total.mean).toBe(2);
    expect(response.paths).toEqual([]);
  });
});

describe("step responses over draws", () => {
  it("counts draws without a way as nothing, in mean, interval and probability", () => {
    const draws: Draws = Array.from({ length: 100 }, (_, d) =>
      d < 60 ? [{ from: "a", effect: d + 1, pulse: at(0) }] : [],
    );
    const response = find(stepResponses([equation("b", draws)], [lever("a")]), "a", "b");
    expect(response.probability).toBe(0.6);
    expect(response.points[0].total.mean).toBeCloseTo((60 * 61) / 2 / 100, 12);
    expect(response.points[0].total.low95).toBe(0);
    // place .975 * 101 = 98.475 of 40 zeros and 1 .. 60
    expect(response.points[0].total.high95).toBeCloseTo(58.475, 12);
    expect(response.points[0].direct).toEqual(response.points[0].total);
  });

  it("needs every step of a way in the same draw", () => {
    const halves = (from: string, even: boolean): Draws =>
      Array.from({ length: 10 }, (_, d) => ((d % 2 === 0) === even ? [{ from, effect: 1, pulse: at(1) }] : []));
    const never = stepResponses([equation("b", halves("a", true)), equation("c", halves("b", false))], [lever("a")]);
    expect(never.map((one) => one.to)).toEqual(["b"]);
    const always = stepResponses([equation("b", halves("a", true)), equation("c", halves("b", true))], [lever("a")]);
    expect(find(always, "a", "c").paths[0].probability).toBe(0.5);
  });

  it("gives the three strongest ways through one or two outcomes that are there in 5 % of draws", () => {
    const middles = ["m1", "m2", "m3", "m4", "rare"];
    const equations = [
      ...middles.map((name, i) =>
        equation(
          name,
          Array.from({ length: 40 }, (_, d) =>
            name === "rare" && d > 0 ? [] : [{ from: "a", effect: name === "rare" ? 100 : i + 1, pulse: at(0) }],
          ),
        ),
      ),
      equation(
        "y",
        Array.from({ length: 40 }, () => middles.map((from) => ({ from, effect: -1, pulse: at(1) }))),
      ),
    ];
    const { paths } = find(stepResponses(equations, [lever("a")]), "a", "y");
    expect(paths.map((path) => [path.via.join(), path.effect.mean])).toEqual([
      ["m4", -4],
      ["m3", -3],
      ["m2", -2],
    ]);
  });

  it("skips draws whose feedback runs away, and says what share that is", () => {
    const gain = (effect: number): Draws[number] => [
      { from: "c", effect, pulse: at(1) },
      { from: "a", effect: 1, pulse: at(0) },
    ];
    const equations = [
      equation("b", [gain(0.5), gain(1.5), gain(0.5), gain(1)]),
      equation(
        "c",
        Array.from({ length: 4 }, () => [{ from: "b", effect: 1, pulse: at(1) }]),
      ),
    ];
    expect(runawayShare(equations)).toBe(0.5);
    const response = find(stepResponses(equations, [lever("a")]), "a", "b");
    expect(pointOf(response, 90).total.mean).toBeCloseTo(2, 12);
    expect(response.probability).toBe(1);
    expect(stepResponses([equation("b", [gain(2)]), equations[1]].map(firstDraw), [lever("a")])).toEqual([]);
  });

  it("leaves out edges from names that nobody asked about, and pairs without a way", () => {
    const equations = [equation("b", [[{ from: "context", effect: 1, pulse: at(0) }]])];
    expect(stepResponses(equations, [lever("a"), lever("b")])).toEqual([]);
    expect(stepResponses([], [lever("a")])).toEqual([]);
  });

  it("refuses equations with different numbers of draws as our own fault", () => {
    expect(() => stepResponses([equation("b", [[]]), equation("c", [[], []])], [lever("a")])).toThrow("defect");
  });
});

function firstDraw(one: EquationDraws): EquationDraws {
  return { ...one, draws: one.draws.slice(0, 1) };
}
