/**
 * Normal and gamma numbers, and the normal distribution's quantile and tail, with the same bits everywhere.
 *
 * Quantile: algorithm AS 241, routine PPND16 (Wichura 1988, Applied Statistics 37:477-484), relative error about 1e-16.
 * Distribution function: series and continued fraction of erfc, 1e-14 absolute (Abramowitz & Stegun 26.2.10, 26.2.14).
 * Gamma: Marsaglia & Tsang 2000 (ACM TOMS 26:363-372). All chance comes from the `Random` argument.
 */
import type { Random } from "../base/random.ts";
import { exp, log } from "./elementary.ts";

/** x with P(Z <= x) = p for a standard normal Z; p in (0, 1). p = 0 or 1 gives -/+Infinity, outside NaN. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
          45921.953931549871457) *
          r +
          13731.693765509461125) *
          r +
          1971.5909503065514427) *
          r +
          133.14166789178437745) *
          r +
          3.387132872796366608)) /
      (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
        21213.794301586595867) *
        r +
        5394.1960214247511077) *
        r +
        687.1870074920579083) *
        r +
        42.313330701600911252) *
        r +
        1)
    );
  }
  let r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  let x: number;
  if (r <= 5) {
    r -= 1.6;
    x =
      (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
        1.27045825245236838258) *
        r +
        3.64784832476320460504) *
        r +
        5.7694972214606914055) *
        r +
        4.6303378461565452959) *
        r +
        1.42343711074968357734) /
      (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
        0.14810397642748007459) *
        r +
        0.68976733498510000455) *
        r +
        1.6763848301838038494) *
        r +
        2.05319162663775882187) *
        r +
        1);
  } else {
    r -= 5;
    x =
      (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
        0.026532189526576123093) *
        r +
        0.29656057182850489123) *
        r +
        1.7848265399172913358) *
        r +
        5.4637849111641143699) *
        r +
        6.6579046435011037772) /
      (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
        7.868691311456132591e-4) *
        r +
        0.0148753612908506148525) *
        r +
        0.13692988092273580531) *
        r +
        0.59983220655588793769) *
        r +
        1);
  }
  return q < 0 ? -x : x;
}

/** P(Z <= x) for a standard normal Z. */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return NaN;
  const a = Math.abs(x);
  if (a > 38) return x < 0 ? 0 : 1;
  const density = exp(-0.5 * a * a) * 0.39894228040143267794;
  let upper: number;
  if (a < 2.5) {
    let term = a;
    let sum = a;
    for (let n = 1; n < 100 && term > sum * 1e-17; n++) {
      term *= (a * a) / (2 * n + 1);
      sum += term;
    }
    upper = 0.5 - density * sum;
  } else {
    let fraction = 0;
    for (let n = 120; n >= 1; n--) fraction = n / (a + fraction);
    upper = density / (a + fraction);
  }
  return x < 0 ? upper : 1 - upper;
}

/** One standard normal number. */
export function drawNormal(random: Random): number {
  return normalQuantile(random.uniform());
}

/** One gamma number with this shape (> 0) and scale 1. */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * exp(log(random.uniform()) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const cube = 1 + c * x;
    if (cube <= 0) continue;
    const v = cube * cube * cube;
    if (log(random.uniform()) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
  }
}
