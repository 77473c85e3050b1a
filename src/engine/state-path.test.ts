import { describe, expect, it } from "vitest";
import { createRandom } from "../base/random.ts";
import { denseSmoother, slowCovariance } from "../../test/support/dense-noise.ts";
import { white } from "../../test/support/made-diary.ts";
import type { NoiseScales } from "./filter.ts";
import { NOISE_LAWS, type NoiseLaw } from "./noise-grid.ts";
import { carryOver, drawSlowPath, drawState, filterStates, stateAt, type SlowState } from "./state-path.ts";

const days = Int32Array.from([0, 1, 2, 5, 6, 7, 15, 16, 17, 18]);
const n = days.length;
const rest = white(n, 4).map((x) => 2 * x);
const wild: NoiseScales = { reading: new Float64Array(n).fill(1), push: new Float64Array(n).fill(1) };
wild.reading[4] = 25;
wild.push[6] = 16;

function lawWith(phi: number, ratio: number, level: "none" | "slow" | "quick"): NoiseLaw {
  const found = NOISE_LAWS.filter((law) => law.phi === phi && law.ratio === ratio);
  const ranked = found.sort((a, b) => a.level - b.level);
  return ranked[{ none: 0, slow: 1, quick: 2 }[level]];
}

const laws: readonly (readonly [string, NoiseLaw])[] = [
  ["white", lawWith(0, 0.3, "none")],
  ["persistent", lawWith(0.95, 1, "none")],
  ["with a slow level", lawWith(0.5, 1, "slow")],
  ["with a quick level", lawWith(0.8, 3, "quick")],
];

describe("the filtered state", () => {
  it.each(laws)("of the last day is the dense smoother's (%s)", (_, law) => {
    for (const scales of [null, wild]) {
      const last = stateAt(filterStates(law, days, scales, rest), n - 1);
      const dense = denseSmoother(law, days, scales, rest);
      expect(last.a + last.l).toBeCloseTo(dense.mean[n - 1], 9);
      expect(last.paa + 2 * last.pal + last.pll).toBeCloseTo(dense.covariance[n - 1][n - 1], 9);
    }
  });
});

describe("drawSlowPath", () => {
  it.each(laws)("has the dense smoother's mean and covariance (%s): 20,000 paths", (_, law) => {
    for (const [s, scales] of [null, wild].entries()) {
      const dense = denseSmoother(law, days, scales, rest);
      const random = createRandom(3, s);
      const [draws, sigma] = [20000, 0.8];
      const sums = new Float64Array(n);
      const products = new Float64Array(n * n);
      for (let d = 0; d < draws; d++) {
        const path = drawSlowPath(law, days, scales, rest, sigma, random);
        for (let i = 0; i < n; i++) path[i] = (path[i] - dense.mean[i]) / sigma;
        for (let i = 0; i < n; i++) {
          sums[i] += path[i] / draws;
          for (let k = 0; k < n; k++) products[i * n + k] += (path[i] * path[k]) / draws;
        }
      }
      for (let i = 0; i < n; i++) {
        const sd = Math.sqrt(dense.covariance[i][i]);
        expect(Math.abs(sums[i]) / sd).toBeLessThan(0.035);
        for (let k = 0; k < n; k++) {
          const scale = sd * Math.sqrt(dense.covariance[k][k]);
          expect(Math.abs(products[i * n + k] - dense.covariance[i][k]) / scale).toBeLessThan(0.045);
        }
      }
    }
  });

  it("gives the same path for the same stream and does not change what it is given", () => {
    const before = rest.slice();
    const path = (): Float64Array => drawSlowPath(laws[2][1], days, null, rest, 1, createRandom(9));
    expect([...path()]).toEqual([...path()]);
    expect([...rest]).toEqual([...before]);
  });
});

describe("carryOver", () => {
  const start = (): SlowState => ({ a: 2, l: 1, paa: 3, pal: 0.5, pll: 0.7 });

  it("over a gap does what so many single days do", () => {
    for (const [, law] of laws) {
      const once = start();
      carryOver(once, law, 5, 1);
      const daily = start();
      for (let d = 0; d < 5; d++) carryOver(daily, law, 1, 1);
      expect(once.a).toBeCloseTo(daily.a, 12);
      expect(once.l).toBe(daily.l);
      expect([once.paa, once.pal, once.pll].map((x) => x.toFixed(10))).toEqual(
        [daily.paa, daily.pal, daily.pll].map((x) => x.toFixed(10)),
      );
    }
  });

  it("adds one stronger push on the last day and nothing over no days", () => {
    const law = laws[1][1];
    const [calm, pushed, still] = [start(), start(), start()];
    carryOver(calm, law, 3, 1);
    carryOver(pushed, law, 3, 9);
    carryOver(still, law, 0, 9);
    expect(pushed.paa - calm.paa).toBeCloseTo(8 * law.ratio, 12);
    expect(still).toEqual(start());
  });

  it("from a known first day gives the dense covariance of later ones", () => {
    for (const [, law] of laws) {
      const slow = slowCovariance(law, [0, 11], null);
      const state: SlowState = { a: 0, l: 0, paa: slow[0][0], pal: 0, pll: 0 };
      carryOver(state, law, 11, 1);
      expect(state.paa + state.pll).toBeCloseTo(slow[1][1], 9);
    }
  });
});

describe("drawState", () => {
  it("has the state's covariance, also when the two parts are tied together or one is fixed", () => {
    const random = createRandom(8);
    const cases: SlowState[] = [
      { a: 1, l: -1, paa: 2, pal: -1.2, pll: 1 },
      { a: 1, l: -1, paa: 2, pal: -Math.SQRT2, pll: 1 },
      { a: 0, l: 5, paa: 2, pal: 0, pll: 0 },
      { a: 4, l: 5, paa: 0, pal: 0, pll: 2 },
    ];
    for (const state of cases) {
      let [aa, al, ll] = [0, 0, 0];
      const draws = 30000;
      for (let d = 0; d < draws; d++) {
        const { a, l } = drawState(state, 0.5, random);
        const [x, z] = [(a - state.a) / 0.5, (l - state.l) / 0.5];
        aa += (x * x) / draws;
        al += (x * z) / draws;
        ll += (z * z) / draws;
      }
      expect(Math.abs(aa - state.paa)).toBeLessThan(0.06);
      expect(Math.abs(al - state.pal)).toBeLessThan(0.06);
      expect(Math.abs(ll - state.pll)).toBeLessThan(0.06);
    }
  });
});
