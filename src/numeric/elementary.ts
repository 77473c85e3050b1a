/**
 * exp and log that give the same bits in every JavaScript engine.
 *
 * The language lets Math.exp and Math.log differ in the last bit between engines; a sampler would then walk another path.
 * These use only + - * / and bit views. Method: Cody & Waite argument reduction with the published minimax
 * polynomials of FDLIBM's e_exp and e_log (Sun Microsystems 1993, freely usable with notice); error < 1 ulp.
 * Key: k = power of two, r / f = reduced argument.
 */

const LN2_HI = 6.9314718036912381649e-1;
const LN2_LO = 1.90821492927058770002e-10;
const INV_LN2 = 1.442695040888963387;

/** One number seen as two 32-bit words; which word is the high one depends on the machine. */
const number = new Float64Array(1);
const words = new Int32Array(number.buffer);
const HIGH = highWord();

function highWord(): 0 | 1 {
  number[0] = 1;
  return words[1] === 0x3ff00000 ? 1 : 0;
}

/** Powers of two 2^-1074 .. 2^1023 by index; built by exact doubling and halving. */
const powersOfTwo: Float64Array = (() => {
  const powers = new Float64Array(2098);
  let p = 1;
  for (let k = 0; k <= 1023; k++, p *= 2) powers[k + 1074] = p;
  p = 1;
  for (let k = 0; k >= -1074; k--, p /= 2) powers[k + 1074] = p;
  return powers;
})();

/** e^x. NaN gives NaN; above 709.78 Infinity; below -745.13 zero. */
export function exp(x: number): number {
  if (!(x > -745.2)) return x <= -745.2 ? 0 : NaN;
  if (x > 709.782712893384) return Infinity;
  const k = Math.floor(INV_LN2 * x + 0.5);
  const hi = x - k * LN2_HI;
  const lo = k * LN2_LO;
  const r = hi - lo;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const y = 1 - (lo - (r * c) / (2 - c) - hi);
  if (k >= -1021) return k === 1024 ? y * 2 * (powersOfTwo[1023 + 1074] ?? NaN) : y * (powersOfTwo[k + 1074] ?? NaN);
  return y * (powersOfTwo[k + 1000 + 1074] ?? NaN) * (powersOfTwo[-1000 + 1074] ?? NaN);
}

/** Natural logarithm. 0 gives -Infinity; negative or NaN gives NaN. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let k = 0;
  let value = x;
  if (value < 2.2250738585072014e-308) {
    k = -54;
    value *= 18014398509481984;
  }
  number[0] = value;
  const high = words[HIGH];
  const mantissa = high & 0x000fffff;
  // choose the mantissa in [sqrt(1/2), sqrt(2)) so that f = m - 1 is small
  const i = (mantissa + 0x95f64) & 0x100000;
  k += (high >> 20) - 1023 + (i >> 20);
  words[HIGH] = mantissa | (i ^ 0x3ff00000);
  const f = number[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const t2 =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const r = t1 + t2;
  const half = 0.5 * f * f;
  return k * LN2_HI - (half - (s * (half + r) + k * LN2_LO) - f);
}

const HALF_PI_HI = 1.57079632673412561417;
const HALF_PI_LO = 6.07710050650619224932e-11;

/** sin x for |x| up to about 1e5; NaN gives NaN. Polynomials of FDLIBM's k_sin and k_cos on a quarter turn; absolute error below 1e-14. */
export function sine(x: number): number {
  return quarterTurns(x, 0);
}

/** cos x, as `sine`. */
export function cosine(x: number): number {
  return quarterTurns(x, 1);
}

function quarterTurns(x: number, ahead: number): number {
  const k = Math.floor(x / (HALF_PI_HI + HALF_PI_LO) + 0.5);
  const r = x - k * HALF_PI_HI - k * HALF_PI_LO;
  const quadrant = (((k + ahead) % 4) + 4) % 4;
  const z = r * r;
  const value =
    quadrant % 2 === 0
      ? r +
        r *
          z *
          (-1.66666666666666324348e-1 +
            z *
              (8.33333333332248946124e-3 +
                z *
                  (-1.98412698298579493134e-4 +
                    z *
                      (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)))))
      : 1 -
        0.5 * z +
        z *
          z *
          (4.16666666666666019037e-2 +
            z *
              (-1.38888888888741095749e-3 +
                z *
                  (2.48015872894767294178e-5 +
                    z *
                      (-2.75573143513906633035e-7 +
                        z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))));
  return quadrant < 2 ? value : -value;
}
