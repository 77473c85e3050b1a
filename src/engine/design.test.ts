import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import { column, daily, slow, table, white } from "../../test/support/made-diary.ts";
import { createChain } from "./chain.ts";
import { buildDesign, fixedRow, standardised, writeLagColumns, writeLagsOf } from "./design.ts";
import { createKernelBank, dailyWeights, KERNELS, LAGS } from "./kernels.ts";
import { createModel } from "./outcome-model.ts";
import type { AxisOptions } from "./posterior.ts";
import { prepareAxis, type AxisProblem } from "./problem.ts";

function problemOf(columns: Parameters<typeof table>[0], options: Partial<AxisOptions> = {}): AxisProblem {
  const prepared = prepareAxis(table(columns), { seed: 1, ...options });
  if (!prepared.ok) throw new Error(prepared.error.type);
  return prepared.value;
}

describe("lag columns", () => {
  const T = 130;
  const series = white(T, 1);
  const days = Int32Array.from({ length: 40 }, (_, i) => 3 * i + 5);
  const n = days.length;
  const at = (t: number): number => (t >= 0 && t < T ? series[t] : 0);

  it.each([0, 1])(
    "are the value so many days before, then means of whole weeks, 0 before the diary; smallest lag %s",
    (first) => {
      const block = new Float64Array(LAGS * n + 2).fill(9);
      writeLagsOf(series, first as 0 | 1, days, block, 1);
      days.forEach((t, i) => {
        for (let lag = 0; lag < 15; lag++) expect(block[1 + lag * n + i]).toBe(lag < first ? 0 : at(t - lag));
        for (let week = 0; week < 10; week++) {
          let mean = 0;
          for (let d = 15 + 7 * week; d < 22 + 7 * week; d++) mean += at(t - d) / 7;
          expect(block[1 + (15 + week) * n + i]).toBeCloseTo(mean, 12);
        }
      });
      expect([block[0], block[LAGS * n + 1]]).toEqual([9, 9]);
    },
  );

  it("under any kernel are what its daily weights make of the days", () => {
    const block = new Float64Array(LAGS * n);
    writeLagsOf(series, 0, days, block, 0);
    const bank = createKernelBank(0.3, 0.1, 0);
    for (let m = 0; m < KERNELS; m += 5) {
      const kernel = bank.weights.subarray(m * LAGS, (m + 1) * LAGS);
      const weights = dailyWeights(kernel);
      days.forEach((t, i) => {
        const byColumns = kernel.reduce((sum, w, c) => sum + w * block[c * n + i], 0);
        const byDays = weights.reduce((sum, w, lag) => sum + w * at(t - lag), 0);
        expect(byColumns).toBeCloseTo(byDays, 12);
      });
    }
  });

  it("are those of the cause in SDs around its mean", () => {
    const cause = series.map((x) => 40 + 12 * x);
    const problem = problemOf([column("a", "lever", cause), column("skin", "skin", white(T, 2))]);
    const [candidate] = problem.outcomes[0].candidates;
    const z = standardised(candidate);
    let [mean, square] = [0, 0];
    z.forEach((x) => {
      mean += x / T;
      square += (x * x) / (T - 1);
    });
    expect(mean).toBeCloseTo(0, 10);
    expect(square).toBeCloseTo(1, 10);
    const block = new Float64Array(LAGS * n);
    writeLagColumns(candidate, days, 1, block, 0);
    expect(block[3 * n + 7]).toBe(z[days[7] - 3]);
  });
});

describe("the always-in row of a day", () => {
  it("has six weekday contrasts that sum to nothing over a week, from 28 recorded days on", () => {
    const problem = problemOf([column("skin", "skin", white(60, 1))]);
    expect(fixedRow(problem, 3, 27)).toHaveLength(2);
    const week = Array.from({ length: 7 }, (_, t) => fixedRow(problem, t, 60));
    for (let c = 1; c < 7; c++) expect(week.reduce((sum, row) => sum + row[c], 0)).toBe(0);
    expect(new Set(week.map((row) => row.slice(1, 7).join())).size).toBe(7);
  });

  it("keeps trend and context at rest beyond the diary", () => {
    const illness = daily(60, (t) => (t >= 20 && t < 24 ? 1 : 0));
    const problem = problemOf([column("ill", "context", illness), column("skin", "skin", white(60, 1))]);
    const [last, beyond] = [59, 66].map((t) => fixedRow(problem, t, 60));
    // the same weekday a week later: intercept, weekday and trend as on the last day
    expect(beyond.slice(0, 8)).toEqual(last.slice(0, 8));
    expect(beyond.slice(8)).toEqual([0, 0]);
    // two weeks after an episode are told apart from it
    const after = (t: number): number => fixedRow(problem, t, 60)[9];
    expect([19, 22, 24, 37, 38].map(after)).toEqual([0, 0, 1, 1, 0]);
  });
});

describe("days without an entry, taken as worse ones", () => {
  const n = 200;
  const random = createRandom(3);
  const scattered = Array.from({ length: n }, () => random.uniform() < 0.4);

  it.each([
    ["scattered", 0.9, (t: number) => scattered[t]],
    ["in runs of ten, nothing persisting", 0, (t: number) => t % 30 < 10],
    ["in runs of ten, much persisting", 0.9, (t: number) => t % 30 < 10],
    ["in runs of thirty, much persisting", 0.9, (t: number) => t % 60 < 30],
  ] as const)("lie about one SD on the worse side of the others and do not drift away: %s", (_, phi, missing) => {
    const skin = slow(n, phi, 0.7, 5).map((x, t) => (missing(t) ? NaN : x));
    const problem = problemOf([column("a", "lever", white(n, 8)), column("skin", "skin", skin)], {
      missingOutcomes: "worse-days",
    });
    const design = buildDesign(problem, problem.outcomes[0], false);
    expect(design.days).toHaveLength(design.days[design.days.length - 1] - design.days[0] + 1);
    const chain = createChain(createModel(problem, problem.outcomes[0], design, [], false).input, 1, 0, 0);
    for (let s = 0; s < 100; s++) chain.sweep(false);
    const rounds = 60;
    let gap = 0;
    for (let s = 0; s < rounds; s++) {
      chain.sweep(false);
      const { y } = chain.drawState();
      let [hidden, seen, count] = [0, 0, 0];
      design.days.forEach((t, i) => {
        if (missing(t)) {
          hidden += y[i];
          count += 1;
        } else seen += y[i];
      });
      gap += (hidden / count - seen / (design.days.length - count)) / rounds;
    }
    // what the neighbours tell of the hidden days moves it a little to either side
    expect(gap).toBeGreaterThan(0.6);
    expect(gap).toBeLessThan(1.5);
  });
});
