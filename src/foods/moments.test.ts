import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import { drawNormal } from "../numeric/normal.ts";
import { addMoments, lognormal, mixMoments, multiplyMoments, scaleMoments, withLogError } from "./moments.ts";

const random = createRandom(7, 1);
const draws = Array.from({ length: 40_000 }, () => drawNormal(random));
function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

describe("moments of uncertain amounts", () => {
  it("of a lognormal amount are those of draws from it", () => {
    const drawn = momentsOf(draws.map((z) => 120 * Math.exp(0.4 * z)));
    const stated = lognormal(120, 0.4);
    expect(stated.mean / drawn.mean).toBeCloseTo(1, 1);
    expect(stated.variance / drawn.variance).toBeGreaterThan(0.9);
    expect(stated.variance / drawn.variance).toBeLessThan(1.1);
  });

  it("of a product are those of products of draws", () => {
    const [half, rest] = [draws.slice(0, 20_000), draws.slice(20_000)];
    const product = half.map((z, at) => 50 * Math.exp(0.3 * z) * 2 * Math.exp(0.5 * (rest[at] ?? 0)));
    const drawn = momentsOf(product);
    const stated = multiplyMoments(lognormal(50, 0.3), lognormal(2, 0.5));
    expect(stated.mean / drawn.mean).toBeCloseTo(1, 1);
    expect(stated.variance / drawn.variance).toBeGreaterThan(0.85);
    expect(stated.variance / drawn.variance).toBeLessThan(1.15);
  });

  it("of a mixture hold the variance within and between its parts", () => {
    const one = { mean: 10, variance: 4 };
    const other = { mean: 0, variance: 0 };
    const mixed = mixMoments([
      { probability: 0.25, moments: one },
      { probability: 0.75, moments: other },
    ]);
    expect(mixed.mean).toBe(2.5);
    expect(mixed.variance).toBeCloseTo(0.25 * 4 + 0.25 * 0.75 * 100, 10);
  });

  it("keep the mean that was given, and add and scale", () => {
    expect(withLogError(3, 0.5).mean).toBe(3);
    expect(withLogError(3, 0).variance).toBe(0);
    expect(addMoments({ mean: 1, variance: 2 }, { mean: 3, variance: 4 })).toEqual({ mean: 4, variance: 6 });
    expect(scaleMoments({ mean: 1, variance: 2 }, 3)).toEqual({ mean: 3, variance: 18 });
  });
});
