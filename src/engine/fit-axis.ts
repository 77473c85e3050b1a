/**
 * Which causes move which outcomes of this one person, how much, after how many days, how sure: the whole estimator, read top to bottom.
 *
 * Per outcome: `fit-outcome.ts`. Then over all outcomes: Bayesian false-discovery rule, groups, the two-way probabilities and the step responses of the
 * joint system. Everything is a generator, so that a worker can show progress and stop between sweeps; outcomes are independent and may run in any
 * number of workers (`prepareAxis`, `outcomeSteps`, `assembleAxis`). Same table, options and seed: same numbers, bit for bit.
 */
import { ok, type Result } from "../base/result.ts";
import type { DailyTable } from "../daily/table.ts";
import { decideDiscoveries, markReported } from "./discovery.ts";
import { firstLookAt, outcomeSteps, type OutcomePart } from "./fit-outcome.ts";
import type { AxisError, AxisOptions, AxisPosterior, AxisProgress, EdgePosterior } from "./posterior.ts";
import { prepareAxis, type AxisProblem } from "./problem.ts";
import { stepResponses } from "./step-response.ts";
import { twoWayOf } from "./two-way.ts";

export { outcomeSteps, type OutcomePart };

/** The whole job as a generator: yields progress, returns the posterior. Errors: `NoOutcome`, `NoUsableOutcome`, `DiaryTooShort`. */
export function* axisSteps(
  table: DailyTable,
  options: AxisOptions,
): Generator<AxisProgress, Result<AxisPosterior, AxisError>> {
  const problem = prepareAxis(table, options);
  if (!problem.ok) return problem;
  const { outcomes } = problem.value;
  const parts: OutcomePart[] = [];
  for (const [outcomeIndex, outcome] of outcomes.entries()) {
    const steps = outcomeSteps(problem.value, outcomeIndex);
    for (;;) {
      const step = steps.next();
      if (step.done) {
        parts.push(step.value);
        break;
      }
      yield {
        outcome: outcome.column.name,
        outcomeIndex,
        outcomeCount: outcomes.length,
        fraction: (outcomeIndex + step.value) / outcomes.length,
      };
    }
  }
  return ok(assembleAxis(problem.value, parts));
}

/** Runs `axisSteps` to the end. Errors: `NoOutcome`, `NoUsableOutcome`, `DiaryTooShort`. */
export function fitAxis(table: DailyTable, options: AxisOptions): Result<AxisPosterior, AxisError> {
  const steps = axisSteps(table, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Joins the parts of all outcomes (in the problem's order): FDR over all edges, groups, two-way probabilities, step responses. */
export function assembleAxis(problem: AxisProblem, parts: readonly OutcomePart[]): AxisPosterior {
  const { fdr, seed } = problem.options;
  const { edges, groups } = decideDiscoveries(
    parts.flatMap((part) => part.edges),
    parts.flatMap((part) => part.groups),
    fdr,
  );
  const causes = problem.table.columns.filter((column) => column.role !== "context");
  return {
    seed,
    fdr,
    days: problem.table.dayCount,
    edges: withDataAlone(edges, fdr),
    outcomes: parts.map((part) => part.outcome),
    unused: [...problem.unused, ...parts.flatMap((part) => part.setAside)],
    twoWay: twoWayOf(parts.map((part) => part.paths)),
    responses: stepResponses(
      parts.map((part) => part.equation),
      causes,
    ),
    groups,
    restart: parts.map((part) => part.restart),
  };
}

/**
 * A first look at all outcomes within a blink, for a screen to show while the whole answer is made: one short walk per outcome under one noise law,
 * values taken as exact, no forecast. `diagnostics.converged` is false and nothing is reported. Errors: those of `fitAxis`.
 */
export function previewAxis(table: DailyTable, options: AxisOptions): Result<AxisPosterior, AxisError> {
  const problem = prepareAxis(table, options);
  if (!problem.ok) return problem;
  const parts = problem.value.outcomes.map((_, index) => firstLookAt(problem.value, index));
  const look = assembleAxis(problem.value, parts);
  return ok({
    ...look,
    edges: look.edges.map((edge) => ({ ...edge, reported: false })),
    groups: look.groups.map((group) => ({ ...group, reported: false })),
  });
}

/** The same rule once more over what the diary alone says, so that both answers name their own findings. */
function withDataAlone(edges: readonly EdgePosterior[], fdr: number): readonly EdgePosterior[] {
  if (edges.every((edge) => edge.dataAlone === null)) return edges;
  const alone = markReported(
    edges.map((edge) => ({
      ...edge,
      inclusionProbability: edge.dataAlone?.inclusionProbability ?? edge.inclusionProbability,
    })),
    fdr,
  );
  return edges.map((edge, i) =>
    edge.dataAlone === null ? edge : { ...edge, dataAlone: { ...edge.dataAlone, reported: alone[i].reported } },
  );
}
