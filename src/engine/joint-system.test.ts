import { describe, expect, it } from "vitest";
import type { EquationDraws } from "./equation-draws.ts";
import { drawnSystems } from "./joint-system.ts";

/** Even weights over these lags, which are single days or whole weeks. */
function flat(first: number, last: number): Float64Array {
  const pulse = new Float64Array(25);
  for (let c = 0; c < 25; c++) {
    const [from, to] = c < 15 ? [c, c] : [15 + 7 * (c - 15), 21 + 7 * (c - 15)];
    if (from >= first && to <= last) pulse[c] = (to - from + 1) / (last - first + 1);
  }
  return pulse;
}

function loop(forward: number, back: number, lagsForward: Float64Array, lagsBack: Float64Array): EquationDraws[] {
  return [
    { to: "a", toRole: "skin", draws: [{ edges: [{ from: "b", effect: back, pulse: lagsBack }] }] },
    { to: "b", toRole: "gut", draws: [{ edges: [{ from: "a", effect: forward, pulse: lagsForward }] }] },
  ];
}

/** First and last lag, days. */
type Lags = readonly [number, number];

const nodes = new Map([
  ["a", 0],
  ["b", 1],
]);

describe("which draws have a feedback that dies away", () => {
  // last column: spectral radius of the companion matrix, printed by test/reference/step-response.py
  const loops: readonly (readonly [number, number, Lags, Lags, number])[] = [
    [0.9, 1.08, [1, 1], [1, 3], 0.9905880172970557],
    [0.9, 1.14, [1, 1], [1, 3], 1.0086008412913852],
    [2.0, -0.6, [1, 7], [1, 7], 0.9520749528170636],
    [2.0, -0.4, [2, 2], [3, 3], 0.9563524997900387],
    [3.0, -2.0, [1, 7], [1, 7], 1.1280118945889024],
    [1.0, -1.02, [5, 5], [6, 6], 1.0018018602478826],
    [1.05, 1.0, [15, 84], [15, 84], 1.000493957558652],
    [1.2, -1.0, [15, 84], [1, 7], 0.9912626942882726],
  ];

  it.each(loops)("effects %f and %f over lags %j and %j", (forward, back, over, backOver, radius) => {
    const { systems, skipped } = drawnSystems(loop(forward, back, flat(...over), flat(...backOver)), nodes);
    expect([systems.length, skipped]).toEqual(radius < 1 ? [1, 0] : [0, 1]);
  });

  it("does not depend on the units of the outcomes", () => {
    for (const unit of [1e-9, 1e9]) {
      const stable = loop(2 * unit, -0.6 / unit, flat(1, 7), flat(1, 7));
      expect(drawnSystems(stable, nodes).skipped).toBe(0);
      const wild = loop(3 * unit, -2 / unit, flat(1, 7), flat(1, 7));
      expect(drawnSystems(wild, nodes).skipped).toBe(1);
    }
  });

  it("skips a circle within one day, which has no order", () => {
    expect(drawnSystems(loop(0.1, 0.1, flat(0, 0), flat(0, 0)), nodes).skipped).toBe(1);
    expect(drawnSystems(loop(0.1, 0.1, flat(0, 0), flat(1, 1)), nodes).skipped).toBe(0);
  });
});
