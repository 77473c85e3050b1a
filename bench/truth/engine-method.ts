/**
 * How does the engine take part in its own examination?
 *
 * Like any other method: it sees the table only. `engineMethod` takes the engine's stepping function as an argument and turns the posterior into
 * claims.
 */
import type { Result } from "../../src/base/result.ts";
import type { DailyTable } from "../../src/daily/table.ts";
import type { AxisError, AxisOptions, AxisPosterior, AxisProgress } from "../../src/engine/posterior.ts";
import type { Method } from "./method.ts";

export type AxisSteps = (
  table: DailyTable,
  options: AxisOptions,
) => Generator<AxisProgress, Result<AxisPosterior, AxisError>>;

/** The engine as a method, at these options; a named error of the engine counts as "reports nothing". */
export function engineMethod(axisSteps: AxisSteps, options: Partial<AxisOptions> = {}, name = "gutskin"): Method {
  return {
    name,
    rule: `this project's engine, Bayesian FDR ${String((options.fdr ?? 0.05) * 100)} % over all pairs`,
    answer: ({ table }, outcomes) => {
      const result = runToEnd(axisSteps(table, { seed: 1, ...options, outcomes }));
      if (!result.ok) return { claims: [] };
      const { edges, outcomes: answered, twoWay } = result.value;
      return {
        claims: edges.map((edge) => ({
          from: edge.from,
          to: edge.to,
          strength: edge.inclusionProbability,
          reported: edge.reported,
          sign: edge.probabilityPositive > 0.5 ? 1 : -1,
          effect: edge.ifReal,
          averaged: edge.averaged,
          delayDays: edge.delay.mean,
          delay80: { low: edge.delay.low80, high: edge.delay.high80 },
        })),
        twoWay:
          (twoWay.gutToSkin.probability ?? 0) > 0.8 &&
          Math.max(twoWay.skinToGut.probability ?? 0, twoWay.skinToGut.viaStressOrSleep ?? 0) > 0.8,
        converged: answered.every((outcome) => outcome.diagnostics.converged),
      };
    },
  };
}

/** Runs a stepping computation to its result. */
export function runToEnd<P, R>(steps: Generator<P, R>): R {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
