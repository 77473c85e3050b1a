/**
 * Are these places uniform on 0-1, as chance allows?
 *
 * Histogram with a chi-square p and binomial 95 % range per bin; ECDF minus diagonal with a SIMULTANEOUS 95 % band: the pointwise binomial level is
 * made so strict, by simulation, that a uniform sample leaves the band anywhere in 5 % of cases (Säilynoja, Bürkner & Vehtari 2022, Statistics and
 * Computing 32:32, doi:10.1007/s11222-022-10090-6, section 2.2). Shares of places in the middle say what a departure means: too few there = posteriors too narrow.
 */
import { createRandom } from "../../src/base/random.ts";

export const BINS = 20;
/** Points at which the ECDF is compared. */
const POINTS = 100;
const SIMULATIONS = 2000;

export interface Band {
  /** POINTS + 1 values from 0 to 1; bounds of ECDF - diagonal there. */
  readonly at: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface Uniformity {
  readonly count: number;
  /** BINS counts. */
  readonly bins: readonly number[];
  readonly chiSquareP: number;
  /** 95 % binomial range of one bin. */
  readonly binRange: { readonly low: number; readonly high: number };
  /** ECDF - diagonal at the band's points. */
  readonly difference: readonly number[];
  readonly band: Band;
  readonly insideBand: boolean;
  /** Mean place (uniform: .5) with its standard error. */
  readonly mean: number;
  readonly meanError: number;
  /** Shares of places in the central 50 % and 90 %. */
  readonly middle50: number;
  readonly middle90: number;
}

/** `places`: at least one number in 0-1. O(count + POINTS). */
export function uniformityOf(places: readonly number[]): Uniformity {
  const n = places.length;
  const bins = new Array<number>(BINS).fill(0);
  for (const place of places) bins[Math.min(BINS - 1, Math.floor(place * BINS))] += 1;
  const expected = n / BINS;
  const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const band = bandOf(n);
  const difference = band.at.map((at) => places.filter((place) => place <= at).length / n - at);
  const share = (low: number, high: number): number =>
    places.filter((place) => place >= low && place <= high).length / n;
  return {
    count: n,
    bins,
    chiSquareP: chiSquareTail(chiSquare, BINS - 1),
    binRange: binomialRange(n, 1 / BINS, 0.95),
    difference,
    band,
    insideBand: difference.every((d, i) => d >= band.low[i] - 1e-12 && d <= band.high[i] + 1e-12),
    mean: places.reduce((sum, place) => sum + place, 0) / n,
    meanError: Math.sqrt(1 / 12 / n),
    middle50: share(0.25, 0.75),
    middle90: share(0.05, 0.95),
  };
}

const bands = new Map<number, Band>();

/** Simultaneous 95 % band of ECDF - diagonal for n uniform places. Seeded, kept. O(SIMULATIONS * (n + POINTS)). */
export function bandOf(n: number): Band {
  const known = bands.get(n);
  if (known) return known;
  const at = Array.from({ length: POINTS + 1 }, (_, i) => i / POINTS);
  const cumulative = at.map((p) => binomialCdf(n, p));
  const random = createRandom(20221, n);
  const strictest: number[] = [];
  for (let s = 0; s < SIMULATIONS; s++) {
    const steps = new Int32Array(POINTS + 1);
    for (let i = 0; i < n; i++) steps[Math.ceil(random.uniform() * POINTS)] += 1;
    let below = 0;
    let rarest = 1;
    for (let i = 0; i < POINTS; i++) {
      below += steps[i];
      if (i === 0) continue;
      const table = cumulative[i];
      const left = table[below];
      const right = 1 - (below > 0 ? table[below - 1] : 0);
      rarest = Math.min(rarest, 2 * left, 2 * right);
    }
    strictest.push(rarest);
  }
  strictest.sort((a, b) => a - b);
  const gamma = strictest[Math.floor(0.05 * SIMULATIONS)];
  const quantile = (table: Float64Array, p: number): number => {
    const k = table.findIndex((value) => value >= p);
    return k < 0 ? n : k;
  };
  const made = {
    at,
    low: at.map((p, i) => quantile(cumulative[i], gamma / 2) / n - p),
    high: at.map((p, i) => quantile(cumulative[i], 1 - gamma / 2) / n - p),
  };
  bands.set(n, made);
  return made;
}

/** Central range of a binomial count. */
export function binomialRange(n: number, p: number, level: number): { readonly low: number; readonly high: number } {
  const table = binomialCdf(n, p);
  const find = (share: number): number =>
    Math.max(
      0,
      table.findIndex((value) => value >= share),
    );
  return { low: find((1 - level) / 2), high: find(1 - (1 - level) / 2) };
}

/** P(count <= k) for k = 0 .. n. */
export function binomialCdf(n: number, p: number): Float64Array {
  const table = new Float64Array(n + 1);
  if (p <= 0) return table.fill(1);
  if (p >= 1) {
    table[n] = 1;
    return table;
  }
  let logMass = n * Math.log(1 - p);
  const logOdds = Math.log(p / (1 - p));
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    sum += Math.exp(logMass);
    table[k] = Math.min(1, sum);
    logMass += Math.log((n - k) / (k + 1)) + logOdds;
  }
  return table;
}

/** P(chi-square with `freedom` degrees > x): regularised incomplete gamma, by series or continued fraction (Abramowitz & Stegun 6.5). */
export function chiSquareTail(x: number, freedom: number): number {
  const a = freedom / 2;
  const z = x / 2;
  if (z <= 0) return 1;
  const front = Math.exp(a * Math.log(z) - z - logGamma(a));
  if (z < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; k < 500 && term > 1e-15 * sum; k++) {
      term *= z / (a + k);
      sum += term;
    }
    return 1 - front * sum;
  }
  let fraction = 0;
  for (let k = 200; k >= 1; k--) fraction = (k * (k - a)) / (z + 2 * k + 1 - a - fraction);
  return front / (z + 1 - a - fraction);
}

/** Stirling's series after a shift above 10. */
function logGamma(a: number): number {
  let shift = 0;
  let x = a;
  while (x < 10) {
    shift -= Math.log(x);
    x += 1;
  }
  return shift + (x - 0.5) * Math.log(x) - x + 0.9189385332046727 + 1 / (12 * x) - 1 / (360 * x ** 3);
}
