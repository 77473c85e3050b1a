/**
 * How does the engine take part in its own examination?
 *
 * Like any other method: it sees the table only. `engineMethod` takes the engine's stepping function as an argument and turns the posterior into
 * claims and forecasts.
 */
import type { Result } from "../../src/base/result.ts";
import type { DailyTable } from "../../src/daily/table.ts";
import type {
  AxisError,
  AxisOptions,
  AxisPosterior,
  AxisProgress,
  ForecastPoint,
  Interval95,
} from "../../src/engine/posterior.ts";
import { bayesianThreshold, type Forecast, type Method } from "./method.ts";

export type AxisSteps = (
  table: DailyTable,
  options: AxisOptions,
) => Generator<AxisProgress, Result<AxisPosterior, AxisError>>;

/** Parts of the posterior that are scored where they are there. */
interface Finer {
  readonly low80?: number;
  readonly high80?: number;
  readonly quantiles?: readonly number[];
}

/** The engine as a method, at these options; a named error of the engine counts as "reports nothing". */
export function engineMethod(axisSteps: AxisSteps, options: Partial<AxisOptions> = {}, name = "gutskin"): Method {
  return {
    name,
    rule: `this project's engine, Bayesian FDR ${String((options.fdr ?? 0.05) * 100)} % over all pairs`,
    answer: ({ table }, outcomes) => {
      const result = runToEnd(axisSteps(table, { seed: 1, ...options, outcomes }));
      if (!result.ok) return { claims: [] };
      const { edges, outcomes: answered, twoWay } = result.value;
      const atTen = bayesianThreshold(
        edges.map((edge) => edge.inclusionProbability),
        0.1,
      );
      return {
        claims: edges.map((edge) => ({
          from: edge.from,
          to: edge.to,
          strength: edge.inclusionProbability,
          reported: edge.reported,
          reported10: edge.reported || edge.inclusionProbability >= atTen,
          sign: edge.probabilityPositive > 0.5 ? 1 : -1,
          effect: sizedEffect(edge.ifReal),
          averaged: edge.averaged,
          delayDays: edge.delay.mean,
          delay80: { low: edge.delay.low80, high: edge.delay.high80 },
        })),
        twoWay:
          (twoWay.gutToSkin.probability ?? 0) > 0.8 &&
          Math.max(twoWay.skinToGut.probability ?? 0, twoWay.skinToGut.viaStressOrSleep ?? 0) > 0.8,
        converged: answered.every((outcome) => outcome.diagnostics.converged),
        forecasts: answered.flatMap(({ name: outcome, forecast }) =>
          forecast.flatMap((point) => toForecast(outcome, point)),
        ),
      };
    },
  };
}

function sizedEffect({ mean, low95, high95, low80, high80 }: Interval95 & Finer): {
  mean: number;
  low95: number;
  high95: number;
  low80?: number;
  high80?: number;
} {
  return { mean, low95, high95, ...(low80 === undefined || high80 === undefined ? {} : { low80, high80 }) };
}

/** Only forecasts with all 19 quantiles can be scored. */
function toForecast(outcome: string, { horizonDays, mean, quantiles }: ForecastPoint & Finer): readonly Forecast[] {
  return quantiles?.length === 19 ? [{ outcome, horizonDays, mean, quantiles }] : [];
}

/** Runs a stepping computation to its result. */
export function runToEnd<P, R>(steps: Generator<P, R>): R {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
