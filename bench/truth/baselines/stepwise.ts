/**
 * Which lagged columns does stepwise regression end with?
 *
 * Forward and backward over all causes at lags 0-14 by the sweep operator (Beaton 1964). `stepwise`: in at p < .05, out at p > .10, as the menus of
 * statistics programs do. `stepwise-bic`: in and out by BIC, yesterday's outcome always in: the kinder one. Reported = any lag of the cause
 * is in at the end.
 */
import { twoSidedT } from "../least-squares.ts";
import type { Claim, Method } from "../method.ts";
import { addProducts, laggedDesign, type LaggedColumn, type LaggedDesign } from "./lagged-design.ts";
import { outcomeColumns } from "./pairs.ts";

export type StepRule = "p-value" | "bic";

/** In at p < .05, out at p > .10. */
export const stepwise: Method = {
  name: "stepwise",
  rule: "stepwise regression on lags 0-14 of all causes, weekday, trend, context out; in at p < .05, out at p > .10",
  answer: ({ table }, outcomes) => ({
    claims: outcomeColumns(table, outcomes).flatMap((outcome) => stepClaims(laggedDesign(table, outcome), "p-value")),
  }),
};

/** By BIC, with yesterday's outcome always in. */
export const stepwiseBic: Method = {
  name: "stepwise-bic",
  rule: "the same by BIC, yesterday's outcome always in",
  answer: ({ table }, outcomes) => ({
    claims: outcomeColumns(table, outcomes).flatMap((outcome) => stepClaims(laggedDesign(table, outcome), "bic")),
  }),
};

export interface Steps {
  /** Indices of the columns that are in at the end. */
  readonly chosen: readonly number[];
  /** Of all columns in; 0 elsewhere. */
  readonly coefficients: Float64Array;
  /** p to stay (columns that are in) or to enter (the others). */
  readonly p: Float64Array;
}

function stepClaims(design: LaggedDesign, rule: StepRule): readonly Claim[] {
  const forced: readonly LaggedColumn[] = rule === "bic" ? [design.yesterday] : [];
  const columns = [...forced, ...design.columns];
  const steps = chooseSteps(
    columns.map((column) => column.values),
    design.y,
    { rule, forced: forced.length, spent: design.adjusted },
  );
  const memory = forced.length === 0 ? 0 : steps.coefficients[0];
  const causes = [...new Set(design.columns.map((column) => column.cause))];
  return causes.map((from): Claim => {
    const own = columns.flatMap((column, index) => (column.cause === from ? [{ column, index }] : []));
    const kept = own.filter(({ index }) => steps.chosen.includes(index));
    const smallest = Math.min(...(kept.length > 0 ? kept : own).map(({ index }) => steps.p[index]));
    const sum = kept.reduce(
      (total, { column, index }) => total + (steps.coefficients[index] * design.ySd) / column.sd,
      0,
    );
    const weight = kept.reduce((total, { index }) => total + Math.abs(steps.coefficients[index]), 0);
    const lagSum = kept.reduce(
      (total, { column, index }) => total + Math.abs(steps.coefficients[index]) * column.lag,
      0,
    );
    return {
      from,
      to: design.outcome,
      strength: (kept.length > 0 ? 0.5 : 0) + (1 - smallest) / 2, // what is in ranks above what is out
      reported: kept.length > 0,
      sign: Math.sign(sum),
      ...(kept.length === 0 ? {} : { estimate: sum / Math.max(0.05, 1 - memory), delayDays: lagSum / weight }),
    };
  });
}

/**
 * Steps until nothing changes (at most 80). Columns and y have mean 0; the first `forced` columns go in first and stay; `spent` parameters are gone
 * already. A column that is nearly a sum of others (less than .1 % of it left) is not taken.
 */
export function chooseSteps(
  columns: readonly Float64Array[],
  y: Float64Array,
  { rule, forced, spent }: { readonly rule: StepRule; readonly forced: number; readonly spent: number },
): Steps {
  const k = columns.length;
  const n = y.length;
  const width = k + 1;
  const a = new Float64Array(width * width); // the last row and column belong to y
  addProducts([...columns, y], y, 0, n, a, new Float64Array(width));
  const before = Float64Array.from({ length: k }, (_, j) => a[j * width + j]);
  const isIn = new Uint8Array(k);
  const last = k * width + k;
  let count = 0;
  const toggle = (j: number): void => {
    sweep(a, width, j);
    isIn[j] = 1 - isIn[j];
    count += isIn[j] === 1 ? 1 : -1;
  };
  /** Error degrees of freedom with `size` columns in. */
  const freedom = (size: number): number => n - spent - size;
  const tEnter = (j: number): number => {
    const gain = a[j * width + k] ** 2 / a[j * width + j];
    return Math.sqrt(gain / Math.max(1e-12, (a[last] - gain) / freedom(count + 1)));
  };
  const tStay = (j: number): number =>
    Math.abs(a[j * width + k]) / Math.sqrt(Math.max(1e-300, (Math.abs(a[j * width + j]) * a[last]) / freedom(count)));
  const mayEnter = (j: number): boolean => isIn[j] === 0 && a[j * width + j] > 1e-3 * before[j] && before[j] > 1e-9;
  // adding a column lowers n log RSS by n log(1 + t^2 / df): BIC asks for more than log n
  const bicGain = (t: number, df: number): number => n * Math.log1p((t * t) / df) - Math.log(n);
  for (let j = 0; j < forced; j += 1) if (mayEnter(j)) toggle(j);
  for (let step = 0; step < 80 && freedom(count + 2) > 5; step += 1) {
    const [enter, tIn] = extreme(k, mayEnter, tEnter, 1);
    const entered =
      enter >= 0 && (rule === "bic" ? bicGain(tIn, freedom(count + 1)) > 0 : twoSidedT(tIn, freedom(count + 1)) < 0.05);
    if (entered) toggle(enter);
    const [leave, tOut] = extreme(k, (j) => isIn[j] === 1 && j >= forced, tStay, -1);
    const left =
      leave >= 0 && (rule === "bic" ? bicGain(tOut, freedom(count)) < 0 : twoSidedT(tOut, freedom(count)) > 0.1);
    if (left) toggle(leave);
    if (!entered && !left) break;
  }
  const chosen = [...isIn.keys()].filter((j) => isIn[j] === 1 && j >= forced);
  const p = Float64Array.from({ length: k }, (_, j) => {
    if (isIn[j] === 1) return twoSidedT(tStay(j), freedom(count));
    return mayEnter(j) ? twoSidedT(tEnter(j), freedom(count + 1)) : 1;
  });
  const coefficients = Float64Array.from({ length: k }, (_, j) => (isIn[j] === 1 ? a[j * width + k] : 0));
  return { chosen, coefficients, p };
}

function extreme(
  k: number,
  may: (j: number) => boolean,
  measure: (j: number) => number,
  sign: 1 | -1,
): readonly [index: number, value: number] {
  let [index, value] = [-1, Number.NEGATIVE_INFINITY];
  for (let j = 0; j < k; j += 1) {
    if (!may(j)) continue;
    const now = sign * measure(j);
    if (now > value) [index, value] = [j, now];
  }
  return [index, sign * value];
}

/** Sweeps the symmetric matrix on pivot j, in place; sweeping twice gives the matrix back. Swept diagonals are minus the inverse. */
function sweep(a: Float64Array, width: number, j: number): void {
  const pivot = a[j * width + j];
  const row = a.slice(j * width, (j + 1) * width);
  const sign = pivot < 0 ? -1 : 1; // a swept pivot is negative: undo
  for (let i = 0; i < width; i += 1) {
    if (i === j) continue;
    const factor = row[i] / pivot;
    if (factor === 0) continue;
    for (let m = 0; m < width; m += 1) if (m !== j) a[i * width + m] -= factor * row[m];
  }
  for (let i = 0; i < width; i += 1) {
    if (i === j) continue;
    const value = row[i] / (sign * pivot);
    a[i * width + j] = value;
    a[j * width + i] = value;
  }
  a[j * width + j] = -1 / pivot;
}
