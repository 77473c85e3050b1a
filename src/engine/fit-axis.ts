/**
 * Which causes move which outcomes of this one person, how much, after how many days, how sure: the whole estimator, read top to bottom.
 *
 * Per outcome: design -> whitened systems per noise law -> four seeded chains -> diagnostics (continued by themselves until the chains have met or
 * the limit is reached) -> summary per edge. Then over all outcomes: Bayesian false-discovery rule and the two-way probabilities.
 * Everything is a generator, so that a worker can show progress and stop between sweeps; outcomes are independent and may run in any number
 * of workers (`prepareAxis`, `outcomeSteps`, `assembleAxis`). Same table, options and seed: same numbers, bit for bit.
 */
import { createRandom } from "../base/random.ts";
import { ok, type Result } from "../base/result.ts";
import type { DailyTable } from "../daily/table.ts";
import { cautionsOf } from "./cautions.ts";
import { createChain } from "./chain.ts";
import type { ChainInput, ChainState } from "./chain-record.ts";
import { collect, convergence, createCollected, type Collected, type Convergence } from "./collect.ts";
import { buildDesign, type Design } from "./design.ts";
import { markReported } from "./discovery.ts";
import { outlook } from "./forecast.ts";
import { createImputer } from "./impute.ts";
import { createKernelPool, kernelPriors, LAGS, OFFSETS } from "./kernels.ts";
import { columnProducts, type ColumnProducts } from "./active-set.ts";
import { noiseEvidence } from "./noise-evidence.ts";
import { NOISE_LAWS } from "./noise-grid.ts";
import type {
  AxisError,
  AxisOptions,
  AxisPosterior,
  AxisProgress,
  EdgePosterior,
  OutcomePosterior,
} from "./posterior.ts";
import { prepareAxis, type AxisProblem, type OutcomeProblem } from "./problem.ts";
import { summariseEdge } from "./summarise.ts";
import { twoWayOf, type PathDraws } from "./two-way.ts";
import { whitenSystem, type WhitenedSystem } from "./whiten.ts";

const BURN_IN = 100;
/** Continue at most to this multiple of the asked sweeps. */
const MOST_ROUNDS = 4;
/** Every so many sweeps a state is kept: missing causes are drawn, and the forecast starts from it. */
const STATE_EVERY = 4;
/** Sweeps between two progress reports: bounds the time to a stop. */
const PROGRESS_EVERY = 10;

const R_HAT_LIMIT = 1.01;
const PIP_SPREAD_LIMIT = 0.05;
const ESS_LIMIT = 400;

/** One outcome's part of the answer; plain data, so that it can cross a worker boundary. */
export interface OutcomePart {
  readonly outcome: OutcomePosterior;
  readonly edges: readonly EdgePosterior[];
  readonly paths: PathDraws;
}

/** The whole job as a generator: yields progress, returns the posterior. Errors: `NoOutcome`, `NoUsableOutcome`, `DiaryTooShort`. */
export function* axisSteps(
  table: DailyTable,
  options: AxisOptions,
): Generator<AxisProgress, Result<AxisPosterior, AxisError>> {
  const problem = prepareAxis(table, options);
  if (!problem.ok) return problem;
  const count = problem.value.outcomes.length;
  const parts: OutcomePart[] = [];
  for (let index = 0; index < count; index++) {
    const steps = outcomeSteps(problem.value, index);
    for (;;) {
      const step = steps.next();
      if (step.done) {
        parts.push(step.value);
        break;
      }
      yield {
        outcome: problem.value.outcomes[index].column.name,
        outcomeIndex: index,
        outcomeCount: count,
        fraction: (index + step.value) / count,
      };
    }
  }
  return ok(assembleAxis(problem.value, parts));
}

/** Runs the whole job at once. */
export function fitAxis(table: DailyTable, options: AxisOptions): Result<AxisPosterior, AxisError> {
  const steps = axisSteps(table, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** One outcome, independent of the others. Yields the fraction done (0-1). */
export function* outcomeSteps(problem: AxisProblem, index: number): Generator<number, OutcomePart> {
  const outcome = problem.outcomes[index];
  const { seed, chains: chainCount, sweeps } = problem.options;
  const design = buildDesign(problem, outcome);
  const input = chainInput(problem, outcome, design);
  const p = outcome.candidates.length;
  const chains = Array.from({ length: chainCount }, (_, c) => createChain(input, seed, index, c));
  const imputers = chains.map((_, c) => createImputer(outcome, design, createRandom(seed, 3, index, c)));
  const collected = createCollected(p, chainCount);
  const states: ChainState[] = [];

  let met: Convergence;
  let kept = 0;
  let rounds = 0;
  let work = 0;
  for (;;) {
    rounds += 1;
    for (let c = 0; c < chainCount; c++) {
      if (rounds === 1) {
        for (let s = 0; s < BURN_IN; s++) {
          // what proposals look at is adapted once, with time left to settle before anything is kept
          if (s === (3 * BURN_IN) / 5) chains[c].settle();
          chains[c].sweep(false);
        }
      }
      for (let s = 0; s < sweeps; s++) {
        const record = chains[c].sweep(true);
        if (record) collect(collected, c, record);
        if (s % STATE_EVERY === 0) {
          const state = chains[c].drawState();
          const betas = imputers[c].refine(state);
          states.push({ ...state, betas });
          state.candidates.forEach((j, a) => collected.refined[j].push(betas[a]));
        }
        work += 1;
        if (work % PROGRESS_EVERY === 0) yield progressOf(work / (sweeps * chainCount));
      }
    }
    kept += sweeps;
    met = convergence(collected);
    if (hasMet(met) || rounds >= MOST_ROUNDS) break;
  }
  const view = outlook(problem, outcome, design, states, createRandom(seed, 2, index));
  const cautions = cautionsOf(outcome, collected);
  return {
    outcome: {
      name: outcome.column.name,
      role: outcome.column.role,
      unit: outcome.column.unit,
      recordedDays: design.days.length,
      sd: design.outcomeSd,
      diagnostics: { rHat: met.rHat, ess: met.ess, pipSpread: met.pipSpread, converged: hasMet(met), sweeps: kept },
      forecast: view.forecast,
      persistence: meanPersistence(collected),
      explainedShare: view.explainedShare,
    },
    edges: outcome.candidates.map((candidate, j) =>
      summariseEdge(outcome, candidate, design, collected, j, cautions[j]),
    ),
    paths: pathDraws(outcome, collected),
  };
}

/** Joins the parts of all outcomes (in the problem's order): FDR over all edges, two-way probabilities. */
export function assembleAxis(problem: AxisProblem, parts: readonly OutcomePart[]): AxisPosterior {
  return {
    seed: problem.options.seed,
    fdr: problem.options.fdr,
    days: problem.table.dayCount,
    edges: markReported(
      parts.flatMap((part) => part.edges),
      problem.options.fdr,
    ),
    outcomes: parts.map((part) => part.outcome),
    unused: problem.unused,
    twoWay: twoWayOf(parts.map((part) => part.paths)),
  };
}

/** Fraction shown after so many rounds of work: how many will be needed is not known, so it slows down instead of jumping back. */
function progressOf(rounds: number): number {
  return rounds / (rounds + 0.35);
}

function hasMet(met: Convergence): boolean {
  return met.rHat < R_HAT_LIMIT && met.pipSpread < PIP_SPREAD_LIMIT && met.ess > ESS_LIMIT;
}

export function chainInput(problem: AxisProblem, outcome: OutcomeProblem, design: Design): ChainInput {
  const systems = new Map<number, WhitenedSystem>();
  const systemOf = (law: number): WhitenedSystem => {
    const known = systems.get(law);
    if (known) return known;
    const system = whitenSystem(NOISE_LAWS[law], design.days, design.scales, design.y, design.fixed, design.lags);
    systems.set(law, system);
    return system;
  };
  const poolByFirstLag = [createKernelPool(0), createKernelPool(1)];
  const pools = outcome.candidates.map((candidate) => poolByFirstLag[candidate.firstLag]);
  const p = outcome.candidates.length;
  const products = new Map<number, ColumnProducts>();
  return {
    p,
    pools,
    kinds: outcome.candidates.map((candidate) => candidate.firstLag),
    kernelPriors: outcome.candidates.map((candidate) => kernelPriors(candidate.firstLag, candidate.column.delayDays)),
    evidenceWith: (edges) =>
      noiseEvidence(
        design.days,
        design.y,
        [...design.fixed, ...edges.map((edge) => edgeColumn(design, edge.candidate, edge.kernel))],
        design.scales,
      ),
    systemOf,
    productsOf: (law, j, offset) => {
      const key = (law * p + j) * OFFSETS + offset;
      const known = products.get(key);
      if (known) return known;
      const made = columnProducts(systemOf(law), pools[j][offset], j);
      products.set(key, made);
      return made;
    },
  };
}

/** n values: the lag columns of one candidate under a kernel. */
function edgeColumn(design: Design, j: number, kernel: Float64Array): Float64Array {
  const n = design.days.length;
  const column = new Float64Array(n);
  for (let lag = 0; lag < LAGS; lag++) {
    const offset = (j * LAGS + lag) * n;
    for (let i = 0; i < n; i++) column[i] += kernel[lag] * design.lags[offset + i];
  }
  return column;
}

function meanPersistence(collected: Collected): number {
  const all = collected.chains.flatMap((chain) => chain.phi);
  return all.reduce((sum, value) => sum + value, 0) / all.length;
}

function pathDraws(outcome: OutcomeProblem, collected: Collected): PathDraws {
  const anyFrom: Record<string, number> = {};
  const roles = new Set(outcome.candidates.map((candidate) => candidate.column.role));
  for (const role of roles) {
    let hits = 0;
    let total = 0;
    for (const chain of collected.chains) {
      for (const active of chain.active) {
        total += 1;
        if (outcome.candidates.some((candidate, j) => candidate.column.role === role && active[j] === 1)) hits += 1;
      }
    }
    anyFrom[role] = hits / total;
  }
  return { role: outcome.column.role, name: outcome.column.name, anyFrom };
}
