/**
 * Family "rare": what is said about something that happens about five days a year?
 *
 * Three yes/no exposures (shellfish, overnight flight, anaesthetic of a minor operation would be the kind) of 3-7 days each in 365. Arms: one of them moves the skin
 * by 3 SD on full exposure ("strong"), by 1.5 SD ("moderate"), or none does ("none"). Two usual edges are there besides, so that silence is no virtue.
 */
import type { Chance } from "../chance.ts";
import { drawKernel } from "../kernels.ts";
import { leverLaws } from "../levers.ts";
import { buildScene, rowsFor, usualLevers } from "./build-scene.ts";
import { sceneRunIn, type LeverPlan, type Scene, type SceneEdge } from "./scene.ts";
import { leverEdge, stateEdge } from "./usual-edges.ts";

export const rareNames: readonly string[] = ["shellfish", "overnightFlight", "hairDye"];

export function rareScene(turn: number, chance: Chance): Scene {
  const days = 365;
  const arm = ["strong", "moderate", "none"][turn % 3] ?? "none";
  const rare = rareNames.map((name) => rareLever(chance, name, days));
  const acting = chance.pick(rare);
  const effect = arm === "strong" ? 3 : 1.5;
  const edge: SceneEdge = {
    from: acting.name,
    to: "skin",
    d: effect * spread(acting, days), // d is per SD of the exposure
    kernel: drawKernel(chance, 0),
  };
  const [lever = ""] = chance.sample(
    leverLaws.map((law) => law.name),
    1,
  );
  const usual = [
    leverEdge(chance, lever, "skin", 0.45),
    stateEdge(chance, chance.pick(["gut", "stress", "sleep"]), "skin", 0.45),
  ];
  return buildScene(chance, {
    family: "rare",
    variant: arm,
    days,
    levers: [...usualLevers(chance, days), ...rare],
    edges: arm === "none" ? usual : [edge, ...usual],
  });
}

/** 3-7 single days in the diary, at least two apart, and as often in the run-in. */
function rareLever(chance: Chance, name: string, days: number): LeverPlan {
  const wish = new Float64Array(rowsFor(days));
  const count = 3 + Math.floor(chance.uniform() * 5);
  for (let i = 0; i < count; i += 1) {
    const from = sceneRunIn + (i * days) / count; // one in each stretch of the year
    wish[Math.floor(chance.between(from, from + days / count - 2))] = 1;
  }
  if (chance.uniform() < 0.5) wish[Math.floor(chance.between(0, sceneRunIn - 5))] = 1;
  return { name, unit: "yes", wish, amount: (z) => (z > 0.5 ? 1 : 0), max: 1, step: 1 };
}

function spread(lever: LeverPlan, days: number): number {
  const share = lever.wish.reduce((sum, z) => sum + (z > 0.5 ? 1 : 0), 0) / rowsFor(days);
  return Math.sqrt(share * (1 - share));
}
