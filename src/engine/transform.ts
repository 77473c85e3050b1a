/**
 * On which scale does an outcome move evenly? Identity, square root, log(1 + y), logit.
 *
 * A transform is fixed for one outcome: `low` and `high` are the ends of its scale (+/- Infinity = none), `soft` a small natural amount that keeps the
 * square root's slope finite at the floor. All are increasing; `backward` undoes `forward`; `slope` is the derivative of `forward`.
 */
import { exp, log } from "../numeric/elementary.ts";
import type { OutcomeLink } from "./posterior.ts";

export interface Transform {
  readonly name: OutcomeLink["transform"];
  readonly forward: (natural: number) => number;
  readonly backward: (fitted: number) => number;
  readonly slope: (natural: number) => number;
}

/** Share of the scale beyond either end, so that a logit exists at the ends. */
const MARGIN = 0.02;

export const identity: Transform = {
  name: "identity",
  forward: (y) => y,
  backward: (x) => x,
  slope: () => 1,
};

/** sqrt(y - low + soft). */
export function squareRoot(low: number, soft: number): Transform {
  const inside = (y: number): number => Math.max(0, y - low) + soft;
  return {
    name: "sqrt",
    forward: (y) => Math.sqrt(inside(y)),
    backward: (x) => low + Math.max(0, x) * Math.max(0, x) - soft,
    slope: (y) => 0.5 / Math.sqrt(inside(y)),
  };
}

/** log(1 + y - low), for counts; defined down to half a count below the floor. */
export function logOnePlus(low: number): Transform {
  const inside = (y: number): number => 1 + Math.max(-0.5, y - low);
  return {
    name: "log1p",
    forward: (y) => log(inside(y)),
    backward: (x) => low + exp(Math.min(x, 700)) - 1,
    slope: (y) => 1 / inside(y),
  };
}

/** Logit of the share of the scale, ends moved out by 2 %. */
export function logit(low: number, high: number): Transform {
  const share = (y: number): number => {
    const raw = (Math.min(high, Math.max(low, y)) - low) / (high - low);
    return MARGIN + (1 - 2 * MARGIN) * raw;
  };
  return {
    name: "logit",
    forward: (y) => log(share(y) / (1 - share(y))),
    backward: (x) => low + ((1 / (1 + exp(Math.min(-x, 700))) - MARGIN) / (1 - 2 * MARGIN)) * (high - low),
    slope: (y) => (1 - 2 * MARGIN) / (high - low) / (share(y) * (1 - share(y))),
  };
}
