/**
 * Family "shocks": do outliers, flares or a course of antibiotics spoil the answer?
 *
 * Arms: white part of the error t with 3 df ("heavy tails"); skin flares that come 5-8 times a year, last 3-10 days and fade ("flares"); one or two
 * 7-day antibiotic courses a year that upset the gut at once and keep it upset for weeks, and the skin a little ("antibiotic"), with or without a column
 * that says so. Edges are those of the main family. The oracle is told the variance of every day, the flares and the courses.
 */
import type { Chance } from "../chance.ts";
import { autocovariance, drawErrors, type ErrorLaw } from "../errors.ts";
import type { TrueKernel } from "../kernels.ts";
import { leverLaws } from "../levers.ts";
import { states } from "../world.ts";
import { buildScene, rowsFor, usualLevers, usualStates, type OwnError } from "./build-scene.ts";
import { sceneRunIn, type Scene, type SceneEdge } from "./scene.ts";
import { usualEdges } from "./usual-edges.ts";

export function shocksScene(turn: number, chance: Chance): Scene {
  const days = 365;
  const rows = rowsFor(days);
  const arm = ["heavy tails", "flares", "antibiotic recorded", "antibiotic hidden"][turn % 4] ?? "flares";
  const levers = usualLevers(chance, days);
  const specs = usualStates(chance);
  const edges = usualEdges(
    chance,
    leverLaws.map((law) => law.name),
    0.45,
  );
  const usual = { family: "shocks" as const, variant: arm, days, levers, states: specs };
  if (arm === "heavy tails") {
    const ownErrors = new Map(states.map((name, i) => [name, heavyError(chance, specs[i]?.law, rows)] as const));
    return buildScene(chance, { ...usual, edges, ownErrors });
  }
  if (arm === "flares")
    return buildScene(chance, { ...usual, edges, extras: new Map([["skin", [flares(chance, rows)]]]) });
  const courses = antibiotic(chance, rows);
  if (arm === "antibiotic recorded") {
    const contexts = [{ name: "antibioticTaken", unit: "yes", values: courses, max: 1 }];
    return buildScene(chance, { ...usual, edges: [...edges, ...courseEdges(courses)], contexts });
  }
  const [onGut, onSkin] = [filtered(courses, upset), filtered(courses, upset)];
  const extras = new Map([
    ["gut", [onGut.map((value) => gutUpset * value)]],
    ["skin", [onSkin.map((value) => skinUpset * value)]],
  ]);
  return buildScene(chance, { ...usual, edges, extras });
}

const gutUpset = 2;
const skinUpset = 0.6;

/** Upset by a course: a fifth on the day itself, the rest dying away with 12 days. */
const upset: TrueKernel = (() => {
  const raw = Array.from({ length: 90 }, (_, lag) => Math.exp(-lag / 12));
  const sum = raw.reduce((a, b) => a + b, 0);
  return { law: "fading", weights: raw.map((weight) => weight / sum) };
})();

/** Effects of the recorded course; `d` is per SD of the column, so that a day of a week's course has the same effect as in the hidden arm. */
function courseEdges(courses: Float64Array): readonly SceneEdge[] {
  const share = courses.reduce((a, b) => a + b, 0) / courses.length;
  const sd = Math.sqrt(share * (1 - share));
  return [
    { from: "antibioticTaken", to: "gut", d: gutUpset * 2.3 * sd, kernel: upset },
    { from: "antibioticTaken", to: "skin", d: skinUpset * 2.3 * sd, kernel: upset },
  ];
}

/** The white part is t with 3 df, as a normal of a variance that changes by the day; the persistent part as usual. */
function heavyError(chance: Chance, law: ErrorLaw | undefined, rows: number): OwnError {
  const calm: ErrorLaw = { phi1: law?.phi1 ?? 0.5, phi2: law?.phi2 ?? 0, white: 0, shocks: "normal" };
  const white = chance.between(0.4, 0.6);
  const smooth = drawErrors(chance, calm, rows).values;
  const dayVariance = Float64Array.from({ length: rows }, () => {
    const chiSquare = chance.normal() ** 2 + chance.normal() ** 2 + chance.normal() ** 2;
    return Math.min(60, white / Math.max(0.01, chiSquare)); // t3 has variance 3, so 3 / chi2 becomes 1 / chi2 at unit variance
  });
  return {
    values: smooth.map(
      (value, row) => Math.sqrt(1 - white) * value + Math.sqrt(dayVariance[row] ?? 0) * chance.normal(),
    ),
    autocovariance: autocovariance(calm, rows).map((value) => (1 - white) * value),
    dayVariance,
  };
}

/** Skin flares: heights 1.5-3 SD, up in a day or two, gone after 3-10 days. */
function flares(chance: Chance, rows: number): Float64Array {
  const level = new Float64Array(rows);
  let row = Math.floor(chance.between(0, 60));
  while (row < rows) {
    const height = chance.between(1.5, 3);
    const length = chance.between(3, 10);
    for (let day = 0; day < 40 && row + day < rows; day += 1) {
      const rise = day === 0 ? 0.6 : 1;
      level[row + day] = (level[row + day] ?? 0) + height * rise * Math.exp(-((day / length) ** 2));
    }
    row += Math.ceil(chance.between(35, 75));
  }
  return level;
}

/** 1 on the days of one or two 7-day courses inside the diary (and one before it in half of the people). */
function antibiotic(chance: Chance, rows: number): Float64Array {
  const taken = new Float64Array(rows);
  const starts = [sceneRunIn + Math.floor(chance.between(20, 160))];
  if (chance.uniform() < 0.5) starts.push(sceneRunIn + Math.floor(chance.between(200, 330)));
  if (chance.uniform() < 0.5) starts.push(Math.floor(chance.between(0, sceneRunIn - 10)));
  for (const start of starts) taken.fill(1, start, start + 7);
  return taken;
}

/** The course as felt: largest value 1. */
function filtered(values: Float64Array, kernel: TrueKernel): Float64Array {
  const felt = values.map((_, row) =>
    kernel.weights.reduce((sum, weight, lag) => sum + weight * (row >= lag ? (values[row - lag] ?? 0) : 0), 0),
  );
  const top = felt.reduce((a, b) => Math.max(a, b), 1e-9);
  return felt.map((value) => value / top);
}
