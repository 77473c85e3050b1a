import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import type { DailyColumn } from "../daily/table.ts";
import { drawNormal } from "../numeric/normal.ts";
import { buildDesign } from "./design.ts";
import { createImputer } from "./impute.ts";
import { LAGS } from "./kernels.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import { prepareAxis } from "./problem.ts";

const N = 300;

/** Skin follows a white cause one day later, almost without noise; 40 % of the cause's days are hidden. */
function world(seed: number) {
  const random = createRandom(seed, 9);
  const truth = Float64Array.from({ length: N }, () => drawNormal(random));
  const cause = truth.map((x) => (random.uniform() < 0.4 ? NaN : x));
  const skin = Float64Array.from({ length: N }, (_, t) => (t > 0 ? truth[t - 1] : 0) + 0.3 * drawNormal(random));
  const column = (name: string, role: DailyColumn["role"], values: Float64Array): DailyColumn => ({
    name,
    label: name,
    role,
    unit: "points",
    betterIs: "lower",
    values,
    reasons: new Uint8Array(N),
  });
  const prepared = prepareAxis(
    {
      firstDayNumber: 0,
      dayCount: N,
      calendar: "date",
      columns: [column("cause", "lever", cause), column("skin", "skin", skin)],
    },
    { seed: 1 },
  );
  if (!prepared.ok) throw new Error("no problem");
  const outcome = prepared.value.outcomes[0];
  const design = buildDesign(prepared.value, outcome);
  const kernel = new Float64Array(LAGS);
  kernel[1] = 1;
  const law = NOISE_LAWS.findIndex((one) => one.phi === 0 && one.ratio === 0.03);
  const state = { law, candidates: [0], kernels: [kernel], betas: [0.9], sigma2: 0.1, slab: 3 };
  return { truth, cause, outcome, design, state };
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (v: readonly number[]): number => v.reduce((s, x) => s + x, 0) / v.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (u: readonly number[], mu: number, v: readonly number[], mv: number): number =>
    u.reduce((s, x, i) => s + (x - mu) * (v[i] - mv), 0);
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}

describe("missing days of a cause", () => {
  it("are drawn given the outcome: hidden values come back where the outcome shows them", () => {
    const { truth, cause, outcome, design, state } = world(1);
    const imputer = createImputer(outcome, design, createRandom(4, 2));
    const sums = new Float64Array(N);
    for (let pass = 0; pass < 60; pass++) {
      imputer.refine(state);
      if (pass >= 10) imputer.seriesOf(0).forEach((x, t) => (sums[t] += x));
    }
    const hidden = [...cause.keys()].filter((t) => Number.isNaN(cause[t]) && t < N - 1);
    const r = correlation(
      hidden.map((t) => sums[t]),
      hidden.map((t) => truth[t]),
    );
    expect(hidden.length).toBeGreaterThan(80);
    expect(r).toBeGreaterThan(0.85);
  });

  it("never change a recorded day", () => {
    const { cause, outcome, design, state } = world(2);
    const imputer = createImputer(outcome, design, createRandom(4, 2));
    const before = imputer.seriesOf(0).slice();
    imputer.refine(state);
    cause.forEach((x, t) => {
      if (!Number.isNaN(x)) expect(imputer.seriesOf(0)[t]).toBe(before[t]);
    });
    expect(imputer.seriesOf(0).some((x, t) => Number.isNaN(cause[t]) && x !== before[t])).toBe(true);
  });

  it("leave the effect unbiased: the mean coefficient is within 5 % of the truth in 12 diaries", () => {
    let ratio = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const { outcome, design, state } = world(seed);
      const imputer = createImputer(outcome, design, createRandom(seed, 3));
      let sum = 0;
      for (let pass = 0; pass < 60; pass++) {
        const [beta] = imputer.refine(state);
        if (pass >= 20) sum += beta / 40;
      }
      ratio += (sum * design.outcomeSd) / outcome.candidates[0].filled.sd / 12;
    }
    expect(Math.abs(ratio - 1)).toBeLessThan(0.05);
  });
});
