import { describe, expect, it } from "vitest";
import type { DailyColumn } from "../daily/table.ts";
import { daily, edgeOf, posteriorOf, slow, table, white } from "../../test/support/made-diary.ts";
import { lever, noise, other } from "../../test/support/hard-diaries.ts";
import type { AxisOptions, AxisPosterior } from "./posterior.ts";

const QUICK = { seed: 1, sweeps: 20, chains: 2, fdr: 0.05 } as const satisfies AxisOptions;
const N = 100;

describe("units", () => {
  const skin = daily(N, (t) => -0.5 * (lever[t - 2] ?? 0) + noise[t]);
  const answer = (ofLever: number, ofSkin: number, extra: Partial<DailyColumn> = {}): AxisPosterior =>
    posteriorOf(
      table([
        other(
          "lever",
          lever.map((x) => x * ofLever),
        ),
        other(
          "skin",
          skin.map((x) => x * ofSkin),
          extra,
        ),
      ]),
      QUICK,
    );

  it("that are powers of two scale every effect and change no bit of anything else", () => {
    const plain = edgeOf(answer(1, 1), "a", "skin");
    for (const [a, b] of [
      [2 ** 30, 1],
      [1, 2 ** 30],
      [2 ** -30, 2 ** 30],
      [2 ** 30, 2 ** -30],
    ]) {
      const edge = edgeOf(answer(a, b), "a", "skin");
      expect(edge.inclusionProbability).toBe(plain.inclusionProbability);
      expect(edge.delay).toEqual(plain.delay);
      expect(edge.ifReal.mean).toBe((plain.ifReal.mean * b) / a);
      expect(edge.ifReal.low95).toBe((plain.ifReal.low95 * b) / a);
      expect(edge.detectableEffect).toBeCloseTo((plain.detectableEffect * b) / a, 12);
      expect(edge.probabilityNegligible).toBeCloseTo(plain.probabilityNegligible, 12);
      expect(edge.furtherDaysNeeded).toBe(plain.furtherDaysNeeded);
    }
  });

  it.each([1e-9, 1e-3, 1e9])("of %s give the same answer up to the unit and rounding", (unit) => {
    const plain = edgeOf(answer(1, 1), "a", "skin");
    for (const edge of [edgeOf(answer(1, unit), "a", "skin"), edgeOf(answer(1 / unit, 1), "a", "skin")]) {
      expect(Math.abs(edge.inclusionProbability - plain.inclusionProbability)).toBeLessThan(0.02);
      expect(Math.abs(edge.ifReal.mean / unit / plain.ifReal.mean - 1)).toBeLessThan(0.05);
    }
  });

  it("of a bounded scale with a pile scale the effect and nothing else", () => {
    const piled = skin.map((x) => Math.max(0, x));
    const give = (unit: number): AxisPosterior =>
      posteriorOf(
        table([
          other("lever", lever),
          other(
            "skin",
            piled.map((x) => x * unit),
            { min: 0, max: 8 * unit },
          ),
        ]),
        QUICK,
      );
    const [plain, scaled] = [1, 2 ** 20].map((unit) => edgeOf(give(unit), "a", "skin"));
    expect(scaled.inclusionProbability).toBe(plain.inclusionProbability);
    expect(scaled.ifReal.mean).toBe(plain.ifReal.mean * 2 ** 20);
  });
});

describe("an outcome that moves evenly on another scale", () => {
  it.each([
    ["its logarithm", { min: 0, measure: "count" }, (z: number): number => Math.exp(1 + z)],
    ["its square root", { min: 0 }, (z: number): number => Math.max(0.3, 3 + 1.6 * z) ** 2],
  ] as const)("has its effects on the natural scale all the same: %s under bounds %o", (_, extra, natural) => {
    const n = 200;
    let ratio = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const cause = white(n, 20, seed);
      const rest = slow(n, 0.4, 0.7, 21, seed);
      const at = (t: number, more: number): number => natural(0.5 * ((cause[t - 1] ?? 0) + more) + 0.3 * rest[t]);
      const values = daily(n, (t) => at(t, 0));
      const slope = daily(n, (t) => (at(t, 0.05) - at(t, -0.05)) / 0.1).reduce((sum, x) => sum + x / n, 0);
      const posterior = posteriorOf(table([other("lever", cause), other("skin", values, extra)]), QUICK);
      expect(posterior.outcomes[0].link.transform).not.toBe("identity");
      ratio += edgeOf(posterior, "a", "skin").ifReal.mean / slope / 6;
    }
    expect(Math.abs(ratio - 1)).toBeLessThan(0.125);
  });
});
