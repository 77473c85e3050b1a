/**
 * One outcome from its design to its part of the answer.
 *
 * Design -> whitened systems per noise law -> four seeded chains in turns -> diagnostics (continued by themselves until the chains have met, the limit is
 * reached or time is up) -> summary per edge. With prior knowledge the outcome is calculated twice: as the diary alone shows it, and together.
 */
import { createRandom } from "../base/random.ts";
import { cautionsOf } from "./cautions.ts";
import { createChain } from "./chain.ts";
import type { ChainStart, ChainState } from "./chain-record.ts";
import { collect, convergence, createCollected, inclusionOf, type Collected, type Convergence } from "./collect.ts";
import { buildDesign, type Design } from "./design.ts";
import type { EquationDraws } from "./equation-draws.ts";
import { equationDraws } from "./equations.ts";
import { outlook } from "./forecast.ts";
import { inseparableGroups } from "./groups.ts";
import { createImputer } from "./impute.ts";
import { createModel, type OutcomeModel } from "./outcome-model.ts";
import type {
  EdgePosterior,
  EdgePrior,
  InseparableGroup,
  OutcomePosterior,
  OutcomeRestart,
  Unused,
} from "./posterior.ts";
import type { AxisProblem, OutcomeProblem } from "./problem.ts";
import { restartOf, startsOf } from "./restart.ts";
import { agreedEvidence } from "./law-jumps.ts";
import { keepPromising } from "./set-aside.ts";
import { skippedAfterWorse } from "./skipped-days.ts";
import { summariseEdge } from "./summarise.ts";
import type { PathDraws } from "./two-way.ts";

/** What a walk takes: the whole answer, or a first look within a blink. */
interface Plan {
  readonly chains: number;
  readonly burnIn: number;
  /** Sweep of the burn-in at which all chains agree on the noise laws to walk on; after it they settle again. */
  readonly settleAt: number;
  readonly sweeps: number;
  readonly mostRounds: number;
  readonly firstLook: boolean;
}

const BURN_IN = { burnIn: 80, settleAt: 50 };
/** From where an earlier walk ended. */
const SHORT_BURN_IN = { burnIn: 30, settleAt: 10 };
const FIRST_LOOK = { chains: 1, burnIn: 10, settleAt: -1, sweeps: 20, mostRounds: 1, firstLook: true };
/** Continue at most to this multiple of the asked sweeps. */
const MOST_ROUNDS = 10;
/** The chains take turns of so many sweeps: bounds the time to a stop with chains of equal length. */
const TURN = 10;
/** Every so many sweeps a state is kept: uncertain causes are drawn, and the forecast starts from it. */
const STATE_EVERY = 8;
/** Draws of the coefficients from each kept state. */
const DRAWS_PER_STATE = 4;
/** States looked at for the forecast. */
const MOST_OUTLOOKS = 240;

const R_HAT_LIMIT = 1.01;
const PIP_SPREAD_LIMIT = 0.05;
const ESS_LIMIT = 400;

/** One outcome's part of the answer; plain data, so that it can cross a worker boundary. */
export interface OutcomePart {
  readonly outcome: OutcomePosterior;
  readonly edges: readonly EdgePosterior[];
  readonly groups: readonly InseparableGroup[];
  readonly paths: PathDraws;
  readonly equation: EquationDraws;
  readonly restart: OutcomeRestart;
  /** Candidates that this outcome had no room for. */
  readonly setAside: readonly Unused[];
}

/** Yields the fraction done (0-1), returns the part. `index`: place in the problem's outcomes. */
export function* outcomeSteps(problem: AxisProblem, index: number): Generator<number, OutcomePart> {
  const given = problem.outcomes[index];
  const design = buildDesign(problem, given, false);
  yield 0.01;
  const { outcome, setAside } = keepPromising(problem, given, design);
  const { chains, sweeps, restart } = problem.options;
  const starts = startsOf(restart, outcome);
  const plan: Plan = {
    ...(starts.length >= chains ? SHORT_BURN_IN : BURN_IN),
    chains,
    sweeps,
    mostRounds: MOST_ROUNDS,
    firstLook: false,
  };
  const priors = problem.options.priors.filter((prior) => prior.to === outcome.column.name);
  const rounds = priors.length > 0 ? 2 : 1;
  const alone = yield* walk(problem, outcome, index, design, [], plan, starts, (fraction) => fraction / rounds);
  const together =
    priors.length > 0
      ? yield* walk(problem, outcome, index, design, priors, plan, starts, (fraction) => 0.5 + fraction / 2)
      : alone;
  const edges = together.edges.map((edge, j) => {
    if (priors.length === 0) return edge;
    const { inclusionProbability, averaged, ifReal } = alone.edges[j];
    return { ...edge, dataAlone: { inclusionProbability, averaged, ifReal, reported: false } };
  });
  return { ...together, edges, setAside };
}

/** One outcome at a glance: one short walk under one noise law, exact values, no forecast. Nothing in it has been checked by a second chain. */
export function firstLookAt(problem: AxisProblem, index: number): OutcomePart {
  const given = problem.outcomes[index];
  const design = buildDesign(problem, given, true);
  const { outcome, setAside } = keepPromising(problem, given, design);
  const steps = walk(problem, outcome, index, design, [], FIRST_LOOK, [], (fraction) => fraction);
  for (;;) {
    const step = steps.next();
    if (step.done) return { ...step.value, setAside };
  }
}

function* walk(
  problem: AxisProblem,
  outcome: OutcomeProblem,
  index: number,
  design: Design,
  priors: readonly EdgePrior[],
  plan: Plan,
  starts: readonly ChainStart[],
  shown: (fraction: number) => number,
): Generator<number, Omit<OutcomePart, "setAside">> {
  const { seed } = problem.options;
  const { chains: chainCount, sweeps } = plan;
  const model = createModel(problem, outcome, design, priors, plan.firstLook);
  yield shown(0.02);
  const { input } = model;
  const chains = Array.from({ length: chainCount }, (_, c) => createChain(input, seed, index, c, starts[c]));
  const imputers = chains.map((_, c) => createImputer(outcome, design, createRandom(seed, 3, index, c)));
  const collected = createCollected(input.p, chainCount);
  const states: ChainState[] = [];
  const clock = deadlineOf(problem, index);

  for (let s = 0; s < plan.burnIn && !clock(); s += TURN) {
    // what proposals look at is adapted once, with time left to settle before anything is kept
    if (s === plan.settleAt) {
      const agreed = agreedEvidence(chains.map((chain) => chain.lawEvidence()));
      for (const chain of chains) chain.settle(agreed);
    }
    for (const chain of chains) {
      for (let i = 0; i < TURN; i++) {
        chain.sweep(false);
        yield shown(0.02 + (0.1 * s) / plan.burnIn);
      }
    }
  }
  let met: Convergence;
  let kept = 0;
  let stoppedEarly: boolean;
  for (;;) {
    for (let c = 0; c < chainCount; c++) {
      for (let i = 0; i < TURN; i++) {
        const record = chains[c].sweep(true);
        if (record) collect(collected, c, record);
        if (!plan.firstLook && (kept + i) % STATE_EVERY === STATE_EVERY - 1)
          keepState(model, chains[c].drawState(), imputers[c], collected, states);
        yield shown(0.12 + 0.85 * progressOf((kept + (TURN * c + i + 1) / chainCount) / sweeps));
      }
    }
    kept += TURN;
    stoppedEarly = clock();
    const due = kept >= sweeps && kept % (Math.ceil(sweeps / 3 / TURN) * TURN) === 0;
    if (!due && !stoppedEarly) continue;
    met = convergence(collected, input.latent !== null);
    if (hasMet(met) || kept >= plan.mostRounds * sweeps || stoppedEarly) break;
  }
  if (states.length === 0) for (const chain of chains) states.push(chain.drawState());
  yield shown(0.98);
  const every = Math.ceil(states.length / MOST_OUTLOOKS);
  const view = outlook(
    problem,
    outcome,
    design,
    plan.firstLook ? [] : states.filter((_, d) => d % every === 0),
    input.systemOf,
    model.signalOf,
    createRandom(seed, 2, index),
  );
  yield shown(0.99);
  const inclusion = outcome.candidates.map((_, j) => inclusionOf(collected, j).mean);
  const correlation = model.correlationUnder(collected);
  const cautions = cautionsOf(outcome, collected, model.keptShare(collected), correlation);
  const part = {
    outcome: {
      name: outcome.column.name,
      role: outcome.column.role,
      unit: outcome.column.unit,
      recordedDays: design.recordedDays,
      sd: design.reading.sd,
      link: design.reading.link,
      beside: outcome.beside?.name ?? null,
      diagnostics: {
        rHat: met.rHat,
        ess: met.ess,
        pipSpread: met.pipSpread,
        converged: hasMet(met),
        sweeps: kept,
      },
      stoppedEarly: stoppedEarly && !hasMet(met),
      skippedAfterWorse: skippedAfterWorse(outcome.column.values, outcome.column.betterIs),
      forecast: view.forecast,
      persistence: meanPersistence(collected),
      explainedShare: view.explainedShare,
    },
    edges: outcome.candidates.map((candidate, j) =>
      summariseEdge(outcome, candidate, design, collected, j, model.priorSdOf(j), cautions[j]),
    ),
    groups: inseparableGroups({
      to: outcome.column.name,
      names: outcome.candidates.map((candidate) => candidate.column.name),
      inclusion,
      active: collected.chains.flatMap((chain) => chain.active),
      correlation,
    }),
    paths: pathDraws(outcome, collected),
    equation: equationDraws(outcome, design, states),
    restart: restartOf(
      outcome,
      chains.map((chain) => chain.place()),
    ),
  };
  model.release();
  return part;
}

function keepState(
  model: OutcomeModel,
  state: ChainState,
  imputer: ReturnType<typeof createImputer>,
  collected: Collected,
  states: ChainState[],
): void {
  const draws = imputer.refine(state, model.input.systemOf(state.law), DRAWS_PER_STATE);
  states.push({ ...state, betas: draws[0] });
  state.candidates.forEach((j, a) => {
    for (const betas of draws) collected.refined[j].push(betas[a] * state.slope);
  });
}

/** True when the part of the time budget that ends with this outcome is over. */
function deadlineOf(problem: AxisProblem, index: number): () => boolean {
  const { now, timeBudgetMilliseconds } = problem.options;
  if (now === null || timeBudgetMilliseconds === Infinity) return () => false;
  const until = problem.startedAt + (timeBudgetMilliseconds * (index + 1)) / problem.outcomes.length;
  return () => now() >= until;
}

/** Fraction shown after so many rounds of work: how many will be needed is not known, so it slows down instead of jumping back. */
function progressOf(rounds: number): number {
  return rounds / (rounds + 0.35);
}

function hasMet(met: Convergence): boolean {
  return met.rHat < R_HAT_LIMIT && met.pipSpread < PIP_SPREAD_LIMIT && met.ess > ESS_LIMIT;
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
