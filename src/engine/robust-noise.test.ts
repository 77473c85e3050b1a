import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import { drawGamma, drawNormal } from "../numeric/normal.ts";
import { slow, white } from "../../test/support/made-diary.ts";
import { heavyTailGain, noiseScales } from "./robust-noise.ts";

const N = 250;
const days = Int32Array.from({ length: N }, (_, i) => i + Math.floor(i / 30));
const one = [new Float64Array(N).fill(1)];

describe("days on which a diary does not behave", () => {
  it("are not looked for in an ordinary diary: none of 20 is taken as wild", () => {
    const wild = Array.from({ length: 20 }, (_, seed) => noiseScales(days, slow(N, 0.6, 0.7, seed, 1), one));
    expect(wild.filter((scales) => scales !== null)).toEqual([]);
  });

  it("single slips of the finger get a large reading multiplier, the days around them none", () => {
    const y = slow(N, 0.6, 0.7, 3);
    const slips = [20, 90, 140, 141, 200];
    for (const t of slips) y[t] += t % 2 === 0 ? 12 : -12;
    const scales = noiseScales(days, y, one);
    const reading = [...(scales?.reading ?? [])];
    for (const t of slips) expect(reading[t]).toBeGreaterThan(8);
    const others = reading.filter((_, t) => !slips.includes(t)).sort((a, b) => a - b);
    expect(others[Math.floor(others.length * 0.9)]).toBeLessThan(3);
  });

  it("a flare that stays is a push on its first day and no string of wild readings", () => {
    const noise = white(N, 4);
    const y = new Float64Array(N);
    let state = 0;
    for (let t = 0; t < N; t++) {
      state = 0.9 * state + 0.3 * noise[t] + (t === 70 || t === 160 || t === 210 ? 9 : 0);
      y[t] = state + 0.3 * noise[(t * 7) % N];
    }
    const scales = noiseScales(days, y, one);
    for (const t of [70, 160, 210]) {
      expect(scales?.push[t]).toBeGreaterThan(8);
      expect(scales?.push[t]).toBeGreaterThan(3 * (scales?.reading[t + 1] ?? Infinity));
    }
  });

  it("have multipliers that are positive and finite, with one day of 1e12 among them", () => {
    const y = white(N, 5).map((x, t) => (t === 100 ? 1e12 : x));
    const scales = noiseScales(days, y, one);
    for (const x of [...(scales?.reading ?? [NaN]), ...(scales?.push ?? [NaN])]) {
      expect(Number.isFinite(x) && x > 0).toBe(true);
    }
  });
});

describe("the gain of heavy tails", () => {
  it("is positive for t errors with 4 degrees of freedom and negative for normal ones", () => {
    const random = createRandom(9);
    const heavy = Float64Array.from({ length: 1000 }, () => drawNormal(random) / Math.sqrt(drawGamma(random, 2) / 2));
    expect(heavyTailGain(heavy)).toBeGreaterThan(20);
    expect(heavyTailGain(white(1000, 6))).toBeLessThan(0);
  });

  it("does not depend on the unit", () => {
    const e = white(200, 7).map((x) => x * x * x);
    expect(heavyTailGain(e.map((x) => 1024 * x))).toBeCloseTo(heavyTailGain(e), 8);
  });
});
