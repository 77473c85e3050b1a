/**
 * What if a diary is so long and has so many columns that they cannot all be weighed together?
 *
 * Then each candidate is looked at alone under the noise law that explains the outcome best without causes, and those that show most, with the best of
 * a bank of kernels, are kept. The others are named, not hidden. Ordinary diaries (10 years x 60 columns) keep everything.
 */
import { createFactor, createScores, kernelNorms, scoreBank } from "./active-set.ts";
import { recallOf, writeLagColumns, type Design } from "./design.ts";
import { inner } from "./fixed-part.ts";
import { createKernelPool, KERNELS, LAGS } from "./kernels.ts";
import { kernelPriors } from "./kernel-prior.ts";
import { bestLaw, noiseEvidence } from "./noise-evidence.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import { createNoiseSystem } from "./noise-system.ts";
import type { Unused } from "./posterior.ts";
import type { AxisProblem, OutcomeProblem } from "./problem.ts";

/** Doubles that one whitened system may hold. */
const MOST_DOUBLES = 6e6;
const USUAL_SLAB = 0.3;

/** The problem with as many candidates as there is room for, and the others by name. O(candidates n LAGS^2) when there are too many, else O(1). */
export function keepPromising(
  problem: AxisProblem,
  outcome: OutcomeProblem,
  design: Design,
): { readonly outcome: OutcomeProblem; readonly setAside: readonly Unused[] } {
  const room = Math.max(4, Math.floor(MOST_DOUBLES / (LAGS * design.days.length)));
  if (outcome.candidates.length <= room) return { outcome, setAside: [] };
  const { days, scales, fixed, y } = design;
  const law = NOISE_LAWS[bestLaw(noiseEvidence(days, y, fixed, scales, (index) => index % 5 === 2))];
  const pools = [createKernelPool(0), createKernelPool(1)];
  const scores = createScores();
  const gains = outcome.candidates.map((candidate) => {
    const write = (_: number, columns: Float64Array, offset: number): void => {
      writeLagColumns(candidate, days, recallOf(outcome), columns, offset);
    };
    const system = createNoiseSystem(law, days, scales, fixed, 1, write, problem.options.createWork);
    const white = system.whiten(y);
    const target = { yy: inner(white, white), xy: system.cross(white), freedom: system.freedom };
    const factor = { ...createFactor(), sse: target.yy };
    const slab = { variance: Float64Array.of(USUAL_SLAB * law.scale), mean: new Float64Array(1) };
    const bank = pools[candidate.firstLag][0];
    const prior = kernelPriors(candidate.firstLag, null);
    const none = { candidate: [], kernel: [] };
    scoreBank(
      scores,
      factor,
      system,
      target,
      none,
      [bank],
      0,
      kernelNorms(system, bank, 0),
      slab,
      prior,
      -1,
      0,
      KERNELS,
    );
    return scores.gain.reduce((best, gain) => Math.max(best, gain), -Infinity);
  });
  const order = gains.map((_, j) => j).sort((a, b) => gains[b] - gains[a] || a - b);
  const stay = new Set(order.slice(0, room));
  return {
    outcome: { ...outcome, candidates: outcome.candidates.filter((_, j) => stay.has(j)) },
    setAside: outcome.candidates.flatMap((candidate, j) =>
      stay.has(j) ? [] : [{ type: "SetAside" as const, column: candidate.column.name, outcome: outcome.column.name }],
    ),
  };
}
