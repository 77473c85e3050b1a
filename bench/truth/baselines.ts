/**
 * What would people use otherwise?
 *
 * Plain re-implementations of common statistics and of the published behaviour of habit apps, each named by its rule: same-day and best-lag
 * correlation, the |r| >= .5 rule, the with/without rule, and the strong one, Granger F with weekday and Benjamini-Hochberg.
 */
import type { DailyColumn, DailyTable } from "../../src/daily/table.ts";
import { outcomeNames } from "./diary.ts";
import { leastSquares, twoSidedT, upperF } from "./least-squares.ts";
import { reportBelow, reportByBenjaminiHochberg, type Claim, type Method, type TestedPair } from "./method.ts";
import { momentsOf } from "./simulate.ts";

interface Pair {
  readonly cause: DailyColumn;
  readonly outcome: DailyColumn;
}

/** Same-day Pearson, p < .05, no correction (what a habit app's "insights" do). */
export const sameDay: Method = {
  name: "same-day-r",
  rule: "Pearson on the same day, p < .05, no correction",
  answer: ({ table }, outcomes) => ({
    claims: reportBelow(
      pairsOf(table, outcomes).map(({ cause, outcome }) => testLag(cause, outcome, 0)),
      0.05,
    ),
  }),
};

/** Best of the lags 0-14 by |r|, p < .05 of that one lag, no correction. */
export const bestLag: Method = {
  name: "best-lag-r",
  rule: "largest |r| of lags 0-14, its p < .05, no correction",
  answer: ({ table }, outcomes) => ({
    claims: reportBelow(
      pairsOf(table, outcomes).map(({ cause, outcome }) => bestOfLags(cause, outcome, 14)),
      0.05,
    ),
  }),
};

/** Lags 0 and 1, shown when |r| >= .5 over the last 30 days (perfice). */
export const perfice: Method = {
  name: "perfice-r05",
  rule: "Pearson of the last 30 days, lags 0 and 1, shown when |r| >= .5",
  answer: ({ table }, outcomes) => ({
    claims: pairsOf(table, outcomes).map(({ cause, outcome }): Claim => {
      const from = Math.max(0, table.dayCount - 30);
      const [best = 0] = [0, 1]
        .map((lag) => correlate(cause.values, outcome.values, lag, from).r)
        .sort((a, b) => Math.abs(b) - Math.abs(a));
      return claim(cause, outcome, Math.abs(best), Math.abs(best) >= 0.5, best);
    }),
  }),
};

/** Mean on days with minus mean on days without (amounts: above or below the person's median), shown after 3 + 3 days when it is 20 % or more. */
export const bearableLike: Method = {
  name: "bearable-like",
  rule: "last 30 days: mean with v. without the factor, shown after 3 + 3 days when they differ by 20 % or more",
  answer: ({ table }, outcomes) => ({
    claims: pairsOf(table, outcomes).map(({ cause, outcome }): Claim => {
      const difference = withWithout(cause, outcome, Math.max(0, table.dayCount - 30));
      return claim(cause, outcome, Math.min(1, Math.abs(difference)), Math.abs(difference) >= 0.2, difference);
    }),
  }),
};

/** Granger F: 7 own lags, 7 lags of the cause (0-6 for levers, 1-7 for states), weekday, trend; Benjamini-Hochberg 5 % over all pairs. */
export const granger: Method = {
  name: "granger-bh",
  rule: "Granger F (7 lags, weekday, trend; blanks of causes and of own lags filled by the mean), BH 5 %",
  answer: ({ table }, outcomes) => ({
    claims: reportByBenjaminiHochberg(
      pairsOf(table, outcomes).map(({ cause, outcome }) => grangerPair(table, cause, outcome)),
      0.05,
    ),
  }),
};

export const baselines: readonly Method[] = [sameDay, bestLag, perfice, bearableLike, granger];

function pairsOf(table: DailyTable, outcomes: readonly string[]): readonly Pair[] {
  const wanted = outcomeNames(table).filter((name) => outcomes.includes(name));
  return table.columns
    .filter((column) => wanted.includes(column.name))
    .flatMap((outcome) => table.columns.filter((cause) => cause !== outcome).map((cause) => ({ cause, outcome })));
}

function correlate(
  x: Float64Array,
  y: Float64Array,
  lag: number,
  from = 0,
): { readonly r: number; readonly n: number } {
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
  for (let t = Math.max(lag, from); t < y.length; t += 1) {
    const a = x[t - lag] ?? Number.NaN;
    const b = y[t] ?? Number.NaN;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    n += 1;
    sx += a;
    sy += b;
    sxx += a * a;
    syy += b * b;
    sxy += a * b;
  }
  const spread = (sxx - (sx * sx) / n) * (syy - (sy * sy) / n);
  return { r: n < 3 || !(spread > 1e-12) ? 0 : (sxy - (sx * sy) / n) / Math.sqrt(spread), n };
}

function testLag(cause: DailyColumn, outcome: DailyColumn, lag: number): TestedPair {
  const { r, n } = correlate(cause.values, outcome.values, lag);
  const p = n < 4 ? 1 : twoSidedT(r * Math.sqrt((n - 2) / Math.max(1e-12, 1 - r * r)), n - 2);
  return { from: cause.name, to: outcome.name, p, sign: Math.sign(r), delayDays: lag };
}

function bestOfLags(cause: DailyColumn, outcome: DailyColumn, longest: number): TestedPair {
  let best = testLag(cause, outcome, 0);
  for (let lag = 1; lag <= longest; lag += 1) {
    const next = testLag(cause, outcome, lag);
    if (next.p < best.p) best = next;
  }
  return best;
}

function withWithout(cause: DailyColumn, outcome: DailyColumn, from: number): number {
  const known = [...cause.values].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const median = known[Math.floor(known.length / 2)] ?? 0;
  const sums = { withDays: 0, withSum: 0, withoutDays: 0, withoutSum: 0 };
  for (let t = from; t < outcome.values.length; t += 1) {
    const x = cause.values[t] ?? Number.NaN;
    const y = outcome.values[t] ?? Number.NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    if (x > median) {
      sums.withDays += 1;
      sums.withSum += y;
    } else {
      sums.withoutDays += 1;
      sums.withoutSum += y;
    }
  }
  if (sums.withDays < 3 || sums.withoutDays < 3 || sums.withoutSum === 0) return 0;
  return sums.withSum / sums.withDays / (sums.withoutSum / sums.withoutDays) - 1;
}

function grangerPair(table: DailyTable, cause: DailyColumn, outcome: DailyColumn): TestedPair {
  const nothing: TestedPair = { from: cause.name, to: outcome.name, p: 1, sign: 0 };
  const firstLag = cause.role === "lever" ? 0 : 1;
  const y = filled(outcome.values);
  const x = filled(cause.values);
  const rows = [...outcome.values.keys()].filter((day) => day >= 7 && !Number.isNaN(outcome.values[day]));
  const column = (read: (day: number) => number): Float64Array => Float64Array.from(rows, read);
  const own = [
    column(() => 1),
    column((day) => day / table.dayCount - 0.5),
    ...[1, 2, 3, 4, 5, 6].map((weekday) => column((day) => ((table.firstDayNumber + day) % 7 === weekday ? 1 : 0))),
    ...[1, 2, 3, 4, 5, 6, 7].map((lag) => column((day) => y[day - lag] ?? 0)),
  ];
  const others = [0, 1, 2, 3, 4, 5, 6].map((lag) => column((day) => x[day - lag - firstLag] ?? 0));
  const target = column((day) => y[day] ?? 0);
  const small = leastSquares(target, own);
  const large = leastSquares(target, [...own, ...others]);
  if (!small || !large) return nothing;
  const f =
    (small.residualSumOfSquares - large.residualSumOfSquares) /
    7 /
    (large.residualSumOfSquares / large.degreesOfFreedom);
  const total = others.reduce((sum, _, lag) => sum + (large.coefficients[own.length + lag] ?? 0), 0);
  return { ...nothing, p: upperF(f, 7, large.degreesOfFreedom), sign: Math.sign(total) };
}

/** Centred, blanks = the mean. */
function filled(values: Float64Array): Float64Array {
  const { mean } = momentsOf(values);
  return values.map((value) => (Number.isNaN(value) ? 0 : value - mean));
}

function claim(cause: DailyColumn, outcome: DailyColumn, strength: number, reported: boolean, signOf: number): Claim {
  return { from: cause.name, to: outcome.name, strength, reported, sign: Math.sign(signOf) };
}
