import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import type { DailyColumn } from "../daily/table.ts";
import { drawNormal } from "../numeric/normal.ts";
import { denseSystem, dot } from "../../test/support/dense-noise.ts";
import { column, momentsOf, slow, table, white } from "../../test/support/made-diary.ts";
import type { ChainState } from "./chain-record.ts";
import { buildDesign, type Design } from "./design.ts";
import { createImputer } from "./impute.ts";
import { createKernelBank, dailyWeights, LAGS } from "./kernels.ts";
import { createPlainWork } from "./linear-work.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import { createNoiseSystem, type NoiseSystem } from "./noise-system.ts";
import { prepareAxis, type OutcomeProblem } from "./problem.ts";

interface World {
  readonly outcome: OutcomeProblem;
  readonly design: Design;
  readonly system: NoiseSystem;
  readonly state: ChainState;
}

function nextDay(): Float64Array {
  const kernel = new Float64Array(LAGS);
  kernel[1] = 1;
  return kernel;
}

/** One cause, one outcome, one edge of size `beta` (outcome SDs per cause SD) with this kernel, under this law. */
function world(
  cause: DailyColumn,
  skin: Float64Array,
  law: number,
  beta: number,
  sigma2: number,
  kernel: Float64Array = nextDay(),
): World {
  const prepared = prepareAxis(table([cause, column("skin", "skin", skin)], 0), { seed: 1 });
  if (!prepared.ok) throw new Error("no problem");
  const outcome = prepared.value.outcomes[0];
  const design = buildDesign(prepared.value, outcome, false);
  const system = createNoiseSystem(
    NOISE_LAWS[law],
    design.days,
    null,
    design.fixed,
    0,
    () => undefined,
    createPlainWork,
  );
  const state: ChainState = {
    law,
    candidates: [0],
    kernels: [kernel],
    betas: [beta],
    sigma2,
    slabs: [3],
    priorMeans: [0],
    y: design.y,
    slope: 1,
  };
  return { outcome, design, system, state };
}

function lawOf(phi: number, ratio: number, withLevel: boolean): number {
  return NOISE_LAWS.findIndex((law) => law.phi === phi && law.ratio === ratio && law.level > 0 === withLevel);
}

const N = 300;
const WHITE = lawOf(0, 0.03, false);

/** Skin follows a white cause one day later, almost without noise; 40 % of the cause's days are hidden. */
function hidden(seed: number): World & { readonly truth: Float64Array; readonly cause: Float64Array } {
  const random = createRandom(seed, 9);
  const truth = Float64Array.from({ length: N }, () => drawNormal(random));
  const cause = truth.map((x) => (random.uniform() < 0.4 ? NaN : x));
  const skin = Float64Array.from({ length: N }, (_, t) => (t > 0 ? truth[t - 1] : 0) + 0.3 * drawNormal(random));
  return { ...world(column("cause", "lever", cause), skin, WHITE, 0.9, 0.1), truth, cause };
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [momentsOf(a), momentsOf(b)];
  return a.reduce((sum, x, i) => sum + (x - ma.mean) * (b[i] - mb.mean), 0) / ((a.length - 1) * ma.sd * mb.sd);
}

describe("missing days of a cause", () => {
  it("are drawn given the outcome: hidden values come back where the outcome shows them", () => {
    const { truth, cause, outcome, design, system, state } = hidden(1);
    const imputer = createImputer(outcome, design, createRandom(4, 2));
    const sums = new Float64Array(N);
    for (let pass = 0; pass < 60; pass++) {
      imputer.refine(state, system, 1);
      if (pass >= 10) imputer.seriesOf(0).forEach((x, t) => (sums[t] += x));
    }
    const days = [...cause.keys()].filter((t) => Number.isNaN(cause[t]) && t < N - 1);
    expect(days.length).toBeGreaterThan(80);
    expect(
      correlation(
        days.map((t) => sums[t]),
        days.map((t) => truth[t]),
      ),
    ).toBeGreaterThan(0.85);
  });

  it("never change a recorded day", () => {
    const { cause, outcome, design, system, state } = hidden(2);
    const imputer = createImputer(outcome, design, createRandom(4, 2));
    const before = imputer.seriesOf(0).slice();
    imputer.refine(state, system, 1);
    cause.forEach((x, t) => {
      if (!Number.isNaN(x)) expect(imputer.seriesOf(0)[t]).toBe(before[t]);
    });
    expect(imputer.seriesOf(0).some((x, t) => Number.isNaN(cause[t]) && x !== before[t])).toBe(true);
  });

  it("leave the effect unbiased: the mean coefficient is within 5 % of the truth in 12 diaries", () => {
    let ratio = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const { outcome, design, system, state } = hidden(seed);
      const imputer = createImputer(outcome, design, createRandom(seed, 3));
      let sum = 0;
      for (let pass = 0; pass < 60; pass++) {
        const draws = imputer.refine(state, system, 2);
        if (pass >= 20) sum += (draws[0][0] + draws[1][0]) / 80;
      }
      ratio += (sum * design.reading.sd) / outcome.candidates[0].filled.sd / 12;
    }
    expect(Math.abs(ratio - 1)).toBeLessThan(0.05);
  });

  it.each([
    ["independent days", WHITE],
    ["days that hang together", lawOf(0.9, 1, false)],
    ["a level that wanders", lawOf(0.65, 0.3, true)],
  ])("have the conditional mean and SD that dense algebra gives: %s", (_, law) => {
    const n = 60;
    const day = 31;
    const cause = slow(n, 0.6, 0, 4);
    cause[day] = NaN;
    const kernel = createKernelBank(0, 0, 0).weights.slice(10 * LAGS, 11 * LAGS);
    const beta = 0.8;
    const sigma2 = 0.2;
    const skin = slow(n, 0.5, 0.5, 9);
    const made = world(column("cause", "lever", cause), skin, law, beta, sigma2, kernel);
    const { design, outcome, system, state } = made;
    const { filled } = outcome.candidates[0];
    const imputer = createImputer(outcome, design, createRandom(7));
    const draws = 6000;
    const values: number[] = [];
    for (let pass = 0; pass < draws; pass++) {
      imputer.refine(state, system, 1);
      values.push(imputer.seriesOf(0)[day]);
    }
    // by hand: prior from both neighbours, likelihood from the rows the day reaches
    const unit = (x: number): number => (x - filled.average) / filled.sd;
    const [level, left, right] = [day, day - 1, day + 1].map((t) => unit(filled.level[t]));
    const { rho } = filled;
    const precision = (1 + rho * rho) / (1 - rho * rho);
    const centre = level + (rho / (1 + rho * rho)) * (unit(cause[day - 1]) - left + (unit(cause[day + 1]) - right));
    const weights = dailyWeights(kernel);
    const dense = denseSystem(NOISE_LAWS[law], design.days, null, design.fixed);
    const reached = dense.whiten([...design.days].map((t) => (t >= day ? beta * weights[t - day] : 0)));
    const others = dense.whiten(
      [...design.days].map((t, i) => {
        let signal = 0;
        for (let lag = 0; lag <= t; lag++) if (t - lag !== day) signal += beta * weights[lag] * unit(cause[t - lag]);
        return design.y[i] - signal;
      }),
    );
    const total = precision + dot(reached, reached) / sigma2;
    const mean = (precision * centre + dot(reached, others) / sigma2) / total;
    const found = momentsOf(values);
    // the outcome has a say in it: otherwise the test would be about the prior alone
    expect(total / precision).toBeGreaterThan(1.15);
    expect(Math.abs(found.mean - mean) * Math.sqrt(total)).toBeLessThan(0.06);
    expect(Math.abs(found.sd * Math.sqrt(total) - 1)).toBeLessThan(0.04);
  });
});

describe("imprecise entries of a cause", () => {
  /** Skin follows the true cause one day later; entries carry as much error as the cause moves: reliability one half. */
  function imprecise(seed: number): World & { readonly truth: Float64Array } {
    const truth = white(N, seed, 1);
    const error = white(N, seed, 2);
    const noise = white(N, seed, 3);
    const entries = truth.map((x, t) => x + error[t]);
    const cause = column("cause", "lever", entries, { sds: new Float64Array(N).fill(1) });
    const skin = Float64Array.from({ length: N }, (_, t) => (t > 0 ? truth[t - 1] : 0) + 0.5 * noise[t]);
    return { ...world(cause, skin, WHITE, 0.85, 0.25), truth };
  }

  it("do not shrink the effect: the mean coefficient is within 7 % of the truth in 12 diaries", () => {
    let ratio = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const { outcome, design, system, state } = imprecise(seed);
      const imputer = createImputer(outcome, design, createRandom(seed, 3));
      let present = state;
      let sum = 0;
      // coefficient and entries draw each other, as they do over the kept states
      for (let pass = 0; pass < 150; pass++) {
        const [betas] = imputer.refine(present, system, 1);
        present = { ...present, betas };
        if (pass >= 50) sum += betas[0] / 100;
      }
      ratio += (sum * design.reading.sd) / outcome.candidates[0].filled.sd / 12;
    }
    expect(Math.abs(ratio - 1)).toBeLessThan(0.07);
  });

  it("come nearer to the truth than the entries are, once the outcome has been heard", () => {
    const { truth, outcome, design, system, state } = imprecise(3);
    const imputer = createImputer(outcome, design, createRandom(5));
    const sums = new Float64Array(N);
    for (let pass = 0; pass < 100; pass++) {
      imputer.refine(state, system, 1);
      imputer.seriesOf(0).forEach((x, t) => (sums[t] += x));
    }
    const entries = [...outcome.candidates[0].column.values];
    expect(correlation([...sums], [...truth])).toBeGreaterThan(correlation(entries, [...truth]) + 0.1);
  });
});

describe("a state without edges", () => {
  it("has no coefficients to refine", () => {
    const { outcome, design, system, state } = hidden(1);
    const imputer = createImputer(outcome, design, createRandom(1));
    const empty = { ...state, candidates: [], kernels: [], betas: [], slabs: [], priorMeans: [] };
    expect(imputer.refine(empty, system, 3)).toEqual([[], [], []]);
  });
});
