/**
 * Which made-up worlds are there?
 *
 * A `World` says how long the diary is, who moves whom and by how much, how persistent the errors are, how much drift and weekday there is
 * and how days go missing. One function per family. `d` is the change of the outcome, in its SDs, for a sustained rise of the cause by one of
 * its within-person SDs.
 */
import type { Chance } from "./chance.ts";
import type { ClassicFamily } from "./diary.ts";
import { drawErrorLaw, type ErrorLaw } from "./errors.ts";
import { drawKernel, type TrueKernel } from "./kernels.ts";
import { leverLaws } from "./levers.ts";

export interface WorldEdge {
  readonly from: string;
  readonly to: string;
  readonly d: number;
}

export type MissingRule =
  | { readonly kind: "diary"; readonly rate: number }
  | { readonly kind: "bursts"; readonly rate: number }
  | { readonly kind: "bad-days"; readonly rate: number };

export interface World {
  readonly variant: string;
  readonly days: number;
  readonly edges: readonly WorldEdge[];
  readonly errors: ReadonlyMap<string, ErrorLaw>;
  /** SD of the weekday pattern of outcomes, in outcome SDs. */
  readonly weekdaySd: number;
  /** Largest drift over the diary, in SDs, of outcomes and of every third lever. */
  readonly drift: number;
  /** Habit persistence added to every second lever. */
  readonly extraLag1: number;
  readonly missing: MissingRule;
}

export const states: readonly string[] = ["gut", "skin", "stress", "sleep"];

/** The world of this family for this seed; the seed also turns the family's arms in order (both odd and even seeds see every arm). */
export function drawWorld(family: ClassicFamily, seed: number, chance: Chance): World {
  const turn = Math.floor(seed / 2);
  switch (family) {
    case "null":
      return nullWorld(turn, chance);
    case "main":
      return axisWorld(chance, 0.45, 365, { kind: "diary", rate: 0.12 });
    case "hard": // the size at which the oracle finds about .72-.88, as in the prototype's main family
      return axisWorld(chance, 0.36, 365, { kind: "diary", rate: 0.12 });
    case "weak":
      return axisWorld(chance, 0.225, 365, { kind: "diary", rate: 0.12 });
    case "short":
      return axisWorld(chance, 0.45, 90, { kind: "diary", rate: 0.12 });
    case "missing":
      return { ...axisWorld(chance, 0.45, 365, missingRule(turn)), variant: missingName(turn) };
    case "two-way":
      return twoWayWorld(turn, chance);
  }
}

function nullWorld(turn: number, chance: Chance): World {
  const phi = [0, 0.3, 0.5, 0.7, 0.85][turn % 5] ?? 0;
  const law: ErrorLaw = { phi1: phi, phi2: 0, white: phi === 0 ? 0 : chance.between(0, 0.2), shocks: "normal" };
  return {
    variant: `phi ${String(phi)}`,
    days: 365,
    edges: [],
    errors: new Map(states.map((state) => [state, law])),
    weekdaySd: 0.25,
    drift: 1,
    extraLag1: 0.6 * phi,
    missing: { kind: "diary", rate: 0.12 },
  };
}

/** Skin has three direct causes (two levers and one state); gut has one lever of its own. */
function axisWorld(chance: Chance, d: number, days: number, missing: MissingRule): World {
  const levers = chance.sample(
    leverLaws.map((lever) => lever.name),
    3,
  );
  const state = chance.pick(["gut", "stress", "sleep"]);
  const size = (): number => d * chance.between(0.85, 1.15);
  const signed = (): number => size() * (chance.uniform() < 0.5 ? -1 : 1);
  const edges = levers.map((from, index) => ({ from, to: index < 2 ? "skin" : "gut", d: signed() }));
  return {
    variant: "",
    days,
    edges: [...edges, { from: state, to: "skin", d: state === "sleep" ? -size() : size() }],
    errors: new Map(states.map((name) => [name, drawErrorLaw(chance)])),
    weekdaySd: 0.15,
    drift: 0.5,
    extraLag1: 0.2,
    missing,
  };
}

function twoWayWorld(turn: number, chance: Chance): World {
  const size = (): number => 0.45 * chance.between(0.85, 1.15);
  const [lever = "fibre"] = chance.sample(
    leverLaws.map((law) => law.name),
    1,
  );
  const food: WorldEdge = { from: lever, to: "gut", d: size() * (chance.uniform() < 0.5 ? -1 : 1) };
  const gutToSkin: WorldEdge = { from: "gut", to: "skin", d: size() };
  const stressToGut: WorldEdge = { from: "stress", to: "gut", d: size() };
  const skinToStress: WorldEdge = { from: "skin", to: "stress", d: size() };
  const arms: readonly (readonly [string, readonly WorldEdge[]])[] = [
    ["two-way", [food, gutToSkin, stressToGut, skinToStress]],
    ["one-way", [food, gutToSkin, stressToGut]],
    ["none", [food]],
  ];
  const [variant, edges] = arms[turn % 3] ?? ["none", [food]];
  const base = axisWorld(chance, 0.45, 365, { kind: "diary", rate: 0.12 });
  return { ...base, variant, edges };
}

function missingRule(turn: number): MissingRule {
  const rules: readonly MissingRule[] = [
    { kind: "diary", rate: 0.3 },
    { kind: "bursts", rate: 0.3 },
    { kind: "diary", rate: 0.5 },
    { kind: "bad-days", rate: 0.2 },
  ];
  return rules[turn % 4] ?? { kind: "diary", rate: 0.3 };
}

function missingName(turn: number): string {
  const rule = missingRule(turn);
  return `${String(Math.round(rule.rate * 100))} % ${rule.kind}`;
}

/** The kernel of every ordered pair of this world: the one it has, or would have had. */
export function drawKernels(chance: Chance): ReadonlyMap<string, TrueKernel> {
  const causes = [...leverLaws.map((lever) => lever.name), ...states];
  const pairs = causes.flatMap((from) => states.filter((to) => to !== from).map((to) => ({ from, to })));
  return new Map(
    pairs.map(({ from, to }) => [`${from}>${to}`, drawKernel(chance, states.includes(from) ? 1 : 0)] as const),
  );
}
