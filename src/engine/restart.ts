/**
 * How does an answer go on from an earlier one when the diary has grown by a day?
 *
 * The ends of the earlier walks, kept by name because columns may have come or gone since. A restart only chooses where the chains begin: the burn-in is
 * shorter, nothing is taken over into the answer. An end that does not fit any more (another law grid, an unknown kernel, a cause that is gone)
 * is dropped and that part starts as ever.
 */
import { MAX_ACTIVE } from "./active-set.ts";
import type { ChainStart } from "./chain-record.ts";
import { KERNELS, OFFSETS } from "./kernels.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import type { OutcomeRestart } from "./posterior.ts";
import type { OutcomeProblem } from "./problem.ts";

/** Starts of the chains of one outcome (by chain number), or an empty list. */
export function startsOf(restarts: readonly OutcomeRestart[], outcome: OutcomeProblem): readonly ChainStart[] {
  const restart = restarts.find((one) => one.outcome === outcome.column.name);
  if (!restart) return [];
  const place = new Map(outcome.candidates.map((candidate, j) => [candidate.column.name, j] as const));
  return restart.chains.flatMap(({ law, slab, edges }) => {
    if (!isIndex(law, NOISE_LAWS.length) || !isIndex(slab, 2)) return [];
    const seen = new Set<number>();
    const fitting = edges.flatMap(({ from, kernel, bank }) => {
      const candidate = place.get(from);
      if (candidate === undefined || seen.has(candidate)) return [];
      if (!isIndex(kernel, KERNELS) || !isIndex(bank, OFFSETS)) return [];
      seen.add(candidate);
      return [{ candidate, kernel, bank }];
    });
    return [{ law, slab, edges: fitting.slice(0, MAX_ACTIVE) }];
  });
}

/** The ends by name, as plain data. */
export function restartOf(outcome: OutcomeProblem, places: readonly ChainStart[]): OutcomeRestart {
  return {
    outcome: outcome.column.name,
    chains: places.map(({ law, slab, edges }) => ({
      law,
      slab,
      edges: edges.map(({ candidate, kernel, bank }) => ({
        from: outcome.candidates[candidate].column.name,
        kernel,
        bank,
      })),
    })),
  };
}

function isIndex(value: number, below: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < below;
}
