import { describe, expect, it } from "vitest";
import { chanceOf } from "./chance.ts";
import { bandedCholesky, cholesky } from "./least-squares.ts";
import { makeDiary } from "./generate.ts";
import { oracle } from "./oracle.ts";

describe("the oracle", () => {
  it("factors a banded covariance as the full method does", () => {
    const n = 40;
    const chance = chanceOf("band");
    const value = (lag: number): number => (lag > 6 ? 0 : 0.5 ** lag * (1 - lag / 7));
    const noise = Array.from({ length: n }, () => chance.uniform());
    const full = Float64Array.from({ length: n * n }, (_, k) => {
      const [i, j] = [Math.floor(k / n), k % n];
      return value(Math.abs(i - j)) + (i === j ? (noise[i] ?? 0) : 0);
    });
    const starts = Array.from({ length: n }, (_, i) => Math.max(0, i - 6));
    const band = starts.map((start, i) => full.slice(i * n + start, i * n + i + 1));
    expect(cholesky(full, n)).toBe(true);
    expect(bandedCholesky(band, starts)).toBe(true);
    band.forEach((row, i) => {
      row.forEach((entry, k) => {
        expect(entry).toBeCloseTo(full[i * n + (starts[i] ?? 0) + k] ?? Number.NaN, 12);
      });
    });
  });

  it("adjusts for context columns and does not test them", () => {
    const diary = makeDiary("confounded", 3);
    expect(diary.variant).toBe("season recorded");
    const { claims } = oracle.answer(diary, ["skin"]);
    expect(claims.some((claim) => claim.from === "temperature")).toBe(false);
    expect(claims).toHaveLength(diary.table.columns.length - 2);
  });

  it("does not explain one side of stool form by the other", () => {
    const diary = makeDiary("ends", 11);
    expect(diary.variant).toBe("stool sides");
    expect(oracle.answer(diary, ["stoolLoose"]).claims.some((claim) => claim.from === "stoolHard")).toBe(false);
  });
});
