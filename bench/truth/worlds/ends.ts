/**
 * Family "ends": are outcomes that are no wide score in the middle of their scale read rightly?
 *
 * Arms: a 0-10 score that is 0 (or 10) on 60 % of days; ordered signs 0-3 and 0-4 with uneven grades; stool form 1-7 as one column, and as its loose side max(0, form - 4) and
 * hard side max(0, 3.5 - form); new spots a day (gamma-Poisson, mean about 6); flushing episodes (Poisson, mean about 1); yes/no (yes on 30 %). The latent
 * state is that of the main family; the truth per unit is the mean change of the recorded value (live-scene.ts). The oracle tests on the recorded value.
 */
import type { Chance } from "../chance.ts";
import { drawErrorLaw, type ErrorLaw } from "../errors.ts";
import { leverLaws } from "../levers.ts";
import { buildScene, usualLevers, usualState, type StateSpec } from "./build-scene.ts";
import { countLink, normalQuantile, scoreLink, sideLink, signLink, type Link } from "./links.ts";
import type { Scene, SceneEdge } from "./scene.ts";
import { leverEdge, stateEdge } from "./usual-edges.ts";

export const endsArms: readonly string[] = [
  "floor 60 %",
  "ceiling 60 %",
  "signs 0-3",
  "signs 0-4",
  "stool form",
  "stool sides",
  "lesion counts",
  "flush episodes",
  "yes/no",
];

/** Latent effect of a cause. Larger than in the main family: such records say less. */
const size = 0.5;

export function endsScene(turn: number, chance: Chance): Scene {
  const days = 365;
  const variant = endsArms[turn % endsArms.length] ?? "floor 60 %";
  const [one = "", two = "", three = ""] = chance.sample(
    leverLaws.map((law) => law.name),
    3,
  );
  const usual = { family: "ends" as const, variant, days, levers: usualLevers(chance, days) };
  const others = ["stress", "sleep"].map((name) => usualState(chance, name));
  if (!variant.startsWith("stool")) {
    const { link, mean, sd, unit, better } = skinOf(variant, chance);
    const skin: StateSpec = {
      name: "skin",
      role: "skin",
      unit,
      betterIs: better,
      mean,
      sd,
      link,
      law: normalLaw(chance),
    };
    const bad = better === "higher" ? -1 : 1; // a high score is good skin in the ceiling arm
    const gutToSkin = stateEdge(chance, "gut", "skin", size);
    const edges: readonly SceneEdge[] = [
      leverEdge(chance, one, "skin", size),
      leverEdge(chance, two, "skin", size),
      leverEdge(chance, three, "gut", size),
      { ...gutToSkin, d: bad * gutToSkin.d },
    ];
    return buildScene(chance, { ...usual, states: [usualState(chance, "gut"), skin, ...others], edges });
  }
  const form = scoreLink(1, 7, 1, false);
  const law = normalLaw(chance);
  const stool = { role: "gut" as const, mean: chance.between(3.6, 4.6), sd: chance.between(1.1, 1.5), law };
  const columns: readonly StateSpec[] =
    variant === "stool form"
      ? [{ ...stool, name: "stoolForm", unit: "type", betterIs: "neither", link: form }]
      : [
          { ...stool, name: "stoolLoose", unit: "types", link: sideLink(form, 4, 1), partOf: ["stoolHard"] },
          { ...stool, name: "stoolHard", unit: "types", link: sideLink(form, 3.5, -1), partOf: ["stoolLoose"] },
        ];
  const moves = [
    leverEdge(chance, one, "", size),
    leverEdge(chance, two, "", size),
    stateEdge(chance, "stress", "", size),
  ];
  const edges = [
    ...columns.flatMap(({ name }) => moves.map((edge): SceneEdge => ({ ...edge, to: name }))),
    leverEdge(chance, three, "skin", size),
  ];
  return buildScene(chance, {
    ...usual,
    states: [...columns, usualState(chance, "skin"), ...others],
    twins: columns.map((column) => column.name),
    edges,
  });
}

function normalLaw(chance: Chance): ErrorLaw {
  return { ...drawErrorLaw(chance), shocks: "normal" };
}

interface SkinKind {
  readonly link: Link;
  readonly mean: number;
  readonly sd: number;
  readonly unit: string;
  readonly better: "lower" | "higher";
}

function skinOf(variant: string, chance: Chance): SkinKind {
  const points = { unit: "points", better: "lower" as const };
  const sd = chance.between(2.5, 3.2);
  const beyond = normalQuantile(0.6) * sd; // so far lies the mean of the latent score beyond the end
  switch (variant) {
    case "floor 60 %":
      return { ...points, sd, mean: 0.5 - beyond, link: scoreLink(0, 10, 1, false) };
    case "ceiling 60 %":
      return { ...points, better: "higher", sd, mean: 9.5 + beyond, link: scoreLink(0, 10, 1, false) };
    case "signs 0-3":
      return { ...points, sd: 1, mean: 0, link: signLink(cuts(chance, [0.35, 0.3, 0.2])) };
    case "signs 0-4":
      return { ...points, sd: 1, mean: 0, link: signLink(cuts(chance, [0.3, 0.25, 0.2, 0.15])) };
    case "lesion counts":
      return { unit: "spots", better: "lower", sd: 0.5, mean: Math.log(chance.between(4, 7)), link: countLink(8) };
    case "flush episodes":
      return {
        unit: "episodes",
        better: "lower",
        sd: 0.65,
        mean: Math.log(chance.between(0.7, 1.2)),
        link: countLink(),
      };
    default:
      return {
        unit: "yes",
        better: "lower",
        sd: 1,
        mean: 0,
        link: signLink([normalQuantile(chance.between(0.65, 0.75))]),
      };
  }
}

/** Cut points at which these shares of a standard normal end; each share moves by up to a quarter. */
function cuts(chance: Chance, shares: readonly number[]): readonly number[] {
  let below = 0;
  return shares.map((share) => {
    below += share * chance.between(0.8, 1.15);
    return normalQuantile(Math.min(0.97, below));
  });
}
