import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPlainWork } from "./linear-work.ts";

/** The promise of the header, written down as it reads. */
function inOrder(u: Float64Array, v: Float64Array): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < u.length; i += 2) {
    even += u[i] * v[i];
    odd += u[i + 1] * v[i + 1];
  }
  const sum = even + odd;
  return u.length % 2 === 1 ? sum + u[u.length - 1] * v[u.length - 1] : sum;
}

const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const system = fc.tuple(fc.nat({ max: 13 }), fc.nat({ max: 14 })).chain(([n, k]) =>
  fc.record({
    n: fc.constant(n),
    k: fc.constant(k),
    x: fc.float64Array({ minLength: n * k, maxLength: n * k, min: -1e3, max: 1e3, noNaN: true }),
    v: fc.array(value, { minLength: n, maxLength: n }),
    range: fc.tuple(fc.nat({ max: k }), fc.nat({ max: k })),
    against: fc.tuple(fc.nat({ max: k }), fc.nat({ max: k })),
  }),
);

describe("createPlainWork", () => {
  it("gives the dot products bit by bit in the promised order, for rows, blocks and vectors of every size", () => {
    fc.assert(
      fc.property(system, ({ n, k, x, v: values, range, against }) => {
        const [from, to] = [Math.min(...range), Math.max(...range)];
        const [left, right] = [Math.min(...against), Math.max(...against)];
        const work = createPlainWork(n, k);
        work.columns.set(x);
        const column = (a: number): Float64Array => x.slice(a * n, (a + 1) * n);
        const v = Float64Array.from(values);
        const rows: number[] = [];
        const part: number[] = [];
        const block: number[] = [];
        for (let a = from; a < to; a++) {
          for (let b = 0; b < k; b++) rows.push(inOrder(column(a), column(b)));
          for (let b = left; b < right; b++) part.push(inOrder(column(a), column(b)));
          for (let b = from; b < to; b++) block.push(inOrder(column(a), column(b)));
        }
        const cross = Array.from({ length: k }, (_, b) => inOrder(v, column(b)));
        expect([...work.rows(from, to)]).toEqual(rows);
        expect([...work.rows(from, to, left, right)]).toEqual(part);
        expect([...work.block(from, to)]).toEqual(block);
        expect([...work.cross(v)]).toEqual(cross);
      }),
      { numRuns: 400 },
    );
  });

  it("answers with fresh arrays and leaves the columns as they were written", () => {
    const work = createPlainWork(5, 7);
    work.columns.forEach((_, i) => (work.columns[i] = i - 17));
    const before = work.columns.slice();
    const first = work.rows(0, 3);
    const kept = first.slice();
    first.fill(9);
    expect([...work.rows(0, 3)]).toEqual([...kept]);
    expect([...work.columns]).toEqual([...before]);
  });
});
