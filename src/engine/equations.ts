/**
 * Kept draws of one outcome's equation on the natural scale, for what needs several equations at once (step responses, paths).
 */
import type { ChainState } from "./chain-record.ts";
import type { Design } from "./design.ts";
import type { EquationDraws } from "./equation-draws.ts";
import type { OutcomeProblem } from "./problem.ts";

/** Draws per outcome: the same for all, so that they can be paired. */
const DRAWS = 100;

/** `states`: kept states with refined coefficients, at least one; spread evenly over them. */
export function equationDraws(outcome: OutcomeProblem, design: Design, states: readonly ChainState[]): EquationDraws {
  return {
    to: outcome.column.name,
    toRole: outcome.column.role,
    draws: Array.from({ length: DRAWS }, (_, d) => {
      const state = states[Math.floor(((d + 0.5) * states.length) / DRAWS)];
      return {
        edges: state.candidates.map((j, a) => ({
          from: outcome.candidates[j].column.name,
          effect: (state.betas[a] * state.slope * design.reading.sd) / outcome.candidates[j].filled.sd,
          pulse: state.kernels[a],
        })),
      };
    }),
  };
}
