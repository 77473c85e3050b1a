import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import type { DailyColumn } from "../daily/table.ts";
import { column, daily, momentsOf, slow, white } from "../../test/support/made-diary.ts";
import { noiseEvidence } from "./noise-evidence.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import { readOutcome, type OutcomeReading } from "./outcome-link.ts";

const N = 300;

/** The reading of values under white noise or the best of the laws without a level. */
function read(values: Float64Array, extra: Partial<DailyColumn> = {}): OutcomeReading {
  const days = Int32Array.from(values, (_, i) => i);
  const one = [new Float64Array(values.length).fill(1)];
  return readOutcome(column("skin", "skin", values, extra), values, (z) =>
    noiseEvidence(days, z, one, null, (law) => NOISE_LAWS[law].level === 0 && law % 3 === 1).reduce(
      (best, x) => Math.max(best, x),
      -Infinity,
    ),
  );
}

function onGrid(values: Float64Array, step: number, low: number, high: number): Float64Array {
  return values.map((x) => Math.min(high, Math.max(low, step * Math.round(x / step))));
}

const wander = slow(N, 0.6, 0.7, 1);
const slider = onGrid(
  wander.map((x) => 5 + 1.3 * x),
  0.5,
  0,
  10,
);
const mostlyZero = onGrid(
  wander.map((x) => -0.6 + 1.8 * x),
  1,
  0,
  10,
);
const sign = onGrid(
  wander.map((x) => 1.2 + 0.8 * x),
  1,
  0,
  3,
);
const yesNo = wander.map((x) => (x > 0.5 ? 1 : 0));
const scorad = wander.map((x) => Math.max(0, Math.round(10 * (6 + 9 * x)) / 10));

function counts(mean: number, swing: number): Float64Array {
  const random = createRandom(5);
  return wander.map((x) => {
    // a Poisson number by counting exponential steps
    const rate = mean * Math.exp(swing * x);
    let [k, sum] = [0, -Math.log(random.uniform())];
    while (sum < rate) {
      k += 1;
      sum -= Math.log(random.uniform());
    }
    return k;
  });
}

describe("how an outcome is read", () => {
  it("a 0-10 slider that never piles up at an end is taken as exact", () => {
    const reading = read(slider, { min: 0, max: 10, step: 0.5 });
    expect(reading.link).toMatchObject({ type: "exact", transform: "identity" });
    expect(reading.bounds).toBeNull();
  });

  it("a slider that is at 0 on 60 % of days is known there only to be at most that low", () => {
    const reading = read(mostlyZero, { min: 0, max: 10, step: 1 });
    expect(reading.link.atFloor).toBeGreaterThan(0.5);
    expect(reading.link.atFloor).toBeLessThan(0.7);
    expect(["rounded", "ordered"]).toContain(reading.link.type);
    mostlyZero.forEach((v, i) => {
      const [low, high] = [reading.bounds?.low[i] ?? NaN, reading.bounds?.high[i] ?? NaN];
      expect(low).toBeLessThan(high);
      if (v === 0) expect(low).toBe(-Infinity);
      else expect(reading.natural((low + high) / 2)).toBeCloseTo(v, 0);
    });
  });

  it("a sign of 0 to 3 is an ordered scale with a cut between neighbours", () => {
    const reading = read(sign, { min: 0, max: 3, step: 1 });
    expect(reading.link.type).toBe("ordered");
    expect(reading.cuts).toHaveLength(3);
    expect(reading.cuts.map((cut) => reading.natural(cut.at))).toEqual(
      [0.5, 1.5, 2.5].map((x) => expect.closeTo(x, 9)),
    );
    for (const cut of reading.cuts) expect(cut.jump).toBeCloseTo(1 / reading.sd, 12);
    // neighbouring levels share their bound, the ends are open
    const at = (level: number): number => sign.indexOf(level);
    for (const level of [0, 1, 2]) {
      expect(reading.bounds?.high[at(level)]).toBeCloseTo(reading.bounds?.low[at(level + 1)] ?? NaN, 12);
    }
    expect(reading.bounds?.low[at(0)]).toBe(-Infinity);
    expect(reading.bounds?.high[at(3)]).toBe(Infinity);
  });

  it("counts that come in bouts are log-normal and rounded, declared or seen from their zeros", () => {
    const bouts = counts(1.5, 1);
    expect(read(bouts).link).toMatchObject({ type: "count", transform: "log1p" });
    expect(read(bouts, { min: 0, measure: "count" }).link).toMatchObject({ type: "count", transform: "log1p" });
    const reading = read(bouts);
    expect(reading.natural(reading.fitted(4))).toBeCloseTo(4, 9);
    expect(reading.natural(-50)).toBe(0);
    expect(Number.isInteger(reading.recorded(0.7))).toBe(true);
  });

  it("rare counts know their zeros only as at most half a count, whatever the scale", () => {
    const rare = counts(0.3, 0.2);
    const reading = read(rare, { min: 0, measure: "count" });
    expect(reading.link.atFloor).toBeGreaterThan(0.6);
    const [zero, one] = [rare.indexOf(0), rare.indexOf(1)];
    expect(reading.bounds?.low[zero]).toBe(-Infinity);
    expect(reading.natural(reading.bounds?.high[zero] ?? NaN)).toBeCloseTo(0.5, 9);
    expect(reading.bounds?.low[one]).toBeCloseTo(reading.bounds?.high[zero] ?? NaN, 12);
  });

  it("yes and no are read as 1 and 0, without bounds, and written down as one of the two", () => {
    for (const extra of [{}, { min: 0, max: 1, step: 1, measure: "yes-no" }] as const) {
      const reading = read(yesNo, extra);
      expect(reading.link).toMatchObject({ type: "yes-no", transform: "identity" });
      expect(reading.bounds).toBeNull();
      expect(reading.slope).toBeCloseTo(1, 12);
      expect([0.4, 0.6].map((y) => reading.recorded(reading.fitted(y)))).toEqual([0, 1]);
    }
  });

  it("two other values are not yes and no", () => {
    expect(read(yesNo.map((x) => 2 + 3 * x)).link.type).not.toBe("yes-no");
    expect(read(yesNo, { min: 0, max: 10, step: 1 }).link.type).not.toBe("yes-no");
  });

  it("SCORAD in tenths with days at 0: exact above the floor, at most the floor on it", () => {
    const reading = read(scorad, { min: 0, max: 103 });
    expect(reading.link.atFloor).toBeGreaterThan(0.1);
    expect(reading.link.type).toBe("rounded");
    scorad.forEach((v, i) => {
      if (v === 0) expect(reading.bounds?.low[i]).toBe(-Infinity);
      else expect((reading.bounds?.high[i] ?? 0) - (reading.bounds?.low[i] ?? 0)).toBeLessThan(0.2);
    });
  });

  it("a few levels far apart for their spread are coarse, even in the middle of the scale", () => {
    const three = white(N, 3).map((x) => 5 + (x > 1.3 ? 1 : x < -1.3 ? -1 : 0));
    expect(read(three, { min: 0, max: 10, step: 1 }).link.type).toBe("ordered");
  });

  it("a long right tail from 0 is taken on a scale where it is even, and only then", () => {
    const tail = wander.map((x) => Math.exp(1 + 0.9 * x));
    expect(read(tail, { min: 0 }).link.transform).toBe("sqrt");
    expect(
      read(
        wander.map((x) => 50 + x),
        { min: 0, max: 103 },
      ).link.transform,
    ).toBe("identity");
  });
});

describe("any reading", () => {
  const all: readonly (readonly [string, Float64Array, Partial<DailyColumn>])[] = [
    ["slider", slider, { min: 0, max: 10, step: 0.5 }],
    ["mostly zero", mostlyZero, { min: 0, max: 10, step: 1 }],
    ["sign", sign, { min: 0, max: 3, step: 1 }],
    ["yes/no", yesNo, {}],
    ["SCORAD", scorad, { min: 0, max: 103, step: 0.1 }],
    ["counts", counts(4, 1), { min: 0 }],
    ["no bounds at all", wander, {}],
  ];

  it.each(all)("of %s reads its own values back, within its own bounds", (_, values, extra) => {
    const reading = read(values, extra);
    const { mean, sd } = momentsOf(values);
    expect(reading.sd).toBeCloseTo(sd, 10);
    values.forEach((v, i) => {
      const z = reading.fitted(v);
      expect(reading.natural(z)).toBeCloseTo(v, 8);
      expect(reading.recorded(z)).toBeCloseTo(v, 8);
      expect(z).toBeGreaterThanOrEqual(reading.bounds?.low[i] ?? -Infinity);
      expect(z).toBeLessThanOrEqual(reading.bounds?.high[i] ?? Infinity);
    });
    expect(reading.slope).toBeGreaterThan(0);
    const z = momentsOf(values.map(reading.fitted));
    expect(z.mean).toBeCloseTo(0, 9);
    expect(z.sd).toBeCloseTo(1, 9);
    expect(Math.abs(mean)).toBeLessThan(200);
  });

  it.each([1e-9, 1e-3, 1024, 1e9])("is the same in units of %s when the column says its scale", (unit) => {
    for (const [name, values, extra] of all) {
      if (name === "yes/no" || name === "counts" || name === "no bounds at all") continue;
      const plain = read(values, extra);
      const scaled = read(
        values.map((x) => x * unit),
        Object.fromEntries(Object.entries(extra).map(([key, x]) => [key, Number(x) * unit])),
      );
      expect(scaled.link.type).toBe(plain.link.type);
      expect(scaled.link.transform).toBe(plain.link.transform);
      expect(scaled.sd / plain.sd / unit).toBeCloseTo(1, 9);
      expect(scaled.slope).toBeCloseTo(plain.slope, 6);
      values.forEach((v, i) => {
        expect(scaled.fitted(v * unit)).toBeCloseTo(plain.fitted(v), 6);
        const [a, b] = [plain, scaled].map((reading) => reading.bounds?.high[i] ?? 0);
        if (Number.isFinite(a)) expect(b).toBeCloseTo(a, 6);
      });
    }
  });

  it.each([1e-9, 1e9])("of numbers without a declared scale is exact in units of %s, too", (unit) => {
    const reading = read(wander.map((x) => x * unit));
    expect(reading.link).toMatchObject({ type: "exact", transform: "identity" });
    expect(reading.sd / unit).toBeCloseTo(momentsOf(wander).sd, 9);
  });

  it("keeps forecasts of a declared scale on its grid and within its ends", () => {
    const reading = read(mostlyZero, { min: 0, max: 10, step: 1 });
    for (const z of daily(100, (t) => (t - 50) / 5)) {
      const y = reading.recorded(z);
      expect(Number.isInteger(y) && y >= 0 && y <= 10).toBe(true);
    }
  });
});
