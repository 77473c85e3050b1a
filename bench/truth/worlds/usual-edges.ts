/**
 * Who moves whom when nothing else is asked?
 *
 * As in the main family: skin has three direct causes (two levers and one state), gut has one lever of its own; kernels are the fast ones.
 */
import type { Chance } from "../chance.ts";
import { drawKernel } from "../kernels.ts";
import type { SceneEdge } from "./scene.ts";

/** An effect of this size give or take 15 %. */
export function sizeNear(chance: Chance, d: number): number {
  return d * chance.between(0.85, 1.15);
}

/** The same with either sign. */
export function signedNear(chance: Chance, d: number): number {
  return sizeNear(chance, d) * (chance.uniform() < 0.5 ? -1 : 1);
}

/** A lever that moves a state, from the same day on. */
export function leverEdge(chance: Chance, from: string, to: string, d: number): SceneEdge {
  return { from, to, d: signedNear(chance, d), kernel: drawKernel(chance, 0) };
}

/** A state that moves another, from the next day on, in the direction one would expect (bad brings bad, sleep helps). */
export function stateEdge(chance: Chance, from: string, to: string, d: number): SceneEdge {
  const sign = (from === "sleep") === (to === "sleep") ? 1 : -1;
  return { from, to, d: sign * sizeNear(chance, d), kernel: drawKernel(chance, 1) };
}

/** Two of these levers and one state move the skin, a third lever moves the gut. */
export function usualEdges(chance: Chance, levers: readonly string[], d: number): readonly SceneEdge[] {
  const [first = "", second = "", third = ""] = chance.sample(levers, 3);
  const state = chance.pick(["gut", "stress", "sleep"]);
  return [
    leverEdge(chance, first, "skin", d),
    leverEdge(chance, second, "skin", d),
    leverEdge(chance, third, "gut", d),
    stateEdge(chance, state, "skin", d),
  ];
}
