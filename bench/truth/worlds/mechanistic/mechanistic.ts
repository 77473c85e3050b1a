/**
 * Family "mechanistic": is the engine right about a body that is no regression?
 *
 * 365 days of a person of body.ts, confounded as in live-body.ts. Arms: both gains, gut -> skin 0, skin -> gut 0, both 0; where skin -> gut is 0 the detour over
 * stress is closed too, so that there is no loop. True edges are the influences whose gain is not 0; sizes and kernels come from interventions
 * (intervene.ts), never from parameters. What the ratings miss of the organs (reading noise .5 points) is part of the examination.
 */
import type { DailyColumn, DailyTable } from "../../../../src/daily/table.ts";
import type { Chance } from "../../chance.ts";
import { pairKey, type TruthDiary, type TruthEdge } from "../../diary.ts";
import { sampleAutocovariance } from "../../errors.ts";
import { meanDelay } from "../../kernels.ts";
import { leastSquares } from "../../least-squares.ts";
import { leverLaws } from "../../levers.ts";
import { drawBlanks } from "../../missing-days.ts";
import { momentsOf } from "../../simulate.ts";
import { firstDayNumber, sceneRunIn } from "../scene.ts";
import { organs, type Gains, type Organ, type Person } from "./body.ts";
import { effectOf, influences, kernelOf, throughKernel } from "./intervene.ts";
import { liveBody, ratingRules, type BodyLife } from "./live-body.ts";
import { drawPerson } from "./person.ts";

const days = 365;

const arms: readonly (readonly [string, readonly (keyof Gains)[]])[] = [
  ["both gains", []],
  ["gut->skin 0", ["gutToSkin"]],
  ["skin->gut 0", ["skinToGut", "skinToStress"]],
  ["both 0", ["gutToSkin", "skinToGut", "skinToStress"]],
];

type Kernels = ReadonlyMap<string, readonly number[]>;

/** Influences smaller than this, SDs per SD, are no influences that a truth should list: such a person is drawn again. */
const smallest = 0.06;

export function mechanisticDiary(turn: number, seed: number, chance: Chance): TruthDiary {
  const [variant, zero] = arms[turn % arms.length] ?? ["both gains", []];
  let drawn = measured(chance, zero);
  for (let again = 0; again < 20 && drawn.truth.some((edge) => Math.abs(edge.effectSd) < smallest); again += 1)
    drawn = measured(chance, zero);
  const { person, life, truth } = drawn;
  const kernels = new Map(truth.map((edge) => [pairKey(edge.from, edge.to), edge.kernel] as const));
  const names = [...life.exact.keys()];
  const whole = (name: string): Float64Array => writtenOf(life, name);
  const inDiary = (name: string): Float64Array => whole(name).subarray(sceneRunIn, sceneRunIn + days);
  const { mean, sd } = momentsOf(inDiary("skin"));
  const badness = (day: number): number => ((inDiary("skin")[day] ?? mean) - mean) / sd;
  const blanks = drawBlanks(chance, { kind: "diary", rate: 0.12 }, days, names.length, badness);
  const columns = names.map((name, i) => columnOf(name, inDiary(name), blanks[i] ?? new Uint8Array(days)));
  const table: DailyTable = { firstDayNumber, dayCount: days, calendar: "date", columns };
  const stateEdges = truth.filter(({ from }) => organNamed(from) !== null);
  return {
    family: "mechanistic",
    seed,
    variant,
    table,
    truth,
    future: new Map(organs.map((organ) => [organ, whole(organ).slice(sceneRunIn + days)] as const)),
    secret: {
      complete: new Map(names.map((name) => [name, whole(name).slice(0, sceneRunIn + days)] as const)),
      runIn: sceneRunIn,
      kernels: withOtherKernels(kernels, names),
      errorAutocovariance: errorsOf(chance, person, kernels),
      nuisance: new Map([["skin", [life.dryAir]]]),
      // what an organ feels of another is not the rating but what is rated
      regressors: new Map(
        stateEdges.map(({ from, to }) => {
          const key = pairKey(from, to);
          return [key, throughKernel(kernels.get(key) ?? [], life.exact.get(from) ?? new Float64Array())] as const;
        }),
      ),
    },
  };
}

interface Measured {
  readonly person: Person;
  readonly life: BodyLife;
  readonly truth: readonly TruthEdge[];
}

/** A person's life, and by intervention what each of their influences does in it. */
function measured(chance: Chance, zero: readonly (keyof Gains)[]): Measured {
  const person = drawPerson(chance, zero);
  const life = liveBody(chance, person, days);
  const inDiary = (name: string): Float64Array => writtenOf(life, name).subarray(sceneRunIn, sceneRunIn + days);
  const truth = influences
    .filter(({ gain }) => person.gains[gain] !== 0)
    .map((edge): TruthEdge => {
      const { from, to } = edge;
      const kernel = kernelOf(life, person, edge);
      const effectPerUnit = effectOf(life, person, edge, kernel);
      const effectSd = (effectPerUnit * momentsOf(inDiary(from)).sd) / momentsOf(inDiary(to)).sd;
      const delayDays = meanDelay(kernel);
      const reach = delayDays > 10 ? "slow" : "fast";
      return { from, to, effectPerUnit, effectSd, delayDays, kernel, law: "body", reach, wellSpecified: false };
    });
  return { person, life, truth };
}

/** What a perfect diary would hold: ratings as they were given, levers as they were. */
function writtenOf(life: BodyLife, name: string): Float64Array {
  const organ = organNamed(name);
  return (organ ? life.rated.get(organ) : life.exact.get(name)) ?? new Float64Array();
}

/** Pairs without an influence get the mean kernel of that organ's true influences of the same kind, or a geometric one. */
function withOtherKernels(kernels: Kernels, names: readonly string[]): Kernels {
  const all = new Map(kernels);
  for (const to of organs) {
    for (const from of names.filter((name) => name !== to && !kernels.has(pairKey(name, to)))) {
      const first = organNamed(from) ? 1 : 0;
      const alike = influences.flatMap((edge) => {
        const kernel = kernels.get(pairKey(edge.from, edge.to));
        return kernel && edge.to === to && Boolean(organNamed(edge.from)) === (first === 1) ? [kernel] : [];
      });
      const geometric = Array.from({ length: 30 }, (_, lag) => (lag < first ? 0 : 0.35 * 0.65 ** (lag - first)));
      const mean = geometric.map((_, lag) => alike.reduce((sum, kernel) => sum + (kernel[lag] ?? 0) / alike.length, 0));
      all.set(pairKey(from, to), alike.length === 0 ? geometric : mean);
    }
  }
  return all;
}

/** Autocovariance of what the true influences, as straight lines, leave of each rating; from a run of 1,500 other days of the same person. */
function errorsOf(chance: Chance, person: Person, kernels: Kernels): ReadonlyMap<string, Float64Array> {
  const life = liveBody(chance, person, 1500);
  return new Map(
    organs.map((organ) => {
      const causes = influences.filter(({ from, to }) => to === organ && kernels.has(pairKey(from, to)));
      const columns = [
        new Float64Array(life.rows).fill(1),
        life.dryAir,
        ...causes.map(({ from, to }) =>
          throughKernel(kernels.get(pairKey(from, to)) ?? [], life.exact.get(from) ?? life.dryAir),
        ),
      ].map((column) => column.subarray(sceneRunIn));
      const rated = (life.rated.get(organ) ?? new Float64Array()).subarray(sceneRunIn);
      const fit = leastSquares(rated, columns);
      const left = rated.map((value, row) =>
        columns.reduce((rest, column, i) => rest - (fit?.coefficients[i] ?? 0) * (column[row] ?? 0), value),
      );
      return [organ, sampleAutocovariance(left, 60)] as const;
    }),
  );
}

function organNamed(name: string): Organ | null {
  return organs.find((organ) => organ === name) ?? null;
}

function columnOf(name: string, whole: Float64Array, blank: Uint8Array): DailyColumn {
  const values = whole.map((value, day) => (blank[day] === 1 ? Number.NaN : value));
  const reasons = blank.map((isBlank) => (isBlank === 1 ? 5 : 0)); // code into cellReasons: missing-not-recorded
  const organ = organNamed(name);
  const shared = { name, label: name, values, reasons };
  if (!organ) {
    const unit = leverLaws.find((law) => law.name === name)?.unit ?? "uses";
    return { ...shared, role: "lever", unit, min: 0, betterIs: "neither" };
  }
  const { min, max, step } = ratingRules[organ];
  const isSleep = organ === "sleep";
  return {
    ...shared,
    role: organ,
    unit: isSleep ? "h" : "points",
    betterIs: isSleep ? "higher" : "lower",
    min,
    max,
    step,
  };
}
