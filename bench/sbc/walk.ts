/**
 * Which states did the chains visit? The engine's walk once more, with its states handed out.
 *
 * The product's own loop (`src/engine/fit-outcome.ts`) gives summaries only; ranks need draws of the noise law, of delays and of blank cause days. Same
 * chains, same random streams, same burn-in, a state every eighth sweep, completed causes from the engine's own imputer. What the product
 * reports (inclusion, effects, forecasts) is examined on the product's loop, not on this one.
 */
import { createRandom } from "../../src/base/random.ts";
import { createChain } from "../../src/engine/chain.ts";
import type { ChainState } from "../../src/engine/chain-record.ts";
import { buildDesign, type Design } from "../../src/engine/design.ts";
import { createImputer } from "../../src/engine/impute.ts";
import { agreedEvidence } from "../../src/engine/law-jumps.ts";
import { createModel } from "../../src/engine/outcome-model.ts";
import type { AxisProblem } from "../../src/engine/problem.ts";

const BURN_IN = 80;
const SETTLE_AT = 50;
const STATE_EVERY = 8;
const STATES_PER_CHAIN = 30;

/** One day of one cause that is watched. */
export interface Probe {
  readonly candidate: number;
  readonly day: number;
}

export interface Walk {
  readonly design: Design;
  readonly states: readonly {
    readonly state: ChainState;
    /** Value of each probe's cause on its day, SDs around its mean. */
    readonly probed: readonly number[];
  }[];
  /** Whether the engine keeps a noise law in view with no edges in. */
  readonly looksAt: (law: number) => boolean;
}

/** Walks outcome 0 of the problem. Probes are read only where their cause is in. */
export function walkOutcome(problem: AxisProblem, probes: readonly Probe[]): Walk {
  const outcome = problem.outcomes[0];
  const { seed, chains: count } = problem.options;
  const design = buildDesign(problem, outcome, false);
  const { input } = createModel(problem, outcome, design, [], false);
  const chains = Array.from({ length: count }, (_, c) => createChain(input, seed, 0, c));
  const imputers = chains.map((_, c) => createImputer(outcome, design, createRandom(seed, 3, 0, c)));
  for (let s = 0; s < BURN_IN; s++) {
    if (s === SETTLE_AT) {
      const agreed = agreedEvidence(chains.map((chain) => chain.lawEvidence()));
      for (const chain of chains) chain.settle(agreed);
    }
    for (const chain of chains) chain.sweep(false);
  }
  const states: { state: ChainState; probed: readonly number[] }[] = [];
  for (let k = 0; k < STATES_PER_CHAIN; k++) {
    chains.forEach((chain, c) => {
      for (let i = 0; i < STATE_EVERY; i++) chain.sweep(true);
      const state = chain.drawState();
      const betas = imputers[c].refine(state, input.systemOf(state.law), 1)[0];
      states.push({
        state: { ...state, betas },
        probed: probes.map(({ candidate, day }) =>
          state.candidates.includes(candidate) ? imputers[c].seriesOf(candidate)[day] : NaN,
        ),
      });
    });
  }
  const alone = input.evidenceWith([]);
  return { design, states, looksAt: (law) => alone[law] > -Infinity };
}
