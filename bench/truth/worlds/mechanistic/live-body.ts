/**
 * What does a made-up person with such a body live through, and what confounds the diary?
 *
 * Levers follow their usual laws, and are pushed: stress of the day before brings comfort food and alcohol and less movement, bad skin of the day before makes people eat
 * worse and cream more, the season moves vegetables, movement and water as well as the dryness of the air (recorded nowhere). Unexplained triggers of every organ
 * are autocorrelated. Ratings are written down with reading noise.
 */
import type { Chance } from "../../chance.ts";
import { usualLevers } from "../build-scene.ts";
import type { LeverPlan } from "../scene.ts";
import { sceneAhead, sceneRunIn } from "../scene.ts";
import { liveDay, organs, restingState, type Organ, type OrganState, type Person } from "./body.ts";

/** All that happened, rows = run-in, diary, days ahead. */
export interface BodyLife {
  readonly rows: number;
  /** What every lever was, and what every organ would be rated without reading noise. */
  readonly exact: ReadonlyMap<string, Float64Array>;
  /** What is written down of the organs. */
  readonly rated: ReadonlyMap<Organ, Float64Array>;
  readonly triggers: ReadonlyMap<Organ, Float64Array>;
  readonly dryAir: Float64Array;
}

interface Rule {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly noise: number;
}

/** How each organ is rated. */
export const ratingRules: Readonly<Record<Organ, Rule>> = {
  gut: { min: 0, max: 10, step: 1, noise: 0.5 },
  skin: { min: 0, max: 10, step: 1, noise: 0.5 },
  stress: { min: 0, max: 10, step: 1, noise: 0.5 },
  sleep: { min: 0, max: 14, step: 0.25, noise: 0.15 },
};

/** Wishes per SD of yesterday's stress, yesterday's skin, and of the season. */
const pushes: Readonly<Record<string, readonly [stress: number, skin: number, season: number]>> = {
  ultraProcessed: [0.35, 0.25, 0],
  addedSugar: [0.35, 0.2, 0],
  alcohol: [0.25, 0, 0.2],
  movement: [-0.3, -0.2, 0.4],
  vegetables: [-0.2, -0.3, 0.4],
  fibre: [-0.15, -0.2, 0.2],
  water: [0, 0, 0.4],
  coffee: [0.3, 0, 0],
  emollient: [0, 0.35, -0.3],
};

/** Lives `days` diary days of this person, with run-in before and the forecast's days after. */
export function liveBody(chance: Chance, person: Person, days: number): BodyLife {
  const rows = sceneRunIn + days + sceneAhead;
  const phase = chance.between(0, 365);
  const season = Float64Array.from(
    { length: rows },
    (_, row) => Math.sin((2 * Math.PI * (row + phase)) / 365.25) * 1.41,
  );
  const levers = [...usualLevers(chance, days), emollientPlan(chance, rows)];
  const triggerSds: Readonly<Record<Organ, number>> = { gut: 0.6, skin: 0.21, stress: 1.7, sleep: 0.7 };
  const triggers = new Map(organs.map((organ) => [organ, drawTrigger(chance, rows, triggerSds[organ])] as const));
  const exact = new Map<string, Float64Array>(levers.map((plan) => [plan.name, new Float64Array(rows)]));
  for (const organ of organs) exact.set(organ, new Float64Array(rows));
  const dryAir = season.map((z) => -0.5 * z);
  let states = new Map(organs.map((organ) => [organ, restingState(organ)] as const));
  for (let row = 0; row < rows; row += 1) {
    const feeling = (organ: Organ): number => ((states.get(organ)?.rating ?? 4.2) - 4.2) / 1.6;
    for (const plan of levers) {
      const [stress, skin, weather] = pushes[plan.name] ?? [0, 0, 0];
      const push = stress * feeling("stress") + skin * feeling("skin") + weather * (season[row] ?? 0);
      put(exact, plan.name, row, plan.amount((plan.wish[row] ?? 0) + push, row));
    }
    const next = new Map<Organ, OrganState>();
    for (const organ of organs) {
      const before = states.get(organ) ?? restingState(organ);
      const felt = (name: string): number => {
        if (name === "trigger") return triggers.get(organ)?.[row] ?? 0;
        if (name === "dryAir") return dryAir[row] ?? 0;
        const other = organs.find((candidate) => candidate === name);
        return other ? (states.get(other)?.rating ?? 0) : (exact.get(name)?.[row] ?? 0);
      };
      const after = liveDay(organ, person, before, felt);
      next.set(organ, after);
      put(exact, organ, row, after.rating);
    }
    states = next;
  }
  const rated = new Map(
    organs.map((organ) => [organ, rate(chance, organ, exact.get(organ) ?? new Float64Array())] as const),
  );
  return { rows, exact, rated, triggers, dryAir };
}

function rate(chance: Chance, organ: Organ, exact: Float64Array): Float64Array {
  const { min, max, step, noise } = ratingRules[organ];
  return exact.map((value) => {
    const felt = value + noise * chance.normal();
    return Math.min(max, Math.max(min, Math.round(felt / step) * step));
  });
}

/** AR(1) with heavy tails now and then (a bad week), mean 0. */
function drawTrigger(chance: Chance, rows: number, sd: number): Float64Array {
  const phi = chance.between(0.3, 0.7);
  const kind = chance.uniform() < 0.3 ? "t4" : "normal";
  let state = 0;
  return Float64Array.from({ length: rows }, () => {
    state = phi * state + Math.sqrt(1 - phi ** 2) * (kind === "t4" ? chance.studentT(4) : chance.normal());
    return sd * state;
  });
}

function emollientPlan(chance: Chance, rows: number): LeverPlan {
  const wish = Float64Array.from({ length: rows }, () => chance.normal());
  const amount = (z: number): number => Math.min(3, Math.max(0, Math.round(1 + 0.9 * z)));
  return { name: "emollient", unit: "uses", wish, amount };
}

function put(columns: ReadonlyMap<string, Float64Array>, name: string, row: number, value: number): void {
  const column = columns.get(name);
  if (column) column[row] = value;
}
