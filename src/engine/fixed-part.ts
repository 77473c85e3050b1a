/**
 * What is always in the equation (intercept, weekdays, trend, season, context), whitened, made orthonormal and taken out of every other column.
 *
 * Modified Gram-Schmidt, a second time where much cancelled (Daniel et al. 1976: twice is enough). Columns that became dependent, and those that leave no days over, are dropped and do not count in the rank. The coefficients have a flat prior and are
 * integrated out; where a draw of them is needed (forecast, latent outcomes) it costs one triangular solve.
 */
import type { Random } from "../base/random.ts";
import { log } from "../numeric/elementary.ts";
import { drawNormal } from "../numeric/normal.ts";
import { whitenInPlace, type Filter } from "./filter.ts";

/** Less than this share of a column's norm left over: it is a combination of the others. */
const DEPENDENT = 1e-9;
/** Rows that the fixed part leaves to noise and edges at least: of more contexts than a short diary has days, the last are left out. */
const LEFT_OVER = 6;

export interface FixedPart {
  readonly rank: number;
  /** Orthonormal whitened columns that span the fixed part: `rank` columns of n. */
  readonly units: readonly Float64Array[];
  /** -1/2 log |W*'W*|. */
  readonly logDet: number;
  /** Takes the fixed part out of n whitened values at `offset`, in place (mutates). */
  readonly projectInPlace: (column: Float64Array, offset: number) => void;
  /** Adds to n whitened rows (mutates) what a draw of the coefficients around their estimate would: noise along every fixed direction. */
  readonly addNoise: (white: Float64Array, noise: number, random: Random) => void;
  /** The same with a normal prior around 0 of the q coefficients (`precision`: 1 / variance each, 0 = flat): for looking beyond the diary, where a flat prior would run away with trend and season. */
  readonly drawShrunk: (white: Float64Array, noise: number, precision: Float64Array, random: Random) => Float64Array;
  /** A draw of the q coefficients given n WHITENED values of what the edges leave; 0 for dropped columns. `noise`: SD of a whitened row; 0 = the estimate itself. */
  readonly drawCoefficients: (white: Float64Array, noise: number, random: Random | null) => Float64Array;
}

/** `fixed`: q columns of n, not changed. O(n q^2). */
export function createFixedPart(filter: Filter, fixed: readonly Float64Array[]): FixedPart {
  const n = filter.gain.length;
  const q = fixed.length;
  const units: Float64Array[] = [];
  const places: number[] = [];
  const R = new Float64Array(q * q);
  let logDet = 0;
  for (let c = 0; c < q; c++) {
    const w = fixed[c].slice();
    whitenInPlace(filter, w, 0);
    const before = inner(w, w);
    let after = before;
    for (let pass = 0; pass < 2; pass++) {
      const start = after;
      for (let b = 0; b < units.length; b++) {
        const r = inner(w, units[b]);
        R[places[b] * q + c] += r;
        for (let i = 0; i < n; i++) w[i] -= r * units[b][i];
      }
      after = inner(w, w);
      // a second pass mends what cancellation took; without cancellation there is nothing to mend
      if (after > 0.5 * start) break;
    }
    if (!(after > DEPENDENT * before) || units.length >= n - LEFT_OVER) {
      for (let b = 0; b < q; b++) R[b * q + c] = 0;
      continue;
    }
    const root = Math.sqrt(after);
    for (let i = 0; i < n; i++) w[i] /= root;
    logDet -= 0.5 * log(after);
    R[c * q + c] = root;
    units.push(w);
    places.push(c);
  }
  return { rank: units.length, units, logDet, projectInPlace, addNoise, drawShrunk, drawCoefficients };

  function projectInPlace(column: Float64Array, offset: number): void {
    for (const unit of units) {
      let r = 0;
      for (let i = 0; i < n; i++) r += column[offset + i] * unit[i];
      for (let i = 0; i < n; i++) column[offset + i] -= r * unit[i];
    }
  }

  function drawShrunk(white: Float64Array, noise: number, precision: Float64Array, random: Random): Float64Array {
    const variance = noise * noise;
    // R'R + variance * precision = L L', in whitened rows; dropped columns have a row of zeros
    const L = new Float64Array(q * q);
    const z = new Float64Array(q);
    const target = units.map((unit) => inner(white, unit));
    for (let c = 0; c < q; c++) {
      let sum = 0;
      places.forEach((r, b) => {
        sum += R[r * q + c] * target[b];
      });
      for (let a = 0; a <= c; a++) {
        let g = a === c ? variance * precision[c] + 1e-9 : 0;
        for (const r of places) g += R[r * q + a] * R[r * q + c];
        for (let i = 0; i < a; i++) g -= L[c * q + i] * L[a * q + i];
        if (a < c) {
          L[c * q + a] = g / L[a * q + a];
          sum -= L[c * q + a] * z[a];
        } else L[c * q + c] = Math.sqrt(Math.max(g, 1e-12));
      }
      z[c] = sum / L[c * q + c];
    }
    const coefficients = z.map((value) => value + noise * drawNormal(random));
    for (let c = q - 1; c >= 0; c--) {
      for (let later = c + 1; later < q; later++) coefficients[c] -= L[later * q + c] * coefficients[later];
      // a dropped column says nothing that the kept ones do not: a draw from its prior would be noise of our own making
      coefficients[c] = places.includes(c) ? coefficients[c] / L[c * q + c] : 0;
    }
    return coefficients;
  }

  function addNoise(white: Float64Array, noise: number, random: Random): void {
    for (const unit of units) {
      const push = noise * drawNormal(random);
      for (let i = 0; i < n; i++) white[i] -= push * unit[i];
    }
  }

  function drawCoefficients(white: Float64Array, noise: number, random: Random | null): Float64Array {
    const coefficients = new Float64Array(q);
    for (let b = places.length - 1; b >= 0; b--) {
      const c = places[b];
      let sum = inner(white, units[b]);
      if (random !== null) sum += noise * drawNormal(random);
      for (let later = c + 1; later < q; later++) sum -= R[c * q + later] * coefficients[later];
      coefficients[c] = sum / R[c * q + c];
    }
    return coefficients;
  }
}

/** Dot product of two columns of the same length. */
export function inner(a: Float64Array, b: Float64Array): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}
