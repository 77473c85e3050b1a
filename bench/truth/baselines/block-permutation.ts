/**
 * Is a correlation larger than when fortnights are put in random order?
 *
 * After OpenStrap's published rule (the honest exception among apps): Spearman correlation of weekday-adjusted series, null distribution from
 * shuffled 14-day blocks, Benjamini-Hochberg at .10, at least 84 paired days. Its lags are declared beforehand; here 0 and 1 for levers and 1 for
 * states, and the permutation takes the same larger |r| of the two. 999 permutations, seeded by the diary's own seed; one order serves all pairs.
 */
import { chanceOf } from "../chance.ts";
import { benjaminiHochberg, type Claim, type Method } from "../method.ts";
import { adjusted, adjustingColumns, firstLagOf, outcomeColumns, pairsOf } from "./pairs.ts";

const block = 14;
const permutations = 999;
const fewestDays = 84;
/** A pair whose |r| was reached this often needs no more permutations: its p is then `enough / made` (Besag & Clifford 1991, still exact). */
const enough = 20;

/** Permutation of 14-day blocks, BH .10 as published (so there is no second list for 10 %). */
export const openstrapBlock14: Method = {
  name: "openstrap-block14",
  rule: "Spearman, weekday adjusted, lags 0 and 1, 999 permutations of 14-day blocks, BH 10 %, at least 84 paired days",
  answer: ({ table, seed }, outcomes) => {
    const weekdays = adjustingColumns({ ...table, columns: [] });
    const ranks = new Map(table.columns.map(({ name, values }) => [name, centredRanks(adjusted(values, weekdays))]));
    const chance = chanceOf(`blocks ${String(seed)}`);
    const orders = Array.from({ length: permutations }, () =>
      blockOrder(table.dayCount, (count) =>
        chance.sample(
          Array.from({ length: count }, (_, index) => index),
          count,
        ),
      ),
    );
    const tested = outcomeColumns(table, outcomes).flatMap((outcome) => {
      const y = ranks.get(outcome.name) ?? new Float64Array();
      const shuffled = orders.map((order) => Float64Array.from(order, (day) => y[day]));
      return pairsOf(table, [outcome.name]).map(({ cause }) => {
        const x = ranks.get(cause.name) ?? new Float64Array();
        const lags = firstLagOf(cause) === 0 ? [0, 1] : [1];
        return { from: cause.name, to: outcome.name, ...testBlocks(x, y, shuffled, lags) };
      });
    });
    const threshold = benjaminiHochberg(
      tested.map((pair) => pair.p),
      0.1,
    );
    return {
      claims: tested.map(({ from, to, p, r, lag }): Claim => {
        // p is a multiple of .001: |r| settles ties, too small a part to change the order of different p
        const strength = Math.max(0, 1 - p + 0.0005 * Math.abs(r));
        return { from, to, strength, reported: p <= threshold, sign: Math.sign(r), delayDays: lag };
      }),
    };
  },
};

/** p of the largest |r| over the lags against the shuffled outcomes. Blanks are left out pairwise. */
export function testBlocks(
  x: Float64Array,
  y: Float64Array,
  shuffled: readonly Float64Array[],
  lags: readonly number[],
): { readonly p: number; readonly r: number; readonly lag: number } {
  const [r, lag] = strongest(x, y, lags);
  if (Number.isNaN(r)) return { p: 1, r: 0, lag };
  let asLarge = 0;
  for (const [index, other] of shuffled.entries()) {
    if (Math.abs(strongest(x, other, lags)[0]) >= Math.abs(r)) asLarge += 1;
    if (asLarge === enough) return { p: enough / (index + 1), r, lag };
  }
  return { p: (1 + asLarge) / (1 + shuffled.length), r, lag };
}

/** Days in the order of shuffled blocks of 14; the last block may be shorter. */
export function blockOrder(dayCount: number, shuffle: (count: number) => readonly number[]): Int32Array {
  const count = Math.ceil(dayCount / block);
  const days = shuffle(count).flatMap((b) =>
    Array.from({ length: Math.min(block, dayCount - b * block) }, (_, index) => b * block + index),
  );
  return Int32Array.from(days);
}

function strongest(x: Float64Array, y: Float64Array, lags: readonly number[]): readonly [r: number, lag: number] {
  let [best, at] = [Number.NaN, lags[0]];
  for (const lag of lags) {
    let [n, sxx, syy, sxy] = [0, 0, 0, 0];
    for (let t = lag; t < y.length; t += 1) {
      const product = x[t - lag] * y[t];
      if (product !== product) continue; // NaN: a blank on either side
      n += 1;
      sxx += x[t - lag] * x[t - lag];
      syy += y[t] * y[t];
      sxy += product;
    }
    if (n < fewestDays && y.length >= fewestDays) continue;
    if (!(sxx * syy > 0)) continue;
    const r = sxy / Math.sqrt(sxx * syy);
    if (!(Math.abs(r) <= Math.abs(best))) [best, at] = [r, lag];
  }
  return [best, at];
}

/** Mid-ranks minus their mean; NaN stays. */
function centredRanks(values: Float64Array): Float64Array {
  const days = [...values.keys()].filter((day) => !Number.isNaN(values[day])).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (let start = 0; start < days.length;) {
    let end = start + 1;
    while (end < days.length && values[days[end]] === values[days[start]]) end += 1;
    for (let index = start; index < end; index += 1) ranks[days[index]] = (start + end - 1) / 2 - (days.length - 1) / 2;
    start = end;
  }
  return ranks;
}
