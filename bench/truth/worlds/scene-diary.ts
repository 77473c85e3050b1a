/**
 * How does a lived scene become a diary with a known answer?
 *
 * Takes the diary days out of the rows, writes levers down as the scene says (exactly, or with an error that the column admits), blanks cells, and lists
 * the true edges and what only the oracle is told. Context columns (weather, cycle, medicine) have no blanks: they come from a station or a calendar.
 */
import type { DailyColumn, DailyTable } from "../../../src/daily/table.ts";
import type { Chance } from "../chance.ts";
import { pairKey, type TruthDiary, type TruthEdge } from "../diary.ts";
import { meanDelay, type TrueKernel } from "../kernels.ts";
import { drawBlanks } from "../missing-days.ts";
import { momentsOf } from "../simulate.ts";
import { liveScene, type SceneLife } from "./live-scene.ts";
import { firstDayNumber, type LeverPlan, type Scene, type StatePlan } from "./scene.ts";

/** Lives the scene and writes its diary. `chance` decides the blanks only. */
export function diaryOf(scene: Scene, seed: number, chance: Chance): TruthDiary {
  const life = liveScene(scene);
  const names = [...scene.levers, ...scene.states].map((plan) => plan.name);
  const badness = badnessOf(scene, life);
  const blanks = drawBlanks(chance, scene.missing, scene.days, names.length, badness);
  const blankOf = (index: number): Uint8Array => blanks[index] ?? new Uint8Array(scene.days);
  const columns = [
    ...scene.levers.map((lever, index) => leverColumn(lever, scene, life, blankOf(index))),
    ...scene.contexts.map(({ name, unit, max }): DailyColumn => {
      const ends = max === undefined ? {} : { min: 0, max };
      const values = inDiary(scene, life, name).slice();
      return {
        name,
        label: name,
        role: "context",
        unit,
        betterIs: "neither",
        ...ends,
        values,
        reasons: new Uint8Array(scene.days),
      };
    }),
    ...scene.states.map((state, index) =>
      stateColumn(state, inDiary(scene, life, state.name), blankOf(scene.levers.length + index)),
    ),
  ];
  const table: DailyTable = { firstDayNumber, dayCount: scene.days, calendar: "date", columns };
  const kernels = new Map<string, TrueKernel>(scene.otherKernels);
  for (const edge of scene.edges) kernels.set(pairKey(edge.from, edge.to), edge.kernel);
  const withDays = scene.states.flatMap((state) =>
    state.dayVariance ? [[state.name, state.dayVariance] as const] : [],
  );
  return {
    family: scene.family,
    seed,
    variant: scene.variant,
    table,
    truth: scene.edges.map((edge) => truthOf(edge.from, edge.to, edge.kernel, scene, life)),
    future: new Map(
      scene.states.map(
        ({ name }) => [name, (life.lived.get(name) ?? new Float64Array()).slice(scene.runIn + scene.days)] as const,
      ),
    ),
    secret: {
      complete: new Map(
        [...life.lived].map(([name, values]) => [name, values.slice(0, scene.runIn + scene.days)] as const),
      ),
      runIn: scene.runIn,
      kernels: new Map([...kernels].map(([pair, kernel]) => [pair, kernel.weights] as const)),
      errorAutocovariance: new Map(scene.states.map((state) => [state.name, state.autocovariance] as const)),
      nuisance: new Map(
        scene.states.flatMap(({ name, nuisance }) => (nuisance.length === 0 ? [] : [[name, nuisance] as const])),
      ),
      ...(withDays.length === 0 ? {} : { dayVariance: new Map(withDays) }),
      ...(life.regressors.size === 0 ? {} : { regressors: life.regressors }),
    },
  };
}

/** Code into `cellReasons`: missing-not-recorded. */
const notRecorded = 5;

function leverColumn(lever: LeverPlan, scene: Scene, life: SceneLife, blank: Uint8Array): DailyColumn {
  const { name, unit } = lever;
  const exact = inDiary(scene, life, name);
  const written = scene.write?.(name, exact) ?? null;
  const values = (written?.values ?? exact).map((value, day) => (blank[day] === 1 ? Number.NaN : value));
  const base = {
    name,
    label: name,
    role: "lever" as const,
    unit,
    betterIs: "neither" as const,
    values,
    reasons: reasonsOf(blank),
  };
  return {
    ...base,
    ...(written ? { sds: written.sds.map((sd, day) => (blank[day] === 1 ? Number.NaN : sd)) } : { min: 0 }),
    ...(written?.kind === undefined ? {} : { errorKind: written.kind }),
    ...(lever.max === undefined ? {} : { max: lever.max }),
    ...(lever.step === undefined ? {} : { step: lever.step }),
    ...(lever.delayDays === undefined ? {} : { delayDays: lever.delayDays }),
  };
}

function stateColumn(state: StatePlan, whole: Float64Array, blank: Uint8Array): DailyColumn {
  const { name, role, unit, betterIs, link } = state;
  return {
    name,
    label: name,
    role,
    unit,
    betterIs,
    ...(link.min === undefined ? {} : { min: link.min }),
    ...(link.max === undefined ? {} : { max: link.max }),
    ...(link.step === undefined ? {} : { step: link.step }),
    ...(state.partOf === undefined ? {} : { partOf: state.partOf }),
    values: whole.map((value, day) => (blank[day] === 1 ? Number.NaN : value)),
    reasons: reasonsOf(blank),
  };
}

function reasonsOf(blank: Uint8Array): Uint8Array {
  return blank.map((isBlank) => (isBlank === 1 ? notRecorded : 0));
}

function inDiary(scene: Scene, life: SceneLife, name: string): Float64Array {
  return (life.lived.get(name) ?? new Float64Array()).subarray(scene.runIn, scene.runIn + scene.days);
}

/** z-score of the first skin column, for diaries that are skipped on bad days. */
function badnessOf(scene: Scene, life: SceneLife): (day: number) => number {
  const skin = inDiary(scene, life, scene.states.find((state) => state.role === "skin")?.name ?? "");
  const { mean, sd } = momentsOf(skin);
  return (day) => ((skin[day] ?? mean) - mean) / sd;
}

function truthOf(from: string, to: string, kernel: TrueKernel, scene: Scene, life: SceneLife): TruthEdge {
  const effectPerUnit = life.effects.get(pairKey(from, to)) ?? 0;
  const ratio = momentsOf(inDiary(scene, life, from)).sd / momentsOf(inDiary(scene, life, to)).sd;
  const delayDays = meanDelay(kernel.weights);
  return {
    from,
    to,
    effectPerUnit,
    effectSd: effectPerUnit * ratio,
    delayDays,
    kernel: kernel.weights,
    law: kernel.law,
    reach: delayDays > 10 ? "slow" : "fast",
    wellSpecified: scene.wellSpecified,
    ...(scene.contexts.some((context) => context.name === from) ? { fromContext: true } : {}),
  };
}
