import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import {
  cholesky,
  denseSystem,
  dot,
  logDeterminant,
  readingCovariance,
  solveLower,
  solveWith,
} from "../../test/support/dense-noise.ts";
import { white } from "../../test/support/made-diary.ts";
import { createFilter, whitenInPlace } from "./filter.ts";
import { createFixedPart, inner } from "./fixed-part.ts";
import { NOISE_LAWS } from "./noise-grid.ts";

const days = Int32Array.from({ length: 40 }, (_, i) => i + (i > 20 ? 6 : 0));
const n = days.length;
const one = new Float64Array(n).fill(1);
const trend = Float64Array.from(days, (t) => t / 46 - 0.5);
const wave = Float64Array.from(days, (t) => Math.sin(t / 5));
const laws = [2, 20, 40, 60, 80, 100].filter((index) => index < NOISE_LAWS.length).map((index) => NOISE_LAWS[index]);

function whiten(law: (typeof laws)[number], column: Float64Array): Float64Array {
  const out = column.slice();
  whitenInPlace(createFilter(law, days, null), out, 0);
  return out;
}

describe("the always-in part", () => {
  it("has the dense determinant, rank and orthonormal columns under laws with and without a level", () => {
    expect(laws.some((law) => law.level > 0) && laws.some((law) => law.level === 0)).toBe(true);
    for (const law of laws) {
      const part = createFixedPart(createFilter(law, days, null), [one, trend, wave]);
      const S = readingCovariance(law, days, null);
      const dense = denseSystem(law, days, null, [one, trend, wave]);
      expect(part.rank).toBe(3);
      expect(part.logDet - 0.5 * logDeterminant(cholesky(S))).toBeCloseTo(dense.logDet, 8);
      part.units.forEach((a, i) => {
        part.units.forEach((b, k) => {
          expect(inner(a, b)).toBeCloseTo(i === k ? 1 : 0, 10);
        });
      });
    }
  });

  it("is taken out of a whitened column as generalised least squares takes it", () => {
    for (const law of laws) {
      const part = createFixedPart(createFilter(law, days, null), [one, trend, wave]);
      const y = white(n, 3);
      const found = whiten(law, y);
      part.projectInPlace(found, 0);
      denseSystem(law, days, null, [one, trend, wave])
        .whiten(y)
        .forEach((value, i) => {
          expect(found[i]).toBeCloseTo(value, 9);
        });
    }
  });

  it("drops columns that repeat others or are empty: they do not count, get 0, and change nothing", () => {
    const again = Float64Array.from(trend, (x) => 3 * x + 2);
    const law = NOISE_LAWS[20];
    const filter = createFilter(law, days, null);
    const few = createFixedPart(filter, [one, trend, wave]);
    const many = createFixedPart(filter, [one, trend, again, new Float64Array(n), wave]);
    expect(many.rank).toBe(3);
    expect(many.logDet).toBeCloseTo(few.logDet, 10);
    const y = whiten(law, white(n, 4));
    const [a, b] = [few, many].map((part) => part.drawCoefficients(y, 0, null));
    expect([b[0], b[1], b[4]].map((x, i) => x - a[i]).every((x) => Math.abs(x) < 1e-9)).toBe(true);
    expect([b[2], b[3]]).toEqual([0, 0]);
  });

  it("leaves six rows to the noise, however many columns there are: the last ones are dropped", () => {
    const filter = createFilter(NOISE_LAWS[20], days, null);
    const many = [one, trend, ...Array.from({ length: 60 }, (_, c) => white(n, 20, c))];
    const part = createFixedPart(filter, many);
    expect(part.rank).toBe(n - 6);
    const coefficients = part.drawCoefficients(whiten(NOISE_LAWS[20], white(n, 4)), 0, null);
    expect([...coefficients.subarray(n - 6)].every((x) => x === 0)).toBe(true);
    expect([...coefficients, part.logDet].every(Number.isFinite)).toBe(true);
  });

  it("keeps its columns orthonormal when two of them are the same up to a millionth", () => {
    const near = Float64Array.from(wave, (x, i) => x + 1e-4 * Math.cos(7 * i));
    const part = createFixedPart(createFilter(NOISE_LAWS[40], days, null), [one, trend, wave, near]);
    expect(part.rank).toBe(4);
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b < a; b++) expect(Math.abs(inner(part.units[a], part.units[b]))).toBeLessThan(1e-10);
    }
  });

  it("does not change the columns it is given", () => {
    const before = [...one, ...trend, ...wave];
    createFixedPart(createFilter(NOISE_LAWS[30], days, null), [one, trend, wave]);
    expect([...one, ...trend, ...wave]).toEqual(before);
  });
});

describe("coefficients of the always-in part", () => {
  const fixed = [one, trend, wave];
  const y = Float64Array.from(white(n, 5), (x, i) => x + 4 - 2 * trend[i]);

  it("without noise are the generalised least squares estimate", () => {
    for (const law of laws) {
      const part = createFixedPart(createFilter(law, days, null), fixed);
      const expected = denseSystem(law, days, null, fixed).coefficients(y);
      part.drawCoefficients(whiten(law, y), 0, null).forEach((value, c) => {
        expect(value).toBeCloseTo(expected[c], 8);
      });
    }
  });

  it("are drawn around it with its covariance: 40,000 draws", () => {
    const law = NOISE_LAWS[20];
    const dense = denseSystem(law, days, null, fixed);
    const centre = dense.coefficients(y);
    const part = createFixedPart(createFilter(law, days, null), fixed);
    const w = whiten(law, y);
    const random = createRandom(5);
    const [draws, noise] = [40000, 0.7];
    const sums = [0, 0, 0];
    const products = sums.map(() => [0, 0, 0]);
    for (let d = 0; d < draws; d++) {
      const away = [...part.drawCoefficients(w, noise, random)].map((x, c) => (x - centre[c]) / noise);
      away.forEach((x, i) => {
        sums[i] += x / draws;
        away.forEach((z, k) => (products[i][k] += (x * z) / draws));
      });
    }
    dense.coefficientCovariance.forEach((row, i) => {
      const sd = Math.sqrt(row[i]);
      expect(Math.abs(sums[i]) / sd).toBeLessThan(0.025);
      row.forEach((value, k) => {
        const scale = sd * Math.sqrt(dense.coefficientCovariance[k][k]);
        expect(Math.abs(products[i][k] - value) / scale).toBeLessThan(0.04);
      });
    });
  });

  it("with a prior of their own are drawn from the posterior that dense algebra gives, and dropped ones stay 0", () => {
    const law = NOISE_LAWS[40];
    const L = cholesky(readingCovariance(law, days, null));
    const W = fixed.map((column) => solveLower(L, column));
    const wy = solveLower(L, y);
    const noise = 0.7;
    const precision = Float64Array.of(0, 3, 8, 5);
    const LA = cholesky(W.map((a, i) => W.map((b, k) => dot(a, b) / noise ** 2 + (i === k ? precision[i] : 0))));
    const covariance = W.map((_, i) =>
      solveWith(
        LA,
        W.map((__, k) => (i === k ? 1 : 0)),
      ),
    );
    const centre = solveWith(
      LA,
      W.map((w) => dot(w, wy) / noise ** 2),
    );
    const part = createFixedPart(createFilter(law, days, null), [...fixed, trend]);
    const random = createRandom(15);
    const draws = 30000;
    const w = whiten(law, y);
    const sums = [0, 0, 0];
    const products = sums.map(() => [0, 0, 0]);
    let dropped = 0;
    for (let d = 0; d < draws; d++) {
      const drawn = part.drawShrunk(w, noise, precision, random);
      dropped = Math.max(dropped, Math.abs(drawn[3]));
      const away = centre.map((mean, c) => drawn[c] - mean);
      away.forEach((x, i) => {
        sums[i] += x / draws;
        away.forEach((z, k) => (products[i][k] += (x * z) / draws));
      });
    }
    expect(dropped).toBe(0);
    covariance.forEach((row, i) => {
      const sd = Math.sqrt(row[i]);
      expect(Math.abs(sums[i]) / sd).toBeLessThan(0.03);
      row.forEach((value, k) => {
        expect(Math.abs(products[i][k] - value) / (sd * Math.sqrt(covariance[k][k]))).toBeLessThan(0.04);
      });
    });
  });

  it("leave the same noise on whitened rows as a draw of them does", () => {
    const law = NOISE_LAWS[20];
    const part = createFixedPart(createFilter(law, days, null), fixed);
    const random = createRandom(6);
    const L = cholesky(readingCovariance(law, days, null));
    const W = fixed.map((column) => solveLower(L, column));
    const direction = white(n, 9);
    const draws = 20000;
    let [byRows, byCoefficients] = [0, 0];
    for (let d = 0; d < draws; d++) {
      const rows = new Float64Array(n);
      part.addNoise(rows, 0.7, random);
      byRows += dot(rows, direction) ** 2 / draws;
      const c = part.drawCoefficients(new Float64Array(n), 0.7, random);
      byCoefficients += W.reduce((sum, w, i) => sum + c[i] * dot(w, direction), 0) ** 2 / draws;
    }
    expect(Math.abs(byRows / byCoefficients - 1)).toBeLessThan(0.05);
  });
});
