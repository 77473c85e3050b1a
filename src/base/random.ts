/**
 * Where does chance come from, if the same seed must give the same bytes on every machine?
 *
 * `createRandom(seed, ...key)` opens a stream that depends only on its integer key (seed, chain, outcome ...),
 * never on how many numbers other streams drew, so work may be split over any number of workers.
 * Generator: xoshiro128** 1.1 (Blackman & Vigna 2018, public domain), state filled from the key by a
 * 32-bit integer hash (finaliser of MurmurHash3, Appleby 2011, public domain). Integer arithmetic only.
 */

export interface Random {
  /** Next unsigned 32-bit integer. */
  readonly uint32: () => number;
  /** Uniform on the open interval (0, 1), 52-bit resolution; never 0 or 1. */
  readonly uniform: () => number;
  /** Uniform whole number in 0 .. n-1 (n >= 1, n < 2^32), without modulo bias beyond 2^-21. */
  readonly below: (n: number) => number;
}

/** Opens the stream for this key. Each part is taken as a whole number modulo 2^32. Same key, same stream. */
export function createRandom(seed: number, ...key: readonly number[]): Random {
  let a = hashKey(0x9e3779b9, seed, key);
  let b = hashKey(0x243f6a88, seed, key);
  let c = hashKey(0xb7e15162, seed, key);
  let d = hashKey(0x1f83d9ab, seed, key) | 1; // never all zero

  const uint32 = (): number => {
    const m = Math.imul(b, 5);
    const result = Math.imul((m << 7) | (m >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const uniform = (): number => {
    const high = uint32() >>> 6;
    const low = uint32() >>> 6;
    return (high * 67108864 + low + 0.5) / 4503599627370496;
  };
  return { uint32, uniform, below: (n) => Math.floor(uniform() * n) };
}

function hashKey(salt: number, seed: number, key: readonly number[]): number {
  let h = mix(salt ^ (seed | 0));
  h = mix(h ^ Math.floor(seed / 4294967296));
  for (const part of key) h = mix((h + 0x9e3779b9) ^ (part | 0));
  return h;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
