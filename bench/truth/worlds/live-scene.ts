/**
 * How is a scene lived, day by day, and what does each cause really do in it?
 *
 * Every day the levers follow their wishes (and, where people react, yesterday's states), then each state is its calm level + effects of past days +
 * error, seen through its link. The effect per recorded unit is exact for plain links; for others it is the mean over the diary of what a rise and a
 * fall of half an SD of the cause do to the expected record, divided by that SD (an intervention on the latent state, error averaged out).
 */
import { pairKey } from "../diary.ts";
import { momentsOf } from "../simulate.ts";
import { expectedRecorded, recordedMoments } from "./links.ts";
import { sceneAhead, type LeverPlan, type Scene, type SceneEdge, type StatePlan } from "./scene.ts";

export interface SceneLife {
  /** Every lever, state and context as it really was, all rows (run-in, diary, days ahead). */
  readonly lived: ReadonlyMap<string, Float64Array>;
  /** By `from>to`: change of the recorded outcome for a sustained rise of one unit. */
  readonly effects: ReadonlyMap<string, number>;
  /** By `from>to`, where the effect is bent or changes: what `effects` multiplies, kernel included, all rows. */
  readonly regressors: ReadonlyMap<string, Float64Array>;
}

interface Push {
  readonly edge: SceneEdge;
  readonly cause: Float64Array;
  /** Mean and SD of what acts (the dose, or its bend). */
  readonly mean: number;
  readonly doseSd: number;
  /** Latent change per unit of what acts. */
  readonly latentEffect: number;
}

/** A lever raised by so much on every row, against what the person wished: an experiment, for checking effects. */
export interface Raise {
  readonly lever: string;
  readonly by: number;
}

/** Lives all rows of the scene. Cost: rows x edges x kernel length. */
export function liveScene(scene: Scene, raise?: Raise): SceneLife {
  const rows = scene.runIn + scene.days + sceneAhead;
  const lived = new Map<string, Float64Array>(scene.contexts.map((context) => [context.name, context.values]));
  for (const lever of scene.levers) lived.set(lever.name, calmLever(lever, rows));
  const seen = new Map(scene.states.map((state) => [state.name, recordedMoments(state.link, state.mean, state.sd)]));
  for (const state of scene.states)
    lived.set(state.name, new Float64Array(rows).fill(seen.get(state.name)?.mean ?? state.mean));
  const pushes = scene.edges.map((edge) => pushOf(edge, scene, lived, seen.get(edge.from)));
  const raised = raise ? lived.get(raise.lever) : undefined;
  raised?.forEach((dose, row) => (raised[row] = dose + (raise?.by ?? 0)));
  const latent = new Map(scene.states.map((state) => [state.name, new Float64Array(rows)]));
  const reacting = scene.levers.filter((lever) => scene.reverse.some((reverse) => reverse.lever === lever.name));
  const moved = scene.states.map((state) => ({ state, into: pushes.filter(({ edge }) => edge.to === state.name) }));
  for (let row = 0; row < rows; row += 1) {
    for (const lever of reacting) react(scene, lever, row, lived, seen);
    for (const { state, into } of moved) {
      const quiet = into.reduce((sum, push) => sum + push.latentEffect * pushed(push, row), state.calm[row] ?? 0);
      set(latent, state.name, row, quiet);
      set(lived, state.name, row, state.link.record(quiet + (state.error[row] ?? 0), state.luck[row] ?? 0));
    }
  }
  const effects = new Map<string, number>();
  const regressors = new Map<string, Float64Array>();
  for (const push of pushes) {
    const key = pairKey(push.edge.from, push.edge.to);
    const state = scene.states.find((s) => s.name === push.edge.to);
    if (!state) throw new Error(`no state ${push.edge.to}`);
    const slope =
      onRecord(state, latent.get(state.name) ?? new Float64Array(), scene, push.latentEffect * push.doseSd) /
      push.doseSd;
    if (!push.edge.bend && !push.edge.gain) {
      effects.set(key, slope);
      continue;
    }
    const inDiary = push.cause.subarray(scene.runIn, scene.runIn + scene.days);
    const gains = (push.edge.gain ?? new Float64Array(rows).fill(1)).subarray(scene.runIn, scene.runIn + scene.days);
    const average = slope * projection(inDiary, push.edge.bend) * (gains.reduce((a, b) => a + b, 0) / gains.length);
    effects.set(key, average);
    regressors.set(
      key,
      Float64Array.from({ length: rows }, (_, row) => (slope * pushed(push, row)) / average),
    );
  }
  return { lived, effects, regressors };
}

function calmLever(lever: LeverPlan, rows: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => lever.amount(lever.wish[row] ?? 0, row));
}

function pushOf(
  edge: SceneEdge,
  scene: Scene,
  lived: ReadonlyMap<string, Float64Array>,
  seen: { readonly mean: number; readonly sd: number } | undefined,
): Push {
  const cause = lived.get(edge.from);
  const state = scene.states.find((s) => s.name === edge.to);
  if (!cause || !state) throw new Error(`no column ${edge.from} or ${edge.to}`);
  const { bend } = edge;
  const acting = bend ? cause.map((dose) => bend(dose)) : cause;
  const { mean, sd } = seen && !bend ? seen : momentsOf(acting);
  return { edge, cause, mean, doseSd: sd, latentEffect: (edge.d * state.sd) / sd };
}

function pushed({ edge, cause, mean }: Push, row: number): number {
  const { weights } = edge.kernel;
  let sum = 0;
  for (let lag = 0; lag < weights.length && lag <= row; lag += 1) {
    const dose = cause[row - lag] ?? mean;
    sum += (weights[lag] ?? 0) * ((edge.bend ? edge.bend(dose) : dose) - mean);
  }
  return sum * (edge.gain ? (edge.gain[row] ?? 0) : 1);
}

/** Today's wish of this lever once the states of the days before are felt; of today's state only what is its own (the morning's skin, before any meal). */
function react(
  scene: Scene,
  lever: LeverPlan,
  row: number,
  lived: ReadonlyMap<string, Float64Array>,
  seen: ReadonlyMap<string, { readonly mean: number; readonly sd: number }>,
): void {
  const shift = scene.reverse
    .filter((reverse) => reverse.lever === lever.name)
    .reduce((sum, { from, size, lags }) => {
      const { mean = 0, sd = 1 } = seen.get(from) ?? {};
      const own = scene.states.find((state) => state.name === from)?.error[row] ?? 0;
      const felt = lags.reduce(
        (total, lag) => total + (lag === 0 ? own : (lived.get(from)?.[row - lag] ?? mean) - mean) / sd,
        0,
      );
      return sum + (size * felt) / lags.length;
    }, 0);
  set(lived, lever.name, row, lever.amount((lever.wish[row] ?? 0) + shift, row));
}

/** Mean over the diary of the change of the expected record when the latent state is raised by this much (half up, half down). */
function onRecord(state: StatePlan, latent: Float64Array, scene: Scene, rise: number): number {
  if (state.link.plain) return rise;
  let sum = 0;
  for (let row = scene.runIn; row < scene.runIn + scene.days; row += 1) {
    const quiet = latent[row] ?? 0;
    sum +=
      expectedRecorded(state.link, quiet + rise / 2, state.errorSd) -
      expectedRecorded(state.link, quiet - rise / 2, state.errorSd);
  }
  return sum / scene.days;
}

/** Least-squares slope of the bent dose on the dose. 1 without a bend. */
function projection(doses: Float64Array, bend: ((dose: number) => number) | undefined): number {
  if (!bend) return 1;
  const bent = doses.map((dose) => bend(dose));
  const [x, y] = [momentsOf(doses), momentsOf(bent)];
  const together = doses.reduce((sum, dose, i) => sum + (dose - x.mean) * ((bent[i] ?? 0) - y.mean), 0);
  return together / (doses.length - 1) / x.sd ** 2;
}

function set(columns: ReadonlyMap<string, Float64Array>, name: string, row: number, value: number): void {
  const column = columns.get(name);
  if (column) column[row] = value;
}
