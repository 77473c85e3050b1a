/**
 * Are there days on which this diary does not behave: a slipped finger, a flare out of nowhere, an infection?
 *
 * Reading noise and daily push may have heavy tails (Student t with 4 degrees of freedom, as a scale mixture of normals). An EM pass on the outcome
 * without edges gives every day two multipliers: of its reading noise (a wild single day) and of the push that leads to it (a jump that
 * stays). The whitening then uses them as known. They are used only if the diary asks for it: the mean of the log likelihood gain of t
 * innovations over normal ones must exceed a threshold, so an ordinary diary is analysed with plain normal noise.
 * Sources: Lange, Little & Taylor 1989 (JASA 84:881-896) for the weights; Durbin & Koopman 2012, ch. 4.4-4.5, for the smoother.
 */
import { log } from "../numeric/elementary.ts";
import { bestLaw, noiseEvidence } from "./noise-evidence.ts";
import { NOISE_LAWS, type NoiseLaw } from "./noise-grid.ts";
import { createFilter, whitenInPlace, type NoiseScales } from "./filter.ts";
import { createFixedPart } from "./fixed-part.ts";

/** Degrees of freedom of the heavy-tailed noise. */
const NU = 4;
const PASSES = 12;
/** Log-likelihood gain over all days that heavy tails must bring before they are used. */
const GAIN_NEEDED = 6;

/** The search for wild days knows only laws without a wandering level. */
function isWithoutLevel(law: number): boolean {
  return NOISE_LAWS[law].level === 0;
}

/** Standardised one-step errors of what the fixed columns leave, under a law. */
function innovations(law: NoiseLaw, days: Int32Array, scales: NoiseScales | null, rest: Float64Array): Float64Array {
  const z = rest.slice();
  whitenInPlace(createFilter(law, days, scales), z, 0);
  return z;
}

/** log t_nu (scaled to variance-free form, scale estimated) minus log normal, summed over standardised errors. */
export function heavyTailGain(errors: Float64Array): number {
  const n = errors.length;
  let square = 0;
  for (const e of errors) square += e * e;
  const variance = square / n;
  // scale of the t by EM
  let scale = variance / 2;
  for (let pass = 0; pass < 30; pass++) {
    let sum = 0;
    for (const e of errors) sum += ((NU + 1) * e * e) / (NU + (e * e) / scale);
    scale = sum / n;
  }
  // log density constants: Gamma(5/2) / (Gamma(2) sqrt(4 pi)) = 3/8; normal 1 / sqrt(2 pi)
  const constant = log(0.375) + 0.5 * log(6.283185307179586);
  let gain = 0;
  for (const e of errors) {
    gain +=
      constant -
      0.5 * log(scale) -
      ((NU + 1) / 2) * log(1 + (e * e) / (NU * scale)) +
      0.5 * log(variance) +
      (e * e) / (2 * variance);
  }
  return gain;
}

/** Multipliers of reading noise (n) and of the push on the way to each observed day (n), or null when ordinary noise will do. */
export function noiseScales(days: Int32Array, y: Float64Array, fixed: readonly Float64Array[]): NoiseScales | null {
  const lawGiven = (scales: NoiseScales | null): NoiseLaw =>
    NOISE_LAWS[bestLaw(noiseEvidence(days, y, fixed, scales, isWithoutLevel))];
  let law = lawGiven(null);
  const plain = residual(law, days, null, y, fixed);
  if (heavyTailGain(innovations(law, days, null, plain)) < GAIN_NEEDED) return null;
  const n = days.length;
  let scales: NoiseScales = { reading: new Float64Array(n).fill(1), push: new Float64Array(n).fill(1) };
  for (let pass = 0; pass < PASSES; pass++) {
    const rest = residual(law, days, scales, y, fixed);
    scales = reweigh(law, days, scales, rest);
    if (pass % 3 === 2) law = lawGiven(scales);
  }
  return scales;
}

/** y minus its generalised least squares fit on the fixed columns. */
function residual(
  law: NoiseLaw,
  days: Int32Array,
  scales: NoiseScales | null,
  y: Float64Array,
  fixed: readonly Float64Array[],
): Float64Array {
  const filter = createFilter(law, days, scales);
  const white = y.slice();
  whitenInPlace(filter, white, 0);
  const coefficients = createFixedPart(filter, fixed).drawCoefficients(white, 0, null);
  const rest = y.slice();
  for (let c = 0; c < fixed.length; c++) {
    for (let i = 0; i < rest.length; i++) rest[i] -= coefficients[c] * fixed[c][i];
  }
  return rest;
}

/** One E-step: smoothed squared reading errors and pushes -> new multipliers. */
function reweigh(law: NoiseLaw, days: Int32Array, scales: NoiseScales, rest: Float64Array): NoiseScales {
  const n = days.length;
  const predicted = new Float64Array(n);
  const predictedP = new Float64Array(n);
  const filtered = new Float64Array(n);
  const filteredP = new Float64Array(n);
  const carry = new Float64Array(n);
  let a = 0;
  let P = 100 * law.scale;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    if (i > 0) {
      const gap = days[i] - days[i - 1];
      let c = 1;
      for (let g = 0; g < gap; g++) {
        P = law.phi * law.phi * P + law.ratio * (g === gap - 1 ? scales.push[i] : 1);
        c *= law.phi;
      }
      carry[i] = c;
      a *= c;
    }
    predicted[i] = a;
    predictedP[i] = P;
    const F = P + scales.reading[i];
    const error = rest[i] - a;
    sum += (error * error) / F;
    a += (P / F) * error;
    P -= (P * P) / F;
    filtered[i] = a;
    filteredP[i] = P;
  }
  const sigma2 = sum / n;
  const reading = new Float64Array(n);
  const push = new Float64Array(n).fill(1);
  let smooth = filtered[n - 1];
  let smoothP = filteredP[n - 1];
  for (let i = n - 1; i >= 0; i--) {
    if (i < n - 1) {
      const J = (filteredP[i] * carry[i + 1]) / predictedP[i + 1];
      const next = smooth;
      const nextP = smoothP;
      smooth = filtered[i] + J * (next - predicted[i + 1]);
      smoothP = filteredP[i] + J * J * (nextP - predictedP[i + 1]);
      const c = carry[i + 1];
      const jump = next - c * smooth;
      const jumpP = Math.max(0, nextP + c * c * smoothP - 2 * c * J * nextP);
      const q = law.ratio * pushVariance(law, days[i + 1] - days[i]);
      push[i + 1] = multiplier(((jump * jump) / sigma2 + jumpP) / q);
    }
    const e = rest[i] - smooth;
    reading[i] = multiplier((e * e) / sigma2 + smoothP);
  }
  return { reading, push };
}

/** Variance of the state gained over a gap, in pushes. */
function pushVariance(law: NoiseLaw, gap: number): number {
  let v = 0;
  for (let g = 0; g < gap; g++) v = law.phi * law.phi * v + 1;
  return v;
}

/** 1 / E[lambda] of the t scale mixture, from an expected squared standardised error. */
function multiplier(square: number): number {
  return (NU + square) / (NU + 1);
}
