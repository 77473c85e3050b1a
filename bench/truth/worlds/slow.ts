/**
 * Family "slow": are effects found that need weeks, of things that are done for weeks?
 *
 * 540 days. Supplements taken in courses (on for 3-10 weeks, off for 3-10), diet phases (a level for weeks, with daily scatter around it), one habit that
 * drifts, and twelve ordinary daily foods. Two slow levers act on the skin and one on the gut, by delayed humps (mean 7-28 days) or by onsets with half of the effect
 * after 28-56 days (log-normal or logistic, up to 110 days); one ordinary food acts on the skin fast. Arms: reliability 1, .7, .5 of what is eaten
 * (ticked supplements are exact) x the range of delays known (as in a catalogue) or not.
 */
import type { Chance } from "../chance.ts";
import { drawKernel, type TrueKernel } from "../kernels.ts";
import { leverLaws } from "../levers.ts";
import { buildScene, rowsFor, usualLevers } from "./build-scene.ts";
import { roughly } from "./imprecise.ts";
import type { LeverPlan, Scene } from "./scene.ts";
import { leverEdge, signedNear } from "./usual-edges.ts";

interface SlowLaw {
  readonly name: string;
  readonly unit: string;
  readonly range: { readonly min: number; readonly max: number };
  /** A supplement's dose when on. */
  readonly dose?: number;
  /** Levels of a diet's phases and the daily scatter around them. */
  readonly levels?: readonly number[];
  readonly scatter?: number;
}

/** Levers that are done for weeks. Ranges as a catalogue would give them. */
export const slowLevers: readonly SlowLaw[] = [
  { name: "probiotic", unit: "1e9 CFU", range: { min: 7, max: 84 }, dose: 10 },
  { name: "fishOil", unit: "g", range: { min: 14, max: 84 }, dose: 2 },
  { name: "vitaminD", unit: "µg", range: { min: 14, max: 84 }, dose: 25 },
  { name: "collagen", unit: "g", range: { min: 14, max: 56 }, dose: 10 },
  { name: "dairyServings", unit: "servings", range: { min: 7, max: 56 }, levels: [0.5, 2, 3.2], scatter: 0.6 },
  { name: "glycaemicLoad", unit: "points", range: { min: 14, max: 84 }, levels: [80, 110, 140], scatter: 16 },
  { name: "legumes", unit: "g", range: { min: 7, max: 56 }, levels: [40, 90, 150], scatter: 30 },
  { name: "redMeat", unit: "g", range: { min: 7, max: 56 }, levels: [60, 110, 170], scatter: 35 },
];

const ordinary = leverLaws.slice(0, 12).map((law) => law.name);

export function slowScene(turn: number, chance: Chance): Scene {
  const days = 540;
  const reliability = [1, 0.7, 0.5][Math.floor(turn / 2) % 3] ?? 1;
  const known = turn % 2 === 0;
  const slow = slowLevers.map((law) => slowLever(chance, law, days, known));
  const [one = "", two = "", three = ""] = chance.sample(
    slowLevers.map((law) => law.name),
    3,
  );
  const slowEdge = (from: string, to: string): Scene["edges"][number] => ({
    from,
    to,
    d: signedNear(chance, 0.7),
    kernel: drawSlowKernel(chance),
  });
  const isSlow = (name: string): boolean => slowLevers.some((law) => law.name === name);
  const isTicked = (name: string): boolean => slowLevers.some((law) => law.name === name && law.dose !== undefined);
  return buildScene(chance, {
    family: "slow",
    variant: `reliability ${String(reliability).replace("0.", ".")}, range ${known ? "known" : "unknown"}`,
    days,
    levers: [...usualLevers(chance, days, { names: ordinary }), ...slow],
    edges: [
      slowEdge(one, "skin"),
      slowEdge(two, "skin"),
      slowEdge(three, "gut"),
      leverEdge(chance, chance.pick(ordinary), "skin", 0.45),
    ],
    kernelOf: (from, to) =>
      isSlow(from) ? drawSlowKernel(chance) : drawKernel(chance, to === from || !ordinary.includes(from) ? 1 : 0),
    drift: 0.3,
    ...(reliability === 1
      ? {}
      : { write: (lever, exact) => (isTicked(lever) ? null : roughly(chance, exact, reliability)) }),
  });
}

/** Longest lag of a slow kernel. */
const lags = 111;

/** A hump after 7-28 days, or an onset whose step response reaches half after 28-56 days. */
export function drawSlowKernel(chance: Chance): TrueKernel {
  const law = chance.pick(["raised cosine", "log-normal onset", "logistic onset"]);
  const weigh = slowLaw(law, chance);
  const raw = Array.from({ length: lags }, (_, lag) => weigh(lag + 0.5));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return { law, weights: raw.map((weight) => weight / sum) };
}

function slowLaw(law: string, chance: Chance): (lag: number) => number {
  if (law === "raised cosine") {
    const centre = chance.between(8, 28);
    const reach = centre * chance.between(0.4, 0.9);
    return (lag) => (Math.abs(lag - centre) < reach ? 1 + Math.cos((Math.PI * (lag - centre)) / reach) : 0);
  }
  const half = chance.between(28, 56);
  if (law === "log-normal onset") {
    const spread = chance.between(0.25, 0.4);
    return (lag) => Math.exp(-0.5 * (Math.log(lag / half) / spread) ** 2) / lag;
  }
  const width = half * chance.between(0.12, 0.2);
  return (lag) => 1 / (Math.exp((lag - half) / (2 * width)) + Math.exp((half - lag) / (2 * width))) ** 2;
}

function slowLever(chance: Chance, law: SlowLaw, days: number, known: boolean): LeverPlan {
  const wish = new Float64Array(rowsFor(days));
  const { dose, levels = [], scatter = 0 } = law;
  let isOn = chance.uniform() < 0.5;
  let level = chance.pick(levels.length === 0 ? [0] : levels);
  let left = chance.between(5, 50);
  wish.forEach((_, row) => {
    if (left <= 0) {
      isOn = !isOn;
      if (levels.length > 0) level = chance.pick(levels.filter((other) => other !== level));
      left = chance.between(21, 70);
    }
    left -= 1;
    // now and then a dose is forgotten
    wish[row] = dose === undefined ? level + scatter * chance.normal() : isOn && chance.uniform() > 0.06 ? 1 : 0;
  });
  const amount = (z: number): number =>
    dose === undefined ? Math.max(0, Math.round(z * 10) / 10) : z > 0.5 ? dose : 0;
  const range = known ? { delayDays: law.range } : {};
  return { name: law.name, unit: law.unit, wish, amount, ...range };
}
