import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createRandom } from "../base/random.ts";
import { createPlainWork, type LinearWork } from "../engine/linear-work.ts";
import { createSimdWork } from "./simd-work.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Every bit of every double: 0 and -0 differ, and so do neighbours in the last place. */
function bits(values: Float64Array): string {
  return new BigUint64Array(values.slice().buffer).join(" ");
}

/** Numbers of very different sizes with exact zeros among them, so that any other order of summation shows in the last bits. */
function numbers(seed: number, count: number): Float64Array {
  const random = createRandom(seed, count);
  return Float64Array.from({ length: count }, () => {
    const size = [0, 1e-12, 1e-3, 1, 1, 1, 1e6][Math.floor(random.uniform() * 7)];
    return (random.uniform() - 0.5) * size;
  });
}

function filled(create: (n: number, k: number) => LinearWork, n: number, k: number, x: Float64Array): LinearWork {
  const work = create(n, k);
  work.columns.set(x);
  return work;
}

function expectSameBits(n: number, k: number, from: number, to: number, seed: number): void {
  const create = createSimdWork();
  if (create === null) throw new Error("this Node has no WebAssembly SIMD");
  const x = numbers(seed, n * k);
  const v = numbers(seed + 1, n);
  const plain = filled(createPlainWork, n, k, x);
  const simd = filled(create, n, k, x);
  expect(bits(simd.rows(from, to))).toBe(bits(plain.rows(from, to)));
  // some rows against some columns, inside and outside of themselves
  for (const [left, right] of [
    [from, k],
    [0, to],
    [Math.floor(k / 3), Math.ceil(k / 2)],
  ]) {
    expect(bits(simd.rows(from, to, left, right))).toBe(bits(plain.rows(from, to, left, right)));
  }
  expect(bits(simd.block(from, to))).toBe(bits(plain.block(from, to)));
  expect(bits(simd.cross(v))).toBe(bits(plain.cross(v)));
  expect(bits(simd.columns)).toBe(bits(x));
}

describe("createSimdWork", () => {
  it("gives the bits of the plain work for every small number of days and columns", () => {
    for (let n = 0; n <= 9; n++) for (let k = 0; k <= 9; k++) expectSameBits(n, k, 0, k, 100 * n + k);
  });

  it("gives the bits of the plain work for any days, columns and range", () => {
    const size = fc.record({
      n: fc.nat({ max: 80 }),
      k: fc.nat({ max: 60 }),
      ends: fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 })),
      seed: fc.nat({ max: 1e6 }),
    });
    fc.assert(
      fc.property(size, ({ n, k, ends, seed }) => {
        const [one, other] = ends.map((end) => Math.min(end, k));
        expectSameBits(n, k, Math.min(one, other), Math.max(one, other), seed);
      }),
      { numRuns: 300 },
    );
  });

  it("gives the bits of the plain work for a year of 35 levers", () => {
    expectSameBits(331, 525, 200, 225, 7);
  });

  it("keeps systems apart and hands out fresh arrays", () => {
    const create = createSimdWork();
    if (create === null) throw new Error("this Node has no WebAssembly SIMD");
    const works = [1, 2, 3, 4, 5].map((seed) => filled(create, 21, 15, numbers(seed, 315)));
    const answers = works.map((work) => work.rows(0, 4));
    const kept = answers.map(bits);
    answers.forEach((answer) => answer.fill(9));
    expect(works.map((work) => bits(work.rows(0, 4)))).toEqual(kept);
    expect(new Set(kept).size).toBe(5);
  });

  it("is null where WebAssembly is missing or the policy of the page forbids it", () => {
    const parts = partsOfWebAssembly();
    vi.stubGlobal("WebAssembly", undefined);
    expect(createSimdWork()).toBeNull();
    const forbidden = vi.fn(function () {
      throw new EvalError("Refused to compile: 'wasm-unsafe-eval' is not allowed");
    });
    vi.stubGlobal("WebAssembly", { ...parts, Module: forbidden });
    expect(createSimdWork()).toBeNull();
    expect(forbidden).toHaveBeenCalledTimes(1);
  });

  it("makes a plain system with the same bits when the machine gives no memory", () => {
    const full = vi.fn(function () {
      throw new RangeError("WebAssembly.Memory(): could not allocate memory");
    });
    vi.stubGlobal("WebAssembly", { ...partsOfWebAssembly(), Memory: full });
    expectSameBits(12, 16, 3, 9, 5);
    expect(full).toHaveBeenCalledTimes(1);
  });
});

function partsOfWebAssembly(): object {
  const { Module, Memory, Instance } = WebAssembly;
  return { Module, Memory, Instance };
}
