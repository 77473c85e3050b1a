/** Does a score about the last seven days show the same effect, after the same delay, as the days themselves would? */
import { describe, expect, it } from "vitest";
import { column, daily, slow, table, white } from "../../test/support/made-diary.ts";
import { buildDesign, fixedRow, fixedRowOf, smeared, smearedWeights, standardised, writeLagColumns } from "./design.ts";
import { fitAxis } from "./fit-axis.ts";
import { createKernelBank, dailyWeights, KERNELS, LAGS } from "./kernels.ts";
import { prepareAxis, type AxisProblem } from "./problem.ts";
import type { DailyColumn } from "../daily/table.ts";

const T = 400;
const RECALL = 7;
const lever = white(T, 31);
const noise = slow(T, 0.5, 0.8, 33);
/** What each day was: 1.2 up in all after a rise of one SD, two and three days later. */
const dayByDay = daily(T, (t) => 5 + 0.6 * (lever[t - 2] ?? 0) + 0.6 * (lever[t - 3] ?? 0) + 0.5 * noise[t]);
const meanOf = (t: number): number => dayByDay.slice(t - RECALL + 1, t + 1).reduce((sum, z) => sum + z / RECALL, 0);
const weekly = daily(T, (t) => (t >= 6 && t % 4 === 2 ? meanOf(t) : NaN));

const score = (values: Float64Array, more: Partial<DailyColumn> = {}): DailyColumn => ({
  ...column("score", "skin", values),
  ...more,
});
const levers = [column("a", "lever", lever), column("b", "lever", white(T, 32))];

function problemOf(outcome: DailyColumn): AxisProblem {
  const prepared = prepareAxis(table([...levers, outcome]), { seed: 3 });
  if (!prepared.ok) throw new Error(prepared.error.type);
  return prepared.value;
}

describe("a score about several days", () => {
  it("has rows that are the mean of the rows of its days, under any kernel", () => {
    const problem = problemOf(score(weekly, { recallDays: RECALL }));
    const [outcome] = problem.outcomes;
    const { days } = buildDesign(problem, outcome, true);
    const n = days.length;
    const block = new Float64Array(LAGS * n);
    writeLagColumns(outcome.candidates[0], days, RECALL, block, 0);
    const series = standardised(outcome.candidates[0]);
    const bank = createKernelBank(0.2, -0.1, 0);
    for (let m = 0; m < KERNELS; m += 7) {
      const kernel = bank.weights.subarray(m * LAGS, (m + 1) * LAGS);
      const weights = dailyWeights(kernel);
      const wide = smearedWeights(weights, RECALL);
      days.forEach((t, i) => {
        let byDays = 0;
        for (let k = 0; k < RECALL; k++)
          weights.forEach((w, lag) => {
            byDays += (w * (series[t - k - lag] ?? 0)) / RECALL;
          });
        expect(kernel.reduce((sum, w, c) => sum + w * block[c * n + i], 0)).toBeCloseTo(byDays, 10);
        expect(wide.reduce((sum, w, lag) => sum + w * (series[t - lag] ?? 0), 0)).toBeCloseTo(byDays, 10);
      });
    }
  });

  it("leaves everything as it was for one day", () => {
    expect(smeared(lever, 1)).toBe(lever);
    const problem = problemOf(score(dayByDay));
    expect(fixedRowOf(problem, problem.outcomes[0], 40, 400)).toEqual(fixedRow(problem, 40, 400));
  });

  it("is explained with the right size and delay; control: read as one day it seems to come days later", () => {
    const estimate = (recallDays?: number): { size: number; days: number; inclusion: number } => {
      const posterior = fitAxis(table([...levers, score(weekly, recallDays === undefined ? {} : { recallDays })]), {
        seed: 5,
      });
      if (!posterior.ok) throw new Error(posterior.error.type);
      const [edge] = posterior.value.edges.filter(({ from, to }) => from === "a" && to === "score");
      return { size: edge.ifReal.mean, days: edge.delay.mean, inclusion: edge.inclusionProbability };
    };
    const right = estimate(RECALL);
    expect(right.inclusion).toBeGreaterThan(0.95);
    expect(Math.abs(right.size - 1.2)).toBeLessThan(0.3);
    expect(Math.abs(right.days - 2.5)).toBeLessThan(1);
    expect(estimate().days).toBeGreaterThan(4);
  });

  it("is no cause of anything, and says so; a control without the recall is one", () => {
    const skin = column("skin", "skin", slow(T, 0.4, 1, 40));
    const asked = (recallDays: number): readonly string[] => {
      const prepared = prepareAxis(table([...levers, score(dayByDay, { role: "gut", recallDays }), skin]), { seed: 1 });
      if (!prepared.ok) throw new Error(prepared.error.type);
      const causes = prepared.value.outcomes.find(({ column: { name } }) => name === "skin")?.candidates ?? [];
      return [...causes.map((cause) => cause.column.name), ...prepared.value.unused.map(({ type }) => type)];
    };
    expect(asked(RECALL)).toEqual(["a", "b", "RecallIsNoCause"]);
    expect(asked(1)).toEqual(["a", "b", "score"]);
  });
});
