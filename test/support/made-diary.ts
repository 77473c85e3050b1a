/**
 * Small made diaries for tests of the engine: columns, tables, noise, and all numbers of an answer.
 */
import { createRandom } from "../../src/base/random.ts";
import type { DailyColumn, DailyTable } from "../../src/daily/table.ts";
import { fitAxis } from "../../src/engine/fit-axis.ts";
import type { AxisOptions, AxisPosterior, EdgePosterior } from "../../src/engine/posterior.ts";
import { drawNormal } from "../../src/numeric/normal.ts";

export function column(
  name: string,
  role: DailyColumn["role"],
  values: Float64Array,
  extra: Partial<DailyColumn> = {},
): DailyColumn {
  return {
    name,
    label: name,
    role,
    unit: "points",
    betterIs: "lower",
    values,
    reasons: new Uint8Array(values.length),
    ...extra,
  };
}

export function table(columns: readonly DailyColumn[], firstDayNumber = 20000): DailyTable {
  return { firstDayNumber, dayCount: columns[0]?.values.length ?? 0, calendar: "date", columns };
}

export function white(n: number, ...key: readonly number[]): Float64Array {
  const random = createRandom(77, ...key);
  return Float64Array.from({ length: n }, () => drawNormal(random));
}

/** AR(1) with coefficient phi and unit pushes, plus reading noise of this SD. */
export function slow(n: number, phi: number, reading: number, ...key: readonly number[]): Float64Array {
  const random = createRandom(78, ...key);
  let state = drawNormal(random) / Math.sqrt(1 - phi * phi);
  return Float64Array.from({ length: n }, () => {
    const value = state + reading * drawNormal(random);
    state = phi * state + drawNormal(random);
    return value;
  });
}

/** n numbers by day. */
export function daily(n: number, value: (t: number) => number): Float64Array {
  return Float64Array.from({ length: n }, (_, t) => value(t));
}

/** The answer, or an exception that names the error. */
export function posteriorOf(diary: DailyTable, options: AxisOptions): AxisPosterior {
  const result = fitAxis(diary, options);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

export function edgeOf(posterior: AxisPosterior, from: string, to: string): EdgePosterior {
  const found = posterior.edges.find((edge) => edge.from === from && edge.to === to);
  if (!found) throw new Error(`no edge ${from} -> ${to}`);
  return found;
}

/** Paths of all numbers in an answer that are not finite; `detectableEffect` may be NaN, as its docstring says. */
export function notFinite(value: unknown, path = ""): string[] {
  if (typeof value === "number") {
    const allowed = path.endsWith(".detectableEffect") && Number.isNaN(value);
    return Number.isFinite(value) || allowed ? [] : [`${path} = ${value}`];
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}.${key}`));
}

/** Mean and SD (n - 1) of numbers. */
export function momentsOf(values: ArrayLike<number>): { readonly mean: number; readonly sd: number } {
  const list = Array.from(values);
  const mean = list.reduce((sum, x) => sum + x, 0) / list.length;
  const squares = list.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return { mean, sd: Math.sqrt(squares / (list.length - 1)) };
}
