/**
 * Where do the true numbers of one diary lie among what the engine believes after reading it?
 *
 * Simulation-based calibration (Talts et al. 2018, arXiv:1804.06788; Modrák et al. 2023, Bayesian Analysis): truth drawn from the prior, ranked among
 * posterior draws. A place is (rank + u) / (draws + 1), u uniform, ties broken by lot: uniform on 0-1 when the posterior is right. Effects and delays are
 * ranked "given in": among the draws that hold the edge, for edges that are real.
 */
import { createRandom, type Random } from "../../src/base/random.ts";
import { outcomeSteps, type OutcomePart } from "../../src/engine/fit-axis.ts";
import { delayOf } from "../../src/engine/kernels.ts";
import { NOISE_LAWS } from "../../src/engine/noise-grid.ts";
import { prepareAxis, type AxisProblem } from "../../src/engine/problem.ts";
import type { Arm } from "./arm.ts";
import { makeSbcDiary, type SbcDiary } from "./diary.ts";
import { walkOutcome, type Probe } from "./walk.ts";

export const quantities = [
  "effect",
  "size",
  "delay",
  "persistence",
  "noise ratio",
  "reading noise",
  "cause day",
  "forecast day 1",
  "forecast day 3",
  "forecast day 7",
] as const;
export type Quantity = (typeof quantities)[number];

export interface SbcRecord {
  readonly arm: string;
  readonly seed: number;
  readonly seconds: number;
  readonly places: readonly { readonly quantity: Quantity; readonly place: number; readonly draws: number }[];
  /** Every candidate: was it real, and what did the engine say. */
  readonly inclusion: readonly { readonly real: boolean; readonly probability: number }[];
  /** Every real cause: its effect against the reported if-real interval. */
  readonly effects: readonly {
    readonly inside: boolean;
    readonly truth: number;
    readonly mean: number;
    readonly probability: number;
  }[];
  readonly persistence: { readonly truth: number; readonly mean: number };
  readonly level: { readonly real: boolean; readonly probability: number };
  readonly facts: {
    readonly transform: string;
    readonly link: string;
    /** Days were given weights for wild values. */
    readonly heavy: boolean;
    readonly converged: boolean;
    readonly sweeps: number;
    /** The true noise law was among those the engine looked at. */
    readonly lawInView: boolean;
    /** Largest difference between the inclusion probability of the product's loop and the share of watched states. */
    readonly probabilityGap: number;
  };
}

/**
 * null: the engine refused the diary (an outcome that hardly moves); a refusal depends on the data alone and leaves ranks uniform.
 * `oddsFactor` other than 1 gives the engine wrong prior odds for every cause: a control that must show.
 */
export function examine(arm: Arm, seed: number, oddsFactor = 1): SbcRecord | null {
  const started = performance.now();
  const diary = makeSbcDiary(arm, seed);
  const random = createRandom(seed, 7002);
  const wrong = diary.truth.causes.map(({ name }) => ({ from: name, to: "skin", oddsFactor }));
  const prepared = prepareAxis(diary.table, {
    seed,
    outcomes: ["skin"],
    ...(oddsFactor === 1 ? {} : { priors: wrong }),
  });
  if (!prepared.ok) return null;
  const problem = prepared.value;
  const { candidates } = problem.outcomes[0];
  const { causes, law, sigma, future } = diary.truth;
  const probes = probesOf(problem, diary, random);
  const part = runToEnd(problem);
  const walk = walkOutcome(problem, probes);
  const { reading } = walk.design;
  const places: { quantity: Quantity; place: number; draws: number }[] = [];
  const add = (quantity: Quantity, truth: number, draws: readonly number[]): void => {
    if (draws.length > 0) places.push({ quantity, place: placeOf(truth, draws, random), draws: draws.length });
  };

  const watched = walk.states.map(({ state }) => state);
  for (const cause of causes) {
    if (!cause.real) continue;
    const j = candidates.findIndex((candidate) => candidate.column.name === cause.name);
    const drawn = part.equation.draws.flatMap(({ edges }) => edges.filter((edge) => edge.from === cause.name));
    const effects = drawn.map((edge) => edge.effect);
    add("effect", cause.effect, effects);
    add("size", Math.abs(cause.effect), effects.map(Math.abs));
    add(
      "delay",
      cause.delayDays,
      watched.flatMap((state) => {
        const place = state.candidates.indexOf(j);
        return place < 0 ? [] : [delayOf(state.kernels[place])];
      }),
    );
  }
  probes.forEach(({ candidate, day }, k) => {
    const { average, sd } = candidates[candidate].filled;
    const drawn = walk.states.map(({ probed }) => probed[k]).filter((x) => !Number.isNaN(x));
    add("cause day", ((trueSeries(diary, candidates[candidate].column.name)[day] ?? NaN) - average) / sd, drawn);
  });
  const lawsOf = watched.map((state) => NOISE_LAWS[state.law]);
  const trueLaw = NOISE_LAWS[law];
  add(
    "persistence",
    trueLaw.phi,
    lawsOf.map((one) => one.phi),
  );
  add(
    "noise ratio",
    trueLaw.ratio,
    lawsOf.map((one) => one.ratio),
  );
  if (reading.link.transform === "identity") {
    add(
      "reading noise",
      sigma,
      watched.map((state) => Math.sqrt(state.sigma2) * reading.sd),
    );
  }
  for (const [quantity, ahead] of [
    ["forecast day 1", 0],
    ["forecast day 3", 2],
    ["forecast day 7", 6],
  ] as const) {
    add(quantity, future[ahead], part.outcome.forecast[ahead].quantiles);
  }

  const inclusion = causes.map(({ name, real }) => ({
    real,
    probability: part.edges.find((edge) => edge.from === name)?.inclusionProbability ?? NaN,
  }));
  const shares = candidates.map((_, j) => meanOf(watched.map((state) => (state.candidates.includes(j) ? 1 : 0))));
  return {
    arm: arm.name,
    seed,
    seconds: (performance.now() - started) / 1000,
    places,
    inclusion,
    effects: causes.flatMap((cause) => {
      const edge = part.edges.find(({ from }) => from === cause.name);
      if (!cause.real || !edge) return [];
      const { low95, high95, mean } = edge.ifReal;
      const inside = low95 <= cause.effect && cause.effect <= high95;
      return [{ inside, truth: cause.effect, mean, probability: edge.inclusionProbability }];
    }),
    persistence: { truth: trueLaw.phi, mean: part.outcome.persistence },
    level: { real: trueLaw.level > 0, probability: meanOf(lawsOf.map((one) => (one.level > 0 ? 1 : 0))) },
    facts: {
      transform: reading.link.transform,
      link: reading.link.type,
      heavy: walk.design.scales !== null,
      converged: part.outcome.diagnostics.converged,
      sweeps: part.outcome.diagnostics.sweeps,
      lawInView: walk.looksAt(law),
      probabilityGap: Math.max(
        0,
        ...part.edges.map((edge, j) => Math.abs(edge.inclusionProbability - (shares[j] ?? NaN))),
      ),
    },
  };
}

function runToEnd(problem: AxisProblem): OutcomePart {
  const steps = outcomeSteps(problem, 0);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** For every real cause one uncertain day, by lot: blank, or any day when its entries are imprecise. */
function probesOf(problem: AxisProblem, diary: SbcDiary, random: Random): readonly Probe[] {
  return problem.outcomes[0].candidates.flatMap(({ column, filled }, candidate) => {
    const real = diary.truth.causes.some((cause) => cause.name === column.name && cause.real);
    const days = [...column.values.keys()].filter(
      (day) => Number.isNaN(column.values[day]) || (filled.errorVariance?.[day] ?? 0) > 0,
    );
    return real && days.length > 0 ? [{ candidate, day: days[random.below(days.length)] }] : [];
  });
}

function trueSeries(diary: SbcDiary, name: string): Float64Array {
  return diary.truth.causes.find((cause) => cause.name === name)?.series ?? new Float64Array(0);
}

/** (rank + u) / (draws + 1), ties by lot. */
function placeOf(truth: number, draws: readonly number[], random: Random): number {
  const close = 1e-9 * Math.abs(truth);
  let below = 0;
  let equal = 0;
  for (const draw of draws) {
    if (Math.abs(draw - truth) <= close) equal += 1;
    else if (draw < truth) below += 1;
  }
  return (below + random.below(equal + 1) + random.uniform()) / (draws.length + 1);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
