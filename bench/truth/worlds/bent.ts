/**
 * Families "nonlinear" and "changing": what if the effect is not one straight number?
 *
 * "nonlinear": doses act only above a threshold, or saturate (Michaelis-Menten, or a plain ceiling). "changing": an effect fades away, appears, stops on one day or starts on
 * one day. Only levers are bent; the effect that a state has on the skin stays straight. The truth per unit is the least-squares line through the
 * bent dose (nonlinear) or the mean over the diary (changing); both families are marked as not well specified. The oracle is told the bend.
 */
import type { Chance } from "../chance.ts";
import { leverLaws } from "../levers.ts";
import { momentsOf } from "../simulate.ts";
import { buildScene, rowsFor, usualLevers } from "./build-scene.ts";
import { sceneRunIn, type LeverPlan, type Scene, type SceneEdge } from "./scene.ts";
import { usualEdges } from "./usual-edges.ts";

export function nonlinearScene(turn: number, chance: Chance): Scene {
  const days = 365;
  const arm = ["threshold", "saturation", "ceiling"][turn % 3] ?? "threshold";
  const levers = usualLevers(chance, days);
  const edges = usualEdges(
    chance,
    leverLaws.map((law) => law.name),
    0.45,
  ).map((edge): SceneEdge => {
    const lever = levers.find((plan) => plan.name === edge.from);
    return lever ? { ...edge, bend: bendOf(arm, lever) } : edge;
  });
  return buildScene(chance, { family: "nonlinear", variant: arm, days, levers, edges, wellSpecified: false });
}

/** The part of a dose that acts. Cuts lie where the person's own days lie. */
export function bendOf(arm: string, lever: LeverPlan): (dose: number) => number {
  const doses = lever.wish.map((wish, row) => lever.amount(wish, row)).sort();
  const { mean } = momentsOf(doses);
  const at = (share: number): number => doses[Math.floor(share * (doses.length - 1))] ?? mean;
  switch (arm) {
    case "threshold": {
      const cut = at(0.6);
      return (dose) => Math.max(0, dose - cut);
    }
    case "saturation": {
      const half = Math.max(at(0.5), mean / 2);
      return (dose) => dose / (dose + half);
    }
    default: {
      const top = Math.max(at(0.5), mean);
      return (dose) => Math.min(dose, top);
    }
  }
}

export function changingScene(turn: number, chance: Chance): Scene {
  const days = 365;
  const arm = ["fades", "appears", "stops", "starts"][turn % 4] ?? "fades";
  const edges = usualEdges(
    chance,
    leverLaws.map((law) => law.name),
    0.45,
  ).map((edge): SceneEdge => {
    const bent = leverLaws.some((law) => law.name === edge.from);
    return bent ? { ...edge, gain: gainOf(arm, chance, days) } : edge;
  });
  const levers = usualLevers(chance, days);
  return buildScene(chance, { family: "changing", variant: arm, days, levers, edges, wellSpecified: false });
}

/** Multiplies the effect on each row; mean 1 over the diary. */
export function gainOf(arm: string, chance: Chance, days: number): Float64Array {
  const turningDay = days * chance.between(0.35, 0.65);
  const shape = (share: number, day: number): number => {
    switch (arm) {
      case "fades":
        return Math.max(0, 1 - share);
      case "appears":
        return Math.min(1, Math.max(0, share));
      case "stops":
        return day < turningDay ? 1 : 0;
      default:
        return day < turningDay ? 0 : 1;
    }
  };
  const raw = Float64Array.from({ length: rowsFor(days) }, (_, row) =>
    shape((row - sceneRunIn) / days, row - sceneRunIn),
  );
  const inDiary = raw.subarray(sceneRunIn, sceneRunIn + days);
  const mean = inDiary.reduce((a, b) => a + b, 0) / days;
  return raw.map((value) => value / mean);
}
