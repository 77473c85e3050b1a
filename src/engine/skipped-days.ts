/**
 * Does this person skip the diary after bad days?
 *
 * If so the recorded days are the better ones, and what is missing is not missing at random (design 2.6). Table of recorded days by (worse or better
 * than the person's median) x (entry on the next day skipped or not); odds ratio with 1/2 added to every cell, 95 % interval exp(log OR +- 1.96 sqrt(sum 1 / cell))
 * (Haldane 1956, Ann Hum Genet 20:309-311; Anscombe 1956, Biometrika 43:461-464).
 *
 * It sees only what a recorded day tells of the next one: who skips on the bad day itself shows up as far as bad days come in a row.
 */
import { exp, log } from "../numeric/elementary.ts";
import type { BetterIs } from "../daily/table.ts";
import type { OutcomePosterior } from "./posterior.ts";

/** Fewer skipped days say nothing either way. */
const FEWEST_SKIPPED = 8;
const Z95 = 1.959963984540054;

/**
 * Odds ratio (above 1: entries are skipped more often after worse days) with 95 % interval.
 *
 * `values`: one per day, NaN = not recorded. Days at the median count for neither side, unless one side would be empty (a pile of best values at 0): then
 * they are that side. null when fewer than 8 of the counted days are followed by a skipped one, when either side has no day, or when `betterIs` is "neither". O(n log n).
 */
export function skippedAfterWorse(values: Float64Array, betterIs: BetterIs): OutcomePosterior["skippedAfterWorse"] {
  if (betterIs === "neither") return null;
  const middle = medianOf(values);
  // worse is up
  const sign = betterIs === "lower" ? 1 : -1;
  const count = { worse: { skipped: 0, kept: 0 }, better: { skipped: 0, kept: 0 }, same: { skipped: 0, kept: 0 } };
  for (let t = 0; t + 1 < values.length; t++) {
    if (Number.isNaN(values[t])) continue;
    const height = sign * (values[t] - middle);
    const side = count[height > 0 ? "worse" : height < 0 ? "better" : "same"];
    if (Number.isNaN(values[t + 1])) side.skipped += 1;
    else side.kept += 1;
  }
  const days = (side: { skipped: number; kept: number }): number => side.skipped + side.kept;
  const worse = days(count.worse) === 0 ? count.same : count.worse;
  const better = days(count.better) === 0 ? count.same : count.better;
  if (worse === better || days(worse) === 0 || days(better) === 0) return null;
  if (worse.skipped + better.skipped < FEWEST_SKIPPED) return null;

  const cells = [worse.skipped + 0.5, worse.kept + 0.5, better.skipped + 0.5, better.kept + 0.5] as const;
  const logRatio = log((cells[0] * cells[3]) / (cells[1] * cells[2]));
  const spread = Z95 * Math.sqrt(cells.reduce((sum, cell) => sum + 1 / cell, 0));
  return { oddsRatio: exp(logRatio), low95: exp(logRatio - spread), high95: exp(logRatio + spread) };
}

/** Median of the recorded values; NaN when there are none. */
function medianOf(values: Float64Array): number {
  const recorded = values.filter((x) => !Number.isNaN(x)).sort();
  const n = recorded.length;
  return n === 0 ? NaN : (recorded[(n - 1) >> 1] + recorded[n >> 1]) / 2;
}
