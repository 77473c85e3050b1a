/**
 * Family "var": what if the world is the one of the rival model, a plain vector autoregression?
 *
 * y_t = A1 y_{t-1} + A2 y_{t-2} + B0 x_t + B1 x_{t-1} + e_t for gut, skin, stress and sleep; twelve levers x follow a VAR(1) of their own. Everything is
 * Gaussian and hardly rounded. An edge is direct when its coefficients are not zero; its sustained effect, all other columns held, is
 * sum(A or B) / (1 - own lags), and its kernel the pulse response through the outcome's own lags: geometric, without an end. Arms: VAR(1), VAR(2), VAR(1) with
 * shocks that the four states share (correlation .3), and VAR(1) without any effect.
 */
import type { DailyColumn, DailyTable } from "../../../src/daily/table.ts";
import type { Chance } from "../chance.ts";
import { pairKey, type TruthDiary, type TruthEdge } from "../diary.ts";
import { autocovariance } from "../errors.ts";
import { meanDelay } from "../kernels.ts";
import { leverLaws } from "../levers.ts";
import { drawBlanks } from "../missing-days.ts";
import { momentsOf } from "../simulate.ts";
import { states } from "../world.ts";
import { firstDayNumber, sceneAhead, sceneRunIn } from "./scene.ts";

const days = 365;
const rows = sceneRunIn + days + sceneAhead;
const kernelLags = 40;
const foods: readonly string[] = leverLaws.slice(0, 12).map((law) => law.name);

/** Coefficients of one outcome: its own lags, and per cause the coefficient at lag 0, 1, 2 (standardised units). */
interface Equation {
  readonly name: string;
  readonly own: readonly [number, number];
  readonly shockSd: number;
  readonly causes: ReadonlyMap<string, readonly [number, number, number]>;
}

interface Unit {
  readonly mean: number;
  readonly sd: number;
  readonly step: number;
}

export const varArms: readonly string[] = ["VAR(1)", "VAR(2)", "VAR(1), shared shocks", "VAR(1), no effect"];

export function varDiary(turn: number, seed: number, chance: Chance): TruthDiary {
  const variant = varArms[turn % varArms.length] ?? "VAR(1)";
  const order = variant === "VAR(2)" ? 2 : 1;
  const targets = variant === "VAR(1), no effect" ? [] : drawEdges(chance);
  const equations = states.map((name) => drawEquation(chance, name, order, targets));
  const standard = run(chance, equations, variant === "VAR(1), shared shocks" ? Math.sqrt(0.3) : 0);
  const units = new Map([...foods, ...states].map((name) => [name, unitOf(chance, name)] as const));
  const lived = new Map(
    [...standard].map(([name, z]) => {
      const { mean, sd, step } = units.get(name) ?? { mean: 0, sd: 1, step: 1 };
      return [name, z.map((value) => Math.round((mean + sd * value) / step) * step)] as const;
    }),
  );
  const inDiary = (name: string): Float64Array =>
    (lived.get(name) ?? new Float64Array()).subarray(sceneRunIn, sceneRunIn + days);
  const blanks = drawBlanks(chance, { kind: "diary", rate: 0.12 }, days, lived.size, () => 0);
  const names = [...lived.keys()];
  const columns = names.map((name, i) => columnOf(name, inDiary(name), blanks[i] ?? new Uint8Array(days)));
  const table: DailyTable = { firstDayNumber, dayCount: days, calendar: "date", columns };
  const sdOf = (name: string): number => units.get(name)?.sd ?? 1;
  const truth = equations.flatMap((equation) =>
    [...equation.causes].map(([from, coefficients]): TruthEdge => {
      const { total, weights } = response(equation, coefficients);
      const effectPerUnit = (total * sdOf(equation.name)) / sdOf(from);
      const effectSd = (effectPerUnit * momentsOf(inDiary(from)).sd) / momentsOf(inDiary(equation.name)).sd;
      const delayDays = meanDelay(weights);
      return {
        from,
        to: equation.name,
        effectPerUnit,
        effectSd,
        delayDays,
        kernel: weights,
        law: "geometric",
        reach: "fast",
        wellSpecified: true,
      };
    }),
  );
  const kernels = new Map(
    equations.flatMap((equation) =>
      names
        .filter((from) => from !== equation.name)
        .map((from) => {
          const standIn = foods.includes(from) ? ([0.5, 0.5, 0] as const) : ([0, 1, 0] as const);
          const { weights } = response(equation, equation.causes.get(from) ?? standIn);
          return [pairKey(from, equation.name), weights] as const;
        }),
    ),
  );
  const errors = new Map(
    equations.map((equation) => {
      const [phi1, phi2] = equation.own;
      const variance = stationaryVariance(equation) * sdOf(equation.name) ** 2;
      const covariance = autocovariance({ phi1, phi2, white: 0, shocks: "normal" }, 400).map((v) => v * variance);
      covariance[0] = (covariance[0] ?? 0) + (units.get(equation.name)?.step ?? 0) ** 2 / 12;
      return [equation.name, covariance] as const;
    }),
  );
  return {
    family: "var",
    seed,
    variant,
    table,
    truth,
    future: new Map(
      states.map((name) => [name, (lived.get(name) ?? new Float64Array()).slice(sceneRunIn + days)] as const),
    ),
    secret: {
      complete: new Map([...lived].map(([name, values]) => [name, values.slice(0, sceneRunIn + days)] as const)),
      runIn: sceneRunIn,
      kernels,
      errorAutocovariance: errors,
    },
  };
}

interface Target {
  readonly from: string;
  readonly to: string;
  /** Sustained effect, SDs per SD. */
  readonly d: number;
}

/** As in the main family, and in half of the worlds skin also wears on stress or sleep. */
function drawEdges(chance: Chance): readonly Target[] {
  const size = (): number => 0.45 * chance.between(0.85, 1.15);
  const either = (): number => (chance.uniform() < 0.5 ? -1 : 1);
  const [one = "", two = "", three = ""] = chance.sample(foods, 3);
  const state = chance.pick(["gut", "stress", "sleep"]);
  const back = chance.pick(["stress", "sleep"].filter((name) => name !== state));
  return [
    { from: one, to: "skin", d: size() * either() },
    { from: two, to: "skin", d: size() * either() },
    { from: three, to: "gut", d: size() * either() },
    { from: state, to: "skin", d: state === "sleep" ? -size() : size() },
    ...(chance.uniform() < 0.5 ? [{ from: "skin", to: back, d: back === "sleep" ? -size() : size() }] : []),
  ];
}

function drawEquation(chance: Chance, name: string, order: 1 | 2, targets: readonly Target[]): Equation {
  const own: readonly [number, number] =
    order === 2 ? [chance.between(0.25, 0.45), chance.between(0.05, 0.2)] : [chance.between(0.3, 0.65), 0];
  const causes = new Map(
    targets
      .filter((target) => target.to === name)
      .map(({ from, d }) => {
        const all = d * (1 - own[0] - own[1]);
        const early = chance.between(0.3, 1);
        const later = order === 2 && !foods.includes(from);
        const split: readonly [number, number, number] = foods.includes(from)
          ? [early * all, (1 - early) * all, 0]
          : [0, later ? early * all : all, later ? (1 - early) * all : 0];
        return [from, split] as const;
      }),
  );
  const bare: Equation = { name, own, shockSd: 1, causes };
  const brought = [...causes.values()].reduce((sum, coefficients) => {
    const { total, weights } = response(bare, coefficients);
    return sum + total ** 2 * weights.reduce((all, weight) => all + weight ** 2, 0);
  }, 0);
  return { ...bare, shockSd: Math.sqrt(Math.max(0.3, 1 - brought) / stationaryVariance(bare)) };
}

/** Sustained effect of a cause with these coefficients, and its kernel through the outcome's own lags. */
function response(
  { own }: Equation,
  coefficients: readonly [number, number, number],
): { readonly total: number; readonly weights: readonly number[] } {
  const pulse: number[] = [];
  for (let lag = 0; lag < kernelLags; lag += 1)
    pulse.push((coefficients[lag] ?? 0) + own[0] * (pulse[lag - 1] ?? 0) + own[1] * (pulse[lag - 2] ?? 0));
  const total = coefficients.reduce((a, b) => a + b, 0) / (1 - own[0] - own[1]);
  const sum = pulse.reduce((a, b) => a + b, 0);
  return { total, weights: pulse.map((value) => value / sum) };
}

/** Variance of the outcome's own AR part. */
function stationaryVariance({ own: [a, b], shockSd }: Equation): number {
  const rho1 = a / (1 - b);
  return shockSd ** 2 / (1 - a * rho1 - b * (a * rho1 + b));
}

function run(chance: Chance, equations: readonly Equation[], shared: number): ReadonlyMap<string, Float64Array> {
  const columns = new Map([...foods, ...states].map((name) => [name, new Float64Array(rows)] as const));
  const lag1 = foods.map(() => chance.between(-0.05, 0.3));
  const at = (name: string, row: number): number => columns.get(name)?.[row] ?? 0;
  for (let row = 0; row < rows; row += 1) {
    const kindOfDay = chance.normal();
    foods.forEach((name, i) => {
      const a = lag1[i] ?? 0;
      // yesterday's neighbour has a little part in it: a VAR(1), not twelve AR(1)
      const before = a * at(name, row - 1) + 0.1 * at(foods[(i + 1) % foods.length] ?? name, row - 1);
      const fresh = Math.sqrt(Math.max(0.1, 1 - a ** 2 - 0.01));
      set(columns, name, row, before + fresh * (0.3 * kindOfDay + Math.sqrt(0.91) * chance.normal()));
    });
    const common = chance.normal();
    for (const { name, own, shockSd, causes } of equations) {
      let value = own[0] * at(name, row - 1) + own[1] * at(name, row - 2);
      for (const [from, split] of causes) split.forEach((b, lag) => (value += b * at(from, row - lag)));
      const bad = name === "sleep" ? -1 : 1;
      const shock = shared * bad * common + Math.sqrt(1 - shared ** 2) * chance.normal();
      set(columns, name, row, value + shockSd * shock);
    }
  }
  return columns;
}

function set(columns: ReadonlyMap<string, Float64Array>, name: string, row: number, value: number): void {
  const column = columns.get(name);
  if (column) column[row] = value;
}

function unitOf(chance: Chance, name: string): Unit {
  if (foods.includes(name)) return { mean: 10, sd: 2, step: 0.1 };
  if (name === "sleep") return { mean: 7.2, sd: 0.9, step: 0.05 };
  return { mean: chance.between(45, 55), sd: chance.between(9, 12), step: 1 };
}

function columnOf(name: string, whole: Float64Array, blank: Uint8Array): DailyColumn {
  const values = whole.map((value, day) => (blank[day] === 1 ? Number.NaN : value));
  const reasons = blank.map((isBlank) => (isBlank === 1 ? 5 : 0));
  const shared = { name, label: name, values, reasons };
  if (foods.includes(name)) return { ...shared, role: "lever", unit: "units", betterIs: "neither" };
  if (name === "sleep") return { ...shared, role: "sleep", unit: "h", betterIs: "higher" };
  const role = name === "gut" ? "gut" : name === "skin" ? "skin" : "stress";
  return { ...shared, role, unit: "points", betterIs: "lower", min: 0, max: 100, step: 1 };
}
