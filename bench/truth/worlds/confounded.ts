/**
 * Family "confounded": is something that moves both food and skin taken for an effect of the food?
 *
 * A driver (season: daily outdoor temperature with weather; humidity of the air, days to weeks; menstrual cycle: the ten days before the period) moves five or
 * six levers by about .5 SD and the skin by .5 and the gut by .3 SD. Arms: recorded in a context column or hidden. "reverse": people eat better after days of good skin
 * (lags 1-3); "reverse, same day": and on the day itself, which no diary of daily values can tell from an effect. One lever and the gut truly act on
 * the skin; in the "no effect" arms nothing does: what is reported there is false.
 */
import type { Chance } from "../chance.ts";
import { drawKernel } from "../kernels.ts";
import { leverLaws } from "../levers.ts";
import { momentsOf } from "../simulate.ts";
import { buildScene, rowsFor, usualLevers, type SceneParts } from "./build-scene.ts";
import { sceneRunIn, type Reverse, type Scene, type SceneEdge } from "./scene.ts";
import { leverEdge, stateEdge } from "./usual-edges.ts";

interface Driver {
  readonly name: string;
  readonly unit: string;
  readonly values: Float64Array;
  /** SDs of a lever's wish per SD of the driver. */
  readonly moves: Readonly<Record<string, number>>;
}

export const confoundedArms: readonly string[] = [
  "season hidden",
  "season recorded",
  "humidity hidden",
  "humidity recorded",
  "cycle hidden",
  "cycle recorded",
  "reverse",
  "reverse, same day",
  "season hidden, no effect",
  "humidity hidden, no effect",
  "reverse, no effect",
];

export function confoundedScene(turn: number, chance: Chance): Scene {
  const days = 365;
  const variant = confoundedArms[turn % confoundedArms.length] ?? "reverse";
  const edges = variant.endsWith("no effect") ? [] : trueEdges(chance);
  const usual: Omit<SceneParts, "levers" | "edges"> = { family: "confounded", variant, days, drift: 0.3 };
  if (variant.startsWith("reverse")) {
    const lags = variant.endsWith("same day") ? [0, 1, 2] : [1, 2, 3];
    return buildScene(chance, { ...usual, levers: usualLevers(chance, days), edges, reverse: reactions(lags) });
  }
  const driver = drawDriver(variant, chance, rowsFor(days));
  const z = standardised(driver.values);
  const levers = usualLevers(chance, days, { shift: (lever, row) => (driver.moves[lever] ?? 0) * (z[row] ?? 0) });
  const sign = chance.uniform() < 0.5 ? -1 : 1;
  const pushes = [
    { to: "skin", d: 0.5 * sign },
    { to: "gut", d: 0.3 * (chance.uniform() < 0.5 ? -1 : 1) },
  ].map((push): SceneEdge => ({ ...push, from: driver.name, kernel: drawKernel(chance, 0) }));
  if (variant.endsWith("recorded")) {
    const { name, unit, values } = driver;
    return buildScene(chance, { ...usual, levers, edges: [...edges, ...pushes], contexts: [{ name, unit, values }] });
  }
  const extras = new Map(
    pushes.map(({ to, d, kernel }) => [
      to,
      [z.map((_, row) => d * kernel.weights.reduce((sum, w, lag) => sum + w * (z[Math.max(0, row - lag)] ?? 0), 0))],
    ]),
  );
  return buildScene(chance, { ...usual, levers, edges, extras });
}

function trueEdges(chance: Chance): readonly SceneEdge[] {
  const [lever = ""] = chance.sample(
    leverLaws.map((law) => law.name),
    1,
  );
  return [leverEdge(chance, lever, "skin", 0.45), stateEdge(chance, "gut", "skin", 0.45)];
}

/** Bad skin in the last days: more comfort food, less of what is good. */
function reactions(lags: readonly number[]): readonly Reverse[] {
  const sizes: Readonly<Record<string, number>> = {
    vegetables: -0.5,
    fibre: -0.4,
    ultraProcessed: 0.5,
    addedSugar: 0.4,
    movement: -0.4,
    alcohol: 0.3,
  };
  return Object.entries(sizes).map(([lever, size]) => ({ from: "skin", lever, size, lags }));
}

function drawDriver(variant: string, chance: Chance, rows: number): Driver {
  if (variant.startsWith("season")) {
    let weather = 0;
    const phase = chance.between(0, 365);
    const values = Float64Array.from({ length: rows }, (_, row) => {
      weather = 0.75 * weather + Math.sqrt(1 - 0.75 ** 2) * 2.5 * chance.normal();
      return Math.round((11 - 8 * Math.cos((2 * Math.PI * (row + phase)) / 365.25) + weather) * 10) / 10;
    });
    const moves = { vegetables: 0.5, movement: 0.6, water: 0.6, coffee: -0.4, alcohol: 0.4, screenTime: -0.5 };
    return { name: "temperature", unit: "°C", values, moves };
  }
  if (variant.startsWith("humidity")) {
    let level = 0;
    const values = Float64Array.from({ length: rows }, () => {
      level = 0.85 * level + Math.sqrt(1 - 0.85 ** 2) * chance.normal();
      return Math.round(Math.min(100, Math.max(10, 55 + 12 * level)));
    });
    const moves = { water: -0.5, movement: -0.5, coffee: 0.4, screenTime: 0.5, spicyFood: 0.4 };
    return { name: "humidity", unit: "%", values, moves };
  }
  const values = new Float64Array(rows);
  let period = Math.floor(chance.between(-20, 8));
  while (period < rows + 40) {
    values.fill(1, Math.max(0, period - 10), Math.max(0, Math.min(rows, period)));
    period += Math.round(28 + 1.5 * chance.normal());
  }
  const moves = { addedSugar: 0.5, energy: 0.5, ultraProcessed: 0.4, movement: -0.4, coffee: 0.3, alcohol: -0.3 };
  return { name: "daysBeforePeriod", unit: "yes", values, moves };
}

function standardised(values: Float64Array): Float64Array {
  const { mean, sd } = momentsOf(values.subarray(sceneRunIn));
  return values.map((value) => (value - mean) / sd);
}
