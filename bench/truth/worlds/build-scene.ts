/**
 * How is a scene put together from the few things in which its family is special?
 *
 * `buildScene` takes levers, edges and per-state extras and fills in the usual: four states (gut, skin, stress, sleep) with weekday pattern, drift
 * and an error scaled so that the SD comes out near its target, kernels for all pairs without an effect, and blanks.
 */
import type { DailyColumn, Role } from "../../../src/daily/table.ts";
import type { Chance } from "../chance.ts";
import { pairKey, type WorldFamily } from "../diary.ts";
import { autocovariance, drawErrorLaw, drawErrors, sampleAutocovariance, type ErrorLaw } from "../errors.ts";
import { drawKernel, type TrueKernel } from "../kernels.ts";
import { leverLaws, amountOf, type LeverLaw } from "../levers.ts";
import { momentsOf } from "../simulate.ts";
import { states as stateNames, type MissingRule } from "../world.ts";
import { scoreLink, type Link } from "./links.ts";
import {
  sceneAhead,
  sceneRunIn,
  weekdayOfRow,
  type ContextPlan,
  type LeverPlan,
  type Reverse,
  type Scene,
  type SceneEdge,
  type StatePlan,
} from "./scene.ts";

export interface StateSpec {
  readonly name: string;
  readonly role: Role;
  readonly unit?: string;
  readonly betterIs?: DailyColumn["betterIs"];
  readonly mean: number;
  readonly sd: number;
  readonly link: Link;
  readonly law: ErrorLaw;
  readonly partOf?: readonly string[];
}

/** What else moves a state, each in SDs of the state, all rows; the oracle is told each of them. */
export type Extras = ReadonlyMap<string, readonly Float64Array[]>;

/** An error of another making, in SDs of the state: its values, autocovariance and, if told day by day, white variance. */
export interface OwnError {
  readonly values: Float64Array;
  readonly autocovariance: Float64Array;
  readonly dayVariance?: Float64Array;
}

export interface SceneParts {
  readonly family: WorldFamily;
  readonly variant: string;
  readonly days: number;
  readonly levers: readonly LeverPlan[];
  readonly edges: readonly SceneEdge[];
  readonly states?: readonly StateSpec[];
  /** States that are readings of one and the same latent state (the sides of stool form): they share level, error and luck with the first. */
  readonly twins?: readonly string[];
  readonly extras?: Extras;
  readonly ownErrors?: ReadonlyMap<string, OwnError>;
  readonly reverse?: readonly Reverse[];
  readonly contexts?: readonly ContextPlan[];
  readonly weekdaySd?: number;
  /** Largest drift of a state over the diary, SDs. */
  readonly drift?: number;
  readonly missing?: MissingRule;
  readonly write?: Scene["write"];
  readonly wellSpecified?: boolean;
  /** Kernel that an absent edge would have had; absent = a fast one. */
  readonly kernelOf?: (from: string, to: string) => TrueKernel;
}

/** Run-in, diary and days ahead. */
export function rowsFor(days: number): number {
  return sceneRunIn + days + sceneAhead;
}

/** The scene of these parts. */
export function buildScene(chance: Chance, parts: SceneParts): Scene {
  const rows = rowsFor(parts.days);
  const specs = parts.states ?? usualStates(chance);
  const planned = specs.map((spec) => planState(chance, spec, parts, rows));
  const [first] = planned.filter((state) => parts.twins?.includes(state.name));
  const states = planned.map((state) => {
    if (!first || !parts.twins?.includes(state.name)) return state;
    return { ...state, calm: first.calm, error: first.error, luck: first.luck };
  });
  const causes = [...parts.levers.map((lever) => lever.name), ...specs.map((spec) => spec.name)];
  const pairs = causes.flatMap((from) => specs.flatMap(({ name: to }) => (to === from ? [] : [{ from, to }])));
  const isState = (name: string): boolean => specs.some((spec) => spec.name === name);
  const kernelOf = parts.kernelOf ?? ((from): TrueKernel => drawKernel(chance, isState(from) ? 1 : 0));
  return {
    family: parts.family,
    variant: parts.variant,
    days: parts.days,
    runIn: sceneRunIn,
    levers: parts.levers,
    states,
    edges: parts.edges,
    reverse: parts.reverse ?? [],
    contexts: parts.contexts ?? [],
    otherKernels: new Map(pairs.map(({ from, to }) => [pairKey(from, to), kernelOf(from, to)] as const)),
    missing: parts.missing ?? { kind: "diary", rate: 0.12 },
    ...(parts.write ? { write: parts.write } : {}),
    wellSpecified: parts.wellSpecified ?? true,
  };
}

/** Gut, skin, stress on 0-10 and sleep in hours, as in the classic families. */
export function usualStates(chance: Chance): readonly StateSpec[] {
  return stateNames.map((name) => usualState(chance, name));
}

/** One of them. */
export function usualState(chance: Chance, name: string): StateSpec {
  const law = drawErrorLaw(chance);
  if (name === "sleep") {
    const [mean, sd] = [chance.between(6.6, 7.6), chance.between(0.7, 1.1)];
    return { name, role: "sleep", unit: "h", betterIs: "higher", mean, sd, link: scoreLink(0, 14, 0.25), law };
  }
  const role = name === "gut" ? "gut" : name === "skin" ? "skin" : "stress";
  const [mean, sd] = [chance.between(4, 5.5), chance.between(1.4, 1.9)];
  return { name, role, mean, sd, link: scoreLink(0, 10, 1), law };
}

function planState(chance: Chance, spec: StateSpec, parts: SceneParts, rows: number): StatePlan {
  const weekdaySd = parts.weekdaySd ?? 0.15;
  const pattern = Array.from({ length: 7 }, () => weekdaySd * chance.normal());
  const drift = (parts.drift ?? 0.5) * chance.between(-1, 1);
  const extras = parts.extras?.get(spec.name) ?? [];
  const own = parts.ownErrors?.get(spec.name);
  const brought = explained(parts.edges, spec.name) + weekdaySd ** 2 + drift ** 2 / 12;
  const others = extras.reduce((sum, extra) => sum + momentsOf(extra).sd ** 2, 0);
  const errorSd = spec.sd * Math.sqrt(Math.max(0.25, 1 - brought - others));
  const error = own?.values ?? drawErrors(chance, spec.law, rows).values;
  const covariance = (own?.autocovariance ?? autocovariance(spec.law, rows)).map((value) => value * errorSd ** 2);
  covariance[0] = (covariance[0] ?? 0) + (spec.link.step ?? 0) ** 2 / 12;
  const calm = Float64Array.from({ length: rows }, (_, row) => {
    const extra = extras.reduce((sum, column) => sum + (column[row] ?? 0), 0);
    const weekday = pattern[weekdayOfRow(row, sceneRunIn)] ?? 0;
    return spec.mean + spec.sd * (weekday + drift * (row / rows - 0.5) + extra);
  });
  return {
    name: spec.name,
    role: spec.role,
    unit: spec.unit ?? "points",
    betterIs: spec.betterIs ?? "lower",
    mean: spec.mean,
    sd: spec.sd,
    link: spec.link,
    calm,
    error: error.map((value) => errorSd * value),
    errorSd,
    autocovariance: spec.link.plain ? covariance : recordedAutocovariance(chance, spec, errorSd),
    ...(own?.dayVariance ? { dayVariance: own.dayVariance.map((value) => value * errorSd ** 2) } : {}),
    nuisance: extras,
    ...(spec.partOf ? { partOf: spec.partOf } : {}),
    luck: Float64Array.from({ length: rows }, () => chance.uniform()),
  };
}

/** Autocovariance of the recorded value when nothing but the error moves it, from a long run; the tail is let down to zero (Bartlett). */
function recordedAutocovariance(chance: Chance, { law, link, mean, sd }: StateSpec, errorSd: number): Float64Array {
  const causes = Math.sqrt(Math.max(0, sd ** 2 - errorSd ** 2)); // what else moves it is taken as white
  const values = drawErrors(chance, law, 6000).values.map((error) =>
    link.record(mean + errorSd * error + causes * chance.normal(), chance.uniform()),
  );
  return sampleAutocovariance(values, 60);
}

/** Share of the state's variance that its causes bring, taking causes as white. */
function explained(edges: readonly SceneEdge[], state: string): number {
  return edges
    .filter((edge) => edge.to === state)
    .reduce((sum, { d, kernel }) => sum + d ** 2 * kernel.weights.reduce((total, w) => total + w ** 2, 0), 0);
}

export interface HabitSettings {
  /** Added to the lag-1 correlation of every second lever. */
  readonly extraLag1?: number;
  /** Linear drift over the diary of every third lever, SDs. */
  readonly drift?: number;
  /** Which of the usual levers; absent = all eighteen. */
  readonly names?: readonly string[];
  /** Added to a lever's wish on a row, SDs. */
  readonly shift?: (lever: string, row: number) => number;
}

/** The usual levers with their usual laws. */
export function usualLevers(chance: Chance, days: number, settings: HabitSettings = {}): readonly LeverPlan[] {
  const rows = rowsFor(days);
  const kindOfDay = Array.from({ length: rows }, () => chance.normal());
  return leverLaws
    .filter((law) => settings.names?.includes(law.name) ?? true)
    .map((law, index) => {
      const lag1 = law.lag1 + (index % 2 === 0 ? (settings.extraLag1 ?? 0.2) * chance.between(0.5, 1) : 0);
      const drift = index % 3 === 0 ? (settings.drift ?? 0.5) * (chance.uniform() < 0.5 ? -1 : 1) : 0;
      const own = Math.sqrt(1 - law.loading ** 2);
      let state = chance.normal();
      const wish = Float64Array.from({ length: rows }, (_, row) => {
        state = lag1 * state + Math.sqrt(1 - lag1 ** 2) * chance.normal();
        const weekend = weekdayOfRow(row, sceneRunIn) >= 4 ? law.weekend : (-3 / 4) * law.weekend;
        const other = settings.shift?.(law.name, row) ?? 0;
        return own * state + law.loading * (kindOfDay[row] ?? 0) + weekend + drift * (row / rows - 0.5) + other;
      });
      return planOf(law, wish);
    });
}

/** A usual lever that follows these wishes. */
export function planOf(law: LeverLaw, wish: Float64Array): LeverPlan {
  const amount = (z: number): number => Math.round(amountOf(z, law) / law.step) * law.step;
  return { name: law.name, unit: law.unit, wish, amount };
}
