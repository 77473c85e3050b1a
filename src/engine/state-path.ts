/**
 * Where was the outcome's own slow part on every observed day? One draw of the AR(1) state plus level, given what the edges and the fixed part leave.
 *
 * Forward filtering, backward sampling. Backwards each day's state is first updated by the two numbers already drawn for the next day (two scalar
 * updates, as if they were observations), then drawn: no matrix is ever inverted. Sources: Carter & Kohn 1994 (Biometrika 81:541-553);
 * Durbin & Koopman 2012, ch. 4.
 */
import type { Random } from "../base/random.ts";
import { drawNormal } from "../numeric/normal.ts";
import { FIRST_STATE, type NoiseScales } from "./filter.ts";
import type { NoiseLaw } from "./noise-grid.ts";

/** Mean and covariance of (AR state, level), covariances in units of sigma^2. */
export interface SlowState {
  a: number;
  l: number;
  paa: number;
  pal: number;
  pll: number;
}

/** Filtered states on all observed days: 5 numbers a day (a, l, paa, pal, pll). `rest`: n values, outcome minus edges minus fixed part. O(n + gaps). */
export function filterStates(
  law: NoiseLaw,
  days: Int32Array,
  scales: NoiseScales | null,
  rest: Float64Array,
): Float64Array {
  const n = days.length;
  const out = new Float64Array(5 * n);
  const state: SlowState = { a: 0, l: 0, paa: FIRST_STATE * law.scale, pal: 0, pll: 0 };
  for (let i = 0; i < n; i++) {
    if (i > 0) carryOver(state, law, days[i] - days[i - 1], scales ? scales.push[i] : 1);
    const sa = state.paa + state.pal;
    const sl = state.pal + state.pll;
    const F = sa + sl + (scales ? scales.reading[i] : 1);
    const error = rest[i] - state.a - state.l;
    state.a += (sa / F) * error;
    state.l += (sl / F) * error;
    state.paa -= (sa * sa) / F;
    state.pal -= (sa * sl) / F;
    state.pll -= (sl * sl) / F;
    out.set([state.a, state.l, state.paa, state.pal, state.pll], 5 * i);
  }
  return out;
}

/** The state `gap` days later (mutates); `lastPush` multiplies the variance of the last day's push. */
export function carryOver(state: SlowState, law: NoiseLaw, gap: number, lastPush: number): void {
  for (let g = 0; g < gap; g++) {
    state.a *= law.phi;
    state.pal *= law.phi;
    state.paa = law.phi * law.phi * state.paa + law.ratio * (g === gap - 1 ? lastPush : 1);
  }
  state.pll += law.level * gap;
}

/** The filtered state of day i. */
export function stateAt(filtered: Float64Array, i: number): SlowState {
  const at = 5 * i;
  return { a: filtered[at], l: filtered[at + 1], paa: filtered[at + 2], pal: filtered[at + 3], pll: filtered[at + 4] };
}

/** One draw from the state (a, l). */
export function drawState(state: SlowState, sigma: number, random: Random): { a: number; l: number } {
  const root = Math.sqrt(Math.max(0, state.paa));
  const first = drawNormal(random);
  const a = state.a + sigma * root * first;
  if (!(state.pll > 0)) return { a, l: state.l };
  const cross = root > 0 ? state.pal / root : 0;
  const l = state.l + sigma * (cross * first + Math.sqrt(Math.max(0, state.pll - cross * cross)) * drawNormal(random));
  return { a, l };
}

/** n draws of AR state + level, one joint path. `sigma`: SD of the reading noise. */
export function drawSlowPath(
  law: NoiseLaw,
  days: Int32Array,
  scales: NoiseScales | null,
  rest: Float64Array,
  sigma: number,
  random: Random,
): Float64Array {
  const n = days.length;
  const filtered = filterStates(law, days, scales, rest);
  const path = new Float64Array(n);
  let next = { a: 0, l: 0 };
  for (let i = n - 1; i >= 0; i--) {
    const state = stateAt(filtered, i);
    if (i < n - 1) {
      const gap = days[i + 1] - days[i];
      let carry = 1;
      let pushed = 0;
      for (let g = 0; g < gap; g++) {
        carry *= law.phi;
        pushed = law.phi * law.phi * pushed + law.ratio * (scales && g === gap - 1 ? scales.push[i + 1] : 1);
      }
      observe(state, carry, 0, next.a, pushed);
      if (law.level > 0) observe(state, 0, 1, next.l, law.level * gap);
    }
    next = drawState(state, sigma, random);
    path[i] = next.a + next.l;
  }
  return path;
}

/** Updates the state (mutates) by an observation value = ha * a + hl * l + noise of this variance. */
function observe(state: SlowState, ha: number, hl: number, value: number, variance: number): void {
  const sa = ha * state.paa + hl * state.pal;
  const sl = ha * state.pal + hl * state.pll;
  const F = ha * sa + hl * sl + variance;
  if (!(F > 0)) return;
  const error = value - ha * state.a - hl * state.l;
  state.a += (sa / F) * error;
  state.l += (sl / F) * error;
  state.paa -= (sa * sa) / F;
  state.pal -= (sa * sl) / F;
  state.pll -= (sl * sl) / F;
}
