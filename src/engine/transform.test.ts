import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identity, logit, logOnePlus, squareRoot, type Transform } from "./transform.ts";

const cases: readonly (readonly [string, Transform, number, number])[] = [
  ["identity", identity, -1e6, 1e6],
  ["square root from 0", squareRoot(0, 0.3), 0, 1e6],
  ["square root from 20", squareRoot(20, 1e-3), 20, 1e4],
  ["log(1 + y)", logOnePlus(0), 0, 1e9],
  ["log(1 + y - 3)", logOnePlus(3), 3, 1e6],
  ["logit of 0-10", logit(0, 10), 0, 10],
  ["logit of -1e-9..1e-9", logit(-1e-9, 1e-9), -1e-9, 1e-9],
  ["logit of 0..1e9", logit(0, 1e9), 0, 1e9],
];

describe.each(cases)("%s", (_, transform, low, high) => {
  const inside = fc.double({ min: 0, max: 1, noNaN: true }).map((share) => low + share * (high - low));

  it("is undone by its backward", () => {
    fc.assert(
      fc.property(inside, (y) => {
        const back = transform.backward(transform.forward(y));
        expect(Math.abs(back - y)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(y), high - low));
      }),
    );
  });

  it("rises everywhere, with the slope that differences show", () => {
    fc.assert(
      fc.property(inside, (y) => {
        const h = 1e-5 * Math.min(1, high - low) * Math.max(1, Math.abs(y) / 10);
        const [a, b] = [Math.max(low, y - h), Math.min(high, y + h)];
        const difference = (transform.forward(b) - transform.forward(a)) / (b - a);
        expect(transform.slope(y)).toBeGreaterThan(0);
        // the floor of a square root with a tiny softener is steep: the middle of a step is not its end
        const middle = transform.slope((a + b) / 2);
        expect(Math.abs(difference / middle - 1)).toBeLessThan(2e-3);
      }),
    );
  });
});

describe("beyond the ends of the scale", () => {
  it("forward and backward stay finite, however far", () => {
    for (const [, transform] of cases) {
      for (const y of [-1e12, -1, 0, 1e12]) expect(Number.isFinite(transform.forward(y))).toBe(true);
      for (const z of [-1e6, -800, 0, 800, 1e6]) expect(Number.isFinite(transform.backward(z))).toBe(true);
    }
  });

  it("a logit takes the ends themselves and goes two hundredths of the scale beyond", () => {
    const t = logit(0, 10);
    expect(t.backward(t.forward(0))).toBeCloseTo(0, 10);
    expect(t.backward(t.forward(10))).toBeCloseTo(10, 10);
    expect(t.backward(-1e3)).toBeGreaterThan(-0.3);
    expect(t.backward(-1e3)).toBeLessThan(0);
  });

  it("a square root below its floor stays at the floor", () => {
    const t = squareRoot(5, 0.2);
    expect(t.forward(4)).toBe(t.forward(5));
    expect(t.backward(-3)).toBeCloseTo(4.8, 12);
  });
});
