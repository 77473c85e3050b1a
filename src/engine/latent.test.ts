import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "../base/random.ts";
import { daily } from "../../test/support/made-diary.ts";
import { drawNormal } from "../numeric/normal.ts";
import type { ChainState } from "./chain-record.ts";
import type { Design } from "./design.ts";
import { createLatent, drawBetween } from "./latent.ts";
import { createPlainWork } from "./linear-work.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import { createNoiseSystem } from "./noise-system.ts";
import type { OutcomeReading } from "./outcome-link.ts";

/** Mean and SD of a standard normal cut to [a, b], by Simpson's rule on a density that is scaled so that nothing underflows. */
function cutNormal(a: number, b: number): { mean: number; sd: number } {
  const top = a > 0 ? a : b < 0 ? b : 0;
  const [low, high] = [Math.max(a, Math.min(top, 0) - 12, top - 12), Math.min(b, Math.max(top, 0) + 12, top + 12)];
  // far out the density falls within 1 / top: look only that far
  const reach = Math.abs(top) > 3 ? 40 / Math.abs(top) : Infinity;
  const [from, to] = [Math.max(low, top - reach), Math.min(high, top + reach)];
  const steps = 20000;
  let [w, x1, x2] = [0, 0, 0];
  for (let i = 0; i <= steps; i++) {
    const x = from + ((to - from) * i) / steps;
    const weight = (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp(-0.5 * (x * x - top * top));
    w += weight;
    x1 += weight * (x - top);
    x2 += weight * (x - top) * (x - top);
  }
  return { mean: top + x1 / w, sd: Math.sqrt(x2 / w - (x1 / w) * (x1 / w)) };
}

const ranges: readonly (readonly [number, number])[] = [
  [-Infinity, Infinity],
  [-Infinity, 0],
  [0, Infinity],
  [-1, 0.5],
  [1.5, 2],
  [-2.001, -2],
  [3.9, Infinity],
  [4.1, Infinity],
  [-Infinity, -4.1],
  [6, 6.2],
  [12, Infinity],
  [-40, -38],
  [200, Infinity],
  [-1e6, -1e6 + 1e-7],
  [-50, 60],
];

describe("drawBetween", () => {
  it.each(ranges)("has the mean and the SD of the normal cut to [%s, %s], and stays inside", (a, b) => {
    const random = createRandom(3, Math.round(a === -Infinity ? 1 : a), Math.round(b === Infinity ? 2 : b));
    const [mean, sd] = [7, 3];
    const truth = cutNormal(a, b);
    const draws = 20000;
    let [sum, squares, outside] = [0, 0, 0];
    for (let d = 0; d < draws; d++) {
      const x = (drawBetween(mean, sd, mean + sd * a, mean + sd * b, random) - mean) / sd;
      if (!(x >= a - 1e-9 * Math.abs(a) && x <= b + 1e-9 * Math.abs(b))) outside += 1;
      sum += x - truth.mean;
      squares += (x - truth.mean) * (x - truth.mean);
    }
    expect(outside).toBe(0);
    expect(Math.abs(sum / draws)).toBeLessThan(0.03 * truth.sd);
    expect(Math.abs(Math.sqrt(squares / draws) / truth.sd - 1)).toBeLessThan(0.03);
  });

  it("is finite for the smallest and the largest chance there is", () => {
    for (const u of [0.5 / 4503599627370496, 0.5, 1 - 0.5 / 4503599627370496]) {
      let calls = 0;
      // the tail is drawn by rejection: the second number decides, and is taken as small
      const random: Random = { uint32: () => 0, below: () => 0, uniform: () => (calls++ % 2 === 0 ? u : 1e-300) };
      for (const [a, b] of ranges) {
        calls = 0;
        const x = drawBetween(0, 1, a, b, random);
        expect(Number.isFinite(x)).toBe(true);
        expect(x >= a && x <= b).toBe(true);
      }
    }
  });
});

const WHITE = NOISE_LAWS.findIndex((law) => law.phi === 0 && law.ratio === 0.3 && law.level === 0);
const SIGMA = 0.7;
/** SD of a day around its signal: reading noise and a push that does not persist. */
const SPREAD = SIGMA * Math.sqrt(1 + NOISE_LAWS[WHITE].ratio);

/** A design of n days with a known signal, no fixed part, and values read with these cut-points or ends. */
function knownSignal(
  n: number,
  signal: Float64Array,
  reading: Partial<OutcomeReading>,
  recorded: (z: number) => number,
) {
  const days = Int32Array.from({ length: n }, (_, i) => i);
  const random = createRandom(21);
  const cuts = (reading.cuts ?? []).map((cut) => cut.at);
  const z = signal.map((s) => s + SPREAD * drawNormal(random));
  const whole: OutcomeReading = {
    link: { type: "ordered", transform: "identity", atFloor: 0, atCeiling: 0 },
    fitted: (v) => v,
    natural: (v) => v,
    recorded,
    sd: 1,
    slope: 1,
    marginalSlope: 1,
    bounds: null,
    cuts: [],
    floor: -Infinity,
    ceiling: Infinity,
    ...reading,
  };
  const low = z.map((v) =>
    cuts.length > 0
      ? cuts.reduce((best, cut) => (cut <= v ? cut : best), -Infinity)
      : v <= whole.floor
        ? -Infinity
        : Math.min(v, whole.ceiling),
  );
  const high = z.map((v) =>
    cuts.length > 0
      ? cuts.reduceRight((best, cut) => (cut > v ? cut : best), Infinity)
      : v >= whole.ceiling
        ? Infinity
        : Math.max(v, whole.floor),
  );
  const design: Design = {
    days,
    y: z.map((_, i) => (low[i] === -Infinity ? high[i] : high[i] === Infinity ? low[i] : (low[i] + high[i]) / 2)),
    reading: whole,
    low,
    high,
    shift: null,
    recordedDays: n,
    fixed: [],
    scales: null,
  };
  const system = createNoiseSystem(NOISE_LAWS[WHITE], days, null, [], 0, () => undefined, createPlainWork);
  const state: ChainState = {
    law: WHITE,
    candidates: [],
    kernels: [],
    betas: [],
    sigma2: SIGMA * SIGMA,
    slabs: [],
    priorMeans: [],
    y: design.y,
    slope: 1,
  };
  const latent = createLatent(design, () => signal);
  if (latent === null) throw new Error("bounds, but not latent");
  return { design, latent, system, state, z };
}

describe("one redraw of a latent outcome", () => {
  const n = 4000;
  const signal = daily(n, (t) => 1.2 * Math.sin(t / 9) + 0.3);
  const cuts = [-0.5, 0.4, 1.1].map((at, k) => ({ at, jump: 1 + k }));
  const levelOf = (z: number): number => cuts.reduce((sum, cut) => sum + (z > cut.at ? cut.jump : 0), 0);

  /** Change of the mean recorded value for a small rise of the signal, by simulation with common random numbers. */
  function bySimulation(recorded: (z: number) => number): number {
    const random = createRandom(31);
    const h = 0.1;
    let sum = 0;
    const rounds = 60;
    for (let r = 0; r < rounds; r++) {
      for (const s of signal) {
        const noise = SPREAD * drawNormal(random);
        sum += (recorded(s + h + noise) - recorded(s - h + noise)) / (2 * h);
      }
    }
    return sum / (rounds * n);
  }

  function meanRedraw(made: ReturnType<typeof knownSignal>): { slope: number; y: Float64Array } {
    const random = createRandom(41);
    let state = made.state;
    let slope = 0;
    const sum = new Float64Array(n);
    const [burn, kept] = [10, 20];
    for (let pass = 0; pass < burn + kept; pass++) {
      const drawn = made.latent.redraw(state, made.system, random);
      state = { ...state, y: drawn.y };
      if (pass < burn) continue;
      slope += drawn.slope / kept;
      drawn.y.forEach((v, i) => (sum[i] += v / kept));
    }
    return { slope, y: sum };
  }

  it("keeps every value inside its bounds and leaves exact ones as they are", () => {
    const made = knownSignal(n, signal, { floor: -0.6, ceiling: 1.4 }, (z) => Math.min(1.4, Math.max(-0.6, z)));
    const { y } = made.latent.redraw(made.state, made.system, createRandom(5));
    made.z.forEach((z, i) => {
      if (z > -0.6 && z < 1.4) expect(y[i]).toBe(z);
      else if (z <= -0.6) expect(y[i]).toBeLessThanOrEqual(-0.6);
      else expect(y[i]).toBeGreaterThanOrEqual(1.4);
    });
    expect(made.state.y).toBe(made.design.y);
  });

  it("has the slope of the mean recorded level of a few-level sign", () => {
    const made = knownSignal(n, signal, { cuts }, levelOf);
    expect(Math.abs(meanRedraw(made).slope / bySimulation(levelOf) - 1)).toBeLessThan(0.03);
  });

  it("has the slope of the mean recorded value of a fine scale with piles at both ends", () => {
    const recorded = (z: number): number => Math.min(1.4, Math.max(-0.6, z));
    const made = knownSignal(n, signal, { floor: -0.6, ceiling: 1.4 }, recorded);
    expect(Math.abs(meanRedraw(made).slope / bySimulation(recorded) - 1)).toBeLessThan(0.03);
  });

  it("puts the hidden values where the signal and the bounds say: mean and SD are those of the true ones", () => {
    const made = knownSignal(n, signal, { cuts }, levelOf);
    const { y } = made.latent.redraw(made.state, made.system, createRandom(6));
    const error = (values: Float64Array): number =>
      Math.sqrt(values.reduce((sum, v, i) => sum + (v - signal[i]) ** 2, 0) / n);
    expect(Math.abs(error(y) / error(made.z) - 1)).toBeLessThan(0.05);
  });
});
