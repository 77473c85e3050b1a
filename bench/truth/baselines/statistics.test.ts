import { describe, expect, it } from "vitest";
import type { Claim, Method } from "../method.ts";
import { blockOrder, openstrapBlock14, testBlocks } from "./block-permutation.ts";
import { bestLag, correlate, sameDay } from "./correlations.ts";
import { elasticNet, elasticNetPath } from "./elastic-net.ts";
import { granger } from "./granger.ts";
import { diaryOf, noise, persistent, type HandColumn } from "./hand-made.ts";
import { addProducts } from "./lagged-design.ts";
import { prewhitened, whitened } from "./prewhitened.ts";
import { chooseSteps, stepwise, stepwiseBic } from "./stepwise.ts";

const days = 400;

/** Skin follows milk two days later with slope 1.5; oats do nothing; errors persist (.6). */
function planted(): readonly HandColumn[] {
  const milk = noise(days, "milk");
  const oats = noise(days, "barley");
  const errors = persistent(days, 0.6, "errors");
  const skin = errors.map((error, day) => 5 + error + 1.5 * (milk[day - 2] ?? 0));
  return [
    { name: "milk", values: milk },
    { name: "oats", values: oats },
    { name: "skin", role: "skin", values: skin },
  ];
}

/** Two persistent series (.9) that have nothing to do with each other. */
function unrelated(seed: number): readonly HandColumn[] {
  return [
    { name: "milk", values: persistent(days, 0.9, `x ${String(seed)}`) },
    { name: "skin", role: "skin", values: persistent(days, 0.9, `y ${String(seed)}`) },
  ];
}

function answerOf(method: Method, columns: readonly HandColumn[], from = "milk"): Claim {
  const claim = method.answer(diaryOf(columns), ["skin"]).claims.find((c) => c.from === from);
  if (!claim) throw new Error(`${method.name} has nothing to say about ${from}`);
  return claim;
}

describe("every statistical baseline", () => {
  const able = [bestLag, granger, prewhitened, elasticNet, stepwise, stepwiseBic];

  it("finds a strong cause two days before and its sign", () => {
    for (const method of able)
      expect(answerOf(method, planted()), method.name).toMatchObject({ reported: true, sign: 1 });
  });

  it("that gives a delay says two days, and one that gives a size says about 1.5", () => {
    for (const method of [bestLag, prewhitened]) expect(answerOf(method, planted()).delayDays, method.name).toBe(2);
    for (const method of [stepwise, stepwiseBic]) {
      expect(Math.abs((answerOf(method, planted()).delayDays ?? 0) - 2), method.name).toBeLessThan(0.7);
    }
    expect(answerOf(stepwise, planted()).estimate).toBeCloseTo(1.5, 0);
    const effect = answerOf(granger, planted()).effect;
    expect(effect?.low95).toBeLessThan(1.5);
    expect(effect?.high95).toBeGreaterThan(1.5);
    const shrunk = answerOf(elasticNet, planted()).estimate ?? 0;
    expect(shrunk).toBeGreaterThan(1);
    expect(shrunk).toBeLessThan(1.6);
  });

  it("that corrects or penalises leaves the other food alone", () => {
    for (const method of [granger, prewhitened, elasticNet, openstrapBlock14])
      expect(answerOf(method, planted(), "oats").reported, method.name).toBe(false);
  });

  it("same-day r misses an effect of the day after tomorrow", () => {
    expect(answerOf(sameDay, planted()).reported).toBe(false);
  });

  it("survives a constant column, an empty one and a short diary without NaN", () => {
    const odd: readonly HandColumn[] = [
      { name: "milk", values: new Float64Array(60).fill(3) },
      { name: "empty", values: new Float64Array(60).fill(Number.NaN) },
      { name: "season", role: "context", values: new Float64Array(60).fill(1) },
      { name: "skin", role: "skin", values: noise(60, "skin") },
    ];
    for (const method of [...able, sameDay, openstrapBlock14]) {
      const { claims } = method.answer(diaryOf(odd), ["skin"]);
      expect(claims, method.name).toHaveLength(2);
      for (const claim of claims) {
        expect(claim.reported, method.name).toBe(false);
        expect(claim.strength, method.name).toBeGreaterThanOrEqual(0);
        expect(claim.strength, method.name).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe("against two unrelated series that persist", () => {
  const seeds = [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23];
  const alarms = (method: Method): number => seeds.filter((seed) => answerOf(method, unrelated(seed)).reported).length;

  it("correlation alarms most of the time, prewhitening, Granger and shuffled fortnights seldom", () => {
    expect(alarms(bestLag)).toBeGreaterThan(7);
    for (const method of [prewhitened, granger, openstrapBlock14])
      expect(alarms(method), method.name).toBeLessThanOrEqual(3);
  });

  it("prewhitening leaves a residual without memory", () => {
    const residual = whitened(persistent(days, 0.9, "memory"));
    expect(Math.abs(correlate(residual, residual, 1).r)).toBeLessThan(0.1);
  });
});

describe("context", () => {
  it("is adjusted for and is no candidate: humidity moves both, and nothing is left", () => {
    const humidity = persistent(days, 0.5, "humidity");
    const milk = noise(days, "milk").map((value, day) => value + 3 * humidity[day]);
    const skin = noise(days, "skin").map((value, day) => value + 3 * humidity[day]);
    const columns: readonly HandColumn[] = [
      { name: "milk", values: milk },
      { name: "humidity", role: "context", values: humidity },
      { name: "skin", role: "skin", values: skin },
    ];
    for (const method of [granger, prewhitened]) {
      expect(method.answer(diaryOf(columns), ["skin"]).claims, method.name).toHaveLength(1);
      expect(answerOf(method, columns).reported, method.name).toBe(false);
      expect(
        answerOf(
          method,
          columns.filter((c) => c.name !== "humidity"),
        ).reported,
        method.name,
      ).toBe(true);
    }
  });
});

describe("the elastic net's path", () => {
  it("starts with nothing and, for one column, is the shrunken correlation: S(r, lambda/2) / (1 + lambda/2)", () => {
    const x = scaled(noise(100, "x"));
    const y = scaled(x.map((value, day) => value + noise(100, "e")[day]));
    const r = x.reduce((sum, value, day) => sum + value * y[day], 0) / 100;
    const { lambdas, coefficients } = elasticNetPath([x], y);
    expect(lambdas[0]).toBeCloseTo(2 * r, 10);
    expect(coefficients[0][0]).toBeCloseTo(0, 10);
    lambdas.forEach((lambda, index) => {
      expect(coefficients[index][0]).toBeCloseTo((r - lambda / 2) / (1 + lambda / 2), 8);
    });
  });
});

describe("stepwise regression", () => {
  it("ends with the same coefficients as least squares on what it chose", () => {
    const [a, b, c] = [scaled(noise(80, "a")), scaled(noise(80, "b")), scaled(noise(80, "c"))];
    const y = a.map((value, day) => 2 * value - 1 * b[day] + 0.1 * noise(80, "e")[day]);
    const { chosen, coefficients } = chooseSteps([a, b, c], y, { rule: "bic", forced: 0, spent: 1 });
    expect(chosen).toEqual([0, 1]);
    const gram = new Float64Array(4);
    const moments = new Float64Array(2);
    addProducts([a, b], y, 0, 80, gram, moments);
    const determinant = gram[0] * gram[3] - gram[1] * gram[2];
    expect(coefficients[0]).toBeCloseTo((moments[0] * gram[3] - moments[1] * gram[1]) / determinant, 10);
    expect(coefficients[1]).toBeCloseTo((moments[1] * gram[0] - moments[0] * gram[2]) / determinant, 10);
  });

  it("lets a column go that later ones make useless", () => {
    const [a, b] = [scaled(noise(200, "a")), scaled(noise(200, "b"))];
    const both = scaled(a.map((value, day) => value + b[day] + 0.3 * noise(200, "c")[day])); // enters first, then a and b replace it
    const y = a.map((value, day) => value + b[day] + 0.01 * noise(200, "e")[day]);
    expect(chooseSteps([both, a, b], y, { rule: "bic", forced: 0, spent: 1 }).chosen).toEqual([1, 2]);
  });
});

describe("shuffled fortnights", () => {
  it("keep every day once and the order inside a block", () => {
    const order = blockOrder(30, () => [2, 0, 1]);
    expect([...order.slice(0, 4)]).toEqual([28, 29, 0, 1]);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, day) => day));
  });

  it("give the smallest possible p to a series that is its own copy, and 1 when every shuffle is as large", () => {
    const x = noise(140, "x");
    const others = Array.from({ length: 99 }, (_, index) => noise(140, `other ${String(index)}`));
    expect(testBlocks(x, x, others, [0]).p).toBeCloseTo(0.01, 12);
    expect(testBlocks(x, others[0], [others[0], others[0]], [0]).p).toBe(1);
  });
});

function scaled(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / sd);
}
