/**
 * Family "correlated": which of two foods that travel together is it?
 *
 * Three pairs of foods (three arms: amounts correlate .6, .7, .8 in the diary); one of each pair is a cause, drawn by lot, the other does nothing. Two
 * causes act on the skin, one on the gut; a state acts on the skin as in the main family.
 */
import type { Chance } from "../chance.ts";
import { leverLaws, type LeverLaw } from "../levers.ts";
import { buildScene, planOf, rowsFor, usualLevers } from "./build-scene.ts";
import type { LeverPlan, Scene } from "./scene.ts";
import { leverEdge, stateEdge } from "./usual-edges.ts";

/** Foods that travel together. */
export const foodPairs: readonly (readonly [string, string])[] = [
  ["fibre", "vegetables"],
  ["energy", "addedSugar"],
  ["dairy", "milk"],
  ["omega3", "wholeGrain"],
  ["coffee", "screenTime"],
  ["ultraProcessed", "fermented"],
];

export function correlatedScene(turn: number, chance: Chance): Scene {
  const target = [0.6, 0.7, 0.8][turn % 3] ?? 0.7;
  const days = 365;
  const pairs = chance.sample(foodPairs, 3);
  const twins = new Map(
    pairs.flatMap((pair) => {
      const [a, b] = pair.map(lawOf);
      if (!a || !b) return [];
      return makePair(chance, a, b, rowsFor(days), target).map((plan) => [plan.name, plan] as const);
    }),
  );
  const [one = "", two = "", three = ""] = pairs.map((pair) => chance.pick(pair));
  return buildScene(chance, {
    family: "correlated",
    variant: `pairs r ${String(target)}`,
    days,
    levers: usualLevers(chance, days).map((plan) => twins.get(plan.name) ?? plan),
    edges: [
      leverEdge(chance, one, "skin", 0.45),
      leverEdge(chance, two, "skin", 0.45),
      leverEdge(chance, three, "gut", 0.45),
      stateEdge(chance, chance.pick(["gut", "stress", "sleep"]), "skin", 0.45),
    ],
  });
}

function lawOf(name: string): LeverLaw {
  const law = leverLaws.find((candidate) => candidate.name === name);
  if (!law) throw new Error(`no lever ${name}`);
  return law;
}

/** Two levers whose amounts correlate by `target` over these rows: the mixing of their wishes is found by bisection. */
function makePair(chance: Chance, a: LeverLaw, b: LeverLaw, rows: number, target: number): readonly LeverPlan[] {
  const draw = (): Float64Array => Float64Array.from({ length: rows }, () => chance.normal());
  const [first, second] = [draw(), draw()];
  const plans = (mix: number): readonly [LeverPlan, LeverPlan] => [
    planOf(a, first),
    planOf(
      b,
      second.map((value, row) => mix * (first[row] ?? 0) + Math.sqrt(1 - mix ** 2) * value),
    ),
  ];
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    const [x, y] = plans(middle);
    if (correlation(amounts(x), amounts(y)) < target) low = middle;
    else high = middle;
  }
  return plans(low);
}

function amounts(plan: LeverPlan): Float64Array {
  return plan.wish.map((wish, row) => plan.amount(wish, row));
}

/** Pearson's r. */
export function correlation(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  x.forEach((value, i) => {
    xx += (value - mx) ** 2;
    yy += ((y[i] ?? my) - my) ** 2;
    xy += (value - mx) * ((y[i] ?? my) - my);
  });
  return xy / Math.sqrt(xx * yy);
}
