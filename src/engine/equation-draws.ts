/**
 * What does a calculation over several equations at once need to know of each of them?
 *
 * Per outcome the same number of kept draws of its equation: which causes were in, how strong, with which delay. Plain data, so that outcomes
 * may be calculated in workers and joined here. Draw d of one outcome goes with draw d of the others: given the diary the equations
 * are independent (own noise, own priors), so any pairing is a draw of all together.
 */
import type { Role } from "../daily/table.ts";

/** Some kept draws of one outcome's equation, natural units: plain data that crosses a worker boundary. */
export interface EquationDraws {
  readonly to: string;
  readonly toRole: Role;
  readonly draws: readonly EquationDraw[];
}

/** One draw: the causes that were in; a cause that is not listed has no direct effect in this draw. */
export interface EquationDraw {
  readonly edges: readonly DrawnEdge[];
}

/** One cause in one draw. */
export interface DrawnEdge {
  readonly from: string;
  /** Effect of a sustained rise of one natural unit of `from`, natural units of `to`. */
  readonly effect: number;
  /** 25 weights of the kernel over the lag columns: days 0-14, then ten whole weeks (15-21, ..., 78-84); a week's weight is spread evenly over its 7 days. Sums to 1. */
  readonly pulse: Float64Array;
}
